"""The `for` language: which readers something is meant for, such as `engineers or (new-hires and not interns)`.

`not` binds before `and`, `and` before `or`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import assert_never

TOKEN = re.compile(r"\s*([A-Za-z0-9_-]+|[()]|\S)")
NAME = re.compile(r"[A-Za-z0-9_-]+\Z")
WORDS = frozenset({"and", "or", "not"})
DEEPEST = 30


@dataclass(frozen=True, slots=True)
class Name:
    """Holds for the readers of one name. `offset` counts characters from the start of the condition."""

    name: str
    offset: int


@dataclass(frozen=True, slots=True)
class Not:
    """Holds where the inner one does not."""

    inner: Condition


@dataclass(frozen=True, slots=True)
class And:
    """Holds where both do."""

    left: Condition
    right: Condition


@dataclass(frozen=True, slots=True)
class Or:
    """Holds where either does."""

    left: Condition
    right: Condition


Condition = Name | Not | And | Or


class ConditionError(ValueError):
    """A condition that cannot be read; `offset` counts characters from its start, `hint` is the way out."""

    def __init__(self, offset: int, message: str, hint: str) -> None:
        super().__init__(message)
        self.offset = offset
        self.hint = hint


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    offset: int


@lru_cache(maxsize=1024)
def parse_condition(text: str) -> Condition:
    """The condition that `text` says. Raises ConditionError."""
    found = [_Token(match.group(1), match.start(1)) for match in TOKEN.finditer(text)]
    tokens = [*found, _Token("", len(text.rstrip()))]
    for token in found:
        if not NAME.match(token.text) and token.text not in "()":
            hint = "write names, and, or, not, ( and )"
            raise ConditionError(token.offset, f"{token.text!r} means nothing in a condition", hint)
    condition, at = _either(tokens, 0, 0)
    rest = tokens[at]
    if rest.text == ")":
        raise ConditionError(rest.offset, "this ')' closes nothing", "remove it")
    if rest.text:
        hint = "write and, or, or and not between names"
        raise ConditionError(rest.offset, f"'and' or 'or' is missing before {rest.text!r}", hint)
    return condition


def _either(tokens: list[_Token], at: int, depth: int) -> tuple[Condition, int]:
    left, at = _both(tokens, at, depth)
    while tokens[at].text == "or":
        right, at = _both(tokens, at + 1, depth)
        left = Or(left, right)
    return left, at


def _both(tokens: list[_Token], at: int, depth: int) -> tuple[Condition, int]:
    left, at = _single(tokens, at, depth)
    while tokens[at].text == "and":
        right, at = _single(tokens, at + 1, depth)
        left = And(left, right)
    return left, at


def _single(tokens: list[_Token], at: int, depth: int) -> tuple[Condition, int]:
    token = tokens[at]
    if depth > DEEPEST:
        raise ConditionError(token.offset, f"the condition is nested more than {DEEPEST} deep", "write it flatter")
    if token.text == "not":
        inner, at = _single(tokens, at + 1, depth + 1)
        return Not(inner), at
    if token.text == "(":
        inner, at = _either(tokens, at + 1, depth + 1)
        if tokens[at].text != ")":
            raise ConditionError(token.offset, "this '(' is never closed", "close it with ')'")
        return inner, at + 1
    if not NAME.match(token.text) or token.text in WORDS:
        where = f"before {token.text!r}" if token.text else "at the end"
        raise ConditionError(token.offset, f"a name is missing {where}", "name an audience, such as engineers")
    return Name(token.text, token.offset), at + 1


def names_of(condition: Condition) -> Iterator[Name]:
    """Every name in a condition, in reading order."""
    match condition:
        case Name():
            yield condition
        case Not():
            yield from names_of(condition.inner)
        case And() | Or():
            yield from names_of(condition.left)
            yield from names_of(condition.right)
        case _:
            assert_never(condition)


def evaluate(condition: Condition, names: Set[str]) -> bool:
    """Whether the condition holds for a reader who goes by `names`: an audience's lineage."""
    match condition:
        case Name():
            return condition.name in names
        case Not():
            return not evaluate(condition.inner, names)
        case And():
            return evaluate(condition.left, names) and evaluate(condition.right, names)
        case Or():
            return evaluate(condition.left, names) or evaluate(condition.right, names)
        case _:
            assert_never(condition)


def holds(text: str | None, names: Set[str]) -> bool:
    """Whether something with this `for` is meant for a reader who goes by `names`; without one it is for everyone."""
    return text is None or evaluate(parse_condition(text), names)
