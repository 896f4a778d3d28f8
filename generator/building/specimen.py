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
from generator.page.colour import Colour, contrast
from generator.source import Span
from generator.theme.stage import DARK, DIVIDER, LIGHT, TITLE_ONLY, TITLE_SLIDE
from generator.theme.tokens import Theme

ROOT = "templates/specimen"
SHOWN = {
    "dk1": ("Ink", "type"), "dk2": ("Quiet ink", "case-lower"), "accent6": ("Neutral", "minus"), "accent4": ("Good", "check"),
    "accent1": ("First role", "circle"), "accent2": ("Second role", "square"), "accent3": ("Third role", "hexagon"),
    "accent5": ("Warn", "triangle-alert"),
}  # fmt: skip
"""The colours of the scheme that text may have, by role: what each is for, and an icon that says so."""
DRAWING = "content/media/grid.svg"
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
    for name, aim in (("type", "see-type"), ("sizes", "see-type"), ("colours", "see-colour")):
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
        "type": ("see-type", _type_title(theme), _faces(theme)),
        "sizes": ("see-type", "Text keeps 18 points, whatever else is on the page", _block(SIZES_CHART)),
        "colours": ("see-colour", "Every colour has a role, and can be read on a card", _colours(theme)),
    }
    return {
        "content/roles/specimen.yaml": told,
        DECK: deck,
        DRAWING: _drawing(theme, sample[DRAWING].decode()),
        "content/data/sizes.csv": _sizes(theme),
        **{
            f"content/topics/show-{name}.yaml": TOPIC.format(title=json.dumps(title, ensure_ascii=False), aim=aim, blocks=blocks)
            for name, (aim, title, blocks) in topics.items()
        },
    }


def _drawing(theme: Theme, grey: str) -> str:
    """The drawing of the grid in the theme's own colours, for the greys that it is drawn in: a picture knows no scheme."""
    colours = {"#E2DFDB": theme.named["line"], "#8E8A85": theme.named["mute"], "#4A4743": Colour("accent2")}
    for drawn, colour in colours.items():
        grey = grey.replace(drawn, f"#{theme.scheme.hex(colour).removeprefix('#')}")
    return grey


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


def _block(block: dict[str, object]) -> str:
    """A block as YAML; JSON is YAML too."""
    return f"  - {json.dumps(block, ensure_ascii=False)}\n"


def _faces(theme: Theme) -> str:
    """The heading face as large as type gets, the text face in the line below it, and the least size of each."""
    fonts, title = theme.fonts, theme.stage.spot(TITLE_ONLY).title.sizes[-1]
    other = "so is this line" if fonts.body == fonts.heading else f"this line is {fonts.body}"
    rows = [
        {"number": f"{title:g}", "title": "Titles", "text": f"{fonts.heading}, on two lines at most"},
        {"number": "18", "title": "Text", "text": f"{fonts.body}, on cards, in lists and in notes"},
        {"number": "14", "title": "Tables and labels", "text": f"{fonts.body}; code is set in `{fonts.code}`"},
    ]
    shown = {"number": "Aa", "meaning": f"is {fonts.heading}, and {other}", "heading": "The least that each may have, in points"}
    return _block({"kind": "big-number", **shown, "rows": rows})


SIZES_CHART: dict[str, object] = {
    "kind": "chart", "form": "bar", "data": "sizes.csv", "category": "Where", "value": "Points", "unit": "pt",
    "emphasis": ["Text"],
    "points": [
        {"lead": "Never below it", "text": "What does not fit goes on over the next slide."},
        {"lead": "Above it in steps", "text": "Headings take 20, 24 or 28, and nothing between."},
    ],
}  # fmt: skip


def _sizes(theme: Theme) -> str:
    """What stands in how many points, as a CSV file: titles at their largest, all else at its smallest."""
    sizes = [(name, theme.stage.spot(sort).title.sizes[0]) for name, sort in
             (("Title slide", TITLE_SLIDE), ("Section", DIVIDER), ("Title", TITLE_ONLY))]  # fmt: skip
    rows = [*sizes, ("Text", 18), ("Table, label", 14), ("Source", 12)]
    return "Where,Points\n" + "".join(f'"{name}",{size:g}\n' for name, size in rows)


def _colours(theme: Theme) -> str:
    """A card for each colour that text may have: its sign, and how far it stands out from the card, said in that colour."""
    scheme = theme.scheme

    def shown(role: str) -> dict[str, str]:
        found = contrast(scheme.rgb(Colour(role)), scheme.rgb(Colour("lt2")))
        name, icon = SHOWN[role]
        text = f"`{role}`, {found:.1f} to 1"
        return {"title": name, "text": text, "icon": icon, "colour": role, "value": scheme.hex(Colour(role))}

    return _block({"kind": "cards", "cards": [shown(role) for role in SHOWN]})
