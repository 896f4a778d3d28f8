"""The table at the end of a build: a line for each document, and what became of its files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

import click

from generator.building.request import BuildResult, BuiltFile, Written
from generator.cli import show

HEAD = ("audience", "subject", "document", "files", "pages", "min", "warn", "cut")
NUMBERS = frozenset({4, 5, 6})
LEAST_ROOM = 12
NAMED = 4
"""As many removed files are named; the report has all."""
DONE = (Written.NEW, Written.CHANGED, Written.UNCHANGED, Written.BESIDE)


def summarise(result: BuildResult) -> None:
    """Print the table and a closing line on standard output."""
    rows = [_row(files) for files in _documents(result.files)]
    if rows:
        used = sum(max(len(row[i]) for row in (HEAD, *(r[0] for r in rows))) + 2 for i in range(len(HEAD) - 1))
        room = max(show.width() - used, LEAST_ROOM)
        show.table(HEAD, [(*cells, show.shortened(cut, room)) for cells, cut in rows], NUMBERS)
    for line in _closing(result):
        click.echo(line)


def _documents(files: Sequence[BuiltFile]) -> Iterator[list[BuiltFile]]:
    def document(file: BuiltFile) -> tuple[str, str, str]:
        return file.audience, file.subject, _named(file)

    for _, group in groupby(sorted(files, key=document), key=document):
        yield list(group)


def _row(files: list[BuiltFile]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The cells of a document's line but the last, and the topics that were cut."""
    first = files[0]
    made = [file for file in files if file.written is not Written.FAILED]
    pages = str(max(file.pages for file in made)) if made and first.written is not Written.PLANNED else "-"
    minutes = f"{first.minutes:g}" if pages != "-" and not _paper(first) else "-"
    names = ", ".join(dict.fromkeys(_short(file) for file in sorted(files, key=lambda f: (f.format != "pptx", f.path))))
    return (first.audience, first.subject, _named(first), names, pages, minutes, str(first.warnings or "-")), first.cut


def _named(file: BuiltFile) -> str:
    """A document with the options its files' names say."""
    return "-".join((file.document, *file.options))


def _short(file: BuiltFile) -> str:
    """A file by its format, or by its paper where it has one."""
    failed = "!" if file.written is Written.FAILED else ""
    return f"{file.format} {_paper(file)}".strip() + failed


def _paper(file: BuiltFile) -> str:
    """The paper of a one-pager's file; empty for a deck's."""
    stem = file.path.rsplit(".", 1)[0].removesuffix(".new")
    return next((name for name in ("a4", "letter") if stem.endswith(f"-{_named(file)}-{name}")), "")


def _closing(result: BuildResult) -> Iterator[str]:
    count = Counter(file.written for file in result.files)
    if count[Written.PLANNED]:
        yield f"{count[Written.PLANNED]} files would be written to {result.out} (dry run: nothing was)"
        return
    states = ", ".join(f"{n} {written.value}" for written in Written if (n := count[written]))
    yield f"{sum(count[w] for w in DONE)} files in {result.out}" + (f" ({states})" if states else "")
    if result.removed:
        more = f" and {len(result.removed) - NAMED} more" if len(result.removed) > NAMED else ""
        yield f"removed, since no document makes them any more: {', '.join(result.removed[:NAMED])}{more}"
    errors = len(result.errors)
    warnings = len(result.findings) - errors
    if result.findings:
        yield f"{errors} error{'s' * (errors != 1)}, {warnings} warning{'s' * (warnings != 1)}"
