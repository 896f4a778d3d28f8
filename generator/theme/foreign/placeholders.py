"""Placeholders of layouts and masters with all they inherit: layout, master, text styles, presentation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.geometry import ZERO, Box, Size, inch
from generator.notation.outlines import moved
from generator.page.shapes import PLAIN, Geometry
from generator.theme.foreign.colours import Tint
from generator.theme.foreign.design import ForeignPlaceholder, Line
from generator.theme.foreign.design_part import DesignPart
from generator.theme.foreign.drawing import outline
from generator.theme.foreign.fills import Blend, Source, pen, styled_fill
from generator.theme.foreign.frames import Place
from generator.theme.foreign.inheritance import Chain, anchor, autofit, chain, inset, looks, orientation
from generator.theme.foreign.markup import Element, at, every, whole
from generator.theme.foreign.shapes import Shape, shapes
from generator.theme.foreign.sketch import geometry

NOBODY = 4_294_967_295
"""The index that programs write where a placeholder lost its own."""
TITLES = ("title", "ctrTitle")
FOOTERS = ("dt", "ftr", "sldNum")
_FORMS = ("a:prstGeom", "a:custGeom")
MOST_TAGS = 300
"""Of an outline that is drawn."""
MOST = 80
"""Placeholders of one layout that are looked at."""
FAINT = 0.05
"""Opacity; what has less cannot be seen."""
_NOTHING = inch(0.05)


@dataclass(frozen=True, slots=True)
class Heritage:
    """What placeholders inherit: the master's shapes by the class of their types, its text styles, the presentation's."""

    places: dict[str, Shape]
    styles: Element | None
    defaults: Element | None
    size: Size


def heritage(master: DesignPart, defaults: Element | None, size: Size) -> Heritage:
    """What a master hands down."""
    places: dict[str, Shape] = {}
    for shape in shapes(master.root):
        if shape.placeholder is not None:
            places.setdefault(_class(_type(shape.placeholder)), shape)
    return Heritage(places, at(master.root, "p:txStyles"), defaults, size)


def placeholders(opened: DesignPart, above: Heritage, own: bool = False) -> tuple[ForeignPlaceholder, ...]:
    """A layout's placeholders in shape order; a master's `own` inherit from no other shape."""
    found = [shape for shape in shapes(opened.root) if shape.placeholder is not None][:MOST]
    return tuple(_checked([_placeholder(shape, opened, above, own) for shape in found]))


def _type(found: Element | None) -> str:
    return (found.get("type") if found is not None else None) or "obj"


def _class(type: str) -> str:
    """Placeholders of one class inherit from one of the master's."""
    return "title" if type in TITLES else type if type in FOOTERS else "body"


def _placeholder(shape: Shape, opened: DesignPart, above: Heritage, own: bool) -> ForeignPlaceholder:
    mark = shape.placeholder
    assert mark is not None
    type = _type(mark)
    parent = None if own else above.places.get(_class(type))
    bodies = chain(at(each.root, "p:txBody/a:bodyPr") for each in (shape, parent) if each)
    place = shape.place or (parent.place if parent else None)
    fit, scale = autofit(bodies)
    filled, line = _fill(shape, parent, opened), _line(shape, parent, opened)
    return ForeignPlaceholder(
        type,
        min(NOBODY, max(0, _index(mark))),
        shape.name,
        tuple((str(key), str(value)) for key, value in mark.attrib.items()),
        place.box if place else Box(ZERO, ZERO, ZERO, ZERO),
        looks(_styles((shape, parent), _class(type), above), opened),
        anchor(bodies),
        inset(bodies),
        scale,
        fit,
        max(1, whole(bodies.stating("numCol"), "numCol", 1)),
        place.degrees if place else 0.0,
        bool(place and not place.straight and place.degrees == 0),
        orientation(bodies),
        filled,
        line,
        _form((shape, parent), place) if filled or line else PLAIN,
        _prompt(shape),
        shape.id,
        _problem(shape, place, bodies, above.size),
    )


def _index(mark: Element) -> int:
    """The index, which may be larger than any coordinate."""
    text = mark.get("idx", "0")
    return int(text) if text.isdigit() else 0


def _styles(found: Iterable[Shape | None], kind: str, above: Heritage) -> list[Element | None]:
    """Lists of styles from the nearest to the farthest."""
    name = {"title": "titleStyle", "body": "bodyStyle"}.get(kind, "otherStyle")
    own = [at(shape.root, "p:txBody/a:lstStyle") for shape in found if shape]
    return [*own, at(above.styles, f"p:{name}"), above.defaults]


def _fill(shape: Shape, parent: Shape | None, opened: DesignPart) -> str | None:
    for each in (shape, parent):
        if each is None:
            continue
        value = styled_fill(each.properties, each.style, Source(opened, opened.part))
        if isinstance(value, Blend):
            value = value.mean
        if isinstance(value, Tint) and value.alpha > FAINT:
            return value.hex
        if any(True for _ in every(each.properties, "a:noFill")):
            return None
    return None


def _line(shape: Shape, parent: Shape | None, opened: DesignPart) -> Line | None:
    for each in (shape, parent):
        if each is None:
            continue
        found = pen(each.properties, each.style, Source(opened, opened.part))
        if found is not None:
            return Line(found.colour.hex, found.width, found.dashed) if found.colour.alpha > FAINT else None
        if at(each.properties, "a:ln/a:noFill") is not None:
            return None
    return None


def _form(found: Iterable[Shape | None], place: Place | None) -> Geometry:
    """The outline that the nearest of shapes has; a rectangle where none says one, or one that is too much to draw."""
    for shape in found:
        form = (
            next((at(shape.properties, name) for name in _FORMS if at(shape.properties, name) is not None), None)
            if shape
            else None
        )
        if shape and form is not None and place is not None and place.straight:
            if sum(1 for _ in form.iter()) > MOST_TAGS:
                break
            drawn = tuple(part for figure in outline(shape, place) or () if figure.filled for part in figure.segments)
            return geometry(drawn, moved(drawn, place.matrix), place, place.box) if drawn else PLAIN
    return PLAIN


def _prompt(shape: Shape) -> str:
    lines = ["".join(t.text or "" for t in p.iter("{*}t")) for p in every(shape.root, "p:txBody/a:p")]
    return "\n".join(lines).strip()[:500]


def _problem(shape: Shape, place: Place | None, bodies: Chain, size: Size) -> str:
    """Why nothing can be put there, as far as the placeholder alone tells; empty where something can."""
    if _index(shape.placeholder) >= NOBODY if shape.placeholder is not None else False:
        return f"its index is {NOBODY}, which no slide can refer to"
    if place is None:
        return "neither it nor the master says where it stands"
    box, degrees = place.box, place.degrees
    problem = ""
    if shape.hidden:
        problem = "it is hidden"
    elif min(box.w, box.h) < _NOTHING:
        problem = "it has no size"
    elif not _on(box, size):
        problem = "it lies off the slide"
    elif 0.5 < degrees < 359.5:
        problem = f"it is turned by {degrees:g} degrees"
    elif orientation(bodies) not in ("horz", "wordArtVert"):
        problem = "its text runs from top to bottom"
    return problem


def _on(box: Box, size: Size) -> bool:
    """Whether more than half of a box lies on the slide."""
    w = min(box.right, size.w).emu - max(box.x, ZERO).emu
    h = min(box.bottom, size.h).emu - max(box.y, ZERO).emu
    return w > 0 and h > 0 and w * h * 2 > box.w.emu * box.h.emu


def _checked(found: list[ForeignPlaceholder]) -> Iterable[ForeignPlaceholder]:
    """The same, all but the first of one index (and all but the first title) marked."""
    taken: dict[int | str, str] = {}
    for place in found:
        key = _class(place.type) if _class(place.type) != "body" else place.idx
        if place.usable and key in taken:
            what = f"its index {place.idx} is that" if isinstance(key, int) else "it is of the type"
            yield replace(place, problem=f"{what} of {taken[key]!r} too")
            continue
        if place.usable:
            taken[key] = place.name
        yield place
