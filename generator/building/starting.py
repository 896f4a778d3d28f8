"""Begin a project of one's own: a small, complete example, copied into an empty folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.building.disk import reason_of, write_folder
from generator.errors import Diagnostic, Problems
from generator.files import packaged
from generator.source import Span

STARTER = "kitchen"
MARKER = "rolecast.yaml"
READ_BY_A_PROJECT = ("content", "templates", "output")
"""Folders of a project in which another one would be mixed up with it."""
NO_CONTENT = frozenset({".git", ".DS_Store", "desktop.ini", "Thumbs.db"})
"""What may lie in a folder that counts as empty."""
HIDDEN = {"gitignore": ".gitignore"}
"""Files that have another name in the package, where hidden ones are left alone."""


@dataclass(frozen=True, slots=True)
class Started:
    """A project that was begun."""

    folder: Path
    files: tuple[str, ...]
    within: Path | None
    """The project in whose folder it lies, if there is one."""


def start_project(folder: Path) -> Started:
    """Write the starter into `folder`, which is made where it is missing: whole, or not at all.

    Raises Problems: N001 with exit code 2 where the folder cannot become a project, E001 with exit code 3 where it cannot be
    written.
    """
    try:
        folder = folder.resolve()
        within = next((place for place in folder.parents if (place / MARKER).is_file()), None)
        _check_place(folder, within)
        files = _starter()
        write_folder(folder, files)
    except OSError as error:
        message = f"cannot write the project: {reason_of(error)}"
        finding = Diagnostic("E001", Span(str(folder)), message, "choose another folder, or change its permissions")
        raise Problems([finding], exit_code=3) from None
    return Started(folder, tuple(sorted(files)), within)


def _starter() -> dict[str, bytes]:
    """The starter's files by path; the one that marks a project comes last."""
    root = f"templates/starter/{STARTER}"
    files = packaged(root)
    found = {path.removeprefix(f"{root}/"): files.read(path) for path in files.list(root, "")}
    return {HIDDEN.get(path, path): found[path] for path in sorted(found, key=lambda path: (path == MARKER, path))}


def _check_place(folder: Path, within: Path | None) -> None:
    file = next((place for place in (folder, *folder.parents) if place.is_file()), None)
    if file:
        _refuse(folder, f"{file} is a file, not a folder", "choose another name")
    if within and folder.relative_to(within).parts[0] in READ_BY_A_PROJECT:
        part = folder.relative_to(within).parts[0]
        _refuse(folder, f"it lies in {part}/ of the project {within}", "choose a folder outside that project")
    there = sorted(entry.name for entry in folder.iterdir() if entry.name not in NO_CONTENT) if folder.is_dir() else []
    if MARKER in there:
        _refuse(folder, "it is a project already", "build it with `rolecast build`, or choose another folder")
    if there:
        shown = ", ".join(there[:3]) + (", …" if len(there) > 3 else "")
        _refuse(folder, f"it is not empty; it holds {shown}", "choose an empty folder, or one that does not exist yet")


def _refuse(folder: Path, reason: str, hint: str) -> None:
    finding = Diagnostic("N001", Span(str(folder)), f"cannot begin a project here: {reason}", f"{hint}; nothing was written")
    raise Problems([finding], exit_code=2)
