"""How a sheet begins: a colour band, a data sheet's head, or a claim."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.geometry import ZERO, Box, Length, mm, pt
from generator.kit import CAPS, Kit, Paint
from generator.layout.logo import on_sheet
from generator.notation.inline import Rich
from generator.outline.model import Header, Sheet
from generator.page.colour import Colour
from generator.page.items import Item, ShapeItem, Stroke
from generator.page.shapes import Rectangle
from generator.page.text import Align, Anchor, Paragraph, Style
from generator.theme.look import Band
from generator.typography.balance import balance

PILL = mm(6)
BADGE = mm(14)
SOFT = Colour("lt1", lum_mod=95)
TITLE_SHARES = (0.585, 0.56, 0.535, 0.51)
"""What the title has of the width beside key facts."""


AXIS, APART = (60, 66, 72, 78, 84), mm(0.6)
"""Millimetres that the axis of a horizon may be long, tried from the shortest; and the least between two names on it."""
STRIPE = mm(1.6)
"""The role's colour along the foot of a band of ink or tint."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A band's ground, and the colours of what stands on it."""

    fill: Colour
    strong: Colour
    soft: Colour
    pill: Colour
    span: Colour
    """How far ahead a role looks, of a line whose `rest` is paler."""
    rest: Colour
    plain: bool = True
    """Whether the ground is the role's colour, so that badges are reversed on it."""


@dataclass(frozen=True, slots=True)
class Head:
    """A drawn header and where the body may begin."""

    items: tuple[Item, ...]
    bottom: Length


def header(kit: Kit, sheet: Sheet, box: Box) -> Head:
    """Draw the sheet's header at the top of `box`."""
    drawn = {Header.BAND: _band, Header.DATA: _data, Header.CLAIM: _claim}[sheet.header](kit, sheet, box)
    ground = ground_of(kit).fill if sheet.header is Header.BAND else kit.paper
    return replace(drawn, items=(*drawn.items, *on_sheet(kit, drawn.items, sheet.colophon.organisation, ground)))


def ground_of(kit: Kit) -> Ground:
    """The ground of bands in this theme: the role's colour, ink, or the role's tint."""
    match kit.theme.look.band:
        case Band.ROLE:
            return Ground(kit.accent, kit.paper, SOFT, kit.paper, kit.paper, kit.theme.shade("veil", kit.role))
        case Band.INK:
            return Ground(kit.ink, kit.paper, SOFT, kit.paper, kit.light(), kit.theme.named["night3"], plain=False)
        case Band.TINT:
            return Ground(kit.tint(), kit.ink, kit.quiet, kit.accent, kit.accent, kit.paper, plain=False)


def _band(kit: Kit, sheet: Sheet, box: Box) -> Head:
    ground = ground_of(kit)
    inner, axis = Box(box.x + mm(6), box.y + mm(4.5), box.w - mm(12), ZERO), _axis_width(kit)
    title, size = _broken(kit, Rich.plain(sheet.name), (36, 30, 26, 24, 22, 20), inner.w - _badges_width(sheet) - mm(5), 1)
    top = inner.y + PILL + mm(4.5)
    claim, claim_size = _broken(kit, sheet.claim, (14, 13, 12), inner.w - axis - mm(6), 2)
    claim_text = kit.para(claim, kit.style(pt(claim_size), ground.soft), height=1.32)
    claim_height = max(kit.height([claim_text], inner.w - axis - mm(2)), mm(17) if sheet.horizon else ZERO)
    claim_top = top + BADGE + mm(4.5)
    band = Box(box.x, box.y, box.w, claim_top + claim_height + mm(5) - box.y)
    title_text = kit.para(title, kit.style(pt(size), ground.strong, bold=True), height=1.0)
    items: list[Item] = [
        kit.shape("band", band, fill=ground.fill),
        *([] if ground.plain else [kit.shape("band-stripe", band.cut_bottom(STRIPE)[1], fill=kit.accent)]),
        kit.text(
            "kind",
            Box(inner.x, inner.y, inner.w * 0.6, PILL),
            [kit.para(kit.words.say("one_pager"), kit.style(pt(9), ground.soft))],
            anchor=Anchor.MIDDLE,
        ),
        _pill(kit, sheet, inner.right, inner.y, ground.pill),
        *_badges(kit, sheet, (inner.x, top), BADGE, solid=not ground.plain),
        kit.text(
            "title",
            Box(inner.x + _badges_width(sheet) + mm(4.5), top, inner.w - _badges_width(sheet) - mm(4.5), BADGE),
            [title_text],
            anchor=Anchor.MIDDLE,
        ),
        kit.text("claim", Box(inner.x, claim_top, inner.w - axis - mm(4), claim_height), [claim_text], anchor=Anchor.BOTTOM),
    ]
    if sheet.horizon:
        items.extend(
            _horizon(kit, (sheet.horizon, ground), Box(inner.right - axis, claim_top + claim_height - mm(17), axis, mm(17)))
        )
    return Head(tuple(items), band.bottom)


def _data(kit: Kit, sheet: Sheet, box: Box) -> Head:
    top = box.y + mm(4)
    items: list[Item] = [
        kit.rule("page-rule", (box.x, box.y + pt(1.5)), box.w, kit.accent, 3),
        kit.text(
            "kind",
            Box(box.x, top, box.w * 0.6, PILL),
            [kit.para(kit.words.say("agreement"), kit.style(pt(9), kit.quiet))],
            anchor=Anchor.MIDDLE,
        ),
        _pill(kit, sheet, box.right, top, kit.accent),
    ]
    body = top + PILL + mm(3.5)
    left, right = Box(box.x, body, box.w, ZERO).cut_left(box.w * _title_share(kit, sheet, box.w), mm(5))
    facts, facts_height = _key_facts(kit, sheet, right)
    text = left.w - _badges_width(sheet, mm(15)) - mm(4)
    title, size = _broken(kit, Rich.plain(sheet.name), (27, 24, 20, 18), text, 1)
    claim, claim_size = _broken(kit, sheet.claim, (12, 11), text, 2)
    paragraphs = [
        kit.para(title, kit.style(pt(size), bold=True), height=1.1),
        kit.para(claim, kit.style(pt(claim_size), kit.quiet), height=1.33, before=mm(1)),
    ]
    height = max(kit.height(paragraphs, text), mm(15), facts_height)
    items.extend(_badges(kit, sheet, (left.x, body), mm(15), solid=True))
    items.append(kit.text("title", Box(left.right - text, body, text, height), paragraphs))
    items.extend(facts)
    return Head(tuple(items), body + height)


def _claim(kit: Kit, sheet: Sheet, box: Box) -> Head:
    top = box.y + mm(4.5)
    badge = mm(9)
    name_x = box.x + _badges_width(sheet, badge) + mm(3)
    headline, size = _broken(kit, sheet.headline, (30, 27, 24), box.w, 2)
    title = kit.para(headline, kit.style(pt(size), bold=True), height=1.13)
    name, size_ = _broken(kit, Rich.plain(sheet.name), (13, 11, 9.5), box.w * 0.6, 1)
    title_top = top + badge + mm(4)
    height = kit.height([title], box.w)
    items: list[Item] = [
        kit.rule("page-rule", (box.x, box.y + pt(1.5)), box.w, kit.accent, 3),
        *_badges(kit, sheet, (box.x, top), badge, solid=True),
        kit.text(
            "subject",
            Box(name_x, top, box.w * 0.6, badge),
            [kit.para(name, kit.style(pt(size_), bold=True))],
            anchor=Anchor.MIDDLE,
        ),
        _pill(kit, sheet, box.right, top + (badge - PILL) / 2, kit.accent),
        kit.text("title", Box(box.x, title_top, box.w, height), [title]),
    ]
    return Head(tuple(items), title_top + height)


def _broken(kit: Kit, text: Rich, sizes: tuple[float, ...], width: Length, most: int) -> tuple[Rich, float]:
    """The text broken into at most `most` lines at the largest size that allows it."""
    for size in sizes:
        style = kit.style(pt(size), bold=True)
        broken = balance(text, lambda line, s=style: kit.width(line, s), width, most)  # type: ignore[misc]
        if broken is not None:
            return broken, size
    return text, sizes[-1]


def _pill(kit: Kit, sheet: Sheet, right: Length, y: Length, colour: Colour) -> Item:
    style = kit.style(pt(9), colour, bold=True)
    text = kit.words.say("for_audience", audience=_lower_first(sheet.colophon.audience))
    width = kit.width(text, style) + mm(6.4)
    box = Box(right - width, y, width, PILL)
    label = [kit.para(text, style, align=Align.CENTRE)]
    return kit.label("audience", box, label, Rectangle(PILL / 2), Paint(stroke=Stroke(colour, pt(1))))


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def _badges_width(sheet: Sheet, side: Length = BADGE) -> Length:
    return (side + mm(2)) * len(sheet.subjects) - mm(2)


def _badges(kit: Kit, sheet: Sheet, at: tuple[Length, Length], side: Length, *, solid: bool) -> list[Item]:
    """The badges of the sheet's subjects; on a band they are paper with letters in the band's colour."""
    size = pt(19 if side > mm(12) else 13)
    items: list[Item] = []
    for i, subject in enumerate(sheet.subjects):
        box = Box(at[0] + (side + mm(2)) * i, at[1], side, side)
        item = kit.badge(f"badge-{subject.id}", box, subject, size)
        items.append(item if solid else _reversed(kit, item, subject.badge, size))
    return items


def _reversed(kit: Kit, item: Item, letters: str, size: Length) -> Item:
    assert isinstance(item, ShapeItem)
    text: list[Paragraph] = [kit.para(letters, kit.style(size, kit.accent, bold=True), align=Align.CENTRE, height=CAPS)]
    return kit.label(item.mark.id, item.box, text, item.geometry, Paint(fill=kit.paper))


def _key_facts(kit: Kit, sheet: Sheet, box: Box) -> tuple[list[Item], Length]:
    """Label and value in rows ruled with hairlines; labels take the room the longest one needs."""
    items: list[Item] = []
    label_style, value_style = kit.style(pt(9), kit.quiet), kit.style(pt(9), bold=True)
    side = _labels_width(kit, sheet)
    value_style = _on_one_line(kit, sheet, box.w - side, value_style)
    y = box.y
    for i, (label, value) in enumerate(sheet.key_facts, 1):
        said = [kit.para(value, value_style, height=1.15)]
        row = max(mm(6.2), kit.height(said, box.w - side) + mm(2.2))
        items.append(kit.rule(f"key-{i}-rule", (box.x, y), box.w, kit.theme.named["neutral"], 1 if i == 1 else 0.5))
        items.append(kit.text(f"key-{i}-label", Box(box.x, y, side, row), [kit.para(label, label_style)], anchor=Anchor.MIDDLE))
        items.append(kit.text(f"key-{i}-value", Box(box.x + side, y, box.w - side, row), said, anchor=Anchor.MIDDLE))
        y = y + row
    return items, y - box.y


def _labels_width(kit: Kit, sheet: Sheet) -> Length:
    return max((kit.width(label, kit.style(pt(9))) for label, _ in sheet.key_facts), default=ZERO) + mm(2)


def _title_share(kit: Kit, sheet: Sheet, width: Length) -> float:
    """What the title has of the width: less where key facts then stand on one line each, all of it where there are none."""
    if not sheet.key_facts:
        return 1.0
    widest = max(kit.width(value, kit.style(pt(8.5), bold=True)) for _, value in sheet.key_facts)
    needed = widest + _labels_width(kit, sheet) + mm(5)
    return next((share for share in TITLE_SHARES if needed <= width * (1 - share)), TITLE_SHARES[0])


def _on_one_line(kit: Kit, sheet: Sheet, width: Length, style: Style) -> Style:
    """The style of values, a little smaller where that alone keeps them on one line each."""
    smaller = replace(style, size=pt(8.5))
    widest = [max((kit.width(value, each) for _, value in sheet.key_facts), default=ZERO) for each in (style, smaller)]
    return smaller if widest[1] <= width < widest[0] else style


def _horizon(kit: Kit, told: tuple[tuple[float, float], Ground], box: Box) -> tuple[Item, ...]:
    """How far ahead the role looks, on an axis from now to three years with a tick and a name for each step."""
    span, ground = told
    names = kit.words.say("horizon_axis").split("|")
    step = box.w / (len(names) - 1)
    label = kit.para(kit.words.say("horizon"), kit.style(pt(9), ground.strong, bold=True))
    bar = Box(box.x, box.y + mm(5.2), box.w, mm(4.6))
    items: list[Item] = [
        kit.text("horizon-label", Box(box.x, box.y, box.w, mm(4.4)), [label]),
        kit.shape("horizon-rest", bar, fill=ground.rest),
        kit.shape("horizon-span", Box(box.x + step * span[0], bar.y, step * (span[1] - span[0]), bar.h), fill=ground.span),
    ]
    style = kit.style(pt(8.5), ground.strong)
    for i, name in enumerate(names):
        last = i == len(names) - 1
        tick = Box(box.x + step * i - (pt(1) if last else ZERO), bar.bottom, pt(1), mm(1.6))
        items.append(kit.shape(f"horizon-tick-{i + 1}", tick, fill=ground.strong))
        place, align = _named_at(names, i, step)
        room = Box(box.x + place, tick.bottom, step, mm(4.4))
        items.append(kit.text(f"horizon-{i + 1}", room, [kit.para(name, style, align=align)]))
    return tuple(items)


def _named_at(names: list[str], i: int, step: Length) -> tuple[Length, Align]:
    """Where the name of a step stands from the axis' left, and how: the first and the last end with the axis."""
    if i == 0:
        return ZERO, Align.LEFT
    return (step * (i - 1), Align.RIGHT) if i == len(names) - 1 else (step * (i - 0.5), Align.CENTRE)


def _axis_width(kit: Kit) -> Length:
    """The length of the axis: longer where a wide face would set one name over the next, for type stays at 8.5 points."""
    names = kit.words.say("horizon_axis").split("|")
    return next((mm(each) for each in AXIS if _are_apart(kit, names, mm(each) / (len(names) - 1))), mm(AXIS[-1]))


def _are_apart(kit: Kit, names: list[str], step: Length) -> bool:
    shares = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}
    ends = ZERO - APART
    for i, name in enumerate(names):
        (left, align), width = _named_at(names, i, step), kit.width(name, kit.style(pt(8.5)))
        begins = left + (step - width) * shares[align]
        if begins < ends + APART:
            return False
        ends = begins + width
    return True
