"""Lays projects of the corpus out, on our own slides and on somebody else's template."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.shapes.placeholder import BasePlaceholder
from pptx.util import Inches

from generator.building.settle import Reader, Settled, settle
from generator.building.workshop import open_workshop
from generator.content.topic import Topic
from generator.errors import Diagnostic, Problems
from generator.outline.templates import Template
from generator.tailoring.model import Edition
from tests.torture.corpus import FAMILY_OF, HERE, Project, projects

MERIDIAN = HERE.parents[1] / "templates/themes/meridian/theme.yaml"
THEMES: Mapping[str, str] = MappingProxyType(
    {"16:9": "", "signal": "signal", "almanac": "almanac", "4:3": "square", "narrow": "narrow.pptx"}
)
"""The theme of every stage: our three, the first at 4:3, and somebody's template that leaves little room."""


@cache
def narrow_template() -> bytes:
    """A template of 10 by 7.5 inches: a band of 2.5 inches at the left, titles of 36 points, a body of 6.6 by 4.6 inches."""
    deck = Presentation()
    master = deck.slide_master
    band = master.shapes._spTree
    for place in (master, *deck.slide_layouts):
        for shape in place.placeholders:
            _move(shape)
    drawn = deck.slides.add_slide(deck.slide_layouts[6]).shapes.add_shape(1, 0, 0, Inches(2.5), deck.slide_height)
    band.insert(2, drawn._element)
    data = io.BytesIO()
    deck.save(data)
    return data.getvalue()


def _move(shape: BasePlaceholder) -> None:
    """Titles and bodies right of the band, the foot below them; other places stay."""
    places = {
        PP_PLACEHOLDER.TITLE: (2.9, 0.4, 6.6, 1.3),
        PP_PLACEHOLDER.CENTER_TITLE: (2.9, 2.0, 6.6, 1.6),
        PP_PLACEHOLDER.SUBTITLE: (2.9, 3.8, 6.6, 1.2),
        PP_PLACEHOLDER.BODY: (2.9, 1.9, 6.6, 4.6),
        PP_PLACEHOLDER.OBJECT: (2.9, 1.9, 6.6, 4.6),
        PP_PLACEHOLDER.DATE: (2.9, 6.8, 1.4, 0.35),
        PP_PLACEHOLDER.FOOTER: (4.4, 6.8, 3.8, 0.35),
        PP_PLACEHOLDER.SLIDE_NUMBER: (8.4, 6.8, 1.1, 0.35),
    }
    if shape.placeholder_format.type in places:
        shape.left, shape.top, shape.width, shape.height = map(Inches, places[shape.placeholder_format.type])


@dataclass(frozen=True, slots=True)
class Laid:
    """A project as it was laid out: without the cases that its content model refused."""

    project: Project
    settled: Settled
    refused: Mapping[str, Diagnostic]
    """What the content model said, by case."""
    topics: Mapping[str, Topic]

    def case_of(self, name: str) -> str:
        """The case that a page or a finding belongs to, by a topic's id; the project's only case for others."""
        topics = sorted(self.project.cases, key=len, reverse=True)
        topic = next((t for t in topics if name == t or re.fullmatch(rf"{re.escape(t)}(-then)?(-\d+)?", name)), "")
        return self.project.cases.get(
            topic, next(iter(self.project.cases.values())) if len(set(self.project.cases.values())) == 1 else ""
        )


class Press:
    """Lays projects out, each once for a theme."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.done: dict[tuple[str, str], tuple[Laid, ...]] = {}

    def family(self, family: str, theme: str = "") -> tuple[Laid, ...]:
        """The projects of a family, laid out in a theme."""
        if (family, theme) not in self.done:
            self.done[family, theme] = tuple(self._lay(project, theme) for project in projects(family))
        return self.done[family, theme]

    def case(self, case: str, theme: str = "") -> Laid:
        """The project of a case, laid out in a theme."""
        return next(laid for laid in self.family(FAMILY_OF[case], theme) if case in laid.project.cases.values())

    def alone(self, case: str, theme: str, fallback: bytes) -> Laid:
        """A case in a project of its own, with a font for letters that the theme's faces lack."""
        whole = next(project for project in projects(FAMILY_OF[case]) if case in project.cases.values())
        others = {topic for topic, name in whole.cases.items() if name != case}
        settings = {**json.loads(whole.files["rolecast.yaml"]), "fallback": "fonts/other.ttf"}
        files = {**_without(whole.files, others), "rolecast.yaml": json.dumps(settings), "fonts/other.ttf": fallback}
        return self._lay(replace(whole, name=f"{whole.name}-{case}", cases={case: case}, files=files), theme)

    def without(self, family: str, theme: str, cases: Iterable[str]) -> tuple[Laid, ...]:
        """The projects of a family, some of its cases left out."""
        made = []
        for project in projects(family):
            gone = {topic for topic, case in project.cases.items() if case in set(cases)}
            if not gone:
                made += [laid for laid in self.family(family, theme) if laid.project is project]
                continue
            kept = {topic: case for topic, case in project.cases.items() if topic not in gone}
            made.append(self._lay(replace(project, cases=kept, files=_without(project.files, gone)), theme))
        return tuple(made)

    def _lay(self, project: Project, theme: str) -> Laid:
        refused: dict[str, Diagnostic] = {}
        square = MERIDIAN.read_text(encoding="utf-8").replace('"16:9"', '"4:3"')
        files = {**project.files, "templates/themes/square/theme.yaml": square, "narrow.pptx": narrow_template()}
        while True:
            root = self._written(f"{project.name}-{len(refused)}-{theme or 'own'}", files)
            try:
                workshop = open_workshop(root, theme)
            except Problems as problems:
                found = {Path(d.span.path).stem: d for d in problems.diagnostics}
                if not set(found) & set(project.cases):
                    raise
                refused |= {project.cases[t]: d for t, d in found.items() if t in project.cases}
                files = _without(files, set(found))
                continue
            settled = settle(workshop, Reader("torture", "readers", Edition.TRAINER), _deck(workshop.templates))
            return Laid(project, settled, refused, workshop.content.topics)

    def _written(self, name: str, files: Mapping[str, str | bytes]) -> Path:
        root = self.folder / name
        for path, data in files.items():
            place = root / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data.encode() if isinstance(data, str) else data)
        return root


def _without(files: Mapping[str, str | bytes], topics: set[str]) -> dict[str, str | bytes]:
    """The files without those of some topics, which no role lists any more."""
    kept = {path: data for path, data in files.items() if path not in {f"content/topics/{t}.yaml" for t in topics}}
    for path, data in kept.items():
        if path.startswith("content/roles/"):
            role = json.loads(data)
            left = [t for t in role["topics"] if t not in topics]
            kept[path] = json.dumps(
                {
                    **role,
                    "topics": left
                    or [next(t for t in json.loads(files["content/roles/torture.yaml"])["topics"] if t not in topics)],
                }
            )
    return kept


def _deck(templates: tuple[Template, ...]) -> Template:
    return next(template for template in templates if template.head.document == "role-deck")
