"""Make paragraphs ready to be set: composed letters, a fallback face for what the others lack, the direction of reading."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from generator.page.text import Family, Paragraph, Run, Style
from generator.typography.breaking import continues
from generator.typography.measure import Measure
from generator.typography.scripts import EAST_ASIAN, SHARED, is_rtl, language_of, script_of

LEAST_PITCH = 1.2
"""Characters of other scripts fill their square from edge to edge, whatever font has them: they stand on no tighter lines."""


def ready(measure: Measure, paragraph: Paragraph) -> Paragraph:
    """The paragraph as it is set and written. One in Latin, Greek or Cyrillic letters comes back as it is."""
    text = paragraph.text
    if text.isascii():
        return paragraph
    runs = tuple(part for run in paragraph.runs for part in _parts(measure, run, text))
    rtl = paragraph.rtl or is_rtl(text)
    square = any(run.style.family is Family.FALLBACK for run in runs) or any(script_of(c) in EAST_ASIAN for c in text)
    pitch = max(paragraph.line_height, LEAST_PITCH) if square else paragraph.line_height
    if (runs, rtl, pitch) == (paragraph.runs, paragraph.rtl, paragraph.line_height):
        return paragraph
    return replace(paragraph, runs=runs, rtl=rtl, line_height=pitch)


def _parts(measure: Measure, run: Run, around: str) -> Iterator[Run]:
    """A run, cut where characters need another face."""
    if run.text.isascii():
        yield run
        return
    text = composed(measure, run.text, run.style)
    for part, fallback in _cut(measure, text, run.style):
        language = run.language or (language_of(part, around) if fallback or any(script_of(c).rtl for c in part) else "")
        style = replace(run.style, family=Family.FALLBACK) if fallback else run.style
        yield replace(run, text=part, style=style, language=language)


def composed(measure: Measure, text: str, style: Style) -> str:
    """`text` with letters and their marks as one character where the face has that."""
    if unicodedata.is_normalized("NFC", text):
        return text
    whole = unicodedata.normalize("NFC", text)
    return whole if not measure.lacking(whole, style) or measure.lacking(text, style) else text


def _cut(measure: Measure, text: str, style: Style) -> list[tuple[str, bool]]:
    """Stretches of `text`, each with whether it stands in the fallback face."""
    if not measure.has_fallback or not measure.lacking(text, style):
        return [(text, False)]
    other = replace(style, family=Family.FALLBACK)
    parts = list(clusters(text))
    lent = [measure.lacking(part, style) and not measure.lacking(part, other) for part in parts]
    for goes_with in (_is_east_asian, _stands_among):
        lent = [own or (goes_with(parts, lent, i) and not measure.lacking(parts[i], other)) for i, own in enumerate(lent)]
    found: list[tuple[str, bool]] = []
    for part, fallback in zip(parts, lent, strict=True):
        if found and found[-1][1] == fallback:
            found[-1] = (found[-1][0] + part, fallback)
        else:
            found.append((part, fallback))
    return found


def _is_east_asian(parts: list[str], lent: list[bool], i: int) -> bool:
    """Whether a quotation mark or dash stands beside East Asian characters: office programs then set it as one of them."""
    beside = (j for j in (i - 1, i + 1) if 0 <= j < len(parts))
    return parts[i] in SHARED and any(lent[j] and script_of(parts[j][0]) in EAST_ASIAN for j in beside)


def _stands_among(parts: list[str], lent: list[bool], i: int) -> bool:
    """Whether something that is no letter follows right-to-left letters, or is a blank between stretches of the fallback face."""
    if parts[i][0].isalpha():
        return False
    before = next((j for j in range(i - 1, -1, -1) if lent[j] or parts[j][0].isalpha()), None)
    if before is None or not lent[before]:
        return False
    if script_of(parts[before][0]).rtl:
        return True
    return parts[i].isspace() and before == i - 1 and i + 1 < len(parts) and lent[i + 1]


def parts_scripts(first: Run, second: Run) -> bool:
    """Whether a run in East Asian characters stands beside one in others, with a blank between them or not."""
    if Family.FALLBACK not in (first.style.family, second.style.family):
        return False
    left, right = first.text.rstrip(), second.text.lstrip()
    return bool(left and right) and (script_of(left[-1]) in EAST_ASIAN) != (script_of(right[0]) in EAST_ASIAN)


def clusters(text: str) -> Iterator[str]:
    """`text` by what a reader takes for one character."""
    start = 0
    for i in range(1, len(text)):
        if not continues(text, i):
            yield text[start:i]
            start = i
    if text:
        yield text[start:]
