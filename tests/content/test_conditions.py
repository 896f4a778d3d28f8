"""The `for` language: names, and, or, not, brackets; errors stand at their column."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.conditions import And, Condition, ConditionError, Name, Not, Or, evaluate, holds, names_of, parse_condition


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("a", {"a"}, True),
        ("a", {"b"}, False),
        ("not a", {"b"}, True),
        ("a or b and c", {"a"}, True),
        ("(a or b) and c", {"a"}, False),
        ("not a and b", {"b"}, True),
        ("not (a and b)", {"a"}, True),
        ("not not a", {"a"}, True),
        ("a-b or c", {"a-b"}, True),
        ("  a\n or\tb ", {"b"}, True),
    ],
)
def test_not_binds_before_and_and_and_before_or(text: str, names: set[str], expected: bool) -> None:
    assert holds(text, names) is expected


def test_without_a_condition_it_is_for_everyone() -> None:
    assert holds(None, set())


@pytest.mark.parametrize(
    ("text", "offset", "message"),
    [
        ("", 0, "a name is missing at the end"),
        ("a or", 4, "a name is missing at the end"),
        ("a, b", 1, "',' means nothing in a condition"),
        ("a b", 2, "'and' or 'or' is missing before 'b'"),
        ("or a", 0, "a name is missing before 'or'"),
        ("(a or b", 0, "this '(' is never closed"),
        ("a)", 1, "this ')' closes nothing"),
        ("()", 1, "a name is missing before ')'"),
        ("not " * 40 + "a", 124, "the condition is nested more than 30 deep"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_column(text: str, offset: int, message: str) -> None:
    with pytest.raises(ConditionError) as caught:
        parse_condition(text)
    assert (caught.value.offset, str(caught.value)) == (offset, message)
    assert caught.value.hint


def test_names_know_where_they_stand() -> None:
    assert [(n.name, n.offset) for n in names_of(parse_condition("a or (b and not c)"))] == [("a", 0), ("b", 6), ("c", 16)]


CONDITIONS = st.recursive(
    st.sampled_from("abc").map(lambda name: Name(name, 0)),
    lambda inner: st.one_of(
        inner.map(Not), st.tuples(inner, inner).map(lambda p: And(*p)), st.tuples(inner, inner).map(lambda p: Or(*p))
    ),
    max_leaves=8,
)


def written(condition: Condition) -> str:
    match condition:
        case Name():
            return condition.name
        case Not():
            return f"not ({written(condition.inner)})"
        case And():
            return f"({written(condition.left)}) and ({written(condition.right)})"
        case Or():
            return f"({written(condition.left)}) or ({written(condition.right)})"


@given(CONDITIONS, st.frozensets(st.sampled_from("abc")))
def test_a_condition_means_what_it_says(condition: Condition, names: frozenset[str]) -> None:
    assert evaluate(parse_condition(written(condition)), names) == evaluate(condition, names)


@given(st.one_of(st.text(), st.lists(st.sampled_from(["a", "and", "or", "not", "(", ")", ","])).map(" ".join)))
def test_any_text_is_a_condition_or_a_condition_error_within_it(text: str) -> None:
    try:
        parse_condition(text)
    except ConditionError as error:
        assert 0 <= error.offset <= len(text)
