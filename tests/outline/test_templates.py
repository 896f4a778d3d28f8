"""Templates are read by their heads and run as Jinja2 users expect; every line of output knows the template line behind it."""

from __future__ import annotations

from types import MappingProxyType

import pytest

from generator.errors import Findings
from generator.files import Disk, InMemory, Layered, packaged_templates
from generator.outline.templates import Rendered, Template, TemplateHead, read_templates, run

HEAD = TemplateHead(document="own", title="own", subjects=("role",), formats=("pdf",))
TOPICS = tuple(MappingProxyType({"id": f"t{n}", "title": f'T{n}: "<b>" & more', "minutes": 1.5}) for n in (1, 2))
VIEW = {
    "subject": MappingProxyType({"id": "s", "title": "The subject"}),
    "audience": MappingProxyType({"agenda": True, "glossary": False}),
    "sections": (MappingProxyType({"id": "one", "title": "One", "topics": TOPICS}),),
}


def ran(text: str | bytes, **others: str) -> tuple[Rendered | None, list[str]]:
    files = {f"templates/decks/{name}.yaml.j2": body for name, body in {"x": text, **others}.items()}
    findings = Findings()
    made = run(InMemory(files), Template("templates/decks", "x.yaml.j2", HEAD), VIEW, findings)
    return made, [f"{d.span.path[16:-8]}:{d.span.line} {d.code} {d.message} ({d.hint})" for d in findings.items]


def written(text: str | bytes, **others: str) -> list[tuple[object, str]]:
    """What each item says, and which line wrote it."""
    made, told = ran(text, **others)
    assert told == []
    places = [made.origin(made.tree.at((i,)).span) for i in range(len(made.tree.value))]
    values = [dict(value) if isinstance(value, dict) else value for value in made.tree.value]
    return [(value, f"{p.path[16:-8]}:{p.line}") for value, p in zip(values, places, strict=True)]


# heads


def heads(files: dict[str, str | bytes]) -> tuple[list[str], list[str]]:
    findings = Findings()
    found = read_templates(InMemory(files), findings)
    return [f"{t.head.document} {t.path}" for t in found], [f"{d.span} {d.code}" for d in findings.items]


GOOD = "---\ndocument: {0}\ntitle: T\nsubjects: [role]\nformats: [pdf]\n---\n- a: 1\n"


def test_templates_with_a_head_are_documents_wherever_they_stand() -> None:
    files = {
        "templates/decks/b.yaml.j2": GOOD.format("bee"),
        "templates/sheets/deep/a.yaml.j2": "\ufeff" + GOOD.format("aye").replace("\n", "\r\n"),
        "templates/decks/base.yaml.j2": "- a: 1\n",
        "templates/decks/readme.txt": GOOD.format("no"),
    }
    assert heads(files) == (["aye templates/sheets/deep/a.yaml.j2", "bee templates/decks/b.yaml.j2"], [])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("---\ndocument: x\ntitle: T\n", "templates/decks/x.yaml.j2:1:1 O001"),
        (GOOD.format("../x"), "templates/decks/x.yaml.j2:2:11 C005"),
        (GOOD.format("x").replace("[pdf]", "[png]"), "templates/decks/x.yaml.j2:5:11 C005"),
        (GOOD.format("x").replace("[pdf]", "[pdf, pdf]"), "templates/decks/x.yaml.j2:5:10 C005"),
        (GOOD.format("x").replace("title: T\n", ""), "templates/decks/x.yaml.j2:2:1 C006"),
        ("---\n---\n", "templates/decks/x.yaml.j2:1:1 C002"),
        (b"---\n\xff", "templates/decks/x.yaml.j2:2:1 C001"),
    ],
)
def test_a_wrong_head_is_told_at_its_place(text: str | bytes, told: str) -> None:
    assert heads({"templates/decks/x.yaml.j2": text}) == ([], [told])


def test_a_document_declared_twice_is_told() -> None:
    files = {f"templates/decks/{n}.yaml.j2": GOOD.format("same") for n in "ab"}
    assert heads(files) == (["same templates/decks/a.yaml.j2"], ["templates/decks/b.yaml.j2:2:1 C021"])


def test_the_packaged_templates_are_right(tmp_path) -> None:
    findings = Findings()
    found = read_templates(Layered(Disk(tmp_path), packaged_templates()), findings)
    assert not findings.items
    assert {t.head.document for t in found} >= {"role-deck", "comparison-deck", "one-pager"}


# good templates


def test_values_are_written_as_they_are() -> None:
    text = "- a: {{ sections[0].topics[0].title }}\n  b: {{ 1.5 }}\n  c: {{ true }}\n  d: {{ 'No: \"1\"' }}\n  e: {{ none }}\n"
    assert written(text) == [({"a": 'T1: "<b>" & more', "b": 1.5, "c": True, "d": 'No: "1"', "e": None}, "x:1")]


@pytest.mark.parametrize(
    "text", ["\x85", "\u2028", "\ufdd0" + "0:1\ufdd1", "\ufeff", "\U0001f600", "\\", "{{ x }}", "# no comment", "\t"]
)
def test_any_text_of_a_view_comes_through(text: str) -> None:
    view = {"text": f"a {text} b"}
    findings = Findings()
    files = InMemory({"templates/decks/x.yaml.j2": "- {{ text }}\n"})
    made = run(files, Template("templates/decks", "x.yaml.j2", HEAD), view, findings)
    assert not findings.items
    assert made.tree.value == (f"a {text} b",)


def test_loops_conditions_and_blank_lines_keep_their_lines() -> None:
    text = """{# a comment
of two lines #}

{% for section in sections %}
{% if audience.agenda %}

- divider: {{ section.id }}
{% endif %}
{% for topic in section.topics if topic.minutes > 1 %}
- topic: {{ topic.id }} # {{ loop.index }} of {{ loop.length }}
  last: {{ loop.last }}
{% endfor %}
{% endfor %}
{#- tight -#}

- end: yes
"""
    assert written(text) == [
        ({"divider": "one"}, "x:7"),
        ({"topic": "t1", "last": False}, "x:10"),
        ({"topic": "t2", "last": True}, "x:10"),
        ({"end": "yes"}, "x:16"),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_and_byte_order_marks_do_not_count(end: str) -> None:
    text = "\ufeff" + "---\ntitle: x\n---\n\n{# c\nc #}\n- a: {{ subject.id }}\n\n- b: 1\n".replace("\n", end)
    assert written(text) == [({"a": "s"}, "x:7"), ({"b": 1}, "x:9")]


def test_items_that_continue_on_the_next_lines_are_not_broken() -> None:
    text = """- quoted: "one
    two"
- folded: >-
    three
    four
- plain: five
    six
-
  below: 7
- sum: {{ 'a'
    ~ 'b' }}
- comment: x  # with {# this #} in it
"""
    assert written(text) == [
        ({"quoted": "one two"}, "x:1"),
        ({"folded": "three four"}, "x:3"),
        ({"plain": "five six"}, "x:6"),
        ({"below": 7}, "x:9"),
        ({"sum": "ab"}, "x:10"),
        ({"comment": "x"}, "x:12"),
    ]


def test_inheritance_includes_and_macros_work_and_keep_their_lines() -> None:
    base = "- cover: 1\n{% block body %}\n- base: 1\n{% endblock %}\n{% block end %}\n- end: 1\n{% endblock %}\n"
    items = "{% macro item(name, note='none') %}\n- item: {{ name }}\n  note: {{ note }}\n{% endmacro %}\n"
    text = """{% extends "base.yaml.j2" %}
{% from "items.yaml.j2" import item %}
{% import "items.yaml.j2" as all %}
{% block body %}
{{ super() }}
{{ item("a" ~ 1) }}
{{ all.item("b", note=subject.title) }}
{% include "part.yaml.j2" %}
{% include ["none.yaml.j2", "part.yaml.j2"] %}
{% include "none.yaml.j2" ignore missing %}
{% call(x) each() %}
- called: {{ x }}
{% endcall %}
{% endblock %}
{% macro each() %}{{ caller(1) }}{{ caller(2) }}{% endmacro %}
"""
    assert written(text, base=base, items=items, part="\n- part: {{ subject.id }}\n") == [
        ({"cover": 1}, "base:1"),
        ({"base": 1}, "base:3"),
        ({"item": "a1", "note": "none"}, "items:2"),
        ({"item": "b", "note": "The subject"}, "items:2"),
        ({"part": "s"}, "part:2"),
        ({"part": "s"}, "part:2"),
        ({"called": 1}, "x:12"),
        ({"called": 2}, "x:12"),
        ({"end": 1}, "base:6"),
    ]


def test_what_is_set_and_what_a_macro_says_can_be_compared_and_joined() -> None:
    text = """{% set name %}Part {{ 1 }}{% endset %}
{% macro word() %}yes{% endmacro %}
{% if name == "Part 1" and word() == "yes" and name|length == 6 %}
- {{ name ~ ": & more" }}
{% endif %}
"""
    assert written(text) == [("Part 1: & more", "x:4")]


def test_the_listed_filters_work_on_views() -> None:
    text = """{% set all = sections|sum(attribute='topics', start=()) %}
- {{ all|map(attribute='id')|join(', ') }}
- {{ all|sum(attribute='minutes')|round }}
- {{ all|selectattr('id', 'equalto', 't2')|map(attribute='title')|first|upper|trim }}
- {{ all|sort(attribute='id', reverse=true)|map(attribute='id')|list|last }}
- {{ subject.get('nothing')|default('none', true) }}
{% for key, value in subject.items() %}
- {{ key ~ '=' ~ value }}
{% endfor %}
- {{ loop is defined }}
"""
    assert [value for value, _ in written(text)] == [
        "t1, t2", 3.0, 'T2: "<B>" & MORE', "t1", "none", "id=s", "title=The subject", False,
    ]  # fmt: skip


# bad templates

NO_YAML = "the template's output is no YAML"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("\n{% if %}\n", "x:2 O001 expected an expression"),
        ("\n\n{% for a in sections %}\n", "x:3 O001 unexpected end of template"),
        ("- a: {{ subject.id \n", "x:1 O001"),
        ("\n- {{ subject|uper }}\n", "x:2 O001 no filter named 'uper' (did you mean 'upper'?)"),
        ("\n- {{ audiance.id }}\n", "x:2 O002 there is no 'audiance' here (did you mean 'audience'?)"),
        ("\n- {{ audience.agneda }}\n", "x:2 O002 there is no 'agneda' in this mapping (did you mean 'agenda'?)"),
        ("\n- {{ sections[7].id }}\n", "x:2 O002 the list has no entry 7 (it has 1, counted from 0)"),
        ("\n{% if subject.nope %}{% endif %}\n", "x:2 O002 there is no 'nope' in this mapping (known: id, title)"),
        ("\n{% for a in nope %}{% endfor %}\n", "x:2 O002 there is no 'nope' here"),
        ("\n- {{ 'a' ~ nope }}\n", "x:2 O002 there is no 'nope' here"),
        ("\n- {{ 1 + nope }}\n", "x:2 O002 there is no 'nope' here"),
        ("\n- {{ nope() }}\n", "x:2 O002 there is no 'nope' here"),
        ("\n- {{ sections|map(attribute='nope')|first|length }}\n", "x:2 O002 there is no 'nope' in this mapping"),
        ("{% macro m(a) %}\n- {{ a }}\n{% endmacro %}\n{{ m() }}\n", "x:2 O002 parameter 'a' was not provided"),
        ("\n{{ 1 / 0 }}\n", "x:2 O003 division by zero"),
        ("\n- {{ sections }}\n", "x:2 O003 a list cannot be written into a template's output"),
        ("\n- {{ subject }}\n", "x:2 O003 a mapping cannot be written"),
        ("\n{% for a in 5 %}{% endfor %}\n", "x:2 O003 a number is no list"),
        ("\n{% for a in subject.title %}{% endfor %}\n", "x:2 O003 a text is no list"),
        ("\n{% include 'nope.yaml.j2' %}\n", "x:2 O002 there is no template 'nope.yaml.j2' in templates/decks"),
        ("\n{% extends 'y.yaml.j2' %}\n", "x:2 O002 there is no template 'y.yaml.j2' in templates/decks (did you mean 'x"),
        ("- a: 1\n- b: [\n", f"x:2 O004 {NO_YAML}"),
        ("\n- a: 1\n\n{# c #}\n  a: 2\n", f"x:5 O004 {NO_YAML}: key 'a' stands twice in one mapping (it stands in line 2"),
        ("\n- a: {{ subject.id }} b\n", f"x:2 O004 {NO_YAML}"),
        ("- a: !!python/name:os.system 1\n", "x:1 O004"),
        (b"\n\n\xff", "x:3 C001 byte 0xFF is not UTF-8"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_at_its_own_line(text: str | bytes, told: str) -> None:
    made, found = ran(text)
    assert made is None
    assert found[0].startswith(told)
    assert len(found) == 1


def test_a_mistake_in_another_template_is_told_there() -> None:
    part = "\n\n- {{ nope }}\n"
    for text in ("{% include 'part.yaml.j2' %}", "{% extends 'part.yaml.j2' %}", "{% import 'part.yaml.j2' as p %}"):
        assert ran(text, part=part)[1][0].startswith("part:3 O002")
    assert ran("{% include 'part.yaml.j2' %}", part="\n{% if %}")[1][0].startswith("part:2 O001")
    assert ran("- ok: 1\n{% include 'part.yaml.j2' %}", part="\n- [\n")[1][0].startswith("part:2 O004")
