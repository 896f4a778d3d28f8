"""A bounded Jinja2: templates decide order, they compute nothing.

On top of the immutable sandbox: filters by list, no methods of texts and lists, no mappings, no lists within lists, numbers
that stay small, and an allowance of steps and text that everything is paid from. So a template can neither run away nor fill
the memory, and what it writes knows the line that wrote it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, ItemsView, Iterable, Mapping
from functools import wraps
from types import BuiltinMethodType, MappingProxyType, MethodType

from jinja2 import BaseLoader, StrictUndefined, TemplateNotFound, Undefined, nodes
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError
from jinja2.filters import make_attrgetter
from jinja2.runtime import BlockReference, Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import pass_context, pass_environment
from markupsafe import Markup

from generator.errors import Diagnostic, Findings, Problems, did_you_mean
from generator.files import Files, check_path
from generator.notation.encoding import decode
from generator.outline.allowance import Allowance, named
from generator.outline.marks import CLOSE, OPEN, without_marks
from generator.outline.rewriting import Rewriter
from generator.source import Span

LONGEST_SOURCE = 100_000
"""Characters of one template."""
SUFFIX = ".yaml.j2"
FILTERS = (
    "abs", "capitalize", "count", "d", "default", "first", "join", "last", "length", "list", "lower", "map", "max", "min",
    "reject", "rejectattr", "reverse", "round", "select", "selectattr", "sort", "string", "sum", "title", "trim", "unique",
    "upper",
)  # fmt: skip
LOOP = frozenset(
    ("cycle", "changed", "depth", "depth0", "first", "index", "index0", "last", "length", "nextitem", "previtem", "revindex",
     "revindex0")
)  # fmt: skip
VIEW = frozenset(("get", "items", "keys", "values"))
ESCAPED = re.compile(f"[\x7f-\x9f\u2028\u2029\ufeff\ufdd0-\ufdef\ufffe\uffff{OPEN}{CLOSE}]")
"""Characters that JSON leaves as they are and YAML reads otherwise, or that would be taken for marks."""
HINT = "\0"
"""Between a message about an unknown name and its hint."""


class FilesLoader(BaseLoader):
    """Templates by name from one folder."""

    def __init__(self, files: Files, folder: str) -> None:
        self.files = files
        self.folder = folder

    def get_source(self, environment: object, template: str) -> tuple[str, str, Callable[[], bool]]:
        """The source of a template, its front matter blanked out so that line numbers hold. Raises Problems."""
        path = f"{self.folder}/{template}"
        if check_path(path) or not self.files.exists(path):
            raise TemplateNotFound(template)
        findings = Findings()
        text = decode(self.files.read(path), path, findings)
        if text is None:
            raise Problems(findings.items)
        if len(text) > LONGEST_SOURCE:
            message = f"the template has {len(text):,} characters, at most {LONGEST_SOURCE:,} are run"
            raise Problems([Diagnostic("O001", Span(path), message, "split it")])
        return blank_front_matter(without_marks(text)), path, lambda: True

    def names(self) -> tuple[str, ...]:
        """The names of all templates of the folder."""
        return tuple(path.removeprefix(f"{self.folder}/") for path in self.files.list(self.folder, SUFFIX))


FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)


def front_matter(text: str) -> tuple[int, int] | None:
    """Where the lines between the two `---` at the top start and end; the end is -1 where there is no second one."""
    first = FENCE.match(text)
    if not first:
        return None
    second = FENCE.search(text, first.end())
    return first.end() + 1, second.start() if second else -1


def blank_front_matter(text: str) -> str:
    """The text with its front matter replaced by a comment of as many lines."""
    found = front_matter(text)
    if found is None or found[1] < 0:
        return text
    end = text.find("\n", found[1])
    return "{#" + "\n" * text.count("\n", 0, found[1]) + "#}" + (text[end:] if end >= 0 else "")


class Unknown(StrictUndefined):
    """What no name stands for; the message says what there is instead."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        name, thing = self._undefined_name, self._undefined_obj
        if isinstance(thing, Mapping):
            return f"there is no {name!r} in this mapping{HINT}{did_you_mean(str(name), map(str, thing))}"
        if isinstance(thing, list | tuple):
            return f"the list has no entry {name!r}{HINT}it has {len(thing)}, counted from 0"
        if isinstance(thing, str | int | float | LoopContext | Macro | TemplateModule):
            return f"{named(thing)} has no {name!r}{HINT}work on values with filters: {', '.join(FILTERS)}"
        return f"there is no {name!r} here"


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment templates run in."""

    intercepted_binops = frozenset(("**", "*", "+", "-", "/", "//", "%"))

    def __init__(self, files: Files, folder: str) -> None:
        self.allowance = Allowance()
        self.paths: list[str] = []
        """The templates parsed so far; their places here are their numbers in marks."""
        self.source = FilesLoader(files, folder)
        super().__init__(
            loader=self.source,
            undefined=Unknown,
            finalize=_as_json,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        stock = self.filters
        self.filters = {name: self._bounded(stock[name]) for name in FILTERS}
        self.filters.update(join=self._bounded(self._join), round=self._bounded(_rounded), **self._inner_filters())
        self.globals = {}

    def concat(self, pieces: Iterable[str]) -> str:
        """What a macro, a block or a `set` block wrote."""
        return self.allowance.capture(pieces)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        template = super()._parse(source, name, filename)
        self.paths.append(filename or str(name))
        rewritten = Rewriter(len(self.paths) - 1, name, filename).visit(template)
        assert isinstance(rewritten, nodes.Template), "the top of a tree stays what it is"
        rewritten.set_environment(self)
        return rewritten

    def _inner_filters(self) -> dict[str, Callable[..., object]]:
        """What `Rewriter` puts into trees. They see the context, so that none is computed ahead."""
        own = self.allowance

        def inner(work: Callable[[object], object]) -> Callable[..., object]:
            return pass_context(lambda context, value: work(value))

        return {
            "_spend": inner(lambda steps: own.spend(steps if isinstance(steps, int) else 1)),
            "_enter": inner(lambda _: own.enter()),
            "_leave": inner(lambda _: own.leave()),
            "_extend": inner(lambda _: own.extend()),
            "_steps": inner(self._steps),
            "_flat": inner(own.taken),
            "_joined": inner(lambda values: own.joined(_iterable(values))),
            "_plain": inner(lambda value: Markup(without_marks(value)) if isinstance(value, Markup) else value),  # noqa: S704
        }

    def _steps(self, values: object) -> object:
        """What a loop goes over, paid ahead."""
        if isinstance(values, ItemsView):
            self.allowance.spend(len(values))
            return [*values]
        return self.allowance.flat(_iterable(values))

    def _bounded(self, function: Callable[..., object]) -> Callable[..., object]:
        """A filter that takes and gives only what is within bounds."""

        @wraps(function)
        def bounded(*args: object, **kwargs: object) -> object:
            taken = self.allowance.taken
            made = function(*(taken(a) for a in args), **{name: taken(value) for name, value in kwargs.items()})
            return self.allowance.number(taken(made))

        return bounded

    @staticmethod
    @pass_environment
    def _join(environment: Sandbox, value: Iterable[object], d: str = "", attribute: str | None = None) -> str:
        get = make_attrgetter(environment, attribute) if attribute is not None else None
        return environment.allowance.joined([get(entry) for entry in value] if get else value, d)

    # what templates may touch and call

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Only loops, views, imported templates and blocks have attributes."""
        match obj:
            case LoopContext():
                return attr in LOOP
            case MappingProxyType():
                return attr in VIEW
            case TemplateModule():
                return isinstance(value, Macro | str | int | float) and not attr.startswith("_")
            case BlockReference():
                return attr == "super"
            case _:
                return False

    def unsafe_undefined(self, obj: object, attribute: str) -> Undefined:
        """What stands for an attribute that templates may not touch."""
        message = f"{attribute!r} of {named(obj)} cannot be used in a template"
        return self.undefined(message, name=attribute, obj=obj, exc=SecurityError)

    def wrap_str_format(self, value: object) -> None:
        """No text formats another one."""
        return

    def is_safe_callable(self, obj: object) -> bool:
        """Only macros, blocks, loops, and the methods of loops and views are called."""
        if isinstance(obj, MethodType | BuiltinMethodType):
            return isinstance(obj.__self__, LoopContext | MappingProxyType)
        return isinstance(obj, Macro | BlockReference | LoopContext)

    def call(self, context: Context, obj: object, /, *args: object, **kwargs: object) -> object:
        """Call a macro, a block, or a method."""
        if isinstance(obj, Undefined):
            str(obj)  # raises UndefinedError
        if not self.is_safe_callable(obj):
            raise SecurityError(f"{named(obj)} cannot be called in a template")
        if isinstance(obj, LoopContext):
            args = tuple(self._steps(value) for value in args)
        self.allowance.call()
        try:
            return context.call(obj, *args, **kwargs)  # type: ignore[arg-type]
        finally:
            self.allowance.calls -= 1

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        """Arithmetic on small numbers; anything that could grow is refused."""
        for value in (left, right):
            if isinstance(value, Undefined):
                str(value)  # raises UndefinedError
            if not isinstance(value, int | float):
                raise SecurityError(f"{operator!r} works on numbers only in a template; join texts with ~")
            self.allowance.number(value)
        if operator == "**":
            raise SecurityError("'**' cannot be used in a template")
        return self.allowance.number(super().call_binop(context, operator, left, right))


def _iterable(values: object) -> Iterable[object]:
    """Raises TypeError for what is none."""
    if not isinstance(values, Iterable):
        raise TypeError(f"{named(values)} is no list")
    return values


def _rounded(value: float, precision: int = 0) -> float:
    return round(value, max(0, min(6, precision)))


@pass_context
def _as_json(context: Context, value: object) -> object:
    """Write a value as JSON, which is YAML; what macros and inherited blocks wrote passes through.

    Autoescape is on so that Jinja2 marks their output as `Markup`; nothing is ever escaped as HTML. The context is asked for
    because Jinja2 would otherwise escape constants before it hands them over.
    """
    if isinstance(value, Markup):
        return value
    if isinstance(value, Undefined):
        str(value)  # raises UndefinedError
    if isinstance(value, str | int | float | bool) or value is None:
        text = json.dumps(value, ensure_ascii=False)
        return Markup(ESCAPED.sub(lambda m: f"\\u{ord(m.group()):04x}", text))  # noqa: S704
    raise SecurityError(f"{named(value)} cannot be written into a template's output; write its parts")


def render(sandbox: Sandbox, template: str, view: Mapping[str, object]) -> str:
    """Run a template; the output has marks. Raises what Jinja2 raises, and Problems for files that cannot be read."""
    allowance = sandbox.allowance
    return "".join(allowance.write(part) for part in sandbox.get_template(template).generate(view))
