"""Somebody else's template as a theme: found on the command line or in the project, read, cleaned, and its texts set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from generator.building.disk import sha256
from generator.errors import Diagnostic, Findings, Problems
from generator.files import Disk, Files
from generator.geometry import Box
from generator.notation.package import Package, read_package
from generator.page.items import TextItem
from generator.page.pages import Layout
from generator.source import Span
from generator.theme.foreign.adopting import Adoption, Source, adopt
from generator.theme.foreign.cleaning import clean
from generator.theme.foreign.design import Design, DrawnItem, DrawnText
from generator.theme.foreign.fonts import embedded_fonts
from generator.theme.foreign.mapping import SUFFIXES, read_mapping
from generator.theme.foreign.naming import read_names
from generator.theme.foreign.reading import read_design
from generator.theme.tokens import Theme
from generator.typography.lines import set_text
from generator.typography.measure import Measure

LONGEST_ID = 40


@dataclass(frozen=True, slots=True)
class Found:
    """A template file: where it is read from, its path there, and what its user calls it."""

    files: Files
    path: str
    called: str
    outside: bool = False
    """Whether it lies outside the project, so that its bytes count where the project's files are compared."""


@dataclass(frozen=True, slots=True)
class Adopted:
    """A template as a build uses it."""

    adoption: Adoption
    fonts: Mapping[str, tuple[bytes, ...]] = field(default_factory=dict)
    """The fonts that it embeds, by name."""
    folder: str = ""
    """Where fonts may lie beside it."""
    digests: tuple[str, ...] = ()
    """SHA-256 of what was read from outside the project."""

    @property
    def theme(self) -> Theme:
        """The theme made of it."""
        return self.adoption.theme


def is_template(theme: str) -> bool:
    """Whether a theme is named by a file instead of an id, which has neither dots nor slashes."""
    return theme.lower().endswith(SUFFIXES) or any(sign in theme for sign in "./\\~")


def find_asked(theme: str, project: Path, files: Files) -> Found:
    """The template that the command line names, from here or from the project. Raises Problems (exit code 2)."""
    place = Path(theme).expanduser()
    if place.is_file():
        inside = place.resolve()
        if inside.is_relative_to(project.resolve()):
            return Found(files, inside.relative_to(project.resolve()).as_posix(), theme)
        return Found(Disk(place.resolve().parent), place.resolve().name, theme, outside=True)
    path = PurePosixPath(Path(theme).as_posix()).as_posix()
    if files.exists(path):
        return Found(files, path, theme)
    raise Problems([no_template(place, "write its path from here, or from the project's folder")], exit_code=2)


def no_template(place: Path, hint: str) -> Diagnostic:
    """What is said where a path leads to no file."""
    if place.is_dir():
        message, hint = f"{str(place)!r} is a folder, no template", "write the path of a .pptx or .potx file in it"
    else:
        message = f"there is no template {str(place)!r}"
    return Diagnostic("U001", Span("command line"), message, hint)


def find_named(theme: str, files: Files, findings: Findings) -> Found | None:
    """The template that `rolecast.yaml` names, inside the project; None and an error where there is none."""
    if files.exists(theme):
        return Found(files, theme, theme)
    path = PurePosixPath(theme)
    if path.is_absolute() or ".." in path.parts:
        message, hint = f"theme {theme!r} lies outside the project", "copy the file into the project, and write `theme: {}`"
        hint = f"{hint.format(path.name)}; or name it on the command line, with `--theme`"
    else:
        message, hint = f"theme {theme!r} does not exist", "write its path from the project's folder"
    findings.error("C020", Span("rolecast.yaml"), message, hint)
    return None


def read_template(found: Found, shared: Files, findings: Findings) -> Adopted | None:
    """A template, ready to be used. `shared` holds our own data. None and errors where it cannot be."""
    opened = open_template(found, shared, findings)
    adoption = adopt(opened.source, findings) if opened else None
    if opened is None or adoption is None:
        return None
    _tell(adoption, opened.source.span, findings)
    folder = PurePosixPath(found.path).parent.as_posix()
    digests = (sha256(opened.data), repr(opened.source.hints)) if found.outside else ()
    return Adopted(adoption, embedded_fonts(opened.package), "fonts" if folder == "." else f"{folder}/fonts", digests)


@dataclass(frozen=True, slots=True)
class Opened:
    """A template that was read: its bytes, its parts, and what themes are made from."""

    data: bytes
    package: Package
    source: Source


def open_template(found: Found, shared: Files, findings: Findings) -> Opened | None:
    """Read a template and what a person says of it. None and errors where that cannot be done."""
    data = found.files.read(found.path)
    package = read_package(data, found.called, findings)
    hints = read_mapping(found.files, found.path, findings)
    if package is None or hints is None:
        return None
    before = len(findings.errors)
    design: Design | None = read_design(package, findings)
    if design is None or len(findings.errors) > before:
        return None
    names, span = read_names(shared, findings), Span(found.called)
    source = Source(template_id(found.path), design, clean(package, findings), hints, names, _uses(package), span)
    return Opened(data, package, source)


def template_id(path: str) -> str:
    """A name for output folders: the file's, in small letters, with hyphens for all else."""
    stem = PurePosixPath(path).stem.casefold()
    words = "".join(letter if letter.isalnum() else " " for letter in stem).split()
    return "-".join(words)[:LONGEST_ID].strip("-") or "template"


def _uses(package: Package) -> Mapping[str, int]:
    """How many sample slides stand on each layout."""
    slides = package.related(package.main, "slide")
    return Counter(layout for slide in slides for layout in package.related(slide, "slideLayout"))


def _tell(adoption: Adoption, span: Span, findings: Findings) -> None:
    """One warning for all colours that could not be kept."""
    if adoption.repaints:
        shown = "; ".join(adoption.repaints[:6])
        more = f"; and {len(adoption.repaints) - 6} more" if len(adoption.repaints) > 6 else ""
        message = f"colours of the template that cannot be read where they stand are replaced in our slides: {shown}{more}"
        findings.warning("M050", span, message, "`rolecast theme check` lists all; theme.yaml can name other colours")


def with_drawings(theme: Theme, drawn: Mapping[str, tuple[DrawnItem, ...]], measure: Measure) -> Theme:
    """The theme with what its layouts draw, for PDFs; fixed texts are set in the faces there are."""
    if not drawn:
        return theme
    layouts = (_with_drawing(layout, drawn[layout.name], measure) for layout in theme.master.layouts)
    return replace(theme, master=replace(theme.master, layouts=tuple(layouts)))


def _with_drawing(layout: Layout, drawn: tuple[DrawnItem, ...], measure: Measure) -> Layout:
    """A layout with what it draws; texts that hold the slide's number differ from page to page, and stand by themselves."""
    items = (_set(item, measure) if isinstance(item, DrawnText) else item for item in drawn if not _is_number(item))
    numbered = (_set(item, measure) for item in drawn if isinstance(item, DrawnText) and item.number)
    return replace(layout, items=tuple(items), numbered=tuple(numbered))


def _is_number(item: DrawnItem) -> bool:
    return isinstance(item, DrawnText) and item.number


def _set(text: DrawnText, measure: Measure) -> TextItem:
    box = Box(text.box.x, text.box.y, text.box.w, text.box.h)
    return TextItem(text.mark, box, set_text(measure, text.paragraphs, box.w, text.anchor, text.inset))
