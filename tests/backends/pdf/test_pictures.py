"""Pictures in a PDF: each held once, JPEGs unchanged, alpha kept, cropped by clipping."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Literal

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from generator.backends.pdf import write
from generator.geometry import Box, pt
from generator.page.colour import Colour
from generator.page.items import Crop, Item, Mark, PictureItem, ShapeItem
from generator.page.pages import Document
from generator.page.shapes import Command, Path, Verb
from generator.source import NOWHERE

BOX = Box(pt(100), pt(50), pt(200), pt(100))
Make = Callable[..., Document]


def halves(mode: str = "RGB", format: Literal["png", "jpeg"] = "png") -> PictureItem:
    """Red at the left, blue at the right; with alpha, the right half lets through what is below."""
    image = Image.new("RGB", (40, 20), (255, 0, 0))
    image.paste((0, 0, 255), (20, 0, 40, 20))
    if mode in ("RGBA", "LA"):
        alpha = Image.new("L", image.size, 255)
        alpha.paste(0, (20, 0, 40, 20))
        image.putalpha(alpha)
    held = BytesIO()
    image.convert(mode).save(held, format)
    return PictureItem(Mark("photo", NOWHERE, "en"), BOX, held.getvalue(), format, image.size)


def seen(data: bytes, *points: tuple[int, int]) -> list[tuple[int, int, int]]:
    """The colours at points of the first page, 72 pixels an inch."""
    page = pypdfium2.PdfDocument(data)[0]
    image = page.render(scale=1).to_pil().convert("RGB")
    return [image.getpixel(point) for point in points]


RED, BLUE, WHITE, BLACK = (255, 0, 0), (0, 0, 255), (255, 255, 255), (0, 0, 0)


@pytest.mark.parametrize(
    ("mode", "right"), [("RGB", BLUE), ("P", BLUE), ("RGBA", WHITE), ("LA", WHITE), ("L", (29, 29, 29)), ("1", BLACK)]
)
def test_pngs_of_every_colouring_are_seen_as_they_are(document: Make, mode: str, right: tuple[int, int, int]) -> None:
    left = {"LA": (76, 76, 76), "L": (76, 76, 76), "1": None}.get(mode, RED)
    found = seen(write(document(halves(mode))), (150, 100), (250, 100), (90, 100))
    assert found[1:] == [right, WHITE] or mode == "1"
    assert left is None or found[0] == left


def test_a_jpeg_is_held_unchanged(document: Make) -> None:
    item = halves(format="jpeg")
    with pikepdf.open(BytesIO(write(document(item)))) as pdf:
        (held,) = (thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image")
        assert held.read_raw_bytes() == item.data
        assert held.Filter == "/DCTDecode"


def test_the_same_picture_is_held_once(document: Make) -> None:
    item = halves()
    pages = document(item, replace(item, box=BOX.moved(pt(300)), crop=Crop(left=0.5)))
    data = write(replace(pages, pages=(pages.pages[0], replace(pages.pages[0], id="again"))))
    with pikepdf.open(BytesIO(data)) as pdf:
        assert sum(1 for thing in pdf.objects if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image") == 1
        assert len(pdf.pages) == 2


def test_what_is_cropped_is_not_seen(document: Make) -> None:
    item = replace(halves(), crop=Crop(left=0.5, top=0.25))
    found = seen(write(document(item)), (110, 60), (290, 140), (90, 100), (200, 40))
    assert found == [BLUE, BLUE, WHITE, WHITE]


def test_alpha_makes_the_file_say_that_it_needs_it(document: Make) -> None:
    assert write(document(halves("RGBA")))[:8] == b"%PDF-1.4"


def test_the_same_picture_gives_the_same_file(document: Make) -> None:
    assert write(document(halves("RGBA"))) == write(document(halves("RGBA")))


def test_a_ring_has_a_hole_whichever_way_its_outlines_run(document: Make) -> None:
    def square(low: float, high: float, clockwise: bool) -> tuple[Command, ...]:
        corners = [(low, low), (high, low), (high, high), (low, high)]
        first, *others = corners if clockwise else corners[::-1]
        return (Command(Verb.MOVE, (first,)), *(Command(Verb.LINE, (c,)) for c in others), Command(Verb.CLOSE))

    def ring(clockwise: bool) -> Item:
        path = Path((*square(0, 10, True), *square(3, 7, clockwise)), 10, 10)
        return ShapeItem(Mark("ring", NOWHERE, "en"), Box(pt(100), pt(100), pt(100), pt(100)), path, Colour("#FF0000"))

    for clockwise in (True, False):
        assert seen(write(document(ring(clockwise))), (110, 150), (150, 150)) == [RED, WHITE]
