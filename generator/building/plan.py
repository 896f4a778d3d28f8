"""Which documents a build makes: every template x every subject it takes x every reader, as far as asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import product

from generator.building.request import BuildRequest
from generator.building.unit import Target, Unit
from generator.building.workshop import Material
from generator.content.subjects import sort_of_subject
from generator.errors import Diagnostic, Findings, Problems, did_you_mean
from generator.layout.paper import PAPERS
from generator.outline.session import Session, read_session
from generator.outline.templates import Template
from generator.source import Span
from generator.tailoring.model import Edition

ASKED = Span("command line")


def plan(material: Material, request: BuildRequest) -> tuple[Unit, ...]:
    """The units of `request` in the order of their names.

    Raises Problems: with exit code 2 for what does not exist, with exit code 1 where two documents would have one path.
    """
    known = _known(material)
    asked = {
        "subject": request.subjects,
        "audience": request.audiences,
        "document": request.documents,
        "format": request.formats,
        "paper": request.papers,
        "edition": request.editions,
    }
    _check(asked, known, tuple(material.content.audiences))
    wanted = {what: asked[what] or known[what] for what in known}
    units = {
        unit
        for template, subject, audience in product(material.templates, wanted["subject"], wanted["audience"])
        if template.head.document in wanted["document"]
        for unit in _units(material, template, (subject, audience), request)
    }
    if not units:
        documents = "; ".join(map(_described, material.templates))
        hint = f"documents, the subjects they take and their formats: {documents}"
        raise Problems([Diagnostic("U002", ASKED, "this selection matches no document", hint)], exit_code=2)
    ordered = tuple(sorted(units, key=lambda unit: unit.name))
    _check_paths(target for unit in ordered for target in unit.targets())
    return ordered


def is_whole(material: Material, request: BuildRequest) -> bool:
    """Whether `request` asks for everything a project has by default, so that what it does not make is left over."""
    parts = (request.subjects, request.audiences, request.documents, request.formats, request.papers)
    special = (request.editions, request.minutes, request.settings)
    return not any(parts) and not any(special) and request.theme in ("", material.content.project.theme)


def sort_of(material: Material, subject: str) -> str:
    """`role`, `profile`, `comparison` or `course`."""
    return sort_of_subject(material.content.subjects[subject])


def _known(material: Material) -> dict[str, tuple[str, ...]]:
    return {
        "subject": tuple(material.content.subjects),
        "audience": tuple(audience.id for audience in material.content.readers),
        "document": tuple(template.head.document for template in material.templates),
        "format": tuple(sorted({name for template in material.templates for name in template.head.formats})),
        "paper": tuple(PAPERS),
        "edition": tuple(Edition),
    }


def _units(material: Material, template: Template, reader: tuple[str, str], request: BuildRequest) -> Iterator[Unit]:
    """A document for one reader; a deck in every edition asked for. Edition and minutes change nothing on paper."""
    subject, audience = reader
    formats = tuple(name for name in template.head.formats if not request.formats or name in request.formats)
    if sort_of(material, subject) not in template.head.subjects or not formats:
        return
    papers = tuple(dict.fromkeys(request.papers or material.content.project.papers)) if template.is_sheet else ()
    unit = Unit(subject, audience, template.head.document, formats, papers, material.folder, session=_session(request))
    if template.is_sheet:
        yield unit
        return
    for edition in request.editions or (Edition.TRAINER.value,):
        yield replace(unit, edition=Edition(edition), minutes=request.minutes)


def _session(request: BuildRequest) -> Session:
    """The session asked for. Raises Problems with exit code 2."""
    findings = Findings()
    session = read_session(request.settings, ASKED, findings)
    if findings.items:
        raise Problems(findings.items, exit_code=2)
    return session


def _check(asked: Mapping[str, tuple[str, ...]], known: Mapping[str, tuple[str, ...]], audiences: tuple[str, ...]) -> None:
    """Raise Problems for every name asked for that does not exist, or that is an abstract audience's."""
    findings = Findings()
    for what, names in asked.items():
        for name in names:
            if name in known[what]:
                continue
            reason = "is abstract: nothing is made for it" if what == "audience" and name in audiences else "does not exist"
            findings.error("U001", ASKED, f"{what} {name!r} {reason}", did_you_mean(name, known[what]))
    if findings.items:
        raise Problems(findings.items, exit_code=2)


def _check_paths(targets: Iterable[Target]) -> None:
    """Raise Problems where two files would have one path."""
    findings = Findings()
    seen: set[str] = set()
    for target in targets:
        if target.path in seen:
            hint = "rename a subject, an audience or a document"
            findings.error("U003", Span(target.path), "two documents would have this path", hint)
        seen.add(target.path)
    findings.raise_errors()


def _described(template: Template) -> str:
    head = template.head
    return f"{head.document} of a {' or '.join(head.subjects)} as {' and '.join(head.formats)}"
