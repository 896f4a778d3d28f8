"""What the build report says about one document: plain values that JSON can hold and give back."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.errors import Diagnostic, Severity
from generator.source import Span


@dataclass(frozen=True, slots=True)
class Finding:
    """A diagnostic laid flat."""

    code: str
    severity: Severity
    path: str
    line: int
    column: int
    message: str
    hint: str

    @classmethod
    def of(cls, diagnostic: Diagnostic) -> Finding:
        """The finding of a diagnostic."""
        span = diagnostic.span
        place = (span.path, span.line, span.column)
        return cls(diagnostic.code, diagnostic.severity, *place, diagnostic.message, diagnostic.hint)

    @property
    def diagnostic(self) -> Diagnostic:
        """The diagnostic it was made of."""
        return Diagnostic(self.code, Span(self.path, self.line, self.column), self.message, self.hint, self.severity)


@dataclass(frozen=True, slots=True)
class MadeAs:
    """A file of the document as it was made: its path, format, visible pages and SHA-256, whatever was there already."""

    path: str
    format: str
    pages: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Spending:
    """What a reader has to spend, what tailoring expected the document to take, and what it took when laid out."""

    minutes: float
    slides: int
    minutes_expected: float
    slides_expected: int
    slides_laid: int


@dataclass(frozen=True, slots=True)
class Told:
    """One decision of tailoring about one topic, and its reason."""

    step: str
    unit: str
    outcome: str
    reason: str
    at: str


@dataclass(frozen=True, slots=True)
class Stood:
    """The layout a slide stands on, and the rule by which it was chosen."""

    layout: str
    rule: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One document for one reader: what it says at which depth, and why."""

    name: str
    """Its path without paper and suffix, unique in its output folder."""
    subject: str
    audience: str
    document: str
    budget: Spending
    topics: dict[str, str]
    """What became of each topic of this reader."""
    facts_named: tuple[str, ...]
    """Every fact that this reader's topics name."""
    facts_shown: dict[str, tuple[str, ...]]
    """The ids of visible pages that say each fact."""
    cut: tuple[str, ...]
    """Topics that the budget moved off the visible slides, or that found no room on the sheet."""
    decisions: tuple[Told, ...]
    layouts: dict[str, Stood] = field(default_factory=dict)
    """By the id of the page; empty for what is printed."""
    files: tuple[MadeAs, ...] = ()
    findings: tuple[Finding, ...] = ()
    options: tuple[str, ...] = ()
    """What its name says of options that differ from the usual."""
    special: bool = False
    """Whether somebody asked for it by an option; builds of everything leave its files alone."""
    key: str = ""
    """What it was made from; empty where it must be made again whatever happens."""

    @property
    def warnings(self) -> int:
        """How many warnings it has."""
        return sum(finding.severity is Severity.WARNING for finding in self.findings)
