"""The matrix, the part of it that is asked for, and what does not exist."""

from __future__ import annotations

import pytest

from generator.building.plan import is_whole, plan
from generator.building.request import BuildRequest
from generator.building.workshop import read_material
from generator.errors import Problems


@pytest.fixture(scope="module")
def material(request):
    return read_material(request.path.parent / "tiny")


def asked(material, **what) -> list[str]:
    from pathlib import Path

    units = plan(material, BuildRequest(Path(), **what))
    return [target.path for unit in units for target in unit.targets()]


def refused(material, **what) -> Problems:
    with pytest.raises(Problems) as caught:
        asked(material, **what)
    return caught.value


def test_one_thing_asked_for_is_one_file(material):
    what = {
        "subjects": ("writer",),
        "audiences": ("chiefs",),
        "documents": ("one-pager",),
        "formats": ("pdf",),
        "papers": ("a4",),
    }
    assert asked(material, **what) == ["chiefs/writer-one-pager-a4.pdf"]


def test_papers_and_formats_multiply_for_sheets_and_formats_for_decks(material):
    paths = asked(material, subjects=("writer",), audiences=("chiefs",), papers=("a4", "letter"))
    assert paths == [
        "chiefs/writer-one-pager-a4.pdf",
        "chiefs/writer-one-pager-letter.pdf",
        "chiefs/writer-role-deck.pptx",
        "chiefs/writer-role-deck.pdf",
    ]


def test_asking_twice_gives_a_file_once(material):
    paths = asked(material, subjects=("writer", "writer"), papers=("a4", "a4"), formats=("pdf", "pdf"))
    assert len(paths) == len(set(paths))


@pytest.mark.parametrize(
    ("what", "hint"),
    [
        ({"subjects": ("writr",)}, "did you mean 'writer'?"),
        ({"audiences": ("starter",)}, "did you mean 'starters'?"),
        ({"documents": ("onepager",)}, "did you mean 'one-pager'?"),
        ({"formats": ("ppt",)}, "did you mean 'pptx'?"),
        ({"papers": ("leter",)}, "did you mean 'letter'?"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_what_does_not_exist_is_a_usage_error_with_a_suggestion(material, what, hint):
    problems = refused(material, **what)
    assert problems.exit_code == 2
    assert [(d.code, d.hint) for d in problems.diagnostics] == [("U001", hint)]


def test_everything_that_does_not_exist_is_said_at_once(material):
    problems = refused(material, subjects=("x", "y"), papers=("a3",))
    assert len(problems.diagnostics) == 3


def test_an_abstract_audience_is_said_to_be_one(material):
    assert "abstract" in refused(material, audiences=("everyone",)).diagnostics[0].message


def test_a_selection_that_matches_nothing_names_what_there_is(material):
    problems = refused(material, subjects=("writer",), documents=("comparison-deck",))
    assert problems.exit_code == 2
    assert problems.diagnostics[0].code == "U002"
    assert "role-deck" in problems.diagnostics[0].hint


def test_an_unknown_theme_is_a_usage_error_with_a_suggestion(request):
    with pytest.raises(Problems) as caught:
        read_material(request.path.parent / "tiny", "meridain")
    assert caught.value.exit_code == 2
    assert caught.value.diagnostics[0].hint == "did you mean 'meridian'?"


def test_two_documents_with_one_path_are_an_error(tiny):
    content = tiny.project / "content"
    role = (content / "roles/writer.yaml").read_text(encoding="utf-8")
    (content / "roles/writer-role.yaml").write_text(role, encoding="utf-8")
    template = tiny.project / "templates/decks/deck.yaml.j2"
    template.parent.mkdir(parents=True)
    own = "---\ndocument: deck\ntitle: deck\nsubjects: [role]\nformats: [pptx]\n---\n- slide: cover\n"
    (template.parent / "short.yaml.j2").write_text(own, encoding="utf-8")
    problems = refused(read_material(tiny.project))
    assert problems.exit_code == 1
    assert {d.code for d in problems.diagnostics} == {"U003"}
    assert "chiefs/writer-role-deck.pptx" in str(problems)


def test_only_a_build_of_everything_is_whole(material):
    from pathlib import Path

    assert is_whole(material, BuildRequest(Path()))
    assert is_whole(material, BuildRequest(Path(), theme="meridian"))
    assert not is_whole(material, BuildRequest(Path(), formats=("pdf",)))
    assert not is_whole(material, BuildRequest(Path(), theme="other"))
