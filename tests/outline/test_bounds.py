"""No template runs away, fills the memory or touches what it may not: each attempt is one finding, soon."""

from __future__ import annotations

import time
import tracemalloc
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import Findings
from generator.files import InMemory
from generator.outline.templates import Template, TemplateHead, run

HEAD = TemplateHead(document="own", title="own", subjects=("role",), formats=("pdf",))
SECTION = MappingProxyType({"id": "one", "title": "One", "topics": (MappingProxyType({"id": "t", "title": "T"}),) * 50})
VIEW = {"sections": (SECTION,) * 10, "subject": MappingProxyType({"id": "s", "title": "x" * 100})}


def told(text: str, **others: str) -> list[str]:
    files = {f"templates/decks/{name}.yaml.j2": body for name, body in {"x": text, **others}.items()}
    findings = Findings()
    assert run(InMemory(files), Template("templates/decks", "x.yaml.j2", HEAD), VIEW, findings) is None
    return [f"{d.code} {d.message}" for d in findings.items]


def nested(count: int, inner: str) -> str:
    return "{% for a in sections %}" * count + inner + "{% endfor %}" * count


RUNAWAY = {
    "nested loops": nested(9, "- x\n"),
    "nested loops that write nothing": nested(9, ""),
    "loops that a condition skips": nested(5, "{% for a in sections if false %}{% endfor %}"),
    "a loop that calls itself": "{% for a in sections recursive %}{{ loop(sections) }}{% endfor %}",
    "a macro that calls itself": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "macros that call each other": "{% macro a() %}{{ b() }}{% endmacro %}"
    "{% macro b() %}{{ a() }}{{ a() }}{% endmacro %}{{ a() }}",
    "a block that calls itself": "{% block a %}{{ self.a() }}{% endblock %}",
    "a template that includes itself": "{% include 'x.yaml.j2' %}",
    "a template that includes itself twice": "{% include 'x.yaml.j2' %}{% include 'x.yaml.j2' %}",
    "a template that extends itself": "{% extends 'x.yaml.j2' %}",
    "a template that imports itself": "{% import 'x.yaml.j2' as x %}",
    "includes in loops": nested(5, "{% include 'y.yaml.j2' %}"),
    "text that doubles": "{% set a = 'x' %}" + "{% set a = a ~ a %}" * 60,
    "text that doubles in macros": "{% macro m(s) %}{{ m(s ~ s) }}{% endmacro %}{{ m('xxxxxxxx') }}",
    "text that doubles in set blocks": "{% set a %}xxxx{% endset %}" + "{% set a %}{{ a }}{{ a }}{% endset %}" * 60,
    "text that doubles in macros' output": "{% macro m0() %}xxxx{% endmacro %}"
    + "".join(f"{{% macro m{n + 1}() %}}{{{{ m{n}() }}}}{{{{ m{n}() }}}}{{% endmacro %}}" for n in range(18))
    + "{{ m18() }}",
    "a list that doubles": "{% set a = [1] %}" + "{% set a = [a, a] %}" * 60,
    "a tuple that doubles": "{% set a = (1, 2) %}" + "{% set a = (a, a) %}" * 60,
    "a list that doubles by default": "{% set a = [1, 2] %}" + "{% set a = [1, 2]|map(attribute='q', default=a)|list %}" * 60,
    "joined lists that double": "{% set a = 'xx' %}" + "{% set a = [a, a]|join(a) %}" * 60,
    "a list that grows by sum": "{% set a = sections %}" + "{% set a = sections|sum(attribute='topics', start=a) %}" * 60,
    "arguments without names": "{% macro m() %}{{ m(varargs, varargs) }}{% endmacro %}{{ m(1) }}",
    "text times a number": "{{ 'x' * 1000000000 }}",
    "a list times a number": "{{ [1] * 1000000000 }}",
    "powers": "{{ 9 ** 9 ** 9 ** 9 }}",
    "numbers that square": "{% set a = 9 %}" + "{% set a = a * a %}" * 60,
    "formatting with a width": "{{ '%1000000000d' % 1 }}",
    "the filter for formatting": "{{ '%1000000000d'|format(1) }}",
    "the method for formatting": "{{ '{:>1000000000}'.format(1) }}",
    "the method for formatting, by its name": "{{ 'x'['format_map'](subject) }}",
    "padding": "{{ 'x'.ljust(1000000000) }}",
    "centring": "{{ 'x'|center(1000000000) }}",
    "replacing": "{{ 'xxxx'.replace('x', 'xxxxxxxx') }}",
    "batches": "{{ [1]|batch(1000000000, 1)|list }}",
    "slices": "{{ [1]|slice(1000000000)|list }}",
    "rounding to many digits": "- {{ [1.5|round(1000000000, 'floor')] }}",
    "ranges": "{% for a in range(1000000000) %}{% endfor %}",
    "lorem ipsum": "{{ lipsum(n=1000000) }}",
    "a name space": "{% set ns = namespace(a='x') %}",
    "a cycler": "{{ cycler(1) }}",
    "a mapping": "{{ {'a': 1} }}",
    "deep brackets": "{{ " + "(" * 900 + "1" + ")" * 900 + " }}",
    "a long sum": "{{ " + "1 + " * 3000 + "1 }}",
    "a long chain": "{{ subject" + ".id" * 9000 + " }}",
    "many negations": "{{ " + "not " * 9000 + "1 }}",
    "deep conditions": "{% if 1 %}" * 300 + "{% endif %}" * 300,
    "a huge template": "x" * 200_000,
    "a huge number": "{{ " + "9" * 5000 + " }}",
    "much output": nested(3, "- " + "x" * 2000 + "\n"),
    "much output that is thrown away": nested(3, "{% set a %}" + "x" * 2000 + "{% endset %}"),
    "texts gone through": "{% for a in subject.title %}{% endfor %}",
    "dear filters in loops": nested(4, "{{ sections|map(attribute='topics')|first|sort(attribute='title')|length }}"),
    "joining in loops": nested(5, "{% set a = subject.title ~ subject.title %}"),
}
TOUCHING = {
    "a class": "{{ ''.__class__.__mro__ }}",
    "a class, by its name": "{{ ''['__class__'] }}",
    "a class, by a filter": "{{ [subject]|map(attribute='__class__')|first }}",
    "a class, by another filter": "{{ ''|attr('__class__') }}",
    "a macro's function": "{% macro m() %}{% endmacro %}{{ m._func.__globals__ }}",
    "a macro's name": "{% macro m() %}{% endmacro %}{{ m.name }}",
    "the template": "{{ self._TemplateReference__context }}",
    "the loop's insides": "{% for a in sections %}{{ loop._iterable }}{% endfor %}",
    "a block's insides": "{% block a %}{{ super._context }}{% endblock %}",
    "an imported template's insides": "{% import 'y.yaml.j2' as y %}{{ y.__loader__ }}",
    "a method of a text": "{{ 'a'.upper() }}",
    "a method of a list": "{{ sections.count(1) }}",
    "a method that changes": "{% set a = [1] %}{{ a.append(2) }}",
    "a copy of a view": "{{ subject.copy() }}",
    "an inner filter": "{{ -100000|_spend }}",
    "an inner filter by its name": "{% for a in [1]|map('_leave')|list %}{{ nope }}{% endfor %}",
    "a file outside": "{% include '../../rolecast.yaml' %}",
    "a file by a whole path": "{% include '/etc/passwd' %}",
    "a file by dots inside": "{% include 'a/../../../rolecast.yaml' %}",
    "raw text": "{{ 'a'|safe }}",
    "no escaping": "{% autoescape false %}{{ 'a' }}{% endautoescape %}",
    "a block through a filter": "{% filter upper %}a{% endfilter %}",
    "a python block": "{% do 1 %}",
}


@pytest.mark.parametrize("attempt", RUNAWAY)
def test_a_template_cannot_run_away(attempt: str) -> None:
    start = time.process_time()
    found = told(RUNAWAY[attempt], y="- x\n" * 200)
    assert time.process_time() - start < 4
    assert len(found) == 1
    assert found[0][:4] in ("O001", "O002", "O003"), found


@pytest.mark.parametrize("attempt", [name for name in RUNAWAY if "doubles" in name or "grow" in name or "much" in name])
def test_a_template_cannot_fill_the_memory(attempt: str) -> None:
    tracemalloc.start()
    told(RUNAWAY[attempt])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 30_000_000


@pytest.mark.parametrize("attempt", TOUCHING)
def test_a_template_cannot_touch_what_is_not_its(attempt: str) -> None:
    (found,) = told(TOUCHING[attempt], y="- x\n")
    assert found[:4] in ("O001", "O002", "O003")


PIECES = st.sampled_from(
    ["{{", "}}", "{%", "%}", "{#", "#}", "- ", "\n", " ", "if ", "for ", "a ", "in ", "sections", "subject", ".id", "|", "upper",
     "(", ")", "[", "]", "'x'", "~", "1", "endfor", "endif", "set ", "=", "block ", "macro ", "m()", "include ", "else", "-", ":",
     "\r\n", "\ufdd0"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_no_text_makes_anything_but_an_outline_or_findings(text: str) -> None:
    findings = Findings()
    made = run(InMemory({"templates/decks/x.yaml.j2": text}), Template("templates/decks", "x.yaml.j2", HEAD), VIEW, findings)
    assert (made is None) == bool(findings.errors)
    assert all(d.span.path == "templates/decks/x.yaml.j2" and d.span.line for d in findings.items)
