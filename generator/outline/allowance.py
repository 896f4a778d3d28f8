"""What a template may spend and hold: steps, text, depth; values that are texts, numbers, views or flat lists of those."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice

from jinja2 import Undefined
from jinja2.exceptions import SecurityError
from jinja2.runtime import LoopContext, Macro
from markupsafe import Markup

from generator.outline.marks import without_marks

STEPS = 100_000
"""Pieces of a template that may be run, each as often as it runs."""
WRITTEN = 400_000
"""Characters of all output, what macros and blocks hand on included."""
LONGEST_TEXT = 4_000
"""Characters of one text that a template works with."""
LONGEST_LIST = 1_000
LARGEST_NUMBER = 10**12
DEEPEST = 20
"""How deep templates and macros may stand in each other."""

NAMES: tuple[tuple[type, str], ...] = (
    (type(None), "nothing"),
    (bool, "yes or no"),
    (str, "a text"),
    (int, "a number"),
    (float, "a number"),
    (list, "a list"),
    (tuple, "a list"),
    (Mapping, "a mapping"),
    (Macro, "a macro"),
    (LoopContext, "the loop"),
)


class Allowance:
    """What one rendering has spent. Every method raises SecurityError past its limit."""

    __slots__ = ("calls", "extending", "steps", "written")

    def __init__(self) -> None:
        self.steps = 0
        self.written = 0
        self.calls = 0
        self.extending = [0]
        """How many templates extend each other, for each template that stands in another one."""

    def spend(self, steps: int) -> None:
        """Pay for steps."""
        self.steps += max(1, steps)
        if self.steps > STEPS:
            raise SecurityError(f"the template takes more than {STEPS:,} steps")

    def write(self, text: str) -> str:
        """Pay for a piece of output."""
        self.written += len(text)
        if self.written > WRITTEN:
            raise SecurityError(f"the template writes more than {WRITTEN:,} characters")
        return text

    def capture(self, pieces: Iterable[str]) -> str:
        """What a macro or a block writes, as one text."""
        return "".join(self.write(piece) for piece in pieces)

    def call(self) -> None:
        """A macro or a block begins; `calls` goes down again when it ends."""
        self.spend(1)
        self.calls += 1
        if self.calls > DEEPEST:
            raise SecurityError(f"macros and blocks call each other more than {DEEPEST} deep")

    def enter(self) -> None:
        """A template begins within another."""
        self.extending.append(0)
        if len(self.extending) > DEEPEST:
            raise SecurityError(f"templates include each other more than {DEEPEST} deep")

    def leave(self) -> None:
        """A template within another ends."""
        if len(self.extending) > 1:
            self.extending.pop()

    def extend(self) -> None:
        """A template extends another."""
        self.extending[-1] += 1
        if self.extending[-1] > DEEPEST:
            raise SecurityError(f"more than {DEEPEST} templates extend each other; does one extend itself?")

    # values

    def taken(self, value: object) -> object:
        """A value that a filter is given: without marks, paid by its length."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, Iterable) and not isinstance(value, Mapping | Undefined):
            found = self.flat(value)
            return tuple(found) if isinstance(value, tuple) else found
        return value

    def text(self, value: str) -> str:
        """A text that is not too long, without marks."""
        plain = Markup(without_marks(value)) if isinstance(value, Markup) else without_marks(value)  # noqa: S704
        if len(plain) > LONGEST_TEXT:
            raise SecurityError(f"a text has more than {LONGEST_TEXT:,} characters")
        return plain

    def flat(self, values: Iterable[object]) -> list[object]:
        """The values as a list, paid by its length; lists within lists could grow without end."""
        if isinstance(values, str | Undefined):
            str(values)  # an unknown name raises UndefinedError
            raise SecurityError("a text is no list; split it in content")
        found = list(islice(iter(values), LONGEST_LIST + 1))
        if len(found) > LONGEST_LIST:
            raise SecurityError(f"a list has more than {LONGEST_LIST:,} entries")
        if any(isinstance(value, list | tuple | dict) for value in found):
            raise SecurityError("a list cannot hold lists in a template")
        self.spend(len(found))
        return found

    def joined(self, values: Iterable[object], between: object = "") -> str:
        """Texts and numbers as one text."""
        texts = [self.word(value) for value in self.flat(values)]
        glue = self.word(between)
        if sum(map(len, texts)) + len(glue) * len(texts) > LONGEST_TEXT:
            raise SecurityError(f"a text has more than {LONGEST_TEXT:,} characters")
        return glue.join(texts)

    def word(self, value: object) -> str:
        """A text or a number as text."""
        if isinstance(value, Undefined):
            return str(value)
        if isinstance(value, str):
            return str.__str__(self.text(value))
        if isinstance(value, int | float) or value is None:
            return str(value)
        raise SecurityError(f"{named(value)} cannot be joined to a text")

    def number(self, value: object) -> object:
        """A number that is not too large."""
        if isinstance(value, int | float) and abs(value) > LARGEST_NUMBER:
            raise SecurityError("a number is larger than anything a template needs")
        return value


def named(value: object) -> str:
    """What to call a value in a sentence."""
    return next((name for kind, name in NAMES if isinstance(value, kind)), f"a {type(value).__name__}")
