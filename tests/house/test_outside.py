"""The outside world has few doors: text is always opened with its encoding, and only the last rooms touch the disk."""

from __future__ import annotations

import ast

READS_OR_WRITES = {"read_text", "write_text", "read_bytes", "write_bytes", "mkdir", "unlink", "rename", "touch", "rmdir"}
OS_CALLS = {"os.replace", "os.rename", "os.remove", "os.unlink", "os.makedirs", "os.mkdir", "shutil.rmtree", "shutil.copy"}
MAY_TOUCH_THE_DISK = {"files", "building", "cli"}
CLOCKS = {"datetime.now", "datetime.today", "date.today", "datetime.utcnow", "time.time"}
MAY_READ_THE_CLOCK = {"building", "cli"}


def called(call: ast.Call) -> str:
    """What is called, as written: `open`, `os.replace`, `path.read_text` as `.read_text`."""
    if isinstance(call.func, ast.Name):
        return call.func.id
    if isinstance(call.func, ast.Attribute):
        owner = call.func.value.id if isinstance(call.func.value, ast.Name) else ""
        return f"{owner}.{call.func.attr}"
    return ""


def calls(module) -> list[tuple[ast.Call, str]]:
    """Every call in a module with what it calls."""
    return [(n, called(n)) for n in ast.walk(module.tree) if isinstance(n, ast.Call)]


def opens_text_without_encoding(call: ast.Call, name: str) -> bool:
    """Whether a call opens text and leaves its encoding to the machine."""
    owner, _, method = name.rpartition(".")
    if any(k.arg == "encoding" for k in call.keywords):
        return False
    if method in ("read_text", "write_text"):
        return len(call.args) <= (0 if method == "read_text" else 1)
    if method not in ("open", "fdopen", "TextIOWrapper", "NamedTemporaryFile"):
        return False
    modes = [a.value for a in call.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
    modes += [k.value.value for k in call.keywords if k.arg == "mode" and isinstance(k.value, ast.Constant)]
    binary_by_default = method == "NamedTemporaryFile" and not modes
    packages = owner[:1].isupper() or owner in ("os", "pdfplumber", "pikepdf", "zipfile", "Image")
    return not binary_by_default and not packages and not any("b" in m for m in modes)


def test_text_is_always_opened_with_its_encoding(modules):
    wrong = [m.at(c, name) for m in modules for c, name in calls(m) if opens_text_without_encoding(c, name)]
    assert wrong == []


def test_tests_open_text_with_its_encoding_too(root):
    wrong = []
    for path in sorted((root / "tests").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found = [(n, called(n)) for n in ast.walk(tree) if isinstance(n, ast.Call)]
        wrong += [f"{path.relative_to(root)}:{c.lineno}: {name}" for c, name in found if opens_text_without_encoding(c, name)]
    assert wrong == []


def test_only_the_last_rooms_touch_the_disk(modules, known):
    wrong = []
    for module in modules:
        if module.room in MAY_TOUCH_THE_DISK or module.path in known.get("disk", ()):
            continue
        for call, name in calls(module):
            owner, _, method = name.rpartition(".")
            if name in ("open", *OS_CALLS) or (method in READS_OR_WRITES and owner not in ("files", "self")):
                wrong.append(module.at(call, name))
    assert wrong == []


def test_only_the_last_rooms_read_the_clock(modules):
    wrong = [m.at(c, name) for m in modules if m.room not in MAY_READ_THE_CLOCK for c, name in calls(m) if name in CLOCKS]
    assert wrong == []
