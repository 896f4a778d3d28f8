"""One slide: its part's XML, and the relationships its links, charts and pictures need."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.parts.chart import ChartPart

from generator.backends.pptx.chart import chart_part
from generator.backends.pptx.connectors import glue_connectors
from generator.backends.pptx.items import write_items
from generator.backends.pptx.markup import add, legal, part, root
from generator.backends.pptx.master import open_tree
from generator.backends.pptx.package import Deck
from generator.backends.pptx.place import Place
from generator.backends.pptx.text import Link, Voice
from generator.backends.pptx.workbook import workbook
from generator.geometry import ZERO, Box, inch, pt
from generator.page.colour import Colour
from generator.page.items import ChartItem, Item, Mark, PictureItem, TextItem
from generator.page.pages import Document, Layout, Page
from generator.page.text import Family, Paragraph, Run, Style, TextBody
from generator.source import NOWHERE


@dataclass(frozen=True, slots=True)
class SlideRelations:
    """Adds what a slide leads to to the package."""

    slide: Part
    slides: Mapping[str, Part]
    """Every slide's part by its page's id."""
    document: Document

    def link(self, target: str) -> Link | None:
        """The relationship to an address or to another slide; none for a page that is not in this document."""
        if not target.startswith("#"):
            return Link(self.slide.relate_to(legal(target), RT.HYPERLINK, is_external=True))
        goal = self.slides.get(target[1:])
        return Link(self.slide.relate_to(goal, RT.SLIDE), "ppaction://hlinksldjump") if goal else None

    def chart(self, item: ChartItem) -> str:
        """Add chart and workbook; return the relationship's id."""
        deck: Deck = self.slide.package
        data = chart_part(item, Voice(item.mark.language, self.document.master.fonts, self))
        made = ChartPart.load(deck.next_partname(ChartPart.partname_template), CT.DML_CHART, deck, data)
        made.chart_workbook.update_from_xlsx_blob(workbook(item, self.document.date))
        rid: str = self.slide.relate_to(made, RT.CHART)
        return rid

    def picture(self, item: PictureItem) -> str:
        """Add the picture's part, once for each picture of the deck; return the relationship's id."""
        deck: Deck = self.slide.package
        rid: str = self.slide.relate_to(deck.picture(item.data, item.format), RT.IMAGE)
        return rid


def slide_part(page: Page, layout: Layout, relations: SlideRelations) -> bytes:
    """The slide's XML. A page that shows no title has one above its edge, for outline view and screen readers."""
    slide = root("p:sld", **({"show": 0} if page.hidden else {}))
    tree = open_tree(slide, background=page.background)
    document = relations.document
    place = Place(document.master.fonts, layout, relations, count(2))
    titled = any(isinstance(item, TextItem) and item.slot == "title" for item in page.items)
    write_items(tree, page.items if titled else (_unseen_title(page, document), *page.items), place)
    glue_connectors(tree, page.items)
    over = add(slide, "p:clrMapOvr")
    # a slide does not take its layout's map: PowerPoint copies it into slides it makes there, else ground and artwork turn
    add(over, "a:overrideClrMapping", **dict(layout.colour_map)) if layout.colour_map else add(over, "a:masterClrMapping")
    return part(slide)


def _unseen_title(page: Page, document: Document) -> Item:
    height = inch(0.5)
    style = Style(pt(18), Colour("dk1"), family=Family.HEADING)
    body = TextBody((Paragraph((Run(page.title, style),)),), (), height, page.size.w)
    mark = Mark("title", NOWHERE, document.language)
    return TextItem(mark, Box(ZERO, -(height + height), page.size.w, height), body, slot="title")
