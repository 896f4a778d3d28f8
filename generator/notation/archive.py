"""Zip archives as members in memory: nothing is read beyond set limits, however a file lies; the same bytes every time."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from generator.errors import Findings
from generator.source import Span

LARGEST = 64_000_000
"""Bytes of an archive."""
MOST_MEMBERS = 5_000
MOST_DIRECTORY = 2_000_000
"""Bytes of an archive's table of contents, read before anything else."""
LARGEST_MEMBER = 64_000_000
MOST_UNPACKED = 200_000_000
"""Bytes of all members together."""
MOST_RATIO = 200
"""How many times larger than packed the members may be together, where they are more than `ANY_RATIO` bytes."""
ANY_RATIO = 10_000_000
_END, _END_64 = b"PK\x05\x06", b"PK\x06\x07"
_PACKED = (".png", ".jpg", ".jpeg", ".gif", ".fntdata")
"""Suffixes of files that packing makes no smaller."""
_END_SIZE, _COMMENT = 22, 65_535
_COPY = "open it in PowerPoint, save it under a new name, and use that; or fetch it again"
_BROKEN = (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, struct.error, RuntimeError)
"""What zipfile raises for archives that are damaged or made with other methods than office programs use."""


def read_archive(data: bytes, path: str, findings: Findings) -> dict[str, bytes] | None:
    """The files in an archive by name, folders left out; None and a finding (M003 to M006) where it cannot be read safely."""
    if len(data) > LARGEST:
        _too_large(path, f"it has {len(data):,} bytes, at most {LARGEST:,} are read", findings)
        return None
    listed = _directory(data)
    if listed is None:
        _damaged(path, "its end is missing", findings)
        return None
    entries, size = listed
    if entries > MOST_MEMBERS or size > MOST_DIRECTORY:
        _too_large(path, f"it says that it holds {entries:,} files, at most {MOST_MEMBERS:,} are read", findings)
        return None
    try:
        with ZipFile(BytesIO(data)) as opened:
            infos = [info for info in opened.infolist() if not info.is_dir()]
            if not _harmless(infos, path, findings):
                return None
            return {info.filename: _unpacked(opened, info) for info in infos}
    except _BROKEN as error:
        _damaged(path, str(error).lower() or "a file in it cannot be unpacked", findings)
        return None


def _directory(data: bytes) -> tuple[int, int] | None:
    """How many members the end of an archive states, and the bytes of their table; None where there is no end.

    An archive of the larger sort (more than 65,535 members or 4 GB) counts as one of too many members.
    """
    at = data.rfind(_END, max(0, len(data) - _COMMENT - _END_SIZE))
    if at < 0 or at + _END_SIZE > len(data):
        return None
    if data[max(0, at - 20) : at].startswith(_END_64):
        return 65_536, MOST_DIRECTORY + 1
    entries, size = struct.unpack_from("<HI", data, at + 10)
    return entries, size


def _harmless(infos: list[ZipInfo], path: str, findings: Findings) -> bool:
    if any(info.flag_bits & 1 for info in infos):
        findings.error(
            "M003", Span(path), f"{path!r} is protected by a password", _COPY.replace("save it", "remove the password, save it")
        )
        return False
    total, packed = sum(info.file_size for info in infos), sum(info.compress_size for info in infos)
    largest = max((info.file_size for info in infos), default=0)
    if len(infos) > MOST_MEMBERS:
        _too_large(path, f"it holds {len(infos):,} files, at most {MOST_MEMBERS:,} are read", findings)
    elif total > MOST_UNPACKED or largest > LARGEST_MEMBER:
        _too_large(path, f"it unpacks to {total:,} bytes, at most {MOST_UNPACKED:,} are read", findings)
    elif total > ANY_RATIO and total > packed * MOST_RATIO:
        _too_large(
            path, f"it unpacks to {total // max(packed, 1):,} times its size, as only archives made to do harm do", findings
        )
    else:
        return _well_named([info.filename for info in infos], path, findings)
    return False


def _well_named(names: list[str], path: str, findings: Findings) -> bool:
    """Whether every name stays inside the archive and stands there once; capitals make no second name."""
    seen: set[str] = set()
    for name in names:
        if name.startswith("/") or "\\" in name or ".." in name.split("/") or ":" in name.split("/")[0]:
            findings.error("M006", Span(path), f"{path!r} holds a file named {name!r}, which leads out of it", _COPY)
            return False
        if name.lower() in seen:
            findings.error("M006", Span(path), f"{path!r} holds two files named {name!r}", _COPY)
            return False
        seen.add(name.lower())
    return True


def _unpacked(opened: ZipFile, info: ZipInfo) -> bytes:
    """A member's bytes: as many as its header states, whatever its packed data would swell to."""
    with ZipFile.open(opened, info) as member:
        data = member.read(info.file_size + 1)
    if len(data) != info.file_size:
        raise BadZipFile(f"{info.filename} is shorter than it says")
    return data


def _too_large(path: str, reason: str, findings: Findings) -> None:
    hint = "delete the sample slides, videos and large pictures in PowerPoint, and save it as a new file"
    findings.error("M005", Span(path), f"{path!r} is too large to be a template: {reason}", hint)


def _damaged(path: str, reason: str, findings: Findings) -> None:
    findings.error("M004", Span(path), f"{path!r} is cut short or damaged: {reason}", _COPY)


def write_archive(members: Mapping[str, bytes]) -> bytes:
    """A zip of the members in the order given: the same bytes for the same members, whatever the clock says."""
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as target:
        for name, data in members.items():
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 3
            entry.external_attr = 0o600 << 16
            entry.compress_type = ZIP_STORED if name.endswith(_PACKED) else ZIP_DEFLATED
            target.writestr(entry, data)
    return held.getvalue()
