"""The torture corpus, laid out once a session."""

from __future__ import annotations

import pytest

from tests.conftest import Look
from tests.torture.corpus import FAMILY_OF
from tests.torture.laws import Law
from tests.torture.laying import Press


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Every case once for tests that ask for one; those of a family are tested by one worker, which lays them out once."""
    if "case" in metafunc.fixturenames:
        marked = [pytest.param(c, marks=pytest.mark.xdist_group(f"torture-{f}")) for c, f in FAMILY_OF.items()]
        metafunc.parametrize("case", marked)


@pytest.fixture(scope="session")
def law(look: Look) -> Law:
    """The laws of the corpus."""
    return Law(look)


@pytest.fixture(scope="session")
def press(tmp_path_factory: pytest.TempPathFactory) -> Press:
    """Every project of the corpus."""
    return Press(tmp_path_factory.mktemp("torture"))
