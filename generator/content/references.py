"""Every name refers to something: audiences, topics, terms, facts, sources, objectives, subjects, icons and data files.

Works on the trees, so that a finding stands at the name itself, and a thing that is wrong elsewhere still counts as there.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from generator.block import Depth
from generator.content.conditions import ConditionError, names_of, parse_condition
from generator.content.library import lineage
from generator.content.model import EVERYONE
from generator.content.places import DATA, MEDIA, Places, Sort, texts_in
from generator.content.values import Clearance
from generator.errors import Findings, did_you_mean
from generator.files import Files
from generator.notation.tree import Tree
from generator.source import Span
from generator.theme.icons import icon_names

SUBJECTS = (Sort.ROLE, Sort.COMPARISON, Sort.COURSE)
NAMED_IN: Mapping[Sort, Mapping[str, str]] = {
    Sort.TOPIC: {
        "facts": "fact", "requires": "topic", "objectives": "objective", "subject": "role", "subjects": "role",
        "icon": "icon", "data": "data file", "file": "media file", "part": "part",
    },
    Sort.ROLE: {"topics": "topic", "icon": "icon", "profile-of": "main role"},
    Sort.COMPARISON: {"topics": "topic", "subjects": "role", "icon": "icon"},
    Sort.COURSE: {"topics": "topic", "subjects": "role", "subject": "role", "icon": "icon"},
    Sort.AUDIENCE: {"extends": "audience"},
    Sort.FACTS: {"source": "source"},
}  # fmt: skip
"""Which keys hold names of what, at any depth of a file of each sort."""
SAID_TO = ("claim", "headline", "remember")
KEYED_BY: Mapping[Sort, Mapping[str, str]] = {
    Sort.TOPIC: {"notes": "audience", "variants": "reader"},
    Sort.ROLE: dict.fromkeys((*SAID_TO, "opening"), "audience"),
    Sort.COMPARISON: dict.fromkeys((*SAID_TO, "opening"), "audience"),
    Sort.COURSE: dict.fromkeys((*SAID_TO, "opening", "budget"), "audience"),
    Sort.AUDIENCE: {"terms": "term"},
}
"""Which top-level keys hold mappings whose keys are names of what."""


@dataclass(frozen=True, slots=True)
class _Names:
    """What each sort of name may be, and what to call it."""

    known: Mapping[str, Collection[str] | None]
    """None where the file that says it could not be read: one finding about that is enough."""
    findings: Findings

    def check(self, what: str, name: str, span: Span) -> None:
        known = self.known.get(what)
        if known is not None and name not in known:
            hint = did_you_mean(name, known)
            if what == "icon" and "mean" not in hint:
                hint = "icons have the names of the Lucide set"
            self.findings.error("C020", span, f"there is no {what} {name!r}", hint)


def check_references(places: Places, files: Files, findings: Findings) -> None:
    """Add a finding for every name that refers to nothing (C020), every id written twice (C021) and every circle (C022)."""
    names = _Names(_known(places, files), findings)
    for sort in Sort:
        for name, tree in places.of(sort):
            own = {**names.known, "objective": _objectives(places, name)} if sort is Sort.TOPIC else names.known
            _check_tree(sort, tree, _Names(own, findings))
    for _, tree in places.of(*SUBJECTS):
        _check_twice(tree, findings)
        _check_said(tree, places, findings)
    _check_shared_ids(places, findings)
    _check_contested(places, findings)
    _check_circles(places, Sort.TOPIC, "requires", findings)
    _check_circles(places, Sort.AUDIENCE, "extends", findings)


def _known(places: Places, files: Files) -> dict[str, Collection[str] | None]:
    audiences = places.ids(Sort.AUDIENCE) | {EVERYONE}
    return {
        "audience": audiences,
        "reader": audiences | {Depth.BRIEF.value},
        "topic": places.ids(Sort.TOPIC),
        "role": places.ids(Sort.ROLE),
        "main role": frozenset(name for name, tree in places.of(Sort.ROLE) if "profile-of" not in tree.children),
        "fact": None if Sort.FACTS in places.lost else places.ids(Sort.FACTS),
        "source": None if Sort.SOURCES in places.lost else places.ids(Sort.SOURCES),
        "term": None if Sort.TERMS in places.lost else places.ids(Sort.TERMS),
        "icon": icon_names(),
        "data file": frozenset(path.removeprefix(f"{DATA}/") for path in files.list(DATA, ".csv")),
        "media file": frozenset(path.removeprefix(f"{MEDIA}/") for path in files.list(MEDIA, "")),
        "part": None if Sort.AUDIENCE in places.lost else _parts(places),
    }


def _parts(places: Places) -> frozenset[str]:
    """Every part that a storyline or a one-pager of some audience takes."""
    return frozenset(
        text
        for _, tree in places.of(Sort.AUDIENCE)
        for path, below in tree.walk()
        if path and path[-1] == "parts"
        for text, _ in texts_in(below)
    )


def _objectives(places: Places, topic: str) -> frozenset[str] | None:
    """The learning objectives of the subjects that a topic belongs to; of all where it belongs to none."""
    if places.lost & {*SUBJECTS}:
        return None
    trees = [tree for _, tree in places.of(*SUBJECTS)]
    own = [tree for tree in trees if topic in {text for text, _ in _topics_of(tree)}]
    return frozenset(name for tree in own or trees for name, _ in _ids_below(tree, "objectives"))


def _topics_of(subject: Tree) -> Iterator[tuple[str, Span]]:
    """The topics a subject names, a course's chapter by chapter, with their places."""
    chapters = subject.children["chapters"].children.values() if "chapters" in subject.children else ()
    for part in (subject, *chapters):
        yield from texts_in(part.children["topics"]) if "topics" in part.children else ()


def _ids_below(subject: Tree, key: str) -> Iterator[tuple[str, Span]]:
    """The ids of a subject's list of things, with their places."""
    for entry in subject.children[key].children.values() if key in subject.children else ():
        yield from texts_in(entry.children["id"]) if "id" in entry.children else ()


def _check_tree(sort: Sort, tree: Tree, names: _Names) -> None:
    named, keyed = NAMED_IN.get(sort, {}), KEYED_BY.get(sort, {})
    for path, below in tree.walk():
        key = path[-1] if path else None
        if isinstance(key, str) and key in named:
            for text, span in texts_in(below):
                names.check(named[key], text, span)
        if len(path) == 1 and key in keyed:
            for text, span in below.keys.items():
                names.check(keyed[str(key)], text, span)
        if key == "for" and isinstance(below.value, str):
            for written in below.children.values() or (below,):  # one `for` within another in Markdown is made of both
                _check_condition(str(written.value), written.span, names)
        if key == "clearance" and isinstance(below.value, str) and len(path) > 1 and sort is Sort.TOPIC:
            _check_clearance(below.value, below.span, names.findings)


def _check_condition(text: str, span: Span, names: _Names) -> None:
    def at(offset: int) -> Span:
        return Span(span.path, span.line, span.column + offset)

    try:
        condition = parse_condition(text)
    except ConditionError as error:
        names.findings.error("C005", at(error.offset), str(error), error.hint)
        return
    for name in names_of(condition):
        names.check("audience", name.name, at(name.offset))


def _check_clearance(text: str, span: Span, findings: Findings) -> None:
    if text not in list(Clearance):
        findings.error("C005", span, f"'clearance' cannot be {text!r}", did_you_mean(text, list(Clearance)))


def _check_twice(subject: Tree, findings: Findings) -> None:
    """A subject names each topic once, and gives each objective its own id."""
    for what, found in (
        ("topic", _topics_of(subject)),
        *((key, _ids_below(subject, f"{key}s")) for key in ("objective", "chapter")),
    ):
        seen: dict[str, Span] = {}
        for text, span in found:
            if text in seen:
                hint = f"it stands in line {seen[text].line} already; remove one of them"
                findings.error("C021", span, f"{what} {text!r} stands twice", hint)
            seen.setdefault(text, span)


def _check_said(subject: Tree, places: Places, findings: Findings) -> None:
    """What is said per audience must reach every audience, by `everyone` or by each one's own name."""
    audiences = dict(places.of(Sort.AUDIENCE))
    extends = {name: next((text for text, _ in places.texts(Sort.AUDIENCE, name, "extends")), None) for name in audiences}
    readers = [name for name, tree in audiences.items() if tree.at(("abstract",)).value is not True]
    for key in SAID_TO:
        said = subject.children[key].keys if key in subject.children else {}
        left = [name for name in readers if said and not {*lineage(name, extends), EVERYONE} & set(said)]
        if left:
            hint = f"add `{EVERYONE}:`, which stands for all the others"
            findings.error("C006", subject.span_of((key,), key=True), f"{key!r} says nothing to {', '.join(left)}", hint)


def _check_shared_ids(places: Places, findings: Findings) -> None:
    subjects: dict[str, str] = {}
    for name, tree in places.of(*SUBJECTS):
        taken = subjects.setdefault(name, tree.span.path)
        if taken != tree.span.path:
            findings.error("C021", Span(tree.span.path), f"subject {name!r} is taken by {taken}", "rename one of the files")
    seen: dict[str, str] = {}
    for term, tree in places.of(Sort.TERMS):
        for text, span in (found for key in ("name", "forms") if key in tree.children for found in texts_in(tree.children[key])):
            if seen.setdefault(text.casefold(), term) != term:
                findings.error("C021", span, f"{text!r} means the term {seen[text.casefold()]!r} already", "remove one of them")


def _check_contested(places: Places, findings: Findings) -> None:
    for name, tree in places.of(Sort.FACTS):
        views = tree.children["views"].value if "views" in tree.children else ()
        count = len(views) if isinstance(views, tuple) else 0
        status = tree.children["status"].value if "status" in tree.children else ""
        span = tree.span_of(("views",), key=True)
        if status == "contested" and count != 2:
            hint = "write `views:` with one sentence for each of the two"
            findings.error("C023", span, f"contested fact {name!r} has {count} views, not two", hint)
        elif status != "contested" and count:
            hint = "remove `views`, or make its status contested"
            findings.error("C023", span, f"fact {name!r} has views but is not contested", hint)


def _check_circles(places: Places, sort: Sort, key: str, findings: Findings) -> None:
    """Report each circle of references once, at the reference that closes it."""
    edges = {name: dict(places.texts(sort, name, key)) for name, _ in places.of(sort)}
    told: set[str] = set()
    for name in sorted(edges):
        circle = _way_back(name, lambda at: edges.get(at, {}))
        if circle and not told & set(circle):
            way = " → ".join((*circle, name))
            findings.error("C022", edges[circle[-1]][name], f"{key!r} goes in a circle: {way}", "remove one of these references")
        told.update(circle)


def _way_back(start: str, after: Callable[[str], Collection[str]]) -> tuple[str, ...]:
    """The shortest way from `start` back to itself, without the last step; empty where there is none."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    for way in ways:
        for step in sorted(after(way[-1])):
            if step == start:
                return way
            if step not in seen:
                seen.add(step)
                ways.append((*way, step))
    return ()
