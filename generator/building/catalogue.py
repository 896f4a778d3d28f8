"""What a project has to build from, as tables: subjects, audiences, documents, themes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.building.workshop import project_files
from generator.content.model import Comparison
from generator.content.reader import read_content
from generator.errors import Findings
from generator.outline.templates import read_templates
from generator.theme.reader import read_theme


@dataclass(frozen=True, slots=True)
class Table:
    """A head and rows of as many texts."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def catalogue(project: Path) -> dict[str, Table]:
    """The four tables of a project. Raises Problems."""
    files = project_files(project)
    findings = Findings()
    content = read_content(files, findings)
    templates = read_templates(files, findings)
    names = [path.split("/")[2] for path in files.list("templates/themes", "theme.yaml")]
    themes = {name: read_theme(files, name, findings) for name in names}
    findings.raise_errors()
    subjects = tuple(
        (s.id, "comparison" if isinstance(s, Comparison) else "role", s.title, str(len(content.topics_of(s.id))))
        for s in content.subjects.values()
    )
    readers = tuple(
        (a.id, a.title, a.clearance.value, f"{a.budget.minutes} min, {a.budget.slides} slides", a.depth.value)
        for a in content.readers
    )
    documents = tuple((t.head.document, " or ".join(t.head.subjects), ", ".join(t.head.formats), t.path) for t in templates)
    return {
        "subjects": Table(("id", "sort", "title", "topics"), subjects),
        "audiences": Table(("id", "title", "clearance", "budget", "depth"), readers),
        "documents": Table(("id", "made of", "formats", "template"), documents),
        "themes": Table(("id", "name"), tuple((name, theme.name) for name, theme in sorted(themes.items()) if theme)),
    }
