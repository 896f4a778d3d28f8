"""Turn a sheet template's output into a planned one-pager."""

from __future__ import annotations

from collections.abc import Mapping

from generator.content.library import told_to
from generator.content.model import Role
from generator.content.values import Priority, Rung
from generator.errors import Findings, did_you_mean
from generator.files import Files
from generator.notation.inline import Rich
from generator.notation.records import Record, read_record
from generator.outline.colophon import Order, colophon, shown_subjects
from generator.outline.model import Entry, Header, Sheet
from generator.outline.templates import Rendered, run
from generator.outline.views import view_of
from generator.source import Span
from generator.tailoring.model import Cut


class SheetItem(Record):
    """One list item of a sheet template's output: the header's form, or a topic and its columns."""

    header: str | None = None
    topic: str | None = None
    columns: int = 12


def plan_sheet(files: Files, order: Order, findings: Findings) -> Sheet | None:
    """Run the order's template and plan the sheet it lists; None and findings where that fails."""
    rendered = run(files, order.template, view_of(order.tailored), findings)
    items = _read(rendered, findings) if rendered else None
    if rendered is None or items is None:
        return None
    cuts = {cut.topic.id: cut for cut in order.tailored.topics}
    header, entries = Header.BAND, []
    for item in items:
        if item.header is not None:
            header = Header(item.header)
        elif item.topic in cuts:
            entries.append(_entry(cuts[item.topic], item.columns))
        else:
            span = rendered.origin(item.span)
            findings.error(
                "C020", span, f"topic {item.topic!r} is not among this reader's topics", did_you_mean(item.topic or "", cuts)
            )
    return _sheet(order, header, tuple(entries), rendered.origin(rendered.tree.span))


def _read(rendered: Rendered, findings: Findings) -> tuple[SheetItem, ...] | None:
    inner = Findings()
    value = rendered.tree.value
    entries = value if isinstance(value, tuple) else ()
    items = [read_record(rendered.tree.at((i,)), SheetItem, inner) for i in range(len(entries))]
    for item in items:
        if item is not None and item.header is not None and item.header not in list(Header):
            inner.error("C005", item.span, f"header {item.header!r} does not exist", did_you_mean(item.header, list(Header)))
    for finding in inner.items:
        findings.error(finding.code, rendered.origin(finding.span), finding.message, finding.hint)
    return None if inner.errors else tuple(item for item in items if item is not None)


def _entry(cut: Cut, columns: int) -> Entry:
    topic = cut.topic
    block = (topic.handout or topic.blocks)[0]
    rank = list(Priority).index(topic.priority) if cut.state is not Rung.HANDOUT or topic.ladder[0] is Rung.HANDOUT else 2
    return Entry(topic.id, str(topic.short or topic.title), block, columns, rank, topic.span)


def _sheet(order: Order, header: Header, entries: tuple[Entry, ...], span: Span) -> Sheet:
    tailored, words = order.tailored, order.words
    subject = tailored.subject
    subjects = shown_subjects(subject, order.content.looks)
    contact = subject.contact
    return Sheet(
        colophon=colophon(order),
        subjects=subjects,
        role=subjects[0].colour if len(subjects) == 1 else "dk1",
        icon=subject.icon,
        header=header,
        name=subject.title,
        headline=told_to(tailored.audience, subject.claim) or Rich.plain(subject.title),
        claim=told_to(tailored.audience, subject.claim) or Rich(()),
        remember=told_to(tailored.audience, subject.remember) or Rich(()),
        key_facts=tuple((fact.label, str(fact.value)) for fact in subject.key_facts),
        horizon=(subject.horizon.from_, subject.horizon.to) if isinstance(subject, Role) and subject.horizon else None,
        horizons=_horizons(order.content.roles),
        contact_label=contact.label if contact else words.say("my_notes"),
        contact_lines=tuple(str(line) for line in contact.lines) if contact else ("", "", ""),
        entries=entries,
        span=span,
    )


def _horizons(roles: Mapping[str, Role]) -> dict[str, tuple[float, float]]:
    return {r.id: (r.horizon.from_, r.horizon.to) for r in roles.values() if r.horizon}
