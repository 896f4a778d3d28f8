"""A Markdown file is read into pieces that know their line and column; what they mean is not asked here."""

from __future__ import annotations

from generator.errors import Findings
from generator.notation.markdown import Document, read_markdown
from generator.notation.markdown.parts import Division, Fence, Grid, Heading, Image, Listing, Paragraph, Quotation
from generator.source import Span


def read(text: str) -> Document:
    findings = Findings()
    document = read_markdown(text.encode(), "a.md", findings)
    assert findings.items == []
    assert document is not None
    return document


def told(text: str) -> list[str]:
    findings = Findings()
    read_markdown(text.encode(), "a.md", findings)
    return [f"{d.span.line}:{d.span.column} {d.code} {d.message}" for d in findings.items]


def at(span: Span) -> tuple[int, int]:
    return span.line, span.column


def test_front_matter_is_yaml_at_the_lines_of_the_file() -> None:
    front = read("---\na: 1\nb: [x, y]\n---\n").front
    assert front.value == {"a": 1, "b": ("x", "y")}
    assert at(front.span_of(("b", 1))) == (3, 8)
    assert at(front.keys["b"]) == (3, 1)


def test_every_sort_of_piece_is_read_in_its_order() -> None:
    text = "# A\n\nText\n\n- a\n\n> b\n\n| a | b |\n|---|---|\n| c | d |\n\n```x\ny\n```\n\n![a](b)\n\n::: c\nd\n:::\n"
    pieces = read(text).pieces
    assert [type(piece) for piece in pieces] == [Heading, Paragraph, Listing, Quotation, Grid, Fence, Image, Division]
    assert [piece.span.line for piece in pieces] == [1, 3, 5, 7, 9, 13, 17, 19]


def test_every_line_of_a_text_knows_its_place() -> None:
    (quote,) = read("> one\n>   two\nthree\n").pieces
    assert isinstance(quote, Quotation)
    words = quote.paragraphs[0].words
    assert words.text == "one\ntwo\nthree"
    assert [at(span) for span in words.spans] == [(1, 3), (2, 5), (3, 1)]
    assert at(words.place(words.text.index("wo"))) == (2, 6)


def test_attributes_are_taken_off_the_end_of_a_text() -> None:
    (text,) = read('Some text. {#id key=3 long="a \\"b\\" c" yes=true}\n').pieces
    assert isinstance(text, Paragraph)
    assert text.words.text == "Some text."
    assert {pair.key: pair.tree.value for pair in text.attributes.pairs} == {"id": "id", "key": 3, "long": 'a "b" c', "yes": True}
    assert [at(pair.span) for pair in text.attributes.pairs] == [(1, 14), (1, 17), (1, 23), (1, 40)]


def test_attributes_on_a_line_of_their_own_belong_to_what_follows() -> None:
    text, listing = read("{a=1}\n{b=2}\nText\n\n{c=3}\n\n- a\n").pieces
    assert [pair.key for pair in text.above.pairs] == ["a", "b"]
    assert [pair.key for pair in listing.above.pairs] == ["c"]


def test_braces_in_code_and_behind_a_backslash_are_text() -> None:
    for said in ("`{a=b}`", "\\{a=b}", "{a=b\\}", "{a=b} behind", "a }"):
        (text,) = read(said + "\n").pieces
        assert isinstance(text, Paragraph)
        assert (text.words.text, text.attributes.pairs) == (said, ())


def test_divisions_stand_in_each_other_with_any_number_of_colons() -> None:
    (outer,) = read("::: a\n::: {.b c=d}\ntext\n:::\n::::: e :::::\n:::\n:::\n").pieces
    assert isinstance(outer, Division)
    assert [(piece.name.text, at(piece.name.span)) for piece in outer.inner if isinstance(piece, Division) and piece.name] == [
        ("b", (2, 7)),
        ("e", (5, 7)),
    ]


def test_colons_in_code_open_nothing() -> None:
    (fence,) = read("```\n::: a\n```\n").pieces
    assert isinstance(fence, Fence)
    assert (fence.body, at(fence.body_span)) == ("::: a\n", (2, 1))


def test_a_row_keeps_what_stands_behind_its_last_bar() -> None:
    (grid,) = read("a | b\n-:|---\n c \\| d | {e=f} | {g=h}\n").pieces
    assert isinstance(grid, Grid)
    assert [mark for mark, _ in grid.aligns] == ["right", ""]
    (row,) = grid.rows
    assert [cell.words.text for cell in row.cells] == ["c | d", ""]
    assert [at(cell.span) for cell in row.cells] == [(3, 2), (3, 11)]
    assert [pair.key for pair in row.attributes.pairs] == ["g"]


def test_comments_are_left_out_and_columns_stay_right() -> None:
    (text,) = read("<!-- a\n\nb -->\n\nText <!-- c --> goes on {a=b}\n").pieces
    assert isinstance(text, Paragraph)
    assert text.words.text.split() == ["Text", "goes", "on"]
    assert at(text.attributes.pairs[0].span) == (5, 26)


def test_all_findings_of_a_file_come_in_one_run() -> None:
    assert told("::: a\n<p>x</p>\n\n- a\n  ::: b\n\n{x}\n\n```\n") == [
        "2:1 C009 HTML is not allowed here: '<p>x</p>'",
        "5:3 C009 ':::b' cannot stand in a list or a quote",
        "7:2 C009 'x' is no attribute",
        "9:1 C009 '```' is never closed",
        "1:1 C009 this ':::' is never closed",
    ]


def test_bytes_that_are_no_text_are_told_as_everywhere() -> None:
    findings = Findings()
    assert read_markdown(b"# A \xff\n", "a.md", findings) is None
    assert [(d.code, at(d.span)) for d in findings.items] == [("C001", (1, 5))]
