"""A chart on paper: the finding, the drawing in a compact form, what follows, and the source."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.block import Flow, Overflow
from generator.blocks._room import AIR
from generator.blocks._ruled import Line, note, ruled, small
from generator.blocks.chart.drawing import Drawing, Job, Sizes, bars
from generator.blocks.chart.figures import Figures
from generator.blocks.chart.lines import lines
from generator.blocks.chart.slices import slices
from generator.blocks.chart.stacked import stacked_bars
from generator.blocks.chart.told import Said, Told
from generator.geometry import ZERO, Box, Length, mm, pt
from generator.kit import Kit
from generator.notation.inline import Rich
from generator.page.items import Item
from generator.page.text import Align, Anchor, Paragraph, Run

ROWS = (2.0, 2.7)
"""The height of a bar's row in sizes of the text: with names on one line, and on two."""
THICKEST = mm(6)
LINE, DOT = pt(1.75), pt(5)
HIGH = {"line": 15, "pie": 12, "doughnut": 12}
"""The height of lines and slices in sizes of the text."""
UNDER_BARS = mm(1.5)
TO_TEXT = mm(3)
"""Between the finding's number and its words, and between names and values."""


def flow_chart(kit: Kit, form: str, figures: Figures, told: Told, width: Length) -> Flow:
    """The parts of a chart below each other; the drawing and the rows of points may grow."""
    parts = [*_finding(kit, told, width), *([_drawn(kit, form, figures, told.summary, width)] if figures.categories else [])]
    if told.points:
        parts.append(ruled(kit, [_point(kit, said, number, width) for number, said in enumerate(told.points, 1)]))
    return _joined([*parts, *_source(kit, told, width)])


def _joined(parts: Sequence[Flow]) -> Flow:
    """Flows below each other as one."""

    def draw(box: Box, final: tuple[Length, ...]) -> tuple[Item, ...]:
        items: list[Item] = []
        start = 0
        for part in parts:
            heights = final[start : start + len(part.heights)]
            start += len(part.heights)
            place, box = box.cut_top(Length(sum(h.emu for h in heights)))
            items.extend(part.draw(place, heights))
        return tuple(items)

    return Flow(tuple(h for p in parts for h in p.heights), tuple(s for p in parts for s in p.stretch), draw)


def _one(height: Length, grows: bool, draw: Callable[[Box], tuple[Item, ...]]) -> Flow:
    return Flow((height,), (grows,), lambda box, _: draw(box))


def _finding(kit: Kit, told: Told, width: Length) -> Iterator[Flow]:
    """A large number, and the words beside it."""
    if told.finding is None:
        return
    value, text = told.finding
    number = kit.para(value, kit.style(pt(20), kit.accent, bold=True), height=1.1)
    left = min(width * 0.5, kit.width(value, number.runs[0].style) + TO_TEXT)
    words = small(kit, text, bold=True)
    height = max(kit.height([number], left), kit.height([words], (width - left) * AIR)) + kit.sheet.padding * 2

    def draw(box: Box) -> tuple[Item, ...]:
        return (
            kit.text("finding-value", replace(box, w=left), [number], anchor=Anchor.MIDDLE),
            kit.text("finding-text", box.cut_left(left)[1], [words], anchor=Anchor.MIDDLE),
        )

    yield _one(height, False, draw)


def _drawn(kit: Kit, form: str, figures: Figures, finding: str, width: Length) -> Flow:
    """The drawing; what has no room as lines or slices is bars, and names too long for those are a list."""
    size = kit.sheet.size
    job = Job(
        kit, figures, Box(ZERO, ZERO, width, ZERO), Sizes(size, size, size, ZERO, THICKEST, THICKEST, ZERO, LINE, DOT), finding
    )
    for height, draw in _ways(form, figures):
        sized = replace(job, box=replace(job.box, h=size * height))
        if not isinstance(draw(sized), Overflow):
            return _one(sized.box.h + UNDER_BARS, True, _Sized(sized, draw).draw)
    return ruled(kit, [_listed(kit, number, pair, width) for number, pair in enumerate(_pairs(figures), 1)])


def _ways(form: str, figures: Figures) -> Iterator[tuple[float, Callable[[Job], Drawing | Overflow]]]:
    """How a form may be drawn, the best way first, and the height of that in sizes of the text."""
    match form:
        case "line":
            yield HIGH[form], lines
        case "pie" | "doughnut":
            yield HIGH[form], lambda job: slices(job, ring=form == "doughnut")
    for row in ROWS:
        if len(figures.raw) == 1:
            yield row * len(figures.categories), bars
        elif form != "line":
            yield row * len(figures.categories) + 2.5, stacked_bars


@dataclass(frozen=True, slots=True)
class _Sized:
    """A drawing that is known to fit its job's box."""

    job: Job
    drawing: Callable[[Job], Drawing | Overflow]

    def draw(self, box: Box) -> tuple[Item, ...]:
        room = box.cut_bottom(UNDER_BARS)[0]
        drawing = self.drawing(replace(self.job, box=room))
        if isinstance(drawing, Overflow):  # a larger circle takes the room of its names
            drawing = self.drawing(replace(self.job, box=room.centred(room.w, self.job.box.h)))
        assert not isinstance(drawing, Overflow), "it was drawn at this size when it was measured"
        return drawing.items


def _pairs(figures: Figures) -> list[tuple[str, str]]:
    """Every value with what it stands for."""
    several = len(figures.raw) > 1
    return [
        (f"{category}, {name}" if several else category, figures.label(value))
        for name, values in figures.series
        for category, value in zip(figures.categories, values, strict=True)
        if value is not None
    ]


def _listed(kit: Kit, number: int, pair: tuple[str, str], width: Length) -> Line:
    name, value = small(kit, pair[0]), small(kit, pair[1], bold=True)
    right = replace(value, align=Align.RIGHT)
    room = min(width * 0.5, kit.width(pair[1], value.runs[0].style) + pt(1))

    def draw(box: Box) -> tuple[Item, ...]:
        left, end = box.cut_right(room, TO_TEXT)
        return (
            kit.text(f"name-{number}", left, [name], anchor=Anchor.MIDDLE),
            kit.text(f"value-{number}", end, [right], anchor=Anchor.MIDDLE),
        )

    return Line(max(kit.height([name], width - room - TO_TEXT), kit.height([right], room)), draw)


def _point(kit: Kit, said: Said, number: int, width: Length) -> Line:
    """A bold lead and its text on one line."""
    lead, text = said
    style = kit.style(kit.sheet.size)
    runs = (*small(kit, lead, bold=True).runs, *((Run("  ", style), *kit.runs(text, style)) if text else ()))
    told = [Paragraph(runs, line_height=kit.sheet.leading)]
    return Line(kit.height(told, width * AIR), lambda box: (kit.text(f"point-{number}", box, told, anchor=Anchor.MIDDLE),))


def _source(kit: Kit, told: Told, width: Length) -> Iterator[Flow]:
    text: Rich = told.source_line(kit)
    if text:
        said = [note(kit, text)]
        height = kit.height(said, width * AIR) + kit.sheet.padding
        yield _one(height, False, lambda box: (kit.text("source", box, said, anchor=Anchor.BOTTOM),))
