"""Text bodies: insets, paragraphs, bullets, runs, links and the page number's field."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Protocol

from generator.backends.pptx.markup import Element, add, add_foreign, extend, legal, say
from generator.backends.pptx.paint import write_colour, write_fill
from generator.page.pages import FontScheme
from generator.page.text import Align, Anchor, Bullet, Family, Inset, Paragraph, Run, Style, TextBody

ALIGNS = {Align.LEFT: "l", Align.CENTRE: "ctr", Align.RIGHT: "r"}
MIRRORED = {Align.LEFT: Align.RIGHT, Align.CENTRE: Align.CENTRE, Align.RIGHT: Align.LEFT}
"""The file format knows left and right; a paragraph that reads from right to left begins on the right."""
ANCHORS = {Anchor.TOP: "t", Anchor.MIDDLE: "ctr", Anchor.BOTTOM: "b"}
SINGLE = 1.2
"""What both PowerPoint and LibreOffice make of a line spacing of 100 %, as a multiple of the size."""
KERNED_FROM = 100
"""The size in hundredths of a point from which on pairs are kerned: always, as they are measured."""

NUMBER_FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
_LINK_COLOUR = "{A12FA001-AC4F-418D-AE19-62706E023703}"
_NO_ORNAMENT = MappingProxyType({"u": "none", "strike": "noStrike", "cap": "none", "baseline": "0"})
_COUNTED = re.compile(r"(\d+)([.)])")


@dataclass(frozen=True, slots=True)
class Link:
    """Where a click leads: a relationship of the part, and PowerPoint's action for leaps inside the deck."""

    rid: str
    action: str = ""


class Links(Protocol):
    """Turns an address into a relationship of the part that is being written."""

    def link(self, target: str) -> Link | None:
        """The link to an https or mailto address or to `#` and a page's id; none if it leads nowhere."""


@dataclass(frozen=True, slots=True)
class Voice:
    """What every run needs besides its own style: language, font names, links."""

    language: str
    fonts: FontScheme
    links: Links
    explicit: bool = False
    """Whether to deny what a placeholder of somebody else's layout would add: capitals, outlines, columns, space after."""


def write_frame(parent: Element, inset: Inset, anchor: Anchor, wrap: bool = True, fit: bool = False) -> Element:
    """Append `a:bodyPr` and return it. With `fit`, text shrinks when people write more; pages never ask for it, since
    LibreOffice then tightens lines that fit."""
    frame = add(
        parent,
        "a:bodyPr",
        wrap="square" if wrap else "none",
        lIns=inset.left.emu,
        tIns=inset.top.emu,
        rIns=inset.right.emu,
        bIns=inset.bottom.emu,
        rtlCol=0,
        anchor=ANCHORS[anchor],
    )
    add(frame, "a:normAutofit" if fit else "a:noAutofit")
    return frame


def frame_inset(body: TextBody, inset: Inset) -> Inset:
    """`inset` with what keeps the frame's edge clear of the words: taken where no line of the body begins or ends by it."""
    aligns = {paragraph.align for paragraph in body.paragraphs}
    if aligns == {Align.LEFT}:
        return replace(inset, right=inset.right + body.narrower)
    if aligns == {Align.RIGHT}:
        return replace(inset, left=inset.left + body.narrower)
    if aligns == {Align.CENTRE}:
        return replace(inset, left=inset.left + body.narrower / 2, right=inset.right + body.narrower / 2)
    return inset


def write_paragraphs(parent: Element, body: TextBody, voice: Voice, empty: Style | None = None) -> None:
    """Append the body's paragraphs; `empty` is the style of a paragraph without words."""
    for index, paragraph in enumerate(body.paragraphs):
        made = _open(parent, paragraph, voice, first=index == 0)
        for run in paragraph.runs:
            _write_run(made, run, voice)
        if not paragraph.runs:
            _end(made, empty, voice)
    if not body.paragraphs:
        _end(add(parent, "a:p"), empty, voice)


def write_numbered(parent: Element, body: TextBody, voice: Voice) -> None:
    """Append paragraphs whose first number is the slide number's field."""
    found = False
    for index, paragraph in enumerate(body.paragraphs):
        made = _open(parent, paragraph, voice, first=index == 0)
        for run in paragraph.runs:
            before, number, after = ("", "", run.text) if found else _parted(run.text)
            found = found or bool(number)
            _write_run(made, replace(run, text=before), voice)
            if number:
                field = add(made, "a:fld", id=NUMBER_FIELD, type="slidenum")
                write_style(field, "a:rPr", run.style, voice)
                say(field, "a:t", number)
            _write_run(made, replace(run, text=after), voice)


def write_style(parent: Element, tag: str, style: Style, voice: Voice) -> Element:
    """Append run properties (`a:rPr`, `a:endParaRPr`, `a:defRPr`) that state every decision of the style."""
    made = add(
        parent,
        tag,
        lang=voice.language,
        sz=round(style.size.pt * 100),
        b=int(style.bold),
        i=int(style.italic),
        kern=KERNED_FROM,
        spc=round(style.tracking.pt * 100),
    )
    if style.family is Family.CODE:
        made.set("noProof", "1")
    if voice.explicit:
        for key, value in _NO_ORNAMENT.items():
            made.set(key, value)
        add(add(made, "a:ln"), "a:noFill")
    write_fill(made, style.colour)
    if voice.explicit:
        add(made, "a:effectLst")
    face = typeface(style.family, voice.fonts)
    add(made, "a:latin", typeface=face)
    if style.family is Family.FALLBACK:
        add(made, "a:ea", typeface=face)
        add(made, "a:cs", typeface=face)
    return made


def typeface(family: Family, fonts: FontScheme) -> str:
    """The theme's font where the family is one of its two and the layouts use it, so that a change of fonts is one edit."""
    if family is Family.HEADING:
        return fonts.written[0]
    if family is Family.FALLBACK and fonts.fallback:
        return legal(fonts.fallback)
    if family in (Family.BODY, Family.FALLBACK) or fonts.code == fonts.body:
        return fonts.written[1]
    return fonts.code


def write_link(parent: Element, target: str, links: Links) -> Element | None:
    """Append what a click does, if the target leads somewhere."""
    link = links.link(target) if target else None
    if link is None:
        return None
    return add(parent, "a:hlinkClick", **{"r:id": link.rid}, **({"action": link.action} if link.action else {}))


def write_spacing(parent: Element, line_height: float, before: int = 0) -> None:
    """Append line spacing (a multiple of the size) and the space before in hundredths of a point."""
    add(add(parent, "a:lnSpc"), "a:spcPct", val=round(line_height / SINGLE * 100_000))
    add(add(parent, "a:spcBef"), "a:spcPts", val=before)


def _open(parent: Element, paragraph: Paragraph, voice: Voice, *, first: bool) -> Element:
    made = add(parent, "a:p")
    bullet = paragraph.bullet
    hang = bullet.indent.emu if bullet else 0
    marked = bool(bullet and bullet.char)
    shape = add(
        made,
        "a:pPr",
        marL=paragraph.margin.emu + hang,
        lvl=paragraph.level,
        indent=-hang if marked else 0,
        algn=ALIGNS[MIRRORED[paragraph.align] if paragraph.rtl else paragraph.align],
    )
    if paragraph.rtl:
        shape.set("rtl", "1")
    if any(run.style.family is Family.FALLBACK for run in paragraph.runs):
        shape.set("hangingPunct", "0")  # programs would else let East Asian full stops hang over the edge of the box
    write_spacing(shape, paragraph.line_height, 0 if first else round(paragraph.before.pt * 100))
    if voice.explicit:
        add(add(shape, "a:spcAft"), "a:spcPts", val=0)
    if bullet and bullet.char:
        _write_bullet(shape, bullet, voice)
    else:
        add(shape, "a:buNone")
    return made


def _write_bullet(parent: Element, bullet: Bullet, voice: Voice) -> None:
    write_colour(add(parent, "a:buClr"), bullet.colour)
    if voice.explicit:
        add(parent, "a:buSzPct", val=100_000)
    add(parent, "a:buFont", typeface=voice.fonts.written[1])
    counted = _COUNTED.fullmatch(bullet.char)
    if counted:
        kind = "arabicPeriod" if counted[2] == "." else "arabicParenR"
        add(parent, "a:buAutoNum", type=kind, startAt=counted[1])
    else:
        add(parent, "a:buChar", char=bullet.char)


def _write_run(parent: Element, run: Run, voice: Voice) -> None:
    voice = replace(voice, language=run.language) if run.language else voice
    for index, text in enumerate(run.text.split("\n")):
        if index:
            write_style(add(parent, "a:br"), "a:rPr", run.style, voice)
        if not text:
            continue
        made = add(parent, "a:r")
        style = write_style(made, "a:rPr", run.style, voice)
        link = write_link(style, run.link, voice.links)
        if link is not None and run.style.colour.role != "hlink":
            add_foreign(extend(link, "a", _LINK_COLOUR), "ahyp:hlinkClr", val="tx")
        say(made, "a:t", text)


def _end(parent: Element, style: Style | None, voice: Voice) -> None:
    if style is None:
        add(parent, "a:endParaRPr", lang=voice.language)
    else:
        write_style(parent, "a:endParaRPr", style, voice)


def _parted(text: str) -> tuple[str, str, str]:
    found = re.search(r"\d+", text)
    return (text[: found.start()], found[0], text[found.end() :]) if found else (text, "", "")


def fallback(bodies: Sequence[TextBody]) -> Style | None:
    """The first style that is used in any of the bodies: what an empty one beside them is written in."""
    return next((run.style for body in bodies for paragraph in body.paragraphs for run in paragraph.runs), None)
