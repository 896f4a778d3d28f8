"""What a notation was read into: plain values, and a tree beside them that knows every place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.source import Span

Path = tuple[str | int, ...]
"""The way to a value: keys of mappings and positions in lists, from the top."""


class Located(dict[str, object]):
    """A mapping and the place of its first key."""

    def __init__(self, pairs: dict[str, object], span: Span) -> None:
        super().__init__(pairs)
        self.span = span


@dataclass(frozen=True, slots=True)
class Tree:
    """A value (`Located`, tuple, str, int, float, bool or None) and the places of everything in it."""

    value: object
    span: Span
    """Where the value starts; for quoted text, its first character."""
    keys: Mapping[str, Span] = field(default_factory=dict)
    """The places of a mapping's keys."""
    children: Mapping[str | int, Tree] = field(default_factory=dict)
    """What a mapping's keys hold, or a list's positions from 0."""

    def at(self, path: Path) -> Tree:
        """The tree at `path`, or the nearest one above where there is none."""
        tree = self
        for step in path:
            if step not in tree.children:
                break
            tree = tree.children[step]
        return tree

    def span_of(self, path: Path, *, key: bool = False) -> Span:
        """The place of the value at `path`, or of its key; the nearest place above where there is none."""
        above = self.at(path[:-1])
        if key and path and path[-1] in above.keys:
            return above.keys[str(path[-1])]
        return self.at(path).span

    def walk(self, path: Path = ()) -> Iterator[tuple[Path, Tree]]:
        """Every value below and including this one with its path, in reading order."""
        yield path, self
        for step, child in self.children.items():
            yield from child.walk((*path, step))
