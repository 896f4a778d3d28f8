"""CSV reads as a table of texts with places; numbers are asked for; what a spreadsheet would run is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import Findings
from generator.notation.csv import CsvTable, read_csv
from generator.source import Span


def read(text: str | bytes) -> tuple[CsvTable | None, list[str]]:
    findings = Findings()
    table = read_csv(text.encode() if isinstance(text, str) else text, "d.csv", findings)
    return table, [f"{d.span.line}:{d.span.column} {d.code} {d.message}" for d in findings.items]


@pytest.mark.parametrize(
    "text", ["a,b\n1,2\n", "a;b\n1;2", "a\tb\r\n1\t2\r\n", "\ufeffa,b\n\n1,2\n\n", '"a","b"\n "1" , 2 \n', "a,b\r1,2\r"]
)
def test_delimiters_line_ends_marks_and_blank_lines_do_not_matter(text: str) -> None:
    table, findings = read(text)
    assert not findings
    assert table is not None
    assert (table.columns, table.rows) == (("a", "b"), (("1", "2"),))


def test_cells_in_quotes_hold_delimiters_quotes_and_line_ends() -> None:
    table, _ = read('a,b\n"x, ""y""\nz",1\n"p",2\n')
    assert table is not None
    assert table.rows == (('x, "y"\nz', "1"), ("p", "2"))
    assert table.spans[0][1] == Span("d.csv", 3, 4)
    assert table.spans[1][1] == Span("d.csv", 4, 5)


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("", "1:1 C010 the file is empty"),
        ("\n\n", "1:1 C010 the file is empty"),
        ("a,b\n", "1:1 C010 the table has no rows below its header"),
        ("a,b\n1,2\n1,2,3\n", "3:1 C010 the row has 3 cells, the header has 2"),
        ("a,\n1,2\n", "1:3 C010 column 2 has no name"),
        ("a,b,a\n1,2,3\n", "1:5 C010 column 'a' stands twice"),
        ("a,b\nx,=1+1\n", "2:3 C010 cell '=1+1' looks like a formula"),
        ("a,b\nx,@SUM\n", "2:3 C010 cell '@SUM' looks like a formula"),
        ("a,b\nx,-cmd\n", "2:3 C010 cell '-cmd' looks like a formula"),
        ('a,b\nx,"y\n', "2:3 C010 a quote stands in the middle of a cell or is never closed"),
        ('a,b\nx"y,1\n', "2:2 C010 a quote stands in the middle of a cell or is never closed"),
        (b"a,b\nx,\xff\n", "2:3 C001 byte 0xFF is not UTF-8"),
    ],
)
def test_a_table_that_is_not_right_is_reported_with_its_line(text: str | bytes, finding: str) -> None:
    table, findings = read(text)
    assert table is None
    assert findings == [finding]


def test_numbers_may_have_signs_points_or_commas() -> None:
    table, _ = read("name;value\na;1\nb;-2.5\nc;3,5\nd;+1e3\n")
    assert table is not None
    assert table.numbers("value", Findings()) == (1.0, -2.5, 3.5, 1000.0)
    assert table.texts("name", Findings()) == ("a", "b", "c", "d")


def test_each_cell_that_is_no_number_is_a_finding_of_its_own() -> None:
    table, _ = read("name;value\na;12 %\nb;1,234\nc;\nd;7\ne;inf\n")
    assert table is not None
    findings = Findings()
    assert table.numbers("value", findings) is None
    assert [d.span.line for d in findings.items] == [2, 3, 4, 6]


def test_an_unknown_column_is_reported_where_it_was_asked_for() -> None:
    table, _ = read("name,value\na,1\n")
    assert table is not None
    findings = Findings()
    assert table.numbers("valeu", findings, Span("t.yaml", 4, 5)) is None
    assert str(findings.items[0]).startswith("t.yaml:4:5: error C010: d.csv has no column 'valeu'")
    assert findings.items[0].hint == "did you mean 'value'?"


@given(st.one_of(st.text(), st.binary(), st.text(alphabet='ab1,;\t"\n\r =+-', max_size=60)))
def test_reading_reports_and_never_raises(data: str | bytes) -> None:
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    table, findings = read(raw)
    assert (table is None) == bool(findings)
    if table is not None:
        assert all(len(row) == len(table.columns) for row in table.rows)
        for column in table.columns:
            table.numbers(column, Findings())


CELLS = (
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co"))).map(str.strip).filter(lambda t: t and t[0] not in "=+-@")
)


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=5), st.sampled_from(",;\t"))
def test_what_was_written_in_quotes_is_what_is_read(rows: list[tuple[str, str]], mark: str) -> None:
    def quoted(text: str) -> str:
        return '"' + text.replace('"', '""') + '"'

    lines = ["name" + mark + "value", *(quoted(a) + mark + quoted(b) for a, b in rows)]
    table, findings = read("\n".join(lines))
    assert not findings
    assert table is not None
    assert list(table.rows) == rows
