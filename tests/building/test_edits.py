"""People's edits are sacred: what a person changed is never overwritten and never removed, unless they say so."""

from __future__ import annotations

import json
import shutil

import pytest

CHANGE = ("content/topics/writer-focus.yaml", "The writer answers for one story", "The writer stands for one story")


def test_an_edited_deck_stays_and_keeps_its_pdf(built):
    theirs, pdf = built.edit(built.deck), built.path(built.pdf).read_bytes()
    built.rewrite(*CHANGE)
    result = built.build()
    assert built.path(built.deck).read_bytes() == theirs
    assert built.path(built.pdf).read_bytes() == pdf
    assert built.states(result)[built.deck] == built.states(result)[built.pdf] == "kept"
    finding = next(f for f in result.findings if f.code == "E003")
    assert finding.span.path == f"output/{built.deck}"
    assert "PDF" in finding.message
    assert "--keep-edits" in finding.hint and "--force" in finding.hint
    assert result.exit_code == 0


def test_the_report_says_which_files_were_kept(built):
    built.edit(built.deck)
    built.build()
    report = json.loads((built.out / "build-report.json").read_text(encoding="utf-8"))
    assert {f["path"] for f in report["files"] if f["written"] == "kept"} == {built.deck, built.pdf}


def test_an_edit_is_found_again_and_again(built):
    theirs = built.edit(built.deck)
    for _ in range(3):
        assert "E003" in built.codes(built.build())
    assert built.path(built.deck).read_bytes() == theirs


def test_an_edit_is_found_when_nothing_else_changed(built):
    built.edit(built.sheet)
    result = built.build()
    assert built.states(result)[built.sheet] == "kept"


def test_force_overwrites_an_edit(built):
    before = built.path(built.deck).read_bytes()
    built.edit(built.deck)
    result = built.build(force=True)
    assert built.path(built.deck).read_bytes() == before
    assert "E003" not in built.codes(result)


def test_keep_edits_writes_the_new_deck_and_its_pdf_beside(built):
    theirs, pdf = built.edit(built.deck), built.path(built.pdf).read_bytes()
    built.rewrite(*CHANGE)
    result = built.build(keep_edits=True)
    assert built.path(built.deck).read_bytes() == theirs
    assert built.path(built.pdf).read_bytes() == pdf
    new = [built.deck.replace(".pptx", ".new.pptx"), built.pdf.replace(".pdf", ".new.pdf")]
    assert [built.states(result)[name] for name in new] == ["beside", "beside"]
    assert all(built.path(name).exists() for name in new)


def test_the_file_beside_is_written_again_until_somebody_edits_it(built):
    built.edit(built.deck)
    built.rewrite(*CHANGE)
    built.build(keep_edits=True)
    first, second = built.deck.replace(".pptx", ".new.pptx"), built.deck.replace(".pptx", ".new-2.pptx")
    built.rewrite("content/topics/writer-focus.yaml", "stands for", "speaks for")
    before = built.path(first).read_bytes()
    built.build(keep_edits=True)
    assert built.path(first).read_bytes() != before
    assert not built.path(second).exists()
    theirs = built.edit(first, b"this one too")
    built.build(keep_edits=True)
    assert built.path(first).read_bytes() == theirs
    assert built.path(second).exists()


def test_what_lies_beside_stays_while_the_edit_stays_and_goes_with_it(built):
    beside = built.deck.replace(".pptx", ".new.pptx")
    built.edit(built.deck)
    built.build(keep_edits=True)
    built.build()
    assert built.path(beside).exists()
    built.path(built.deck).unlink()
    result = built.build()
    assert built.states(result)[built.deck] == "new"
    assert not built.path(beside).exists()
    assert beside in result.removed


def test_a_file_in_no_record_counts_as_a_persons(tiny):
    tiny.path(tiny.deck).parent.mkdir(parents=True)
    theirs = tiny.edit(tiny.deck)
    result = tiny.build(subjects=("writer",), documents=("role-deck",))
    assert tiny.path(tiny.deck).read_bytes() == theirs
    assert tiny.states(result)[tiny.deck] == "kept"


def test_without_a_readable_record_every_different_file_counts_as_a_persons(built):
    theirs = built.edit(built.sheet)
    (built.out / "manifest.json").write_text('{"documents": [{"path": 3', encoding="utf-8")
    built.rewrite(*CHANGE)
    result = built.build()
    assert "E006" in built.codes(result)
    assert built.path(built.sheet).read_bytes() == theirs
    assert built.states(result)[built.deck] == "kept"


def test_a_pdf_alone_is_not_built_over_beside_an_edited_deck(built):
    built.edit(built.deck)
    built.rewrite(*CHANGE)
    before = built.path(built.pdf).read_bytes()
    result = built.build(subjects=("writer",), audiences=("chiefs",), documents=("role-deck",), formats=("pdf",))
    assert built.path(built.pdf).read_bytes() == before
    assert built.codes(result) == ["E003"]


def test_cleaning_up_removes_what_no_document_makes_and_nobody_edited(built):
    drop_editor(built)
    kept = built.edit("chiefs/editor-role-deck.pptx")
    result = built.build()
    assert "starters/editor-role-deck.pptx" in result.removed
    assert not built.path("starters/editor-role-deck.pptx").exists()
    assert built.path("chiefs/editor-role-deck.pptx").read_bytes() == kept
    assert built.path("chiefs/editor-role-deck.pdf").exists(), "an edited deck keeps its PDF"
    assert "E003" in built.codes(result)


def test_what_an_edit_saved_from_cleaning_up_is_a_persons_from_then_on(built):
    drop_editor(built)
    built.edit("chiefs/editor-role-deck.pptx")
    built.build()
    result = built.build()
    assert built.codes(result) == []
    assert built.path("chiefs/editor-role-deck.pptx").exists()


@pytest.mark.parametrize("asked", [{"subjects": ("writer",)}, {"audiences": ("chiefs",)}, {"formats": ("pdf",)}], ids=str)
def test_a_partial_build_cleans_nothing_up(built, asked):
    drop_editor(built)
    assert built.build(**asked).removed == ()
    assert built.path("starters/editor-role-deck.pptx").exists()


def test_a_build_with_an_error_cleans_nothing_up(built):
    built.path("chiefs/writer-role-deck.pptx").unlink()
    built.path("chiefs/writer-role-deck.pptx").mkdir()
    drop_editor(built)
    result = built.build()
    assert not result.ok
    assert result.removed == ()


def test_an_audience_that_is_gone_leaves_no_empty_folder(built):
    (built.project / "content/audiences/chiefs.yaml").unlink()
    built.build()
    assert not (built.out / "chiefs").exists()


def test_strange_paths_in_a_record_are_never_followed(built):
    outside = built.project / "rolecast.yaml"
    manifest = json.loads((built.out / "manifest.json").read_text(encoding="utf-8"))
    import hashlib

    digest = hashlib.sha256(outside.read_bytes()).hexdigest()
    manifest["documents"].append({"path": "../rolecast.yaml", "sha256": digest, "key": ""})
    (built.out / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    built.build()
    assert outside.exists()


def drop_editor(place) -> None:
    """Take one role out of the project."""
    for path in (place.project / "content").rglob("*editor*"):
        path.unlink()
    for path in (place.project / "content/topics").glob("both-*"):
        path.unlink()
    facts = place.project / "content/facts.yaml"
    lines = facts.read_text(encoding="utf-8").splitlines(keepends=True)
    facts.write_text("".join(line for line in lines if "editor" not in line), encoding="utf-8")
    shutil.rmtree(place.project / "content/comparisons")
