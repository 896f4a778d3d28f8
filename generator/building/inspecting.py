"""What somebody else's template holds, as plain values: for a person to read and for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.building.template_files import Found, Opened, no_template, open_template
from generator.errors import Diagnostic, Findings, Problems
from generator.files import Disk, packaged_templates
from generator.page.colour import ROLES
from generator.theme.foreign.design import Design, ForeignLayout, ForeignPlaceholder
from generator.typography.twins import SOURCES, twin_of

LEFT_OUT = ("M012", "M013", "M014", "M015")
"""The findings that tell what of a template is not carried over."""


@dataclass(frozen=True, slots=True)
class Inspected:
    """A template that was opened, and what was found on the way."""

    opened: Opened
    findings: tuple[Diagnostic, ...]

    @property
    def design(self) -> Design:
        """What it holds."""
        return self.opened.source.design


def inspect(path: Path) -> Inspected:
    """Open a template anywhere on the disk. Raises Problems: exit code 2 where there is none, 1 where it cannot be used."""
    if not path.is_file():
        raise Problems([no_template(path, "write the path of a .pptx or .potx file")], exit_code=2)
    findings = Findings()
    place = path.resolve()
    opened = open_template(Found(Disk(place.parent), place.name, str(path), outside=True), packaged_templates(), findings)
    if opened is None:
        raise Problems(findings.items)
    return Inspected(opened, tuple(findings.items))


def as_values(inspected: Inspected) -> dict[str, object]:
    """All of it, for programs. Lengths are centimetres, sizes points."""
    design = inspected.design
    return {
        "file": design.path,
        "slide": {"width": _cm(design.size.w.mm), "height": _cm(design.size.h.mm)},
        "slides": design.slides,
        "masters": [_master(design, number) for number in range(len(design.masters))],
        "layouts": [_layout(layout) for layout in design.layouts],
        "fonts": [{"name": name, "uses": uses, "here": here(name, design)} for name, uses in fonts_of(design)],
        "embedded": list(design.embedded),
        "guides": design.guides,
        "custom-colours": design.custom_colours,
        "left-out": [finding.message for finding in inspected.findings if finding.code in LEFT_OUT],
        "not-drawn": [finding.message for finding in inspected.findings if finding.code == "M020"],
    }


def fonts_of(design: Design) -> list[tuple[str, int]]:
    """The fonts that are really used, most used first; then those the theme names in vain."""
    used = sorted(design.typefaces.items(), key=lambda pair: (-pair[1], pair[0]))
    return [*used, *((name, 0) for name in design.unused_fonts)]


def here(font: str, design: Design) -> str:
    """What text in a font is measured with."""
    if font in design.embedded:
        return "embedded"
    twin = twin_of(font)
    if not twin.exact:
        return f"missing; {SOURCES[twin.source].name} stands in, {round((twin.stretch - 1) * 100)} % wider"
    return "yes" if twin.stretch == 1 else f"yes, as wide as {SOURCES[twin.source].name} at {twin.stretch:.0%}"


def _master(design: Design, number: int) -> dict[str, object]:
    master = design.masters[number]
    return {
        "number": number + 1,
        "name": master.name,
        "part": master.part,
        "fonts": {"heading": master.fonts.major, "body": master.fonts.minor},
        "colours": dict(zip(ROLES, master.colours, strict=True)),
        "layouts": sum(1 for layout in design.layouts if layout.master == number),
    }


def _layout(layout: ForeignLayout) -> dict[str, object]:
    return {
        "number": layout.number,
        "name": layout.name,
        "type": layout.type,
        "master": layout.master + 1,
        "part": layout.part,
        "ground": {"kind": layout.ground.kind.value, "colour": layout.ground.colour},
        "placeholders": [_placeholder(place) for place in layout.placeholders],
    }


def _placeholder(place: ForeignPlaceholder) -> Mapping[str, object]:
    box = place.box
    return {
        "type": place.type,
        "idx": place.idx,
        "name": place.name,
        "box": [_cm(length.mm) for length in (box.x, box.y, box.w, box.h)],
        "size": round(place.look.size.pt * place.font_scale, 1),
        "colour": place.look.colour,
        "problem": place.problem,
    }


def _cm(mm: float) -> float:
    return round(mm / 10, 2)


def told(inspected: Inspected) -> Iterator[str]:
    """The same for a person, line by line; lines without indent are headings."""
    design = inspected.design
    size = design.size
    inches = f"{size.w.inches:.2f} x {size.h.inches:.2f} in"
    yield f"{design.path}: {_cm(size.w.mm)} x {_cm(size.h.mm)} cm ({inches}), {_count(design)}"
    for number, master in enumerate(design.masters, 1):
        yield f"Master {number} {master.name!r}: headings {master.fonts.major}, text {master.fonts.minor}"
        yield "  colours: " + ", ".join(f"{role} {value}" for role, value in zip(ROLES, master.colours, strict=True))
    for layout in design.layouts:
        kind = f" ({layout.type})" if layout.type else ""
        yield f"Layout {layout.number} {layout.name!r}{kind}, master {layout.master + 1}, ground {layout.ground.colour}"
        for place in layout.placeholders:
            yield f"  {_line(place)}"
    yield "Fonts"
    for name, uses in fonts_of(design):
        yield f"  {name}: {f'{uses} places' if uses else 'named by the theme, used nowhere'}; here: {here(name, design)}"
    yield "Left out and not shown"
    notes = [finding.message for finding in inspected.findings]
    yield from (f"  {note}" for note in notes or ["nothing"])


def _count(design: Design) -> str:
    one = "sample slide" if design.slides == 1 else "sample slides"
    return f"{len(design.masters)} master{'s' * (len(design.masters) != 1)}, {len(design.layouts)} layouts, {design.slides} {one}"


def _line(place: ForeignPlaceholder) -> str:
    box = place.box
    where = f"{_cm(box.x.mm):g}, {_cm(box.y.mm):g} cm, {_cm(box.w.mm):g} x {_cm(box.h.mm):g} cm"
    problem = f"; not used: {place.problem}" if place.problem else ""
    return f"{place.type} idx {place.idx} {place.name!r}: {where}, {place.look.size.pt * place.font_scale:g} pt{problem}"
