"""`rolecast new`: files to fill in that are valid as they are; nothing is overwritten, nobody's YAML is rewritten."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.building.skeletons import MAKERS
from generator.cli import main
from generator.cli.new import SORTS

STARTER = Path(__file__).resolve().parents[2] / "templates" / "starter" / "kitchen"

New = Callable[..., Result]


@pytest.fixture
def kitchen(tmp_path: Path) -> Path:
    """A copy of the starter."""
    return Path(shutil.copytree(STARTER, tmp_path / "kitchen"))


@pytest.fixture
def new(kitchen: Path) -> New:
    """Call `new` within the starter."""

    def call(*arguments: str) -> Result:
        result = CliRunner().invoke(main, ["new", "-C", str(kitchen), *arguments])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return call


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_the_command_knows_the_sorts_that_are_made():
    assert set(SORTS) == set(MAKERS)


def test_one_of_each_sort_builds_without_any_finding(kitchen, new):
    for arguments in (
        ("role", "night-cook"),
        ("topic", "night-tools", "--role", "night-cook"),
        ("comparison", "night-or-day", "--role", "night-cook", "--role", "sous-chef"),
        ("course", "short-course", "--role", "night-cook"),
        ("audience", "floor-staff"),
        ("deck", "short-deck"),
        ("sheet", "wall-sheet"),
    ):
        assert new(*arguments).exit_code == 0, arguments
    names = ("night-cook", "night-or-day", "short-course")
    only = ("--audience", "floor-staff", "--audience", "owners", "--format", "pdf")
    result = CliRunner().invoke(main, ["build", "-C", str(kitchen), *names, *only, "--strict"])
    assert result.exit_code == 0, result.stderr
    built = {path.name for path in (kitchen / "output" / "floor-staff").iterdir()}
    assert {"night-cook-short-deck.pdf", "night-cook-wall-sheet-a4.pdf", "short-course-course-deck.pdf"} <= built


def test_a_new_audience_changes_nothing_for_others_and_gets_everything_that_is_for_everyone(kitchen, new):
    assert new("audience", "floor-staff").exit_code == 0
    only = ("--audience", "floor-staff", "--document", "one-pager")
    result = CliRunner().invoke(main, ["build", "-C", str(kitchen), *only, "--strict"])
    assert result.exit_code == 0, result.stderr
    assert len(list((kitchen / "output" / "floor-staff").glob("*.pdf"))) == 3


def test_a_role_comes_with_a_first_topic_and_signs_of_its_own(kitchen, new):
    result = new("role", "night-cook")
    role = text(kitchen / "content/roles/night-cook.yaml")
    assert (kitchen / "content/topics/night-cook/night-cook-focus.yaml").is_file()
    assert "rolecast build night-cook" in result.stdout
    for line in ("title: Night cook", 'badge: "NC"', "shape: hexagon", "colour: accent3", "  - night-cook-focus"):
        assert line in role


def test_a_topic_is_listed_in_its_role_and_every_other_character_stays(kitchen, new):
    path = kitchen / "content/roles/head-chef.yaml"
    before = path.read_bytes()
    result = new("topic", "chef-knives", "--role", "head-chef")
    assert "listed:  in content/roles/head-chef.yaml" in result.stdout
    assert path.read_bytes() == before + b"  - chef-knives\n"


def test_where_a_topic_cannot_be_listed_the_line_to_add_is_said(kitchen, new):
    path = kitchen / "content/courses/kitchen-roles.yaml"
    before = path.read_bytes()
    result = new("topic", "course-end", "--role", "kitchen-roles")
    assert result.exit_code == 0
    assert "kitchen-roles.yaml was left as it is: add `- course-end` to its `topics:`" in result.stdout
    assert path.read_bytes() == before


def test_a_topic_without_a_role_says_that_nobody_shows_it(new):
    assert "no subject shows it yet" in new("topic", "chef-knives").stdout


def test_a_topic_that_a_role_names_already_is_only_written(kitchen, new):
    path = kitchen / "content/roles/head-chef.yaml"
    path.write_text(text(path) + "  - chef-knives\n", encoding="utf-8")
    before = path.read_bytes()
    assert new("topic", "chef-knives", "--role", "head-chef").exit_code == 0
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "plain"), [(("Night", "Cook"), "night-cook"), (("Crème_Brûlée",), "creme-brulee"), (("--", "-x-"), "x")], ids=str
)
def test_a_name_that_is_no_id_is_answered_with_one(new, words, plain):
    result = new("role", *words)
    assert result.exit_code == 2
    assert f"write it as {plain!r}" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("role", "sous-chef"), "content/roles/sous-chef.yaml"),
        (("course", "chef-or-sous"), "content/comparisons/chef-or-sous.yaml"),
        (("topic", "chef-words"), "content/topics/head-chef/chef-words.md"),
        (("audience", "owners"), "content/audiences/owners.yaml"),
        (("deck", "role-deck"), "templates/decks/role-deck.yaml.j2"),
        (("deck", "deck"), "templates/decks/deck.yaml.j2"),
        (("sheet", "role-deck"), "templates/decks/role-deck.yaml.j2"),
    ],
    ids=" ".join,
)
def test_an_id_that_is_taken_is_refused_with_its_owner(kitchen, new, arguments, says):
    before = {path: path.read_bytes() for path in kitchen.rglob("*") if path.is_file()}
    result = new(*arguments)
    assert result.exit_code == 2
    assert "N003" in result.stderr
    assert says in result.stderr
    assert {path: path.read_bytes() for path in kitchen.rglob("*") if path.is_file()} == before


def test_a_file_that_is_broken_is_not_overwritten_either(kitchen, new):
    (kitchen / "content/roles/waiter.yaml").write_text("title: [", encoding="utf-8")
    assert new("role", "waiter").exit_code == 2
    assert text(kitchen / "content/roles/waiter.yaml") == "title: ["


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("audience", "and"), "N002"),
        (("role", "con"), "N002"),
        (("role", "a-name-of-far-too-many-letters"), "N002"),
        (("comparison", "alone", "--role", "sous-chef"), "N004"),
        (("topic", "chef-knives", "--role", "head-chef", "--role", "sous-chef"), "N004"),
        (("topic", "chef-knives", "--role", "hed-chef"), "did you mean 'head-chef'?"),
        (("comparison", "two", "--role", "owners", "--role", "sous-chef"), "U001"),
        (("role", "waiter", "--role", "sous-chef"), "--role is for"),
        (("recipe", "soup"), "role"),
        (("role",), "NAME"),
    ],
    ids=" ".join,
)
def test_what_makes_no_sense_is_wrong_usage_and_writes_nothing(kitchen, new, arguments, says):
    before = set(kitchen.rglob("*"))
    result = new(*arguments)
    assert result.exit_code == 2
    assert says in result.stderr
    assert set(kitchen.rglob("*")) == before


def test_no_project_exits_3(program, tmp_path):
    assert program("new", "role", "waiter", cwd=tmp_path).returncode == 3


def test_a_project_may_have_skeletons_of_its_own(kitchen, new):
    own = kitchen / "templates/skeletons/topic.yaml"
    own.parent.mkdir(parents=True)
    own.write_text("title: Our $TITLE\npart: $PART\nblocks: []\n", encoding="utf-8")
    new("topic", "chef-knives")
    assert text(kitchen / "content/topics/chef-knives.yaml") == "title: Our Chef knives\npart: glance\nblocks: []\n"
