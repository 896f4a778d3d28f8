"""The slide master and its layouts: placeholders with their boxes and list styles, grounds, drawn items."""

from __future__ import annotations

from itertools import count

from generator.backends.pptx.geometry import write_box
from generator.backends.pptx.items import write_items
from generator.backends.pptx.markup import Element, add, legal, part, root, say
from generator.backends.pptx.paint import write_colour
from generator.backends.pptx.place import Place
from generator.backends.pptx.slots import FURNITURE, on_layout, on_master
from generator.backends.pptx.text import ALIGNS, NUMBER_FIELD, Link, Voice, write_frame, write_spacing, write_style
from generator.page.colour import Colour
from generator.page.items import ChartItem, PictureItem
from generator.page.pages import Layout, Level, Master, Placeholder
from generator.page.text import Inset, Style

_NAMES = {
    "title": "Title",
    "subtitle": "Subtitle",
    "body": "Text",
    "date": "Date",
    "footer": "Footer",
    "number": "Slide number",
}
_LEVELS = 9
_FIRST_LAYOUT = 2147483649
"""Ids of masters and layouts start at 2³¹; the master has the one before."""
MAPPED = {
    "bg1": "lt1",
    "tx1": "dk1",
    "bg2": "lt2",
    "tx2": "dk2",
    **{f"accent{n}": f"accent{n}" for n in range(1, 7)},
    "hlink": "hlink",
    "folHlink": "folHlink",
}


class Nowhere:
    """The relations of a part that leads nowhere: what a layout draws is neither clickable nor a chart or picture."""

    def link(self, target: str) -> Link | None:
        """No link, whatever the target."""

    def chart(self, item: ChartItem) -> str:
        """Raise ValueError: a layout draws no chart."""
        raise ValueError(f"a layout cannot draw the chart {item.mark.id!r}")

    def picture(self, item: PictureItem) -> str:
        """Raise ValueError: a layout shows no picture."""
        raise ValueError(f"a layout cannot show the picture {item.mark.id!r}")


def master_part(master: Master, language: str) -> bytes:
    """The slide master; relationship `rId1` and so on are its layouts in their order."""
    voice = Voice(language, master.fonts, Nowhere())
    slide = root("p:sldMaster")
    tree = open_tree(slide, background=master.layouts[0].background)
    held = _pattern(master)
    for number, placeholder in enumerate(held.values(), 2):
        attributes = on_master(placeholder.slot)
        if attributes:
            _write_placeholder(tree, placeholder, (number, attributes), voice)
    add(slide, "p:clrMap", **MAPPED)
    listed = add(slide, "p:sldLayoutIdLst")
    for number in range(len(master.layouts)):
        add(listed, "p:sldLayoutId", id=_FIRST_LAYOUT + number, **{"r:id": f"rId{number + 1}"})
    styles = add(slide, "p:txStyles")
    for tag, slot in (("p:titleStyle", "title"), ("p:bodyStyle", "body"), ("p:otherStyle", "")):
        _write_levels(add(styles, tag), held.get(slot), voice)
    return part(slide)


def layout_part(master: Master, layout: Layout, language: str) -> bytes:
    """One slide layout; relationship `rId1` is its master."""
    slide = root("p:sldLayout", type=layout.kind, preserve=1, userDrawn=1)
    tree = open_tree(slide, layout.name, layout.background)
    ids = count(2)
    write_items(tree, layout.items, Place(master.fonts, None, Nowhere(), ids))
    voice = Voice(language, master.fonts, Nowhere())
    for placeholder in layout.placeholders:
        _write_placeholder(tree, placeholder, (next(ids), on_layout(placeholder.slot, layout.kind)), voice)
    add(add(slide, "p:clrMapOvr"), "a:masterClrMapping")
    return part(slide)


def open_tree(slide: Element, title: str = "", background: Colour | None = None) -> Element:
    """Append `p:cSld` with its ground to a slide, layout, master or notes page; return the empty shape tree."""
    common = add(slide, "p:cSld", **({"name": legal(title)} if title else {}))
    if background is not None:
        ground = add(add(common, "p:bg"), "p:bgPr")
        write_colour(add(ground, "a:solidFill"), background)
        add(ground, "a:effectLst")
    tree = add(common, "p:spTree")
    identity = add(tree, "p:nvGrpSpPr")
    add(identity, "p:cNvPr", id=1, name="")
    add(identity, "p:cNvGrpSpPr")
    add(identity, "p:nvPr")
    add(tree, "p:grpSpPr")
    return tree


def open_placeholder(tree: Element, number: int, title: str, attributes: dict[str, str]) -> Element:
    """Append a placeholder shape up to its empty `p:spPr`; return the shape."""
    shape = add(tree, "p:sp")
    identity = add(shape, "p:nvSpPr")
    add(identity, "p:cNvPr", id=number, name=title)
    add(add(identity, "p:cNvSpPr"), "a:spLocks", noGrp=1)
    add(add(identity, "p:nvPr"), "p:ph", **attributes)
    add(shape, "p:spPr")
    return shape


def _pattern(master: Master) -> dict[str, Placeholder]:
    """The placeholders the master shows: those of the first layout that has one of that slot."""
    found: dict[str, Placeholder] = {}
    for layout in master.layouts:
        for placeholder in layout.placeholders:
            found.setdefault(placeholder.slot, placeholder)
    return found


def _write_placeholder(tree: Element, placeholder: Placeholder, known: tuple[int, dict[str, str]], voice: Voice) -> None:
    shape = open_placeholder(tree, known[0], _NAMES[placeholder.slot], known[1])
    properties = shape[-1]
    write_box(properties, placeholder.box)
    add(add(properties, "a:prstGeom", prst="rect"), "a:avLst")
    body = add(shape, "p:txBody")
    write_frame(body, Inset(), placeholder.anchor, fit=placeholder.slot not in FURNITURE)
    _write_levels(add(body, "a:lstStyle"), placeholder, voice)
    if placeholder.slot == "number":
        field = add(add(body, "a:p"), "a:fld", id=NUMBER_FIELD, type="slidenum")
        write_style(field, "a:rPr", placeholder.style, voice)
        say(field, "a:t", "‹#›")
        return
    for level, text in enumerate(_prompts(placeholder)):
        paragraph = add(body, "a:p")
        add(paragraph, "a:pPr", lvl=level)
        if text:
            run = add(paragraph, "a:r")
            add(run, "a:rPr", lang=voice.language)
            say(run, "a:t", text)


def _prompts(placeholder: Placeholder) -> list[str]:
    if placeholder.slot in FURNITURE:
        return [""]
    return [_NAMES[placeholder.slot], *(f"Level {n}" for n in range(2, len(placeholder.levels) + 1))]


def _write_levels(parent: Element, placeholder: Placeholder | None, voice: Voice) -> None:
    """Append nine levels; those beyond the placeholder's own look like its last."""
    if placeholder is None:
        add(add(parent, "a:lvl1pPr"), "a:defRPr", lang=voice.language, sz=1800)
        return
    plain = Level(placeholder.style.size, "", Inset().left, Inset().left)
    levels = placeholder.levels or (plain,)
    for number in range(_LEVELS):
        _write_level(parent, number, (placeholder, levels[min(number, len(levels) - 1)]), voice)


def _write_level(parent: Element, number: int, look: tuple[Placeholder, Level], voice: Voice) -> None:
    placeholder, level = look
    hang = level.indent.emu
    made = add(
        parent,
        f"a:lvl{number + 1}pPr",
        marL=level.margin.emu + hang,
        indent=-hang if level.bullet else 0,
        algn=ALIGNS[placeholder.align],
    )
    write_spacing(made, placeholder.line_height)
    if level.bullet:
        add(made, "a:buFont", typeface="+mn-lt")
        add(made, "a:buChar", char=level.bullet)
    else:
        add(made, "a:buNone")
    style = placeholder.style
    write_style(made, "a:defRPr", Style(level.size, style.colour, style.bold, style.italic, style.family, style.tracking), voice)
