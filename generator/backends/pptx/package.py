"""The zip package: python-pptx's, with part names in linear time, a walk without recursion, and the same bytes every time."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from typing import IO

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.package import Package

from generator.backends.pptx.markup import add, part, root

_EPOCH = (1980, 1, 1, 0, 0, 0)
_STORED = (".xlsx", ".png", ".jpg", ".jpeg")
_PICTURES = {"png": (".png", CT.PNG), "jpeg": (".jpg", CT.JPEG)}
_RELATIONSHIPS = "application/vnd.openxmlformats-package.relationships+xml"


class Deck(Package):  # type: ignore[misc]  # python-pptx is not followed by mypy
    """A presentation's package that can hold any number of parts and is saved deterministically."""

    def __init__(self, pkg_file: str | IO[bytes]) -> None:
        super().__init__(pkg_file)
        self._numbers: dict[str, int] = {}
        self._taken: frozenset[str] = frozenset()
        self._pictures: dict[bytes, Part] = {}

    def reserve(self) -> None:
        """Keep new parts from taking the names of those that are here already: capitals and suffixes make no other name."""
        self._taken = frozenset(str(held.partname).lower().rpartition(".")[0] for held in self.iter_parts())

    def next_partname(self, tmpl: str) -> PackURI:
        """The next free name of a pattern such as `/ppt/charts/chart%d.xml`."""
        while True:
            self._numbers[tmpl] = self._numbers.get(tmpl, 0) + 1
            name = tmpl % self._numbers[tmpl]
            if name.lower().removesuffix(".xml").removesuffix(".xlsx") not in self._taken:
                return PackURI(name)

    def picture(self, data: bytes, format: str) -> Part:
        """The part that holds a picture: the same one for the same bytes."""
        if data not in self._pictures:
            suffix, kind = _PICTURES[format]
            stem = self.next_partname("/ppt/media/image%d")
            self._pictures[data] = Part(PackURI(stem + suffix), kind, self, data)
        return self._pictures[data]

    def iter_parts(self) -> Iterator[Part]:
        """Each part once, depth first. Slides that link to each other must not deepen the call stack."""
        seen: set[int] = set()
        waiting = [iter(tuple(self._rels.values()))]
        while waiting:
            for relationship in waiting[-1]:
                if relationship.is_external or id(relationship.target_part) in seen:
                    continue
                found = relationship.target_part
                seen.add(id(found))
                yield found
                waiting.append(iter(tuple(found.rels.values())))
                break
            else:
                waiting.pop()

    def packed(self) -> bytes:
        """The package as the bytes of a file."""
        parts = tuple(self.iter_parts())
        members = {"_rels/.rels": self._rels.xml}
        for held in parts:
            members[held.partname.membername] = held.blob
            if held.rels:
                members[held.partname.rels_uri.membername] = held.rels.xml
        return archive(members, ((held.partname, held.content_type) for held in parts))


def archive(members: Mapping[str, bytes], types: Iterable[tuple[str, str]]) -> bytes:
    """A zip of the members in the order given, after the content types (part name, type) that describe them."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in {"[Content_Types].xml": _content_types(types), **members}.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = 3
            entry.external_attr = 0o600 << 16
            entry.compress_type = zipfile.ZIP_STORED if name.endswith(_STORED) else zipfile.ZIP_DEFLATED
            target.writestr(entry, data)
    return held.getvalue()


def _content_types(types: Iterable[tuple[str, str]]) -> bytes:
    table = root("ct:Types", "")
    add(table, "ct:Default", Extension="rels", ContentType=_RELATIONSHIPS)
    add(table, "ct:Default", Extension="xml", ContentType="application/xml")
    for name, kind in sorted(types):
        add(table, "ct:Override", PartName=name, ContentType=kind)
    return part(table)
