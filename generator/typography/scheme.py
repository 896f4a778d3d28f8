"""Which faces a font scheme needs: own fonts first, then twins, then stand-ins that are said to be some."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from generator.errors import Findings, Problems
from generator.page.pages import FontScheme
from generator.page.text import Family
from generator.source import Span
from generator.typography.fonts import CHARACTERS, STYLES, Order, lender_of, order_source, post_script
from generator.typography.outlines import characters_of, open_font
from generator.typography.shelf import OwnFont, Shelf, fonts_in, own_fonts, pick
from generator.typography.twins import SOURCES, twin_of

BRING = "bring its TTF or OTF files in `{folder}/`"


def order_faces(fonts: FontScheme, shelf: Shelf, texts: Iterable[str], findings: Findings) -> tuple[Order, ...]:
    """The faces to cut for `fonts`. `texts` tell which characters beyond the usual ones own fonts keep."""
    own = own_fonts(shelf, findings)
    rare = rare_in(texts) if own or shelf.fallback else frozenset()
    orders: list[Order] = []
    for family, name in _named(fonts):
        orders.extend(_own(family, name, own, (shelf, rare, findings)) or _ours(family, name, shelf, findings))
    orders.extend(_fallback(shelf, rare, findings))
    return tuple(orders)


def _named(fonts: FontScheme) -> Iterator[tuple[Family, str]]:
    """The families that need faces of their own, body first: others fall back to it."""
    body = fonts.body or "Arial"
    yield Family.BODY, body
    if fonts.heading and fonts.heading != body:
        yield Family.HEADING, fonts.heading
    if fonts.code and fonts.code != body:
        yield Family.CODE, fonts.code


@lru_cache(maxsize=1)
def usual() -> frozenset[int]:
    """The characters that every face has: its own, or lent by Arimo."""
    base = lender_of(bold=False, italic=False).base
    return frozenset(characters_of(open_font(base.data))) & CHARACTERS


def rare_in(texts: Iterable[str]) -> frozenset[int]:
    """The characters of `texts` beyond the usual ones."""
    return frozenset(map(ord, set().union(*map(set, texts)))) - usual()


ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})|&#x([0-9a-fA-F]+);|&#([0-9]+);")


def unescaped(text: str) -> str:
    """`text` and, behind it, the characters that it names by their numbers as YAML and HTML do."""
    found = (int(m[4]) if m[4] else int(m[1] or m[2] or m[3], 16) for m in ESCAPE.finditer(text))
    return unicodedata.normalize("NFC", text) + "".join(chr(code) for code in found if code < 0x110000)


def _ours(family: Family, name: str, shelf: Shelf, findings: Findings) -> tuple[Order, ...]:
    """The twin of a font, or a stand-in and a warning that it is one."""
    twin = twin_of(name)
    if twin.exact:
        called = "" if twin.stretch == 1 else name
        return order_source(family, twin.source, twin.stretch, called)
    used = SOURCES[twin.source].name
    wider = round((twin.stretch - 1) * 100)
    message = f"the font {name!r} is not here; its text is measured with {used}, {wider} % wider, and drawn so in PDFs"
    findings.warning("M070", shelf.span, message, _bring(shelf))
    return order_source(family, twin.source, twin.stretch, name)


def _bring(shelf: Shelf) -> str:
    return BRING.format(folder=shelf.folders[0] if shelf.folders else "fonts")


def _own(family: Family, name: str, own: tuple[OwnFont, ...], known: tuple[Shelf, frozenset[int], Findings]) -> tuple[Order, ...]:
    """The styles that somebody brought of a font; none where nobody did."""
    shelf, rare, findings = known
    orders: list[Order] = []
    for bold, italic in STYLES:
        font = pick(own, name, bold, italic)
        if font is None:
            continue
        called = post_script(name, bold, italic)
        order = Order(family, bold, italic, called, font.base, more=rare, loan=lender_of(bold, italic))
        orders.append(order if font.embeddable else _fitted(order, name))
        if not font.embeddable:
            message = f"the font {name!r} may not be embedded; PDFs draw its text with letters of ours at its widths"
            findings.warning("M072", shelf.span, message, "ask its maker for a licence to embed it, or choose another font")
    return tuple(orders)


def _fitted(order: Order, name: str) -> Order:
    """A stand-in with the widths of a font that may be measured only."""
    twin = twin_of(name)
    styles = order_source(order.family, twin.source, 1.0, name)
    like = next((o for o in styles if (o.bold, o.italic) == (order.bold, order.italic)), styles[0])
    return replace(like, bold=order.bold, italic=order.italic, name=order.name, widths=order.base)


def _fallback(shelf: Shelf, rare: frozenset[int], findings: Findings) -> Iterator[Order]:
    """The font for what the others lack, cut to the characters that are used."""
    if not shelf.fallback:
        return
    try:
        data = shelf.files.read(shelf.fallback)
    except Problems:
        message = f"the fallback font {shelf.fallback!r} does not exist"
        findings.error(
            "M073", shelf.span, message, "write the path of a font file from the project's folder, as `fonts/Name.ttf`"
        )
        return
    unusable = Findings()
    font = next(fonts_in(data, shelf.fallback, unusable), None)
    if font is None:
        findings.error("M073", Span(shelf.fallback), unusable.items[0].message, unusable.items[0].hint)
        return
    if not characters_of(open_font(font.base.data, font.base.number)).keys() & (rare | CHARACTERS):
        return  # no text needs it
    for bold in (False, True) if font.variable else (False,):
        name = post_script(font.family, bold, italic=False)
        order = Order(Family.FALLBACK, bold, italic=False, name=name, base=font.base, more=rare, typeface=font.family)
        yield order if font.embeddable else replace(order, outlines=False)
