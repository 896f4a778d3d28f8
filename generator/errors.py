"""Every mistake a user can make, as data: a stable code, a place, one sentence, a way out.

Rooms return or collect `Diagnostic` values; `Problems` is raised when work cannot go on, and always carries all of them.

    Problems
      x bad input: codes C… (content), T… (tailoring), O… (outline templates), L… (layout)
      x bad surroundings: codes E… (files, fonts, environment)
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from generator.source import Span


class Severity(StrEnum):
    """How bad a finding is. Warnings exit 0 unless the build is strict."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. `message` is one lower-case sentence with the value that caused it; `hint` is the way out."""

    code: str
    span: Span
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        text = f"{self.span}: {self.severity} {self.code}: {self.message}"
        return f"{text}\n  hint: {self.hint}" if self.hint else text


class Problems(Exception):
    """Work cannot go on; carries every finding, in the order of their places."""

    def __init__(self, diagnostics: Iterable[Diagnostic], exit_code: int = 1) -> None:
        self.diagnostics = tuple(sorted(set(diagnostics), key=lambda d: (d.span, d.code, d.message)))
        self.exit_code = exit_code
        super().__init__("\n".join(map(str, self.diagnostics)))


@dataclass(slots=True)
class Findings:
    """Collects findings while a room works, so that one run shows all of them."""

    items: list[Diagnostic] = field(default_factory=list)

    def error(self, code: str, span: Span, message: str, hint: str = "") -> None:
        """Record an error."""
        self.items.append(Diagnostic(code, span, message, hint))

    def warning(self, code: str, span: Span, message: str, hint: str = "") -> None:
        """Record a warning."""
        self.items.append(Diagnostic(code, span, message, hint, Severity.WARNING))

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """Only what stops the work."""
        return tuple(d for d in self.items if d.severity is Severity.ERROR)

    def raise_errors(self) -> None:
        """Raise `Problems` with everything collected so far if there is an error among it."""
        if self.errors:
            raise Problems(self.items)


def did_you_mean(value: str, known: Iterable[str]) -> str:
    """Return a hint that names the nearest known value, or all of them where none is near."""
    names = sorted(set(known))
    near = difflib.get_close_matches(value, names, n=1, cutoff=0.6)
    if near:
        return f"did you mean {near[0]!r}?"
    if not names:
        return "there are none yet"
    shown = ", ".join(names[:12])
    return f"known: {shown}" + (", …" if len(names) > 12 else "")


NOTES = frozenset({"M012", "M013"})
"""Warnings that ask nothing of anybody: what was left out of a template, and rightly so."""


def troubles(findings: Iterable[Diagnostic]) -> bool:
    """Whether a strict run fails for any of these."""
    return any(finding.code not in NOTES for finding in findings)
