"""Make documents: tailor, plan, lay, check, write bytes. A pure function of the workshop and the units."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from generator.backends import FORMATS
from generator.block import facts_of
from generator.building.disk import sha256
from generator.building.entry import Entry, Finding, MadeAs, Spending, Stood, Told
from generator.building.keys import FOLDERS, key_of
from generator.building.settle import Reader, Settled, deck_of, order, purse_of, settle, visible
from generator.building.unit import Target, Unit
from generator.building.workshop import Workshop
from generator.checks import check_pages
from generator.checks.drawing import undrawable
from generator.content.topic import Topic
from generator.content.values import Rung
from generator.errors import Diagnostic, Findings
from generator.layout.paper import PAPERS
from generator.layout.sheets import lay_sheet
from generator.layout.slides import LaidOut, Shown
from generator.outline.onepagers import plan_sheet
from generator.outline.templates import Template
from generator.source import Span
from generator.tailoring.model import Step

NUMBER = re.compile(r"\d+(\.\d+)?")


@dataclass(frozen=True, slots=True)
class MadeFile:
    """The bytes of one file and where they go."""

    made: MadeAs
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Made:
    """What came of a unit. Without an entry, nothing came of it and the findings say why."""

    unit: Unit
    findings: tuple[Diagnostic, ...]
    files: tuple[MadeFile, ...] = ()
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class _Laid:
    """Pages and the files they are written to."""

    out: LaidOut
    targets: tuple[Target, ...]


def make(workshop: Workshop, units: tuple[Unit, ...]) -> Iterator[Made]:
    """Make units of one subject for one audience; they share the cut. Findings are part of the result; nothing is written."""
    settled: dict[tuple[str, Reader], Settled] = {}
    for unit in units:
        template = next(t for t in workshop.templates if t.head.document == unit.document)
        tried = deck_of(workshop, template, unit.subject)
        name = tried.head.document if tried else ""
        reader = reader_of(unit)
        if (name, reader) not in settled:
            settled[name, reader] = settle(workshop, reader, tried)
        yield _make(workshop, unit, template, settled[name, reader])


def reader_of(unit: Unit) -> Reader:
    """Whom a unit is told to, and how."""
    return Reader(unit.subject, unit.audience, unit.edition, unit.minutes, unit.session)


def _make(workshop: Workshop, unit: Unit, template: Template, settled: Settled) -> Made:
    findings = Findings(list((settled.tailoring if template.is_sheet else settled.findings).items))
    if template.is_sheet:
        laid = _sheets(workshop, unit, (template, settled), findings)
    else:
        laid = _deck(unit, template, settled, findings)
    files = () if findings.errors else tuple(_written(laid, findings))
    for part in laid:
        _add_unlike(findings, check_pages(part.out.document))
    if laid and not any(place.topic for part in laid for place in part.out.shown):
        _tell_empty(findings, unit, settled)
    told = tuple(dict.fromkeys(findings.items))
    entry = _entry(workshop, unit, settled, laid)
    key = "" if findings.errors or not _covered(workshop) else key_of(workshop.key, unit)
    made = tuple(file.made for file in files)
    return Made(unit, told, files, replace(entry, files=made, findings=tuple(map(Finding.of, told)), key=key))


def _tell_empty(findings: Findings, unit: Unit, settled: Settled) -> None:
    findings.warning(
        "T012",
        settled.tailored.subject.span,
        f"nothing of {unit.subject!r} is shown to {unit.audience} in its {unit.document}",
        "see `for` and `clearance` of its topics and chapters; build-report.json has the reason for each",
    )


def _deck(unit: Unit, template: Template, settled: Settled, findings: Findings) -> tuple[_Laid, ...]:
    if settled.laid is None:
        if not findings.errors:
            findings.error("O005", Span(template.path), "the template made no deck", "write items such as `- slide: cover`")
        return ()
    return (_Laid(settled.laid, tuple(unit.targets())),)


def _sheets(workshop: Workshop, unit: Unit, cut: tuple[Template, Settled], findings: Findings) -> tuple[_Laid, ...]:
    template, settled = cut
    sheet = plan_sheet(workshop.material.files, order(workshop, settled.tailored, template, reader_of(unit)), findings)
    if sheet is None:
        return ()
    laid = []
    for paper in unit.papers:
        inner = Findings()
        out = lay_sheet(sheet, workshop.kit(sheet.role), PAPERS[paper], workshop.faces, inner)
        _add_unlike(findings, tuple(inner.items))
        laid.append(_Laid(out, tuple(target for target in unit.targets() if target.paper == paper)))
    return tuple(laid)


def _add_unlike(findings: Findings, new: tuple[Diagnostic, ...]) -> None:
    """Add findings that do not say again, with other numbers, what one says already: papers differ by millimetres."""
    said = {(d.code, d.span, NUMBER.sub("", d.message)) for d in findings.items}
    findings.items.extend(d for d in new if (d.code, d.span, NUMBER.sub("", d.message)) not in said)


def _written(laid: tuple[_Laid, ...], findings: Findings) -> Iterator[MadeFile]:
    """The files; no PDF of what a PDF cannot show."""
    for part in laid:
        undrawn = tuple(undrawable(part.out.document)) if any(target.format == "pdf" for target in part.targets) else ()
        _add_unlike(findings, undrawn)
        for target in part.targets:
            if undrawn and target.format == "pdf":
                continue
            data = FORMATS[target.format].write(part.out.document)
            yield MadeFile(MadeAs(target.path, target.format, visible(part.out), sha256(data)), data)


def _covered(workshop: Workshop) -> bool:
    """Whether nothing was read or looked for but what the key covers."""
    asked = {*workshop.material.files.digests, *workshop.material.files.presence}
    return all(path in workshop.inputs or path.startswith(FOLDERS) for path in asked)


def _entry(workshop: Workshop, unit: Unit, settled: Settled, laid: tuple[_Laid, ...]) -> Entry:
    tailored = settled.tailored
    return Entry(
        unit.name,
        unit.subject,
        unit.audience,
        unit.document,
        _spending(workshop, unit, settled),
        _states(workshop, unit, settled),
        tuple(sorted(tailored.facts)),
        _shown(settled, laid),
        _cut(unit, settled, laid),
        (*(Told(d.step.value, d.unit, d.outcome, d.reason, str(d.span)) for d in tailored.decisions), *_no_room(settled, laid)),
        {place.page: Stood(place.layout, place.rule) for part in laid for place in part.out.shown if place.layout},
        options=unit.options,
        special=not unit.is_usual,
    )


def _spending(workshop: Workshop, unit: Unit, settled: Settled) -> Spending:
    spent, budget = settled.tailored.spent, purse_of(workshop, reader_of(unit))
    return Spending(budget.minutes, budget.slides, spent.minutes, spent.slides, settled.visible)


def _cut(unit: Unit, settled: Settled, laid: tuple[_Laid, ...]) -> tuple[str, ...]:
    """Of a sheet what found no room on some paper, of a deck what the budget moved."""
    if unit.papers:
        return tuple(dict.fromkeys(topic for part in laid for topic in part.out.dropped))
    budgeted = {d.unit for d in settled.tailored.decisions if d.step is Step.BUDGET}
    unseen = settled.tailored.in_state(Rung.BACKUP, Rung.HANDOUT, Rung.DROP)
    return tuple(cut.topic.id for cut in unseen if cut.topic.id in budgeted)


def _no_room(settled: Settled, laid: tuple[_Laid, ...]) -> Iterator[Told]:
    """Why a sheet lacks what its audience asked for."""
    topics = {cut.topic.id: cut.topic for cut in settled.tailored.topics}
    for name in dict.fromkeys(topic for part in laid for topic in part.out.dropped):
        reason = "the page is full: the lowest priority goes first, and of these the last in the audience's `sheet.parts`"
        yield Told("sheet", name, "left out", reason, str(topics[name].span))


def _states(workshop: Workshop, unit: Unit, settled: Settled) -> dict[str, str]:
    """What became of each topic; what is for the one-pager only is dropped where the subject has none."""
    sort = next(t for t in workshop.templates if t.head.document == unit.document).head.subjects
    sheets = any(t.is_sheet and set(sort) & set(t.head.subjects) for t in workshop.templates)
    states = {cut.topic.id: cut.state for cut in settled.tailored.topics}
    return {topic: (Rung.DROP if state is Rung.HANDOUT and not sheets else state).value for topic, state in states.items()}


def _shown(settled: Settled, laid: tuple[_Laid, ...]) -> dict[str, tuple[str, ...]]:
    """The visible pages that say each fact: by a block as it stands there, or by the topic as a whole."""
    topics = {cut.topic.id: cut.topic for cut in settled.tailored.topics}
    found: dict[str, dict[str, None]] = {}
    for part in laid:
        sheet = any(target.paper for target in part.targets)
        for place in part.out.shown:
            if not place.hidden:
                for fact in _facts(place, topics.get(place.topic), sheet):
                    found.setdefault(fact, {})[place.page] = None
    return {fact: tuple(pages) for fact, pages in sorted(found.items())}


def _facts(place: Shown, topic: Topic | None, sheet: bool) -> tuple[str, ...]:
    """What a page says. A sheet that shows a topic's handout in place of its blocks does not say the topic as a whole."""
    whole = topic.facts if topic and not (sheet and topic.handout) else ()
    return (*whole, *(fact for block in place.blocks for fact in facts_of(block)))
