"""Cut faces, kept between builds in the user's cache folder; a cache that cannot be used is done without."""

from __future__ import annotations

import contextlib
import hashlib
import json
from pathlib import Path

import platformdirs

from generator.building.disk import write_whole
from generator.page.pages import Face
from generator.page.text import Family
from generator.typography.fonts import cut_faces, source_digest

INDEX = "index.json"


def faces() -> tuple[Face, ...]:
    """The faces of our themes: from the cache, or cut now (some four seconds) and kept."""
    folder = Path(platformdirs.user_cache_dir("rolecast", appauthor=False)) / "faces" / source_digest()[:16]
    kept = read_faces(folder)
    if kept:
        return kept
    cut = cut_faces()
    with contextlib.suppress(OSError):
        keep_faces(folder, cut)
    return cut


def read_faces(folder: Path) -> tuple[Face, ...]:
    """The faces kept in `folder`; none where there are none, or one is not what was written."""
    try:
        index = json.loads((folder / INDEX).read_text(encoding="utf-8"))
        return tuple(_face(folder, entry) for entry in index)
    except (OSError, ValueError, TypeError, KeyError):
        return ()


def _face(folder: Path, entry: dict[str, str]) -> Face:
    """A kept face. Raises ValueError where its bytes are not those that were kept."""
    data = (folder / f"{entry['name']}.ttf").read_bytes()
    if hashlib.sha256(data).hexdigest() != entry["digest"]:
        raise ValueError(f"{entry['name']} is not as it was kept")
    return Face(Family(entry["family"]), bool(entry["bold"]), bool(entry["italic"]), entry["name"], data, entry["digest"])


def keep_faces(folder: Path, cut: tuple[Face, ...]) -> None:
    """Keep faces in `folder`, the index last. Raises OSError."""
    for face in cut:
        write_whole(folder / f"{face.name}.ttf", face.data)
    index = [{"family": f.family, "bold": f.bold, "italic": f.italic, "name": f.name, "digest": f.digest} for f in cut]
    write_whole(folder / INDEX, json.dumps(index).encode())
