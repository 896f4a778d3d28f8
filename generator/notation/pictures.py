"""Pictures made of pixels: PNG and JPEG files, bounded, upright, in plain colours, without anything but what is seen."""

from __future__ import annotations

import struct
import zlib
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Literal

from PIL import Image, ImageCms, ImageOps

from generator.errors import Findings
from generator.notation.chunks import JPEG, PNG, animated, bare, png_depth, size_of
from generator.source import Span

LARGEST = 20_000_000
"""Bytes of a file."""
MOST_PIXELS = 50_000_000
LONGEST_SIDE = 20_000
ENOUGH = 4000
"""Pixels of the longer side that any page can need: 300 an inch on a slide 13.333 inches wide."""
QUALITY = 90
"""Of JPEGs that are written anew."""
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, struct.error, zlib.error, Image.DecompressionBombError)
"""What Pillow raises for files that are damaged."""
_OTHERS = {
    b"GIF8": "a GIF",
    b"%PDF": "a PDF",
    b"BM": "a BMP",
    b"II*\0": "a TIFF",
    b"MM\0*": "a TIFF",
    b"RIFF": "a WebP",
    b"\x1f\x8b": "a compressed file",
    b"PK": "a zip archive",
    b"<": "markup, perhaps an SVG",
}
"""What other files begin with."""
_CMYK = "save it as an RGB picture (sRGB) in your image program"


@dataclass(frozen=True, slots=True)
class Raster:
    """A picture that both formats show as it is: at most 8 bits a channel, grey or RGB, PNGs with or without alpha."""

    data: bytes
    format: Literal["png", "jpeg"]
    width: int
    height: int


def read_raster(data: bytes, path: str, findings: Findings) -> Raster | None:
    """The picture in a PNG or JPEG file; None and a finding (C008, C040, C041) where there is none that can be used."""
    before = len(findings.items)
    size = _size(data, path, findings)
    if size is None or len(findings.items) > before:
        return None
    try:
        with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as opened:
            opened.draft(None, (ENOUGH, ENOUGH))
            opened.load()
            return _made(opened, data, path, findings)
    except _BROKEN:
        findings.error("C040", Span(path), f"{path!r} is cut short or damaged", "copy or export the picture again")
        return None


def _size(data: bytes, path: str, findings: Findings) -> tuple[int, int] | None:
    """The size in pixels, known before anything is decoded; a finding where it is none or too large."""
    if len(data) > LARGEST:
        message = f"{path!r} has {len(data):,} bytes, a picture at most {LARGEST:,}"
        findings.error("C008", Span(path), message, "export it smaller, or as a JPEG")
        return None
    if not data.startswith((PNG, JPEG)):
        message = f"{path!r} is no PNG or JPEG, it holds {_kind(data)}"
        findings.error("C040", Span(path), message, "export the picture as PNG or JPEG; renaming a file does not change it")
        return None
    size = size_of(data)
    if size is None or not all(size):
        findings.error("C040", Span(path), f"{path!r} is cut short or damaged", "copy or export the picture again")
    elif max(size) > LONGEST_SIDE or size[0] * size[1] > MOST_PIXELS:
        message = f"{path!r} has {size[0]:,} x {size[1]:,} pixels"
        hint = f"at most {LONGEST_SIDE:,} a side and {MOST_PIXELS // 1_000_000} million in all; export it smaller"
        findings.error("C008", Span(path), message, hint)
    elif animated(data):
        findings.error("C041", Span(path), f"{path!r} is animated", "export one picture of it")
    return size


def _kind(data: bytes) -> str:
    found = next((name for start, name in _OTHERS.items() if data.startswith(start)), "")
    plain = all(byte in b"\t\n\r" or 32 <= byte < 127 for byte in data[:100])
    return found or ("something else" if not plain else "text" if data else "nothing")


def _made(opened: Image.Image, data: bytes, path: str, findings: Findings) -> Raster | None:
    png = data.startswith(PNG)
    if opened.mode == "CMYK" and "icc_profile" not in opened.info:
        findings.error("C041", Span(path), f"{path!r} is a CMYK picture that does not say which inks it means", _CMYK)
        return None
    usual = ("1", "L", "LA", "P", "RGB", "RGBA") if png else ("L", "RGB")
    plain = opened.mode in usual and not (png and png_depth(data) > 8)
    turned = opened.getexif().get(0x0112, 1) != 1
    if plain and not turned and _is_srgb(opened) and opened.size == size_of(data) and max(opened.size) <= ENOUGH:
        return Raster(bare(data), "png" if png else "jpeg", *opened.size)
    shown = _coloured(ImageOps.exif_transpose(opened))
    shown.thumbnail((ENOUGH, ENOUGH), Image.Resampling.LANCZOS)
    return _written(shown, "png" if png else "jpeg")


def _profile(opened: Image.Image) -> ImageCms.ImageCmsProfile | None:
    """The picture's colour profile, if it has one that can be read."""
    try:
        return ImageCms.ImageCmsProfile(BytesIO(opened.info["icc_profile"])) if opened.info.get("icc_profile") else None
    except (OSError, ImageCms.PyCMSError):
        return None


def _is_srgb(opened: Image.Image) -> bool:
    """Whether its colours mean what both formats take them for; a picture without a profile is taken for sRGB."""
    profile = _profile(opened)
    return profile is None or "srgb" in ImageCms.getProfileDescription(profile).lower() or opened.mode in ("1", "L", "LA")


def _coloured(opened: Image.Image) -> Image.Image:
    """The picture in 8 bits of grey or sRGB, its alpha kept."""
    if opened.mode.startswith("I"):
        return opened.convert("I").point(lambda value: value / 257 + 0).convert("L")
    alpha = opened.convert("RGBA").getchannel("A") if opened.has_transparency_data else None
    grey = opened.mode in ("1", "L", "LA")
    shown = opened if opened.mode == "CMYK" else opened.convert("L" if grey else "RGB")
    profile = _profile(opened)
    if profile and not _is_srgb(opened):
        with suppress(ImageCms.PyCMSError):  # a profile of another colour model: the colours are shown as they are
            shown = ImageCms.profileToProfile(shown, profile, ImageCms.createProfile("sRGB"), outputMode="RGB") or shown
    shown = shown.convert("RGB") if shown.mode == "CMYK" else shown
    if alpha is not None:
        shown.putalpha(alpha)
    return shown


def _written(shown: Image.Image, format: Literal["png", "jpeg"]) -> Raster:
    held = BytesIO()
    if format == "jpeg":
        shown.save(held, "JPEG", quality=QUALITY, optimize=True)
    else:
        shown.save(held, "PNG", optimize=True)
    return Raster(bare(held.getvalue()), format, *shown.size)


@lru_cache(maxsize=64)
def reduced(raster: Raster, width: int) -> Raster:
    """The picture with about `width` pixels across where it has far more and that makes its file smaller; always the same."""
    if raster.width < width * 1.25:
        return raster
    height = max(1, round(raster.height * width / raster.width))
    with Image.open(BytesIO(raster.data)) as opened:
        small = _coloured(opened).resize((max(1, width), height), Image.Resampling.LANCZOS)
    made = _written(small, raster.format)
    return made if len(made.data) < len(raster.data) else raster
