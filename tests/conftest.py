"""What holds for all tests: those that draw pages need other programs, and say so."""

from __future__ import annotations

import os
import shutil

import pytest

PROGRAMS = ("soffice", "pdftoppm", "pdftotext")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a rendering test where a program is missing; in CI that is a failure."""
    missing = [name for name in PROGRAMS if not shutil.which(name)]
    if missing and item.get_closest_marker("rendering"):
        reason = f"not installed: {', '.join(missing)}"
        if os.environ.get("CI"):
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)
