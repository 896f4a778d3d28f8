"""A project's logo stands on every slide but dividers, and on sheets; on grounds that would hide it, on a plate."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from generator.errors import Findings
from generator.layout.logo import on_cover, on_slide
from generator.notation.media import Media, read_media
from generator.outline.model import Header, SlideKind
from generator.page.items import GroupItem, Item, PictureItem, ShapeItem
from generator.theme.master import MARGIN, SIZES
from generator.theme.stage import CONTENT, TITLE_SLIDE

if TYPE_CHECKING:
    from conftest import Author, Pages, Samples

NAVY, WHITE = "#14213D", "#FFFFFF"


def logo(colour: str, width: int = 80, height: int = 10) -> Media:
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
    return read(f'{head}<rect width="{width}" height="{height}" fill="{colour}"/></svg>'.encode(), "logo.svg")


def pixels() -> Media:
    held = BytesIO()
    Image.new("RGBA", (600, 200), (0, 0, 0, 0)).save(held, "PNG")
    return read(held.getvalue(), "logo.png")


def read(data: bytes, name: str) -> Media:
    findings = Findings()
    found = read_media(data, name, findings)
    assert found is not None, findings.items
    return found


def deck(author: Author, media: Media | None) -> Pages:
    cover = author.slide(id="cover", kind=SlideKind.COVER, title="One list", topic="")
    divider = author.slide(id="part-1", kind=SlideKind.DIVIDER, section=0, topic="")
    writer = replace(author, kit=replace(author.kit, logo=media))
    return writer.pages(cover, divider, author.slide(author.points(4), section=0), sections=("Part",))


def marks(pages: Pages, page: int) -> list[Item]:
    return [item for item in pages.all[page].items if item.mark.id.startswith("logo")]


def test_without_a_logo_nothing_changes(author: Author) -> None:
    assert on_slide(author.kit, author.kit.theme.stage.spot(CONTENT), author.kit.paper) == ()
    assert all(not marks(deck(author, None), page) for page in range(3))


def test_title_slides_say_whose_it_is_and_other_slides_repeat_it_silently(author: Author) -> None:
    pages = deck(author, logo(NAVY))
    plate, cover = marks(pages, 0)
    assert isinstance(plate, ShapeItem)
    assert (plate.fill, cover.mark.alt) == (author.kit.paper, "Northwind Training")
    assert plate.box.holds(cover.box)
    assert marks(pages, 1) == []
    (small,) = marks(pages, 2)
    assert small.mark.alt == ""
    assert isinstance(small, GroupItem)


@pytest.mark.parametrize("shape", [(80, 10), (30, 10), (10, 10), (10, 30), (400, 10)])
def test_whatever_its_shape_it_stands_above_the_title_inside_the_margins(author: Author, shape: tuple[int, int]) -> None:
    pages = deck(author, logo(NAVY, *shape))
    (item,) = marks(pages, 2)
    assert item.box.bottom <= author.kit.theme.stage.spot(CONTENT).title.box.y
    assert abs((item.box.right - (SIZES["16:9"].w - MARGIN)).emu) <= 2
    assert item.box.w.ratio(item.box.h) == pytest.approx(shape[0] / shape[1], rel=0.01)
    plate, cover = marks(pages, 0)
    assert plate.box.holds(cover.box)
    assert plate.box.right <= SIZES["16:9"].w
    assert plate.box.y.emu > 0


def test_a_logo_in_white_stands_on_ink(author: Author) -> None:
    kit = replace(author.kit, logo=logo(WHITE))
    plate, _ = on_slide(kit, kit.theme.stage.spot(CONTENT), kit.paper)
    assert isinstance(plate, ShapeItem)
    assert plate.fill == kit.ink
    cover = on_cover(kit, "Northwind", kit.theme.stage.spot(TITLE_SLIDE))[0]
    assert isinstance(cover, ShapeItem)
    assert cover.fill == kit.ink


def test_nobody_knows_what_pixels_show_so_they_stand_on_paper_where_it_is_dark(author: Author) -> None:
    kit = replace(author.kit, logo=pixels())
    assert [type(item) for item in on_slide(kit, kit.theme.stage.spot(CONTENT), kit.accent)] == [ShapeItem, PictureItem]
    assert [type(item) for item in on_slide(kit, kit.theme.stage.spot(CONTENT), kit.tint())] == [PictureItem]


@pytest.mark.parametrize("header", list(Header))
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_sheets_have_it_beside_the_pill_of_their_readers(author: Author, samples: Samples, header: Header, paper: str) -> None:
    writer = replace(author, kit=replace(author.kit, logo=logo("#0B7A60")))
    pages = writer.sheet_pages(*samples(header), header=header, paper=paper)
    plain = author.sheet_pages(*samples(header), header=header, paper=paper)
    pill, *found = pages.item("audience"), *marks(pages, 0)
    assert found[-1].mark.alt == "Northwind Training"
    assert all(
        item.box.right < pill.box.x
        and item.box.y >= pages.item("kind" if header is not Header.CLAIM else "subject").box.y - pill.box.h / 4
        for item in found
    )
    assert len(found) == (2 if header is Header.BAND else 1)
    assert [i for i in pages.all[0].items if not i.mark.id.startswith("logo")] == list(plain.all[0].items)
