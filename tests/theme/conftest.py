"""Small templates made of a few strings: `make_template` makes a .pptx of masters, layouts and themes, `markup` their XML."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO

import pytest

from generator.errors import Findings
from generator.geometry import Box, inch
from generator.notation.package import read_package
from generator.theme.foreign.design import Design
from generator.theme.foreign.reading import read_design

Numbers = tuple[float, float, float, float]
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    f'xmlns:r="{OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
COLOURS = {
    "dk1": "101010",
    "lt1": "FEFEFE",
    "dk2": "203040",
    "lt2": "E0E8F0",
    "accent1": "C00000",
    "accent2": "00A000",
    "accent3": "0000C0",
    "accent4": "C0A000",
    "accent5": "00A0A0",
    "accent6": "A000A0",
    "hlink": "0040C0",
    "folHlink": "604080",
}
MAP = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2", **{name: name for name in list(COLOURS)[4:]}}
_PML = "application/vnd.openxmlformats-officedocument.presentationml"


def _emu(inches: float) -> int:
    return round(inches * 914400)


@dataclass(frozen=True)
class Layout:
    """A layout: its name, shapes and whatever else its XML says. `pictures` are its media by relationship id."""

    name: str
    shapes: str = ""
    type: str = ""
    background: str = ""
    over: Mapping[str, str] = field(default_factory=dict)
    """A colour map of its own."""
    shows_master: bool = True
    pictures: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def xml(self) -> str:
        """The part."""
        said = f' type="{self.type}"' if self.type else ""
        shown = "" if self.shows_master else ' showMasterSp="0"'
        own = " ".join(f'{key}="{value}"' for key, value in {**MAP, **self.over}.items())
        over = f"<a:overrideClrMapping {own}/>" if self.over else "<a:masterClrMapping/>"
        shapes = f'<p:cSld name="{self.name}">{self.background}{tree(self.shapes)}</p:cSld>'
        return f'<p:sldLayout {SPACES}{said}{shown} preserve="1">{shapes}<p:clrMapOvr>{over}</p:clrMapOvr></p:sldLayout>'


@dataclass(frozen=True)
class Master:
    """A master: its shapes, background, colour map and text styles (each a run of `a:lvlNpPr`)."""

    shapes: str = ""
    background: str = '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>'
    map: Mapping[str, str] = field(default_factory=dict)
    title: str = ""
    body: str = ""
    other: str = ""
    pictures: Mapping[str, bytes] = field(default_factory=dict)

    def xml(self, layouts: int, first: int) -> str:
        """The part of a master with so many layouts, the ids of which begin at `first`."""
        own = " ".join(f'{key}="{value}"' for key, value in {**MAP, **self.map}.items())
        ids = "".join(f'<p:sldLayoutId id="{first + i}" r:id="rId{i + 1}"/>' for i in range(layouts))
        listed = f"<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst>" if layouts else ""
        return (
            f"<p:sldMaster {SPACES}><p:cSld>{self.background}{tree(self.shapes)}</p:cSld><p:clrMap {own}/>{listed}<p:txStyles>"
            f"<p:titleStyle>{self.title}</p:titleStyle><p:bodyStyle>{self.body}</p:bodyStyle>"
            f"<p:otherStyle>{self.other}</p:otherStyle></p:txStyles></p:sldMaster>"
        )


@dataclass(frozen=True)
class Theme:
    """A theme: colours by name (those of `COLOURS` where none are given), fonts, and three entries of each list of formats."""

    colours: Mapping[str, str] = field(default_factory=dict)
    """Six digits, or a tag such as `<a:prstClr val="red"/>`."""
    major: str = "Georgia"
    minor: str = "Arial"
    backgrounds: str = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
    fills: str = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
    lines: str = '<a:ln w="12700"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>' * 3
    name: str = "Somebody's"

    @property
    def xml(self) -> str:
        """The part."""
        said = {**COLOURS, **self.colours}
        colours = "".join(
            f"<a:{key}>{value}</a:{key}>" if value.startswith("<") else f'<a:{key}><a:srgbClr val="{value}"/></a:{key}>'
            for key, value in said.items()
        )
        fonts = "".join(
            f'<a:{kind}Font><a:latin typeface="{font}"/><a:ea typeface=""/><a:cs typeface=""/></a:{kind}Font>'
            for kind, font in (("major", self.major), ("minor", self.minor))
        )
        effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
        return (
            f'<a:theme {SPACES} name="{self.name}"><a:themeElements><a:clrScheme name="Own">{colours}</a:clrScheme>'
            f'<a:fontScheme name="Own">{fonts}</a:fontScheme><a:fmtScheme name="Own">'
            f"<a:fillStyleLst>{self.fills}</a:fillStyleLst>"
            f"<a:lnStyleLst>{self.lines}</a:lnStyleLst><a:effectStyleLst>{effects}</a:effectStyleLst>"
            f"<a:bgFillStyleLst>{self.backgrounds}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
        )


@dataclass(frozen=True)
class Extra:
    """A further master with its theme and layouts."""

    layouts: Sequence[Layout]
    master: Master = Master()
    theme: Theme = Theme()


def tree(shapes: str) -> str:
    """Shapes as a shape tree."""
    none = '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/>'
    return (
        '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        f"<p:grpSpPr><a:xfrm>{none}</a:xfrm></p:grpSpPr>{shapes}</p:spTree>"
    )


class Markup:
    """XML of shapes, fills and styles. Boxes are left, top, width and height in inches."""

    Layout, Master, Theme, Extra = Layout, Master, Theme, Extra

    def __init__(self) -> None:
        self._id = 1

    def _about(self, name: str, kind: str) -> str:
        self._id += 1
        return f'<p:cNvPr id="{self._id}" name="{name or f"{kind} {self._id}"}"/>'

    def transform(self, box: Numbers, rot: float = 0, flip: str = "", child: Numbers | None = None) -> str:
        """An `a:xfrm`; `flip` holds H, V or both."""
        x, y, w, h = map(_emu, box)
        turned = f' rot="{round(rot * 60000)}"' if rot else ""
        turned += "".join(f' flip{way}="1"' for way in flip)
        inner = '<a:chOff x="{}" y="{}"/><a:chExt cx="{}" cy="{}"/>'.format(*map(_emu, child)) if child else ""
        return f'<a:xfrm{turned}><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/>{inner}</a:xfrm>'

    def solid(self, colour: str, modifiers: str = "") -> str:
        """A plain fill: six digits, or the name of a colour of the scheme."""
        kind = "srgbClr" if len(colour) == 6 and all(c in "0123456789ABCDEF" for c in colour) else "schemeClr"
        return f'<a:solidFill><a:{kind} val="{colour}">{modifiers}</a:{kind}></a:solidFill>'

    def background(self, fill: str) -> str:
        """A background of its own."""
        return f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"

    def place(
        self,
        type: str = "",
        idx: int | str | None = None,
        box: Numbers | None = None,
        *,
        name: str = "",
        styles: str = "",
        body: str = "",
        rot: float = 0,
        text: str = "Prompt",
        properties: str = "",
    ) -> str:
        """A placeholder; `styles` are levels of its own, `body` the attributes and children of its `a:bodyPr`."""
        said = (f' type="{type}"' if type else "") + (f' idx="{idx}"' if idx is not None else "")
        where = self.transform(box, rot) if box else ""
        attributes, _, inner = body.partition(">")
        return (
            f"<p:sp><p:nvSpPr>{self._about(name, 'Placeholder')}<p:cNvSpPr/><p:nvPr><p:ph{said}/></p:nvPr></p:nvSpPr>"
            f"<p:spPr>{where}{properties}</p:spPr><p:txBody><a:bodyPr {attributes}>{inner}</a:bodyPr>"
            f"<a:lstStyle>{styles}</a:lstStyle><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>"
        )

    def shape(
        self,
        box: Numbers,
        geometry: str = "rect",
        *,
        fill: str = "",
        line: str = "",
        rot: float = 0,
        flip: str = "",
        name: str = "",
        text: str = "",
        style: str = "",
        attributes: str = "",
    ) -> str:
        """A shape: a preset by its name or a whole geometry tag; `text` is plain, or paragraphs as XML."""
        form = geometry if geometry.startswith("<") else f'<a:prstGeom prst="{geometry}"><a:avLst/></a:prstGeom>'
        words = text if text.startswith("<") else f"<a:p><a:r><a:t>{text}</a:t></a:r></a:p>"
        body = words if words.startswith("<a:bodyPr") else f"<a:bodyPr/><a:lstStyle/>{words}"
        return (
            f"<p:sp{attributes}><p:nvSpPr>{self._about(name, 'Shape')}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
            f"<p:spPr>{self.transform(box, rot, flip)}{form}{fill}{line}</p:spPr>{style}"
            f"{f'<p:txBody>{body}</p:txBody>' if text else ''}</p:sp>"
        )

    def picture(self, box: Numbers, id: str, crop: str = "", *, rot: float = 0, inner: str = "", name: str = "") -> str:
        """A picture of the relationship `id`; `crop` are attributes of `a:srcRect`, `inner` stands in its `a:blip`."""
        return (
            f"<p:pic><p:nvPicPr>{self._about(name, 'Picture')}<p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill>"
            f'<a:blip r:embed="{id}">{inner}</a:blip><a:srcRect {crop}/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
            f'<p:spPr>{self.transform(box, rot)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
        )

    def group(self, box: Numbers, child: Numbers, inner: str, rot: float = 0, fill: str = "") -> str:
        """A group whose inner units are those of the box `child`."""
        return (
            f"<p:grpSp><p:nvGrpSpPr>{self._about('', 'Group')}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
            f"<p:grpSpPr>{self.transform(box, rot, child=child)}{fill}</p:grpSpPr>{inner}</p:grpSp>"
        )

    def level(self, number: int, run: str = "", attributes: str = "", inner: str = "") -> str:
        """A level of a list of styles: attributes and children of its `a:defRPr`, written as `sz="1800">…`."""
        said, _, held = run.partition(">")
        return f"<a:lvl{number}pPr {attributes}>{inner}<a:defRPr {said}>{held}</a:defRPr></a:lvl{number}pPr>"

    def usual(self) -> str:
        """The five placeholders of an ordinary master on a slide of 13.333 x 7.5 inches."""
        return (
            self.place("title", None, (0.5, 0.4, 12.3, 1.0))
            + self.place("body", 1, (0.5, 1.6, 12.3, 5.0))
            + self.place("dt", 2, (0.5, 6.9, 3.0, 0.4))
            + self.place("ftr", 3, (4.5, 6.9, 4.3, 0.4))
            + self.place("sldNum", 4, (9.8, 6.9, 3.0, 0.4))
        )


class _File:
    """A .pptx under way."""

    def __init__(self) -> None:
        self.members: dict[str, bytes] = {}
        self.types: list[tuple[str, str]] = []

    def part(self, name: str, kind: str, xml: str, relations: Sequence[tuple[str, str, str]] = ()) -> None:
        """Add a part; relations are id, type and target."""
        self.members[name] = ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + xml).encode()
        self.types.append((name, kind))
        self.relate(name, relations)

    def relate(self, name: str, relations: Sequence[tuple[str, str, str]]) -> None:
        """Add the relationships of a part (or of the package: an empty name)."""
        folder, _, file = name.rpartition("/")
        entries = "".join(f'<Relationship Id="{id}" Type="{OFFICE}/{type}" Target="{to}"/>' for id, type, to in relations)
        space = "http://schemas.openxmlformats.org/package/2006/relationships"
        path = f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"
        self.members[path] = f'<Relationships xmlns="{space}">{entries}</Relationships>'.encode()

    def pictures(self, found: Mapping[str, bytes], stem: str) -> list[tuple[str, str, str]]:
        """Add media; their relations."""
        made = []
        for id, data in found.items():
            kind = "png" if data.startswith(b"\x89PNG") else "jpeg" if data.startswith(b"\xff\xd8") else "emf"
            name = f"ppt/media/{stem}-{id}.{kind}"
            self.members[name] = data
            made.append((id, "image", f"/{name}"))
        return made

    def saved(self) -> bytes:
        """The file's bytes."""
        usual = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
        media = {"png": "image/png", "jpeg": "image/jpeg", "emf": "image/x-emf"}
        types = "".join(f'<Default Extension="{key}" ContentType="{value}"/>' for key, value in {**usual, **media}.items())
        types += "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in self.types)
        space = "http://schemas.openxmlformats.org/package/2006/content-types"
        held = BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("[Content_Types].xml", f'<Types xmlns="{space}">{types}</Types>')
            for name, data in self.members.items():
                archive.writestr(name, data)
        return held.getvalue()


def make_template_file(
    layouts: Sequence[Layout],
    master: Master | None = None,
    theme: Theme | None = None,
    *,
    more: Sequence[Extra] = (),
    size: tuple[float, float] = (40 / 3, 7.5),
    defaults: str = "",
    slides: int = 0,
    kind: str = "template",
    inner: str = "",
) -> bytes:
    """A template: `defaults` are levels of the presentation's own text style, `inner` stands at the end of the presentation.

    Its `slides` are empty and stand on one layout after the other.
    """
    file = _File()
    number, masters, relations = 0, "", []
    for count, each in enumerate((Extra(layouts, master or Master(Markup().usual()), theme or Theme()), *more), 1):
        names = [f"ppt/slideLayouts/slideLayout{number + i + 1}.xml" for i in range(len(each.layouts))]
        own = f"ppt/slideMasters/slideMaster{count}.xml"
        for name, layout in zip(names, each.layouts, strict=True):
            number += 1
            held = file.pictures(layout.pictures, f"layout{number}")
            file.part(name, f"{_PML}.slideLayout+xml", layout.xml, [("rId1", "slideMaster", f"/{own}"), *held])
        related = [(f"rId{i + 1}", "slideLayout", f"/{name}") for i, name in enumerate(names)]
        held = file.pictures(each.master.pictures, f"master{count}")
        first = 2147483648 + 100 * count
        related += [("rId99", "theme", f"/ppt/theme/theme{count}.xml"), *held]
        file.part(own, f"{_PML}.slideMaster+xml", each.master.xml(len(each.layouts), first + 1), related)
        file.part(f"ppt/theme/theme{count}.xml", "application/vnd.openxmlformats-officedocument.theme+xml", each.theme.xml)
        masters += f'<p:sldMasterId id="{first}" r:id="rId{count}"/>'
        relations.append((f"rId{count}", "slideMaster", f"/{own}"))
    listed = "".join(f'<p:sldId id="{256 + i}" r:id="rId{200 + i}"/>' for i in range(slides))
    for i in range(slides):
        name = f"ppt/slides/slide{i + 1}.xml"
        relations.append((f"rId{200 + i}", "slide", f"/{name}"))
        slide = f"<p:sld {SPACES}><p:cSld>{tree('')}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
        file.part(
            name, f"{_PML}.slide+xml", slide, [("rId1", "slideLayout", f"/ppt/slideLayouts/slideLayout{i % number + 1}.xml")]
        )
    w, h = map(_emu, size)
    shown = f"<p:sldIdLst>{listed}</p:sldIdLst>" if slides else ""
    style = f"<p:defaultTextStyle>{defaults}</p:defaultTextStyle>" if defaults else ""
    file.part(
        "ppt/presentation.xml",
        f"{_PML}.{kind}.main+xml",
        f"<p:presentation {SPACES}><p:sldMasterIdLst>{masters}</p:sldMasterIdLst>{shown}"
        f'<p:sldSz cx="{w}" cy="{h}"/><p:notesSz cx="6858000" cy="9144000"/>{style}{inner}</p:presentation>',
        relations,
    )
    file.relate("", [("rId1", "officeDocument", "ppt/presentation.xml")])
    return file.saved()


@pytest.fixture
def make_template() -> Callable[..., bytes]:
    """`make_template(layouts=[...], master=..., theme=..., more=[...])`: the bytes of a template (see `make_template_file`)."""
    return make_template_file


@pytest.fixture
def markup() -> Markup:
    """Writes shapes; its `Layout`, `Master`, `Theme` and `Extra` are what `make_template` takes."""
    return Markup()


@dataclass(frozen=True)
class Reading:
    """A template that has been read, and what was found."""

    design: Design
    findings: Findings

    @property
    def warnings(self) -> str:
        """All findings in words."""
        return "\n".join(map(str, self.findings.items))


@pytest.fixture
def read() -> Callable[[bytes], Reading]:
    """Reads a template's bytes."""

    def opened(data: bytes) -> Reading:
        findings = Findings()
        package = read_package(data, "company.potx", findings)
        assert package, findings.items
        return Reading(read_design(package, findings), findings)

    return opened


@pytest.fixture
def box() -> Callable[[float, float, float, float], Box]:
    """A box of inches."""
    return lambda x, y, w, h: Box(inch(x), inch(y), inch(w), inch(h))
