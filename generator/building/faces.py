"""Cut faces, kept between builds in the user's cache folder; a cache that cannot be used is done without."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

import platformdirs

from generator.building.disk import write_whole
from generator.errors import Findings
from generator.page.pages import Face, FontScheme
from generator.typography.fonts import Order, cut_face
from generator.typography.scheme import order_faces
from generator.typography.shelf import Shelf


def faces_for(fonts: FontScheme, shelf: Shelf, texts: Iterable[str], findings: Findings) -> tuple[Face, ...]:
    """The faces that text in `fonts` is measured and drawn with: from the cache, or cut now and kept.

    `texts` tell which characters own fonts keep. Findings name fonts that nobody has and what is used instead.
    """
    return faces_of(order_faces(fonts, shelf, texts, findings))


def faces_of(orders: Iterable[Order]) -> tuple[Face, ...]:
    """The faces that are ordered."""
    folder = cache()
    return tuple(face_of(order, folder) for order in orders)


def cache() -> Path:
    """Where cut faces are kept."""
    return Path(platformdirs.user_cache_dir("rolecast", appauthor=False)) / "faces"


def face_of(order: Order, folder: Path) -> Face:
    """The face that is ordered: as it is kept in `folder`, or cut now and kept there."""
    kept = read_face(order, folder)
    if kept:
        return kept
    face = cut_face(order)
    with contextlib.suppress(OSError):
        keep_face(face, order, folder)
    return face


def read_face(order: Order, folder: Path) -> Face | None:
    """The face kept for an order; none where there is none, or it is not what was written."""
    try:
        note = json.loads((folder / f"{order.digest}.json").read_text(encoding="utf-8"))
        data = (folder / f"{order.digest}.ttf").read_bytes()
        if hashlib.sha256(data).hexdigest() != note["digest"]:
            return None
        return Face(order.family, order.bold, order.italic, order.name, data, note["digest"], order.typeface, note["drawn"])
    except (OSError, ValueError, TypeError, KeyError):
        return None


def keep_face(face: Face, order: Order, folder: Path) -> None:
    """Keep a face in `folder`, the note about it last. Raises OSError."""
    write_whole(folder / f"{order.digest}.ttf", face.data)
    write_whole(folder / f"{order.digest}.json", json.dumps({"digest": face.digest, "drawn": face.drawn}).encode())
