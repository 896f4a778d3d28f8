"""Prose: a lead on a panel or above the text, paragraphs in one body placeholder, a short text at brief depth."""

from __future__ import annotations

from generator.block import Depth, Overflow, Placed
from generator.blocks.prose import Prose
from generator.geometry import Box, inch, mm, pt
from generator.kit import Kit
from generator.page.items import Item, TextItem

BODY = Box(inch(0.6), inch(1.5), inch(12.133), inch(5.2))
BESIDE = Box(inch(0.6), inch(1.5), inch(8.022), inch(5.2))
SENTENCE = "The owner turns strategy into goals that lie near, and carries progress and limits back."


def prose(count: int, **more: str) -> Prose:
    """So many like paragraphs."""
    return Prose.model_validate({"text": (SENTENCE,) * count, **more})


def items_of(kit: Kit, block: Prose, box: Box) -> dict[str, Item]:
    """The placed items by their ids."""
    result = block.place(kit, box)
    assert isinstance(result, Placed)
    return {item.mark.id: item for item in result.items}


def test_beside_a_callout_lead_and_text_are_one_body(kit: Kit) -> None:
    items = items_of(kit, prose(1, lead="One product, one person"), BESIDE)
    text = items["text"]
    assert isinstance(text, TextItem) and text.slot == "body"
    assert [p.text for p in text.body.paragraphs] == ["One product, one person", SENTENCE]
    assert set(items) == {"text"}


def test_alone_the_lead_stands_on_a_panel_and_lines_stay_short_enough_to_read(kit: Kit) -> None:
    items = items_of(kit, prose(2, lead="One product, one person"), BODY)
    assert items["lead"].box.right < items["text"].box.x
    assert items["text"].box.w <= inch(8.3)


def test_brief_says_the_short_text_in_place_of_the_long_one() -> None:
    brief = prose(2, brief="Near goals.").shorten(Depth.BRIEF)
    assert [str(text) for text in brief.text] == ["Near goals."]


def test_brief_that_is_longer_than_the_text_is_not_used() -> None:
    block = prose(1, brief=SENTENCE * 2)
    assert block.shorten(Depth.BRIEF) == block


def test_less_text_is_set_larger(kit: Kit) -> None:
    sizes = []
    for count in (1, 5):
        text = items_of(kit, prose(count, lead="One product"), BESIDE)["text"]
        assert isinstance(text, TextItem)
        sizes.append(text.body.paragraphs[1].runs[0].style.size)
    assert sizes[0] > sizes[1]


def test_too_many_paragraphs_are_refused_and_the_lead_goes_with_the_first_half(kit: Kit) -> None:
    block = prose(12, lead="One product")
    assert isinstance(block.place(kit, BESIDE), Overflow)
    halves = block.split()
    assert halves and [half.lead is not None for half in halves] == [True, False]


def test_no_paragraph_ends_on_one_word_where_a_width_or_a_size_avoids_it(kit: Kit) -> None:
    first = "The role grew out of Scrum. It cares for what your team delivers next, and it speaks for stakeholders."
    block = Prose.model_validate({"lead": "Your product owner works close to you", "text": (first, SENTENCE)})
    text = items_of(kit, block, BESIDE)["text"]
    assert isinstance(text, TextItem)
    for number in (1, 2):
        lines = [line for line in text.body.lines if line.paragraph == number]
        assert len("".join(piece.text for piece in lines[-1].pieces).split()) > 1


def test_a_lead_keeps_its_lines_where_its_paragraphs_are_set_narrower(kit: Kit) -> None:
    for end in ("", " a", " and its value", " and its value at once", " in the order of the value that it has"):
        block = Prose.model_validate(
            {"lead": "One product, one person who stays with it from first", "text": (SENTENCE + end,) * 3}
        )
        text = items_of(kit, block, BESIDE)["text"]
        assert isinstance(text, TextItem)
        assert text.body.height <= text.box.h


def test_on_a_sheet_text_stands_right_below_its_heading_and_does_not_float(sheet_kit: Kit) -> None:
    flow = prose(2, lead="One product, one person").flow(sheet_kit, mm(88))
    box = Box(mm(14), mm(40), mm(88), flow.heights[0])
    (text,) = flow.draw(box, flow.heights)
    assert flow.stretch == (False,)
    assert text.box.y - box.y <= mm(2)


def test_few_words_are_set_larger_and_keep_the_distances_of_text_instead_of_being_torn_apart(kit: Kit) -> None:
    block = Prose.model_validate({"lead": "Say it once.", "text": ("A note that says why.", "Another that says how.")})
    text = items_of(kit, block, BESIDE)["text"]
    assert isinstance(text, TextItem)
    lead, *others = text.body.paragraphs
    size = others[0].runs[0].style.size
    assert size == lead.runs[0].style.size == pt(24)
    assert all(size * 0.6 <= other.before <= size * 1.1 for other in others)
    assert text.box.y - BESIDE.y <= inch(0.5)


def test_alone_prose_stands_in_the_middle_of_its_ground(kit: Kit) -> None:
    text = items_of(kit, prose(2), BODY)["text"]
    assert isinstance(text, TextItem)
    above, below = text.box.y - BODY.y, BODY.bottom - text.box.y - text.body.height
    assert abs((above - below).emu) <= inch(0.02).emu
