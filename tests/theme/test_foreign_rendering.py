"""What our PDFs show of a template is what an office program shows of it."""

from __future__ import annotations

import subprocess
from datetime import date
from io import BytesIO

import pypdfium2
import pytest
from PIL import Image, ImageChops

from generator.backends.pdf.document import write
from generator.page.colour import Colour, ColourScheme
from generator.page.pages import Document, FontScheme, Master, Page
from generator.theme.foreign.angular import ANGULAR
from generator.theme.foreign.presets import ROUND

pytestmark = pytest.mark.rendering
STOPS = '<a:gs pos="0"><a:srgbClr val="FF0000"/></a:gs><a:gs pos="100000"><a:srgbClr val="0000FF"/></a:gs>'


def gradient(line: str) -> str:
    return f'<a:gradFill rotWithShape="1"><a:gsLst>{STOPS}</a:gsLst>{line}</a:gradFill>'


def photograph() -> bytes:
    """A picture in four colours, none of its sides alike."""
    made = Image.new("RGB", (200, 100), "#204080")
    made.paste("#E0A020", (0, 0, 60, 100))
    made.paste("#FFFFFF", (60, 60, 200, 100))
    made.paste("#C02040", (150, 0, 200, 30))
    held = BytesIO()
    made.save(held, "PNG")
    return held.getvalue()


def presets(markup, **said) -> str:
    """Every preset shape that is known here, but those whose folds and arcs office programs draw each in their own way."""
    names = [name for name in (*ANGULAR, *ROUND) if name not in ("foldedCorner", "arc")]
    line = f'<a:ln w="12700">{markup.solid("dk1")}</a:ln>'
    places = [(0.3 + i % 9 * 1.42, 0.3 + i // 9 * 0.95, 1.1, 0.7) for i in range(len(names))]
    fill = markup.solid("accent1")
    return "".join(markup.shape(at, name, fill=fill, line=line, **said) for at, name in zip(places, names, strict=True))


def groups(markup) -> str:
    inner = markup.shape((0, 0, 2, 1), "homePlate", fill=markup.solid("accent2"))
    inner += markup.shape((2, 1, 2, 1), "rtTriangle", fill=markup.solid("accent3", '<a:lumMod val="60000"/>'), rot=45)
    inner += markup.shape((0, 1, 1, 1), "rtTriangle", fill=markup.solid("accent4", '<a:alpha val="50000"/>'), flip="H")
    deep = markup.group((1, 0, 2, 2), (0, 0, 4, 2), inner, rot=90)
    return (
        markup.group((0.5, 0.5, 4, 2), (0, 0, 4, 2), inner)
        + markup.group((0.5, 4, 4, 2), (0, 0, 4, 2), inner, rot=30)
        + markup.group((7, 4.5, 4, 2), (0, 0, 4, 2), deep, rot=-20)
    )


def paintings(markup) -> str:
    lines = ('<a:lin ang="0"/>', '<a:lin ang="2700000"/>', '<a:lin ang="5400000"/>')
    made = "".join(markup.shape((0.5 + 3 * i, 0.5, 2.6, 1.5), fill=gradient(line)) for i, line in enumerate(lines))
    made += markup.shape((9.8, 0.2, 1.5, 2.6), fill=gradient(lines[0]), rot=90)
    made += markup.picture((0.5, 3, 3, 1.5), "rId9") + markup.picture((4, 3, 3, 1.5), "rId9", 'l="20000" b="30000"')
    made += markup.picture((8, 3, 3, 1.5), "rId9", rot=30) + markup.picture((0.5, 5.2, 3, 1.5), "rId9", inner="<a:grayscl/>")
    fill = '<a:blipFill><a:blip r:embed="rId9"/><a:stretch><a:fillRect/></a:stretch></a:blipFill>'
    return made + markup.shape((4, 5.2, 3, 1.5), "ellipse", fill=fill)


def test_shapes_groups_gradients_and_pictures_lie_where_an_office_program_draws_them(make_template, markup, read, tmp_path):
    layouts = [
        markup.Layout("Presets", presets(markup)),
        markup.Layout("Turned", presets(markup, rot=30)),
        markup.Layout("Flipped", presets(markup, flip="HV")),
        markup.Layout("Groups", groups(markup), background=markup.background(gradient('<a:lin ang="2700000"/>'))),
        markup.Layout("Paintings", paintings(markup), pictures={"rId9": photograph()}),
    ]
    data = make_template(layouts, markup.Master(), slides=len(layouts), kind="presentation")
    (tmp_path / "deck.pptx").write_bytes(data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, tmp_path / "deck.pptx"]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    theirs = shown((tmp_path / "deck.pdf").read_bytes())
    ours = shown(drawn(read(data).design))
    apart = [different(one, other) for one, other in zip(ours, theirs, strict=True)]
    assert max(apart[:4]) < 0.001, apart
    assert apart[4] < 0.006, "edges of pictures may lie a pixel apart"


def drawn(design) -> bytes:
    """A PDF of a template's layouts, a page each."""
    pages = tuple(
        Page(f"p{layout.number}", layout.name, design.size, layout.items, background=Colour(f"#{layout.ground.colour}"))
        for layout in design.layouts
    )
    scheme = ColourScheme("own", design.masters[0].colours)
    master = Master("own", design.size, scheme, FontScheme("Arial", "Arial", "Courier New"), ())
    return write(Document("d", "t", "", "", (), "en", date(2026, 1, 1), pages, master, ()))


def shown(pdf: bytes) -> list[Image.Image]:
    """Each page's pixels."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.render(scale=0.75).to_pil().convert("RGB") for page in document]
    finally:
        document.close()


def different(one: Image.Image, other: Image.Image) -> float:
    """The share of pixels that are clearly of another colour; edges are drawn softly by each program in its own way."""
    grey = ImageChops.difference(one, other.resize(one.size)).convert("L")
    return sum(grey.histogram()[64:]) / (grey.width * grey.height)
