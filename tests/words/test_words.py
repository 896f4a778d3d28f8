"""Interface words: English is complete, every key the package says exists, and other languages are checked against it."""

from __future__ import annotations

import ast
from pathlib import Path

from generator.errors import Findings
from generator.files import InMemory, packaged_templates
from generator.words import Words, phrases, read_words

ROOT = Path(__file__).resolve().parents[2]
ENGLISH = packaged_templates().read("templates/words/en.yaml").decode("utf-8")


def said() -> list[tuple[str, frozenset[str]]]:
    """Every key that the package says as a constant, with the places it fills."""
    found = []
    for path in sorted((ROOT / "generator").rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "say" and call.args:
                key = call.args[0]
                if isinstance(key, ast.Constant) and isinstance(key.value, str):
                    found.append((key.value, frozenset(k.arg for k in call.keywords if k.arg)))
    return found


def test_every_phrase_that_the_package_says_exists_with_these_places() -> None:
    known = phrases()
    wrong = [(key, sorted(places)) for key, places in said() if key not in known or known[key] != places]
    assert wrong == []


def test_english_is_read_and_its_places_are_filled() -> None:
    findings = Findings()
    words = read_words(packaged_templates(), "en", findings)
    assert not findings.items
    assert words is not None
    assert words.say("page", page=3, pages=5) == "Page 3 of 5"


def test_a_regional_language_takes_the_words_of_its_language() -> None:
    words = read_words(packaged_templates(), "en-GB", Findings())
    assert words is not None
    assert words.language == "en-GB"


def test_a_language_without_words_is_told() -> None:
    findings = Findings()
    assert read_words(packaged_templates(), "xx", findings) is None
    assert [d.code for d in findings.items] == ["C020"]


def read(text: str) -> tuple[Words | None, list[str]]:
    findings = Findings()
    words = read_words(InMemory({"templates/words/de.yaml": text}), "de", findings)
    return words, [f"{d.span.line} {d.code} {d.message}" for d in findings.items]


def test_a_complete_translation_is_read() -> None:
    words, findings = read(ENGLISH.replace('page: "Page {page} of {pages}"', 'page: "Seite {page} von {pages}"'))
    assert not findings
    assert words is not None
    assert words.say("page", page=1, pages=2) == "Seite 1 von 2"


def test_gaps_unknown_keys_and_other_places_are_told() -> None:
    text = ENGLISH.replace("remember:", "remembr:").replace('"{n} min"', '"{m} min"').replace("\nagenda: Agenda", "\nagenda: 3")
    words, findings = read(text)
    assert words is None
    assert [line.split(" ", 1)[1] for line in findings] == [
        "C006 key 'remember' is missing",
        "C004 unknown key 'remembr'",
        "C005 'minutes' has other places than its English phrase",
        "C005 'agenda' must be text",
    ]


def test_a_place_is_only_ever_a_name() -> None:
    for phrase in ("{n.__class__} min", "{n!r} min", "{n:>99} min", "{} min", "{n"):
        words, findings = read(ENGLISH.replace('"{n} min"', f'"{phrase}"'))
        assert words is None
        assert len(findings) == 1


def test_words_that_are_no_mapping_are_told() -> None:
    assert read("- a")[1] == ["1 C005 words must be a mapping from keys to phrases"]
    assert read("")[1] == ["1 C002 the file is empty"]
