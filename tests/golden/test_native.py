"""Every kind as PowerPoint finds it: titled, described, read in the order it was written, answered on the next slide."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from pptx import Presentation
from pptx.shapes.group import GroupShape
from pptx.shapes.picture import Picture

from generator.backends import FORMATS
from generator.block import Block, Part, parts_of
from generator.notation.inline import Rich

pytestmark = pytest.mark.xdist_group("golden")

DECKS = (
    "chiefs/writer-role-deck",
    "crew/writer-role-deck",
    "starters/writer-role-deck",
    "crew/writer-or-editor-comparison-deck",
    "crew/writer-or-editor-comparison-deck-share",
    "crew/one-night-course-deck",
)
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
NAMES = ("title", "lead", "term", "name")
"""What a part of a block is called by, whichever it has."""


@pytest.fixture(scope="module", params=DECKS)
def laid(press, request):
    """A deck before it is written."""
    return press.lay(request.param)


@pytest.fixture(scope="module")
def slides(laid):
    """The slides of a deck as they are opened again, by the id of their page."""
    deck = Presentation(io.BytesIO(FORMATS["pptx"].write(laid.document)))
    return {page.id: slide for page, slide in zip(laid.document.pages, deck.slides, strict=True)}


def in_order(shapes) -> Iterator[object]:
    """Every shape in the order in which it is read aloud, groups opened."""
    for shape in shapes:
        yield shape
        if isinstance(shape, GroupShape):
            yield from in_order(shape.shapes)


def read_aloud(slide) -> str:
    """All texts and descriptions of a slide in their order."""
    told = []
    for shape in in_order(slide.shapes):
        if shape.has_text_frame:
            told.append(shape.text_frame.text)
        elif getattr(shape, "has_table", False) and shape.has_table:
            told += [cell.text for row in shape.table.rows for cell in row.cells]
        told.append(description(shape))
    return " ".join(" ".join(told).split())


def description(shape) -> str:
    return shape._element.xpath(".//p:cNvPr")[0].get("descr") or ""


def called(block: Block) -> list[str]:
    """What the parts of a block are called, as they were written."""
    names = (
        next((getattr(part, name) for name in NAMES if isinstance(getattr(part, name, None), Rich)), None)
        for part in parts(block)
    )
    return [str(name) for name in names if name]


def parts(block: Block) -> Iterator[Part]:
    """The parts of a block; of an exercise those that stand on this slide."""
    debrief = getattr(block, "debrief", None)
    yield from (part for part in parts_of(block) if not debrief or not block.steps or part not in (debrief, *debrief.points))


def test_every_slide_has_a_title_of_its_own(slides):
    titles = [" ".join(slide.shapes.title.text.split()) for slide in slides.values()]
    assert all(titles)
    assert len(set(titles)) == len(titles)


def test_every_picture_chart_and_drawing_is_described_or_decorative(slides):
    silent = [
        f"{name}: {shape.name}"
        for name, slide in slides.items()
        for shape in in_order(slide.shapes)
        if isinstance(shape, Picture | GroupShape)
        or shape.has_chart
        or not (shape.has_text_frame and shape.text_frame.text.strip())
        if not description(shape)
        and not any(mark.get("val") == "1" for mark in shape._element.iter(DECORATIVE))
        and not shape._element.xpath("ancestor::p:grpSp[.//p:cNvPr/@descr!='']")
    ]
    assert silent == []


def test_a_title_is_read_before_what_stands_below_it(slides):
    for name, slide in slides.items():
        told, title = read_aloud(slide), " ".join(slide.shapes.title.text.split())
        assert told.index(title) < 0.5 * len(told), name


def test_the_parts_of_a_block_are_read_in_the_order_in_which_they_were_written(laid, slides):
    told = 0
    for place in laid.shown:
        aloud = read_aloud(slides[place.page])
        for block in place.blocks:
            at = 0
            for name in called(block):
                assert name in aloud[at:], f"{place.page}: {name!r} in {aloud!r}"
                at = aloud.index(name, at) + len(name)
                told += 1
    assert told > 8


def test_an_answer_stands_on_the_slide_after_its_question(laid):
    ids = [page.id for page in laid.document.pages]
    then = [name for name in ids if name.endswith("-then")]
    assert [ids[ids.index(name) - 1] for name in then] == [name.removesuffix("-then") for name in then]
