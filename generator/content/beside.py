"""What lies in files beside the texts: the tables behind charts, pictures, and the project's logo. Each is read once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol, TypeVar, runtime_checkable

from generator.block import Block
from generator.content.model import Project
from generator.content.places import DATA, MEDIA
from generator.content.topic import Topic, Variant
from generator.errors import Findings, Problems
from generator.files import Files
from generator.notation.csv import CsvTable, read_csv
from generator.notation.media import Media, read_media

T = TypeVar("T")


@runtime_checkable
class Charted(Protocol):
    """A block that draws a data file."""

    @property
    def data(self) -> str:
        """The file's name within content/data."""
        ...

    def with_table(self, table: CsvTable, findings: Findings) -> Block:
        """The same block with its table."""
        ...


@runtime_checkable
class Pictured(Protocol):
    """A block that shows a picture file."""

    @property
    def file(self) -> str:
        """The file's name within content/media."""
        ...

    def with_picture(self, media: Media) -> Block:
        """The same block with its picture."""
        ...


@dataclass(frozen=True, slots=True)
class Beside:
    """The files beside a project's texts."""

    files: Files
    findings: Findings
    tables: dict[str, CsvTable] = field(default_factory=dict)
    pictures: dict[str, Media] = field(default_factory=dict)
    lost: set[str] = field(default_factory=set)
    """The paths of files that are not there or hold nothing that can be used."""

    def filled(self, topic: Topic) -> Topic:
        """A topic whose charts have their tables and whose pictures are there: in its blocks, its handout, its variants."""
        variants = {name: variant.model_copy(update=self._blocks(variant)) for name, variant in topic.variants.items()}
        return topic.model_copy(update={**self._blocks(topic), "variants": variants})

    def logo(self, project: Project) -> Media | None:
        """The project's logo, if it has one that can be shown."""
        return self._once(self.pictures, project.logo, read_media) if project.logo else None

    def _blocks(self, thing: Topic | Variant) -> dict[str, object]:
        lists = {"blocks": thing.blocks, "handout": thing.handout}
        return {name: blocks and tuple(map(self._block, blocks)) for name, blocks in lists.items()}

    def _block(self, block: Block) -> Block:
        match block:
            case Charted():
                table = self._once(self.tables, f"{DATA}/{block.data}", read_csv)
                return block.with_table(table, self.findings) if table else block
            case Pictured():
                media = self._once(self.pictures, f"{MEDIA}/{block.file}", read_media)
                return block.with_picture(media) if media else block
            case _:
                return block

    def _once(self, known: dict[str, T], path: str, read: Callable[[bytes, str, Findings], T | None]) -> T | None:
        if path not in known and path not in self.lost:
            found = self._read(path, read) if self.files.exists(path) else None  # a missing one is told as a reference
            if found is None:
                self.lost.add(path)
            else:
                known[path] = found
        return known.get(path)

    def _read(self, path: str, read: Callable[[bytes, str, Findings], T | None]) -> T | None:
        try:
            return read(self.files.read(path), path, self.findings)
        except Problems as problems:
            self.findings.items.extend(problems.diagnostics)
            return None
