"""Pictures: as large as they may stand, whole or cropped a little, with their words at hand."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from pydantic import ValidationError

from generator.block import Depth, Overflow, Placed
from generator.blocks.picture import Picture
from generator.blocks.picture.frame import MOST_CUT
from generator.blocks.picture.told import Told
from generator.errors import Findings
from generator.geometry import Box, Length, inch, mm, pt, total
from generator.kit import Kit
from generator.notation.media import Media, read_media
from generator.notation.pictures import Raster
from generator.page.colour import Colour
from generator.page.items import GroupItem, Item, PictureItem
from generator.pictures import COARSEST, PRINTED

if TYPE_CHECKING:
    from conftest import Look

BODY = Box(inch(0.6), inch(1.5), inch(12.133), inch(5.2))
LOWER = Box(inch(0.6), inch(1.9), inch(12.133), inch(4.8))
BESIDE = Box(inch(0.6), inch(1.5), inch(8.022), inch(5.2))
SQUARE = Box(inch(0.5), inch(1.4), inch(8.5), inch(5.4))
CAPTION, CREDIT = "The ranked list on the wall of team three, on a Monday", "Photo: A. Example"
POINTS = ({"lead": "One list", "text": "Everything stands in one order."}, "Only one person changes it.")
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><circle cx="5" cy="5" r="4"/><path d="M9 9h9"/></svg>'


@lru_cache
def photo(width: int, height: int, format: str = "JPEG") -> Media:
    held = BytesIO()
    Image.new("RGB", (width, height), "teal").save(held, format)
    return media(held.getvalue(), "a.png")


def media(data: bytes, name: str) -> Media:
    findings = Findings()
    found = read_media(data, name, findings)
    assert found is not None, findings.items
    return found


def block(shown: Media, **more: object) -> Picture:
    described = {} if "decorative" in more else {"alt": "A list on a wall"}
    return Picture.model_validate({"file": "a.png", **described, **more}).with_picture(shown)


def placed(kit: Kit, shown: Picture, box: Box = BODY) -> tuple[Item, ...]:
    result = shown.place(kit, box)
    assert isinstance(result, Placed), result
    return result.items


def pictured(items: tuple[Item, ...]) -> PictureItem | GroupItem:
    return next(item for item in items if isinstance(item, PictureItem | GroupItem))


SHAPES = [(2100, 1400), (1920, 1080), (1600, 675), (300, 200), (64, 64), (2000, 200), (200, 2000), (900, 1320)]
WORDS: list[dict[str, object]] = [
    {},
    {"caption": CAPTION, "credit": CREDIT},
    {"credit": CREDIT},
    {"lead": "The list is the only place where the order is decided"},
    {"lead": "The list decides", "points": POINTS, "caption": CAPTION},
    {"points": POINTS * 2, "side": "right", "caption": CAPTION, "credit": CREDIT},
]


@pytest.mark.parametrize("told", WORDS)
@pytest.mark.parametrize("shape", SHAPES)
def test_every_picture_stands_well_in_every_box(kit: Kit, look: Look, shape: tuple[int, int], told: dict[str, object]) -> None:
    shown = block(photo(*shape), **told)
    for box in (BODY, LOWER, BESIDE, SQUARE):
        items = placed(kit, shown, box)
        assert look.outside(items, box) == []
        assert look.loose(items) == []
        assert look.pale(kit, items, Colour("lt1")) == []
        assert look.filled(items, box) >= (0.6 if shown.lead or shown.points else 0.85)
        said = look.words(items)
        assert all(str(part) in said for part in (shown.caption, shown.credit, shown.lead) if part)
        assert len({item.mark.id for item in look.flat(items)}) == len(list(look.flat(items)))


@pytest.mark.parametrize("shape", SHAPES)
def test_a_picture_keeps_its_shape_and_is_never_coarse(kit: Kit, shape: tuple[int, int]) -> None:
    item = pictured(placed(kit, block(photo(*shape), caption=CAPTION)))
    assert isinstance(item, PictureItem)
    crop = item.crop
    across, down = 1 - crop.left - crop.right, 1 - crop.top - crop.bottom
    assert max(crop.left, crop.top, crop.right, crop.bottom) <= MOST_CUT
    assert item.box.w.ratio(item.box.h) == pytest.approx(shape[0] * across / (shape[1] * down), rel=0.01)
    assert COARSEST - 1 <= item.pixels[0] * across / item.box.w.inches <= PRINTED * 1.26


def test_only_photographs_are_cropped(kit: Kit) -> None:
    for format, cropped in (("JPEG", True), ("PNG", False)):
        item = pictured(placed(kit, block(photo(2600, 1000, format))))
        assert isinstance(item, PictureItem)
        assert any((item.crop.left, item.crop.top)) is cropped


def test_a_picture_with_words_takes_seven_of_twelve_columns_on_the_side_asked_for(kit: Kit) -> None:
    for side in ("left", "right"):
        items = {item.mark.id: item for item in placed(kit, block(photo(3000, 2200), lead="A", points=POINTS, side=side))}
        item, lead = items["picture"], items["lead"]
        assert abs((item.box.w - inch(6.994)).emu) < inch(0.01).emu
        assert (item.box.x < lead.box.x) is (side == "left")


def test_a_picture_says_what_it_shows_and_a_decorative_one_nothing(kit: Kit) -> None:
    assert pictured(placed(kit, block(photo(30, 20)))).mark.alt == "A list on a wall"
    assert pictured(placed(kit, block(photo(30, 20), decorative=True))).mark.alt == ""


def test_a_drawing_becomes_shapes_in_its_own_colours(kit: Kit) -> None:
    group = pictured(placed(kit, block(media(DRAWING, "a.svg"), caption=CAPTION)))
    assert isinstance(group, GroupItem)
    assert group.mark.alt
    assert group.box.w.ratio(group.box.h) == pytest.approx(2, rel=0.001)
    disc = group.items[0]
    assert disc.box.w.ratio(group.box.w) == pytest.approx(0.4, rel=0.001)
    assert disc.fill == Colour("#000000")  # type: ignore[union-attr]
    assert kit.theme.scheme.hex(Colour("#0b7a60")) == "0B7A60"


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({}, "the picture is not described"),
        ({"alt": " "}, "the picture is not described"),
        ({"alt": "A list", "decorative": True}, "says what it shows (`alt`) and that it shows nothing"),
        ({"alt": "A list", "points": ("a",) * 5}, "4"),
        ({"alt": "A list", "points": ({"facts": ("f",)},)}, "the point is empty"),
    ],
)
def test_a_picture_that_is_not_described_is_refused_with_the_reason(fields: dict[str, object], reason: str) -> None:
    with pytest.raises(ValidationError) as error:
        Picture.model_validate({"file": "a.png", **fields})
    assert reason in str(error.value)


def test_brief_drops_what_explains_a_lead_and_nothing_else() -> None:
    shown = block(photo(30, 20), points=POINTS, caption=CAPTION)
    brief = shown.shorten(Depth.BRIEF)
    assert [(str(p.lead), str(p.text)) for p in brief.told().points] == [("One list", "None"), ("None", POINTS[1])]
    assert brief.shorten(Depth.BRIEF) is brief
    assert shown.shorten(Depth.FULL) is shown
    assert brief.media is shown.media and brief.caption == shown.caption


def test_split_shows_the_picture_again_beside_the_other_points(kit: Kit) -> None:
    shown = block(photo(300, 200), lead="All", points=POINTS * 2, caption=CAPTION)
    halves = shown.split()
    assert halves is not None
    first, second = halves
    assert first.points + second.points == shown.points
    assert (first.lead, second.lead) == (shown.lead, None)
    assert all(half.media is shown.media for half in halves)
    assert (first.caption, second.caption) == (shown.caption, None)
    assert block(photo(300, 200), points=("Word",)).split() is None


def _texts(told: Told) -> list[object]:
    return [told.lead, told.caption, *(text for point in told.points for text in (point.lead, point.text))]


def test_a_long_text_is_parted_and_every_word_is_said_once(kit: Kit) -> None:
    told = {"lead": "The list decides. Nobody else does", "caption": CAPTION * 4, "points": ("One list. One person",)}
    queue, done = [block(photo(300, 200), **told)], []
    while queue:
        halves = (part := queue.pop(0)).split()
        queue, done = ([*halves, *queue], done) if halves else (queue, [*done, part])
    said = " ".join(str(text) for part in done for text in _texts(part.told()) if text)
    assert sorted(said.split()) == sorted(" ".join((told["lead"], told["caption"], *told["points"])).split())


def test_too_many_words_are_told_and_not_squeezed(kit: Kit) -> None:
    much = "This point goes on and on, far beyond what anybody would read beside a picture. " * 6
    result = block(photo(300, 200), points=(much,) * 4).place(kit, BODY)
    assert isinstance(result, Overflow)
    assert result.need > result.have
    assert isinstance(block(photo(300, 200), caption=much * 4).place(kit, BODY), Overflow)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(SHAPES),
    st.sampled_from(WORDS),
    st.tuples(st.floats(3, 13).map(inch), st.floats(1, 6).map(inch)),
)
def test_whatever_the_box_a_picture_stands_inside_it_or_says_so(
    kit: Kit, look: Look, shape: tuple[int, int], told: dict[str, object], size: tuple[Length, Length]
) -> None:
    box = Box(inch(0.2), inch(0.3), *size)
    result = block(photo(*shape), **told).place(kit, box)
    if isinstance(result, Placed):
        assert look.outside(result.items, box) == []
        assert look.loose(result.items) == []
    else:
        assert result.need > result.have


@pytest.mark.parametrize("width", [mm(57), mm(88), mm(105), mm(182)])
@pytest.mark.parametrize("told", WORDS)
@pytest.mark.parametrize("shape", SHAPES)
def test_on_paper_it_takes_its_column_and_a_limited_height(
    sheet_kit: Kit, look: Look, shape: tuple[int, int], told: dict[str, object], width: Length
) -> None:
    flow = block(photo(*shape), **told).flow(sheet_kit, width)
    box = Box(mm(14), mm(20), width, total(flow.heights))
    items = flow.draw(box, flow.heights)
    assert look.outside(items, box) == []
    assert look.loose(items) == []
    assert pictured(items).box.h <= mm(58) + pt(1)
    said = look.words(items)
    assert all(str(word) in said for word in told.values() if isinstance(word, str) and word != "right")
    grown = tuple(h * 1.5 if grows else h for h, grows in zip(flow.heights, flow.stretch, strict=True))
    assert look.outside(flow.draw(Box(box.x, box.y, width, total(grown)), grown), Box(box.x, box.y, width, total(grown))) == []


def test_a_picture_that_is_not_there_shows_nothing(kit: Kit, sheet_kit: Kit) -> None:
    empty = Picture.model_validate({"file": "a.png", "alt": "A list"})
    assert empty.place(kit, BODY) == Placed(())
    assert empty.flow(sheet_kit, mm(88)).heights == ()


def test_the_same_picture_has_the_same_bytes_wherever_it_stands_as_large(kit: Kit) -> None:
    shown = photo(3000, 2000)
    assert isinstance(shown, Raster)
    one, other = (pictured(placed(kit.named(name, kit.span), block(shown, caption=CAPTION))) for name in ("a", "b"))
    assert isinstance(one, PictureItem) and isinstance(other, PictureItem)
    assert one.data is other.data
    assert one.pixels[0] < shown.width


def test_a_picture_of_one_pixel_is_no_speck(kit: Kit) -> None:
    item = pictured(placed(kit, block(photo(1, 1))))
    assert item.box.w >= inch(0.35) and abs((item.box.x + item.box.w / 2 - BODY.x - BODY.w / 2).pt) < 1


def test_the_ground_beside_words_is_no_higher_than_a_flat_picture_needs_and_the_words_stand_level_with_it(kit: Kit) -> None:
    shown = block(photo(1600, 760, "PNG"), lead="The list decides", points=POINTS, caption=CAPTION)
    items = {item.mark.id: item for item in placed(kit, shown)}
    ground, picture = items["picture-ground"].box, items["picture"].box
    assert (ground.h - picture.h) / 2 <= inch(0.23)
    assert ground.y <= items["lead"].box.y and items["point-2"].box.bottom <= ground.bottom


def test_words_beside_a_picture_go_from_the_grounds_upper_edge_to_its_lower_one(kit: Kit) -> None:
    shown = block(photo(1600, 760, "PNG"), lead="The list decides", points=(*POINTS, *POINTS[:1]), caption=CAPTION)
    items = {item.mark.id: item for item in placed(kit, shown)}
    ground, first = items["picture-ground"].box, items["lead"].box
    last = max(item.box.bottom for name, item in items.items() if name.startswith("point"))
    assert abs(((first.y - ground.y) - (ground.bottom - last)).emu) <= inch(0.05).emu
    gaps = [items[f"rule-{n}"].box.y for n in (1, 2)]
    assert (gaps[0] - first.bottom) - (items["point-1"].box.y - gaps[0]) <= inch(0.01)
