"""What a background, a master and a layout draw, as items for our own pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.errors import Findings
from generator.geometry import Size
from generator.notation import outlines
from generator.notation.outlines import IDENTITY, Segment
from generator.notation.pictures import Raster
from generator.page.items import PictureItem
from generator.source import Span
from generator.theme.foreign.colours import Tint
from generator.theme.foreign.custom import Figure, figures
from generator.theme.foreign.debris import is_debris
from generator.theme.foreign.design import Ground, Surface
from generator.theme.foreign.design_part import DesignPart
from generator.theme.foreign.fills import Blend, Fill, Image, Source, Unknown, fill, fill_in, image, pen, styled_fill, themed
from generator.theme.foreign.frames import Place
from generator.theme.foreign.grounds import mean_under
from generator.theme.foreign.imaging import blend, picture
from generator.theme.foreign.markup import Element, at, local, parts, truth
from generator.theme.foreign.presets import preset
from generator.theme.foreign.shapes import Shape, shapes
from generator.theme.foreign.sketch import Allowance, Sketch, Trouble, is_rectangle
from generator.theme.foreign.texts import drawn_text, has_text, is_turned, tells_date

BACKGROUND = "background"
PAPER = "FFFFFF"
"""The ground of a slide that nobody gave one."""
_GRAPHICS = (("chart", "a chart"), ("table", "a table"), ("diagram", "SmartArt"), ("ole", "an embedded object"))
_SOLID_LOOKS = frozenset({"sp3d", "scene3d"})


@dataclass(frozen=True, slots=True)
class Context:
    """What every shape of an opened part is drawn with: where it is called what, and the styles behind its own."""

    opened: DesignPart
    where: str
    stem: str
    far: tuple[Element | None, ...]


def sketch(layout: DesignPart, master: DesignPart, size: Size, allowance: Allowance) -> tuple[Sketch, Ground]:
    """A drawing that holds the background alone, and what that is."""
    found, source = _background(layout, master)
    ground = _ground(found)
    made = Sketch(size, ground.colour, Span(layout.package.path), allowance)
    place = Place(float(size.w.emu), float(size.h.emu), IDENTITY)
    if isinstance(found, Blend):
        made.stretch(BACKGROUND, blend(found, place, None))
    elif isinstance(found, Image):
        made.stretch(BACKGROUND, picture(found, place, None))
        ground = Ground(Surface.PICTURE, mean_under(made.ground, made.samples, made.page, made.page))
    if isinstance(found, Unknown):
        made.troubles.append(Trouble(source.opened.title or "the master", "background", found.what))
    return made, ground


def _background(layout: DesignPart, master: DesignPart) -> tuple[Fill, Source]:
    """The layout's own background, else its master's in the layout's colours."""
    for opened in (layout, master.under(layout.palette)):
        source = Source(opened, opened.part)
        own = fill_in(at(opened.root, "p:cSld/p:bg/p:bgPr"))
        if own is not None:
            return fill(own, source), source
        reference = at(opened.root, "p:cSld/p:bg/p:bgRef")
        if reference is not None:
            return themed(reference, opened), source
    return None, Source(master, master.part)


def _ground(found: Fill) -> Ground:
    match found:
        case Tint():
            return Ground(Surface.SOLID, found.over(PAPER))
        case Blend():
            return Ground(Surface.GRADIENT, found.mean.over(PAPER))
        case Unknown(stand_in=Tint() as mixed):
            return Ground(Surface.PATTERN, mixed.hex)
        case _:
            return Ground(Surface.SOLID, PAPER)


def draw(context: Context, on: Sketch) -> None:
    """Draw an opened part's own shapes, placeholders apart."""
    for shape in shapes(context.opened.root):
        if shape.placeholder is not None or shape.hidden or is_debris(shape):
            continue
        place = shape.place
        if place is None or not on.shows(place.box):
            continue
        for what in _beyond(shape):
            on.troubles.append(Trouble(context.where, shape.name, what))
        if not on.allowance.takes(_effort(shape, place)):
            on.troubles.append(Trouble(context.where, shape.name, "far more shapes, points and pictures than any slide shows"))
            return
        if shape.kind in ("sp", "cxnSp", "pic"):
            _draw_shape(shape, place, context, on)


def _effort(shape: Shape, place: Place) -> int:
    """How much work a shape is: one for a plain one, more for pictures (most where they are cut or turned), points and texts."""
    tags = sum(1 for _ in shape.root.iter())
    painted = shape.kind == "pic" or next(shape.root.iter("{*}blipFill", "{*}gradFill"), None) is not None
    known = at(shape.properties, "a:prstGeom")
    plain = place.straight and known is not None and known.get("prst") == "rect"
    return 1 + tags // 100 + (0 if not painted else 8 if plain else 50)


def _beyond(shape: Shape) -> Iterator[str]:
    """What of a shape cannot be drawn, whatever it looks like."""
    if shape.kind == "graphicFrame":
        data = at(shape.root, "a:graphic/a:graphicData")
        uri = (data.get("uri") or "") if data is not None else ""
        yield next((name for word, name in _GRAPHICS if word in uri.lower()), "a graphic of another program")
    elif shape.kind == "contentPart":
        yield "ink"
    elif any(local(child) in _SOLID_LOOKS for child in parts(shape.properties)):
        yield "a look in three dimensions (drawn flat)"
    if has_text(shape) and is_turned(shape):
        yield "turned text"
    if tells_date(shape):
        yield "a date field"


def _draw_shape(shape: Shape, place: Place, context: Context, on: Sketch) -> None:
    source = Source(context.opened, context.opened.part)
    name = f"{context.stem}-{shape.id}"
    found = outline(shape, place)
    if found is None:
        geometry = at(shape.properties, "a:prstGeom")
        kind = geometry.get("prst") if geometry is not None else "?"
        on.troubles.append(Trouble(context.where, shape.name, f"the shape {kind!r}"))
        found = ()
    inner = _behind(place, on) if truth(shape.root, "useBgFill") else _filling(shape, source)
    line = pen(shape.properties, shape.style, source)
    for figure in found:
        if figure.filled and inner is not None:
            what = _fill_form(name, figure.segments, place, (inner, on))
            if what:
                on.troubles.append(Trouble(context.where, shape.name, what))
        if figure.stroked and line is not None and outlines.subpaths(figure.segments):
            on.line(f"{name}-line", figure.segments, place, line)
    if line is not None and line.headed:
        on.troubles.append(Trouble(context.where, shape.name, "arrow heads"))
    if not is_turned(shape):
        text = drawn_text(shape, context.opened, context.far, on.mark(f"{name}-text"), on.size)
        if text:
            on.write(text)


def _behind(place: Place, on: Sketch) -> Fill:
    """The slide's background as a shape shows it that is filled with it."""
    first = on.items[0] if on.items else None
    if not isinstance(first, PictureItem) or first.mark.id != BACKGROUND or not place.straight:
        return Tint.of(on.ground)
    raster, page, box = Raster(first.data, first.format, *first.pixels), first.box, place.box
    left, top = (box.x - page.x).ratio(page.w), (box.y - page.y).ratio(page.h)
    right, low = (page.right - box.right).ratio(page.w), (page.bottom - box.bottom).ratio(page.h)
    return Image(raster, (left, top, right, low))


def outline(shape: Shape, place: Place) -> tuple[Figure, ...] | None:
    """The paths of a shape in a place of its size; None for a preset that is not known."""
    custom, known = at(shape.properties, "a:custGeom"), at(shape.properties, "a:prstGeom")
    if custom is not None:
        return figures(custom, place.width, place.height)
    if known is not None:
        return preset(known, place.width, place.height)
    if shape.kind == "pic":
        return (
            Figure(outlines.polygon(((0, 0), (place.width, 0), (place.width, place.height), (0, place.height)), closed=True)),
        )
    return ()


def _filling(shape: Shape, source: Source) -> Fill:
    """What a shape is filled with, a picture or its group's fill included."""
    if shape.kind == "pic":
        filled = at(shape.root, "p:blipFill")
        return image(filled, source) if filled is not None else None
    own = fill_in(shape.properties)
    if own is not None and local(own) == "grpFill":
        outer = fill_in(shape.group)
        return fill(outer, source) if outer is not None else None
    return styled_fill(shape.properties, shape.style, source)


def _fill_form(name: str, form: tuple[Segment, ...], place: Place, paint: tuple[Fill, Sketch]) -> str:
    """Fill a form; returns in words what of its fill cannot be drawn, empty for nothing."""
    inner, on = paint
    if not outlines.subpaths(form):
        return ""
    cut = None if is_rectangle(form, place) else form
    match inner:
        case Tint():
            on.area(name, form, place, inner)
        case Blend():
            on.stretch(name, blend(inner, place, cut))
        case Image():
            on.stretch(name, picture(inner, place, cut))
        case Unknown(what, stand_in):
            if stand_in:
                on.area(name, form, place, stand_in)
            return what
        case _:
            pass
    return ""


def report(troubles: list[Trouble], path: str, findings: Findings) -> None:
    """One warning (M020) about everything that our PDFs show otherwise than office programs."""
    named: dict[str, dict[str, list[str]]] = {}
    for trouble in dict.fromkeys(troubles):
        shape = repr(trouble.shape) if trouble.shape else "a shape without a name"
        named.setdefault(trouble.what, {}).setdefault(shape, []).append(repr(trouble.where))
    if not named:
        return
    told = [f"{what} ({_few([f'{shape} on {_few(where)}' for shape, where in by.items()])})" for what, by in named.items()]
    message = f"{path!r} holds what PDFs show otherwise or not at all: {'; '.join(told)}"
    hint = "decks show everything; where PDFs matter, put a PNG or plain shapes in their place on the master"
    findings.warning("M020", Span(path), message, hint)


def _few(names: list[str]) -> str:
    return ", ".join(names[:2]) + (f" and {len(names) - 2} more" if len(names) > 2 else "")
