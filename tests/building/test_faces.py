"""Cut faces are kept between builds, and a cache that is broken is done without."""

from __future__ import annotations

import pytest

from generator.building.faces import face_of, keep_face, read_face
from generator.page.text import Family
from generator.typography.fonts import cut_face, order_source


@pytest.fixture(scope="module")
def order():
    """An order of a face that is cut quickly."""
    return order_source(Family.CODE, "code", 1.0)[0]


@pytest.fixture(scope="module")
def face(order):
    """The face that comes of it."""
    return cut_face(order)


@pytest.fixture
def kept(tmp_path, order, face):
    """A folder with the face."""
    keep_face(face, order, tmp_path / "faces")
    return tmp_path / "faces"


def test_a_face_comes_back_as_it_was(kept, order, face):
    assert read_face(order, kept) == face


def test_without_a_cache_there_is_none(tmp_path, order):
    assert read_face(order, tmp_path) is None


@pytest.mark.parametrize("note", ["", "[", "{}", "[1]", '{"digest": "0"}', "null"])
def test_a_broken_note_counts_as_none(kept, order, note):
    (kept / f"{order.digest}.json").write_text(note, encoding="utf-8")
    assert read_face(order, kept) is None


def test_a_changed_or_missing_face_counts_as_none_and_is_cut_again(kept, order, face):
    (kept / f"{order.digest}.ttf").write_bytes(b"cut off")
    assert read_face(order, kept) is None
    (kept / f"{order.digest}.ttf").unlink()
    assert read_face(order, kept) is None
    assert face_of(order, kept) == face
    assert read_face(order, kept) == face


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path, order, face):
    (tmp_path / "faces").write_text("in the way", encoding="utf-8")
    assert face_of(order, tmp_path / "faces") == face
