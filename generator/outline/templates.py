"""Deck and sheet templates: what they declare, and running one over a view of the tailored model."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

from jinja2 import TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from pydantic import Field

from generator.errors import Findings, did_you_mean
from generator.files import Files
from generator.notation.records import Record, read_record
from generator.notation.tree import Tree
from generator.notation.yaml import read_yaml
from generator.outline.sandbox import MARKER, Sandbox, render
from generator.source import Span

SUFFIX = ".yaml.j2"


class TemplateHead(Record):
    """A template's front matter."""

    document: str
    """The document's id, such as `role-deck`."""
    title: str
    """What the document is called in footers, such as "training deck"."""
    subjects: tuple[Literal["role", "comparison"], ...] = Field(min_length=1)
    formats: tuple[Literal["pptx", "pdf"], ...] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Template:
    """A document template: where it stands and what it declares."""

    folder: str
    """`templates/decks` or `templates/sheets`."""
    name: str
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
    """Every template with front matter; those without are for inheritance and includes only."""
    found: dict[str, Template] = {}
    for folder in ("templates/decks", "templates/sheets"):
        for path in files.list(folder, SUFFIX):
            head = _head(files, path, findings)
            if head is None:
                continue
            if head.document in found:
                findings.error(
                    "C021", head.span, f"document {head.document!r} is declared twice", f"also by {found[head.document].path}"
                )
                continue
            found[head.document] = Template(folder, PurePosixPath(path).name, head)
    return tuple(found[name] for name in sorted(found))


def _head(files: Files, path: str, findings: Findings) -> TemplateHead | None:
    text = files.read(path).decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
    if not text.startswith("---\n"):
        return None
    end = text.find("\n---\n", 3)
    if end < 0:
        findings.error("O001", Span(path, 1, 1), "front matter is not closed", "end it with a line of ---")
        return None
    # The first line stays blank so that spans in the front matter are the file's own.
    tree = read_yaml(("\n" + text[4:end]).encode(), path, findings)
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


def run(files: Files, template: Template, view: dict[str, object], findings: Findings) -> Rendered | None:
    """Run `template` over `view`; None and findings (O001-O004) where that fails, at the template's own line."""
    sandbox = Sandbox(files, template.folder)
    try:
        text = render(sandbox, template.name, view)
    except TemplateSyntaxError as error:
        findings.error(
            "O001",
            Span(error.filename or template.path, error.lineno, 1),
            _sentence(error.message or "broken template"),
            "see the Jinja2 syntax of this line",
        )
        return None
    except UndefinedError as error:
        known = did_you_mean(_unknown(str(error)), view)
        findings.error("O002", _place(error, template), _sentence(str(error)), known)
        return None
    except (
        SecurityError,
        RecursionError,
        TemplateError,
        TypeError,
        ValueError,
        KeyError,
        ZeroDivisionError,
        OverflowError,
    ) as error:
        findings.error(
            "O003",
            _place(error, template),
            _sentence(str(error) or type(error).__name__),
            "templates put topics in order; move anything else into content",
        )
        return None
    return _tree(text, template, findings)


def _tree(text: str, template: Template, findings: Findings) -> Rendered | None:
    origins: list[Span] = []
    last = Span(template.path, 1, 1)
    for line in text.split("\n"):
        found = MARKER.search(line)
        if found:
            last = Span(found["path"], int(found["line"]), 1)
        origins.append(last)
    inner = Findings()
    tree = read_yaml(text.encode(), template.path, inner)
    rendered = Rendered(tree or Tree((), last), tuple(origins))
    for finding in inner.items:
        findings.error(
            "O004", rendered.origin(finding.span), f"the template's output is no YAML: {finding.message}", finding.hint
        )
    return None if inner.errors or tree is None else rendered


def _place(error: BaseException, template: Template) -> Span:
    """The innermost template line in a traceback."""
    place, frame = Span(template.path), error.__traceback__
    while frame is not None:
        name = frame.tb_frame.f_code.co_filename
        if name.startswith("templates/"):
            place = Span(name, frame.tb_lineno, 1)
        frame = frame.tb_next
    return place


def _unknown(message: str) -> str:
    found = re.search(r"'([^']+)'", message)
    return found[1] if found else ""


def _sentence(text: str) -> str:
    text = " ".join(text.split())
    return text[:1].lower() + text[1:]
