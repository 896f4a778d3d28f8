"""A specimen of a theme: a deck with every layout and every kind of block, its PDF, and a one-pager.

Its words lie in `templates/specimen/`; what differs from theme to theme (its name, type and colours) is written here.
"""

from __future__ import annotations

import json
import tempfile
from dataclasses import dataclass
from pathlib import Path

from generator.building.disk import check_writable, refused, write_folder, write_whole
from generator.building.request import BuildRequest
from generator.building.run import build as build_documents
from generator.building.template_files import is_template
from generator.building.workshop import project_files, read_material
from generator.errors import Diagnostic, Problems
from generator.files import packaged
from generator.page.colour import ROLES, Colour, contrast
from generator.source import Span
from generator.theme.stage import DARK, DIVIDER, LIGHT, TITLE_ONLY, TITLE_SLIDE
from generator.theme.tokens import Theme

ROOT = "templates/specimen"
NAMES = ("ink", "paper", "quiet ink", "surface", "first role", "second role", "third role", "good", "warn", "neutral")
DECK = "templates/decks/specimen.yaml.j2"
WRITTEN = {"specimen-specimen.pptx": ".pptx", "specimen-specimen.pdf": ".pdf", "specimen-one-pager-a4.pdf": "-one-pager.pdf"}
"""What is kept of the build, and how it is called behind the theme's id."""
OTHER_TITLE = "The same title slide, on the other ground"
TOPIC = "title: {title}\npart: theme\npriority: must\nminutes: 1\nupdated: 2026-01-05\nobjectives: [{aim}]\nblocks:\n{blocks}"


@dataclass(frozen=True, slots=True)
class Specimen:
    """The files that were written, and what the build found."""

    theme: str
    files: tuple[Path, ...]
    findings: tuple[Diagnostic, ...]


def make_specimen(project: Path | None, theme: str, out: Path) -> Specimen:
    """Write the specimen of a theme (its id in a project, or somebody's template) into `out`.

    Raises Problems: where there is no such theme (exit code 2), or nothing can be written (exit code 3).
    """
    check_writable(out)
    with tempfile.TemporaryDirectory(prefix="rolecast-specimen-") as scratch:
        place = Path(scratch).resolve() / "specimen"
        write_folder(place, {**_sample(), **_own_themes(project)})
        asked = str(Path(theme).resolve()) if is_template(theme) else theme
        material = read_material(place, asked)
        for path, text in _about(material.theme).items():
            write_whole(place / path, text.encode("utf-8"))
        made = place / "made"
        result = build_documents(BuildRequest(place, ("specimen",), documents=("specimen", "one-pager"), theme=asked, out=made))
        if result.errors:
            raise Problems(result.findings)
        written = tuple(_kept(made, out, material.theme.id))
    return Specimen(material.theme.name, written, result.findings)


def _kept(made: Path, out: Path, theme: str) -> list[Path]:
    """Copy the files of a build into `out`, under the theme's id."""
    written = []
    for name, suffix in WRITTEN.items():
        place = out / f"{theme}{suffix}"
        try:
            write_whole(place, next(made.rglob(name)).read_bytes())
        except OSError as error:
            raise Problems([refused(Span(str(place)), error)], exit_code=3) from None
        written.append(place)
    return written


def _sample() -> dict[str, bytes]:
    """The specimen's project by path, its theme's own topics still blank."""
    files = packaged(ROOT)
    found = {path.removeprefix(f"{ROOT}/"): files.read(path) for path in files.list(ROOT, "")}
    blank = "  - {kind: bullets, points: [One, Two]}\n"
    for name, aim in (("type", "see-type"), ("colours", "see-colour")):
        found[f"content/topics/show-{name}.yaml"] = TOPIC.format(title=f"The theme’s {name}", aim=aim, blocks=blank).encode()
    return found


def _own_themes(project: Path | None) -> dict[str, bytes]:
    """A project's own themes and fonts by path."""
    if project is None:
        return {}
    files = project_files(project)
    return {path: files.read(path) for folder in ("templates/themes", "fonts") for path in files.list(folder, "")}


def _about(theme: Theme) -> dict[str, str]:
    """The files that tell of one theme, by path."""
    sample = _sample()
    role = sample["content/roles/specimen.yaml"].decode()
    deck = sample[DECK].decode()
    said = json.dumps(f"{theme.name}: all of it in one place", ensure_ascii=False)
    told = role.replace('"All of it in one place"', said)
    if theme.stage.own:
        cover, divider = (_other(theme, sort) for sort in (TITLE_SLIDE, DIVIDER))
        deck = deck.replace("- slide: cover\n", f"- slide: cover\n- slide: cover\n  layout: {cover}\n  title: {OTHER_TITLE}\n", 1)
        turn = f"{{% if loop.index == 2 %}}\n  layout: {divider}\n{{% endif %}}\n"
        deck = deck.replace("  section: {{ section.id }}\n", "  section: {{ section.id }}\n" + turn, 1)
    topics = {
        "type": ("see-type", _type_title(theme), _sizes(theme)),
        "colours": ("see-colour", _colour_title(), _colours(theme)),
    }
    return {
        "content/roles/specimen.yaml": told,
        DECK: deck,
        **{
            f"content/topics/show-{name}.yaml": TOPIC.format(title=json.dumps(title, ensure_ascii=False), aim=aim, blocks=blocks)
            for name, (aim, title, blocks) in topics.items()
        },
    }


def _other(theme: Theme, sort: str) -> str:
    """The layout of that sort on the ground that the theme does not usually give it."""
    return f"{sort} {LIGHT if theme.stage.spot(sort).dark else DARK}"


def _type_title(theme: Theme) -> str:
    fonts = (theme.fonts.heading, theme.fonts.body)
    return (
        f"Titles and texts are set in {fonts[0]}"
        if fonts[0] == fonts[1]
        else f"Titles are set in {fonts[0]}, texts in {fonts[1]}"
    )


def _colour_title() -> str:
    return "Every colour has a role, and can be read on paper and on cards"


def _table(heads: list[tuple[str, str]], rows: list[list[str]]) -> str:
    """A table block as YAML; JSON is YAML too."""
    columns = [{"title": title, "align": align} for title, align in heads]
    block = {"kind": "table", "columns": columns, "rows": [{"cells": row} for row in rows]}
    return f"  - {json.dumps(block, ensure_ascii=False)}\n"


def _sizes(theme: Theme) -> str:
    fonts, stage = theme.fonts, theme.stage

    def span(sort: str) -> str:
        sizes = stage.spot(sort).title.sizes
        return f"{sizes[0]:g}" if len(sizes) == 1 else f"{sizes[0]:g} to {sizes[-1]:g}"

    rows = [
        ["Title slide", fonts.heading, span(TITLE_SLIDE)],
        ["Section", fonts.heading, span(DIVIDER)],
        ["Title of a slide", fonts.heading, span(TITLE_ONLY)],
        ["Heading on a card", fonts.heading if theme.look.display else fonts.body, "20 to 44"],
        ["Text", fonts.body, "18 to 24"],
        ["Table", fonts.body, "14 to 18"],
        ["Source", fonts.body, "12"],
        ["Code", fonts.code, "14 to 20"],
    ]
    return _table([("Where", "left"), ("Face", "left"), ("Points", "right")], rows)


def _colours(theme: Theme) -> str:
    scheme = theme.scheme

    def ratio(role: str, ground: str) -> str:
        return f"{contrast(scheme.rgb(Colour(role)), scheme.rgb(Colour(ground))):.1f} : 1"

    shown = [(role, name) for role, name in zip(ROLES, NAMES, strict=False) if role not in ("lt1", "lt2")]
    rows = [[name.capitalize(), role, scheme.hex(Colour(role)), ratio(role, "lt1"), ratio(role, "lt2")] for role, name in shown]
    heads = [("Colour", "left"), ("Role", "left"), ("Value", "left"), ("On paper", "right"), ("On a card", "right")]
    return _table(heads, rows)
