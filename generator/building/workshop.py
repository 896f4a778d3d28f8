"""Everything that the documents of one build share: read once, furnished with faces, and sent to every worker."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.building.faces import faces
from generator.building.keys import inventory, shared_key
from generator.content.library import Content
from generator.content.reader import read_content
from generator.errors import Diagnostic, Findings, Problems, did_you_mean
from generator.files import Disk, Files, Layered, Recording, packaged_templates
from generator.kit import Kit
from generator.outline.templates import Template, read_templates
from generator.page.pages import Face
from generator.source import Span
from generator.theme.reader import read_theme
from generator.theme.tokens import Theme
from generator.typography.measure import Measure
from generator.words import Words, read_words


@dataclass(frozen=True, slots=True)
class Material:
    """Content, templates, theme and words of a project, all read and checked."""

    files: Recording
    content: Content
    templates: tuple[Template, ...]
    theme: Theme
    words: Words
    warnings: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Workshop:
    """Material, the faces it is set in, and what a build needs to know when something is as it was."""

    material: Material
    faces: tuple[Face, ...]
    measure: Measure
    epoch: date | None
    inputs: frozenset[str]
    """The paths of all files that `key` covers."""
    key: str
    """SHA-256 over everything that documents are made from, whichever they are."""

    @property
    def content(self) -> Content:
        """What the project says."""
        return self.material.content

    @property
    def templates(self) -> tuple[Template, ...]:
        """The document templates."""
        return self.material.templates

    def kit(self, role: str) -> Kit:
        """The kit for a document in the colour of `role`."""
        return Kit(self.material.theme, self.material.words, self.measure, self.content.looks, role, logo=self.content.logo)


def project_files(project: Path) -> Files:
    """A project's files, its own templates before the packaged ones."""
    return Layered(Disk(project), packaged_templates())


def themes_of(files: Files) -> tuple[str, ...]:
    """The ids of all themes, sorted."""
    paths = (path.split("/") for path in files.list("templates/themes", "theme.yaml"))
    return tuple(sorted({parts[2] for parts in paths if parts[3:] == ["theme.yaml"]}))


def read_material(project: Path, theme: str = "") -> Material:
    """Read a project. Raises Problems with every error found, or (exit code 2) where there is no such theme."""
    files = Recording(project_files(project))
    findings = Findings()
    content = read_content(files, findings)
    templates = read_templates(files, findings)
    words = read_words(files, content.project.languages[0], findings)
    if theme and theme not in themes_of(files):
        _refuse_theme(theme, themes_of(files))
    tokens = read_theme(files, theme or content.project.theme, findings)
    findings.raise_errors()
    if words is None or tokens is None:
        raise Problems(findings.items)
    return Material(files, content, templates, tokens, words, tuple(findings.items))


def _refuse_theme(theme: str, known: tuple[str, ...]) -> None:
    message = f"theme {theme!r} does not exist"
    raise Problems([Diagnostic("U001", Span("command line"), message, did_you_mean(theme, known))], exit_code=2)


def furnish(material: Material, epoch: date | None = None) -> Workshop:
    """A workshop for `material`. Cuts the faces where no cache holds them."""
    cut = faces()
    inputs = inventory(material.files)
    options = (material.theme.id, str(epoch), *(face.digest for face in cut))
    return Workshop(material, cut, Measure.of(cut), epoch, frozenset(inputs), shared_key(inputs, options))


def open_workshop(project: Path, theme: str = "", epoch: date | None = None) -> Workshop:
    """Read everything a build needs. Raises Problems with every error found."""
    return furnish(read_material(project, theme), epoch)
