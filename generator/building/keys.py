"""When a document need not be made again: a key over everything that its making reads, is told, or is done by.

The key covers whole folders rather than what one document reads of them: a changed topic makes every document anew, and
nothing is ever old by mistake. What is read beyond the covered paths is noticed (`Workshop.inputs`), and such a document
gets no key.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import generator
from generator.building.unit import Unit
from generator.errors import Problems
from generator.files import Recording

FOLDERS = ("content/", "templates/")
NO_INPUT = ("templates/starter/", "templates/skeletons/")
"""What new projects and new files are made from; no document reads it."""
PACKAGES = (
    "fonttools", "jinja2", "lxml", "markdown-it-py", "pillow", "pydantic", "python-lucide", "python-pptx", "pyyaml", "reportlab",
    "XlsxWriter",
)  # fmt: skip
"""Whatever takes part in making a document. Faces have digests of their own."""


def inventory(files: Recording) -> dict[str, str]:
    """The SHA-256 of every file that documents are made from, by path: all that was asked for, and both folders whole."""
    below = (path for folder in FOLDERS for path in files.list(folder.rstrip("/"), ""))
    paths = {path for path in below if not path.startswith(NO_INPUT)} | files.presence.keys()
    return {**{path: _state(files, path) for path in sorted(paths - files.digests.keys())}, **files.digests}


def _state(files: Recording, path: str) -> str:
    try:
        return hashlib.sha256(files.files.read(path)).hexdigest()
    except Problems as problems:
        return str(problems)


def shared_key(inputs: Mapping[str, str], options: Sequence[str]) -> str:
    """SHA-256 over everything that all documents of a build share."""
    return _digest([tool(), dict(inputs), list(options)])


def key_of(shared: str, unit: Unit) -> str:
    """SHA-256 over everything that one document is made from."""
    return _digest([shared, asdict(unit)])


def tool() -> str:
    """What makes documents: our own code, the packages it uses, and the Python it runs on."""
    digest = hashlib.sha256(sys.version.encode())
    for package in PACKAGES:
        digest.update(f"{package} {_version(package)}\n".encode())
    house = Path(generator.__file__).parent
    for module in sorted(house.rglob("*.py")):
        digest.update(module.relative_to(house).as_posix().encode())
        digest.update(module.read_bytes())
    return digest.hexdigest()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"


def _digest(values: object) -> str:
    return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()
