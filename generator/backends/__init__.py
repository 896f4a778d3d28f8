"""Pages in, bytes out: the formats a document can be written in.

A new format is a module or folder here with a `write`, and one line in `FORMATS`. No format imports another. Writers are
imported when they first write, so that listing the formats costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.page.pages import Document


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name on the command line, its files' suffix (with the dot), and its writer."""

    name: str
    suffix: str
    write: Callable[[Document], bytes]


def _pptx(document: Document) -> bytes:
    from generator.backends.pptx import write  # noqa: PLC0415

    return write(document)


def _pdf(document: Document) -> bytes:
    from generator.backends.pdf import write  # noqa: PLC0415

    return write(document)


def _dump(document: Document) -> bytes:
    from generator.backends.dump import write  # noqa: PLC0415

    return write(document)


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "pptx": Format("pptx", ".pptx", _pptx),
        "pdf": Format("pdf", ".pdf", _pdf),
        "dump": Format("dump", ".txt", _dump),
    }
)
