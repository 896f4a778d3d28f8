"""What a project has to build from, as tables: subjects, audiences, documents, themes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.building.plan import sort_of
from generator.building.workshop import Material, read_material, themes_of
from generator.errors import Findings
from generator.theme.reader import read_theme


@dataclass(frozen=True, slots=True)
class Table:
    """A head and rows of as many texts."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def catalogue(project: Path) -> Mapping[str, Table]:
    """The four tables of a project, by the name of what they list. Raises Problems."""
    material = read_material(project)
    return {
        "subjects": _subjects(material),
        "audiences": _audiences(material),
        "documents": _documents(material),
        "themes": _themes(material),
    }


def _subjects(material: Material) -> Table:
    content = material.content
    rows = ((s.id, sort_of(material, s.id), s.title, str(len(content.topics_of(s.id)))) for s in content.subjects.values())
    return Table(("id", "sort", "title", "topics"), tuple(rows))


def _audiences(material: Material) -> Table:
    rows = (
        (a.id, a.title, a.clearance.value, f"{a.budget.minutes} min, {a.budget.slides} slides", a.depth.value)
        for a in material.content.readers
    )
    return Table(("id", "title", "clearance", "budget", "depth"), tuple(rows))


def _documents(material: Material) -> Table:
    rows = ((t.head.document, " or ".join(t.head.subjects), ", ".join(t.head.formats), t.path) for t in material.templates)
    return Table(("id", "made of", "formats", "template"), tuple(rows))


def _themes(material: Material) -> Table:
    """Every theme; one that cannot be read is listed without a name, for a build with it will say what is wrong."""
    read = {name: read_theme(material.files, name, Findings()) for name in themes_of(material.files)}
    return Table(("id", "name"), tuple((name, theme.name if theme else "") for name, theme in read.items()))
