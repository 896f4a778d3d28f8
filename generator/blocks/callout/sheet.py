"""A callout on a sheet: a quiet panel, or an ink one where something is asked."""

from __future__ import annotations

from dataclasses import replace

from generator.block import Flow
from generator.blocks._room import legible
from generator.blocks._ruled import note, small
from generator.blocks.callout.remark import Remark
from generator.geometry import Box, Length, mm
from generator.kit import Kit
from generator.notation.inline import Fragment, Rich
from generator.page.items import Item
from generator.page.text import Anchor, Paragraph

PADDING = mm(3.6)


def flow_panel(kit: Kit, remark: Remark, width: Length) -> Flow:
    """The panel as one row that may grow."""
    texts = _texts(kit, remark)
    room = width - PADDING * 2
    height = kit.height(texts, room) + PADDING * 2

    def draw(box: Box, heights: tuple[Length, ...]) -> tuple[Item, ...]:
        ground = kit.card("ground", box, kit.ink if remark.tone == "ask" else kit.surface)
        return ground, kit.text("text", box.inset(PADDING), texts, anchor=Anchor.MIDDLE)

    return Flow((height,), (True,), draw)


def _texts(kit: Kit, remark: Remark) -> list[Paragraph]:
    asks = remark.tone == "ask"
    strong = kit.light() if asks else legible(kit, remark.role(kit), kit.surface)
    ink, quiet = (kit.paper, kit.mute) if asks else (kit.ink, kit.quiet)
    told = [note(kit, remark.label, strong, bold=True)]
    if remark.number:
        told.append(kit.para(remark.number, kit.style(kit.sheet.size * 2, strong, bold=True)))
    if remark.text:
        told.append(small(kit, remark.text, ink, bold=asks))
    for pair in remark.pairs:
        told.append(small(kit, _joined(pair.when, pair.then), ink))
    if remark.closing:
        told.append(small(kit, remark.closing, quiet))
    if remark.date:
        told.append(small(kit, remark.date, strong, bold=True))
    return [told[0], *(replace(p, before=mm(0.8)) for p in told[1:])]


def _joined(when: Rich, then: Rich) -> Rich:
    """A condition and, in bold, what to do."""
    return Rich((*when.fragments, Fragment(": "), *(replace(f, bold=True) for f in then.fragments)))
