"""Where each piece of content is written: the trees of all files, so that every name is found with its line and column."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.content.markdown import read_topic
from generator.content.values import ID
from generator.errors import Findings, Problems
from generator.files import Files
from generator.notation.tree import Located, Tree
from generator.notation.yaml import read_yaml
from generator.source import Span

ROOT = "content"
PROJECT = "rolecast.yaml"
DATA = f"{ROOT}/data"
MEDIA = f"{ROOT}/media"
YAML, MARKDOWN = ".yaml", ".md"
ABOUT = "README.md"
"""Tells people about a folder; it is no content."""


class Sort(StrEnum):
    """What a content file holds; the value is its folder, or its name without suffix and its only key."""

    AUDIENCE = "audiences"
    ROLE = "roles"
    COMPARISON = "comparisons"
    COURSE = "courses"
    TOPIC = "topics"
    FACTS = "facts"
    SOURCES = "sources"
    TERMS = "terms"


FOLDERS = (Sort.AUDIENCE, Sort.ROLE, Sort.COMPARISON, Sort.COURSE, Sort.TOPIC)
SINGLE = {Sort.FACTS: f"{ROOT}/facts.yaml", Sort.SOURCES: f"{ROOT}/sources.yaml", Sort.TERMS: f"{ROOT}/glossary.yaml"}
"""Files that hold many things under one key."""


@dataclass(frozen=True, slots=True)
class Places:
    """The trees of all content files by sort and id; what could not be read has an empty tree."""

    trees: Mapping[Sort, Mapping[str, Tree]]
    lost: frozenset[Sort] = frozenset()
    """The sorts of which a file could not be read, so that nobody knows all that they say."""

    def ids(self, sort: Sort) -> frozenset[str]:
        """Every id of a sort that somebody wrote, whether or not the rest of it is right."""
        return frozenset(self.trees[sort])

    def of(self, *sorts: Sort) -> Iterator[tuple[str, Tree]]:
        """The ids and trees of sorts."""
        for sort in sorts:
            yield from self.trees[sort].items()

    def texts(self, sort: Sort, name: str, key: str) -> tuple[tuple[str, Span], ...]:
        """The text, or the list of texts, under a top-level key of one thing, each with its place."""
        return tuple(texts_in(self.trees[sort][name].at((key,)))) if key in self.trees[sort][name].children else ()


def texts_in(tree: Tree) -> Iterator[tuple[str, Span]]:
    """A text, or the texts of a list, with their places; nothing else is one."""
    for entry in tree.children.values() if isinstance(tree.value, tuple) else (tree,):
        if isinstance(entry.value, str):
            yield entry.value, entry.span


def read_tree(files: Files, path: str, findings: Findings) -> Tree | None:
    """The tree of a YAML file, or of a topic in Markdown; None and findings where it cannot be read."""
    try:
        return (read_topic if path.endswith(MARKDOWN) else read_yaml)(files.read(path), path, findings)
    except Problems as problems:
        findings.items.extend(problems.diagnostics)
        return None


def read_places(files: Files, findings: Findings) -> Places:
    """The trees of everything below content/, and findings about files that nothing reads."""
    trees: dict[Sort, dict[str, Tree]] = {}
    read: set[str] = set(SINGLE.values())
    for sort in FOLDERS:
        paths = _paths(files, sort)
        read |= set(paths)
        trees[sort] = _folder(files, paths, findings)
    lost = {sort for sort in FOLDERS if any(tree.value is None for tree in trees[sort].values())}
    for sort, path in SINGLE.items():
        below = _single(files, path, sort, findings) if files.exists(path) else {}
        trees[sort] = below or {}
        lost |= {sort} if below is None else set()
    _check_unread(files, read, findings)
    return Places(trees, frozenset(lost))


def _paths(files: Files, sort: Sort) -> tuple[str, ...]:
    """The files that hold things of a sort: YAML, topics also Markdown; what is told about a folder is none."""
    folder = f"{ROOT}/{sort}"
    found = files.list(folder, YAML) + (files.list(folder, MARKDOWN) if sort is Sort.TOPIC else ())
    return tuple(sorted(path for path in found if path.rsplit("/", 1)[-1] != ABOUT))


def _check_unread(files: Files, read: Collection[str], findings: Findings) -> None:
    for path in files.list(ROOT, ".yml"):
        findings.error("C005", Span(path), f"{path!r} is not read: content files end in .yaml", "rename it")
    for path in files.list(ROOT, YAML) + files.list(ROOT, MARKDOWN):
        if path not in read and path.rsplit("/", 1)[-1] != ABOUT:
            hint = f"move it to one of {', '.join(FOLDERS)} below {ROOT}/"
            findings.warning("C030", Span(path), f"nothing reads {path!r}", hint)


def _folder(files: Files, paths: tuple[str, ...], findings: Findings) -> dict[str, Tree]:
    trees: dict[str, Tree] = {}
    for path in paths:
        name = path.rsplit("/", 1)[-1].removesuffix(YAML).removesuffix(MARKDOWN)
        if not ID.match(name):
            hint = "lower-case letters, digits and hyphens; rename the file"
            findings.error("C005", Span(path), f"{name!r} is not an id, which a file's name must be", hint)
        if name in trees:
            findings.error("C021", Span(path), f"id {name!r} is taken by {trees[name].span.path}", "rename one of the files")
            continue
        trees[name] = read_tree(files, path, findings) or Tree(None, Span(path))
    return trees


def _single(files: Files, path: str, sort: Sort, findings: Findings) -> dict[str, Tree] | None:
    """The trees of the things in a file that holds many; None where it cannot be read."""
    tree = read_tree(files, path, findings)
    if tree is None:
        return None
    for key, span in tree.keys.items():
        if key != sort:
            findings.error("C004", span, f"unknown key {key!r}", f"everything in this file stands below `{sort}:`")
    below = tree.children.get(sort)
    if below is None:
        findings.error("C006", tree.span, f"key {sort.value!r} is missing", f"everything in this file stands below `{sort}:`")
        return None
    if not isinstance(below.value, Located):
        hint = "write an id, a colon and what belongs to it"
        findings.error("C005", below.span, f"{sort.value!r} must be a mapping from ids", hint)
        return None
    for name, span in below.keys.items():
        if not ID.match(name):
            findings.error("C005", span, f"{name!r} is not an id", "use lower-case letters, digits and hyphens")
    return {name: below.children[name] for name in below.keys}
