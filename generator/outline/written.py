"""What stands on the slides that Rolecast itself writes: the glossary's table and the entries of the sources."""

from __future__ import annotations

from collections.abc import Iterable

from generator.blocks.sources import SourceEntry, Sources
from generator.blocks.table import Column, Row, Table
from generator.content.model import Source, Term
from generator.notation.inline import Rich
from generator.outline.session import written_day
from generator.words import Words


def glossary(words: Words, terms: Iterable[Term]) -> Table:
    """The terms explained, one row each."""
    columns = tuple(Column(title=Rich.plain(words.say(key))) for key in ("word", "means"))
    rows = tuple(Row(cells=(Rich.plain(term.name[:1].upper() + term.name[1:]), term.means)) for term in terms)
    return Table(columns=columns, rows=rows)


def evidence(sources: Iterable[Source]) -> Sources:
    """Where facts come from."""
    return Sources.of(tuple(_entry(source) for source in sources))


def _entry(source: Source) -> SourceEntry:
    detail = " · ".join(part for part in (source.author, written_day(source.date), source.note) if part)
    return SourceEntry(source.title, detail, source.url or "")
