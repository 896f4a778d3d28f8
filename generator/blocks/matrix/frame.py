"""The axes of a matrix: arrows along the field, what grows along them, and what their ends are called."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.blocks._room import AIR, longest_word, need, whole
from generator.blocks.matrix.parts import Axis, Told
from generator.geometry import Box, Length
from generator.kit import Kit
from generator.page.glue import End
from generator.page.items import GroupItem, Item, ShapeItem, Stroke
from generator.page.shapes import Rule
from generator.page.text import Align, Anchor, Paragraph


@dataclass(frozen=True, slots=True)
class Scale:
    """Type and measures of the axes."""

    title: Length
    end: Length
    narrowest: Length
    widest: Length
    """Of the words beside the upright axis."""
    arrow: Length
    """The room of an arrow beside the field."""
    weight: Length


@dataclass(frozen=True, slots=True)
class Frame:
    """A matrix's axes in a box, and the field they leave."""

    kit: Kit
    told: Told
    box: Box
    scale: Scale

    @property
    def strip(self) -> Length:
        """The width of the words beside the upright axis: their longest word, within limits."""
        words = max(longest_word(self.kit, p) for p in self._labels(self.told.up, Align.RIGHT))
        return min(max(words / AIR * 1.02, self.scale.narrowest), self.scale.widest)

    @property
    def below(self) -> Length:
        """The height of the words below the field, the arrow's room excluded."""
        width = self._third
        return max(need(self.kit, [label], width) for label in self._labels(self.told.across, Align.LEFT))

    @property
    def beside(self) -> Length:
        """The height that the words beside the upright axis ask of the field."""
        return max(need(self.kit, [label], self.strip) for label in self._labels(self.told.up, Align.RIGHT)) * 3

    @property
    def field(self) -> Box:
        """Where the quadrants stand."""
        taken = self.scale.arrow
        return self.box.inset(self.strip + taken, Length(0), Length(0), self.below + taken)

    def legible(self) -> bool:
        """Whether no word is broken, and the words beside the upright axis have their thirds of the height."""
        beside, below = self._labels(self.told.up, Align.RIGHT), self._labels(self.told.across, Align.LEFT)
        words_whole = whole(self.kit, beside, self.strip) and whole(self.kit, below, self._third)
        return words_whole and self.beside <= self.field.h

    def arrows(self) -> GroupItem:
        """Both arrows, as one picture that says what the matrix shows."""
        field, room = self.field, self.scale.arrow / 2
        x, y = field.x - room, field.bottom + room
        corner = self.scale.weight / 2
        items = (
            self._arrow("up-axis", Box(x, field.y, Length(0), y + corner - field.y), End.START),
            self._arrow("across-axis", Box(x - corner, y, field.right - x + corner, Length(0)), End.END),
        )
        union = Box(x - corner, field.y, field.right - x + corner, y + corner - field.y)
        return GroupItem(self.kit.mark("axes", self.told.alt(self.kit)), union, items)

    def words(self) -> Iterator[Item]:
        """What grows along the axes, and the names of their ends."""
        field, third = self.field, self.field.h / 3
        low, title, high = self._labels(self.told.up, Align.RIGHT)
        for number, (name, label, anchor) in enumerate(
            (("high", high, Anchor.TOP), ("title", title, Anchor.MIDDLE), ("low", low, Anchor.BOTTOM))
        ):
            place = Box(self.box.x, field.y + third * number, self.strip, third)
            yield self.kit.text(f"up-{name}", place, [label], anchor=anchor)
        y, width = field.bottom + self.scale.arrow, self._third
        for number, (name, align) in enumerate((("low", Align.LEFT), ("title", Align.CENTRE), ("high", Align.RIGHT))):
            label = self._labels(self.told.across, align)[number]
            yield self.kit.text(f"across-{name}", Box(field.x + width * number, y, width, self.below), [label])

    @property
    def _third(self) -> Length:
        return (self.box.w - self.strip - self.scale.arrow) / 3

    def _labels(self, axis: Axis, align: Align) -> tuple[Paragraph, Paragraph, Paragraph]:
        kit, end = self.kit, self.kit.style(self.scale.end, self.kit.quiet)
        low, high = (kit.para(text, end, align=align) for text in (axis.low, axis.high))
        return low, kit.para(axis.title, kit.style(self.scale.title, bold=True), align=align), high

    def _arrow(self, name: str, place: Box, head: End) -> ShapeItem:
        """A slim arrow, along the upright or the level axis."""
        return self.kit.shape(name, place, Rule(head=head), stroke=Stroke(self.kit.quiet, self.scale.weight))
