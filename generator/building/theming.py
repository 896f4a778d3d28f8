"""Themes of a project's own: begin one from another, and check them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from generator.building.disk import reason_of, write_new
from generator.building.skeletons import slug
from generator.building.workshop import project_files, shelf_of, themes_of
from generator.content.reader import read_content
from generator.errors import Diagnostic, Findings, Problems, did_you_mean
from generator.files import Files
from generator.source import Span
from generator.theme.contrast import check_theme
from generator.theme.reader import read_theme
from generator.typography.scheme import order_faces

ASKED = Span("command line")
LONGEST = 25
"""Characters of a theme's id, which is a folder's name."""


@dataclass(frozen=True, slots=True)
class Begun:
    """A theme that was begun: its files, relative to the project."""

    id: str
    start: str
    files: tuple[str, ...]


def begin_theme(project: Path, name: str, start: str) -> Begun:
    """Write `templates/themes/NAME/` as a copy of the theme `start`, with its fonts, under a name of its own.

    Raises Problems: with exit code 2 for a name that is none (M064) or taken (M065), or a start that does not exist (U001), and
    with exit code 3 (E001) where nothing can be written. Nothing is overwritten.
    """
    files = project_files(project)
    known = themes_of(files)
    id_ = slug(name)
    if not id_ or len(id_) > LONGEST:
        _refuse("M064", f"{name!r} makes no id, which has 1 to {LONGEST} letters, digits and hyphens", "such as acme-bold")
    if start not in known:
        _refuse("U001", f"theme {start!r} does not exist", did_you_mean(start, known))
    folder = f"templates/themes/{id_}"
    if id_ in known or (project / folder).exists():
        _refuse("M065", f"there is a theme {id_!r} already", "choose another name; nothing was written")
    source = f"templates/themes/{start}"
    copied = {f"{folder}{path.removeprefix(source)}": files.read(path) for path in files.list(source, "")}
    copied[f"{folder}/theme.yaml"] = _renamed(files.read(f"{source}/theme.yaml").decode("utf-8"), name, start).encode()
    try:
        write_new(project, copied)
    except OSError as error:
        message = f"cannot write the theme: {reason_of(error)}"
        raise Problems([Diagnostic("E001", Span(folder), message, "change its permissions, or make room")], exit_code=3) from None
    return Begun(id_, start, tuple(sorted(copied)))


def _renamed(text: str, name: str, start: str) -> str:
    """A theme's text under another name, its first comment replaced."""
    title = name if name != slug(name) else name.replace("-", " ").capitalize()
    body = re.sub(r"\A(#.*\n)+", "", text)
    body = re.sub(r"^name: .*$", f'name: "{title}"', body, count=1, flags=re.MULTILINE)
    head = f"# {title}: begun from {start}. docs/themes.md explains every key; `rolecast theme check` says what cannot be read."
    return f"{head}\n{body}"


def _refuse(code: str, message: str, hint: str) -> None:
    raise Problems([Diagnostic(code, ASKED, message, hint)], exit_code=2)


def check_themes(project: Path, ids: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    """The ids of the themes that were checked (all where none is named), and what is wrong with them.

    Raises Problems (exit code 2) for an id that is none.
    """
    files = project_files(project)
    known = themes_of(files)
    unknown = next((each for each in ids if each not in known), None)
    if unknown is not None:
        _refuse("U001", f"theme {unknown!r} does not exist", did_you_mean(unknown, known))
    findings = Findings()
    for each in ids or known:
        _check(files, each, findings)
    return ids or known, tuple(findings.items)


def _check(files: Files, name: str, findings: Findings) -> None:
    theme = read_theme(files, name, findings)
    if theme is None:
        return
    check_theme(theme, Span(f"templates/themes/{name}/theme.yaml"), findings)
    order_faces(theme.fonts, shelf_of(files, theme), ("Rolecast",), findings)


def theme_of(project: Path | None) -> str:
    """The theme that a project builds with."""
    if project is None:
        return "meridian"
    findings = Findings()
    content = read_content(project_files(project), findings)
    findings.raise_errors()
    return content.project.theme
