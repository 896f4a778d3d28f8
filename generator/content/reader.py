"""Read a whole project: every file, every finding in one run, one frozen value.

The value is only right once `Findings.raise_errors` has let it pass; until then what could not be read is missing in it.
"""

from __future__ import annotations

from typing import TypeVar

from generator.content.beside import Beside
from generator.content.library import Content, resolve_audiences
from generator.content.model import Audience, Fact, Named, Project, Source, Term
from generator.content.places import PROJECT, ROOT, Places, Sort, read_places, read_tree
from generator.content.references import check_references
from generator.content.subjects import Comparison, Course, Role
from generator.content.topic import Topic
from generator.errors import Findings, did_you_mean
from generator.files import Files
from generator.notation.records import read_record
from generator.source import Span

NAMELESS = Project(title="?")
"""Stands in for a project that cannot be read. It states no default clearance, so that everything is protected."""
COLOURS = tuple(f"accent{n}" for n in range(1, 7))
NEEDED: tuple[tuple[str, *tuple[Sort, ...]], ...] = (
    ("audience", Sort.AUDIENCE),
    ("role, comparison or course", Sort.ROLE, Sort.COMPARISON, Sort.COURSE),
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
    beside = Beside(files, findings)
    content = Content(
        project=project,
        facts=_records(places, Sort.FACTS, Fact, findings),
        sources=_records(places, Sort.SOURCES, Source, findings),
        terms=_records(places, Sort.TERMS, Term, findings),
        audiences=resolve_audiences(_records(places, Sort.AUDIENCE, Audience, findings)),
        roles=_roles(places, project, findings),
        comparisons=_records(places, Sort.COMPARISON, Comparison, findings),
        courses=_records(places, Sort.COURSE, Course, findings),
        topics={name: beside.filled(topic) for name, topic in _records(places, Sort.TOPIC, Topic, findings).items()},
        logo=beside.logo(project),
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
    """The roles, their colours resolved to roles of the theme; a profile takes the signs it does not state from its role."""
    written = _records(places, Sort.ROLE, Role, findings)
    roles: dict[str, Role] = {}
    for name, role in written.items():
        base = written.get(role.profile_of or "", role)
        stated = role.colour or base.colour or COLOURS[-1]
        colour = project.colours.get(stated, stated)
        if colour not in COLOURS:
            span = places.trees[Sort.ROLE][name].span_of(("colour",))
            if role.colour:
                hint = did_you_mean(stated, (*COLOURS, *project.colours))
                findings.error("C020", span, f"there is no colour {stated!r}", hint)
            colour = COLOURS[-1]
        roles[name] = role.model_copy(update={"colour": colour, "shape": role.shape or base.shape})
    return roles
