"""A listing on a slide: numbered lines on a surface, marked where a remark belongs; the remarks at the right or below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from generator.block import Overflow, Placed
from generator.blocks._listing import LONGEST, PITCH, code_style, fits, rows_of
from generator.blocks._room import AIR, choose, legible, need, whole
from generator.blocks._tails import held
from generator.blocks.code.source import Note, Source
from generator.geometry import ZERO, Box, Length, inch, pt, total
from generator.kit import GAP, Kit, Paint
from generator.page.items import Item
from generator.page.text import Align, Anchor, Paragraph, Run

SIDES = (4.939 / 12.133, 3.911 / 12.133)
"""The share of the width for remarks at the right: five columns of the grid where the lines are short, else four.

Short lines on a wide ground leave a hole between them and the marks at its right.
"""
ROOMY = inch(4.5)
"""Remarks of this width have larger type."""
BAR = inch(0.07)
"""How wide the bar is that marks lines."""
BETWEEN_BARS = 0.08
"""What a bar leaves free of its first and last line, as a share of a line."""
INSET = inch(0.28)
PADDING = inch(0.2)
TO_CODE = inch(0.26)
"""Between numbers and code."""
MARK, TO_MARK = inch(0.34), inch(0.14)
DISC, TO_TEXT = inch(0.5), inch(0.2)
LEAST_GAP = inch(0.14)
"""Between remarks."""
WIDEST_PITCH = 1.9
UP = inch(0.1)
"""As letters stand low in lines that are far apart, these stand so much higher below the name of a language."""
MIDDLE = 0.33
"""How far the middle of letters lies above their baseline, as a share of their size: the middle of a line's bar and mark."""
LEAST_ROW = 12
"""Characters of the shortest row that a line may be folded to."""
FEW, LARGE, LARGE_NOTED = 6, (28, 24), (24,)
"""Up to so many lines may stand in larger type, and a line more where remarks stand beside them."""
SIZES = (20, 18, 16, 14)
SMALLEST = 12
"""For lines that are too long at all others; at this size they go on below where they must."""
FOLDED = 4
"""How far a line that goes on is set in."""
LABEL = pt(14)


def place_listing(kit: Kit, source: Source, box: Box) -> Placed | Overflow:
    """Fill `box`, the remarks at the right where the lines leave room for them, else below."""
    sides = (*SIDES, 0.0) if source.notes else (0.0,)
    ways = [_Listing(kit, source, box, pt(size), side) for size in SIZES for side in sides]
    if len(source.rows) <= FEW + bool(source.notes):
        large = product(LARGE_NOTED, SIDES) if source.notes else product(LARGE, sides)
        ways = [*(_Listing(kit, source, box, pt(size), side) for size, side in large), *ways]
    possible = [way for way in ways if way.whole()]
    if not possible and kit.breaking:
        last = _Listing(kit, source, box, pt(SMALLEST), side=0.0)
        letter = kit.measure.width("0", code_style(kit, last.size))
        possible = [way for way in (last, replace(last, most=int(last.code_width.ratio(letter) * AIR))) if way.whole()]
    if not possible:
        return Overflow(box.h * 2, box.h, wide=True)
    chosen = choose(possible, lambda way: way.taken(), box.h)
    return chosen if isinstance(chosen, Overflow) else Placed(tuple(chosen.draw()))


@dataclass(frozen=True, slots=True)
class _Listing:
    """One way to set a listing."""

    kit: Kit
    source: Source
    box: Box
    size: Length
    side: float
    """The share of the width for remarks at the right; zero where they stand below."""
    most: int = LONGEST
    """The characters of a line that stands on one; longer ones go on below."""

    @property
    def aside(self) -> bool:
        """Whether the remarks stand at the right."""
        return self.side > 0

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """The rows that are shown, each behind the number of its line; one that goes on has none."""
        shown = ((number, _folded(row, self.most)) for number, row in enumerate(self.source.rows, self.source.start))
        return tuple(("" if i else str(number), part) for number, parts in shown for i, part in enumerate(parts))

    @property
    def code(self) -> str:
        """The rows as one text."""
        return "\n".join(row for _, row in self.rows)

    @property
    def note_size(self) -> Length:
        few = self.size >= pt(18) and len(self.source.notes) < 3
        return pt((24 if self.aside and self.widths[1] >= ROOMY and self.size >= pt(20) else 20) if few else 18)

    @property
    def areas(self) -> tuple[Box, Box]:
        """Where the lines stand and where the remarks; these have no room where there are none."""
        if not self.source.notes:
            return self.box, self.box.cut_bottom(ZERO)[1]
        if self.aside:
            return self.box.cut_right(self.box.w * self.side, GAP)
        return self.box.cut_bottom(self.notes_height(), GAP)

    @property
    def widths(self) -> tuple[Length, Length]:
        """Of the two areas."""
        side = self.box.w * self.side
        return (self.box.w - side - GAP, side) if self.aside and self.source.notes else (self.box.w, self.box.w)

    @property
    def number_width(self) -> Length:
        style = code_style(self.kit, self.size)
        return self.kit.measure.width("0" * max(2, len(str(self.source.end))), style) * 1.05

    @property
    def code_width(self) -> Length:
        marks = MARK + TO_MARK if self.source.notes else ZERO
        return self.widths[0] - INSET * 2 - self.number_width - TO_CODE - marks

    @property
    def note_width(self) -> Length:
        return self.widths[1] - INSET * 2 - DISC - TO_TEXT

    def told(self, note: Note) -> list[Paragraph]:
        """The lines a remark is about, and the remark: one below the other at the side, in one text elsewhere."""
        kit, style = self.kit, self.kit.style(self.note_size)
        colour = legible(kit, kit.role, kit.tint())
        if self.aside:
            above = kit.para(note.named(kit), kit.style(LABEL, colour, bold=True))
            return [above, held(kit, kit.para(note.text, style, before=inch(0.03)), self.note_width)]
        lead = Run(f"{note.named(kit)}: ", kit.style(self.note_size, colour, bold=True))
        return [Paragraph((lead, *kit.runs(note.text, style)))]

    def foot(self) -> list[Paragraph]:
        """The caption."""
        return [self.kit.para(self.source.caption, self.kit.style(LABEL, self.kit.quiet))] if self.source.caption else []

    def frame(self) -> tuple[Length, Length]:
        """What stands above the lines and below them."""
        kit, inner = self.kit, self.widths[0] - INSET * 2
        above = LABEL * 1.2 + inch(0.14) if self.source.language else ZERO
        return above, (need(kit, self.foot(), inner) + inch(0.12) if self.foot() else ZERO)

    def whole(self) -> bool:
        """Whether every line stands on one line, and no word of a remark is broken."""
        if self.most < LEAST_ROW or not fits(self.kit, rows_of(self.kit, self.code, self.size), self.code_width):
            return False
        if self.note_width < inch(1.4) and self.source.notes:
            return False
        notes = [p for note in self.source.notes for p in self.told(note)]
        return whole(self.kit, notes, self.note_width) and whole(self.kit, self.foot(), self.code_width)

    def heights(self) -> list[Length]:
        """What each remark takes."""
        return [max(DISC, need(self.kit, self.told(note), self.note_width)) for note in self.source.notes]

    def notes_height(self) -> Length:
        """What all remarks take in one column, their panel included."""
        return total(self.heights()) + LEAST_GAP * (len(self.source.notes) - 1) + PADDING * 2

    def taken(self) -> Length:
        """The height it needs."""
        code = self.size * PITCH * len(self.rows) + total(self.frame()) + PADDING * 2
        if not self.source.notes:
            return code
        return max(code, self.notes_height()) if self.aside else code + GAP + self.notes_height()

    def draw(self) -> Iterator[Item]:
        """The surface with its lines, then the remarks."""
        left, right = self.areas
        yield from self._code(left)
        if self.source.notes:
            yield from self._notes(right)

    def _code(self, box: Box) -> Iterator[Item]:
        kit, source = self.kit, self.source
        yield kit.card("ground", box)
        inner, (above, below) = box.inset(INSET, PADDING), self.frame()
        head, rest = inner.cut_top(above)
        body, foot = rest.cut_bottom(below)
        if source.language:
            style = kit.style(LABEL, legible(kit, kit.role, kit.surface), bold=True)
            yield kit.text("language", head.cut_top(LABEL * 1.2)[0], [kit.para(source.language, style)])
        yield from self._lines(*self._ruled(body))
        if self.foot():
            yield kit.text("caption", foot, self.foot(), anchor=Anchor.BOTTOM)

    def _ruled(self, box: Box) -> tuple[Box, float]:
        """Where the lines stand, and the distance of their baselines as a multiple of the size: as wide as the height allows."""
        rows = len(self.rows)
        pitch = min(WIDEST_PITCH, int(box.h.ratio(self.size * rows) * 100) / 100)
        place = box.centred(box.w, self.size * pitch * rows)
        up = min(UP, max(ZERO, self.size * (pitch - PITCH) / 2)) if self.source.language else ZERO
        return place.moved(dy=-up), pitch

    def _lines(self, place: Box, pitch: float) -> Iterator[Item]:
        kit, line = self.kit, self.size * pitch
        yield from self._grounds(place, line)
        front, code = place.cut_left(self.number_width, TO_CODE)
        style = code_style(kit, self.size, kit.quiet)
        numbers = [Paragraph((Run(number or "\u00a0", style),), Align.RIGHT, pitch) for number, _ in self.rows]
        yield kit.text("numbers", front, numbers)
        yield kit.text("lines", code.cut_left(self.code_width)[0], rows_of(kit, self.code, self.size, pitch))
        yield from self._marks(place, line)

    def _grounds(self, box: Box, line: Length) -> Iterator[Item]:
        """A bar left of the lines that a remark is about."""
        for number, strip in enumerate(self._strips(box, line), 1):
            bar = Box(strip.x - INSET * 0.5, strip.y, BAR, strip.h).inset(ZERO, line * BETWEEN_BARS)
            yield self.kit.shape(f"mark-{number}-bar", bar, fill=self.kit.accent)

    def _marks(self, box: Box, line: Length) -> Iterator[Item]:
        side, strips = min(MARK, line), self._strips(box, line)
        for number, strip in enumerate(strips, 1):
            before = sum(other.y == strip.y for other in strips[: number - 1])  # those of one line stand side by side
            place = Box(strip.right - side - side * 1.15 * before, strip.y + (line - side) / 2, side, side)
            yield self._disc(f"mark-{number}", place, number, pt(14) if side >= inch(0.3) else pt(12))

    def _strips(self, box: Box, line: Length) -> tuple[Box, ...]:
        """Where the lines of each remark stand, letters in the middle: in a line that is far from others they stand low."""
        pitch = line.ratio(self.size)
        baseline = self.kit.body(rows_of(self.kit, "0", self.size, pitch), box.w).lines[0].baseline
        top = box.y + baseline - self.size * MIDDLE - line / 2
        reaches = [note.reach for note in self.source.notes]
        numbers = [number for number, _ in self.rows]
        firsts = {int(number): at for at, number in enumerate(numbers) if number}
        ends = {**firsts, self.source.end + 1: len(numbers)}
        return tuple(
            Box(box.x, top + line * firsts[each.first], box.w, line * (ends[each.last + 1] - firsts[each.first]))
            for each in reaches
        )

    def _disc(self, name: str, box: Box, number: int, size: Length) -> Item:
        return self.kit.number(name, box, str(number), self.kit.style(size, self.kit.paper, bold=True), Paint(self.kit.accent))

    def _notes(self, box: Box) -> Iterator[Item]:
        kit, heights = self.kit, self.heights()
        yield kit.card("notes", box, kit.tint())
        inner = box.inset(INSET, PADDING)
        aligned = self._aligned(inner, heights)
        rows = aligned or self._even(inner, heights)
        for number, (note, row) in enumerate(zip(self.source.notes, rows, strict=True), 1):
            front, text = row.cut_left(DISC, TO_TEXT)
            told = self.told(note)
            high = max(DISC, kit.height(told, text.w))
            words = Box(text.x, text.y + (ZERO if aligned else (text.h - high) / 2), text.w, high)
            yield self._disc(f"note-{number}-number", Box(front.x, words.y, DISC, DISC), number, pt(18))
            yield kit.text(f"note-{number}-text", words, told, anchor=Anchor.MIDDLE)

    def _even(self, box: Box, heights: list[Length]) -> list[Box]:
        """Rows for the remarks, what is left over shared out."""
        rows, air = [], (box.h - total(heights)) / len(heights)
        for height in heights:
            row, box = box.cut_top(height + air)
            rows.append(row)
        return rows

    def _aligned(self, box: Box, heights: list[Length]) -> list[Box]:
        """Rows that begin beside the lines that the remarks are about; none where they would touch or leave the panel."""
        if not self.aside:
            return []
        above, below = self.frame()
        lines, pitch = self._ruled(self.areas[0].inset(INSET, PADDING).cut_top(above)[1].cut_bottom(below)[0])
        line = self.size * pitch
        firsts = [strip.y + (line - DISC) / 2 for strip in self._strips(lines, line)]
        rows = [Box(box.x, y, box.w, height) for y, height in zip(firsts, heights, strict=True)]
        ends = [*(row.y - LEAST_GAP for row in rows[1:]), box.bottom]
        fits_all = rows[0].y >= box.y and all(row.bottom <= end for row, end in zip(rows, ends, strict=True))
        return rows if fits_all else []


def _folded(row: str, most: int) -> list[str]:
    """A row in rows of at most so many characters, cut behind a blank where there is one; what goes on is set in."""
    parts = []
    while len(row) > most:
        indent = len(row) - len(row.lstrip())
        blank = row.rfind(" ", indent + 1, most + 1)
        cut = blank if blank > most / 2 else most
        parts.append(row[:cut].rstrip())
        row = " " * min(indent + (0 if len(parts) > 1 else FOLDED), most // 3) + row[cut:].lstrip()
    return [*parts, row]
