"""The torture corpus: cases as data, each made into a topic of a small project."""

from __future__ import annotations

import json
import re
import struct
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

import yaml

HERE = Path(__file__).parent
FAMILIES = tuple(sorted(path.stem for path in (HERE / "cases").glob("*.yaml")))
STORY = (
    "The team builds what matters most to people and looks at the result before it takes the next step, because nobody "
    "knows on the first day what will be asked for on the last one; so one list stands in one order, and one person "
    "answers for that order while everybody may propose a change to it. "
)
WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
"""Eighty letters that nothing breaks."""
URL = "https://example.org/a/rather/long/path/that-nobody-would-type/index.html?and=some&more=arguments#at-the-end"
SIDE = {"kind": "callout", "label": "Rule of thumb", "text": STORY[:110]}
FOOT = {"kind": "callout", "place": "foot", "label": "In short", "text": STORY[:75]}
ROLES = MappingProxyType({"manager": "Product manager", "owner": "Product owner", "leader": "Product leader"})
Tree = dict[str, object]


def letters(count: int) -> str:
    """So many characters of a story, without a blank at the end."""
    return (STORY * (count // len(STORY) + 1))[:count].rstrip().ljust(count, ".")


def _rows(count: int) -> str:
    return (
        "\n".join(f"{'    ' * (n % 3)}line_{n} = compute({n}, 'and so on')" if n % 8 else "" for n in range(1, count)) + "\nend"
    )


MACROS: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        "letters": letters,
        "capitals": lambda count: letters(count).upper(),
        "code": _rows,
        "wide": lambda count: "\n".join(f"{n:02d} {letters(87)}"[:90].ljust(90, "x") for n in range(count)),
        "marks": lambda count: "e" + "\u0301\u0323" * (count // 2),
        "csv": lambda count: (
            "Part,Hours,Days,Weeks,Months\n"
            + "".join(f"Category {n},{n * 7 % 23},{n * 5 % 19},{n % 7},{n * 3 % 11}\n" for n in range(1, count + 1))
        ),
    }
)
MACRO = re.compile(rf"\$({'|'.join(MACROS)})\((\d+)\)|\$(word|url|n)\b")


def filled(value: object, n: int = 1) -> object:
    """A case with everything written out: `$letters(80)`, `$word`, `$url`, `$n`, and `repeat` with `each`."""
    match value:
        case "$side":
            return SIDE
        case "$foot":
            return FOOT
        case str():
            words = {"word": WORD, "url": URL, "n": str(n)}
            return MACRO.sub(lambda m: MACROS[m[1]](int(m[2])) if m[1] else words[m[3]], value)
        case list():
            return [each for entry in value for each in _repeated(entry, n)]
        case dict():
            return {key: filled(entry, n) for key, entry in value.items()}
        case _:
            return value


def _repeated(entry: object, n: int) -> Iterator[object]:
    if isinstance(entry, dict) and set(entry) == {"repeat", "each"}:
        yield from (filled(entry["each"], number) for number in range(1, entry["repeat"] + 1))
    else:
        yield filled(entry, n)


@dataclass(frozen=True, slots=True)
class Project:
    """A small project that holds cases: its name, the cases by topic, and its files."""

    name: str
    cases: Mapping[str, str]
    """The case that each topic belongs to."""
    files: Mapping[str, str | bytes]
    told: tuple[str, ...]
    """What it says besides its cases: names on covers, sections, sources, objectives, terms."""


def _png(width: int, height: int) -> bytes:
    """A picture of one colour."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = (b"\0" + b"\x40\x80\xa0" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def _picture(name: str, width: int, height: int) -> bytes:
    if name.endswith(".png"):
        return _png(width, height)
    box = f'viewBox="0 0 {width} {height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box}><rect width="{width}" height="{height}" fill="#408"/></svg>'.encode()


def _entries(plan: Tree, text: str) -> Tree:
    """So many entries like one, by id."""
    rest = {key: value for key, value in plan.items() if key != "count"}
    return {f"{text}-{n}": {k: f"{v} {n}" if k in ("title", "name", "text") else v for k, v in rest.items()}
            for n in range(1, int(str(plan["count"])) + 1)}  # fmt: skip


def _topics(deck: Tree, parts: int) -> Tree:
    """The topics by id; a deck with several sections repeats its only case in each."""
    topics: Tree = {}
    for part in range(1, parts + 1):
        for case in deck["cases"]:  # type: ignore[attr-defined]
            name = case.get("name", f"{deck['name']}-{part}")
            said = {"title": f"Case {name.replace('-', ' ')}", **{k: v for k, v in case.items() if k != "name"}}
            said["blocks"] = [{**b, "data": f"{name}.csv"} if "data" in b else b for b in case["blocks"]]
            topics[name] = {"part": f"part-{part}", "priority": "must", "minutes": 0.5, **said}
    return topics


def _data(deck: Tree) -> dict[str, str]:
    """A data file for each case with a chart, so that a finding in it tells whose it is."""
    named = ((case["name"], b["data"]) for case in deck["cases"] for b in case["blocks"] if "data" in b)  # type: ignore[attr-defined]
    return {f"content/data/{name}.csv": deck["data"][data] for name, data in named}  # type: ignore[index]


def _files(deck: Tree) -> dict[str, str | bytes]:
    sections = deck.get("sections") or [{"title": "Cases", "promise": "All of them"}]
    topics = _topics(deck, len(sections))  # type: ignore[arg-type]
    facts, sources = _sourced(deck)
    first = next(iter(topics.values()))
    first["facts"] = list(facts)  # type: ignore[index]
    if "objectives" in deck:
        first["objectives"] = [f"objective-{n}" for n in range(1, int(deck["objectives"]["count"]) + 1)]  # type: ignore[index]
    terms = _entries(deck["terms"], "term") if "terms" in deck else {}  # type: ignore[arg-type]
    story = [{"id": f"part-{i}", "parts": [f"part-{i}"], **s} for i, s in enumerate(sections, 1)]  # type: ignore[arg-type]
    budget = {"minutes": 600, "slides": 300, "words": 500}
    reader = {"title": "Readers", "clearance": "public", "budget": budget, "reading": {"sentence": 60}, "storyline": story}
    uses = {"terms": {term: {"explain": True} for term in terms}} if terms else {}
    trees = {
        "rolecast.yaml": {
            "title": "Torture",
            "organisation": "Example",
            "default-clearance": "public",
            **deck.get("project", {}),
        },  # type: ignore[dict-item]
        "content/audiences/readers.yaml": {**reader, **uses, **deck.get("audience", {})},  # type: ignore[dict-item]
        "content/facts.yaml": {"facts": facts},
        "content/sources.yaml": {"sources": sources},
        "content/glossary.yaml": {"terms": terms},
        **_roles(deck, list(topics)),
        **{f"content/topics/{name}.yaml": topic for name, topic in topics.items()},
    }
    media = {f"content/media/{n}": _picture(n, *size) for n, size in deck.get("media", {}).items()}  # type: ignore[attr-defined]
    return {path: json.dumps(tree, ensure_ascii=False) for path, tree in trees.items()} | _data(deck) | media


def _sourced(deck: Tree) -> tuple[Tree, Tree]:
    sources = _entries(deck["sources"], "source") if "sources" in deck else {}  # type: ignore[arg-type]
    facts = {f"fact-{name}": {"says": "It is so.", "source": name, "status": "agreed"} for name in sources}
    return facts, sources


def _roles(deck: Tree, topics: list[str]) -> Tree:
    looks = (("manager", "PM", "circle", "accent1"), ("owner", "PO", "square", "accent2"), ("leader", "PL", "hexagon", "accent3"))
    plain: Tree = {"icon": "users", "updated": "2026-03-02"}
    role: Tree = {"title": "Torture", "badge": "T", "shape": "circle", "colour": "accent1", "topics": topics, **plain}
    if "objectives" in deck:
        entries = _entries(deck["objectives"], "objective")  # type: ignore[arg-type]
        role["objectives"] = [{"id": id_, **entry} for id_, entry in entries.items()]  # type: ignore[dict-item]
    others = {
        f"content/roles/{id_}.yaml": {
            "title": ROLES[id_], "badge": badge, "shape": shape, "colour": colour, "topics": topics[:1], **plain
        }
        for id_, badge, shape, colour in looks
    }  # fmt: skip
    return {"content/roles/torture.yaml": {**role, **deck.get("role", {})}, **others}  # type: ignore[dict-item]


@cache
def projects(family: str) -> tuple[Project, ...]:
    """The projects of a family: one for all its cases, or one for each of its decks."""
    tree = filled(yaml.safe_load((HERE / "cases" / f"{family}.yaml").read_text(encoding="utf-8")))
    assert isinstance(tree, dict)
    made = []
    for deck in tree.get("decks", [{**tree, "name": family}]):
        parts = len(deck.get("sections", [0]))
        topics = _topics(deck, parts)
        of = {topic: deck["name"] if "decks" in tree else topic for topic in topics}
        made.append(Project(deck["name"], of, _files(deck), tuple(_told(deck))))
    return tuple(made)


def _told(deck: Tree) -> Iterator[str]:
    role, audience = deck.get("role", {}), deck.get("audience", {})
    yield from (role[key]["everyone"] for key in ("headline", "claim") if key in role)  # type: ignore[index, operator]
    yield from (audience[key] for key in ("title",) if key in audience)  # type: ignore[index, operator]
    for section in deck.get("sections", []) if audience.get("dividers") else []:  # type: ignore[attr-defined]
        yield from (section["title"], section["promise"])
    for plan in ("sources", "objectives", "terms"):
        entries = _entries(deck[plan], plan) if plan in deck else {}  # type: ignore[arg-type]
        for entry in entries.values():
            yield from (str(v) for k, v in entry.items() if k not in ("url", "name"))  # type: ignore[attr-defined]


FAMILY_OF: Mapping[str, str] = {case: f for f in FAMILIES for project in projects(f) for case in project.cases.values()}
"""The family of every case."""
