"""Speaker notes: their master, and one notes page for each slide that has some."""

from __future__ import annotations

from generator.backends.pptx.geometry import write_box
from generator.backends.pptx.markup import Element, add, part, root, say
from generator.backends.pptx.master import MAPPED, open_placeholder, open_tree
from generator.geometry import Box, Size, inch
from generator.page.colour import Colour
from generator.page.pages import Master

NOTES_SIZE = Size(inch(7.5), inch(10))
_MARGIN = inch(0.75)
_SPACE = inch(0.3)


def notes_master_part(master: Master, language: str) -> bytes:
    """The notes master: the slide's picture above, the words below."""
    notes = root("p:notesMaster")
    tree = open_tree(notes, background=Colour("lt1"))
    picture, words = _boxes(master.size)
    image = open_placeholder(tree, 2, "Slide", {"type": "sldImg", "idx": "2"})
    write_box(image[-1], picture)
    add(add(image[-1], "a:prstGeom", prst="rect"), "a:avLst")
    text = open_placeholder(tree, 3, "Notes", {"type": "body", "sz": "quarter", "idx": "3"})
    write_box(text[-1], words)
    add(add(text[-1], "a:prstGeom", prst="rect"), "a:avLst")
    _write_words(text, (), language)
    add(notes, "p:clrMap", **MAPPED)
    style = add(add(notes, "p:notesStyle"), "a:lvl1pPr", marL=0, algn="l")
    add(add(style, "a:spcBef"), "a:spcPts", val=600)
    letters = add(style, "a:defRPr", lang=language, sz=1200)
    add(add(letters, "a:solidFill"), "a:schemeClr", val="tx1")
    add(letters, "a:latin", typeface="+mn-lt")
    return part(notes)


def notes_part(paragraphs: tuple[str, ...], language: str) -> bytes:
    """The notes page of a slide."""
    notes = root("p:notes")
    tree = open_tree(notes)
    open_placeholder(tree, 2, "Slide", {"type": "sldImg"})
    _write_words(open_placeholder(tree, 3, "Notes", {"type": "body", "idx": "1"}), paragraphs, language)
    add(add(notes, "p:clrMapOvr"), "a:masterClrMapping")
    return part(notes)


def _boxes(slide: Size) -> tuple[Box, Box]:
    page = Box(_MARGIN, _MARGIN, NOTES_SIZE.w - _MARGIN - _MARGIN, NOTES_SIZE.h - _MARGIN - _MARGIN)
    height = min(page.w * slide.h.ratio(slide.w), page.h / 2)
    picture, words = page.cut_top(height, _SPACE)
    return picture.centred(height * slide.w.ratio(slide.h), height), words


def _write_words(shape: Element, paragraphs: tuple[str, ...], language: str) -> None:
    body = add(shape, "p:txBody")
    add(body, "a:bodyPr")
    add(body, "a:lstStyle")
    for text in paragraphs or ("",):
        made = add(body, "a:p")
        for index, line in enumerate(text.split("\n")):
            if index:
                add(add(made, "a:br"), "a:rPr", lang=language)
            if line:
                run = add(made, "a:r")
                add(run, "a:rPr", lang=language)
                say(run, "a:t", line)
        add(made, "a:endParaRPr", lang=language)
