"""Cut faces are kept between builds, and a cache that is broken is done without."""

from __future__ import annotations

import json

import pytest

from generator.building.faces import keep_faces, read_faces
from generator.page.pages import Face
from generator.page.text import Family


@pytest.fixture
def kept(tmp_path):
    """A folder with two faces, and the faces."""
    import hashlib

    faces = tuple(
        Face(Family.BODY, bold, False, f"Face-{bold}", data, hashlib.sha256(data).hexdigest())
        for bold, data in ((False, b"regular"), (True, b"bold"))
    )
    keep_faces(tmp_path / "faces", faces)
    return tmp_path / "faces", faces


def test_faces_come_back_as_they_were(kept):
    folder, faces = kept
    assert read_faces(folder) == faces


def test_without_a_cache_there_are_none(tmp_path):
    assert read_faces(tmp_path) == ()


@pytest.mark.parametrize("index", ["", "[", "{}", "[1]", '[{"name": "Face-False"}]', "null"])
def test_a_broken_index_counts_as_none(kept, index):
    folder, _ = kept
    (folder / "index.json").write_text(index, encoding="utf-8")
    assert read_faces(folder) == ()


def test_a_changed_or_missing_face_counts_as_none(kept):
    folder, _ = kept
    (folder / "Face-True.ttf").write_bytes(b"cut off")
    assert read_faces(folder) == ()
    (folder / "Face-True.ttf").unlink()
    assert read_faces(folder) == ()


def test_an_unknown_family_counts_as_none(kept):
    folder, _ = kept
    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    index[0]["family"] = "fraktur"
    (folder / "index.json").write_text(json.dumps(index), encoding="utf-8")
    assert read_faces(folder) == ()
