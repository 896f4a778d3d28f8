"""The gallery: one page of each kind of block in every packaged theme, as small pictures in `docs/gallery/`.

`make gallery` remakes it from the specimens that `rolecast theme show` writes; the same content gives the same bytes.
"""

from __future__ import annotations

import io
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from PIL import Image
from pptx import Presentation

from generator.building.specimen import make_specimen

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "gallery"
THEMES = {"meridian": "sober", "signal": "bold", "almanac": "warm, editorial"}
WIDTH, COLOURS, LARGEST = 640, 128, 60_000
"""Of a picture: its width in pixels, its colours, and its bytes at most."""
FIRST = (("cover", "Title slide", 0), ("cover-other", "Title slide on the other ground", 1), ("agenda", "agenda", 2))
DIVIDERS = (("divider", "Divider", 0), ("divider-other", "Divider on the other ground", 1))
SHOWN = {
    "cards": "cards-six",
    "cards (few)": "cards-two",
    "comparison": "roles-side",
    "table": "table-eight",
    "bullets": "bullets-three",
    "prose": "prose-one",
    "definitions": "definitions-four",
    "columns": "columns-two",
    "code": "code-one",
    "quote": "quote-short",
    "picture": "quote-picture",
    "chart (column)": "chart-column",
    "chart (bar)": "chart-bar",
    "chart (line)": "chart-line",
    "chart (doughnut)": "chart-doughnut",
    "big-number": "number-share",
    "process": "process-three",
    "timeline": "timeline-three",
    "cycle": "cycle-four",
    "pyramid": "pyramid-three",
    "matrix": "matrix-four",
    "checklist": "checklist-six",
    "quiz": "quiz-four",
    "exercise": "exercise-one",
    "callout": "warn-one",
    "decision": "decision-one",
    "takeaways": "takeaways-three",
    "sources": "",
}
"""A kind of block, and the specimen's topic that shows it; none for the last slide."""
HEAD = """# Gallery

One page of each kind of block in the three themes that come with Rolecast. The pages are those of `rolecast theme show`; this
folder is written by `make gallery`. [Themes](../themes.md) tells how to make one of your own.
"""


def main() -> None:
    """Write the pictures and the page that shows them."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    rows: dict[str, dict[str, str]] = {}
    with tempfile.TemporaryDirectory() as scratch:
        for theme in THEMES:
            specimen = make_specimen(None, theme, Path(scratch))
            assert specimen.findings == ()
            for name, title, data in pictures(theme, Path(scratch)):
                assert len(data) <= LARGEST, (theme, name, len(data))
                (FOLDER / f"{theme}-{name}.png").write_bytes(data)
                rows.setdefault(title, {})[theme] = f"{theme}-{name}.png"
    known = {name for row in rows.values() for name in row.values()}
    for path in FOLDER.glob("*.png"):
        if path.name not in known:
            path.unlink()
    (FOLDER / "README.md").write_text(page(rows), encoding="utf-8")


def pictures(theme: str, folder: Path) -> Iterator[tuple[str, str, bytes]]:
    """The pictures of a specimen: file name, what it shows, PNG."""
    numbers = {name: number for name, _, number in pages(folder / f"{theme}.pptx")}
    titles = {name: title for name, title, _ in pages(folder / f"{theme}.pptx")}
    deck = pypdfium2.PdfDocument(folder / f"{theme}.pdf")
    for name, number in numbers.items():
        yield name, titles[name], drawn(deck[number])
    yield "one-pager", "One-pager", drawn(pypdfium2.PdfDocument(folder / f"{theme}-one-pager.pdf")[0])


def pages(deck: Path) -> Iterator[tuple[str, str, int]]:
    """File name, what it shows, and the number of its page, for every picture of a deck."""
    slides = list(Presentation(str(deck)).slides)
    titles = [plain(slide.shapes.title.text_frame.text) for slide in slides]
    opened = [number for number, slide in enumerate(slides) if slide.slide_layout.name.startswith("Divider")]
    yield from FIRST
    yield from ((name, title, opened[which]) for name, title, which in DIVIDERS)
    for kind, topic in SHOWN.items():
        number = titles.index(title_of(topic)) if topic else len(slides) - 1
        yield re.sub(r"\W+", "-", kind).strip("-"), kind, number


def title_of(topic: str) -> str:
    """The title of a topic of the specimen."""
    text = (ROOT / f"templates/specimen/content/topics/{topic}.yaml").read_text(encoding="utf-8")
    found = re.match(r'title: "(.*)"', text)
    assert found, topic
    return plain(found[1])


def plain(text: str) -> str:
    """A title without line ends."""
    return " ".join(text.split())


def drawn(page: pypdfium2.PdfPage) -> bytes:
    """A page as a PNG of few colours."""
    picture = page.render(scale=WIDTH * 2 / page.get_width()).to_pil().convert("RGB")
    small = picture.resize((WIDTH, round(picture.height / 2)), Image.Resampling.LANCZOS)
    stream = io.BytesIO()
    small.quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(stream, "PNG", optimize=True)
    return stream.getvalue()


def page(rows: dict[str, dict[str, str]]) -> str:
    """The page that shows the pictures, a row for each kind."""
    lines = [HEAD, "| | " + " | ".join(f"**{name}** ({said})" for name, said in THEMES.items()) + " |"]
    lines.append("| --- |" + " --- |" * len(THEMES))
    for title, row in rows.items():
        shown = (f"![{title} in {theme}]({row[theme]})" for theme in THEMES)
        lines.append(f"| {title} | " + " | ".join(shown) + " |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
