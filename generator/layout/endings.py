"""How a sheet ends: the panel with the sentence to remember and the contact, and the footer line."""

from __future__ import annotations

from dataclasses import replace

from generator.geometry import ZERO, Box, mm, pt
from generator.kit import Kit
from generator.layout.chrome import day, fitting, trimmed
from generator.layout.paper import Paper
from generator.notation.inline import Fragment, Rich
from generator.outline.model import Colophon, Sheet
from generator.outline.session import Session
from generator.page.items import Item
from generator.page.text import Align, Anchor, Style
from generator.typography.balance import balance

PANEL_HEIGHT = mm(33)
LINE = mm(8)


def end_panel(kit: Kit, sheet: Sheet, box: Box) -> tuple[Item, ...]:
    """Surface panel: what to remember at the left, writing lines for the contact at the right."""
    ground = kit.shape("end-panel", box, fill=kit.surface)
    inner = box.inset(mm(6), mm(4), mm(6), mm(3.5))
    left, right = inner.cut_left(inner.w * 0.52, mm(8))
    return (ground, *_remember(kit, sheet, left), *_contact(kit, sheet, right))


def _remember(kit: Kit, sheet: Sheet, box: Box) -> tuple[Item, ...]:
    label = kit.para(kit.words.say("remember"), kit.style(pt(8.5), kit.accent, bold=True))
    head, rest = box.cut_top(mm(4.5), mm(1))
    for size in (18, 16, 14):
        style = kit.style(pt(size), bold=True)
        text = balance(sheet.remember, lambda line, s=style: kit.width(line, s), rest.w, 3)  # type: ignore[misc]
        paragraph = kit.para(text or sheet.remember, style, height=1.2)
        if text and kit.height([paragraph], rest.w) <= rest.h:
            break
    return kit.text("remember-label", head, [label]), kit.text("remember", rest, [paragraph], anchor=Anchor.MIDDLE)


def _contact(kit: Kit, sheet: Sheet, box: Box) -> tuple[Item, ...]:
    label = kit.para(sheet.contact_label, kit.style(pt(8.5), kit.accent, bold=True))
    head, rest = box.cut_top(mm(4.5))
    items: list[Item] = [kit.text("contact-label", head, [label])]
    style = kit.style(pt(8.5), kit.quiet)
    widest = max((kit.width(line, style) for line in sheet.contact_lines), default=ZERO)
    for i, (line, row) in enumerate(zip(sheet.contact_lines, rest.rows(max(3, len(sheet.contact_lines))), strict=False)):
        base = row.bottom - mm(0.8)
        items.append(
            kit.text(
                f"contact-{i + 1}",
                Box(row.x, base - mm(4.2), widest + mm(1), mm(4.2)),
                [kit.para(line, style)],
                anchor=Anchor.BOTTOM,
            )
        )
        start = row.x + widest + mm(3)
        items.append(kit.rule(f"contact-{i + 1}-line", (start, base), row.right - start, kit.theme.named["neutral"], 0.6))
    return tuple(items)


def notes_block(kit: Kit, box: Box) -> tuple[Item, ...]:
    """Writing lines that fill a box: the reserve of a page with little to say."""
    count = max(1, round(box.h.ratio(LINE)))
    return tuple(
        kit.rule(f"notes-line-{i + 1}", (row.x, row.bottom), row.w, kit.theme.named["neutral"], 0.6)
        for i, row in enumerate(box.rows(count))
    )


def _session(kit: Kit, session: Session, box: Box, style: Style) -> tuple[Item, ...]:
    """A second line of the footer: for whom, by whom and where it is handed out."""
    told = (("set_client", session.client), ("set_trainer", session.trainer), ("set_place", session.place))
    line = fitting(kit, tuple(kit.words.say(key, text=text) for key, text in told if text), style, box.w)
    return (kit.text("footer-session", box, [kit.para(line, style)]),) if line else ()


def footer(kit: Kit, colophon: Colophon, paper: Paper) -> tuple[Item, ...]:
    """Hairline, document id and readers, content date and source key, page number."""
    style = kit.style(pt(8.5), kit.quiet)
    box = Box(paper.live.x, paper.footer + mm(1.6), paper.live.w, mm(4.4))
    side = box.w * 0.5
    told = f"  |  {colophon.audience}  |  {colophon.classification}"
    code = trimmed(kit, colophon.code, replace(style, bold=True), side - kit.width(told, style) - mm(1))
    left = Rich((Fragment(code, bold=True), Fragment(told)))
    key = kit.words.say("source_key", date=day(colophon), key=colophon.source_key)
    page = Rich((Fragment(kit.words.say("page", page=1, pages=1), bold=True),))
    return (
        *_session(kit, colophon.session, Box(box.x, box.bottom - mm(0.3), box.w, mm(4.0)), style),
        kit.rule("footer-rule", (box.x, paper.footer), box.w, kit.theme.named["neutral"], 0.5),
        kit.text("footer-left", Box(box.x, box.y, side, box.h), [kit.para(left, style)]),
        kit.text("footer-middle", Box(box.x + side, box.y, box.w * 0.32, box.h), [kit.para(key, style)]),
        kit.text(
            "footer-page", Box(box.right - box.w * 0.16, box.y, box.w * 0.16, box.h), [kit.para(page, style, align=Align.RIGHT)]
        ),
    )
