"""Everything that the documents of one build share, loaded once in each process."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.building.faces import faces
from generator.content.library import Content
from generator.content.reader import read_content
from generator.errors import Findings
from generator.files import Disk, Files, Layered, packaged_templates
from generator.kit import Kit
from generator.outline.templates import Template, read_templates
from generator.page.pages import Face
from generator.theme.reader import read_theme
from generator.theme.tokens import Theme
from generator.typography.measure import Measure
from generator.words import Words, read_words


@dataclass(frozen=True, slots=True)
class Workshop:
    """Content, templates, theme, words and faces of a project, all read and checked."""

    files: Files
    content: Content
    templates: tuple[Template, ...]
    theme: Theme
    words: Words
    faces: tuple[Face, ...]
    measure: Measure
    epoch: date | None
    warnings: Findings

    def kit(self, role: str) -> Kit:
        """The kit for a document in the colour of `role`."""
        return Kit(self.theme, self.words, self.measure, self.content.looks, role)


def project_files(project: Path) -> Files:
    """A project's files, its own templates before the packaged ones."""
    return Layered(Disk(project), packaged_templates())


def open_workshop(project: Path, theme: str = "", epoch: date | None = None) -> Workshop:
    """Read everything a build needs. Raises Problems with every error found."""
    files = project_files(project)
    findings = Findings()
    content = read_content(files, findings)
    templates = read_templates(files, findings)
    language = content.project.languages[0] if content else "en"
    words = read_words(files, language, findings)
    tokens = read_theme(files, theme or (content.project.theme if content else "meridian"), findings)
    findings.raise_errors()
    assert content is not None and words is not None and tokens is not None
    cut = faces()
    return Workshop(files, content, templates, tokens, words, cut, Measure.of(cut), epoch, findings)
