"""ARCHITECTURE.md is true: it names every room once, and nothing that does not exist."""

from __future__ import annotations

import re


def rooms(modules) -> set[str]:
    """What stands right below the package: folders with a slash, single files with their suffix."""
    inside = {m.path.removeprefix("generator/") for m in modules} - {"__init__.py"}
    return {f"{p.split('/')[0]}/" if "/" in p else p for p in inside}


def tree(architecture: str) -> list[str]:
    """The rooms as the document's tree draws them, one line a room."""
    drawn = architecture.partition("## The rooms")[2].partition("```")[2].partition("```")[0]
    return re.findall(r"^  ([a-z_]+(?:/|\.py)) ", drawn, re.MULTILINE)


def test_every_room_is_drawn_once(modules, architecture):
    assert sorted(tree(architecture)) == sorted(rooms(modules))


def test_every_path_it_names_exists(root, architecture):
    named = set(re.findall(r"`((?:generator|templates|content|tests|docs|changelog\.d|\.ci)/[\w./*-]*)`", architecture))
    assert named
    missing = [path for path in sorted(named) if not any(root.glob(path.rstrip("/")))]
    assert missing == []


def test_every_module_it_names_exists(modules, architecture):
    named = set(re.findall(r"`(generator(?:\.[a-z_]+)+)`", architecture))
    known = {m.name for m in modules}
    public = {
        f"{m.name}.{n}"
        for m in modules
        for n in re.findall(r"^(?:def|class) (\w+)|^(\w+)\b.*? = ", m.text, re.MULTILINE)
        for n in n
    }
    assert named - known - public == set()


def test_the_import_order_it_shows_is_the_one_that_is_enforced(root, architecture):
    import tomllib

    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    enforced = [re.findall(r"[a-z_]+", layer) for layer in layers if "__main__" not in layer]
    shown = architecture.partition("## Import direction")[2].partition("```")[2].partition("```")[0]
    lines = [re.findall(r"[a-z_]+", line) for line in shown.splitlines() if line.strip()]
    assert lines == enforced


def test_every_document_links_only_to_files_that_exist(root):
    missing = []
    for document in [*root.glob("*.md"), *root.glob("docs/**/*.md"), *root.glob("changelog.d/*.md")]:
        text = re.sub(r"```.*?```", "", document.read_text(encoding="utf-8"), flags=re.DOTALL)
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text):
            if not re.match(r"[a-z]+:|…", target) and "…" not in target and not (document.parent / target).exists():
                missing.append(f"{document.relative_to(root)}: {target}")
    assert missing == []
