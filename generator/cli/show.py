"""How findings and results are shown to a person, or as JSON to a program."""

from __future__ import annotations

import io
import json
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import NoReturn

import click

from generator.errors import Diagnostic, Problems
from generator.source import Span

COLOURS = {"error": "red", "warning": "yellow"}
WIDTH = 100
"""Columns of a table where nobody says how many there are."""
INTERRUPTED = 130
"""The exit code that shells give a program stopped with Ctrl-C."""


def finding(diagnostic: Diagnostic) -> None:
    """Print one finding on standard error, its hint below it."""
    head = click.style(f"{diagnostic.severity} {diagnostic.code}", fg=COLOURS[diagnostic.severity], bold=True)
    click.echo(f"{diagnostic.span}: {head}: {diagnostic.message}", err=True)
    if diagnostic.hint:
        click.echo(f"  hint: {diagnostic.hint}", err=True)


def width() -> int:
    """The columns there are: a terminal's, else 100."""
    return shutil.get_terminal_size((WIDTH, 24)).columns if sys.stdout.isatty() else WIDTH


def table(head: Sequence[str], rows: Iterable[Sequence[str]], right: frozenset[int] = frozenset()) -> None:
    """Print columns as wide as their widest cell; those in `right` are right-aligned."""
    lines = [list(head), *map(list, rows)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(head))]
    for number, line in enumerate(lines):
        cells = [cell.rjust(w) if i in right else cell.ljust(w) for i, (cell, w) in enumerate(zip(line, widths, strict=True))]
        click.echo(click.style("  ".join(cells).rstrip(), bold=number == 0))


def shortened(names: Sequence[str], room: int) -> str:
    """As many names as fit into `room` characters, and how many more there are."""
    if len(", ".join(names)) <= room:
        return ", ".join(names)
    for count in range(len(names) - 1, 0, -1):
        text = f"{', '.join(names[:count])} +{len(names) - count}"
        if len(text) <= room:
            return text
    return f"{len(names)} topic{'s' * (len(names) != 1)}"


def shows(text: str, stream: io.TextIOBase) -> bool:
    """Whether a stream's encoding has all characters of `text`."""
    try:
        text.encode(getattr(stream, "encoding", None) or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def as_json(values: object) -> None:
    """Print values as JSON on standard output, and nothing else."""
    click.echo(json.dumps(values, indent=1, ensure_ascii=not shows("é–★", sys.stdout)))  # type: ignore[arg-type]


def finding_as_json(diagnostic: Diagnostic) -> dict[str, object]:
    """A finding as plain values."""
    span = diagnostic.span
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
    }


def guarded(work: Callable[[], int], report: str) -> NoReturn:
    """Run a command's work and leave with its exit code; findings are shown, a traceback never is."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        code = work()
    except Problems as problems:
        _refused(problems.diagnostics, report)
        code = problems.exit_code
    except KeyboardInterrupt:
        click.echo("\ninterrupted: files that were written are whole, and recorded", err=True)
        code = INTERRUPTED
    except (click.ClickException, click.exceptions.Exit, BrokenPipeError):
        raise
    except Exception as error:
        _refused((_beyond(error),), report)
        code = 3 if isinstance(error, OSError | MemoryError) else 1
    click.get_current_context().exit(code)


def _refused(diagnostics: Sequence[Diagnostic], report: str) -> None:
    if report == "json":
        as_json({"findings": [finding_as_json(d) for d in diagnostics]})
        return
    for diagnostic in diagnostics:
        finding(diagnostic)


def _beyond(error: Exception) -> Diagnostic:
    """The finding for what no room foresaw."""
    words = " ".join(str(error).split()) or type(error).__name__
    match error:
        case OSError():
            reason = (error.strerror or words).lower()
            place = Span(str(error.filename or "surroundings"))
            return Diagnostic("E005", place, f"the system refuses: {reason}", "change permissions, or make room")
        case MemoryError():
            message = "there is not enough memory for this build"
            return Diagnostic("E007", Span("memory"), message, "build with -j 1, or fewer documents at a time")
        case _:
            message = f"Rolecast failed ({type(error).__name__}: {words[:200]})"
            return Diagnostic("E008", Span("rolecast"), message, "this is a mistake in Rolecast: please report it with this line")
