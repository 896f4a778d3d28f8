"""The mapping of a template, written to be edited, and a deck that shows every placeholder of every layout by its name."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.backends import FORMATS
from generator.building.disk import write_whole
from generator.building.faces import faces_for
from generator.building.inspecting import Inspected, inspect
from generator.errors import Diagnostic, Findings, Problems
from generator.files import InMemory
from generator.geometry import pt
from generator.page.colour import Colour, channels, contrast
from generator.page.items import Item, Mark, ShapeItem, Stroke, TextItem
from generator.page.pages import Document, FontScheme, Page, Placeholder
from generator.page.shapes import Rectangle
from generator.page.text import Anchor, Inset, Paragraph, Run, Style
from generator.source import Span
from generator.theme.foreign.adopting import CODE, Adoption, adopt, whole_master
from generator.theme.foreign.design import ForeignLayout, ForeignPlaceholder
from generator.theme.foreign.grounds import ground_under
from generator.theme.foreign.offers import TEXTS, TITLES, told
from generator.theme.foreign.wishes import WORDS
from generator.typography.lines import set_text
from generator.typography.measure import Measure
from generator.typography.shelf import Shelf

MADE = date(2000, 1, 1)
"""The date of a deck that tells of no content."""
LABEL, SMALL, LEAST = pt(14), pt(9), pt(6)
EDGE = pt(1.5)
INSET = Inset(pt(4), pt(2), pt(4), pt(2))
HEAD = """\
# How Rolecast uses {name}. What stands here wins over what it finds by itself; every key may be left out.
# Keep this file beside the template, as {stem}.yaml or as theme.yaml. docs/themes.md explains every key.
template: {quoted}
"""
MORE = """
# Placeholders by idx or by name, where another one should be taken:
# places:
#   content: {title: 0, body: 1, eyebrow: 13}
#   title: {title: 0, subtitle: 1}
# The area for content in centimetres: from the left, from the top, width, height:
# regions:
#   content: [2.0, 4.5, 20.0, 11.0]
# Colours of the template (dk1 lt1 dk2 lt2 accent1 to accent6), or six digits, for ours:
# colours: {accent1: accent2, accent3: "8A1538"}
# Fonts, where titles and texts should not be in those of the layouts:
# fonts: {heading: Arial, body: Arial}

# What the template has:
"""


def write_map(template: Path, out: Path | None, force: bool) -> tuple[Path, Path]:
    """Write the mapping and, beside it, the deck; their paths.

    Raises Problems where the template cannot be opened, or where a file is there already and `force` is not asked for.
    """
    inspected = inspect(template)
    mapping = out or template.with_suffix(".yaml")
    deck = mapping.parent / f"{template.stem}-map.pptx"
    taken = [path for path in (mapping, deck) if path.exists() and not (force and path.is_file())]
    if taken:
        findings = [
            Diagnostic(
                "N003", Span(str(path)), "this is there already", "add --force to replace a file, or write elsewhere with -o FILE"
            )
            for path in taken
        ]
        raise Problems(findings)
    if template.resolve() in (mapping.resolve(), deck.resolve()):
        raise Problems([Diagnostic("N003", Span(str(template)), "this is the template itself", "write elsewhere with -o FILE")])
    adoption = adopt(inspected.opened.source, Findings())
    text, slides = mapping_of(inspected, adoption, template).encode("utf-8"), FORMATS["pptx"].write(specimen(inspected))
    try:
        write_whole(deck, slides)
        write_whole(mapping, text)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        refused = Diagnostic("E001", Span(str(mapping.parent)), f"cannot write here: {reason}", "write elsewhere with -o FILE")
        raise Problems([refused], exit_code=3) from error
    return mapping, deck


def mapping_of(inspected: Inspected, adoption: Adoption | None, template: Path) -> str:
    """The mapping as YAML: which layout is for what, with reasons, and all that there is to choose from."""
    head = HEAD.format(name=template.name, stem=template.stem, quoted=_quoted(template.name))
    return head + "\n".join(_layouts(inspected, adoption)) + "\n" + MORE + "\n".join(_known(inspected)) + "\n"


def _layouts(inspected: Inspected, adoption: Adoption | None) -> Iterator[str]:
    if adoption is None:
        yield from _beginning(inspected)
        return
    names = Counter(layout.name for layout in inspected.design.layouts)
    yield "layouts:"
    for choice in adoption.choices:
        layout = choice.offer.layout
        name = _quoted(layout.name) if names[layout.name] == 1 and layout.name else str(layout.number)
        yield f"  {WORDS[choice.sort]}: {name}  # {layout.number}, by {choice.how}: {' '.join(choice.why.split())}"


def _beginning(inspected: Inspected) -> Iterator[str]:
    """What a person may begin with where no layout has a title and room for content: titles in areas of the slide."""
    size, layouts = inspected.design.size, inspected.design.layouts
    across = f"{size.w.mm * 0.005:.1f}, {{}}, {size.w.mm * 0.09:.1f}, {{}}"
    top, middle = (across.format(*(f"{size.h.mm * share / 10:.1f}" for share in at)) for at in ((0.045, 0.11), (0.27, 0.21)))
    yield "# No layout has a title and room for content, so Rolecast cannot choose. Add placeholders in PowerPoint (View > Slide"
    yield "# Master); or take the marks away from the next lines, and say which layouts to take and where their titles stand, in"
    yield "# centimetres: from the left, from the top, width, height."
    yield f"# layouts: {{content: {min(2, len(layouts))}, title: 1}}"
    yield "# places:"
    yield f"#   content: {{title: [{top}]}}"
    yield f"#   title: {{title: [{middle}]}}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _known(inspected: Inspected) -> Iterator[str]:
    for layout in inspected.design.layouts:
        yield f"# {layout.number} {layout.name!r}{f' ({layout.type})' if layout.type else ''}"
        for place in layout.placeholders:
            yield f"#     {told(place)}{f' (not used: {place.problem})' if place.problem else ''}"


def specimen(inspected: Inspected) -> Document:
    """A deck with a slide for each layout, on which every placeholder is outlined and holds its own name."""
    design = inspected.design
    fonts = FontScheme("Arial", "Arial", CODE, ("Arial", "Arial"))
    faces = faces_for(fonts, Shelf(InMemory({})), (), Findings())
    measure = Measure.of(faces)
    master = whole_master(inspected.opened.source, fonts)
    pages, layouts = [], []
    for layout, bare in zip(design.layouts, master.layouts, strict=True):
        made = _Labelled(layout, measure)
        layouts.append(replace(bare, placeholders=tuple(made.slots())))
        title = f"{layout.number}. {layout.name}"
        pages.append(Page(f"layout-{layout.number}", title, design.size, tuple(made.items()), bare.name))
    return Document(
        "map",
        f"Layouts of {Path(design.path).name}",
        "",
        "",
        (),
        "en",
        MADE,
        tuple(pages),
        replace(master, layouts=tuple(layouts)),
        faces,
    )


class _Labelled:
    """The slide of one layout."""

    def __init__(self, layout: ForeignLayout, measure: Measure) -> None:
        self.layout = layout
        self.measure = measure
        self.places = [place for place in layout.placeholders if place.box.w.emu > 0 and place.box.h.emu > 0]

    def slots(self) -> Iterator[Placeholder]:
        """A slot for every placeholder that takes text."""
        for number, place in enumerate(self.places):
            if slot := self._slot(number, place):
                yield Placeholder(slot, place.box, Style(LABEL, Colour("dk1")), attributes=place.attributes)

    def items(self) -> Iterator[Item]:
        """Outlines below, names above."""
        for number, place in enumerate(self.places):
            colour = self._ink(place)
            yield ShapeItem(self._mark(f"outline-{number}"), place.box, Rectangle(), None, Stroke(colour, EDGE, dashed=True))
            body = set_text(self.measure, [self._label(place, colour)], place.box.w, Anchor.TOP, INSET)
            yield TextItem(self._mark(f"place-{number}"), place.box, body, self._slot(number, place))

    def _slot(self, number: int, place: ForeignPlaceholder) -> str:
        first = next((each for each in self.places if each.type in TITLES and each.usable), None)
        if place is first:
            return "title"
        return f"place-{number}" if place.usable and place.type in TEXTS else ""

    def _label(self, place: ForeignPlaceholder, colour: Colour) -> Paragraph:
        text = told(place) + (f": {place.problem}" if place.problem else "")
        sizes = (LABEL, SMALL, LEAST)
        high = [set_text(self.measure, [Paragraph((Run(text, Style(s, colour)),))], place.box.w).height for s in sizes]
        size = next((size for size, need in zip(sizes, high, strict=True) if need <= place.box.h), LEAST)
        return Paragraph((Run(text, Style(size, colour)),))

    def _ink(self, place: ForeignPlaceholder) -> Colour:
        ground = channels(place.fill or ground_under(self.layout, place.box))
        return Colour("#B00020") if contrast(channels("B00020"), ground) >= 4 else Colour("#FFD54A")

    def _mark(self, name: str) -> Mark:
        return Mark(name, Span(self.layout.name), "en")
