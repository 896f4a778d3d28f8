"""What sort of file somebody gives as a template, told by what it holds and never by its name."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.errors import Findings
from generator.source import Span

_SAVE = "open it in PowerPoint and save it as a presentation (.pptx) or a template (.potx)"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OPENINGS = {
    b"%PDF": "a PDF",
    b"{\\rtf": "a text document (RTF)",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"\x1f\x8b": "a compressed file",
    b"7z\xbc\xaf": "a compressed file",
    b"Rar!": "a compressed file",
    b"<": "markup",
}
"""What other files begin with."""
_MAIN_TYPES = {
    b"wordprocessingml": "a Word document",
    b"spreadsheetml.sheet.main": "an Excel workbook",
    b"spreadsheetml.template.main": "an Excel workbook",
    b"ms-excel": "an Excel workbook",
    b"ms-word": "a Word document",
    b"ms-visio": "a Visio drawing",
    b"themeManager+xml": "an Office theme (.thmx)",
}
"""Content types of main parts that make a package another program's file."""
_PRESENTATION = re.compile(
    rb"presentationml\.(presentation|template|slideshow)\.main|powerpoint\.(presentation|template|slideshow)\.macroEnabled\.main"
)
_STRICT = b"http://purl.oclc.org/ooxml/"


def zipped(data: bytes, path: str, findings: Findings) -> bool:
    """Whether a file is a zip archive, as every PowerPoint file since 2007 is; else a finding (M001 to M003) says what it is."""
    if data.startswith(b"PK"):
        return True
    span = Span(path)
    if not data.startswith(_OLE):
        kind = next((name for opening, name in _OPENINGS.items() if data.startswith(opening)), "")
        held = f"it is {kind}" if kind else "it is no file of PowerPoint's" if data else "it is empty"
        findings.error("M001", span, f"{path!r} is no presentation: {held}", _SAVE + "; renaming a file does not change it")
    elif "EncryptedPackage".encode("utf-16-le") in data:
        hint = "in PowerPoint, File > Info > Protect Presentation > Encrypt with Password: empty the password, and save it"
        findings.error("M003", span, f"{path!r} is protected by a password", hint)
    else:
        findings.error("M002", span, f"{path!r} is of the older sort (.ppt, .pot), which cannot be read", _SAVE)
    return False


def presentation(files: Mapping[str, bytes], path: str, findings: Findings) -> bool:
    """Whether the files of an archive are PowerPoint's; else a finding (M001, M002, M009) says what they are."""
    span = Span(path)
    types = files.get("[Content_Types].xml", b"").replace(b"\0", b"")
    if not types:
        kind = _unlisted(files)
        message = f"{path!r} is no presentation: it is {kind}"
        findings.error("M002" if "Open" in kind or "Keynote" in kind else "M001", span, message, _SAVE)
        return False
    if not _PRESENTATION.search(types):
        kind = next((name for word, name in _MAIN_TYPES.items() if word in types), "a package without a presentation")
        hint = _SAVE if "theme" not in kind else "open it in PowerPoint and save it as a template (.potx)"
        findings.error("M002", span, f"{path!r} is no presentation: it is {kind}", hint)
        return False
    if _STRICT in files.get("_rels/.rels", b"").replace(b"\0", b""):
        hint = "in PowerPoint, File > Save As, and choose 'PowerPoint Presentation (*.pptx)', not 'Strict Open XML Presentation'"
        findings.error("M009", span, f"{path!r} is saved as Strict Open XML, which few programs read", hint)
        return False
    return True


def _unlisted(files: Mapping[str, bytes]) -> str:
    """What an archive is that is no Office package."""
    kind = files.get("mimetype", b"")[:100]
    if b"opendocument" in kind:
        return "an OpenDocument file (.odp and the like)"
    if any(name.endswith(".iwa") for name in files) or "index.apxl" in files:
        return "a Keynote file"
    return "a zip archive" if files else "an empty zip archive"
