"""Items as native shapes, in reading order: placeholders, text boxes, shapes, lines, groups, tables, charts."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType
from typing import assert_never

from generator.backends.pptx.chart import write_chart_frame
from generator.backends.pptx.geometry import fit_text, write_box, write_geometry
from generator.backends.pptx.markup import Element, add
from generator.backends.pptx.paint import write_fill, write_line
from generator.backends.pptx.place import Place, identify, identify_whole
from generator.backends.pptx.slots import on_slide
from generator.backends.pptx.table import header_words, write_table
from generator.backends.pptx.text import frame_inset, write_frame, write_numbered, write_paragraphs
from generator.page.items import ChartItem, GroupItem, Item, PictureItem, ShapeItem, TableItem, TextItem
from generator.page.shapes import Path, Rule

_STRAIGHT = MappingProxyType({"rot": "0", "spcFirstLastPara": "0", "vert": "horz", "numCol": "1", "anchorCtr": "0"})
"""What a text says where somebody else's placeholder might turn it, or set it in columns."""
_WHOLE = 100_000
"""What the file format counts shares of."""


def write_items(tree: Element, items: Iterable[Item], place: Place, link: str = "") -> None:
    """Append the items to a shape tree. `link` is the enclosing group's: PowerPoint follows links of its members only."""
    for item in items:
        match item:
            case TextItem():
                _write_text(tree, item, place, item.link or link)
            case ShapeItem():
                _write_shape(tree, item, place, item.link or link)
            case TableItem():
                identity = _frame(tree, "p:graphicFrame")
                identify_whole(identity, item.mark, place, header_words(item))
                write_table(_close_frame(identity), item, place)
            case ChartItem():
                identity = _frame(tree, "p:graphicFrame")
                identify_whole(identity, item.mark, place, words_of(item))
                write_chart_frame(_close_frame(identity), item, place)
            case PictureItem():
                _write_picture(tree, item, place, link)
            case GroupItem():
                _write_group(tree, item, place, item.link or link)
            case _:
                assert_never(item)


def words_of(item: Item) -> str:
    """The words an item shows, one paragraph a line."""
    match item:
        case TextItem():
            return item.body.text
        case ShapeItem():
            return item.body.text if item.body else ""
        case GroupItem():
            return "\n".join(filter(None, (words_of(member) or member.mark.alt for member in item.items)))
        case TableItem():
            return header_words(item)
        case ChartItem():
            return ", ".join(series.name for series in item.series)
        case PictureItem():
            return ""
        case _:
            assert_never(item)


def _write_text(tree: Element, item: TextItem, place: Place, link: str) -> None:
    placeholder = place.placeholder(item.slot)
    layout = place.layout
    shape = add(tree, "p:sp")
    identity = add(shape, "p:nvSpPr")
    identify(identity, item.mark, place, item.body.text or item.link, link)
    properties = add(shape, "p:spPr")
    if layout is not None and (placeholder or item.slot == "title"):
        add(add(identity, "p:cNvSpPr"), "a:spLocks", noGrp=1)
        add(add(identity, "p:nvPr"), "p:ph", **on_slide(item.slot, layout, placeholder))
        if placeholder is None or placeholder.box != item.box:
            write_box(properties, item.box)
    else:
        add(identity, "p:cNvSpPr", txBox=1)
        add(identity, "p:nvPr")
        write_box(properties, item.box)
        add(add(properties, "a:prstGeom", prst="rect"), "a:avLst")
        add(properties, "a:noFill")
    body = add(shape, "p:txBody")
    frame = write_frame(body, frame_inset(item.body, item.body.inset), item.body.anchor)
    if layout is not None and layout.part:
        for key, value in _STRAIGHT.items():
            frame.set(key, value)
    add(body, "a:lstStyle")
    (write_numbered if item.slot == "number" else write_paragraphs)(body, item.body, place.voice(item.mark))


def _write_shape(tree: Element, item: ShapeItem, place: Place, link: str) -> None:
    straight = isinstance(item.geometry, Rule)
    shape = add(tree, "p:cxnSp" if straight else "p:sp")
    identity = add(shape, "p:nvCxnSpPr" if straight else "p:nvSpPr")
    identify(identity, item.mark, place, words_of(item) or item.link, link)
    add(identity, "p:cNvCxnSpPr" if straight else "p:cNvSpPr")
    add(identity, "p:nvPr")
    properties = add(shape, "p:spPr")
    write_box(properties, item.box)
    write_geometry(properties, item.geometry, item.box)
    if not straight:
        write_fill(properties, item.fill)
    head = item.geometry.head if isinstance(item.geometry, Rule) else None
    write_line(properties, item.stroke, soft=isinstance(item.geometry, Path) and item.geometry.soft, head=head)
    if item.body and not straight:
        inset, wraps = fit_text(item.geometry, item.box, item.body)
        body = add(shape, "p:txBody")
        write_frame(body, frame_inset(item.body, inset), item.body.anchor, wraps)
        add(body, "a:lstStyle")
        write_paragraphs(body, item.body, place.voice(item.mark))


def _write_picture(tree: Element, item: PictureItem, place: Place, link: str) -> None:
    picture = add(tree, "p:pic")
    identity = add(picture, "p:nvPicPr")
    identify(identity, item.mark, place, "", link)
    add(add(identity, "p:cNvPicPr"), "a:picLocks", noChangeAspect=1)
    add(identity, "p:nvPr")
    filled = add(picture, "p:blipFill")
    add(filled, "a:blip", **{"r:embed": place.relations.picture(item)})
    crop = item.crop
    sides = {"l": crop.left, "t": crop.top, "r": crop.right, "b": crop.bottom}
    cut = {side: round(share * _WHOLE) for side, share in sides.items() if share}
    if cut:
        add(filled, "a:srcRect", **cut)
    add(add(filled, "a:stretch"), "a:fillRect")
    properties = add(picture, "p:spPr")
    write_box(properties, item.box)
    add(add(properties, "a:prstGeom", prst="rect"), "a:avLst")


def _write_group(tree: Element, item: GroupItem, place: Place, link: str) -> None:
    group = add(tree, "p:grpSp")
    identity = add(group, "p:nvGrpSpPr")
    identify_whole(identity, item.mark, place, words_of(item))
    add(identity, "p:cNvGrpSpPr")
    add(identity, "p:nvPr")
    box = write_box(add(group, "p:grpSpPr"), item.box)
    add(box, "a:chOff", x=item.box.x.emu, y=item.box.y.emu)
    add(box, "a:chExt", cx=item.box.w.emu, cy=item.box.h.emu)
    write_items(group, item.items, place, link)


def _frame(tree: Element, tag: str) -> Element:
    return add(add(tree, tag), "p:nvGraphicFramePr")


def _close_frame(identity: Element) -> Element:
    """Finish the identity of a table or chart; return the frame."""
    add(add(identity, "p:cNvGraphicFramePr"), "a:graphicFrameLocks", noGrp=1)
    add(identity, "p:nvPr")
    frame = identity.getparent()
    assert frame is not None
    return frame
