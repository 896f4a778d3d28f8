"""The one seam to the outside: files by relative POSIX path, on a disk, in memory, recorded or layered.

Nothing here knows what is in a file. Every path is relative to a root and cannot leave it.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Protocol

from generator.errors import Diagnostic, Problems
from generator.source import Span

TEXT_SUFFIXES = frozenset({".yaml", ".yml", ".csv", ".md", ".j2", ".json", ".txt"})
LARGEST_TEXT = 5_000_000
"""Bytes of a text file."""
LARGEST = 200_000_000
"""Bytes of any other file."""
DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?\Z", re.IGNORECASE)


class Files(Protocol):
    """Where files are read from. Paths are relative, with forward slashes."""

    def read(self, path: str) -> bytes:
        """The bytes of a file. Raises Problems (C001 unreadable, C008 too large) that name the path."""
        ...

    def list(self, folder: str, suffix: str) -> tuple[str, ...]:
        """Every file below `folder` whose name ends in `suffix`, sorted; none where there is no such folder."""
        ...

    def exists(self, path: str) -> bool:
        """Whether there is a file at `path`. False for paths that lead outside."""
        ...


def check_path(path: str) -> str:
    """The reason why `path` is not a portable relative path, empty where it is one."""
    parts = path.split("/")
    if not path or path.startswith("/") or re.match(r"[A-Za-z]:", path):
        return "the path is not relative to the project"
    if any(c in '\\:*?"<>|' or ord(c) < 32 for c in path):
        return "the path has characters that not every system allows; use forward slashes, letters, digits and hyphens"
    if ".." in parts:
        return "the path leads out of the project"
    if any(part in ("", ".") or part.endswith((".", " ")) or DEVICES.match(part) for part in parts):
        return "the path is not a name that every system allows"
    return ""


def _unreadable(path: str, reason: str, hint: str = "", code: str = "C001") -> Problems:
    return Problems([Diagnostic(code, Span(path), f"cannot read {path!r}: {reason}", hint)])


def _check_size(path: str, size: int) -> None:
    limit = LARGEST_TEXT if PurePosixPath(path).suffix.lower() in TEXT_SUFFIXES else LARGEST
    if size > limit:
        raise _unreadable(path, f"it has {size:,} bytes, at most {limit:,} are read", "split the file", "C008")


def _hidden(name: str) -> bool:
    """Files that editors and office programs leave beside the real ones."""
    return name.startswith((".", "~$"))


@dataclass(frozen=True, slots=True)
class Disk:
    """Files below a folder. Links that lead outside are errors; hidden files are not listed."""

    root: Path

    def read(self, path: str) -> bytes:
        """The bytes of a file. Raises Problems."""
        place = self._inside(path)
        try:
            _check_size(path, place.stat().st_size)
            return place.read_bytes()
        except OSError as error:
            raise _unreadable(path, _reason(error)) from None

    def list(self, folder: str, suffix: str) -> tuple[str, ...]:
        """Every file below `folder` whose name ends in `suffix`, sorted. Folders that are links are not entered."""
        if check_path(folder):
            return ()
        found = []
        for at, folders, names in os.walk(self.root / folder):
            folders[:] = [name for name in folders if not _hidden(name)]
            found += [Path(at, name) for name in names if name.endswith(suffix) and not _hidden(name)]
        return tuple(sorted(path.relative_to(self.root).as_posix() for path in found))

    def exists(self, path: str) -> bool:
        """Whether there is a file at `path`."""
        try:
            return self._inside(path).is_file()
        except (Problems, OSError):
            return False

    def _inside(self, path: str) -> Path:
        reason = check_path(path)
        if reason:
            raise _unreadable(path, reason)
        try:
            place = (self.root / path).resolve()
            root = self.root.resolve()
        except (OSError, RuntimeError):  # RuntimeError: links in a circle
            raise _unreadable(path, "its links lead nowhere") from None
        if not place.is_relative_to(root):
            raise _unreadable(path, "it is a link that leads out of the project", "copy the file into the project")
        return place


def _reason(error: OSError) -> str:
    match error:
        case FileNotFoundError():
            return "there is no such file"
        case IsADirectoryError():
            return "it is a folder"
        case PermissionError():
            return "it may not be read"
        case _:
            return (error.strerror or type(error).__name__).lower()


@dataclass(frozen=True, slots=True)
class InMemory:
    """Files held in a mapping from path to text or bytes."""

    contents: Mapping[str, str | bytes]

    def read(self, path: str) -> bytes:
        """The bytes of a file; text as UTF-8. Raises Problems."""
        if path not in self.contents:
            raise _unreadable(path, check_path(path) or "there is no such file")
        data = self.contents[path]
        raw = data.encode("utf-8") if isinstance(data, str) else data
        _check_size(path, len(raw))
        return raw

    def list(self, folder: str, suffix: str) -> tuple[str, ...]:
        """Every file below `folder` whose name ends in `suffix`, sorted."""
        return tuple(sorted(path for path in self.contents if path.startswith(f"{folder}/") and path.endswith(suffix)))

    def exists(self, path: str) -> bool:
        """Whether there is a file at `path`."""
        return path in self.contents


@dataclass(frozen=True, slots=True)
class Layered:
    """Two places, the first before the second: a project's own templates before the packaged ones."""

    first: Files
    second: Files

    def read(self, path: str) -> bytes:
        """The file of the first place that has it. Raises Problems."""
        return (self.first if self.first.exists(path) else self.second).read(path)

    def list(self, folder: str, suffix: str) -> tuple[str, ...]:
        """What either place has, each path once, sorted."""
        return tuple(sorted({*self.first.list(folder, suffix), *self.second.list(folder, suffix)}))

    def exists(self, path: str) -> bool:
        """Whether either place has the file."""
        return self.first.exists(path) or self.second.exists(path)


@dataclass(frozen=True, slots=True)
class Under:
    """Only what lies below one folder of another place; paths still name that folder."""

    files: Files
    folder: str

    def read(self, path: str) -> bytes:
        """The bytes of a file below the folder. Raises Problems."""
        if not self.exists(path):
            raise _unreadable(path, check_path(path) or "there is no such file")
        return self.files.read(path)

    def list(self, folder: str, suffix: str) -> tuple[str, ...]:
        """Every file below both folders whose name ends in `suffix`, sorted."""
        return tuple(path for path in self.files.list(folder, suffix) if path.startswith(f"{self.folder}/"))

    def exists(self, path: str) -> bool:
        """Whether there is a file at `path`, below the folder."""
        return path.startswith(f"{self.folder}/") and self.files.exists(path)


@dataclass(frozen=True, slots=True)
class Recording:
    """Passes everything on and remembers what was asked for, so that a build knows what it depends on."""

    files: Files
    digests: dict[str, str] = field(default_factory=dict)
    """The SHA-256 of every file read, by path."""
    listings: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    """What every folder and suffix asked for held."""
    presence: dict[str, bool] = field(default_factory=dict)
    """Whether every path asked for was there."""

    def read(self, path: str) -> bytes:
        """The bytes of a file. Raises Problems."""
        data = self.files.read(path)
        self.digests[path] = hashlib.sha256(data).hexdigest()
        return data

    def list(self, folder: str, suffix: str) -> tuple[str, ...]:
        """Every file below `folder` whose name ends in `suffix`, sorted."""
        return self.listings.setdefault((folder, suffix), self.files.list(folder, suffix))

    def exists(self, path: str) -> bool:
        """Whether there is a file at `path`."""
        return self.presence.setdefault(path, self.files.exists(path))


def packaged(folder: str) -> Files:
    """What comes with Rolecast below one folder, as paths that start with it."""
    here = Path(__file__).parent
    installed = here / "_data"
    return Under(Disk(installed if installed.is_dir() else here.parent), folder)


def packaged_templates() -> Files:
    """The templates that come with Rolecast, as paths that start with `templates/`."""
    return packaged("templates")
