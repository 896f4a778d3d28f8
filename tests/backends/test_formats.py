"""The table of formats."""

from __future__ import annotations

import subprocess
import sys

from generator.backends import FORMATS


def test_each_format_is_listed_under_its_name_and_has_a_suffix_of_its_own() -> None:
    assert [format_.name for format_ in FORMATS.values()] == list(FORMATS) == ["pptx", "pdf", "dump"]
    assert [format_.suffix for format_ in FORMATS.values()] == [".pptx", ".pdf", ".txt"]


def test_listing_the_formats_loads_neither_library() -> None:
    code = "import sys, generator.backends; print({'reportlab', 'pptx'} & set(sys.modules))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8")
    assert shown.stdout.strip() == "set()"
