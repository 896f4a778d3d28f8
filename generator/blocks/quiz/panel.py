"""The panel of a quiz: how to answer on the slide that asks, why on the one that shows the answer."""

from __future__ import annotations

from collections.abc import Iterator

from generator.blocks._bar import Bar, Said
from generator.blocks._panel import CLOSE, ROOMY, TIGHT, Air, Form, Head, Panel, Part, sentences, stressed
from generator.blocks._room import legible
from generator.blocks.quiz.question import Question
from generator.geometry import Box, pt
from generator.kit import Kit
from generator.notation.inline import Fragment, Rich

STEPS = ((24, 20), (24, 18), (20, 18), (18, 18))
"""Sizes of the text, and of what follows its first sentence and of the foot."""
SMALL = ((18, 16), (16, 16))
"""The same in a small panel, and in a bar without a disc."""


def said(kit: Kit, quiz: Question) -> Said:
    """How to answer: its first sentence large, the others at the foot. Or why, with the sentence to use at the foot."""
    if not quiz.answered:
        how = quiz.how or Rich.plain(kit.words.say("quiz_how_default"))
        return Said("users", kit.words.say("quiz_how"), *sentences(how))
    place = quiz.right or 0
    named = Rich((Fragment(f"{quiz.letter(place)}\u00a0· "), *quiz.options[place].title.fragments))
    return Said("lightbulb", kit.words.say("quiz_why"), quiz.why or named, quiz.say)


def panels(kit: Kit, quiz: Question, box: Box) -> Iterator[Panel]:
    """All ways to set the panel in a column, the largest first."""
    told = said(kit, quiz)
    for air in (ROOMY, TIGHT):
        for sizes in STEPS:
            yield _panel(kit, told, box, sizes, (air, Form.BESIDE))
    for form in Form:
        yield _panel(kit, told, box, SMALL[0], (CLOSE, form))


def _panel(kit: Kit, told: Said, box: Box, sizes: tuple[int, int], shape: tuple[Air, Form]) -> Panel:
    air, form = shape
    strong = legible(kit, kit.role, kit.tint())
    label = kit.para(told.label, kit.style(pt(20 if sizes[1] >= 18 else 16), strong, bold=True))
    text = Part("text", stressed(kit, told.text, sizes), strong)
    foot = Part("foot", [kit.para(told.foot, kit.style(pt(min(sizes[1], 18)), kit.quiet))], strong) if told.foot else None
    return Panel(kit, box, kit.tint(), Head(told.icon, label, strong, form), (text,), foot, air, "panel")


def bars(kit: Kit, quiz: Question, box: Box) -> Iterator[Bar]:
    """All ways to set the panel across a box of `box`'s width."""
    for sizes in STEPS[2:]:
        for beside in (False, True):
            yield Bar(kit, said(kit, quiz), box, sizes, beside)
    for sizes in SMALL:
        yield Bar(kit, said(kit, quiz), box, sizes, plain=True)
