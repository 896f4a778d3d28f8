"""New files of a project, written to be filled in: valid as they are, each with its keys explained."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from string import Template
from typing import NoReturn

from generator.building.disk import refused, write_new, write_whole
from generator.building.listing import listed
from generator.building.stock import Stock, stock_of
from generator.content.values import ID
from generator.errors import Diagnostic, Problems, did_you_mean
from generator.files import DEVICES
from generator.source import Span

FOLDER = "templates/skeletons"
ASKED = Span("command line")
LONGEST, LONGEST_TOPIC = 25, 40
"""Letters of an id. Those of subjects and documents stand on pages and in the names of files."""
REMARK = re.compile(r"^([^#\n]*[^#\s])  +(# .*)$", re.MULTILINE)
"""A line of a skeleton with a remark at its end; names of any length would bring the remarks out of line."""
REMARKS_FROM = 36
WORDS = frozenset({"and", "or", "not", "brief"})
"""What means something else where content names an audience."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody wants a new file for."""

    sort: str
    """`role`, `topic`, `audience`, `comparison`, `course`, `deck` or `sheet`."""
    name: str
    """Its id."""
    roles: tuple[str, ...] = ()
    """The subject a topic is for, or the roles that a comparison or a course is about."""

    @property
    def title(self) -> str:
        """The name as people would write it."""
        return self.name.replace("-", " ").capitalize()


@dataclass(frozen=True, slots=True)
class Added:
    """What was written."""

    files: tuple[str, ...]
    listed_in: str = ""
    """The subject's file that names the new topic now."""
    to_list: str = ""
    """What is left to do where it does not."""


Made = dict[str, str]
"""New files: their texts by path."""


def add(project: Path, wanted: Wanted) -> Added:
    """Write the new files of `wanted`, all or none, and list a topic in its subject.

    Raises Problems: with exit code 2 for a name that is none (N002) or taken (N003), for what these roles cannot make (N004) and
    for roles that do not exist (U001); with exit code 3 where nothing can be written (E002, E005).
    """
    stock = stock_of(project)
    _check_name(wanted, stock)
    made = MAKERS[wanted.sort](stock, wanted)
    for path in made:
        if stock.files.exists(path):
            _refuse("N003", f"there is {path!r} already", "choose another name; nothing was written")
    try:
        write_new(project, {path: text.encode("utf-8") for path, text in made.items()})
    except OSError as error:
        raise Problems([refused(Span(next(iter(made))), error)], exit_code=3) from None
    added = Added(tuple(made))
    return _listed(project, stock, wanted, added) if wanted.sort == "topic" else added


def _check_name(wanted: Wanted, stock: Stock) -> None:
    name = wanted.name
    if not ID.match(name):
        plain = slug(name)
        hint = f"write it as {plain!r}" if plain else "such as night-cook"
        _refuse("N002", f"{name!r} is not an id, which has lower-case letters, digits and hyphens", hint)
    longest = LONGEST_TOPIC if wanted.sort == "topic" else LONGEST
    if len(name) > longest:
        _refuse(
            "N002",
            f"{name!r} has {len(name)} characters; the id of a {wanted.sort} has at most {longest}",
            "choose a shorter one",
        )
    if DEVICES.match(name) or (wanted.sort == "audience" and name in WORDS):
        _refuse("N002", f"{name!r} means something else already", "choose another name")
    taken = stock.taken(wanted.sort).get(name)
    if taken:
        _refuse("N003", f"{wanted.sort} {name!r} cannot be written: the id is taken by {taken}", "choose another name")


def slug(text: str) -> str:
    """The id that is nearest to a text, empty where there is none: `night-cook` for "Night Cook"."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_TOPIC].strip("-")


def _refuse(code: str, message: str, hint: str) -> NoReturn:
    raise Problems([Diagnostic(code, ASKED, message, hint)], exit_code=2)


def _filled(stock: Stock, skeleton: str, wanted: Wanted, values: Mapping[str, str]) -> str:
    today = datetime.now(UTC).date().isoformat()
    known = {"NAME": wanted.name, "TITLE": wanted.title, "LOWER": wanted.title.lower(), "TODAY": today, **values}
    text = Template(stock.files.read(f"{FOLDER}/{skeleton}").decode("utf-8")).safe_substitute(known)
    return REMARK.sub(lambda line: f"{line[1]:<{REMARKS_FROM}} {line[2]}", text)


def _role(stock: Stock, wanted: Wanted) -> Made:
    topic = _free_topic(stock, f"{wanted.name}-focus")
    initials = "".join(word[0] for word in wanted.name.split("-"))
    badge = (initials if len(initials) > 1 else wanted.name)[:2].upper()
    values = {"BADGE": f'"{badge}"', "TOPIC": topic, "SUBJECT": wanted.name, "PART": stock.part(), **stock.signs()}
    return {
        f"content/topics/{wanted.name}/{topic}.yaml": _filled(stock, "first-topic.yaml", wanted, values),
        f"content/roles/{wanted.name}.yaml": _filled(stock, "role.yaml", wanted, values),
    }


def _free_topic(stock: Stock, name: str) -> str:
    taken = stock.taken("topic").get(name)
    if taken:
        _refuse("N003", f"its first topic would be {name!r}, which is taken by {taken}", "choose another name")
    return name


def _topic(stock: Stock, wanted: Wanted) -> Made:
    if len(wanted.roles) > 1:
        _refuse("N004", "a new topic is listed in one subject", "give --role once; list it in others by hand")
    _check_known(wanted.roles, (*stock.content.roles, *stock.content.comparisons, *stock.content.courses))
    folder = f"{wanted.roles[0]}/" if wanted.roles else ""
    text = _filled(stock, "topic.yaml", wanted, {"PART": stock.part()})
    return {f"content/topics/{folder}{wanted.name}.yaml": text}


def _audience(stock: Stock, wanted: Wanted) -> Made:
    base = stock.base()
    values = {"BASE": base, "CLEARANCE": stock.clearance(), "PARTS": ", ".join(stock.parts())}
    skeleton = "audience.yaml" if base else "audience-alone.yaml"
    return {f"content/audiences/{wanted.name}.yaml": _filled(stock, skeleton, wanted, values)}


def _comparison(stock: Stock, wanted: Wanted) -> Made:
    roles = _roles(stock, wanted, (2, 3))
    topic = _free_topic(stock, f"{wanted.name}-glance")
    values = {
        "TOPIC": topic,
        "SUBJECT": wanted.name,
        "PART": stock.part(),
        "ROLES": ", ".join(roles),
        "VALUES": ", ".join(("One value", "Another value", "A third value")[: len(roles)]),
        **stock.signs(),
    }
    return {
        f"content/topics/{wanted.name}/{topic}.yaml": _filled(stock, "comparison-topic.yaml", wanted, values),
        f"content/comparisons/{wanted.name}.yaml": _filled(stock, "comparison.yaml", wanted, values),
    }


def _course(stock: Stock, wanted: Wanted) -> Made:
    roles = _roles(stock, wanted, (1, 4))
    chapters = _chapters(stock, roles)
    if not chapters:
        _refuse("N004", "a course shows topics of its roles, and these have none", "write a topic first")
    told = [stock.content.topics[topic] for topics in chapters.values() for topic in topics]
    texts = (
        _filled(
            stock,
            "chapter.yaml",
            wanted,
            {"ROLE": role, "ROLETITLE": stock.content.roles[role].title, "TOPICS": ", ".join(topics)},
        )
        for role, topics in chapters.items()
    )
    values = {
        "ROLES": ", ".join(roles),
        "CHAPTERS": "".join(texts).rstrip("\n"),
        "MINUTES": str(min(600, int(sum(topic.minutes for topic in told)) + 30)),
        "SLIDES": str(min(300, 2 * len(told) + 20)),
        **stock.signs(),
    }
    return {f"content/courses/{wanted.name}.yaml": _filled(stock, "course.yaml", wanted, values)}


def _chapters(stock: Stock, roles: tuple[str, ...]) -> dict[str, list[str]]:
    """The topics of each role, each topic once; roles without any are left out."""
    chapters: dict[str, list[str]] = {}
    for role in roles:
        told = [topic for topics in chapters.values() for topic in topics]
        topics = [topic for topic in stock.content.roles[role].topics if topic in stock.content.topics and topic not in told]
        if topics:
            chapters[role] = topics
    return chapters


def _roles(stock: Stock, wanted: Wanted, limits: tuple[int, int]) -> tuple[str, ...]:
    """The roles asked for, or the first ones of the project; as many as a comparison or a course takes."""
    least, most = limits
    known = tuple(role.id for role in stock.content.roles.values() if role.profile_of is None)
    _check_known(wanted.roles, known)
    roles = tuple(dict.fromkeys(wanted.roles)) or known[:2]
    if not least <= len(roles) <= most:
        message = f"a {wanted.sort} is about {least} to {most} roles, not {len(roles)}"
        _refuse("N004", message, "name each with --role, or write another one with `rolecast new role`")
    return roles


def _check_known(names: tuple[str, ...], known: tuple[str, ...]) -> None:
    for name in names:
        if name not in known:
            _refuse("U001", f"subject {name!r} does not exist, or cannot be named here", did_you_mean(name, known))


def _deck(stock: Stock, wanted: Wanted) -> Made:
    return {f"templates/decks/{wanted.name}.yaml.j2": _filled(stock, "deck.yaml.j2", wanted, {})}


def _sheet(stock: Stock, wanted: Wanted) -> Made:
    return {f"templates/sheets/{wanted.name}.yaml.j2": _filled(stock, "sheet.yaml.j2", wanted, {})}


MAKERS: Mapping[str, Callable[[Stock, Wanted], Made]] = {
    "role": _role,
    "topic": _topic,
    "audience": _audience,
    "comparison": _comparison,
    "course": _course,
    "deck": _deck,
    "sheet": _sheet,
}
"""What each sort of new thing is made by."""


def _listed(project: Path, stock: Stock, wanted: Wanted, added: Added) -> Added:
    """List a topic in its subject where that leaves everything else in the file as it was; else say what to add."""
    line = f"- {wanted.name}"
    if not wanted.roles:
        return Added(added.files, to_list=f"no subject shows it yet: add `{line}` to the `topics:` of a role or a comparison")
    path = stock.home(wanted.roles[0])
    if wanted.name in stock.content.subjects[wanted.roles[0]].topics:
        return Added(added.files, listed_in=path)
    data = listed(stock.files.read(path), wanted.name)
    if data is None:
        return Added(added.files, to_list=f"{path} was left as it is: add `{line}` to its `topics:`")
    try:
        write_whole(project / path, data)
    except OSError:
        return Added(added.files, to_list=f"{path} cannot be written: add `{line}` to its `topics:`")
    return Added(added.files, listed_in=path)
