"""Lines end where LibreOffice ends them (measured), and never inside what a reader takes for one character."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.typography.breaking import continues, may_break
from generator.typography.lines import break_lines

BASES = "a1é字かハ한א🙂👩-/ .,。（"
MARKS = "\u0301\u0323\u200d\ufe0f\U0001f3fd"


def lines(text: str, columns: int) -> list[str]:
    """`text` broken for a box that holds `columns` characters; what has no width of its own takes no room."""
    widths = [0 if c in "\u00ad\u200b" or continues(text, i) else 1 for i, c in enumerate(text)] if text else []
    return [text[a:b] for a, b in break_lines(text, widths, columns, {i: 1 for i, c in enumerate(text) if c == "\u00ad"})]


@pytest.mark.parametrize(
    ("text", "columns", "expected"),
    [
        ("in 2024-25 or so", 9, ["in 2024-", "25 or so"]),
        ("a drop of -5 degrees", 11, ["a drop of", "-5 degrees"]),
        ("what?then this", 6, ["what?", "then", "this"]),
        ("wait…then go", 8, ["wait…", "then go"]),
        ("read/write pros/cons", 14, ["read/write", "pros/cons"]),
        ("see well-known/other", 16, ["see", "well-known/other"]),
        ("https://example.org/path/page", 22, ["https://example.org/", "path/page"]),
        ("no\u00a0break\u2060here at\u00a0all", 15, ["no\u00a0break\u2060here", "at\u00a0all"]),
        ("non\u2011breaking word", 13, ["non\u2011breaking", "word"]),
        ("zero\u200bwidth", 6, ["zero\u200b", "width"]),
        ("Rind\u00adfleisch", 6, ["Rind\u00ad", "fleisc", "h"]),
        ("Rind\u00adfleisch", 4, ["Rind", "flei", "sch"]),
    ],
)
def test_latin_lines_end_where_office_programs_end_them(text: str, columns: int, expected: list[str]) -> None:
    assert lines(text, columns) == expected


@pytest.mark.parametrize(
    ("text", "columns", "expected"),
    [
        ("产品负责人每周", 3, ["产品负", "责人每", "周"]),
        ("讨论优先级，并", 5, ["讨论优先", "级，并"]),
        ("完成（路线）图", 3, ["完成", "（路", "线）图"]),
        ("チームとスケジュール", 6, ["チームとスケ", "ジュール"]),
        ("顧客データー", 5, ["顧客デー", "ター"]),
        ("제품 책임자는 매주", 6, ["제품", "책임자는", "매주"]),
        ("用 OKR 来 plan 每个", 8, ["用 OKR 来", "plan 每个"]),
        ("的 work，then 评审", 10, ["的", "work，then", "评审"]),
    ],
)
def test_east_asian_lines_end_between_characters_but_not_before_closing_signs(
    text: str, columns: int, expected: list[str]
) -> None:
    assert lines(text, columns) == expected


@pytest.mark.parametrize(
    "cluster",
    [
        "e\u0301",
        "a\u0323\u0301",
        "👩\u200d💻",
        "👨\u200d👩\u200d👧\u200d👦",
        "👍\U0001f3fd",
        "🇩🇪",
        "❤\ufe0f",
        "の\u3099",
        "ש\u05c1",
    ],
)
def test_marks_joined_emoji_and_flags_stay_whole_even_in_the_narrowest_box(cluster: str) -> None:
    assert lines(cluster * 3, 1) == [cluster] * 3


def test_flags_are_parted_between_pairs() -> None:
    assert lines("🇩🇪🇫🇷🇮🇹", 2) == ["🇩🇪🇫🇷", "🇮🇹"]


@given(st.text(BASES.replace(" ", "") + MARKS, max_size=40), st.integers(1, 12))
def test_no_line_begins_with_a_mark_and_nothing_is_lost(text: str, columns: int) -> None:
    broken = lines(text, columns)
    assert "".join(broken).replace(" ", "") == text.replace(" ", "")
    assert not any(unicodedata.category(line[0]) in ("Mn", "Me") for line in broken[1:] if line)


@given(st.text(BASES + MARKS, min_size=2, max_size=12))
def test_a_line_never_ends_inside_a_cluster(text: str) -> None:
    assert not any(may_break(text, i) and continues(text, i) and text[i - 1] not in " " for i in range(1, len(text)))
