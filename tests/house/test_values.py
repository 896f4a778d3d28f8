"""Values do not change under anybody's feet: frozen dataclasses, no mutable defaults, no globals that grow."""

from __future__ import annotations

import ast

MUTABLE_CALLS = {"list", "dict", "set", "bytearray", "defaultdict", "deque", "Counter", "OrderedDict"}
CHANGING = {"append", "extend", "insert", "update", "setdefault", "pop", "popitem", "clear", "add", "discard", "remove", "sort"}
MUTABLE = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)


def dataclass_options(definition: ast.ClassDef) -> dict[str, bool] | None:
    """The options of `@dataclass`, or None where a class is none."""
    for decorator in definition.decorator_list:
        call = decorator.func if isinstance(decorator, ast.Call) else decorator
        if isinstance(call, ast.Name) and call.id == "dataclass":
            keywords = decorator.keywords if isinstance(decorator, ast.Call) else []
            return {k.arg: k.value.value for k in keywords if k.arg and isinstance(k.value, ast.Constant)}
    return None


def mutable(value: ast.AST | None) -> bool:
    """Whether an expression makes something that can be changed later."""
    if isinstance(value, ast.Call):
        return isinstance(value.func, ast.Name) and value.func.id in MUTABLE_CALLS
    return isinstance(value, MUTABLE)


def test_dataclasses_are_frozen_and_have_slots(modules, known):
    """A private `_Draft` may be mutable, still with slots; another one stands in the catalogue with its reason."""
    allowed = known.get("mutable dataclass", ())
    wrong = []
    for module in modules:
        for definition in module.classes():
            options = dataclass_options(definition)
            if options is None:
                continue
            draft = definition.name.startswith("_") or f"{module.path} {definition.name}" in allowed
            if not options.get("slots") or not (options.get("frozen") or draft):
                wrong.append(module.at(definition, definition.name))
    assert wrong == []


def test_no_default_can_be_changed(modules):
    wrong = [
        m.at(f, f"{f.name} has a default that can be changed")
        for m in modules
        for f in m.functions()
        if any(mutable(d) for d in (*f.args.defaults, *f.args.kw_defaults))
    ]
    assert wrong == []


def test_a_module_keeps_tables_only_as_constants_that_nobody_changes(modules, known):
    """A list, set or mapping at the top of a module is named in capitals, and no code in the package writes to it."""
    tables = {name: place for module in modules for name, place in kept(module)}
    lower = [place for name, place in tables.items() if not name.strip("_").isupper() and name != "__all__"]
    allowed = {place.split()[1] for place in known.get("changing global", ())}
    changed = [m.at(n, ast.unparse(n)) for m in modules for n in ast.walk(m.tree) if written(n) & tables.keys() - allowed]
    assert (lower, changed) == ([], [])


def kept(module) -> list[tuple[str, str]]:
    """Names at the top of a module that hold something that can be changed, with their places."""
    found = []
    for statement in module.tree.body:
        if isinstance(statement, ast.Assign | ast.AnnAssign) and mutable(statement.value):
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            found += [(t.id, module.at(statement, t.id)) for t in targets if isinstance(t, ast.Name)]
    return found


def written(node: ast.AST) -> set[str]:
    """The names whose value a piece of code changes: by an item, by `+=`, or by a method that changes it."""
    if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store | ast.Del):
        return {node.value.id} if isinstance(node.value, ast.Name) else set()
    if isinstance(node, ast.AugAssign):
        return {node.target.id} if isinstance(node.target, ast.Name) else set()
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CHANGING:
        return {node.func.value.id} if isinstance(node.func.value, ast.Name) else set()
    return set()


def test_nothing_is_declared_global(modules):
    wrong = [m.at(n, ", ".join(n.names)) for m in modules for n in ast.walk(m.tree) if isinstance(n, ast.Global)]
    assert wrong == []


def test_no_public_signature_says_any(modules):
    wrong = [
        m.at(f, f.name)
        for m in modules
        for f in m.functions()
        if not f.name.startswith("_") and any("Any" in names(a) for a in annotations(f))
    ]
    assert wrong == []


def annotations(function) -> list[ast.expr]:
    """The types in a signature."""
    arguments = (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)
    return [a for a in (*(x.annotation for x in arguments), function.returns) if a is not None]


def names(annotation: ast.expr) -> set[str]:
    """Every name within a type."""
    return {n.id for n in ast.walk(annotation) if isinstance(n, ast.Name)}
