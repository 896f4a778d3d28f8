"""Every code that the package reports is explained in docs/errors.md, once, and no other."""

from __future__ import annotations

import re

CODE = re.compile(r'"([A-Z]\d{3})"')


def test_the_manual_explains_exactly_the_codes_that_exist(modules, root):
    used = {code for module in modules for code in CODE.findall(module.text)}
    explained = re.findall(r"^\| ([A-Z]\d{3}) \|", (root / "docs" / "errors.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(explained) == sorted(used)
