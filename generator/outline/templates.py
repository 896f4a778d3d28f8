"""Deck and sheet templates: what they declare, and running one over a view of the tailored model."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal, TypeVar

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError
from pydantic import AfterValidator, Field

from generator.content.values import Id, Line
from generator.errors import Findings, Problems, did_you_mean
from generator.files import Files
from generator.notation.encoding import decode
from generator.notation.records import Record, read_record
from generator.notation.tree import Tree
from generator.notation.yaml import read_yaml
from generator.outline.marks import origins, without_marks
from generator.outline.rewriting import RefusedError
from generator.outline.sandbox import FILTERS, HINT, SUFFIX, Sandbox, front_matter, render
from generator.source import Span

FOLDERS = ("templates/decks", "templates/sheets")
LINE = re.compile(r"\bline (\d+)\b")
ITEMS = "write items such as `- slide: cover` or `- topic: {{ topic.id }}`, each at the start of a line"
ORDER_ONLY = "templates put topics in order; move anything else into content"

T = TypeVar("T")
R = TypeVar("R", bound=Record)


def _each_once(values: tuple[T, ...]) -> tuple[T, ...]:
    if len(set(values)) < len(values):
        raise ValueError("something stands twice in this list; name each once")
    return values


class TemplateHead(Record):
    """A template's front matter."""

    document: Id
    """The document's id, such as `role-deck`."""
    title: Line
    """What the document is called in footers, such as "training deck"."""
    subjects: Annotated[tuple[Literal["role", "profile", "comparison", "course"], ...], AfterValidator(_each_once)] = Field(
        min_length=1
    )
    formats: Annotated[tuple[Literal["pptx", "pdf"], ...], AfterValidator(_each_once)] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Template:
    """A document template: where it stands and what it declares."""

    folder: str
    """`templates/decks` or `templates/sheets`."""
    name: str
    """Its path below the folder."""
    head: TemplateHead

    @property
    def is_sheet(self) -> bool:
        """Whether it makes paper pages."""
        return self.folder.endswith("/sheets")

    @property
    def path(self) -> str:
        """Its path in the project or the package."""
        return f"{self.folder}/{self.name}"


def read_templates(files: Files, findings: Findings) -> tuple[Template, ...]:
    """Every template with front matter, by document id; those without are for inheritance and includes only.

    Findings: C001 to C008 for what cannot be read, C021 for a document declared twice, O001 for front matter without an end.
    """
    found: dict[str, Template] = {}
    for folder in FOLDERS:
        for path in files.list(folder, SUFFIX):
            head = _head(files, path, findings)
            if head is None:
                continue
            if head.document in found:
                hint = f"also by {found[head.document].path}"
                findings.error("C021", head.span, f"document {head.document!r} is declared twice", hint)
                continue
            found[head.document] = Template(folder, path.removeprefix(f"{folder}/"), head)
    return tuple(found[name] for name in sorted(found))


def _head(files: Files, path: str, findings: Findings) -> TemplateHead | None:
    try:
        text = decode(files.read(path), path, findings)
    except Problems as problems:
        findings.items.extend(problems.diagnostics)
        return None
    found = front_matter(text) if text is not None else None
    if text is None or found is None:
        return None
    start, end = found
    if end < 0:
        findings.error("O001", Span(path, 1, 1), "front matter is not closed", "end it with a line of ---")
        return None
    # The first line stays blank so that spans in the front matter are the file's own.
    tree = read_yaml(("\n" + text[start:end]).encode(), path, findings)
    return read_record(tree, TemplateHead, findings) if tree else None


@dataclass(frozen=True, slots=True)
class Rendered:
    """A template's output as a tree, and the template line behind each line of it."""

    tree: Tree
    origins: tuple[Span, ...]

    def origin(self, span: Span) -> Span:
        """Where in a template a place of the output was written."""
        index = min(max(span.line - 1, 0), len(self.origins) - 1)
        return self.origins[index] if self.origins else span


def run(files: Files, template: Template, view: Mapping[str, object], findings: Findings) -> Rendered | None:
    """Run `template` over `view`; None and findings at the template's own line where that fails.

    O001 broken or too large, O002 a name or template that does not exist, O003 refused or past a bound, O004 its output is no
    YAML, C001 and C008 a template that cannot be read.
    """
    sandbox = Sandbox(files, template.folder)
    try:
        text = render(sandbox, template.name, view)
    except Problems as problems:
        findings.items.extend(problems.diagnostics)
    except RefusedError as error:
        findings.error("O003", Span(error.filename or template.path, error.lineno, 1), error.message or "", ORDER_ONLY)
    except TemplateSyntaxError as error:
        place = Span(error.filename or template.path, error.lineno, 1)
        findings.error("O001", place, _sentence(error.message or "broken template"), _syntax_hint(error.message or "", sandbox))
    except TemplateNotFound as error:
        message = f"there is no template {error.name!r} in {template.folder}"
        findings.error("O002", _place(error, template), message, did_you_mean(str(error.name), sandbox.source.names()))
    except UndefinedError as error:
        message, _, hint = str(error).partition(HINT)
        findings.error("O002", _place(error, template), _sentence(message), hint or did_you_mean(_quoted(message), view))
    except RecursionError as error:
        findings.error("O003", _place(error, template), "the template is nested too deep", ORDER_ONLY)
    except Exception as error:  # a template is a program: whatever it raises is its author's to see, at its line
        message = str(error).partition(HINT)[0] or type(error).__name__
        findings.error("O003", _place(error, template), _sentence(message), ORDER_ONLY)
    else:
        return _read(text, sandbox, template, findings)
    return None


def read_items(rendered: Rendered, model: type[R], findings: Findings) -> tuple[tuple[R, Span], ...] | None:
    """The items of an output, each with the template line that wrote it; None and findings (C004 to C007, O005) without any."""
    inner = Findings()
    value = rendered.tree.value
    entries = value if isinstance(value, tuple) else ()
    items = [read_record(rendered.tree.at((index,)), model, inner) for index in range(len(entries))]
    if not entries:
        message = "the template lists nothing" if value == () else "the template's output is no list"
        findings.error("O005", rendered.origin(rendered.tree.span), message, ITEMS)
    for finding in inner.items:
        findings.error(finding.code, rendered.origin(finding.span), finding.message, finding.hint)
    read = tuple(item for item in items if item is not None)
    if not entries or inner.errors:
        return None
    return tuple((item, rendered.origin(item.span)) for item in read)


def _read(text: str, sandbox: Sandbox, template: Template, findings: Findings) -> Rendered | None:
    start = Span(template.path, 1, 1)
    lines = origins(text, sandbox.paths, start)
    plain = without_marks(text)
    if not re.search(r"^\s*[^\s#]", plain, re.MULTILINE):
        return Rendered(Tree((), start), (start,))
    inner = Findings()
    tree = read_yaml(plain.encode(), template.path, inner)
    rendered = Rendered(tree or Tree((), start), lines)
    for finding in inner.items:
        message, hint = (LINE.sub(lambda m: _line(rendered, m), text) for text in (finding.message, finding.hint))
        findings.error("O004", rendered.origin(finding.span), f"the template's output is no YAML: {message}", hint)
    return None if inner.errors or tree is None else rendered


def _line(rendered: Rendered, named: re.Match[str]) -> str:
    """A line of the output that a finding names, as the template's."""
    return f"line {rendered.origin(Span('', int(named[1]), 1)).line}"


def _place(error: BaseException, template: Template) -> Span:
    """The innermost template line in a traceback."""
    place, frame = Span(template.path, 1, 1), error.__traceback__
    while frame is not None:
        name = frame.tb_frame.f_code.co_filename
        if name.startswith(template.folder + "/"):
            place = Span(name, frame.tb_lineno, 1)
        frame = frame.tb_next
    return place


def _syntax_hint(message: str, sandbox: Sandbox) -> str:
    found = re.match(r"No (filter|test) named '([^']*)'", message)
    if not found:
        return "see this line; every {% block %} needs its end, every {{ its }}"
    return did_you_mean(found[2], FILTERS if found[1] == "filter" else sandbox.tests)


def _quoted(message: str) -> str:
    found = re.search(r"'([^']+)'", message)
    return found[1] if found else ""


def _sentence(text: str) -> str:
    text = " ".join(text.split()).rstrip(".")
    return text[:1].lower() + text[1:]
