"""A listing on a sheet: numbered lines on a surface, then a row a remark. A column cannot refuse, so long lines wrap there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.block import Flow
from generator.blocks._listing import PITCH, code_style, fits, rows_of
from generator.blocks._room import need
from generator.blocks._ruled import HAIRLINE, note, small
from generator.blocks.code.source import Note, Source
from generator.geometry import ZERO, Box, Length, mm, pt
from generator.kit import Kit
from generator.notation.inline import Fragment, Rich
from generator.page.colour import Colour
from generator.page.items import Item
from generator.page.text import Align, Anchor, Paragraph, Run

ACROSS, DOWN = mm(3), mm(2.4)
TO_CODE = mm(3)
BETWEEN = mm(1)
LARGEST, SMALLEST = 10, 8.5


def flow_listing(kit: Kit, source: Source, width: Length) -> Flow:
    """One row for the lines and their caption, which keeps its height, and one for each remark."""
    listing = _Listing(kit, source, width)
    notes = [[small(kit, _told(kit, each))] for each in source.notes]
    rows = [need(kit, told, width) + kit.sheet.padding * 2 for told in notes]

    def draw(box: Box, heights: tuple[Length, ...]) -> tuple[Item, ...]:
        first, rest = box.cut_top(heights[0])
        items = list(listing.draw(first))
        for number, (told, height) in enumerate(zip(notes, heights[1:], strict=True), 1):
            place, rest = rest.cut_top(height)
            if number > 1:
                items.append(kit.rule(f"hairline-{number}", (place.x, place.y), place.w, Colour("accent6"), HAIRLINE))
            items.append(kit.text(f"note-{number}", place, told, anchor=Anchor.MIDDLE))
        return tuple(items)

    return Flow((listing.height, *rows), (False, *(True for _ in rows)), draw)


def _told(kit: Kit, each: Note) -> Rich:
    """The lines a remark is about, and the remark."""
    return Rich((Fragment(f"{each.named(kit)}: ", bold=True), *each.text.fragments))


@dataclass(frozen=True, slots=True)
class _Listing:
    """The lines in a column, as large as their longest allows."""

    kit: Kit
    source: Source
    width: Length

    @property
    def size(self) -> Length:
        """The largest size at which no line wraps, or the smallest there is."""
        steps = [pt(LARGEST - 0.5 * i) for i in range(4)]
        rows = ((size, rows_of(self.kit, self.source.code, size)) for size in steps)
        return next((size for size, set_ in rows if fits(self.kit, set_, self._code_width(size))), pt(SMALLEST))

    def _front(self, size: Length) -> Length:
        """Of the numbers' column."""
        return self.kit.measure.width("0" * len(str(self.source.end)), code_style(self.kit, size)) * 1.05

    def _code_width(self, size: Length) -> Length:
        return self.width - ACROSS * 2 - self._front(size) - TO_CODE

    def _head(self) -> list[Paragraph]:
        return [note(self.kit, self.source.language, self.kit.accent, bold=True)] if self.source.language else []

    def _foot(self) -> list[Paragraph]:
        return [note(self.kit, self.source.caption)] if self.source.caption else []

    def _frame(self) -> tuple[Length, Length]:
        inner = self.width - ACROSS * 2
        above, below = (need(self.kit, told, inner) for told in (self._head(), self._foot()))
        return (above + BETWEEN if above else ZERO), (below + BETWEEN if below else ZERO)

    @property
    def height(self) -> Length:
        """Of the surface and the space below it."""
        size = self.size
        above, below = self._frame()
        lines = self.kit.height(rows_of(self.kit, self.source.code, size), self._code_width(size))
        return DOWN * 2 + above + lines + below + BETWEEN

    def draw(self, box: Box) -> Iterator[Item]:
        """Surface, language, numbers, lines, caption."""
        kit, size = self.kit, self.size
        ground = box.cut_bottom(BETWEEN)[0]
        yield kit.card("ground", ground)
        above, below = self._frame()
        inner = ground.inset(ACROSS, DOWN)
        head, rest = inner.cut_top(above)
        body, foot = rest.cut_bottom(below)
        if self._head():
            yield kit.text("language", head, self._head())
        front, code = body.cut_left(self._front(size), TO_CODE)
        rows = rows_of(kit, self.source.code, size)
        y, style = front.y, code_style(kit, size, kit.quiet)
        for number, row in enumerate(rows, self.source.start):
            told = [Paragraph((Run(str(number), style),), Align.RIGHT, PITCH)]
            yield kit.text(f"number-{number}", Box(front.x, y, front.w, size * PITCH), told)
            y = y + kit.height([row], code.w)
        yield kit.text("lines", code, rows)
        if self._foot():
            yield kit.text("caption", foot, self._foot(), anchor=Anchor.BOTTOM)
