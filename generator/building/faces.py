"""Cut faces, kept between builds in the user's cache folder; a cache that cannot be used is done without."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import platformdirs

from generator.page.pages import Face
from generator.page.text import Family
from generator.typography.fonts import cut_faces, source_digest


def faces() -> tuple[Face, ...]:
    """The faces of our themes: from the cache, or cut now (some four seconds) and kept."""
    folder = Path(platformdirs.user_cache_dir("rolecast", appauthor=False)) / "faces" / source_digest()[:16]
    kept = _read(folder)
    if kept:
        return kept
    cut = cut_faces()
    _keep(folder, cut)
    return cut


def _read(folder: Path) -> tuple[Face, ...]:
    """The kept faces; none where there are none or one is not what was written."""
    try:
        index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
        loaded = [(entry, (folder / f"{entry['name']}.ttf").read_bytes()) for entry in index]
    except (OSError, ValueError, TypeError, KeyError):
        return ()
    if any(hashlib.sha256(data).hexdigest() != entry["digest"] for entry, data in loaded):
        return ()
    return tuple(Face(Family(e["family"]), e["bold"], e["italic"], e["name"], data, e["digest"]) for e, data in loaded)


def _keep(folder: Path, cut: tuple[Face, ...]) -> None:
    index = [{"family": f.family, "bold": f.bold, "italic": f.italic, "name": f.name, "digest": f.digest} for f in cut]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for face in cut:
            (folder / f"{face.name}.ttf").write_bytes(face.data)
        (folder / "index.json").write_text(json.dumps(index), encoding="utf-8")
    except OSError:
        return
