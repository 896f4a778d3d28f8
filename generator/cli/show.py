"""How findings and results are shown to a person, or as JSON to a program."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from typing import NoReturn

import click

from generator.errors import Diagnostic, Problems

COLOURS = {"error": "red", "warning": "yellow"}


def finding(diagnostic: Diagnostic) -> None:
    """Print one finding on standard error, its hint below it."""
    head = click.style(f"{diagnostic.severity} {diagnostic.code}", fg=COLOURS[diagnostic.severity], bold=True)
    click.echo(f"{diagnostic.span}: {head}: {diagnostic.message}", err=True)
    if diagnostic.hint:
        click.echo(f"  hint: {diagnostic.hint}", err=True)


def table(head: Sequence[str], rows: Iterable[Sequence[str]], right: frozenset[int] = frozenset()) -> None:
    """Print columns as wide as their widest cell; those in `right` are right-aligned."""
    lines = [list(head), *map(list, rows)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(head))]
    for number, line in enumerate(lines):
        cells = [cell.rjust(w) if i in right else cell.ljust(w) for i, (cell, w) in enumerate(zip(line, widths, strict=True))]
        click.echo(click.style("  ".join(cells).rstrip(), bold=number == 0))


def as_json(values: object) -> None:
    """Print values as JSON on standard output."""
    click.echo(json.dumps(values, indent=1, ensure_ascii=False))


def guarded(work: Callable[[], int], report: str) -> NoReturn:
    """Run a command's work and leave with its exit code; findings are shown, a traceback never is."""
    context = click.get_current_context()
    try:
        code = work()
    except Problems as problems:
        if report == "json":
            from generator.building.report import finding_of

            as_json({"findings": [finding_of(d) for d in problems.diagnostics]})
        else:
            for diagnostic in problems.diagnostics:
                finding(diagnostic)
        code = problems.exit_code
    except OSError as error:
        click.echo(f"error E005: {error.strerror or error}: {error.filename or ''}".rstrip(": "), err=True)
        code = 3
    except MemoryError:
        click.echo("error E006: there is not enough memory for this build; build fewer documents at a time", err=True)
        code = 3
    context.exit(code)
