"""Files on the disk: whole or not at all, and plain words for what a disk refuses."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import shutil
import time
from collections.abc import Mapping
from pathlib import Path

from generator.errors import Diagnostic, Problems
from generator.source import Span

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO, errno.EMFILE, errno.ENFILE, errno.EFBIG})
"""What no single file is to blame for."""
STALE = 3600.0
"""Seconds after which a half-written file belongs to no build that still runs."""


def sha256(data: bytes) -> str:
    """The SHA-256 of some bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def digest_of(path: Path) -> str | None:
    """The SHA-256 of a file, None where there is none. Raises OSError."""
    try:
        return sha256(path.read_bytes())
    except FileNotFoundError:
        return None


def write_whole(path: Path, data: bytes) -> None:
    """Write beside the target, then put it in its place in one step. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def write_new(root: Path, files: Mapping[str, bytes]) -> None:
    """Write files that are not there yet, by path below `root`: all of them, or none. Raises OSError, also where one is there."""
    made: list[Path] = []
    try:
        for path, data in files.items():
            place = root / path
            made += _make_folder(place.parent)
            with place.open("xb") as stream:
                made.append(place)
                stream.write(data)
    except BaseException:
        for place in reversed(made):
            with contextlib.suppress(OSError):
                place.rmdir() if place.is_dir() else place.unlink()
        raise


def _make_folder(folder: Path) -> list[Path]:
    """Make a folder and what is missing above it; returns what was made, the uppermost first."""
    missing = [place for place in (folder, *folder.parents) if not place.exists()][::-1]
    folder.mkdir(parents=True, exist_ok=True)
    return missing


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder that is not there yet, or may take them: all of them, or none. Raises OSError."""
    if folder.exists():
        write_new(folder, files)
        return
    made = _make_folder(folder.parent)
    part = folder.with_name(f".{folder.name}.{os.getpid()}.part")
    try:
        write_new(part, files)
        part.rename(folder)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        for place in reversed(made):
            with contextlib.suppress(OSError):
                place.rmdir()
        raise


def sweep(path: Path) -> None:
    """Remove what a build that was killed left half-written of the file at `path`."""
    with contextlib.suppress(OSError):
        for part in path.parent.glob(f".{path.name}.*.part"):
            if time.time() - part.stat().st_mtime > STALE:
                part.unlink()


def lock_of(path: Path) -> Path | None:
    """The file that an office program keeps beside an open document, if there is one."""
    names = (f"~${path.name}", f".~lock.{path.name}#")
    return next((lock for name in names if (lock := path.with_name(name)).exists()), None)


def check_writable(out: Path) -> None:
    """Make the output folder. Raises Problems (exit code 3) where nothing can be written."""
    probe = out / f".rolecast-probe-{os.getpid()}"
    try:
        out.mkdir(parents=True, exist_ok=True)
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        raise Problems([_no_folder(out, error)], exit_code=3) from None


def _no_folder(out: Path, error: OSError) -> Diagnostic:
    match error:
        case FileExistsError() | NotADirectoryError():
            there = next((place for place in (out, *out.parents) if place.is_file()), out)
            reason = f"{there} is a file, not a folder"
        case _:
            reason = reason_of(error)
    hint = "choose another folder with -o, or change its permissions"
    return Diagnostic("E001", Span(str(out)), f"cannot write to the output folder: {reason}", hint)


def reason_of(error: OSError) -> str:
    """What the system says, as the end of a sentence."""
    return (error.strerror or str(error) or type(error).__name__).lower().rstrip(".")


def refused(span: Span, error: OSError) -> Diagnostic:
    """The finding for a file that could not be written: E005 where the whole disk is to blame, else E002."""
    reason = reason_of(error)
    if error.errno in FULL:
        hint = "make room, or choose another folder with -o"
        return Diagnostic("E005", span, f"the disk refuses to take it: {reason}", hint)
    if isinstance(error, IsADirectoryError):
        return Diagnostic("E002", span, "cannot write it: there is a folder of that name", "move or rename the folder")
    if isinstance(error, NotADirectoryError | FileExistsError):
        return Diagnostic("E002", span, "cannot write it: a file stands where its folder should be", "move or rename that file")
    hint = "close it in PowerPoint or the viewer, or change its permissions, and build again"
    return Diagnostic("E002", span, f"cannot write it: {reason}", hint)
