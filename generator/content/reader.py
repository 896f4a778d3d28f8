"""Read a whole project: every file, every finding in one run, one frozen value.

The value is only right once `Findings.raise_errors` has let it pass; until then what could not be read is missing in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, TypeVar, runtime_checkable

from generator.block import Block
from generator.content.library import Content, resolve_audiences
from generator.content.model import Audience, Comparison, Fact, Named, Project, Role, Source, Term
from generator.content.places import DATA, PROJECT, ROOT, Places, Sort, read_places, read_tree
from generator.content.references import check_references
from generator.content.topic import Topic, Variant
from generator.errors import Findings, Problems, did_you_mean
from generator.files import Files
from generator.notation.csv import CsvTable, read_csv
from generator.notation.records import read_record
from generator.source import Span

NAMELESS = Project(title="?")
"""Stands in for a project that cannot be read. It states no default clearance, so that everything is protected."""
COLOURS = tuple(f"accent{n}" for n in range(1, 7))
NEEDED: tuple[tuple[str, *tuple[Sort, ...]], ...] = (
    ("audience", Sort.AUDIENCE),
    ("role or comparison", Sort.ROLE, Sort.COMPARISON),
    ("topic", Sort.TOPIC),
)

N = TypeVar("N", bound=Named)


def read_project(files: Files, findings: Findings) -> Project | None:
    """What rolecast.yaml says; None and findings (C031 where there is no such file) where it says nothing."""
    if not files.exists(PROJECT):
        hint = f"run this in a project's folder, or write a {PROJECT} with at least `title:`"
        findings.error("C031", Span(PROJECT), f"there is no {PROJECT} here, so this is no project", hint)
        return None
    tree = read_tree(files, PROJECT, findings)
    project = read_record(tree, Project, findings) if tree else None
    if tree and project and project.logo and not files.exists(project.logo):
        hint = "give its path from the project's folder"
        findings.error("C020", tree.span_of(("logo",)), f"there is no file {project.logo!r}", hint)
    return project


def read_content(files: Files, findings: Findings) -> Content:
    """Everything a project says. `findings` gets all that is wrong (C001 to C031), of all files."""
    project = read_project(files, findings) or NAMELESS
    places = read_places(files, findings)
    _check_anything(places, findings)
    content = Content(
        project=project,
        facts=_records(places, Sort.FACTS, Fact, findings),
        sources=_records(places, Sort.SOURCES, Source, findings),
        terms=_records(places, Sort.TERMS, Term, findings),
        audiences=resolve_audiences(_records(places, Sort.AUDIENCE, Audience, findings)),
        roles=_roles(places, project, findings),
        comparisons=_records(places, Sort.COMPARISON, Comparison, findings),
        topics=_topics(places, files, findings),
    )
    check_references(places, files, findings)
    return content


def _check_anything(places: Places, findings: Findings) -> None:
    """There must be somebody to tell something about something."""
    for what, *sorts in NEEDED:
        if not any(places.trees[sort] for sort in sorts):
            folders = " or ".join(f"{ROOT}/{sort}" for sort in sorts)
            findings.error("C030", Span(f"{ROOT}/{sorts[0]}"), f"there is no {what}", f"write one as a .yaml file in {folders}")
    audiences = [tree for _, tree in places.of(Sort.AUDIENCE)]
    if audiences and all("abstract" in tree.children and tree.at(("abstract",)).value is True for tree in audiences):
        hint = "write one with `abstract: false`"
        message = "every audience is abstract, so there is nobody to build for"
        findings.error("C030", Span(f"{ROOT}/{Sort.AUDIENCE}"), message, hint)


def _records(places: Places, sort: Sort, model: type[N], findings: Findings) -> dict[str, N]:
    """The records of one sort by id; those that are not right are missing, and told."""
    found: dict[str, N] = {}
    for name, tree in places.of(sort):
        if tree.value is None and not tree.span.line:
            continue  # the file could not be read, which is told already
        record = read_record(tree, model, findings)
        if record is not None:
            found[name] = record.model_copy(update={"id": name})
    return found


def _roles(places: Places, project: Project, findings: Findings) -> dict[str, Role]:
    """The roles, their colours resolved to roles of the theme."""
    roles: dict[str, Role] = {}
    for name, role in _records(places, Sort.ROLE, Role, findings).items():
        colour = project.colours.get(role.colour, role.colour)
        if colour not in COLOURS:
            span = places.trees[Sort.ROLE][name].span_of(("colour",))
            hint = did_you_mean(role.colour, (*COLOURS, *project.colours))
            findings.error("C020", span, f"there is no colour {role.colour!r}", hint)
            colour = COLOURS[-1]
        roles[name] = role.model_copy(update={"colour": colour})
    return roles


def _topics(places: Places, files: Files, findings: Findings) -> dict[str, Topic]:
    tables = _Tables(files, findings, {})
    return {name: _filled(topic, tables) for name, topic in _records(places, Sort.TOPIC, Topic, findings).items()}


@runtime_checkable
class Charted(Protocol):
    """A block that draws a data file."""

    @property
    def data(self) -> str:
        """The file's name within content/data."""
        ...

    def with_table(self, table: CsvTable, findings: Findings) -> Block:
        """The same block with its table."""
        ...


@dataclass(frozen=True, slots=True)
class _Tables:
    """The data files behind charts, each read once."""

    files: Files
    findings: Findings
    known: dict[str, CsvTable | None]

    def fill(self, blocks: tuple[Block, ...] | None) -> tuple[Block, ...] | None:
        """The blocks, the charts among them with their tables."""
        return blocks and tuple(self._block(block) for block in blocks)

    def _block(self, block: Block) -> Block:
        table = self._table(f"{DATA}/{block.data}") if isinstance(block, Charted) else None
        return block.with_table(table, self.findings) if table and isinstance(block, Charted) else block

    def _table(self, path: str) -> CsvTable | None:
        if path not in self.known:
            self.known[path] = self._read(path) if self.files.exists(path) else None  # a missing one is told as a reference
        return self.known[path]

    def _read(self, path: str) -> CsvTable | None:
        try:
            return read_csv(self.files.read(path), path, self.findings)
        except Problems as problems:
            self.findings.items.extend(problems.diagnostics)
            return None


def _filled(topic: Topic, tables: _Tables) -> Topic:
    """A topic whose charts have their tables, in its blocks, its handout and its variants."""

    def filled(thing: Topic | Variant) -> dict[str, object]:
        return {"blocks": tables.fill(thing.blocks), "handout": tables.fill(thing.handout)}

    variants = {name: variant.model_copy(update=filled(variant)) for name, variant in topic.variants.items()}
    return topic.model_copy(update={**filled(topic), "variants": variants})
