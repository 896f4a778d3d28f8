"""Listings: lines stay as they were written, numbered, on one line each; remarks stand beside theirs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pydantic import ValidationError

from generator.block import Overflow, Placed
from generator.blocks.code import Code
from generator.geometry import ZERO, Box, inch, mm
from generator.kit import Kit
from generator.page.items import Item, TextItem
from generator.page.text import Family

BODY = Box(inch(0.6), inch(1.5), inch(12.133), inch(5.2))
BESIDE = Box(inch(0.6), inch(1.5), inch(8.022), inch(5.2))
ABOVE = Box(inch(0.6), inch(1.5), inch(12.133), inch(4.05))
TEXT = "def rank(items):\n\t'''The *order* of `items`.'''\n\n\tfor item in items:\n\t\tworth(item)\n"
NOTES = ({"lines": "4-5", "text": "Each item is looked at."}, {"lines": 1, "text": "It has a name."})


def code(text: str = TEXT, **more: object) -> Code:
    """A listing as authors write one."""
    return Code.model_validate({"language": "Python", "code": text, **more})


def long(count: int) -> str:
    """Code in groups of five lines, an empty line after each."""
    return "\n".join("" if i % 5 == 4 else f"{'    ' * (i % 5 > 0)}line_{i}()" for i in range(count))


def items_of(kit: Kit, block: Code, box: Box = BODY) -> dict[str, Item]:
    """The placed items by their ids."""
    result = block.place(kit, box)
    assert isinstance(result, Placed), result
    return {item.mark.id: item for item in result.items}


def lines_in(item: Item) -> list[str]:
    """The lines of a text as they are drawn."""
    assert isinstance(item, TextItem)
    return ["".join(piece.text for piece in line.pieces) for line in item.body.lines]


def test_tabs_are_four_blanks_and_empty_lines_around_the_code_go() -> None:
    assert code("\n\n\tif a:\t# x\n\t\tb\n\n").code == "    if a:   # x\n        b"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (" \n \n", "the code is empty; write it below `code: |`"),
        ("a\n" * 61, "the code has 61 lines; show at most 60"),
        ("a\n" + "b" * 91, "line 2 of the code has 91 characters; break it at 90"),
        ("a\x07", "control character U\\+0007 in line 1 of the code"),
    ],
)
def test_what_cannot_be_shown_is_refused_by_its_line(text: str, message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        code(text)


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("three", "cannot be 'three'; write a line such as 3"),
        ("5-4", "'5-4' run backwards"),
        (9, "about lines 9, the code has lines 1 to 5"),
        ("0-1", "about lines 0-1, the code has lines 1 to 5"),
    ],
)
def test_a_note_has_lines_of_the_code(lines: object, message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        code(notes=({"lines": lines, "text": "A"},))


@pytest.mark.parametrize("box", [BODY, BESIDE, ABOVE], ids=["body", "beside", "above"])
@pytest.mark.parametrize("notes", [(), NOTES], ids=["plain", "with notes"])
def test_lines_are_drawn_as_they_were_written(kit: Kit, look, box: Box, notes: tuple[object, ...]) -> None:
    block = code(notes=notes, caption="Shortened for this course")
    items = items_of(kit, block, box)
    assert [line.replace("\u00a0", "") for line in lines_in(items["lines"])] == list(block.rows)
    assert lines_in(items["numbers"]) == ["1", "2", "3", "4", "5"]
    assert look.outside(items.values(), box) == []
    assert look.loose(items.values()) == []
    assert look.pale(kit, items.values(), kit.paper) == []
    assert look.filled(items.values(), box) > 0.98
    said = look.words(items.values())
    assert all(
        word in said for word in ("Python", "Shortened for this course", *(("Lines 4–5", "It has a name.") if notes else ()))
    )


def test_code_is_not_markdown_and_stands_in_the_face_for_code(kit: Kit) -> None:
    item = items_of(kit, code())["lines"]
    assert isinstance(item, TextItem)
    assert "'''The *order* of `items`.'''" in item.body.text
    assert {run.style.family for p in item.body.paragraphs for run in p.runs} == {Family.CODE}
    assert not any(run.style.bold or run.style.italic for p in item.body.paragraphs for run in p.runs)


def test_a_mark_stands_at_the_lines_of_its_note(kit: Kit) -> None:
    items = items_of(kit, code(notes=NOTES))
    text = items["lines"]
    assert isinstance(text, TextItem)
    line, bases = text.box.h / 5, [text.box.y + line.baseline for line in text.body.lines]
    bar = items["mark-1-bar"].box
    assert bases[2] < bar.y < bases[3] - line * 0.4 and bases[4] < bar.bottom
    assert line * 1.7 < bar.h < line * 2
    first = items["mark-2-bar"].box
    assert first.y < bases[0] - line * 0.4 and bases[0] < first.bottom < bases[1] - line * 0.4


def test_eighteen_lines_stand_on_one_slide_and_forty_do_not(kit: Kit) -> None:
    items_of(kit, code(long(18)))
    result = code(long(40)).place(kit, BODY)
    assert isinstance(result, Overflow)
    assert result.need > result.have


def test_a_line_that_is_too_long_beside_a_callout_is_refused(kit: Kit) -> None:
    result = code("x" * 80).place(kit, BESIDE)
    assert isinstance(result, Overflow)
    assert result.need > result.have
    assert isinstance(code("x" * 90).place(kit, BODY), Placed)


def test_where_nothing_else_helps_a_line_goes_on_below_without_a_number(kit: Kit, look) -> None:
    block = code("first = call(" + "argument, " * 7 + ")\nlast")
    result = block.place(replace(kit, breaking=True), replace(BESIDE, w=inch(4)))
    assert isinstance(result, Placed)
    items = {item.mark.id: item for item in result.items}
    assert "".join(look.words([items["lines"]]).split()) == "".join(block.code.split())
    numbers = [p.text for p in items["numbers"].body.paragraphs]
    assert numbers[0] == "1" and numbers[-1] == "2" and set(numbers[1:-1]) == {"\u00a0"}


def test_it_is_cut_between_groups_and_the_numbers_go_on() -> None:
    notes = ({"lines": "1-3", "text": "Early"}, {"lines": "17-23", "text": "Across"}, {"lines": 38, "text": "Late"})
    block = code(long(40), notes=notes)
    halves = block.split()
    assert halves is not None
    first, second = halves
    assert (first.start, first.end, second.start, second.end) == (1, 19, 21, 39)
    assert [*first.rows, "", *second.rows] == list(block.rows)
    assert [str(note.text) for note in (*first.notes, *second.notes)] == ["Early", "Across", "Late"]
    assert first.notes[1].lines == "17-19"
    assert code("x = 1").split() is None


def test_code_without_empty_lines_is_cut_where_it_is_least_indented() -> None:
    rows = [("    " if i % 6 else "") + f"a{i}" for i in range(20)]
    halves = code("\n".join(rows)).split()
    assert halves is not None
    assert halves[1].rows[0] == "a12"


def test_lines_are_counted_from_the_first_number() -> None:
    assert code(start=41).end == 45
    with pytest.raises(ValidationError, match="the code has lines 41 to 45"):
        code(start=41, notes=NOTES)


@pytest.mark.parametrize("width", [182, 104, 74, 57])
def test_on_a_sheet_nothing_is_lost_and_every_text_has_its_room(sheet_kit: Kit, look, width: int) -> None:
    for block in (code(notes=NOTES, caption="Shortened"), code("word " * 17), code("x" * 90, language=None)):
        flow = block.flow(sheet_kit, mm(width))
        box = Box(ZERO, ZERO, mm(width), sum(flow.heights[1:], flow.heights[0]))
        items = flow.draw(box, flow.heights)
        assert look.outside(items, box) == []
        assert look.loose(items) == []
        assert all(word in look.words(items) for word in str(block.notes[0].text if block.notes else "").split())
        lines = next(item for item in items if item.mark.id == "lines")
        assert "".join("".join(lines_in(lines)).split()) == "".join(block.code.split())


def test_a_few_lines_fill_the_height(kit: Kit) -> None:
    items = items_of(kit, code("\n".join(f"line_{i}: value" for i in range(7)), notes=({"lines": 2, "text": "Seen."},)))
    assert items["lines"].box.h >= BODY.h * 0.68


def test_remarks_begin_beside_their_lines_where_these_stand_far_enough_apart(kit: Kit) -> None:
    notes = tuple({"lines": line, "text": "Their own words, and a count"} for line in (1, 3, 5))
    items = items_of(kit, code("\n".join(f"line_{i}: value" for i in range(7)), notes=notes))
    for i in (1, 2, 3):
        mark, disc = items[f"mark-{i}"].box, items[f"note-{i}-number"].box
        assert abs((mark.y + mark.h / 2 - disc.y - disc.h / 2).pt) < 1


def test_remarks_on_neighbouring_lines_stand_apart_evenly(kit: Kit) -> None:
    notes = tuple({"lines": line, "text": "Their own words, and a count"} for line in (2, 3, 4))
    items = items_of(kit, code("\n".join(f"line_{i}: value" for i in range(7)), notes=notes))
    tops = [items[f"note-{i}-number"].box.y for i in (1, 2, 3)]
    assert abs((tops[1] - tops[0] - (tops[2] - tops[1])).pt) < 1


def test_short_lines_leave_more_of_the_width_to_their_remarks_than_long_ones(kit: Kit) -> None:
    notes = ({"lines": "1", "text": "It has a name."},)
    short, wide = (items_of(kit, code(text, notes=notes)) for text in ("name: Acme\n", "name: " + "Acme and Sons " * 2))
    assert short["notes"].box.w > wide["notes"].box.w and short["notes"].box.right == wide["notes"].box.right
