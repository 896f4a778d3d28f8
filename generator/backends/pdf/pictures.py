"""Pictures, each held once in a file: JPEGs as they are, PNGs as rows of pixels with their alpha beside them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from io import BytesIO

from PIL import Image
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream
from reportlab.pdfgen.canvas import Canvas

from generator.backends.pdf.surface import Surface
from generator.geometry import Box
from generator.page.items import Crop, PictureItem

_SPACES = {"L": "DeviceGray", "RGB": "DeviceRGB"}


def draw_picture(surface: Surface, item: PictureItem) -> None:
    """Draw a picture in its box; what is cropped lies outside the box and is not shown."""
    canvas = surface.canvas
    name = f"picture-{hashlib.sha256(item.data).hexdigest()[:16]}"
    if not canvas.hasForm(name):
        _hold(canvas, name, item)
    whole = _uncropped(item.box, item.crop)
    canvas.saveState()
    if item.crop != Crop():
        clip = canvas.beginPath()
        clip.rect(item.box.x.pt, (surface.height - item.box.bottom).pt, item.box.w.pt, item.box.h.pt)
        canvas.clipPath(clip, stroke=0, fill=0)
    canvas.transform(whole.w.pt, 0, 0, whole.h.pt, whole.x.pt, (surface.height - whole.bottom).pt)
    canvas.doForm(name)
    canvas.restoreState()


def _uncropped(box: Box, crop: Crop) -> Box:
    """Where the whole picture would stand."""
    w, h = box.w / (1 - crop.left - crop.right), box.h / (1 - crop.top - crop.bottom)
    return Box(box.x - w * crop.left, box.y - h * crop.top, w, h)


def _hold(canvas: Canvas, name: str, item: PictureItem) -> None:
    """Put the picture into the file under a name. reportlab's own way would write it as text, a quarter larger."""
    document = canvas._doc  # type: ignore[attr-defined]
    with Image.open(BytesIO(item.data)) as opened:
        if item.format == "jpeg":
            stream = _stream(opened.size, opened.mode, "DCTDecode", item.data)
        else:
            alpha = opened.has_transparency_data
            shown = opened.convert("RGBA" if alpha else "L" if opened.mode in ("1", "L") else "RGB")
            stream = _pixels(shown.convert("RGB") if alpha else shown)
            if alpha:
                document.ensureMinPdfVersion("transparency")
                mask = document.getXObjectName(f"{name}-alpha")
                stream.dictionary["SMask"] = document.Reference(_pixels(shown.getchannel("A")), mask)
    document.Reference(stream, document.getXObjectName(name))


def _pixels(image: Image.Image) -> PDFStream:
    """A picture's rows as a PNG packs them, which a PDF may hold unchanged."""
    held = BytesIO()
    image.save(held, "PNG")
    stream = _stream(image.size, image.mode, "FlateDecode", b"".join(_packed(held.getvalue())))
    shape = {"Predictor": 15, "Colors": len(image.getbands()), "BitsPerComponent": 8, "Columns": image.width}
    stream.dictionary["DecodeParms"] = PDFDictionary(shape)
    return stream


def _packed(png: bytes) -> Iterator[bytes]:
    """The data of a PNG's IDAT chunks."""
    at = 8
    while at < len(png):
        size, kind = int.from_bytes(png[at : at + 4]), png[at + 4 : at + 8]
        if kind == b"IDAT":
            yield png[at + 8 : at + 8 + size]
        at += size + 12


def _stream(size: tuple[int, int], mode: str, packed: str, data: bytes) -> PDFStream:
    about: dict[str, object] = {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Image"),
        "Width": size[0],
        "Height": size[1],
        "BitsPerComponent": 8,
        "ColorSpace": PDFName(_SPACES[mode]),
        "Filter": PDFName(packed),
    }
    return PDFStream(PDFDictionary(about), data)
