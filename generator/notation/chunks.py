"""What PNG and JPEG files are made of: their size without decoding them, and the same file without what is not seen.

PNG: W3C recommendation, third edition, chapter 5. JPEG: ITU-T T.81, annex B.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_PNG_SEEN = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"})
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""The markers of a JPEG's frame header, which says its size."""
_JFIF, _ADOBE, _COMMENT, _SCAN, _END = 0xE0, 0xEE, 0xFE, 0xDA, 0xD9
_MARKER = re.compile(rb"\xff([^\x00\xd0-\xd7\xff])", re.DOTALL)


def size_of(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels as the file's head says; None where it does not say them."""
    if data.startswith(PNG) and data[12:16] == b"IHDR" and len(data) >= 33:
        return int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
    if data.startswith(JPEG):
        for marker, segment in _segments(data):
            if marker in _FRAMES and len(segment) >= 10:
                return int.from_bytes(segment[7:9]), int.from_bytes(segment[5:7])
    return None


def png_depth(data: bytes) -> int:
    """The bits of a PNG's channel."""
    return data[24]


def animated(data: bytes) -> bool:
    """Whether a PNG holds several pictures shown one after the other."""
    return data.startswith(PNG) and any(kind == b"acTL" for kind, _ in _chunks(data))


def bare(data: bytes) -> bytes:
    """The same picture without places, dates, names, thumbnails, profiles, comments and whatever follows its end."""
    if data.startswith(PNG):
        return PNG + b"".join(chunk for kind, chunk in _chunks(data) if kind in _PNG_SEEN)
    return b"\xff\xd8" + b"".join(segment for marker, segment in _segments(data) if _is_seen(marker, segment))


def _is_seen(marker: int, segment: bytes) -> bool:
    if marker == _JFIF:
        return len(segment) == 18  # longer ones hold a thumbnail
    return marker == _ADOBE or not (marker == _COMMENT or 0xE0 <= marker <= 0xEF)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The kind and all bytes of every chunk, up to the end of the picture."""
    at = len(PNG)
    while at + 12 <= len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4])
        kind = data[at + 4 : at + 8]
        yield kind, data[at:end]
        if kind == b"IEND":
            return
        at = end


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The marker and all bytes of every segment (a scan with its pixels), up to the end of the picture."""
    at = 2
    while at + 2 <= len(data):
        if data[at] != 0xFF:
            return
        marker = data[at + 1]
        if marker == 0xFF:  # a fill byte
            at += 1
            continue
        end = at + 2 if marker == _END else at + 2 + int.from_bytes(data[at + 2 : at + 4])
        if marker == _SCAN:
            found = _MARKER.search(data, end)
            end = found.start() if found else len(data)
        yield marker, data[at:end]
        if marker == _END:
            return
        at = end
