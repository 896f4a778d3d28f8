"""Publishes in docs/fidelity.md how far our PDFs show what an office program shows: `python -m tests.rendering.fidelity_report`.

With a folder as its argument it measures the decks of a build that is there; without one it builds all decks first.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.building import BuildRequest, build_documents
from tests.rendering.fidelity import NEAR, Compared, Figures
from tests.rendering.fidelity_decks import compared, decks_in, fonts_in, office, stand_in

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "fidelity.md"
DECKS = ("role-deck", "comparison-deck", "course-deck")
BREAKS, POSITIONS, CHARTS = 0.97, 0.95, 1.0
"""The least that is promised of every deck and of all together."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Every deck's pages as they compare, by its name, and what showed them."""

    decks: tuple[tuple[str, tuple[Compared, ...]], ...]
    office: str
    fonts: tuple[tuple[str, str], ...]
    """Each font that the decks name, and the face that this machine shows it with."""

    @property
    def figures(self) -> dict[str, Figures]:
        """What is counted in each deck."""
        return {name: sum((page.figures for page in pages), Figures()) for name, pages in self.decks}

    @property
    def distances(self) -> list[float]:
        """How far apart the two places of every word are, the nearest first."""
        pairs = (pair for _, pages in self.decks for page in pages for pair in page.pairs)
        return sorted(ours.away(theirs) for ours, theirs in pairs if ours and theirs)


def build_decks(folder: Path) -> None:
    """Build every deck that ships into a folder."""
    result = build_documents(BuildRequest(ROOT, documents=DECKS, out=folder))
    if not result.ok:
        raise SystemExit("\n".join(str(finding) for finding in result.errors))


def measure(folder: Path, scratch: Path) -> Measured:
    """Compare every deck of a build."""
    pairs = decks_in(folder)
    named = sorted({font for pair in pairs for font in fonts_in(pair.deck)})
    return Measured(tuple(compared(pairs, scratch)), office(), tuple((font, stand_in(font)) for font in named))


def page_of(measured: Measured) -> str:
    """The published page."""
    figures = measured.figures
    rows = [_row(name, deck) for name, deck in figures.items()]
    whole = sum(figures.values(), Figures())
    head = "| deck | pages | words | lines begin alike | in their place | charts' words there |"
    table = [head, "| --- | ---: | ---: | ---: | ---: | ---: |", *rows, _row("**all**", whole), _row_of_promises()]
    return (
        (ROOT / "tests" / "rendering" / "fidelity.md")
        .read_text(encoding="utf-8")
        .format(
            office=measured.office,
            fonts="; ".join(f"{name} by {face}" for name, face in measured.fonts),
            table="\n".join(table),
            near=f"{NEAR:g}",
            starts=f"{whole.starts - whole.alike} of {whole.starts}",
            far=f"{whole.words - whole.near} of {whole.words}",
            spread=_spread(measured.distances),
        )
    )


def _row(name: str, figures: Figures) -> str:
    shares = (figures.breaks, figures.positions)
    charts = _share(figures.charts) if figures.charted else "no charts"
    return f"| {name} | {figures.pages} | {figures.words} | {' | '.join(map(_share, shares))} | {charts} |"


def _row_of_promises() -> str:
    return f"| *promised at least* | | | {BREAKS * 100:g} % | {POSITIONS * 100:g} % | {CHARTS * 100:g} % |"


def _share(share: float) -> str:
    """A share, never rounded up to the whole."""
    return "100 %" if share == 1 else f"{int(share * 10_000) / 100:.2f} %"


def _spread(distances: Sequence[float]) -> str:
    half, most = (distances[int(len(distances) * share)] for share in (0.5, 0.99))
    return f"half of all words lie within {half:.1f} pt, 99 % within {most:.1f} pt, the farthest {distances[-1]:.1f} pt apart"


def main(arguments: Sequence[str]) -> None:
    """Measure and publish."""
    with tempfile.TemporaryDirectory(prefix="fidelity-") as folder:
        scratch = Path(folder)
        built = Path(arguments[0]) if arguments else scratch / "built"
        if not arguments:
            build_decks(built)
        text = page_of(measure(built, scratch))
    PAGE.write_text(text, encoding="utf-8")
    sys.stdout.write(text)


if __name__ == "__main__":
    main(sys.argv[1:])
