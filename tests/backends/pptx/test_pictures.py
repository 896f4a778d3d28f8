"""Pictures become native ones: each part once, cropped as the page has it, described or marked as decorative."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO
from typing import Literal

import pytest
from PIL import Image
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from generator.backends.pptx import write
from generator.geometry import Box, inch, pt
from generator.page.colour import Colour
from generator.page.items import Crop, GroupItem, Mark, PictureItem, ShapeItem, Stroke
from generator.page.pages import Document, Layout
from generator.page.shapes import Command, Path, Verb
from generator.source import NOWHERE

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
BOX = Box(inch(1), inch(2), inch(4), inch(3))


def picture(name: str, colour: str, format: Literal["png", "jpeg"], alt: str = "", crop: Crop | None = None) -> PictureItem:
    held = BytesIO()
    Image.new("RGB", (40, 30), colour).save(held, format)
    return PictureItem(Mark(name, NOWHERE, "en", alt), BOX, held.getvalue(), format, (40, 30), crop or Crop())


ONE = picture("one", "teal", "png", "a teal field")
OTHER = picture("other", "red", "jpeg", crop=Crop(left=0.1, bottom=0.25))


@pytest.fixture(scope="module")
def written(document: Document) -> bytes:
    first, second, *_ = document.pages
    pages = (replace(first, items=(ONE, OTHER)), replace(second, items=(replace(ONE, mark=Mark("again", NOWHERE, "en")),)))
    return write(replace(document, pages=pages, sections=()))


def test_a_picture_is_native_and_opens_again_as_it_was(written: bytes) -> None:
    first, second = Presentation(BytesIO(written)).slides
    shapes = {shape.name: shape for slide in (first, second) for shape in slide.shapes}
    assert {shapes[name].shape_type for name in ("one", "other", "again")} == {MSO_SHAPE_TYPE.PICTURE}
    assert shapes["one"].image.blob == ONE.data
    assert (shapes["other"].image.blob, shapes["other"].image.content_type) == (OTHER.data, "image/jpeg")
    assert (shapes["one"].left, shapes["one"].top, shapes["one"].width, shapes["one"].height) == tuple(
        length.emu for length in (BOX.x, BOX.y, BOX.w, BOX.h)
    )


def test_a_crop_is_one_that_can_be_undone(written: bytes) -> None:
    slide = Presentation(BytesIO(written)).slides[0]
    one, other = (next(s for s in slide.shapes if s.name == name) for name in ("one", "other"))
    assert (other.crop_left, other.crop_top, other.crop_right, other.crop_bottom) == (0.1, 0, 0, 0.25)
    assert one._element.find(f".//{A}srcRect") is None


def test_a_picture_is_described_or_decorative(written: bytes) -> None:
    slide = Presentation(BytesIO(written)).slides[0]
    one, other = (next(s for s in slide.shapes if s.name == name)._element.find(f".//{P}cNvPr") for name in ("one", "other"))
    assert one.get("descr") == "a teal field"
    assert b"decorative" not in b"".join(child.tag.encode() for child in one.iter())
    assert other.get("descr") is None
    assert any(child.tag.endswith("}decorative") for child in other.iter())


def test_the_same_picture_stands_in_the_file_once_under_a_steady_name(written: bytes) -> None:
    with zipfile.ZipFile(BytesIO(written)) as held:
        media = {name: held.read(name) for name in held.namelist() if name.startswith("ppt/media/")}
        types = held.read("[Content_Types].xml").decode()
    assert media == {"ppt/media/image1.png": ONE.data, "ppt/media/image2.jpg": OTHER.data}
    assert types.count('ContentType="image/') == 2


def test_a_layout_shows_no_picture(document: Document) -> None:
    layouts: tuple[Layout, ...] = (replace(document.master.layouts[0], items=(ONE,)), *document.master.layouts[1:])
    with pytest.raises(ValueError, match="cannot show the picture 'one'"):
        write(replace(document, master=replace(document.master, layouts=layouts)))


def test_a_drawing_keeps_its_own_colours_and_pointed_corners(document: Document) -> None:
    ring = tuple(
        Command(verb, points)
        for corners in (((0, 0), (9, 0), (9, 9)), ((3, 1), (8, 1), (8, 6)))
        for verb, points in (
            (Verb.MOVE, corners[:1]),
            (Verb.LINE, corners[1:2]),
            (Verb.LINE, corners[2:]),
            (Verb.CLOSE, ()),
        )
    )
    stroke = Stroke(Colour("#0b7a60"), pt(2))
    shape = ShapeItem(Mark("logo-1", NOWHERE, "en"), BOX, Path(ring, 9, 9, soft=False), Colour("#14213D"), stroke)
    page = replace(document.pages[0], items=(GroupItem(Mark("logo", NOWHERE, "en", "Northwind"), BOX, (shape,)),))
    slide = Presentation(BytesIO(write(replace(document, pages=(page,), sections=())))).slides[0]
    group = next(s for s in slide.shapes if s.name == "logo")
    assert group.shape_type == MSO_SHAPE_TYPE.GROUP
    properties = group.shapes[0]._element.find(f"{P}spPr")
    assert [colour.get("val") for colour in properties.iter(f"{A}srgbClr")] == ["14213D", "0B7A60"]
    assert len(properties.findall(f"{A}custGeom/{A}pathLst/{A}path")) == 1, "one path, so that its holes are holes"
    assert properties.find(f"{A}ln/{A}miter") is not None
    assert properties.find(f"{A}ln").get("cap") == "flat"
