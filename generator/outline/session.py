"""One session: for whom, by whom, where and when a document is shown; given on the command line, never part of content."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date

from generator.errors import Findings, did_you_mean
from generator.source import Span

LONGEST = {"date": 20}
LONG = 40
"""Characters of a value, as many as its place on a page has room for."""
CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)\Z")


@dataclass(frozen=True, slots=True)
class Session:
    """What is known of a session; empty where nobody said."""

    client: str = ""
    trainer: str = ""
    place: str = ""
    date: str = ""
    """Written as year-month-day it says the month's name on pages; anything else stands there as it is."""
    start: str = ""
    """The clock time at which it begins, such as 9:00."""

    @property
    def begins(self) -> int:
        """Minutes from midnight to its start; 0 where nobody said."""
        found = CLOCK.match(self.start)
        return int(found[1]) * 60 + int(found[2]) if found else 0


BEGINS = "9:00"
"""When a session begins that nobody gave a time for."""
UNSAID = Session()
"""Nothing is known of the session."""
KEYS = tuple(field.name for field in fields(Session))


def read_session(settings: Iterable[tuple[str, str]], place: Span, findings: Findings) -> Session:
    """A session from keys and values. Findings (U004) at `place` for an unknown key and a value that cannot stand on a page."""
    found: dict[str, str] = {}
    for key, value in settings:
        wrong = _wrong(key, value)
        if key not in KEYS:
            findings.error("U004", place, f"there is no setting {key!r}", did_you_mean(key, KEYS))
        elif wrong or key in found:
            findings.error("U004", place, *(wrong or (f"{key!r} is set twice", "set it once")))
        found[key] = value.strip()
    return Session(**{key: value for key, value in found.items() if key in KEYS})


def _wrong(key: str, value: str) -> tuple[str, str] | None:
    if not value.strip():
        return f"{key!r} is empty", f"write {key}=… with a value, or leave it out"
    longest = LONGEST.get(key, LONG)
    if len(value.strip()) > longest:
        return f"{key!r} has {len(value.strip())} characters", f"at most {longest} fit on a page"
    if not value.isprintable():
        return f"{key!r} holds a character that cannot be printed", "write it in one line"
    if key == "start" and not CLOCK.match(value.strip()):
        return f"'start' cannot be {value!r}", "write a clock time such as 9:00 or 14:30"
    return None


def written_day(text: str, month: str = "%B") -> str:
    """A date as people write it, so that nobody takes the month for the day; what is no ISO date stays as it is."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return text
    return f"{day.day} {day:{month} %Y}"
