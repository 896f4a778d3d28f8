"""Doors: what stands in a folder stands in that folder's written-out table, and nothing else does."""

from __future__ import annotations

import ast
import re


def rooms_files(modules, folder: str) -> dict[str, str]:
    """The public files and packages right below a folder: id to path. A name with a leading `_` is what the others share."""
    found = {}
    for module in modules:
        rest = module.path.removeprefix(f"generator/{folder}/") if module.path.startswith(f"generator/{folder}/") else ""
        name = rest.removesuffix("/__init__.py").removesuffix(".py")
        if name and "/" not in name and name != "__init__" and not name.startswith("_"):
            found[name] = module.path
    return found


def test_every_kind_is_one_file_named_for_it_and_stands_in_both_lists(modules):
    from generator.blocks import KINDS, AnyBlock

    ids = {kind.model_fields["kind"].default: kind for kind in KINDS}
    assert set(rooms_files(modules, "blocks")) == {id_.replace("-", "_") for id_ in ids}
    assert set(AnyBlock.__args__[0].__args__) == set(KINDS)
    assert all(kind.__module__.startswith(f"generator.blocks.{id_.replace('-', '_')}") for id_, kind in ids.items())


def test_every_kind_has_its_fields_in_the_manual(root):
    from generator.blocks import KINDS

    made_by_outline = {"agenda", "sources"}
    manual = (root / "docs" / "content.md").read_text(encoding="utf-8")
    rows = set(re.findall(r"^\| `([a-z-]+)` \|", manual.partition("## Blocks")[2], re.MULTILINE))
    assert rows - made_by_outline == {kind.model_fields["kind"].default for kind in KINDS} - made_by_outline


def test_every_kind_has_tests_of_its_own(modules, root):
    tests = {p.stem.removeprefix("test_") for p in (root / "tests" / "blocks").glob("test_*.py")}
    assert set(rooms_files(modules, "blocks")) - tests == set()


def test_every_format_is_one_file_or_folder_and_stands_in_the_table(modules):
    from generator.backends import FORMATS

    assert set(rooms_files(modules, "backends")) == set(FORMATS)
    assert all(name == entry.name for name, entry in FORMATS.items())


def test_every_check_is_one_file_and_stands_in_the_table(modules):
    from generator.checks import CHECKS

    checks = {m.name for m in modules if m.room == "checks" and any(f.name.startswith("check_") for f in m.functions())}
    assert checks - {"generator.checks"} == {check.__module__ for check in CHECKS}


def test_every_command_is_one_file_and_stands_in_the_table(modules):
    from generator.cli import COMMANDS
    from generator.cli.theme import SUBCOMMANDS

    commands = {m.name for m in modules if m.room == "cli" and any(f.name == "command" for f in m.functions())}
    assert commands == {module for table in (COMMANDS, SUBCOMMANDS) for module, _ in table.values()}


def test_the_tables_are_written_out(modules):
    """No directory scanning, no registration: nothing in the package imports by a computed name."""
    wrong = [
        m.at(n, ast.unparse(n.func))
        for m in modules
        if m.room != "cli"
        for n in ast.walk(m.tree)
        if isinstance(n, ast.Call) and re.search(r"import_module|iter_modules|__import__|__subclasses__", ast.unparse(n.func))
    ]
    assert wrong == []
