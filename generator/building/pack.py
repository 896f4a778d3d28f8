"""Pack everything that a session needs into one file: the trainer's deck and run sheet, and what people are handed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from generator import __version__
from generator.backends import FORMATS
from generator.building.disk import check_writable, reason_of
from generator.building.make import Made, make, reader_of
from generator.building.manifest import read_record, unfinished, write_manifest
from generator.building.pack_request import PackRequest, PackResult
from generator.building.place import PACK, Outcome, Policy, place, recorded
from generator.building.plan import ASKED, plan
from generator.building.request import BuildRequest, Written
from generator.building.settle import deck_of, order, settle
from generator.building.unit import Unit
from generator.building.workshop import Workshop, furnish, read_material
from generator.checks import check_pages
from generator.content.subjects import Course
from generator.errors import Diagnostic, Findings, Problems
from generator.layout.paper import PAPERS
from generator.layout.run_sheet import lay_run_sheet
from generator.outline.run_sheet import plan_run_sheet
from generator.outline.session import BEGINS
from generator.tailoring.model import Edition

TRAINER, HANDOUTS = "trainer", "handouts"
"""The folders of a pack: what stays with the trainer, and what people are handed."""
DATED = (1980, 1, 1, 0, 0, 0)
"""The date of every member: the same input gives the same bytes."""


@dataclass(slots=True)
class _Packing:
    """A pack under way."""

    workshop: Workshop
    policy: Policy
    findings: Findings
    members: dict[str, bytes] = field(default_factory=dict)

    def take(self, folder: str, made: Iterable[Made]) -> None:
        """Put the files of documents into a folder of the pack."""
        for each in made:
            self.findings.items.extend(each.findings)
            for file in each.files:
                self.members[f"{folder}/{PurePosixPath(file.made.path).name}"] = file.data


def pack(request: PackRequest) -> PackResult:
    """Make the pack of a subject for an audience and write it into the output folder.

    Raises Problems where nothing can be packed: with exit code 2 for what does not exist. Errors of documents are in the result,
    and then nothing is written.
    """
    material = read_material(request.project)
    asked = _asked(request)
    decks = tuple(unit for unit in plan(material, asked) if not unit.papers)
    if not decks:
        _refuse(request)
    out = request.out or request.project / "output"
    check_writable(out)
    record, warning = read_record(out)
    shown = (request.out or Path("output")).as_posix()
    policy = Policy(out, shown, record, request.force, request.keep_edits)
    packing = _Packing(furnish(material), policy, Findings([*material.warnings, *([warning] if warning else [])]))
    deck = decks[0]
    packing.take(TRAINER, make(packing.workshop, (deck,)))
    _edited(packing, deck)
    _run_sheet(packing, deck, request.papers or material.content.project.papers)
    packing.take(HANDOUTS, make(packing.workshop, tuple(_handouts(packing.workshop, asked, deck))))
    packing.findings.items[:] = dict.fromkeys(packing.findings.items)
    return _written(packing, deck)


def _asked(request: PackRequest) -> BuildRequest:
    """The documents of a pack as a build would be asked for them; a session begins at nine unless somebody says otherwise."""
    settings = request.settings
    if not any(key == "start" for key, _ in settings):
        settings = (*settings, ("start", BEGINS))
    return BuildRequest(
        request.project,
        (request.subject,),
        (request.audience,),
        papers=request.papers,
        minutes=request.minutes,
        settings=settings,
    )


def _refuse(request: PackRequest) -> None:
    message = f"{request.subject!r} has no deck, so there is nothing to pack"
    hint = "name a role, a comparison or a course: `rolecast list subjects` shows them"
    raise Problems([Diagnostic("U005", ASKED, message, hint)], exit_code=2)


def _handouts(workshop: Workshop, asked: BuildRequest, deck: Unit) -> Iterator[Unit]:
    """The shared deck as PDF, and the one-pagers of the subject; of a course those of the roles it is about."""
    yield replace(deck, edition=Edition.SHARE, formats=("pdf",))
    subject = workshop.content.subjects[deck.subject]
    about = subject.subjects if isinstance(subject, Course) else (deck.subject,)
    yield from (unit for unit in plan(workshop.material, replace(asked, subjects=about)) if unit.papers)


def _edited(packing: _Packing, deck: Unit) -> None:
    """Where a person has edited the deck in the output folder, that one is packed, and no PDF that differs from it."""
    for target in deck.targets():
        if target.format != "pptx" or not packing.policy.edited(target.path):
            continue
        name = PurePosixPath(target.path)
        packing.members[f"{TRAINER}/{name.name}"] = (packing.policy.out / target.path).read_bytes()
        packing.members.pop(f"{TRAINER}/{name.stem}.pdf", None)
        packing.findings.warning(
            "E009",
            packing.policy.span(target.path),
            "somebody edited this deck, so it was packed as it is, without a PDF",
            "print the PDF from PowerPoint, or build with --force to get ours back",
        )


def _run_sheet(packing: _Packing, deck: Unit, papers: tuple[str, ...]) -> None:
    workshop, reader = packing.workshop, reader_of(deck)
    template = next(t for t in workshop.templates if t.head.document == deck.document)
    settled = settle(workshop, reader, deck_of(workshop, template, deck.subject))
    if settled.deck is None or settled.laid is None:
        return
    visible = [page for page in settled.laid.document.pages if not page.hidden]
    numbers = {page.id: number for number, page in enumerate(visible, 1)}
    sheet = plan_run_sheet(order(workshop, settled.tailored, template, reader), settled.deck, numbers)
    paper = PAPERS[papers[0]]
    document = lay_run_sheet(sheet, workshop.kit(sheet.role), paper, workshop.faces, packing.findings)
    packing.findings.items.extend(check_pages(document))
    packing.members[f"{TRAINER}/{deck.subject}-run-sheet-{paper.id}.pdf"] = FORMATS["pdf"].write(document)


def _written(packing: _Packing, deck: Unit) -> PackResult:
    findings, policy = packing.findings, packing.policy
    path = "-".join((f"{deck.audience}/{deck.subject}-pack", *deck.options)) + PACK
    outcome = Outcome(path, Written.FAILED, "")
    if not findings.errors:
        outcome = place(policy, path, _zipped(packing.members), findings)
        _record(policy, outcome, findings)
    return PackResult(policy.out, outcome.path, outcome.written, tuple(sorted(packing.members)), tuple(findings.items))


def _zipped(members: dict[str, bytes]) -> bytes:
    """The members as a zip file: the same bytes for the same members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(members):
            entry = zipfile.ZipInfo(name, DATED)
            entry.compress_type = zipfile.ZIP_STORED if name.endswith(".pptx") else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, members[name])
    return stream.getvalue()


def _record(policy: Policy, outcome: Outcome, findings: Findings) -> None:
    try:
        files = recorded({**policy.record.files, **unfinished(policy.out)}, [(outcome, "")])
        write_manifest(policy.out, files, f"rolecast {__version__}")
    except OSError as error:
        message = f"cannot write the record of this pack: {reason_of(error)}"
        findings.error("E001", policy.span("manifest.json"), message, "make room, or change the folder's permissions")
