"""A text lies on what is really drawn under it."""

from __future__ import annotations

import pytest

from generator.checks.covering import covers
from generator.geometry import Box, mm
from generator.page.colour import Colour
from generator.page.items import Mark, ShapeItem
from generator.page.shapes import Command, Ellipse, Path, Rectangle, Verb
from generator.source import NOWHERE

BOX = Box(mm(10), mm(10), mm(40), mm(20))


def shape(geometry) -> ShapeItem:
    return ShapeItem(Mark("it", NOWHERE, "en"), BOX, geometry, Colour("accent1"))


def square(side: float, start: float) -> tuple[Command, ...]:
    corners = ((start, start), (start + side, start), (start + side, start + side), (start, start + side))
    return (Command(Verb.MOVE, corners[:1]), *(Command(Verb.LINE, (c,)) for c in corners[1:]), Command(Verb.CLOSE))


RING = Path((*square(100, 0), *square(50, 25)), 100, 100)


@pytest.mark.parametrize(("across", "covered"), [(12, True), (30, False), (48, True), (60, False)])
def test_the_hole_of_a_ring_covers_nothing(across, covered):
    assert covers(shape(RING), mm(across), mm(20)) is covered


def test_an_ellipse_does_not_reach_the_corners_of_its_box():
    assert covers(shape(Ellipse()), mm(30), mm(20))
    assert not covers(shape(Ellipse()), mm(11), mm(11))
    assert covers(shape(Rectangle()), mm(11), mm(11))


def test_a_curved_outline_covers_what_lies_within_its_bow():
    bow = Path(
        (Command(Verb.MOVE, ((0, 100),)), Command(Verb.CURVE, ((0, 0), (100, 0), (100, 100))), Command(Verb.CLOSE)), 100, 100
    )
    assert covers(shape(bow), mm(30), mm(25))
    assert not covers(shape(bow), mm(11), mm(11))
