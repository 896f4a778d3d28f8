"""A pack holds what a session needs, whole or not at all, and never somebody's edits undone."""

from __future__ import annotations

import io
import zipfile

import pdfplumber
import pytest

from generator.building import PackRequest, pack_session
from generator.errors import Problems


def pack(place, subject="writer", audience="starters", **more):
    return pack_session(PackRequest(place.project, subject, audience, **more))


def members(place, result) -> dict[str, bytes]:
    with zipfile.ZipFile(place.out / result.path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def text_of(data: bytes) -> str:
    with pdfplumber.open(io.BytesIO(data)) as document:
        return "\n".join(page.extract_text() for page in document.pages)


def test_a_pack_has_the_trainers_files_and_the_handouts(built):
    result = pack(built, papers=("a4",), settings=(("client", "Acme"), ("start", "13:30")))
    assert result.exit_code == 0
    names = [name.replace("-" + result.path.removesuffix(".zip")[-6:], "") for name in result.members]
    assert names == [
        "handouts/writer-one-pager-a4.pdf",
        "handouts/writer-role-deck-share.pdf",
        "trainer/writer-role-deck.pdf",
        "trainer/writer-role-deck.pptx",
        "trainer/writer-run-sheet-a4.pdf",
    ]
    assert tuple(members(built, result)) == result.members


def test_the_run_sheet_has_clock_times_that_agree_with_the_notes(built):
    made = members(built, pack(built, settings=(("start", "13:30"),)))
    sheet = text_of(next(data for name, data in made.items() if "run-sheet" in name))
    assert "13:30" in sheet
    assert "12:45" in sheet, "setting up begins 45 minutes earlier"
    deck = zipfile.ZipFile(io.BytesIO(next(data for name, data in made.items() if name.endswith(".pptx"))))
    notes = b"".join(deck.read(name) for name in deck.namelist() if "notesSlides/notesSlide" in name)
    assert b"Clock: 13:30" in notes


def test_the_same_pack_is_the_same_bytes(built):
    first = pack(built)
    data = (built.out / first.path).read_bytes()
    assert pack(built).written == "unchanged"
    assert (built.out / first.path).read_bytes() == data


def test_a_deck_that_somebody_edited_is_packed_as_it_is_without_our_pdf(built):
    path = pack(built).members[-2]
    deck = f"starters/{path.removeprefix('trainer/')}"
    (built.out / deck).write_bytes(b"what a person made of it")
    result = pack(built)
    assert members(built, result)[path] == b"what a person made of it"
    assert path.replace(".pptx", ".pdf") not in result.members
    assert [finding.code for finding in result.findings] == ["E009"]


def test_a_pack_that_somebody_changed_is_left_alone(built):
    path = pack(built).path
    theirs = built.edit(path)
    built.rewrite("content/topics/writer-focus.yaml", "The writer answers for one story", "The writer stands for one story")
    result = pack(built)
    assert built.path(path).read_bytes() == theirs
    assert (result.written, [finding.code for finding in result.findings]) == ("kept", ["E003"])


def test_a_build_of_everything_leaves_packs_alone(built):
    path = pack(built).path
    result = built.build()
    assert built.path(path).exists()
    assert not result.removed


def test_errors_in_a_document_leave_nothing_written(built):
    built.rewrite("content/topics/writer-focus.yaml", "minutes: 2", "minutes: 40")
    result = pack(built, minutes=5, audience="chiefs")
    assert "T010" in [finding.code for finding in result.findings]
    assert (result.exit_code, result.written) == (1, "failed")
    assert not (built.out / result.path).exists()


@pytest.mark.parametrize(("subject", "audience"), [("nobody", "chiefs"), ("writer", "everyone")])
def test_what_does_not_exist_is_refused(built, subject, audience):
    with pytest.raises(Problems) as caught:
        pack(built, subject, audience)
    assert caught.value.exit_code == 2
