"""L014: characters that no face has, which would show as boxes and cannot be measured; once for each script of a document."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from generator.checks.texts import said
from generator.errors import Diagnostic
from generator.page.items import Mark
from generator.page.pages import Document, Face, Page
from generator.page.text import Family
from generator.typography.measure import Measure
from generator.typography.scripts import EAST_ASIAN, EMOJI, called, script_of

SHOWN = 8
"""So many characters are named."""


def check_glyphs(document: Document) -> Iterator[Diagnostic]:
    """Report each script with characters outside the faces: which ones, where they are first, and what to do."""
    measure = _measure(document.faces)
    found: dict[str, list[tuple[Page, Mark, str]]] = {}
    for page in document.pages:
        for mark, text in said(page, document):
            for character in () if text.isascii() else measure.uncovered(text):
                found.setdefault(called(character), []).append((page, mark, character))
    for script, places in found.items():
        yield _finding(script, places, document)


def _finding(script: str, places: list[tuple[Page, Mark, str]], document: Document) -> Diagnostic:
    page, mark, _ = places[0]
    characters = list(dict.fromkeys(character for _, _, character in places))
    named = " ".join(f"{c} (U+{ord(c):04X})" for c in characters[:SHOWN]) + (" …" if len(characters) > SHOWN else "")
    others = len({mark.id for _, mark, _ in places}) - 1
    also = f" and {others} more" if others else ""
    message = f"no font has the {script} {named} of {mark.id!r}{also} on page {page.id!r}"
    return Diagnostic("L014", mark.span, message, _way_out(characters[0], script, document))


def _way_out(character: str, script: str, document: Document) -> str:
    fallback = next((face.typeface for face in document.faces if face.family is Family.FALLBACK), "")
    kind = script_of(character)
    wanted = "Noto Emoji" if kind is EMOJI else "Noto Sans CJK" if kind in EAST_ASIAN else f"Noto Sans {script}"
    if script == "signs":
        wanted = "Noto Sans Symbols 2"
    if fallback:
        return f"the fallback font {fallback!r} lacks them too: take one that has them, such as {wanted}, or write it otherwise"
    return f"set `fallback: fonts/NAME.ttf` in rolecast.yaml to a font that has them, such as {wanted}, or write it otherwise"


@lru_cache(maxsize=4)
def _measure(faces: tuple[Face, ...]) -> Measure:
    """Faces are read once for all documents of a build."""
    return Measure.of(faces)
