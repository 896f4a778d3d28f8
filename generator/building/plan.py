"""Which documents a build makes: every template x every subject it takes x every reader, as far as asked for."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from generator.building.request import BuildRequest
from generator.building.workshop import Workshop
from generator.content.model import Comparison
from generator.errors import Findings, Problems, did_you_mean
from generator.outline.templates import Template
from generator.source import Span


@dataclass(frozen=True, slots=True)
class Unit:
    """One document for one reader, in all the formats and papers asked for: laid once, written several times."""

    subject: str
    audience: str
    document: str
    formats: tuple[str, ...]
    papers: tuple[str, ...]
    """Empty for a deck."""

    @property
    def name(self) -> str:
        """What progress shows."""
        return f"{self.audience}/{self.subject}-{self.document}"

    def path(self, suffix: str, paper: str = "") -> str:
        """Where a file of the unit goes, relative to the output folder."""
        return f"{self.name}{f'-{paper}' if paper else ''}{suffix}"


def plan(workshop: Workshop, request: BuildRequest) -> tuple[Unit, ...]:
    """The units of `request`, in the order of their names. Raises Problems (exit code 2) for what does not exist."""
    content = workshop.content
    known = {
        "subject": (request.subjects, tuple(content.subjects)),
        "audience": (request.audiences, tuple(a.id for a in content.readers)),
        "document": (request.documents, tuple(t.head.document for t in workshop.templates)),
        "format": (request.formats, tuple(sorted({f for t in workshop.templates for f in t.head.formats}))),
        "paper": (request.papers, ("a4", "letter")),
    }
    _check(known)
    wanted = {name: asked or all_ for name, (asked, all_) in known.items()}
    units = [
        unit
        for template, subject, audience in product(workshop.templates, wanted["subject"], wanted["audience"])
        if template.head.document in wanted["document"] and (unit := _unit(workshop, template, subject, audience, request))
    ]
    if not units:
        documents = ", ".join(f"{t.head.document} ({' or '.join(t.head.subjects)})" for t in workshop.templates)
        _refuse("U002", "this selection matches no document", f"documents and the subjects they take: {documents}")
    return tuple(sorted(units, key=lambda unit: unit.name))


def _unit(workshop: Workshop, template: Template, subject: str, audience: str, request: BuildRequest) -> Unit | None:
    sort = "comparison" if isinstance(workshop.content.subjects[subject], Comparison) else "role"
    formats = tuple(f for f in template.head.formats if not request.formats or f in request.formats)
    if sort not in template.head.subjects or not formats:
        return None
    papers = (request.papers or workshop.content.project.papers) if template.is_sheet else ()
    return Unit(subject, audience, template.head.document, formats, tuple(dict.fromkeys(papers)))


def _check(known: dict[str, tuple[tuple[str, ...], tuple[str, ...]]]) -> None:
    """Raise Problems for every name asked for that does not exist."""
    findings = Findings()
    for what, (asked, names) in known.items():
        for name in asked:
            if name not in names:
                findings.error("U001", Span("command line"), f"{what} {name!r} does not exist", did_you_mean(name, names))
    if findings.items:
        raise Problems(findings.items, exit_code=2)


def _refuse(code: str, message: str, hint: str) -> None:
    findings = Findings()
    findings.error(code, Span("command line"), message, hint)
    raise Problems(findings.items, exit_code=2)
