"""The house as the tests see it: every module of the package as text and as a tree, and the documents that describe it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """One file of the package."""

    path: str
    """From the root, with forward slashes."""
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        """As it is imported."""
        return self.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    @property
    def room(self) -> str:
        """The first folder or file below the package."""
        return self.name.split(".")[1] if "." in self.name else ""

    def functions(self) -> Iterator[Function]:
        """Every function and method, also those within functions."""
        return (n for n in ast.walk(self.tree) if isinstance(n, Function))

    def classes(self) -> Iterator[ast.ClassDef]:
        """Every class, also those within functions."""
        return (n for n in ast.walk(self.tree) if isinstance(n, ast.ClassDef))

    def at(self, node: ast.AST, what: str) -> str:
        """A line for a failure's list."""
        return f"{self.path}:{getattr(node, 'lineno', 1)}: {what}"


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def modules() -> tuple[Module, ...]:
    """Every module of the package, by path."""
    paths = sorted((ROOT / "generator").rglob("*.py"))
    texts = ((p.relative_to(ROOT).as_posix(), p.read_text(encoding="utf-8")) for p in paths)
    return tuple(Module(path, text, ast.parse(text)) for path, text in texts)


@pytest.fixture(scope="session")
def architecture() -> str:
    """What ARCHITECTURE.md says."""
    return (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def known(architecture: str) -> dict[str, frozenset[str]]:
    """The catalogue of known violations: for each limit, the places that may break it (`path` or `path name`)."""
    section = architecture.partition("## Catalogue of current violations")[2].partition("\n## ")[0]
    found: dict[str, set[str]] = {}
    for limit, place in re.findall(r"^\| ([a-z ]+) \| `([^`]+)` \|", section, re.MULTILINE):
        found.setdefault(limit, set()).add(place)
    return {limit: frozenset(places) for limit, places in found.items()}
