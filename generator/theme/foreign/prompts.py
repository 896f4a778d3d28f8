"""Fixed text that says what somebody should write there, or the day of another talk: "Name Vorname: Titel", "XX.XX.20XX".

Unlike debris it may be meant, so that it stays on every slide, and a warning asks for a look.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.page.text import NUMBER
from generator.theme.foreign.design import DrawnText, ForeignLayout

_NAMED = """
    name firstname lastname surname title subtitle author date presenter speaker topic presentation headline footer header
    department company organisation organization
    vorname nachname titel untertitel autor autorin verfasser verfasserin datum referent referentin thema präsentation vortrag
    vortragstitel präsentationstitel vortragende vortragender abteilung firma unternehmen veranstaltung fußzeile fusszeile
    nom prénom titre auteur sujet présentation nombre apellido título fecha ponente presentación nome cognome titolo autore
    presentazione relatore apresentação naam voornaam achternaam onderwerp presentatie tytuł imię nazwisko prezentacja
    navn tittel namn rubrik föredrag имя фамилия дата автор название тема докладчик
    姓名 标题 副标题 日期 作者 汇报人 演讲人 单位 タイトル 氏名 日付 発表者 部署 제목 이름 날짜 발표자
"""
_SAID = """
    the of and or a an your my here insert enter type click to add text first last place
    der die das des dem den und oder von ihr ihre ihres hier einfügen eingeben ort le la les du de et votre ici insérer
    el los su aquí y il lo di e del della qui van het en uw i
"""
FIELDS, BETWEEN = frozenset(_NAMED.split()), frozenset(_SAID.split())
"""Words that name what is to be written, in several languages; and words that may stand between them."""
_BLANK = re.compile(r"(x{2,}|\.{3,}|_{3,})\Z")
_WORDS = re.compile(r"[^\W\d_]+|_{3,}|\.{3,}")
_MONTH = r"[^\W\d_]{3,10}\.?"
_DATE = re.compile(
    rf"(\w+,\s+)?(\d{{1,2}}[./-]\s?\d{{1,2}}[./-]\s?\d{{2,4}}|\d{{4}}-\d{{2}}-\d{{2}}"
    rf"|\d{{1,2}}(\.|st|nd|rd|th)? {_MONTH},? \d{{4}}|{_MONTH} \d{{1,2}}(st|nd|rd|th)?, \d{{4}})\.?\Z",
    re.IGNORECASE,
)
_DUMMY = re.compile(
    r"lorem ipsum|<[^<>\d]{3,}>|\b(dd|tt|jj|gg|xx|00)[./-](mm|xx|00)[./-]((yy|jj|aa|xx|00){1,2}|(19|20)(xx|yy))\b", re.IGNORECASE
)


def is_prompt(line: str) -> bool:
    """Whether a line of fixed text asks for words of somebody's own, or tells a day."""
    text = " ".join(line.replace(NUMBER, " ").split())
    if _DATE.match(text) or _DUMMY.search(text):
        return True
    words = [word for word in _WORDS.findall(text.casefold()) if not _BLANK.match(word)]
    return any(word in FIELDS for word in words) and all(word in FIELDS or word in BETWEEN for word in words)


def prompts(layouts: Iterable[ForeignLayout]) -> Iterator[str]:
    """The lines of fixed text on these layouts, and on their masters where those show through, that read so; each once."""
    seen: set[str] = set()
    for layout in layouts:
        for item in layout.items:
            for paragraph in item.paragraphs if isinstance(item, DrawnText) else ():
                lines = [" ".join(line.split()) for line in paragraph.text.split("\n")]
                yield from (line for line in lines if is_prompt(line) and line not in seen)
                seen.update(lines)
