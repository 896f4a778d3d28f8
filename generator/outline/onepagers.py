"""Turn a sheet template's output into a planned one-pager."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from generator.content.library import told_to
from generator.content.subjects import Role
from generator.content.values import Priority, Rung
from generator.errors import Findings, did_you_mean
from generator.files import Files
from generator.notation.inline import Rich
from generator.notation.records import Record
from generator.outline.colophon import Order, colophon, shown_subjects
from generator.outline.model import Entry, Header, Sheet
from generator.outline.templates import read_items, run
from generator.outline.views import view_of
from generator.source import Span
from generator.tailoring.model import Cut


class SheetItem(Record):
    """One list item of a sheet template's output: the header's form, or a topic and its columns."""

    header: Annotated[Header, Field(strict=False)] | None = None
    topic: str | None = None
    columns: Literal[12, 7, 6, 5, 4] = 12

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        if (self.header is None) == (self.topic is None):
            raise ValueError("an item of a sheet is either a `header` or a `topic`")
        return self


def plan_sheet(files: Files, order: Order, findings: Findings) -> Sheet | None:
    """Run the order's template and plan the sheet it lists; None and findings where that fails.

    Findings: C004 to C007, C020 and C021 for its items, O001 to O005 for the template.
    """
    rendered = run(files, order.template, view_of(order.tailored), findings)
    items = read_items(rendered, SheetItem, findings) if rendered else None
    if rendered is None or items is None:
        return None
    before = len(findings.errors)
    cuts = {cut.topic.id: cut for cut in order.tailored.topics if cut.state is not Rung.DROP}
    header, entries = Header.BAND, dict[str, Entry]()
    for item, span in items:
        if item.topic is None:
            header = item.header or header
        elif item.topic not in cuts:
            message = f"topic {item.topic!r} is not among this reader's topics"
            findings.error("C020", span, message, did_you_mean(item.topic, cuts))
        elif item.topic in entries:
            findings.error("C021", span, f"topic {item.topic!r} stands on the sheet already", "list each topic once")
        else:
            entries[item.topic] = _entry(cuts[item.topic], item.columns)
    sheet = _sheet(order, header, tuple(entries.values()), order.tailored.subject.span)
    return sheet if len(findings.errors) == before else None


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
        contact_label=contact.label if contact else words.say("my_notes"),
        contact_lines=tuple(str(line) for line in contact.lines) if contact else ("", "", ""),
        entries=entries,
        span=span,
    )
