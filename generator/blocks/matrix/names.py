"""Where the names of points go: beside their dots, on nothing else that stands in the field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.geometry import Box, Length, Size


def clear_of(one: Box, other: Box) -> bool:
    """Whether two boxes have nothing in common."""
    return one.right <= other.x or other.right <= one.x or one.bottom <= other.y or other.bottom <= one.y


@dataclass(frozen=True, slots=True)
class Ground:
    """Where names may stand: wholly in one of the homes, clear of what is taken."""

    homes: tuple[Box, ...]
    taken: tuple[Box, ...]

    def free(self, box: Box) -> bool:
        """Whether a name may stand in a box."""
        return any(home.holds(box) for home in self.homes) and all(clear_of(box, other) for other in self.taken)


def place_names(dots: Sequence[Box], sizes: Sequence[Size], gap: Length, ground: Ground) -> tuple[Box, ...] | None:
    """A box for each name beside its dot, the nicest first, clear of dots and of each other; None if there is no such way."""
    wanted = [
        [
            box
            for box in _around(dot, size, gap)
            if ground.free(box) and all(clear_of(box, other) for other in dots if other is not dot)
        ]
        for dot, size in zip(dots, sizes, strict=True)
    ]
    return _choose(wanted, ()) if all(wanted) else None


def _choose(wanted: Sequence[Sequence[Box]], taken: tuple[Box, ...]) -> tuple[Box, ...] | None:
    """One box of each list, no two of which touch; the earlier in its list the better."""
    if len(taken) == len(wanted):
        return taken
    for box in wanted[len(taken)]:
        if all(clear_of(box, other) for other in taken):
            found = _choose(wanted, (*taken, box))
            if found is not None:
                return found
    return None


def _around(dot: Box, size: Size, gap: Length) -> Iterator[Box]:
    """Places for a name: right, left, below and above its dot, then at its corners."""
    middle, across = dot.y + (dot.h - size.h) / 2, dot.x + (dot.w - size.w) / 2
    right, left = dot.right + gap, dot.x - gap - size.w
    above, below = dot.y - size.h, dot.bottom
    for x, y in (
        (right, middle), (left, middle), (across, below), (across, above),
        (dot.x, below), (dot.x, above), (dot.right - size.w, below), (dot.right - size.w, above),
    ):  # fmt: skip
        yield Box(x, y, size.w, size.h)
