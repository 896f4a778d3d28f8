"""Whole decks of a tiny project as text: a change of what stands where shows in the diff.

Renew with `RENEW_GOLDEN=1 pytest tests/golden`, and read the diff before committing it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.backends import dump
from generator.building.settle import Reader, settle
from generator.building.workshop import Workshop, open_workshop

HERE = Path(__file__).parent
PROJECT = HERE.parent / "building" / "tiny"


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    """The tiny project, read once."""
    return open_workshop(PROJECT)


@pytest.mark.parametrize("reader", ["chiefs", "starters"])
def test_the_deck_for_a_reader_stands_as_it_is_written_down(workshop: Workshop, reader: str) -> None:
    template = next(t for t in workshop.templates if t.head.document == "role-deck")
    laid = settle(workshop, Reader("writer", reader), template).laid
    assert laid is not None
    shown = dump.write(laid.document).decode("utf-8")
    golden = HERE / "expected" / f"writer-{reader}.txt"
    if os.environ.get("RENEW_GOLDEN"):
        golden.write_text(shown, encoding="utf-8", newline="\n")

    assert shown.splitlines() == golden.read_text(encoding="utf-8").splitlines()
