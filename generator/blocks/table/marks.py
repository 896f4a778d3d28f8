"""Columns of single letters: the letter that each row has exactly once is the one that matters, and stands on a filled sign."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.blocks.table.parts import Told
from generator.geometry import Box, Length, mm, total
from generator.kit import Kit
from generator.page.items import Item
from generator.page.text import Align

SIGN = mm(4.4)


@dataclass(frozen=True, slots=True)
class Marks:
    """Where the letters that matter stand, as row and column."""

    places: frozenset[tuple[int, int]]

    @classmethod
    def of(cls, told: Told) -> Marks:
        """The places of the one letter that stands once in every row; none where there is no such letter, or several."""
        columns = [i for i, align in enumerate(told.aligns) if align is Align.CENTRE]
        rows = [[row[i].paragraph.text for i in columns] for row in told.rows]
        once = [letter for letter in dict.fromkeys(rows[0] if rows else []) if all(row.count(letter) == 1 for row in rows)]
        if len(columns) < 2 or len(once) != 1:
            return cls(frozenset())
        return cls(frozenset((n, columns[row.index(once[0])]) for n, row in enumerate(rows)))

    def lettered(self, kit: Kit, told: Told) -> Told:
        """The same texts, the letters that matter in bold on colour."""
        rows = [list(row) for row in told.rows]
        for row, column in self.places:
            entry = rows[row][column]
            style = kit.style(entry.paragraph.runs[0].style.size, kit.paper, bold=True)
            rows[row][column] = replace(entry, paragraph=replace(entry.paragraph, runs=kit.runs(entry.paragraph.text, style)))
        return replace(told, rows=tuple(map(tuple, rows)))

    def signs(self, kit: Kit, told: Told, columns: tuple[Length, ...], cells: tuple[Box, ...]) -> Iterator[Item]:
        """The signs that lie under the letters; `cells` is the box of each row. A role's column has its shape and colour."""
        for row, column in sorted(self.places):
            strip = cells[row]
            cell = Box(strip.x + total(columns[:column]), strip.y, columns[column], strip.h)
            place, name = cell.centred(SIGN, SIGN), f"row-{row + 1}-sign"
            title = told.head[column].paragraph.text.casefold()
            role = next((s for s in kit.subjects.values() if s.name.casefold().split()[-1:] == [title]), None)
            if role:
                yield replace(kit.badge(name, place, role, kit.sheet.note), body=None)
            else:
                yield kit.shape(name, place, fill=kit.ink)
