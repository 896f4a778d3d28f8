"""What a notation was read into: plain values, and a tree beside them that knows every place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.errors import Findings
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
    written: str = ""
    """How the author spelt a value without quotes: `8E1234` is a number, and a message about it must not say `inf`."""

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


@dataclass(frozen=True, slots=True)
class Pair:
    """A key of a mapping with its place, and what it holds."""

    key: str
    span: Span
    tree: Tree


def listed(trees: Iterable[Tree], span: Span) -> Tree:
    """The list of some trees."""
    children: dict[str | int, Tree] = dict(enumerate(trees))
    return Tree(tuple(child.value for child in children.values()), span, {}, children)


def mapped(pairs: Iterable[Pair], span: Span, findings: Findings) -> Tree:
    """The mapping of some pairs, and a finding (C003) for each key that stands in it already."""
    first: dict[str, Pair] = {}
    for pair in pairs:
        if pair.key in first:
            hint = f"it stands in line {first[pair.key].span.line} already; remove one of them"
            findings.error("C003", pair.span, f"key {pair.key!r} stands twice in one mapping", hint)
        first.setdefault(pair.key, pair)
    value = Located({key: pair.tree.value for key, pair in first.items()}, span)
    keys = {key: pair.span for key, pair in first.items()}
    return Tree(value, span, keys, {key: pair.tree for key, pair in first.items()})


def pairs_of(tree: Tree) -> tuple[Pair, ...]:
    """The pairs of a mapping; none of anything else."""
    return tuple(Pair(key, span, tree.children[key]) for key, span in tree.keys.items())
