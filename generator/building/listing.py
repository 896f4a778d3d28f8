"""A topic's name added to the list of a subject, with every other character of the file as it was."""

from __future__ import annotations

from generator.errors import Findings
from generator.notation.tree import Located, Tree
from generator.notation.yaml import read_yaml


def listed(data: bytes, topic: str) -> bytes | None:
    """A subject's file with `topic` at the end of its `topics`; None where that cannot be done without touching anything else."""
    before = _read(data)
    topics = before.children.get("topics") if before else None
    if before is None or topics is None or not isinstance(topics.value, tuple) or not topics.value:
        return None
    text = data.decode("utf-8")
    span = topics.children[len(topics.value) - 1].span
    lines = text.split("\n")
    changed = _extended(lines[span.line - 1], span.column - 1, (str(topics.value[-1]), topic))
    lines[span.line - 1] = changed
    made = "\n".join(lines).encode("utf-8")
    return made if _says(_read(made), before, (*topics.value, topic)) else None


def _extended(line: str, at: int, names: tuple[str, str]) -> str:
    """The line that ends a list, and the new name: on a line of its own, or after a comma."""
    last, topic = names
    if line[:at].strip() == "-":
        ending = "\r" if line.endswith("\r") else ""
        return f"{line}\n{line[:at]}{topic}{ending}"
    end = at + len(last)
    return f"{line[:end]}, {topic}{line[end:]}"


def _read(data: bytes) -> Tree | None:
    findings = Findings()
    tree = read_yaml(data, "", findings)
    return None if findings.errors else tree


def _says(after: Tree | None, before: Tree, topics: tuple[object, ...]) -> bool:
    """Whether a file says what it said before, with these topics."""
    if after is None or not isinstance(after.value, Located) or not isinstance(before.value, Located):
        return False
    return dict(after.value) == {**before.value, "topics": topics}
