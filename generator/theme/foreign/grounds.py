"""What lies under a box of a layout: background, pictures and shapes, seen from afar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.geometry import Box
from generator.theme.foreign.design import ForeignLayout, Sample

ACROSS, DOWN = 24, 14
"""The points of a box that are looked at."""
RGB = tuple[float, float, float]


def ground_under(layout: ForeignLayout, box: Box) -> str:
    """The mean colour that really lies under a box of a layout, as six hexadecimal digits."""
    return grounds_under(layout, box)[0]


def grounds_under(layout: ForeignLayout, box: Box) -> tuple[str, str, str]:
    """The mean, the darkest and the lightest colour under a box of a layout."""
    seen = _seen(layout.ground.colour, layout.samples, box)
    ordered = sorted(seen, key=_light)
    return _mean(seen), _hex(ordered[0]), _hex(ordered[-1])


def mean_under(ground: str, samples: Sequence[Sample], box: Box, page: Box) -> str:
    """The mean colour of what has been drawn under that part of a box that lies on the page."""
    left, top = max(box.x, page.x), max(box.y, page.y)
    right, low = min(box.right, page.right), min(box.bottom, page.bottom)
    return _mean(_seen(ground, samples, Box(left, top, right - left, low - top)))


def _seen(ground: str, samples: Sequence[Sample], box: Box) -> list[RGB]:
    """The colours at points spread over a box."""
    near = [sample for sample in samples if _meets(sample.box, box)]
    below = int(ground[0:2], 16), int(ground[2:4], 16), int(ground[4:6], 16)
    return [_at(point, below, near) for point in _points(box)]


def _points(box: Box) -> Iterator[tuple[int, int]]:
    for row in range(DOWN):
        for column in range(ACROSS):
            x = box.x.emu + box.w.emu * (2 * column + 1) // (2 * ACROSS)
            yield x, box.y.emu + box.h.emu * (2 * row + 1) // (2 * DOWN)


def _at(point: tuple[int, int], ground: tuple[int, int, int], samples: Sequence[Sample]) -> RGB:
    colour: RGB = ground
    for sample in samples:
        box = sample.box
        across, down = point[0] - box.x.emu, point[1] - box.y.emu
        if 0 <= across < box.w.emu and 0 <= down < box.h.emu:
            start = 4 * (across * sample.width // box.w.emu + down * sample.height // box.h.emu * sample.width)
            red, green, blue, alpha = sample.pixels[start : start + 4]
            a = alpha / 255
            colour = (
                colour[0] * (1 - a) + red * a,
                colour[1] * (1 - a) + green * a,
                colour[2] * (1 - a) + blue * a,
            )
    return colour


def _meets(one: Box, other: Box) -> bool:
    return one.x <= other.right and other.x <= one.right and one.y <= other.bottom and other.y <= one.bottom


def _mean(seen: Sequence[RGB]) -> str:
    return _hex((sum(c[0] for c in seen) / len(seen), sum(c[1] for c in seen) / len(seen), sum(c[2] for c in seen) / len(seen)))


def _hex(colour: RGB) -> str:
    return "".join(f"{min(255, max(0, round(part))):02X}" for part in colour)


def _light(colour: RGB) -> float:
    return 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2]
