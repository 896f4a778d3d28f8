"""Read a theme folder's tokens."""

from __future__ import annotations

from dataclasses import replace

from generator.errors import Findings
from generator.files import Files
from generator.geometry import inch, pt
from generator.notation.records import read_record
from generator.notation.yaml import read_yaml
from generator.page.colour import ROLES, Colour, ColourScheme
from generator.page.pages import FontScheme
from generator.source import Span
from generator.theme.look import (
    Band,
    CardStyle,
    Drawing,
    Grid,
    Ground,
    Look,
    Opening,
    PageRule,
    ProgressLine,
    Side,
    TitleType,
)
from generator.theme.master import SIZES, own_master, own_stage
from generator.theme.schema import DrawnTokens, Named, ShapeTokens, ThemeFile, TitleTokens
from generator.theme.tokens import Shade, Theme


def read_theme(files: Files, name: str, findings: Findings) -> Theme | None:
    """Read the theme `name` from `templates/themes/`; None and findings where it is not one."""
    path = f"templates/themes/{name}/theme.yaml"
    if not files.exists(path):
        known = sorted(p.split("/")[2] for p in files.list("templates/themes", "theme.yaml"))
        findings.error("C020", Span(path), f"theme {name!r} does not exist", f"known: {', '.join(known)}")
        return None
    tree = read_yaml(files.read(path), path, findings)
    record = read_record(tree, ThemeFile, findings) if tree else None
    if record is None:
        return None
    missing = [role for role in ROLES if role not in record.colours]
    if missing:
        findings.error("C006", record.span, f"colour {missing[0]!r} is missing", f"a theme names all of {', '.join(ROLES)}")
        return None
    return _theme(name, record)


def _theme(name: str, record: ThemeFile) -> Theme:
    shades: dict[str, dict[str, Shade]] = {key: dict(getattr(record.shades, key)) for key in ("tint", "light", "deep", "veil")}
    scheme = ColourScheme(record.name, tuple(record.colours[role] for role in ROLES))
    fonts = FontScheme(record.fonts.heading, record.fonts.body, record.fonts.code)
    named = {key: _named(getattr(record.named, key)) for key in ("line", "mute", "night1", "night2", "night3", "neutral")}
    look = _look(record)
    stage = own_stage(SIZES[record.slide], look)
    master = own_master((record.name, scheme, fonts), stage, look)
    theme = Theme(name, record.name, scheme, fonts, shades, named, stage, master, look=look, fallback=record.fallback)
    if not record.sheet.colours:
        return theme
    printed = replace(scheme, values=tuple(record.sheet.colours.get(role, record.colours[role]) for role in ROLES))
    return replace(theme, on_paper=replace(theme, scheme=printed, master=replace(master, scheme=printed)))


def _named(value: Named) -> Colour:
    return Colour(value.role, *value.shade)


def _look(record: ThemeFile) -> Look:
    letters, shapes, grid = record.type, record.shapes, record.grid
    return Look(
        _titled(letters.title),
        _titled(letters.cover),
        _titled(letters.divider),
        letters.eyebrow,
        letters.display or 0,
        Grid(inch(grid.margin), inch(grid.eyebrow), inch(grid.title), tuple(map(inch, grid.body)), inch(grid.foot)),
        CardStyle(shapes.card),
        inch(shapes.corner),
        _progress(shapes),
        tuple(PageRule(inch(rule.at), pt(rule.weight), Colour(rule.colour)) for rule in shapes.rules),
        _opening(record.cover),
        _opening(record.divider),
        Band(record.sheet.band),
        record.sheet.type,
    )


def _titled(tokens: TitleTokens) -> TitleType:
    return TitleType(tokens.sizes, tokens.weight == "bold", tokens.line)


def _progress(shapes: ShapeTokens) -> ProgressLine:
    line = shapes.progress
    return ProgressLine(Side(line.side), inch(line.thickness), inch(line.gap))


def _opening(tokens: DrawnTokens) -> Opening:
    return Opening(Drawing(tokens.drawing), Ground(tokens.ground))
