"""What a chart takes from its data file, and what is wrong with it, told at the cell."""

from __future__ import annotations

from dataclasses import dataclass

from generator.blocks.chart.figures import Values
from generator.errors import Findings
from generator.notation.csv import CsvTable
from generator.source import Span

PARTS = ("stacked", "stacked-bar", "pie", "doughnut")
"""Forms that show parts of a whole."""
WHOLE = ("pie", "doughnut")
NOTHING = "write the numbers, or leave the chart out"


@dataclass(frozen=True, slots=True)
class Asked:
    """Which columns a chart shows, how, and where it says so."""

    form: str
    category: str
    columns: tuple[str, ...]
    emphasis: tuple[str, ...]
    unit: str
    span: Span


def load(asked: Asked, table: CsvTable, findings: Findings) -> tuple[tuple[str, Values], ...] | None:
    """Each row's category and numbers; None and findings (C010, C005) where they cannot be drawn in that form."""
    before = len(findings.errors)
    names = table.texts(asked.category, findings, asked.span)
    gaps = asked.form == "line"
    series = [table.numbers(column, findings, asked.span, gaps=gaps) for column in asked.columns]
    if names is not None:
        _check_emphasis(asked, names, table, findings)
        if not names:
            findings.error("C010", asked.span, f"{table.path} has no rows", "write one row for each category")
    if names is None or any(values is None for values in series):
        return None
    known = [values for values in series if values is not None]
    if names:
        _check_values(asked, known, table, findings)
    if any(d.code == "C010" for d in findings.errors[before:]):
        return None
    return tuple(zip(names, zip(*known, strict=True), strict=True))


def _check_emphasis(asked: Asked, names: tuple[str, ...], table: CsvTable, findings: Findings) -> None:
    several = len(asked.columns) > 1
    known = asked.columns if several else names
    what = "series of this chart" if several else f"category of {table.path}"
    hint = f"{'series' if several else 'categories'}: {', '.join(known)}"
    for name in asked.emphasis:
        if name not in known:
            findings.error("C005", asked.span, f"emphasis {name!r} is no {what}", hint)


def _check_values(asked: Asked, series: list[Values], table: CsvTable, findings: Findings) -> None:
    """Findings for numbers that the form cannot show."""
    for column, values in zip(asked.columns, series, strict=True):
        places = table.places(column)
        if all(value is None for value in values):
            findings.error("C010", places[0], f"column {column!r} holds no number", "write one at least, or leave the column out")
        for value, place in zip(values, places, strict=True):
            if asked.form in PARTS and value is not None and value < 0:
                message = f"{value:g} is below zero, and a part of a whole cannot be"
                findings.error("C010", place, message, "use form: column, bar or line")
    if any(value is not None and value < 0 for values in series for value in values):
        return
    if asked.form in WHOLE:
        _check_whole(asked, [value or 0.0 for value in series[0]], table, findings)
    elif asked.form in PARTS and not any(value for values in series for value in values):
        findings.error("C010", table.places(asked.columns[0])[0], "all numbers are zero: there are no parts to stack", NOTHING)


def _check_whole(asked: Asked, values: list[float], table: CsvTable, findings: Findings) -> None:
    places = table.places(asked.columns[0])
    count, whole = len(values), sum(values)
    if whole <= 0:
        findings.error(
            "C010", places[0], f"the slices of a {asked.form} add up to {whole:g}", "write numbers that are above zero"
        )
    elif asked.unit.strip() == "%" and abs(whole - 100) > max(1.0, count / 2):
        hint = "add what is missing as Other, or use form: bar"
        findings.error("C010", places[0], f"the slices add up to {whole:g} %, not to 100 %", hint)
