"""Everything that the documents of one build share: read once, furnished with faces, and sent to every worker."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.building.faces import faces_of
from generator.building.keys import inventory, shared_key
from generator.building.template_files import Adopted, find_asked, find_named, is_template, read_template, with_drawings
from generator.content.library import Content
from generator.content.reader import read_content
from generator.errors import Diagnostic, Findings, Problems, did_you_mean
from generator.files import TEXT_SUFFIXES, Disk, Files, Layered, Recording, packaged_templates
from generator.kit import Kit
from generator.outline.templates import Template, read_templates
from generator.page.pages import Face
from generator.page.text import Family
from generator.source import Span
from generator.theme.reader import read_theme
from generator.theme.tokens import Theme
from generator.typography.fonts import Order
from generator.typography.measure import Measure
from generator.typography.scheme import order_faces, unescaped
from generator.typography.shelf import Shelf
from generator.words import Words, read_words


@dataclass(frozen=True, slots=True)
class Material:
    """Content, templates, theme and words of a project, all read and checked."""

    files: Recording
    content: Content
    templates: tuple[Template, ...]
    theme: Theme
    words: Words
    orders: tuple[Order, ...]
    """The faces that the theme's fonts need."""
    warnings: tuple[Diagnostic, ...]
    folder: str = ""
    """Where documents of a theme go that is not the project's own, with its slash."""
    adopted: Adopted | None = None
    """What the theme was made of, where it is somebody else's template."""


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
    chosen = _chosen(files, (project, theme), content.project.theme, findings)
    findings.raise_errors()
    if words is None or chosen is None:
        raise Problems(findings.items)
    tokens, adopted = chosen
    shelf = shelf_of(files, tokens, content.project.fallback, adopted)
    orders = order_faces(tokens.fonts, shelf, project_texts(files), findings)
    findings.raise_errors()
    folder = "" if theme in ("", content.project.theme) else f"{tokens.id}/"
    return Material(files, content, templates, tokens, words, orders, tuple(findings.items), folder, adopted)


def _chosen(files: Recording, asked: tuple[Path, str], usual: str, findings: Findings) -> tuple[Theme, Adopted | None] | None:
    """The theme asked for in a project's folder, else the usual one, and the template it was made of, if it was.

    Raises Problems (exit code 2) for an unknown one.
    """
    project, theme = asked
    if is_template(theme or usual):
        found = find_asked(theme, project, files) if theme else find_named(usual, files, findings)
        adopted = read_template(found, files, findings) if found else None
        return (adopted.theme, adopted) if adopted else None
    if theme and theme not in themes_of(files):
        _refuse_theme(theme, themes_of(files))
    own = read_theme(files, theme or usual, findings)
    return (own, None) if own else None


def shelf_of(files: Files, theme: Theme, fallback: str = "", adopted: Adopted | None = None) -> Shelf:
    """Where a theme's fonts may come from: its own `fonts/` folder, then the project's. A project's `fallback` wins."""
    if adopted is not None:
        folders = tuple(dict.fromkeys((*([adopted.folder] if not adopted.digests else []), "fonts")))
        return Shelf(files, folders, fallback or theme.fallback, adopted.fonts, Span(theme.id))
    folder = f"templates/themes/{theme.id}"
    place = f"{folder}/theme.yaml"
    beside = (f"{folder}/{theme.fallback}", theme.fallback)
    chosen = fallback or next((path for path in beside if theme.fallback and files.exists(path)), theme.fallback)
    return Shelf(files, (f"{folder}/fonts", "fonts"), chosen, span=Span(place if files.exists(place) else theme.id))


def project_texts(files: Recording) -> Iterator[str]:
    """Every text that was read, escapes of YAML and HTML opened: tells which characters documents may use."""
    for path in sorted(files.digests):
        if path.endswith(tuple(TEXT_SUFFIXES)):
            yield unescaped(files.files.read(path).decode("utf-8", "replace"))


def _refuse_theme(theme: str, known: tuple[str, ...]) -> None:
    message = f"theme {theme!r} does not exist"
    raise Problems([Diagnostic("U001", Span("command line"), message, did_you_mean(theme, known))], exit_code=2)


def furnish(material: Material, epoch: date | None = None) -> Workshop:
    """A workshop for `material`. Cuts the faces where no cache holds them."""
    cut = faces_of(material.orders)
    measure, adopted = Measure.of(cut), material.adopted
    theme = with_fallback(material.theme, cut)
    material = replace(material, theme=with_drawings(theme, adopted.adoption.drawn if adopted else {}, measure), adopted=None)
    inputs = inventory(material.files)
    read = adopted.digests if adopted else ()
    options = (material.theme.id, str(epoch), *(face.digest for face in cut), *read)
    return Workshop(material, cut, measure, epoch, frozenset(inputs), shared_key(inputs, options))


def with_fallback(theme: Theme, faces: tuple[Face, ...]) -> Theme:
    """The theme, its fonts naming the fallback face where there is one."""
    name = next((face.typeface for face in faces if face.family is Family.FALLBACK), "")
    if not name:
        return theme
    master = replace(theme.master, fonts=replace(theme.master.fonts, fallback=name))
    return replace(theme, fonts=replace(theme.fonts, fallback=name), master=master)


def open_workshop(project: Path, theme: str = "", epoch: date | None = None) -> Workshop:
    """Read everything a build needs. Raises Problems with every error found."""
    return furnish(read_material(project, theme), epoch)
