"""A disc or a ring of slices: share and name stand outside, each beside its slice; a ring has the finding in its middle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import cos, hypot, pi, sin, sqrt

from generator.block import Overflow
from generator.blocks._headings import stub
from generator.blocks._room import AIR, whole
from generator.blocks.chart.apart import apart
from generator.blocks.chart.drawing import Drawing, Job
from generator.blocks.chart.tones import said_in, seam, shaded
from generator.geometry import ZERO, Box, Length, pt
from generator.kit import Kit
from generator.notation.inline import Rich
from generator.page.colour import Colour
from generator.page.items import ChartItem, Datum, Item, Series, Slices, Stroke, TextItem
from generator.page.shapes import Command, Path, Verb
from generator.page.text import Align, Anchor, Paragraph, Run, TextBody

MOST = 6
"""How many slices can be told apart."""
HOLE = 0.5
"""What a ring leaves free: office programs do not agree on any other share of its diameter."""
ALL = 0.999
"""From this share on a slice is the whole disc."""
OUT = 0.7
"""From the rim to its label, in sizes of the type of names."""
DISCS = (0.92, 0.84, 0.76, 0.68, 0.62)
"""Diameters as shares of the height."""
ASIDE = (0.0, 0.2)
"""How far right of the middle a disc may stand, as a share of what it leaves free: small slices are named at its left."""
RIM = 0.93
"""The share of a ring's inner radius that words may reach."""
MOST_LINES, FLAT_LINES = 4, 2
LEADS = 0.5
"""A label that ends so many sizes away from the middle of its slice is tied to it by a line."""
CENTRES = ((60, 18), (44, 18), (44, 16), (36, 16), (36, 14), (28, 14))
"""Sizes of the number and the words in a ring."""


def spaced(text: str) -> str:
    """A number with its unit, whichever blank stands between them."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@dataclass(frozen=True, slots=True)
class Slice:
    """A category, its share, and the middle of its arc clockwise from twelve o'clock."""

    name: str
    value: float
    share: str
    angle: float
    colour: Colour
    strong: bool

    @property
    def right(self) -> bool:
        """On which side it is labelled."""
        return sin(self.angle) >= -1e-9


def slices(job: Job, ring: bool, centre: tuple[Rich, Rich] | None = None) -> Drawing | Overflow:
    """The disc as large as labels of the largest type leave it; `centre` is what stands in a ring."""
    if len(job.figures.values) > MOST:
        return Overflow(job.box.h * 1.5, job.box.h)
    cut, hole = parted(job), HOLE if ring else 0.0
    middles: dict[float, tuple[TextItem, ...] | None] = {}
    for size, flat, share, aside in product(job.sizes.names(job.kit), (False, True), DISCS, ASIDE):
        disc = job.box.centred(job.box.h * share, job.box.h * share)
        disc = disc.moved((job.box.w - disc.w) * aside)
        labels = _Labels(job, disc, size, cut, flat, str(centre[0]) if centre else "").drawn() if disc.w < job.box.w else None
        if labels is None:
            continue
        if share not in middles:
            middles[share] = middle(job, disc.w * HOLE, centre) if ring and centre else ()
        words = middles[share]
        if words is None and share == DISCS[0]:
            break
        if words is not None:
            stood = (replace(item, box=disc.centred(item.box.w, item.box.h)) for item in words)
            return Drawing(disc_item(job, disc, cut, hole), (), (*stood, *labels))
    return Overflow(job.box.h * 1.5, job.box.h)


def parted(job: Job) -> tuple[Slice, ...]:
    """The slices, clockwise from twelve o'clock as the figures give them."""
    figures = job.figures
    names = [name for name, _ in figures.values]
    whole_sum = sum(value for _, value in figures.values)
    percent = figures.unit.strip() == "%"
    cut, turned = [], 0.0
    colours = shaded(job.kit, figures, tuple(names))
    for (name, value), share, colour in zip(figures.values, figures.shares, colours, strict=True):
        told = figures.label(value) if percent else f"{share}\u00a0%"
        part = value / whole_sum if whole_sum else 0.0
        middle = pi / 2 if part > ALL else 2 * pi * (turned + part / 2)  # what is all of it is named at the right
        cut.append(Slice(name, value, told, middle, colour, figures.strong(name)))
        turned += part
    return tuple(cut)


def disc_item(job: Job, disc: Box, cut: Sequence[Slice], hole: float) -> ChartItem:
    """The disc as a chart in `disc`, a share of its diameter left free in its middle."""
    style = job.kit.style(job.sizes.least)
    data = tuple(Datum(one.value, one.colour, "", style) for one in cut)
    made = job.item(Slices(hole, seam(job.kit)), disc, (Series(job.figures.raw[0][0], data),))
    return ChartItem(made.mark, disc, made.form, made.categories, made.series, disc, made.number_format)


def middle(job: Job, hole: Length, centre: tuple[Rich, Rich]) -> tuple[TextItem, ...] | None:
    """The finding for a hole so wide: number above words, the largest that stand inside its circle, on no stub if it can be."""
    kit = job.kit
    sizes = CENTRES if job.sizes.name != job.sizes.least else ((16, job.sizes.least.pt),)
    value, words = centre
    for number, size in sizes:
        said = [kit.para(value, kit.style(pt(number), kit.accent, bold=True), align=Align.CENTRE, height=1.05)]
        if words:
            said.append(kit.para(words, kit.style(pt(size), bold=True), align=Align.CENTRE, height=1.15))
        fitting = []
        for share in (0.92, 0.88, 0.84, 0.8, 0.76, 0.72, 0.68):
            wide = hole * share
            body = kit.body(said, wide, anchor=Anchor.MIDDLE)
            if body.height > hole:
                break
            if _inside(body, hole / 2 * RIM) and whole(kit, said, wide) and _steady(kit, said, wide):
                fitting.append(wide)
        if fitting:
            wide = next((wide for wide in fitting if not any(stub(kit, p, wide) for p in said)), fitting[0])
            place = Box(ZERO, ZERO, wide, kit.height(said, wide) + pt(1))
            return (kit.text("centre", place, said, anchor=Anchor.MIDDLE),)
    return None


def _steady(kit: Kit, said: Sequence[Paragraph], width: Length) -> bool:
    """Whether the text breaks alike where a program measures it a little wider or narrower."""
    broken = [
        ["".join(piece.text for piece in line.pieces) for line in kit.body(said, width * share).lines]
        for share in (AIR, 1, 2 - AIR)
    ]
    return broken[0] == broken[1] == broken[2]


def _inside(body: TextBody, radius: Length) -> bool:
    """Whether every line of a centred text stands in a circle around its middle."""
    for line in body.lines:
        size = max(piece.style.size.pt for piece in line.pieces)
        wide = sum(piece.width.pt for piece in line.pieces) / 2 / AIR
        base = (line.baseline - body.height / 2).pt
        if max(hypot(wide, base - size * 0.75), hypot(wide, base + size * 0.2)) > radius.pt:
            return False
    return True


@dataclass(frozen=True, slots=True)
class _Labels:
    """The labels around a disc."""

    job: Job
    disc: Box
    size: Length
    cut: tuple[Slice, ...]
    flat: bool
    """Whether share and name stand on one line."""
    told: str
    """What stands in the ring: a slice of this share does not say it again."""

    @property
    def out(self) -> Length:
        """How far labels stand from the rim."""
        return self.size * OUT

    def drawn(self) -> tuple[Item, ...] | None:
        """All labels; None where one has no room."""
        items: list[Item] = []
        for right in (True, False):
            found = self._side([(n, one) for n, one in enumerate(self.cut, 1) if one.right is right], right)
            if found is None:
                return None
            items.extend(found)
        return tuple(items)

    def _side(self, told: list[tuple[int, Slice]], right: bool) -> list[Item] | None:
        kit, box = self.job.kit, self.job.box
        room = (box.right - self.disc.right if right else self.disc.x - box.x) - self.out
        said = [self._said(one, Align.LEFT if right else Align.RIGHT) for _, one in told]
        if room <= ZERO:
            return None
        bodies = [kit.body(words, room * AIR) for words in said]
        if any(len(body.lines) > (FLAT_LINES if self.flat else MOST_LINES) for body in bodies):
            return None
        heights = [body.height for body in bodies]
        gap = self.size * 0.3
        wanted = [self._wanted(one) for _, one in told]
        middles = apart(wanted, [h + gap for h in heights], box.y - gap / 2, box.bottom + gap / 2)
        if middles is None or not all(whole(kit, words, room) and _steady(kit, words, room) for words in said):
            return None
        items: list[Item] = []
        for (number, one), words, high, y in zip(told, said, heights, middles, strict=True):
            place = self._place(y, high, room, right)
            if abs((y - self._wanted(one)).emu) >= (high / 2 + self.size * LEADS).emu:
                lead = self._lead(number, one, y, place)
                if lead is None:
                    return None
                items.append(lead)
            items.append(kit.text(f"slice-{number}", place, words, anchor=Anchor.MIDDLE))
        return items

    def _said(self, one: Slice, align: Align) -> list[Paragraph]:
        """The share, then the name, and the value itself where the share is not it."""
        kit, figures = self.job.kit, self.job.figures
        colour = said_in(kit, one.colour)
        large = self.job.sizes.least != self.job.sizes.name and not self.flat
        share = kit.style(self._share_size() if large else self.size, colour, bold=True)
        name = kit.style(self.size, bold=large and one.strong and bool(figures.emphasis))
        counted = figures.unit.strip() != "%"
        if spaced(one.share) == spaced(self.told) and not counted:
            return [Paragraph((Run(one.name, replace(share, size=self.size)),), align)]
        value = [Run(f" ({figures.label(one.value)})", kit.style(self.size, kit.quiet))] if counted else []
        if large:
            return [kit.para(one.share, share, align=align, height=1.1), Paragraph((Run(one.name, name), *value), align)]
        return [Paragraph((Run(one.share, share), Run(f" {one.name}", name), *value), align)]

    def _share_size(self) -> Length:
        return next(iter(self.job.sizes.values(self.job.kit, self.size)))

    def _wanted(self, one: Slice) -> Length:
        reach = self.disc.h / 2 + self.out
        return self.disc.y + self.disc.h / 2 - reach * cos(one.angle)

    def _place(self, y: Length, high: Length, wide: Length, right: bool) -> Box:
        """A label's box: beside where the disc leaves its height free."""
        middle, radius = self.disc.y + self.disc.h / 2, (self.disc.h / 2 + self.out).pt
        near = max(0.0, abs((y - middle).pt) - high.pt / 2)
        chord = pt(sqrt(max(0.0, radius * radius - near * near)))
        x = self.disc.x + self.disc.w / 2
        return Box(x + chord if right else x - chord - wide, y - high / 2, wide, high)

    def _lead(self, number: int, one: Slice, y: Length, place: Box) -> Item | None:
        """A line from the rim to a label that had to move away from its slice; None where it would cross the disc."""
        kit, radius = self.job.kit, self.disc.w / 2
        across, down = sin(one.angle), -cos(one.angle)
        rim = (self.disc.x + radius + radius * across, self.disc.y + radius + radius * down)
        end = (place.x - pt(3) if one.right else place.right + pt(3), y)
        w, h = end[0] - rim[0], end[1] - rim[1]
        if w.emu * across + h.emu * down < 0 or not w or not h:
            return None
        x, top = min(rim[0], end[0]), min(rim[1], end[1])
        steps = [((px - x).pt, (py - top).pt) for px, py in (rim, end)]
        path = Path((Command(Verb.MOVE, (steps[0],)), Command(Verb.LINE, (steps[1],))), abs(w.pt), abs(h.pt))
        box = Box(x, top, pt(abs(w.pt)), pt(abs(h.pt)))
        return kit.shape(f"lead-{number}", box, path, stroke=Stroke(kit.theme.named["neutral"], pt(0.75)))
