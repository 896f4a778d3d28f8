"""SVG reads as flat outlines that both formats fill alike; whatever else a file holds is refused at its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import Findings
from generator.notation import outlines
from generator.notation.svg import DEEPEST, LARGEST, MOST_SHAPES, Drawing, read_svg

FOLDER = Path(__file__).parent / "drawings"
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'


def read(markup: str | bytes) -> tuple[Drawing | None, Findings]:
    findings = Findings()
    data = markup if isinstance(markup, bytes) else markup.encode()
    return read_svg(data, "content/media/a.svg", findings), findings


def drawn(body: str) -> Drawing:
    drawing, findings = read(f"{HEAD}{body}</svg>")
    assert drawing is not None, findings.items
    return drawing


@pytest.mark.parametrize("path", sorted(FOLDER.glob("bad-*.svg")), ids=lambda path: path.stem)
def test_a_bad_drawing_gives_the_finding_that_its_first_line_names(path: Path) -> None:
    line, code, message = (*path.read_text(encoding="utf-8").split("\n")[0].split(" ", 4)[2:], "")[:3]
    drawing, findings = read(path.read_bytes())
    assert drawing is None
    told = findings.items[0]
    assert (told.span.line, told.code) == (int(line), code)
    assert told.message.startswith(message.removesuffix(" -->").removesuffix("-->"))
    assert told.hint
    assert told.span.path == "content/media/a.svg"


def test_a_drawing_of_every_shape_is_read_whole() -> None:
    drawing, findings = read((FOLDER / "good-everything.svg").read_bytes())
    assert findings.items == []
    assert drawing is not None
    assert (drawing.width, drawing.height) == (1000, 500)
    paints = [(o.fill, o.stroke, round(o.width, 3)) for o in drawing.outlines if o.stroke]
    assert paints == [(None, "010203", 10), (None, "000080", 10), (None, "010203", 10), (None, "0B7A60", 5)]
    fills = [(o.fill, len(outlines.subpaths(o.segments))) for o in drawing.outlines if o.fill]
    assert fills == [("AABBCC", 1), ("000000", 1), ("FF0000", 2), ("FF0000", 1), ("FF0000", 1), ("FF0000", 2)]
    assert [o.soft for o in drawing.outlines if o.stroke] == [False, False, True, False]


def test_transforms_are_carried_out_from_the_inside() -> None:
    drawing = drawn('<g transform="translate(10 20)"><rect transform="scale(2)" x="1" width="3" height="4"/></g>')
    assert outlines.extent(drawing.outlines[0].segments) == pytest.approx((120, 200, 180, 280))
    turned = drawn('<rect transform="rotate(90 50 50)" x="50" y="10" width="10" height="20"/>')
    assert outlines.extent(turned.outlines[0].segments) == pytest.approx((700, 500, 900, 600))


def test_view_boxes_move_and_scale() -> None:
    drawing, _ = read('<svg xmlns="http://www.w3.org/2000/svg" viewBox="-5,-5 10,20"><rect x="-5" width="5" height="5"/></svg>')
    assert drawing is not None
    assert (drawing.width, drawing.height) == (500, 1000)
    assert outlines.extent(drawing.outlines[0].segments) == (0, 250, 250, 500)


RING, PLATE = "M0 0H10V10H0Z M2 2V8H8V2Z", "M0 0H10V10H0Z M2 2H8V8H2Z"


@pytest.mark.parametrize(
    ("path", "parts"),
    [
        (RING, [2]),
        (PLATE, [1, 1]),
        ("M0 0H10V10H0Z M5 5H15V15H5Z", [1, 1]),
        ("M0 0H9V9H0Z M20 0H30V10H20Z", [2]),
        ("M0 0H10V10H0Z M2 2V4H4V2Z M5 0H15V10H5Z", [2, 1]),
        ("M5 0A5 5 0 1 1 5 10A5 5 0 1 1 5 0Z", [1]),
    ],
)
def test_outlines_that_run_alike_are_parted_and_holes_stay_with_what_is_around_them(path: str, parts: list[int]) -> None:
    found = outlines.solid(outlines.path(path))
    assert found is not None
    assert [len(outlines.subpaths(part)) for part in found] == parts


def test_a_shape_that_is_parted_keeps_its_stroke_on_top() -> None:
    drawing = drawn(f'<path d="{PLATE}" stroke="red"/>')
    assert [(o.fill, o.stroke) for o in drawing.outlines] == [("000000", None), ("000000", None), (None, "FF0000")]


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("<rect width='1' height='1'/>" * (MOST_SHAPES + 1), "2,000 shapes"),
        (f'<path fill="none" stroke="red" d="M0 0{"L1 1" * 20_001}"/>', "20,000 points"),
        ("<g>" * (DEEPEST + 2) + "</g>" * (DEEPEST + 2), "40 deep"),
        (" " * LARGEST, "1,000,"),
    ],
)
def test_limits_are_told(body: str, what: str) -> None:
    drawing, findings = read(f"{HEAD}{body}</svg>")
    assert drawing is None
    assert [d.code for d in findings.items] == ["C008"]
    assert what in findings.items[0].message


def test_entities_are_never_resolved(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("M0 0H1V1Z", encoding="utf-8")
    markup = f'<!DOCTYPE svg [<!ENTITY x SYSTEM "{secret.as_uri()}">]>{HEAD}&x;<rect width="9" height="9"/></svg>'
    for data in (markup.encode(), markup.encode("utf-16")):
        drawing, findings = read(data)
        assert drawing is None
        assert [d.code for d in findings.items] == ["C043"]


@pytest.mark.parametrize("markup", ["", "hello", "\0", "<", HEAD, "<svg>", HEAD.replace("svg ", "svg:svg ")])
def test_what_is_no_svg_is_told(markup: str) -> None:
    drawing, findings = read(markup)
    assert drawing is None
    assert [d.code for d in findings.items] == ["C042"]
