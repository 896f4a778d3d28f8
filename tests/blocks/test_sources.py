"""Sources: what Rolecast fills in, authors cannot write; a title leads to its address."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from generator.block import Overflow, Placed
from generator.blocks.sources import SourceEntry, Sources
from generator.geometry import Box, inch
from generator.kit import Kit
from generator.notation.inline import Rich
from generator.page.items import TextItem

BODY = Box(inch(0.6), inch(1.5), inch(12.133), inch(5.2))


def test_authors_write_a_notice_and_nothing_into_the_entries() -> None:
    block = Sources.model_validate({"kind": "sources", "notice": "All figures are made up."}, by_alias=True, by_name=False)
    assert (str(block.notice), block.entries) == ("All figures are made up.", ())
    with pytest.raises(ValidationError, match="entries"):
        Sources.model_validate({"kind": "sources", "entries": ()}, by_alias=True, by_name=False)


def test_a_source_with_an_address_is_linked_by_its_title(kit: Kit) -> None:
    entries = [SourceEntry("Roles compared", "Blog article", "https://example.org/"), SourceEntry("Practice", "No article", "")]
    result = Sources.of(entries).place(kit, BODY)
    assert isinstance(result, Placed)
    runs = [run for item in result.items if isinstance(item, TextItem) for p in item.body.paragraphs for run in p.runs]
    assert [(run.text, run.link) for run in runs if run.link] == [("Roles compared", "https://example.org/")]


def test_many_long_sources_are_split_with_the_notice_at_the_end(kit: Kit) -> None:
    entries = [SourceEntry("A title that is rather long for a source " * 3, "What is said about it. " * 6, "")] * 10
    block = Sources.of(entries, Rich.plain("A notice."))
    assert isinstance(block.place(kit, BODY), Overflow)
    first, second = block.split() or (block, block)
    assert first.notice is None
    assert str(second.notice) == "A notice."


@pytest.mark.parametrize("count", [2, 5, 6, 7, 9])
def test_all_sources_look_alike_and_small_type_comes_from_seven_on(kit: Kit, count: int) -> None:
    linked = SourceEntry("Roles compared", "Blog article without a date", "https://example.org/")
    entries = [linked, *[SourceEntry("Practice", "No article, as it is widely done", "")] * (count - 1)]
    result = Sources.of(entries).place(kit, BODY)
    assert isinstance(result, Placed)
    items = {item.mark.id: item for item in result.items}
    assert len({(items[f"source-{i}"].box.w, items[f"source-{i}"].box.h) for i in range(1, count + 1)}) == 1
    assert [name for name in items if name.endswith("-link")] == ["source-1-link"]
    texts = [item for item in items.values() if isinstance(item, TextItem)]
    assert count > 6 or min(p.runs[0].style.size.pt for item in texts for p in item.body.paragraphs) >= 16


def test_a_single_source_is_set_large_even_where_its_title_wraps(kit: Kit) -> None:
    entry = SourceEntry("Product Management vs Product Owner: Understanding the Key Differences", "2025", "")
    result = Sources.of([entry]).place(kit, BODY)
    assert isinstance(result, Placed)
    text = next(item for item in result.items if item.mark.id == "source-1-text")
    assert isinstance(text, TextItem) and text.body.paragraphs[0].runs[0].style.size.pt >= 24


def test_two_sources_are_not_blown_up_to_fill_the_slide(kit: Kit) -> None:
    result = Sources.of([SourceEntry("What designers do", "Common habits.", "")] * 2).place(kit, BODY)
    assert isinstance(result, Placed)
    items = {item.mark.id: item for item in result.items}
    text = items["source-1-text"]
    assert isinstance(text, TextItem)
    assert items["source-1"].box.h < text.body.height * 2.5
    assert items["source-2"].box.bottom >= BODY.y + BODY.h * 0.6


def test_titles_of_sources_are_quieter_than_the_title_of_the_slide(kit: Kit) -> None:
    result = Sources.of([SourceEntry("What designers do", "Common habits.", "")] * 2).place(kit, BODY)
    assert isinstance(result, Placed)
    text = next(item for item in result.items if isinstance(item, TextItem) and item.mark.id.endswith("-text"))
    assert text.body.paragraphs[0].runs[0].style.size.pt < min(kit.theme.look.title.sizes)
