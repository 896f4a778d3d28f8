"""The limits that keep the house small. What breaks one stands in ARCHITECTURE.md's catalogue, with the reason."""

from __future__ import annotations

import ast
import re

MODULE_LINES = 300
FUNCTION_LINES = 40
MOST_FUNCTIONS_LINES = 25
PARAMETERS = 5
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "base", "manager", "managers"}
FORBIDDEN_WORDS = ("widget", "component")
LIMITS = {"module lines", "function lines", "parameters", "mutable dataclass", "changing global", "disk"}


def length(function) -> int:
    """Lines from `def` to the last, docstring included."""
    return function.end_lineno - function.lineno + 1


def parameters(function) -> int:
    """How many a caller may give; `self` and `cls` do not count."""
    names = [a.arg for a in (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)]
    return len([n for n in names if n not in ("self", "cls")])


def test_no_module_is_longer_than_300_lines(modules, known):
    long = {m.path: len(m.text.splitlines()) for m in modules if len(m.text.splitlines()) > MODULE_LINES}
    assert {p: n for p, n in long.items() if p not in known.get("module lines", ())} == {}


def test_no_function_is_longer_than_40_lines(modules, known):
    allowed = known.get("function lines", ())
    long = [
        m.at(f, f"{f.name} has {length(f)} lines")
        for m in modules
        for f in m.functions()
        if length(f) > FUNCTION_LINES and f"{m.path} {f.name}" not in allowed
    ]
    assert long == []


def test_nine_functions_in_ten_have_25_lines_or_fewer(modules):
    lengths = [length(f) for m in modules for f in m.functions()]
    short = [n for n in lengths if n <= MOST_FUNCTIONS_LINES]
    assert len(short) >= 0.9 * len(lengths)


def test_no_function_takes_more_than_5_parameters(modules, known):
    allowed = known.get("parameters", ())
    greedy = [
        m.at(f, f"{f.name} takes {parameters(f)}")
        for m in modules
        for f in m.functions()
        if parameters(f) > PARAMETERS and f"{m.path} {f.name}" not in allowed
    ]
    assert greedy == []


def test_no_module_is_named_for_nothing_in_particular(modules):
    assert [m.path for m in modules if FORBIDDEN_NAMES & {part.strip("_") for part in m.name.split(".")}] == []


def test_names_use_the_ten_words(modules):
    wrong = [
        m.at(n, n.name)
        for m in modules
        for n in (*m.functions(), *m.classes())
        if any(word in n.name.lower() for word in FORBIDDEN_WORDS)
    ]
    assert wrong == []


def test_every_module_says_in_one_line_what_it_is_for(modules):
    silent = [m.path for m in modules if not (ast.get_docstring(m.tree) or "").splitlines()[:1]]
    endless = [m.path for m in modules if not (ast.get_docstring(m.tree) or "x.").splitlines()[0].endswith((".", ":", "?"))]
    assert (silent, endless) == ([], [])


def test_every_public_class_and_function_has_a_docstring(modules):
    silent = [m.at(n, name) for m in modules for name, n in public(m.tree) if not ast.get_docstring(n)]
    assert silent == []


def public(tree: ast.Module) -> list[tuple[str, ast.AST]]:
    """What a module offers: its public functions and classes, and the public methods of those classes."""
    definitions = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    found = [(n.name, n) for n in tree.body if isinstance(n, definitions) and not n.name.startswith("_")]
    for name, node in list(found):
        if isinstance(node, ast.ClassDef):
            found += [(f"{name}.{n.name}", n) for n in node.body if isinstance(n, definitions) and not hidden(n)]
    return found


def hidden(method) -> bool:
    """Whether a method needs no docstring: private, special, or the override of one that has it."""
    marks = {d.id for d in method.decorator_list if isinstance(d, ast.Name)}
    return method.name.startswith("_") or "override" in marks


def test_the_catalogue_of_violations_is_true(modules, known):
    places = {m.path for m in modules}
    places |= {f"{m.path} {n.name}" for m in modules for n in (*m.functions(), *m.classes())}
    places |= {f"{m.path} {n}" for m in modules for n in re.findall(r"^(\w+)\b.*? = ", m.text, re.MULTILINE)}
    assert set(known) <= LIMITS
    assert {place for listed in known.values() for place in listed} - places == set()
    over = {m.path for m in modules if len(m.text.splitlines()) > MODULE_LINES}
    long = {f"{m.path} {f.name}" for m in modules for f in m.functions() if length(f) > FUNCTION_LINES}
    greedy = {f"{m.path} {f.name}" for m in modules for f in m.functions() if parameters(f) > PARAMETERS}
    assert known.get("module lines", frozenset()) <= over
    assert known.get("function lines", frozenset()) <= long
    assert known.get("parameters", frozenset()) <= greedy
