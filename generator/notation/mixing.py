"""Pictures made of pictures: means, turns, masks, tiles and gradients, and colours by their names."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageOps

from generator.notation.chunks import bare
from generator.notation.pictures import Raster, reduced

SMALL = 48
"""Pixels of the longer side of a picture that is looked at from afar."""
RIM = 6
"""Pixels that the colours of a turned picture go on beyond its edge."""
MOST = 2000
"""Pixels of the longer side of a picture that is made here."""
LEAST = 12
"""Pixels of a repeated picture's side."""
STEPS = 256
"""Pixels along a gradient: as many as a channel has values."""
RGBA = tuple[int, int, int, int]
Stops = tuple[tuple[float, RGBA], ...]
"""Where along a gradient, from 0 to 1, and its colour there."""
Point = tuple[float, float]
Polygons = tuple[tuple[Point, ...], ...]
NEAR = 2
"""How far a channel may be from a colour that counts as the same."""


@dataclass(frozen=True, slots=True)
class Course:
    """Where a gradient leads: along a line (degrees clockwise from the right), or without degrees from a centre outwards."""

    degrees: float | None
    centre: Point = (0.5, 0.5)
    """Shares of width and height."""
    square: bool = False
    """Whether it leads outwards in rectangles instead of circles."""


@dataclass(frozen=True, slots=True)
class Recolouring:
    """What is done to a picture's colours."""

    duotone: tuple[RGBA, RGBA] | None = None
    """What black and white become."""
    grey: bool = False
    bright: float = 0.0
    contrast: float = 0.0
    clear: RGBA | None = None
    """The colour that lets through what is below."""


def named_colour(name: str) -> str | None:
    """The six hexadecimal digits of a colour by its English name; None for an unknown one."""
    try:
        return "".join(f"{part:02X}" for part in ImageColor.getrgb(name)[:3])
    except ValueError:
        return None


@lru_cache(maxsize=64)
def glance(raster: Raster, crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)) -> tuple[int, int, bytes]:
    """Width, height and RGBA pixels of a small copy of what `crop` (shares of left, top, right, bottom) leaves."""
    with Image.open(BytesIO(raster.data)) as opened:
        opened.draft("RGB", (SMALL * 4, SMALL * 4))
        w, h = opened.size
        left, top, right, low = crop
        area = (w * left, h * top, max(w * left + 1, w * (1 - right)), max(h * top + 1, h * (1 - low)))
        # premultiplied while it shrinks, else what is transparent would lend its colour to what is not
        shown = opened.convert("RGBA").convert("RGBa") if opened.has_transparency_data else opened.convert("RGB")
        factor = SMALL / max(area[2] - area[0], area[3] - area[1])
        size = max(1, round((area[2] - area[0]) * factor)), max(1, round((area[3] - area[1]) * factor))
        small = shown.resize(size, Image.Resampling.BOX, box=area).convert("RGBA")
    return small.width, small.height, small.tobytes()


@lru_cache(maxsize=32)
def flipped(raster: Raster, across: bool, down: bool) -> Raster:
    """The picture mirrored."""
    with Image.open(BytesIO(raster.data)) as opened:
        shown = opened.convert("RGBA") if opened.has_transparency_data else opened.convert("RGB")
        shown = shown.transpose(Image.Transpose.FLIP_LEFT_RIGHT) if across else shown
        shown = shown.transpose(Image.Transpose.FLIP_TOP_BOTTOM) if down else shown
    return _written(shown)


@lru_cache(maxsize=32)
def faded(raster: Raster, alpha: float) -> Raster:
    """The picture with `alpha` of its opacity."""
    shown = _opened(raster)
    shown.putalpha(shown.getchannel("A").point([round(value * alpha) for value in range(256)]))
    return _written(shown)


@lru_cache(maxsize=32)
def turned(raster: Raster, degrees: float, shape: float) -> Raster:
    """The picture, `shape` times as wide as high, turned clockwise; what it does not cover is transparent."""
    shown = _opened(raster)
    side = max(shown.size)
    size = max(1, round(side * min(1.0, shape))), max(1, round(side * min(1.0, 1 / shape)))
    # Colours go on beyond the picture's edge, its alpha does not: programs that smooth both would show a dark rim otherwise.
    colours = shown.convert("RGB").resize(size)
    wide = colours.resize((size[0] + 2 * RIM, size[1] + 2 * RIM))
    wide.paste(colours, (RIM, RIM))
    clear = Image.new("L", wide.size, 0)
    clear.paste(shown.getchannel("A").resize(size), (RIM, RIM))
    around, alpha = (each.rotate(-degrees, Image.Resampling.BICUBIC, expand=True) for each in (wide, clear))
    around.putalpha(alpha)
    w, h = Image.new("1", size).rotate(-degrees, expand=True).size
    left, top = (around.width - w) // 2, (around.height - h) // 2
    return _written(around.crop((left, top, left + w, top + h)))


@lru_cache(maxsize=32)
def masked(raster: Raster, polygons: Polygons, size: tuple[int, int]) -> Raster:
    """What of a picture of `size` pixels lies inside polygons (even-odd), whose corners are shares of its width and height."""
    shown = _opened(raster).resize(size)
    clear = Image.new("L", size, 0)
    shown.putalpha(Image.composite(shown.getchannel("A"), clear, _mask(polygons, size)))
    return _written(shown)


def stamped(polygons: Polygons, colour: RGBA, shape: float) -> tuple[int, int, bytes]:
    """Width, height and RGBA pixels of a small picture, `shape` times as wide as high, of filled polygons."""
    size = max(1, round(SMALL * min(1.0, shape))), max(1, round(SMALL * min(1.0, 1 / shape)))
    mask = _mask(polygons, size).point([round(value * colour[3] / 255) for value in range(256)])
    shown = Image.new("RGB", size, colour[:3])
    shown.putalpha(mask)
    return *size, shown.tobytes()


def _mask(polygons: Polygons, size: tuple[int, int]) -> Image.Image:
    """Grey where polygons are, with soft edges."""
    large = (size[0] * 2, size[1] * 2)
    mask = Image.new("1", large, 0)
    for polygon in polygons:
        corners = [(x * large[0], y * large[1]) for x, y in polygon]
        if len(corners) > 2:
            one = Image.new("1", large, 0)
            ImageDraw.Draw(one).polygon(corners, fill=1)
            mask = ImageChops.logical_xor(mask, one)
    return mask.convert("L").resize(size, Image.Resampling.BOX)


@lru_cache(maxsize=32)
def recoloured(raster: Raster, recolouring: Recolouring) -> Raster:
    """The picture in other colours."""
    shown = _opened(raster)
    alpha, plain = shown.getchannel("A"), shown.convert("RGB")
    if recolouring.clear:
        alpha = ImageChops.multiply(alpha, _other_than(plain, recolouring.clear))
    if recolouring.bright or recolouring.contrast:
        slope, lift = 1 + recolouring.contrast, recolouring.bright
        plain = plain.point([round(255 * (((v / 255 - 0.5) * slope + 0.5) + lift)) for v in range(256)] * 3)
    if recolouring.duotone:
        dark, light = (colour[:3] for colour in recolouring.duotone)
        plain = ImageOps.colorize(ImageOps.grayscale(plain), dark, light)
    elif recolouring.grey:
        plain = ImageOps.grayscale(plain).convert("RGB")
    plain.putalpha(alpha)
    return _written(plain)


def _other_than(shown: Image.Image, colour: RGBA) -> Image.Image:
    """White where a picture has another colour, give or take what compression makes of it."""
    bands = [
        band.point([255 if abs(v - own) > NEAR else 0 for v in range(256)])
        for band, own in zip(shown.split(), colour, strict=False)
    ]
    return ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])


@lru_cache(maxsize=16)
def cut(raster: Raster, crop: tuple[float, float, float, float]) -> Raster:
    """What is left of a picture after shares of its left, top, right and bottom are cut off."""
    shown = _opened(raster)
    left, top, right, low = crop
    x, y = round(shown.width * left), round(shown.height * top)
    right_edge, low_edge = round(shown.width * (1 - right)), round(shown.height * (1 - low))
    return _written(shown.crop((x, y, max(x + 1, right_edge), max(y + 1, low_edge))))


@lru_cache(maxsize=16)
def tiled(raster: Raster, shape: Point, tile: Point) -> Raster:
    """A picture repeated from the top left over an area of the size `shape`, each one of the size `tile`, in one unit."""
    factor = min(MOST / max(shape), max(raster.width / tile[0], 1e-9))
    small = (max(LEAST, round(tile[0] * factor)), max(LEAST, round(tile[1] * factor)))
    one = _opened(raster).resize(small)
    area = Image.new("RGBA", (max(1, round(shape[0] * factor)), max(1, round(shape[1] * factor))))
    for top in range(0, area.height, one.height):
        for left in range(0, area.width, one.width):
            area.paste(one, (left, top))
    return _written(area)


@lru_cache(maxsize=64)
def gradient(stops: Stops, course: Course, shape: float) -> Raster:
    """A gradient over an area `shape` times as wide as high."""
    degrees, shape = course.degrees, min(STEPS, max(1 / STEPS, shape))
    upright = degrees is not None and degrees % 90 == 0
    w = 1 if upright and degrees in (90, 270) else STEPS
    h = 1 if upright and w == STEPS else STEPS
    size = (w, h)
    at = _rings(course, shape) if degrees is None else _linear(math.radians(degrees), shape)
    table = [_between(stops, step / STEPS) for step in range(STEPS + 1)]
    pixels = bytearray()
    for y in range(h):
        for x in range(w):
            share = at((x + 0.5) / w, (y + 0.5) / h)
            pixels += bytes(table[round(min(1.0, max(0.0, share)) * STEPS)])
    return _written(Image.frombytes("RGBA", size, bytes(pixels)))


def plain(colour: RGBA) -> Raster:
    """One pixel of a colour, for areas that let through what is below."""
    return _written(Image.new("RGBA", (1, 1), colour))


def _linear(angle: float, shape: float) -> Callable[[float, float], float]:
    """How far along a line at that angle a point of the area lies, 0 and 1 being its outermost corners."""
    across, down = math.cos(angle) * shape, math.sin(angle)
    reach = abs(across) + abs(down)
    return lambda x, y: 0.5 + ((x - 0.5) * across + (y - 0.5) * down) / reach


def _rings(course: Course, shape: float) -> Callable[[float, float], float]:
    """How far from the course's centre a point of the area lies, 1 being its farthest corner or side."""
    left, top = course.centre
    if course.square:
        across, down = max(left, 1 - left), max(top, 1 - top)
        return lambda x, y: max(abs(x - left) / across, abs(y - top) / down)
    reach = math.hypot(max(left, 1 - left) * shape, max(top, 1 - top))
    return lambda x, y: math.hypot((x - left) * shape, y - top) / reach


def _between(stops: Sequence[tuple[float, RGBA]], share: float) -> RGBA:
    """The colour at a share of a gradient's way."""
    before = max((stop for stop in stops if stop[0] <= share), key=lambda stop: stop[0], default=stops[0])
    after = min((stop for stop in stops if stop[0] >= share), key=lambda stop: stop[0], default=stops[-1])
    way = after[0] - before[0]
    part = (share - before[0]) / way if way > 0 else 0.0
    red, green, blue, alpha = (round(a + (b - a) * part) for a, b in zip(before[1], after[1], strict=True))
    return red, green, blue, alpha


def _opened(raster: Raster) -> Image.Image:
    """The pixels with alpha, no more of them than any page needs."""
    with Image.open(BytesIO(reduced(raster, min(raster.width, MOST)).data)) as opened:
        return opened.convert("RGBA")


def _written(shown: Image.Image) -> Raster:
    """As a PNG, opaque where all of it is."""
    opaque = shown.mode == "RGBA" and shown.getchannel("A").getextrema()[0] == 255
    held = BytesIO()
    (shown.convert("RGB") if opaque else shown).save(held, "PNG", optimize=False)
    return Raster(bare(held.getvalue()), "png", *shown.size)
