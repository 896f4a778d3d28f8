"""Pictures and the logo are read once, from the project's own files, and told where they cannot be shown."""

from __future__ import annotations

from collections.abc import Mapping

from generator.blocks.picture import Picture
from generator.content.library import Content
from generator.content.reader import read_content
from generator.errors import Findings
from generator.files import InMemory, Recording
from generator.notation.svg import Drawing

WALL = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><rect width="4" height="2"/></svg>'
TOPIC = "title: A\npart: focus\nblocks:\n  - {kind: picture, file: wall.svg, alt: A wall}\n"
BLOCK = TOPIC.split("blocks:")[1]


def read(files: Mapping[str, str | bytes]) -> tuple[Content, list[str], Recording]:
    findings, recording = Findings(), Recording(InMemory(files))
    content = read_content(recording, findings)
    return content, [f"{d.span}: {d.code} {d.message} | {d.hint}" for d in findings.items], recording


def with_wall(good: Mapping[str, str], **files: str) -> dict[str, str]:
    return {**good, "content/media/wall.svg": WALL, **files}


def test_a_picture_is_handed_over_in_blocks_handout_and_variants(good: dict[str, str]) -> None:
    below = BLOCK.replace("\n  ", "\n      ")
    topic = f"{TOPIC}handout:{BLOCK}variants:\n  brief:\n    blocks:{below}"
    content, findings, recording = read({**with_wall(good), "content/topics/c.yaml": topic})
    assert findings == []
    made = content.topics["c"]
    found = [blocks[0] for blocks in (made.blocks, made.handout, made.variants["brief"].blocks) if blocks]
    assert all(isinstance(block, Picture) and isinstance(block.media, Drawing) for block in found)
    assert len({id(block.media) for block in found if isinstance(block, Picture)}) == 1, "it is read once"
    assert "content/media/wall.svg" in recording.digests


def test_a_picture_that_is_not_there_is_told_where_it_is_named(good: dict[str, str]) -> None:
    _, findings, _ = read({**with_wall(good), "content/topics/c.yaml": TOPIC.replace("wall", "wal")})
    assert findings == ["content/topics/c.yaml:4:27: C020 there is no media file 'wal.svg' | did you mean 'wall.svg'?"]


def test_a_picture_that_cannot_be_shown_is_told_once_at_its_file(good: dict[str, str]) -> None:
    bad = {**good, "content/media/wall.svg": WALL.replace("<rect", "<script/><rect")}
    _, findings, _ = read({**bad, "content/topics/c.yaml": TOPIC, "content/topics/d.yaml": TOPIC})
    assert [line.partition(" <")[0] for line in findings] == ["content/media/wall.svg:1:1: C043"]


def test_a_text_file_named_as_a_picture_is_told(good: dict[str, str]) -> None:
    files = {**good, "content/media/wall.png": "words", "content/topics/c.yaml": TOPIC.replace(".svg", ".png")}
    _, findings, _ = read(files)
    assert [line.split(" is ")[0] for line in findings] == ["content/media/wall.png: C040 'content/media/wall.png'"]


def test_the_logo_is_read_with_the_project(good: dict[str, str]) -> None:
    project = good["rolecast.yaml"]
    content, findings, _ = read({**with_wall(good), "rolecast.yaml": f"{project}logo: content/media/wall.svg\n"})
    assert (findings, isinstance(content.logo, Drawing)) == ([], True)
    assert read(good)[0].logo is None
    content, findings, _ = read({**good, "rolecast.yaml": f"{project}logo: content/media/wall.svg\n"})
    assert content.logo is None
    assert [line.split(" | ")[0] for line in findings] == ["rolecast.yaml:5:7: C020 there is no file 'content/media/wall.svg'"]
