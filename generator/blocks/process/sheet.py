"""A process on paper: chevrons as a table's head and one row for each thing said, or a numbered list in a narrow column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.block import Flow
from generator.blocks._room import AIR, longest_word
from generator.blocks._ruled import HAIRLINE, Line, note, ruled, small
from generator.blocks._tails import held
from generator.blocks.process.step import NEUTRAL, Shown
from generator.geometry import ZERO, Box, Length, mm, pt, total
from generator.kit import Kit
from generator.page.colour import Colour
from generator.page.items import Item
from generator.page.shapes import Chevron
from generator.page.text import Anchor, Paragraph, Run

AFTER_LABEL = mm(2.5)
"""Between the longest word of the rows' labels and the first chevron."""
HEAD, TIP, WHITE = mm(7), mm(2.6), mm(1.2)
"""A chevron's height, the length of its point, and the white before the next one."""
TO_TEXT = mm(1.4)
"""From a chevron's notch to its words; the cells below begin there too."""
GAP = mm(2.7)
"""Kept free between neighbouring cells, so that two of them never read as one sentence."""
NARROW = mm(24)
"""Below this width of a cell the steps are a list."""
NUMERAL = mm(8)


@dataclass(frozen=True, slots=True)
class _Row:
    """What is said of every step: a label and a cell for each."""

    label: Paragraph
    cells: tuple[Paragraph | None, ...]


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where columns stand, measured from the left edge of the block."""

    width: Length
    count: int
    label: Length
    """Of the column of labels."""

    @property
    def pitch(self) -> Length:
        return (self.width - self.label - TIP + WHITE) / self.count

    def left(self, number: int) -> Length:
        """The left edge of a chevron."""
        return self.label + self.pitch * number

    def chevron(self, number: int) -> tuple[Length, Length]:
        """Left edge and width: up to the point that lies in the next one's notch; the last one ends with the block."""
        end = self.width if number == self.count - 1 else self.left(number + 1) + TIP - WHITE
        return self.left(number), end - self.left(number)

    def title(self, number: int) -> Length:
        """The width of a title in its chevron: from the line of the cells to a little before the point's end."""
        left, width = self.chevron(number)
        return left + width - self.cell(number)[0] - TIP * 0.4

    def cell(self, number: int) -> tuple[Length, Length]:
        """Left edge and width of a text below a chevron, in line with its words."""
        left = self.left(number) + TIP + TO_TEXT
        end = self.width if number == self.count - 1 else self.left(number + 1) + TIP + TO_TEXT - GAP
        return left, end - left


def flow_steps(kit: Kit, steps: tuple[Shown, ...], width: Length) -> Flow:
    """The state flow of HANDOUTS; a list where its cells would be narrow, or a title too long for its chevron."""
    rows = _rows(kit, steps)
    grid = _grid(kit, rows, len(steps), width)
    if grid.cell(grid.count - 1)[1] < NARROW or any(_title_height(kit, step, grid, i) > HEAD for i, step in enumerate(steps)):
        return ruled(kit, [_listed(kit, step, width) for step in steps])
    heights = [HEAD + mm(0.6), *(_high(kit, row, grid) + kit.sheet.padding * 2 for row in rows)]

    def draw(box: Box, final: tuple[Length, ...]) -> tuple[Item, ...]:
        items = list(_head(kit, steps, grid, box))
        rest = box.cut_top(final[0])[1]
        for number, (row, height) in enumerate(zip(rows, final[1:], strict=True), 1):
            place, rest = rest.cut_top(height)
            items.extend(_row(kit, row, number, (grid, place)))
            if number < len(rows):
                items.append(kit.rule(f"row-{number}-rule", (place.x, place.bottom), place.w, Colour(NEUTRAL), HAIRLINE))
        return tuple(items)

    return Flow(tuple(heights), (False, *(True for _ in rows)), draw)


def _grid(kit: Kit, rows: list[_Row], count: int, width: Length) -> _Grid:
    """The columns: labels on one line, or broken at their words where that takes no more height, which the cells gain."""
    whole_labels = max((kit.width(row.label.text, row.label.runs[0].style) for row in rows), default=ZERO)
    words = max((longest_word(kit, row.label) for row in rows), default=ZERO) / AIR + pt(1)
    grids = [_Grid(width, max(1, count), label + AFTER_LABEL) for label in (words, whole_labels)]
    return min(grids, key=lambda grid: total([_high(kit, row, grid) for row in rows]).emu)


def _high(kit: Kit, row: _Row, grid: _Grid) -> Length:
    """What the highest text of a row takes, with air in hand."""
    return max(kit.height([told], width * AIR) for told, width in _widths(row.label, row.cells, grid))


def _widths(label: Paragraph, cells: Sequence[Paragraph | None], grid: _Grid) -> Iterator[tuple[Paragraph, Length]]:
    """The texts of a row with the widths of their columns."""
    yield label, (grid.label - AFTER_LABEL) / AIR
    yield from ((cell, grid.cell(i)[1]) for i, cell in enumerate(cells) if cell)


def _head(kit: Kit, steps: tuple[Shown, ...], grid: _Grid, box: Box) -> Iterator[Item]:
    titles = [[small(kit, step.title, kit.paper, bold=True)] for step in steps]
    room = [grid.chevron(i)[1] - TIP * 2 - TO_TEXT for i in range(grid.count)]
    fits = all(kit.height(title, w) <= kit.height(titles[0], grid.width) for title, w in zip(titles, room, strict=True))
    for i, step in enumerate(steps):
        left, width = grid.chevron(i)
        place = Box(box.x + left, box.y, width, HEAD)
        yield kit.shape(step.name, place, Chevron(TIP, flat_left=i == 0), fill=Colour(step.role))
        title = titles[i] if fits else [_small_title(kit, step)]
        text = Box(box.x + grid.cell(i)[0], box.y, grid.title(i), HEAD)
        yield kit.text(f"{step.name}-title", text, title, anchor=Anchor.MIDDLE)


def _small_title(kit: Kit, step: Shown) -> Paragraph:
    """A title that may take two lines in its chevron."""
    return replace(note(kit, step.title, kit.paper, bold=True), line_height=1.1)


def _title_height(kit: Kit, step: Shown, grid: _Grid, number: int) -> Length:
    return kit.height([_small_title(kit, step)], grid.title(number))


def _row(kit: Kit, row: _Row, number: int, where: tuple[_Grid, Box]) -> Iterator[Item]:
    """A row's texts, all beginning on one line; the highest of them stands in the middle of the row."""
    grid, place = where
    cells = [held(kit, cell, grid.cell(i)[1]) if cell else None for i, cell in enumerate(row.cells)]
    high = max(kit.height([told], width) for told, width in _widths(row.label, cells, grid))
    place = Box(place.x, place.y + (place.h - high) / 2, place.w, high)
    yield kit.text(f"row-{number}-label", replace(place, w=grid.label - AFTER_LABEL), [row.label])
    for i, cell in enumerate(cells):
        if cell:
            left, width = grid.cell(i)
            box = Box(place.x + left, place.y, width, place.h)
            yield kit.text(f"row-{number}-{i + 1}", box, [cell])


def _rows(kit: Kit, steps: tuple[Shown, ...]) -> list[_Row]:
    """A row for everything that is said of some step."""
    said = (
        ("happens", [step.step.text for step in steps], False),
        ("gives", [step.step.gives for step in steps], True),
        ("decides", [step.decider for step in steps], False),
    )
    return [
        _Row(small(kit, kit.words.say(key), bold=True), tuple(small(kit, v, bold=bold) if v else None for v in values))
        for key, values, bold in said
        if any(values)
    ]


def _listed(kit: Kit, step: Shown, width: Length) -> Line:
    """A step as a row of a list: a numeral, what it is called and what happens, below it what it gives and who decides."""
    colour = kit.quiet if step.is_teams else Colour(step.role)
    numeral = kit.para(str(step.number), kit.style(pt(16), colour, bold=True), height=1.1)
    title = small(kit, step.step.title, bold=True)
    text = kit.runs(step.step.text, kit.style(kit.sheet.size)) if step.step.text else ()
    told = [replace(title, runs=(*title.runs, Run("  ", kit.style(kit.sheet.size)), *text)) if text else title]
    if step.step.gives or step.decider:
        told.append(_given(kit, step))
    room = width - NUMERAL
    height = max(kit.height(told, room * AIR), kit.height([numeral], NUMERAL))

    def draw(box: Box) -> tuple[Item, ...]:
        body = Box(box.x + NUMERAL, box.y, room, box.h)
        return (
            kit.text(f"{step.name}-number", replace(box, w=NUMERAL), [numeral], anchor=Anchor.MIDDLE),
            kit.text(f"{step.name}-text", body, told, anchor=Anchor.MIDDLE),
        )

    return Line(height, draw)


def _given(kit: Kit, step: Shown) -> Paragraph:
    """What a step gives and who decides it, in one line of notes."""
    runs: list[Run] = []
    for key, value in (("gives", step.step.gives), ("decides", step.decider)):
        if value:
            label = f"{'  ·  ' if runs else ''}{kit.words.say(key)}: "
            runs.extend((*note(kit, label).runs, *note(kit, value, kit.ink, bold=True).runs))
    return Paragraph(tuple(runs), line_height=kit.sheet.leading)
