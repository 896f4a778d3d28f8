"""Decks as files: what an office program prints of them, the words of PDFs, the frames of charts."""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
from pptx import Presentation
from pptx.util import Length
from pypdfium2 import raw

from tests.rendering.fidelity import Compared, Frame, Glyph, Word, compare, words_of

SECONDS_A_DECK = 30
"""How long the office program may take; it needs about one."""


@dataclass(frozen=True, slots=True)
class DeckPair:
    """A deck, the PDF that we draw of it, and its name: the audience's folder and the file's."""

    name: str
    deck: Path
    pdf: Path


def decks_in(folder: Path) -> tuple[DeckPair, ...]:
    """Every deck of a build, by name."""
    found = sorted(folder.glob("*/*.pptx"))
    return tuple(DeckPair(f"{path.parent.name}/{path.stem}", path, path.with_suffix(".pdf")) for path in found)


def compared(pairs: Sequence[DeckPair], scratch: Path) -> Iterator[tuple[str, tuple[Compared, ...]]]:
    """Each deck's name and its pages as they compare; the office program starts once for all."""
    printed = print_decks([pair.deck for pair in pairs], scratch)
    for pair, theirs in zip(pairs, printed, strict=True):
        pages = zip(words_in(pair.pdf), words_in(theirs), frames_in(pair.deck), strict=True)
        yield pair.name, tuple(compare(*page) for page in pages)


def print_decks(decks: Sequence[Path], scratch: Path) -> list[Path]:
    """The decks as PDFs of an office program. Hidden slides are not printed."""
    given, printed = scratch / "decks", scratch / "printed"
    given.mkdir()
    copies = [given / f"{number:03}.pptx" for number, _ in enumerate(decks)]  # decks of two folders may be called the same
    for deck, copy in zip(decks, copies, strict=True):
        shutil.copyfile(deck, copy)
    profile = f"-env:UserInstallation={(scratch / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", printed, *copies]
    patience = 60 + SECONDS_A_DECK * len(decks)
    subprocess.run(list(map(os.fspath, command)), capture_output=True, check=True, timeout=patience)
    return [printed / f"{copy.stem}.pdf" for copy in copies]


def words_in(pdf: Path) -> list[tuple[Word, ...]]:
    """The words of each page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [words_of(_glyphs(page)) for page in document]
    finally:
        document.close()


def _glyphs(page: pypdfium2.PdfPage) -> Iterator[Glyph]:
    """The characters of a page as they are drawn, without those that the reader makes up."""
    height = page.get_height()
    text = page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(text.count_chars()):
        if raw.FPDFText_IsGenerated(text, index) == 1:
            yield Glyph(" ", 0, 0, 0, 1)
            continue
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        right = text.get_charbox(index, loose=True)[2]
        letter = chr(raw.FPDFText_GetUnicode(text, index))
        yield Glyph(letter, x.value, right, height - y.value, raw.FPDFText_GetFontSize(text, index))


def frames_in(deck: Path) -> list[tuple[Frame, ...]]:
    """The frames of the charts on each slide that is shown."""
    slides = [slide for slide in Presentation(os.fspath(deck)).slides if slide.element.get("show") != "0"]
    return [tuple(_frame(shape) for shape in slide.shapes if shape.has_chart) for slide in slides]


def _frame(shape: object) -> Frame:
    left, top, width, height = (Length(getattr(shape, side)).pt for side in ("left", "top", "width", "height"))
    return Frame(left, top, left + width, top + height)


def office() -> str:
    """The office program and its version, without the build's own mark."""
    answer = subprocess.run(["soffice", "--version"], capture_output=True, text=True, encoding="utf-8", check=True, timeout=60)
    return " ".join(answer.stdout.split()[:2])


def stand_in(font: str) -> str:
    """The face that this machine shows a font with."""
    answer = subprocess.run(["fc-match", "-f", "%{family}", font], capture_output=True, text=True, encoding="utf-8", check=True)
    return answer.stdout.partition(",")[0]


def fonts_in(deck: Path) -> frozenset[str]:
    """The fonts that a deck's theme and runs name."""
    with ZipFile(deck) as package:
        parts = [package.read(name) for name in package.namelist() if name.startswith(("ppt/slides/slide", "ppt/theme/theme1."))]
    return frozenset(font.decode() for part in parts for font in re.findall(rb'<a:latin typeface="([^"+]+)"', part))
