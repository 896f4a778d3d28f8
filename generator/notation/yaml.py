"""YAML as values that know line and column: parsed by libyaml, read by the core rules of YAML 1.2, bounded.

Built from parser events, so that depth, aliases and size are bounded while the text is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

import yaml
from yaml import events as ev

from generator.errors import Findings
from generator.notation.encoding import decode
from generator.notation.tree import Located, Tree
from generator.source import Span

DEEPEST = 40
MOST_VALUES = 100_000
"""Values in one file, with aliases expanded."""
MOST_ALIASES = 100

INTEGER = re.compile(r"[-+]?[0-9]+\Z")
BASED = re.compile(r"0o[0-7]+\Z|0x[0-9a-fA-F]+\Z")
FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z")
WORDS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
LONGEST_NUMBER = 40
FAST = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
HINTS = (
    ("that cannot start any token", "indent with spaces, not with tabs; put text in quotes that starts with @, ` or %"),
    ("mapping values are not allowed", 'put text in quotes that holds ": "'),
    ("could not find expected ':'", "give the key a colon and a blank, or put the text in quotes"),
    ("quoted scalar", "close the quotes"),
    ("did not find expected", "check the indentation and the brackets just before this place"),
    ("undefined alias", "put text in quotes that starts with *"),
)


def core_scalar(text: str) -> str | int | float | bool | None:
    """An unquoted scalar by the core rules of YAML 1.2: `No`, `on`, `1:30` and dates stay text."""
    if text in WORDS:
        return WORDS[text]
    if len(text) <= LONGEST_NUMBER:
        if INTEGER.match(text):
            return int(text)
        if BASED.match(text):
            return int(text, 0)
        if FLOAT.match(text):
            return float(text)
    return text


def read_yaml(data: bytes, path: str, findings: Findings, loader: type = FAST) -> Tree | None:
    """The tree of one YAML document; None and findings (C001, C002, C003, C008) where there is none. `path` is only named."""
    text = decode(data, path, findings)
    return None if text is None else read_yaml_text(text, Span(path, 1, 1), findings, loader)


def read_yaml_text(text: str, start: Span, findings: Findings, loader: type = FAST) -> Tree | None:
    """The same of text that begins at `start` of a file, all its lines at that column: YAML within another notation."""
    reader = _Reader(start, findings, _events(text, loader))
    try:
        return reader.document()
    except _StopError as stop:
        findings.error(stop.code, stop.span, stop.message, stop.hint)
    except yaml.MarkedYAMLError as error:
        _report(error, start, findings)
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # the slow parser lets bad escapes such as \U99999999 through
        findings.error("C002", start, f"broken YAML: {_lower(str(error).splitlines()[0])}")
    return None


def _report(error: yaml.MarkedYAMLError, start: Span, findings: Findings) -> None:
    span = _place(start, error.problem_mark or error.context_mark)
    problem = error.problem or error.context or "broken YAML"
    said = f"{error.context} {problem}"
    above = _place(start, error.context_mark).line
    if error.context_mark and above != span.line:
        problem = f"{problem} (for what starts in line {above})"
    findings.error("C002", span, _lower(problem), next((hint for part, hint in HINTS if part in said), ""))


class _Mark(Protocol):
    """A place as both parsers tell it, counted from 0."""

    @property
    def line(self) -> int: ...

    @property
    def column(self) -> int: ...


def _place(start: Span, mark: _Mark | None) -> Span:
    """The place in the file of a mark in the text that begins at `start`."""
    return Span(start.path, start.line + mark.line, start.column + mark.column) if mark else start


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _events(text: str, loader: type) -> Iterator[ev.Event]:
    source = loader(text)
    try:
        while source.check_event():
            yield source.get_event()
    finally:
        source.dispose()


class _StopError(Exception):
    """Reading cannot go on."""

    def __init__(self, code: str, span: Span, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code, self.span, self.message, self.hint = code, span, message, hint


@dataclass(slots=True)
class _Reader:
    """Builds one tree from parser events."""

    start: Span
    """Where the text begins in its file."""
    findings: Findings
    events: Iterator[ev.Event]
    anchors: dict[str, tuple[Tree, int]] = field(default_factory=dict)
    """Finished values by anchor, with how many values each one is."""
    values: int = 0
    aliases: int = 0

    def document(self) -> Tree:
        """The one document of the file. Raises _StopError."""
        for event in self.events:
            match event:
                case ev.StreamEndEvent():
                    raise _StopError("C002", self.start, "the file is empty", "write its keys, or remove the file")
                case ev.StreamStartEvent() | ev.DocumentStartEvent():
                    continue
            tree = self.tree(event, 1)
            for rest in self.events:
                if isinstance(rest, ev.DocumentStartEvent):
                    hint = "one file holds one document; remove the `---`"
                    raise _StopError("C002", self.span(rest), "a second document starts here", hint)
            if tree.value is None:
                raise _StopError("C002", self.start, "the file is empty", "write its keys, or remove the file")
            return tree
        raise _StopError("C002", self.start, "the file is empty")

    def span(self, event: ev.Event, shift: int = 0) -> Span:
        place = _place(self.start, event.start_mark)
        return Span(place.path, place.line, place.column + shift)

    def tree(self, event: ev.Event, depth: int) -> Tree:
        """The value that starts with `event`."""
        self.count(1, event)
        if depth > DEEPEST:
            raise _StopError("C008", self.span(event), f"values are nested more than {DEEPEST} deep", "write it flatter")
        if isinstance(event, ev.AliasEvent):
            return self.alias(event)
        assert isinstance(event, ev.ScalarEvent | ev.CollectionStartEvent), "the parser starts a value with nothing else"
        if event.tag is not None:
            raise _StopError("C002", self.span(event), f"tag {event.tag!r} is not allowed", "remove it; quotes make a value text")
        before = self.values
        match event:
            case ev.ScalarEvent():
                tree = self.scalar(event)
            case ev.SequenceStartEvent():
                tree = self.sequence(event, depth)
            case _:
                tree = self.mapping(event, depth)
        if event.anchor is not None:
            self.anchors[event.anchor] = (tree, self.values - before + 1)
        return tree

    def count(self, values: int, event: ev.Event) -> None:
        self.values += values
        if self.values > MOST_VALUES:
            raise _StopError("C008", self.span(event), f"the file holds more than {MOST_VALUES:,} values", "split the file")

    def alias(self, event: ev.AliasEvent) -> Tree:
        self.aliases += 1
        if self.aliases > MOST_ALIASES:
            raise _StopError("C008", self.span(event), f"the file uses more than {MOST_ALIASES} aliases", "write the values out")
        if event.anchor not in self.anchors:
            hint = "put text in quotes that starts with *"
            raise _StopError("C002", self.span(event), f"undefined alias {event.anchor!r}", hint)
        tree, values = self.anchors[event.anchor]
        self.count(values, event)
        return tree

    def scalar(self, event: ev.ScalarEvent) -> Tree:
        if event.style in ("'", '"'):
            return Tree(event.value, self.span(event, shift=1))
        value = core_scalar(event.value) if event.implicit[0] else event.value
        return Tree(value, self.span(event), written=event.value)

    def sequence(self, event: ev.Event, depth: int) -> Tree:
        children = [self.tree(entry, depth + 1) for entry in self.until(ev.SequenceEndEvent)]
        return Tree(tuple(child.value for child in children), self.span(event), {}, dict(enumerate(children)))

    def mapping(self, event: ev.Event, depth: int) -> Tree:
        keys: dict[str, Span] = {}
        children: dict[str | int, Tree] = {}
        for entry in self.until(ev.MappingEndEvent):
            name, span = self.key(entry), self.span(entry)
            child = self.tree(next(self.events), depth + 1)
            if name in keys:
                hint = f"it stands in line {keys[name].line} already; remove one of them"
                self.findings.error("C003", span, f"key {name!r} stands twice in one mapping", hint)
                continue
            keys[name], children[name] = span, child
        start = next(iter(keys.values()), self.span(event))
        return Tree(Located({name: children[name].value for name in keys}, start), start, keys, children)

    def key(self, event: ev.Event) -> str:
        """A mapping's key: always text, as it is spelt."""
        if not isinstance(event, ev.ScalarEvent) or event.tag is not None:
            hint = "put text in quotes that starts with *, &, !, [ or {"
            raise _StopError("C002", self.span(event), "a key must be text", hint)
        if not event.value or any(ord(c) < 32 for c in event.value):
            raise _StopError("C002", self.span(event), f"{event.value!r} is not a key", "write a name before the colon")
        return str(event.value)

    def until(self, end: type[ev.Event]) -> Iterator[ev.Event]:
        for event in self.events:
            if isinstance(event, end):
                return
            yield event
