"""What pydantic found wrong, as diagnostics: at the author's line and column, in the author's words.

Union tags and branch names are stripped from an error's path; the branches of one union are told as one finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from generator.errors import Diagnostic, did_you_mean
from generator.notation.tree import Located, Path, Tree

SHAPES = {
    "string_type": "text",
    "is_instance_of": "",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "dict_type": "a mapping (`key: value`)",
    "mapping_type": "a mapping (`key: value`)",
    "model_type": "a mapping (`key: value`)",
    "model_attributes_type": "a mapping (`key: value`)",
}
"""Errors that say only that a value is of the wrong sort, and what was expected."""
BOUNDS = {
    "greater_than": ("more than", "gt"),
    "greater_than_equal": ("at least", "ge"),
    "less_than": ("less than", "lt"),
    "less_than_equal": ("at most", "le"),
}
LENGTHS = {
    "too_short": ("at least", "min_length"),
    "too_long": ("at most", "max_length"),
    "string_too_short": ("at least", "min_length"),
    "string_too_long": ("at most", "max_length"),
}


@dataclass(frozen=True, slots=True)
class _Fault:
    """One error of pydantic and the path of the value it is about."""

    type: str
    path: Path
    message: str
    context: Mapping[str, object]


def diagnostics(errors: Iterable[ErrorDetails], tree: Tree, model: type[BaseModel]) -> tuple[Diagnostic, ...]:
    """The diagnostics (C004 to C007) for errors of validating `tree` as `model`, each once."""
    faults = [fault for fault in (_fault(error, tree) for error in errors) if not _follows(fault, tree)]
    shapes = {f.path: tuple(dict.fromkeys(s for g in faults if g.path == f.path and (s := SHAPES.get(g.type)))) for f in faults}
    found = []
    for fault in faults:
        if fault.type not in SHAPES:
            found.append(_diagnostic(fault, tree, model))
        elif not any(_explains(other, fault) for other in faults):
            found.append(_wrong_shape(fault.path, shapes[fault.path], tree))
    return tuple(dict.fromkeys(found))


def _fault(error: ErrorDetails, tree: Tree) -> _Fault:
    _, path = _resolve(tree, error["loc"], (), error["type"] == "missing")
    message = error["msg"]
    context = error.get("ctx", {})
    if isinstance(context.get("error"), Exception):
        message = str(context["error"])
    return _Fault(error["type"], path, message, context)


def _resolve(tree: Tree, loc: Sequence[str | int], path: Path, missing: bool, tagged: bool = False) -> tuple[int, Path]:
    """The path in the author's text that `loc` means, and how many of its steps had to be skipped. A kind is a tag once."""
    if not loc:
        return 0, path
    step, rest = loc[0], loc[1:]
    ways = []
    lacking = missing and not rest and isinstance(tree.value, Located) and step not in tree.children
    if lacking:
        return 0, (*path, step)
    if not tagged and "kind" in tree.children and tree.children["kind"].value == step:
        ways.append(_resolve(tree, rest, path, missing, True))
    if step in tree.children:
        way = _resolve(tree.children[step], rest, (*path, step), missing)
        ways.insert(len(ways) if path else 0, way)
    if not ways:
        skipped, found = _resolve(tree, rest, path, missing, tagged)
        return skipped + 1, found
    return min(ways, key=lambda way: way[0])


def _follows(fault: _Fault, tree: Tree) -> bool:
    """Whether a list only counts as too short because entries of it are wrong, which is told already."""
    value = tree.at(fault.path).value
    return fault.type == "too_short" and isinstance(value, tuple | dict) and len(value) >= int(str(fault.context["min_length"]))


def _explains(other: _Fault, shape: _Fault) -> bool:
    """Whether `other` says better what is wrong: another branch took the value and found fault with its inside."""
    if other.path[: len(shape.path)] != shape.path:
        return False
    return len(other.path) > len(shape.path) or other.type not in SHAPES


def _wrong_shape(path: Path, shapes: tuple[str, ...], tree: Tree) -> Diagnostic:
    expected = " or ".join(shapes) or "something else"
    at = tree.at(path)
    message = f"{_name(path)} must be {expected}, not {_spelt(at)}"
    return Diagnostic("C005", tree.span_of(path), message, _way_out(at, expected))


def _way_out(at: Tree, expected: str) -> str:
    value = at.value
    if value is None:
        return "give it a value, or remove the key"
    if "text" in expected and isinstance(value, bool | int | float):
        return f'put it in quotes: "{_spelt(at)}"'
    if "number" in expected and isinstance(value, str) and re.fullmatch(r"\s*-?\d{1,15}(\.\d{1,15})?\s*", value):
        return f"remove the quotes: {value.strip()}"
    if "a list" in expected and isinstance(value, str):
        return "write it as a list: [ … ] or lines that start with a dash"
    return ""


def _diagnostic(fault: _Fault, tree: Tree, model: type[BaseModel]) -> Diagnostic:
    path = fault.path
    match fault.type:
        case "missing":
            return Diagnostic("C006", tree.span_of(path[:-1]), f"key {path[-1] if path else ''!r} is missing")
        case "extra_forbidden":
            key = str(path[-1]) if path else ""
            hint = did_you_mean(key, _known_keys(model, tree, path[:-1]))
            return Diagnostic("C004", tree.span_of(path, key=True), f"unknown key {key!r}", hint)
        case "union_tag_not_found":
            kinds = ", ".join(_quoted(fault.context.get("expected_tags")) or _kinds(model, tree, path))
            return Diagnostic("C006", tree.span_of(path), "key 'kind' is missing", f"known kinds: {kinds}")
        case "union_tag_invalid":
            tag = tree.at((*path, "kind"))
            hint = did_you_mean(str(tag.value), _quoted(fault.context.get("expected_tags")))
            return Diagnostic("C007", tag.span, f"unknown block kind {_shown(tag.value)}", hint)
        case _:
            return _wrong_value(fault, tree)


def _wrong_value(fault: _Fault, tree: Tree) -> Diagnostic:
    at = tree.at(fault.path)
    value = at.value
    hint = ""
    if fault.type in BOUNDS:
        words, key = BOUNDS[fault.type]
        message = f"{_name(fault.path)} must be {words} {_plain(fault.context.get(key))}, not {_spelt(at)}"
    elif fault.type in LENGTHS:
        words, key = LENGTHS[fault.type]
        limit = fault.context.get(key)
        message = f"{_name(fault.path)} has {_counted(value)}, {words} {limit} {'is' if limit == 1 else 'are'} asked for"
    elif fault.type in ("literal_error", "enum"):
        expected = str(fault.context.get("expected", ""))
        message = f"{_name(fault.path)} cannot be {_spelt(at)}"
        hint = did_you_mean(value, _quoted(expected)) if isinstance(value, str) and "'" in expected else f"use {expected}"
    elif fault.type in ("value_error", "assertion_error"):
        message = fault.message
    else:
        message = f"{_name(fault.path)} is {_spelt(at)}: {fault.message[:1].lower()}{fault.message[1:]}"
    return Diagnostic("C005", tree.span_of(fault.path), message, hint)


def _counted(value: object) -> str:
    size = len(value) if isinstance(value, str | tuple | dict) else 0
    one, many = ("character", "characters") if isinstance(value, str) else ("entry", "entries")
    return f"{size or 'no'} {one if size == 1 else many}"


def _plain(number: object) -> str:
    return f"{number:g}" if isinstance(number, float) else str(number)


def _name(path: Path) -> str:
    """How a sentence calls the value at `path`."""
    if not path:
        return "this"
    last = path[-1]
    if isinstance(last, str):
        return repr(last)
    return f"entry {last + 1} of {_name(path[:-1])}"


def _spelt(tree: Tree) -> str:
    """A value as its author wrote it, as far as it is no text, list or mapping."""
    return tree.written if tree.written and isinstance(tree.value, bool | int | float) else _shown(tree.value)


def _shown(value: object) -> str:
    match value:
        case None:
            return "nothing"
        case bool():
            return str(value).lower()
        case str():
            return repr(value if len(value) <= 40 else f"{value[:39]}…")
        case tuple():
            return "a list"
        case dict():
            return "a mapping"
        case _:
            return str(value)


def _quoted(text: object) -> tuple[str, ...]:
    return tuple(re.findall(r"'([^']*)'", str(text or "")))


def _known_keys(model: type[BaseModel], tree: Tree, path: Path) -> set[str]:
    """The keys that the mapping at `path` may have."""
    return {key for known in _models_at(model, tree, path) for key in _keys(known)}


def _kinds(model: type[BaseModel], tree: Tree, path: Path) -> list[str]:
    return [str(m.model_fields["kind"].default) for m in _models_at(model, tree, path) if "kind" in m.model_fields]


def _keys(model: type[BaseModel]) -> dict[str, object]:
    """What stands under each key of a model's mapping."""
    fields = {str(field.validation_alias or field.alias or name): field.annotation for name, field in model.model_fields.items()}
    return {key: annotation for key, annotation in fields.items() if not key.startswith("\0")}


def _models_at(model: type[BaseModel], tree: Tree, path: Path) -> list[type[BaseModel]]:
    """Every model that the mapping at `path` can be meant as; its kind decides where it says one."""
    annotations: list[object] = [model]
    for step in path:
        annotations = [inner for outer in _fitting(annotations, tree) for inner in _inside(outer, step)]
        tree = tree.at((step,))
    return [m for m in _fitting(annotations, tree) if isinstance(m, type) and issubclass(m, BaseModel)]


def _fitting(annotations: Sequence[object], tree: Tree) -> list[object]:
    """The annotations with unions taken apart, without the kinds that the mapping is not."""
    flat: list[object] = []
    kind = tree.children["kind"].value if "kind" in tree.children else None
    for annotation in annotations:
        origin = get_origin(annotation)
        if origin is Annotated:
            flat += _fitting(get_args(annotation)[:1], tree)
        elif origin in (Union, UnionType):
            flat += _fitting(get_args(annotation), tree)
        elif isinstance(annotation, type) and issubclass(annotation, BaseModel) and "kind" in annotation.model_fields:
            flat += [annotation] if kind in (None, annotation.model_fields["kind"].default) else []
        else:
            flat.append(annotation)
    return flat


def _inside(annotation: object, step: str | int) -> list[object]:
    """What stands at a key or a position of a value of type `annotation`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        keys = _keys(annotation)
        return [keys[step]] if step in keys and isinstance(step, str) else []
    return [arg for arg in get_args(annotation) if arg is not Ellipsis and arg is not str]
