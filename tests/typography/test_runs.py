"""Paragraphs are made ready: letters composed, what a face lacks in the fallback face, right to left where they read so."""

from __future__ import annotations

import pytest

from generator.geometry import pt
from generator.page.colour import Colour
from generator.page.text import Align, Family, Paragraph, Run, Style
from generator.typography.lines import BETWEEN_SCRIPTS, set_text
from generator.typography.measure import Advances, Measure
from generator.typography.scripts import called, is_rtl, language_of, script_of

STYLE = Style(pt(10), Colour("dk1"))
LATIN = {chr(c): 500.0 for c in (*range(32, 256), *range(0x300, 0x370), 0x201C, 0x201D)}
OTHER = dict.fromkeys("产品团队のハ한국שלום مرحبا🙂👩💻“” ", 1000.0)
PLAIN = Measure({(Family.BODY, False, False): Advances(LATIN, 700.0)}, frozenset(LATIN))
BOTH = Measure(
    {(Family.BODY, False, False): Advances(LATIN, 700.0), (Family.FALLBACK, False, False): Advances(OTHER, 700.0)},
    frozenset(LATIN),
)


def runs(text: str, measure: Measure = BOTH) -> list[tuple[str, Family, str]]:
    """The runs that a text is set in: words, family, language."""
    body = set_text(measure, [Paragraph((Run(text, STYLE),))], pt(1000))
    return [(run.text, run.style.family, run.language) for run in body.paragraphs[0].runs]


def test_what_the_face_lacks_stands_in_the_fallback_face_with_its_language() -> None:
    assert runs("the 产品 team 团队 asks") == [
        ("the ", Family.BODY, ""),
        ("产品", Family.FALLBACK, "zh-CN"),
        (" team ", Family.BODY, ""),
        ("团队", Family.FALLBACK, "zh-CN"),
        (" asks", Family.BODY, ""),
    ]


def test_blanks_and_shared_signs_between_east_asian_words_are_theirs() -> None:
    assert runs("产品 “团队”") == [("产品 “团队”", Family.FALLBACK, "zh-CN")]
    assert runs("the “team”") == [("the “team”", Family.BODY, "")]


def test_a_joined_emoji_is_never_parted() -> None:
    assert runs("ok 👩\u200d💻!") == [("ok ", Family.BODY, ""), ("👩\u200d💻", Family.FALLBACK, ""), ("!", Family.BODY, "")]


def test_without_a_fallback_face_runs_stay_whole_and_are_reported_elsewhere() -> None:
    assert runs("the 产品 team", PLAIN) == [("the 产品 team", Family.BODY, "")]
    assert PLAIN.uncovered("the 产品 team\u200b") == "产品"
    assert BOTH.uncovered("the 产品 team") == ""


def test_the_fallback_face_measures_what_it_draws() -> None:
    assert BOTH.width("产品", STYLE) == pt(20)
    body = set_text(BOTH, [Paragraph((Run("ab产品", STYLE),))], pt(1000))
    gap = STYLE.size * BETWEEN_SCRIPTS
    assert body.width == pt(30) + gap
    assert [piece.x for piece in body.lines[0].pieces] == [pt(0), pt(10) + gap]


@pytest.mark.parametrize(("text", "pitch"), [("产品", 1.2), ("two 产品", 1.2), ("Zwölf", 1.0), ("two", 1.0)])
def test_lines_of_headlines_are_set_less_tight_in_letters_that_fill_their_square(text: str, pitch: float) -> None:
    tight = Paragraph((Run(text, STYLE),), line_height=1.0)
    assert set_text(BOTH, [tight], pt(1000)).height == set_text(PLAIN, [tight], pt(1000)).height == STYLE.size * pitch
    assert set_text(BOTH, [Paragraph((Run(text, STYLE),), line_height=1.4)], pt(1000)).height == STYLE.size * 1.4


def test_letters_and_marks_are_composed_where_the_face_has_that() -> None:
    assert runs("Cafe\u0301 Mu\u0308ller") == [("Café Müller", Family.BODY, "")]
    assert runs("x\u0301y") == [("x\u0301y", Family.BODY, "")]


@pytest.mark.parametrize(
    ("text", "rtl"), [("שלום abc", True), ("12 مرحبا", True), ("abc שלום", False), ("“שלום”", True), ("2026", False), ("", False)]
)
def test_a_paragraph_reads_as_its_first_letter_does(text: str, rtl: bool) -> None:
    assert is_rtl(text) is rtl
    assert set_text(BOTH, [Paragraph((Run(text, STYLE),))], pt(1000)).paragraphs[0].rtl is rtl


def test_what_is_no_letter_goes_with_right_to_left_words_before_it_where_the_face_has_it() -> None:
    measure = Measure({**BOTH.advances, (Family.FALLBACK, False, False): Advances(OTHER | dict.fromkeys("2026.", 500.0), 700.0)})
    assert runs("שלום 2026.", measure) == [("שלום 2026.", Family.FALLBACK, "he-IL")]


def test_lines_that_read_from_right_to_left_begin_on_the_right() -> None:
    def x_of(align: Align) -> float:
        return set_text(BOTH, [Paragraph((Run("שלום", STYLE),), align)], pt(100)).lines[0].pieces[0].x.pt

    assert [x_of(align) for align in (Align.LEFT, Align.CENTRE, Align.RIGHT)] == [60, 30, 0]


@pytest.mark.parametrize(
    ("text", "around", "language"),
    [
        ("产品", "产品", "zh-CN"),
        ("顧客", "顧客にの", "ja-JP"),
        ("顧客", "顧客 고객", "ko-KR"),
        ("고객", "고객", "ko-KR"),
        ("مرحبا", "مرحبا", "ar-SA"),
        ("ไทย", "ไทย", "th-TH"),
        ("🙂", "🙂", ""),
    ],
)
def test_a_run_in_another_script_has_its_language(text: str, around: str, language: str) -> None:
    assert language_of(text, around) == language


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("字", "Chinese characters"),
        ("か", "Japanese kana"),
        ("한", "Korean"),
        ("ש", "Hebrew"),
        ("ض", "Arabic"),
        ("न", "Devanagari"),
        ("🚀", "emoji"),
        ("Ꮳ", "Cherokee"),
        ("𐌰", "Gothic"),
        ("⟨", "signs"),
    ],
)
def test_scripts_are_called_by_their_names(character: str, name: str) -> None:
    assert called(character) == name


def test_latin_greek_and_cyrillic_need_nothing() -> None:
    assert {script_of(c).name for c in "aéñβЖ1.–€"} == {""}


def test_a_soft_hyphen_that_ends_a_line_is_measured_with_the_hyphen_it_shows() -> None:
    body = set_text(PLAIN, [Paragraph((Run("aaaa\u00adbbbb", STYLE),))], pt(26))
    assert [[p.text for p in line.pieces] for line in body.lines] == [["aaaa\u00ad"], ["bbbb"]]
    assert body.lines[0].pieces[0].width == pt(25)
