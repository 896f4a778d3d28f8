"""What has been drawn of a layout so far, from back to front: items for the page, and samples of how they look from afar."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from generator.geometry import ZERO, Box, Size
from generator.notation import mixing, outlines
from generator.notation.mixing import glance
from generator.notation.outlines import Polygon, Segment
from generator.page.colour import Colour
from generator.page.items import Mark, PictureItem, ShapeItem, Stroke
from generator.page.shapes import Command, Ellipse, Geometry, Path, Rectangle, Verb
from generator.source import Span
from generator.theme.foreign.colours import Tint
from generator.theme.foreign.design import DrawnItem, DrawnText, Sample
from generator.theme.foreign.fills import Pen
from generator.theme.foreign.frames import Place, box_of
from generator.theme.foreign.grounds import mean_under
from generator.theme.foreign.imaging import Stretched

OPAQUE = 0.995


@dataclass(frozen=True, slots=True, order=True)
class Trouble:
    """Something that cannot be drawn: where it stands, what the shape is called, what it is."""

    where: str
    shape: str
    what: str


class Allowance:
    """How much may be drawn of one template, whatever it holds: hostile files end here, real ones use a thirtieth of it."""

    __slots__ = ("left",)

    def __init__(self, left: int = 6_000) -> None:
        self.left = left

    def takes(self, effort: int) -> bool:
        """Take so much of what is left, if it is."""
        self.left -= effort
        return self.left >= 0


@dataclass(frozen=True, slots=True)
class Sketch:
    """The drawing of one layout on a slide of that size and ground colour; its lists grow until the layout is done."""

    size: Size
    ground: str
    span: Span
    allowance: Allowance
    items: list[DrawnItem] = field(default_factory=list)
    samples: list[Sample] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    names: dict[str, int] = field(default_factory=dict)

    @property
    def page(self) -> Box:
        """The whole slide."""
        return Box(ZERO, ZERO, self.size.w, self.size.h)

    def copy(self) -> Sketch:
        """Another drawing that goes on from here."""
        return replace(self, items=[*self.items], samples=[*self.samples], troubles=[*self.troubles], names={**self.names})

    def mark(self, name: str) -> Mark:
        """A mark of that name, numbered where it stands there already."""
        count = self.names[name] = self.names.get(name, 0) + 1
        return Mark(name if count == 1 else f"{name}-{count}", self.span, "")

    def shows(self, box: Box) -> bool:
        """Whether any of a box lies on the slide."""
        return box.right > ZERO and box.bottom > ZERO and box.x < self.size.w and box.y < self.size.h

    def stretch(self, name: str, shown: Stretched) -> None:
        """Draw a picture."""
        raster = shown.raster
        if shown.box.w.emu <= 0 or shown.box.h.emu <= 0:
            return
        size = raster.width, raster.height
        self.items.append(PictureItem(self.mark(name), shown.box, raster.data, raster.format, size, shown.cut))
        self.samples.append(Sample(shown.box, *glance(raster, shown.crop)))

    def area(self, name: str, form: tuple[Segment, ...], place: Place, colour: Tint) -> None:
        """Draw a form (in its place's own units) in one colour."""
        if colour.alpha <= 1 - OPAQUE:
            return
        on_slide = outlines.moved(form, place.matrix)
        polygons = _polygons(on_slide)
        box = _extent(polygons)
        if box.w.emu <= 0 or box.h.emu <= 0:
            return
        if colour.alpha < OPAQUE and place.square and is_rectangle(form, place):
            self.stretch(name, Stretched(mixing.plain(colour.rgba), box))
            return
        seen = colour if colour.alpha >= OPAQUE else Tint.of(colour.over(mean_under(self.ground, self.samples, box, self.page)))
        form_ = geometry(form, on_slide, place, box)
        self.items.append(ShapeItem(self.mark(name), box, form_, _colour(seen.hex)))
        self._sample(polygons, box, colour)

    def line(self, name: str, form: tuple[Segment, ...], place: Place, pen: Pen) -> None:
        """Draw a form's outline."""
        on_slide = outlines.moved(form, place.matrix)
        box = _extent(_polygons(on_slide))
        colour = pen.colour.hex
        if pen.colour.alpha < OPAQUE:
            colour = pen.colour.over(mean_under(self.ground, self.samples, box, self.page))
        stroke = Stroke(_colour(colour), pen.width, pen.dashed)
        self.items.append(ShapeItem(self.mark(name), box, geometry(form, on_slide, place, box), None, stroke))

    def write(self, text: DrawnText) -> None:
        """Put down a text that is set later."""
        self.items.append(text)

    def _sample(self, polygons: list[Polygon], box: Box, colour: Tint) -> None:
        left, top, w, h = box.x.emu, box.y.emu, box.w.emu, box.h.emu
        shares = tuple(tuple(((x - left) / w, (y - top) / h) for x, y in polygon) for polygon in polygons)
        self.samples.append(Sample(box, *mixing.stamped(shares, colour.rgba, w / h)))


def _colour(value: str) -> Colour:
    return Colour(f"#{value}")


def is_rectangle(form: tuple[Segment, ...], place: Place) -> bool:
    """Whether a form is the rectangle that fills its place."""
    corners = {(round(x), round(y)) for verb, points in form if verb != "close" for x, y in points}
    w, h = round(place.width), round(place.height)
    straight = all(verb != "curve" for verb, _ in form) and len(outlines.subpaths(form)) == 1
    return straight and corners == {(0, 0), (w, 0), (w, h), (0, h)}


def _polygons(form: tuple[Segment, ...]) -> list[Polygon]:
    return [outlines.flat(part) for part in outlines.subpaths(form)]


def _extent(polygons: list[Polygon]) -> Box:
    return box_of([corner for polygon in polygons for corner in polygon])


def geometry(form: tuple[Segment, ...], on_slide: tuple[Segment, ...], place: Place, box: Box) -> Geometry:
    """A form as the geometry of an item in `box`, also as it lies on the slide: a plain one where it is plain."""
    if place.square and is_rectangle(form, place):
        return Rectangle()
    if place.square and form == outlines.ellipse((place.width / 2, place.height / 2), place.width / 2, place.height / 2):
        return Ellipse()
    x, y = box.x.emu, box.y.emu
    commands = tuple(Command(Verb(verb), tuple((px - x, py - y) for px, py in points)) for verb, points in on_slide)
    return Path(commands, float(box.w.emu), float(box.h.emu), soft=False)
