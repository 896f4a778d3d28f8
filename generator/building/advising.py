"""What each sort of slide stands on in a template and why, what is weak, and how to mend it in PowerPoint."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.building.inspecting import Inspected, fonts_of, here, inspect
from generator.errors import Diagnostic, Findings
from generator.geometry import Box
from generator.theme.foreign.adopting import Adoption, adopt
from generator.theme.foreign.resolving import Choice, How
from generator.theme.foreign.wishes import WORDS
from generator.theme.stage import CONTENT, DIVIDER, TITLE_SLIDE, Spot, Stage

SMALL_TITLE, SMALL_FOOT = 20.0, 9.0
"""Points: of a title on a slide of 13.33 by 7.5 inches, and of a footer in the file."""
RULE = (
    "How layouts are found: what theme.yaml beside the template says; else a usual name, in any of many languages, on a layout "
    "that has the places it needs; else the placeholders and where they are; else the layout of the sort that is most like it."
)


@dataclass(frozen=True, slots=True)
class Advice:
    """A checked template."""

    inspected: Inspected
    adoption: Adoption | None
    """None where no deck can be made on it."""
    findings: tuple[Diagnostic, ...]


def check_template(path: Path) -> Advice:
    """Check a template anywhere on the disk. Raises Problems where it cannot be opened."""
    inspected = inspect(path)
    findings = Findings()
    adoption = adopt(inspected.opened.source, findings)
    if adoption is not None:
        _advise(adoption, inspected, findings)
    return Advice(inspected, adoption, (*inspected.findings, *findings.items))


def _advise(adoption: Adoption, inspected: Inspected, findings: Findings) -> None:
    span = inspected.opened.source.span
    for choice in adoption.choices:
        if choice.how is How.FALLBACK and choice.sort in (TITLE_SLIDE, DIVIDER):
            what = "title slides" if choice.sort == TITLE_SLIDE else "section openings"
            message = f"no layout is made for {what}; {choice.offer.layout.name!r} is used"
            findings.warning(
                "M051", span, message, f"in PowerPoint, View > Slide Master, {_wanted(choice)}; or name one in theme.yaml"
            )
    for choice in adoption.choices:
        if choice.sort == CONTENT and "footer" not in choice.offer.feet:
            message = f"layout {choice.offer.layout.name!r} has no footer, so that slides do not show audience and clearance"
            way = "in PowerPoint, View > Slide Master, tick Footers for this layout (on the master: Master Layout > Footer)"
            findings.warning("M055", span, message, way)
    for choice in {choice.offer.layout.part: choice for choice in adoption.choices}.values():
        _sizes(choice, adoption.theme.stage, inspected, findings)
    for name, _ in fonts_of(inspected.design):
        if here(name, inspected.design).startswith("missing") and name in (
            adoption.theme.fonts.heading,
            adoption.theme.fonts.body,
        ):
            message = f"the font {name!r} is not here; its text is measured with a wider one, and drawn so in PDFs"
            findings.warning("M054", span, message, "put its TTF or OTF files into a `fonts` folder beside the template")


def _wanted(choice: Choice) -> str:
    if choice.sort == TITLE_SLIDE:
        return "insert a layout with a large title and a subtitle placeholder, and call it Title Slide"
    return "insert a layout with a large title and a text placeholder, and call it Section Header"


def _sizes(choice: Choice, stage: Stage, inspected: Inspected, findings: Findings) -> None:
    span, spot, name = inspected.opened.source.span, stage.spot(choice.sort), choice.offer.layout.name
    if spot.title.sizes[0] < SMALL_TITLE:
        legible = f"where {SMALL_TITLE * stage.scale:.0f} pt are legible"
        message = f"the title of layout {name!r} is set in {choice.offer.size:g} pt, {legible}"
        findings.warning("M052", span, message, "in PowerPoint, View > Slide Master, make the title's type larger")
    sizes = {slot: place.look.size.pt * place.font_scale for slot, place in choice.offer.feet.items() if slot in spot.feet}
    small = [f"{slot} {size:g} pt" for slot, size in sizes.items() if size < SMALL_FOOT]
    if small:
        message = f"the footers of layout {name!r} are set too small: {', '.join(small)}"
        findings.warning("M053", span, message, f"in PowerPoint, View > Slide Master, set them in {SMALL_FOOT:g} pt or more")


def told(advice: Advice) -> Iterator[str]:
    """What was found, line by line; lines without indent are headings."""
    if advice.adoption is None:
        return
    adoption, stage = advice.adoption, advice.adoption.theme.stage
    yield "Layouts"
    for choice in adoption.choices:
        layout, spot = choice.offer.layout, stage.spot(choice.sort)
        yield f"  {WORDS[choice.sort]}: layout {layout.number} {layout.name!r} (by {choice.how}): {choice.why}"
        size = spot.title.sizes[0] * stage.scale
        yield f"    title {_size(spot.title.box, stage)} in {size:.4g} pt{_rest(choice, spot, stage)}"
    asked = [name for name in stage.spots if name not in WORDS]
    if asked:
        yield f"  `layout:` of a topic or a deck's template takes these, too: {', '.join(asked)}"
    yield from (f"  not taken: {remark}" for remark in adoption.remarks)
    yield f"  {RULE}"
    yield "Colours"
    scheme = adoption.theme.scheme
    yield f"  ink {scheme.values[0]} on {scheme.values[1]}; accents {', '.join(scheme.values[4:10])}"
    yield from (f"  {repaint}" for repaint in adoption.repaints)
    yield "Fonts"
    for name in dict.fromkeys((adoption.theme.fonts.heading, adoption.theme.fonts.body)):
        yield f"  {name}; here: {here(name, advice.inspected.design)}"


def _rest(choice: Choice, spot: Spot, stage: Stage) -> str:
    parts = [] if choice.sort in (TITLE_SLIDE, DIVIDER) else [f"content {_size(spot.body, stage)}"]
    if spot.subtitle:
        side = "above" if spot.subtitle.box.y < spot.title.box.y else "below"
        parts.append(f"text {side} it {_size(spot.subtitle.box, stage)}")
    if spot.kicker:
        parts.append("section's name above it")
    if spot.feet:
        parts.append(", ".join(spot.feet))
    return "".join(f"; {part}" for part in parts)


def _size(box: Box, stage: Stage) -> str:
    return f"{box.w.mm * stage.scale / 10:.1f} x {box.h.mm * stage.scale / 10:.1f} cm"


def as_values(advice: Advice) -> dict[str, object]:
    """The same for programs."""
    if advice.adoption is None:
        return {"layouts": [], "remarks": [], "colours": []}
    return {
        "layouts": [
            {
                "sort": WORDS[c.sort],
                "layout": c.offer.layout.name,
                "number": c.offer.layout.number,
                "by": c.how.value,
                "why": c.why,
            }
            for c in advice.adoption.choices
        ],
        "remarks": list(advice.adoption.remarks),
        "colours": list(advice.adoption.repaints),
    }
