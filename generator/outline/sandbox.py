"""A bounded Jinja2: templates decide order, they compute nothing.

On top of the immutable sandbox: filters by list, no `**`, no growth of strings or lists by `*`, and every loop step and
every call counts against one budget, so that a template can neither run away nor fill the memory.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from jinja2 import BaseLoader, StrictUndefined, TemplateNotFound, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from generator.files import Files

STEPS = 20_000
OUTPUT = 400_000
FILTERS = frozenset(
    (
        "abs",
        "batch",
        "capitalize",
        "count",
        "d",
        "default",
        "first",
        "groupby",
        "items",
        "join",
        "last",
        "length",
        "list",
        "lower",
        "map",
    )
    + (
        "max",
        "min",
        "reject",
        "rejectattr",
        "replace",
        "reverse",
        "round",
        "select",
        "selectattr",
        "slice",
        "sort",
        "string",
        "sum",
    )
    + ("title", "trim", "truncate", "unique", "upper", "wordcount")
)
ITEM = re.compile(r"^- (?!.*\{#)")
MARKER = re.compile(r"  # @(?P<path>[^@]+):(?P<line>\d+)$")
"""Put behind each list item of a template, so that the output knows which template line wrote it."""


@dataclass(slots=True)
class Budget:
    """Counts what a rendering spends."""

    steps: int = 0
    written: list[str] = field(default_factory=list)

    def step(self) -> None:
        """One loop step or call. Raises SecurityError past the limit."""
        self.steps += 1
        if self.steps > STEPS:
            raise SecurityError(f"the template runs more than {STEPS} steps")


class FilesLoader(BaseLoader):
    """Templates by name from `templates/decks` and `templates/sheets`; each list item is marked with its line."""

    def __init__(self, files: Files, folder: str) -> None:
        self.files = files
        self.folder = folder

    def get_source(self, environment: object, template: str) -> tuple[str, str, Callable[[], bool]]:
        """The source of a template, its front matter blanked out so that line numbers hold."""
        path = f"{self.folder}/{template}"
        if ".." in template.split("/") or not self.files.exists(path):
            raise TemplateNotFound(template)
        text = self.files.read(path).decode("utf-8-sig").replace("\r\n", "\n")
        return mark(blank_front_matter(text), path), path, lambda: True


def blank_front_matter(text: str) -> str:
    """The text with its front matter (between two `---` lines at the top) replaced by a comment of as many lines."""
    if not text.startswith("---\n"):
        return text
    end = text.find("\n---\n", 3)
    if end < 0:
        return text
    return "{#" + "\n" * (text.count("\n", 0, end + 5) - 1) + "#}\n" + text[end + 5 :]


def mark(text: str, path: str) -> str:
    """Put a marker behind every list item that begins at column 0."""
    return "\n".join(f"{line}  # @{path}:{i}" if ITEM.match(line) else line for i, line in enumerate(text.split("\n"), 1))


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment templates run in."""

    intercepted_binops = frozenset(["**", "*", "+", "%"])

    def __init__(self, files: Files, folder: str) -> None:
        super().__init__(
            loader=FilesLoader(files, folder),
            undefined=StrictUndefined,
            finalize=_as_json,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self.filters = {name: function for name, function in self.filters.items() if name in FILTERS}
        self.filters["_bounded"] = self._bounded
        self.globals = {}
        self.budget = Budget()

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        template = super()._parse(source, name, filename)
        for loop in template.find_all(nodes.For):
            loop.iter = nodes.Filter(loop.iter, "_bounded", [], [], None, None)
        return template

    def _bounded(self, values: Iterable[object]) -> Iterator[object]:
        for value in values:
            self.budget.step()
            yield value

    def call(self, __context: Context, __obj: object, *args: object, **kwargs: object) -> object:
        """Call a macro or method, at the price of one step."""
        self.budget.step()
        return super().call(__context, __obj, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        """Arithmetic on numbers only; anything that could grow is refused."""
        numbers = isinstance(left, int | float) and isinstance(right, int | float)
        if operator == "**" or not numbers:
            raise SecurityError(f"{operator!r} works on numbers only in a template; join texts with ~")
        return super().call_binop(context, operator, left, right)


def _as_json(value: object) -> object:
    """Write a value as JSON, which is YAML; what macros and inherited blocks wrote passes through.

    Autoescape is on so that Jinja2 marks their output as `Markup`; nothing is ever escaped as HTML.
    """
    if isinstance(value, Markup):
        return value
    if isinstance(value, str | int | float | bool) or value is None:
        return Markup(json.dumps(value, ensure_ascii=False))  # noqa: S704
    raise SecurityError(f"a {type(value).__name__} cannot be written into a template's output")


def render(sandbox: Sandbox, template: str, view: dict[str, object]) -> str:
    """Run a template. Raises jinja2.TemplateError, SecurityError or RecursionError."""
    sandbox.budget = Budget()
    written = 0
    parts: list[str] = []
    for part in sandbox.get_template(template).generate(view):
        written += len(part)
        if written > OUTPUT:
            raise SecurityError(f"the template writes more than {OUTPUT} characters")
        parts.append(part)
    return "".join(parts)
