"""The outline of each geometry, in points from its box's top left."""

from __future__ import annotations

import pytest

from generator.backends.pdf.shapes import outline
from generator.geometry import ZERO, Box, pt
from generator.page.shapes import Chevron, Corners, Ellipse, Geometry, Hexagon, Path, Rectangle, Rule, Verb

BOX = Box(pt(50), pt(50), pt(100), pt(40))


def corners(geometry: Geometry, box: Box = BOX) -> list[tuple[float, float]]:
    """Where each command ends."""
    path = outline(geometry, box)
    assert (path.width, path.height) == (box.w.pt, box.h.pt)
    return [command.points[-1] for command in path.commands if command.points]


@pytest.mark.parametrize(
    ("geometry", "points"),
    [
        (Rectangle(), [(0, 0), (100, 0), (100, 40), (0, 40)]),
        (Hexagon(pt(10)), [(0, 20), (10, 0), (90, 0), (100, 20), (90, 40), (10, 40)]),
        (Chevron(pt(10), flat_left=True), [(0, 0), (90, 0), (100, 20), (90, 40), (0, 40)]),
        (Chevron(pt(10)), [(0, 0), (90, 0), (100, 20), (90, 40), (0, 40), (10, 20)]),
        (Ellipse(), [(0, 20), (50, 0), (100, 20), (50, 40), (0, 20)]),
        (Rule(), [(0, 0), (100, 40)]),
    ],
)
def test_outline(geometry: Geometry, points: list[tuple[float, float]]) -> None:
    assert corners(geometry) == points


def test_round_corners_are_quarters_of_a_circle() -> None:
    assert corners(Rectangle(pt(10))) == [
        (0, 10), (10, 0), (90, 0), (100, 10), (100, 30), (90, 40), (10, 40), (0, 30),
    ]  # fmt: skip


def test_only_the_upper_corners_are_round_where_it_says_so() -> None:
    assert corners(Rectangle(pt(10), Corners.TOP)) == [(0, 10), (10, 0), (90, 0), (100, 10), (100, 40), (0, 40)]


def test_a_radius_beyond_half_the_box_makes_a_pill() -> None:
    assert corners(Rectangle(pt(99)))[:2] == [(0, 20), (20, 0)]


def test_a_tip_beyond_half_the_box_makes_a_rhombus() -> None:
    assert corners(Hexagon(pt(99)))[1:3] == [(50, 0), (50, 0)]


def test_all_but_rules_are_closed() -> None:
    geometries: tuple[Geometry, ...] = (Rectangle(), Ellipse(), Hexagon(ZERO), Chevron(ZERO), Rule())
    closed = [outline(geometry, BOX).commands[-1].verb is Verb.CLOSE for geometry in geometries]
    assert closed == [True, True, True, True, False]


def test_a_path_keeps_its_own_units() -> None:
    path = Path((), 24, 24)
    assert outline(path, BOX) is path
