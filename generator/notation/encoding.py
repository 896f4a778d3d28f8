"""Bytes to text: UTF-8 only, with the place of the first byte that is not."""

from __future__ import annotations

import re

from generator.errors import Findings
from generator.source import Span

BOM = "\ufeff"
FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no text of ours may hold: control characters and non-characters."""


def decode(data: bytes, path: str, findings: Findings) -> str | None:
    """The text of a file without byte order mark, lines ended by line feeds; None and a finding (C001) where it is not UTF-8."""
    try:
        text = data.decode("utf-8").removeprefix(BOM).replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").removeprefix(BOM).replace("\r\n", "\n").replace("\r", "\n")
        message = f"byte 0x{data[error.start]:02X} is not UTF-8"
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            message = "the file is UTF-16, not UTF-8"
        findings.error("C001", place(path, before, len(before)), message, "save the file as UTF-8")
        return None
    bad = FORBIDDEN.search(text)
    if bad:
        message = f"character U+{ord(bad.group()):04X} cannot be shown"
        findings.error("C001", place(path, text, bad.start()), message, "remove it, or save the file as UTF-8")
        return None
    return text


def place(path: str, text: str, offset: int) -> Span:
    """The line and column of a character of `text`."""
    line = text.count("\n", 0, offset)
    return Span(path, line + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1)
