"""An exercise on a sheet: the task, what it takes, and its steps with boxes to tick."""

from __future__ import annotations

from collections.abc import Iterator

from generator.block import Flow
from generator.blocks._headings import led
from generator.blocks._room import need
from generator.blocks._ruled import Line, note, ruled, small
from generator.blocks.exercise.task import Debrief, Lesson, Step, Task
from generator.geometry import Box, Length, mm, pt
from generator.kit import Kit
from generator.notation.inline import Fragment, Rich
from generator.page.items import Item, Stroke
from generator.page.text import Anchor, Paragraph

BOX, TEXT = mm(3.4), mm(5.8)
CLOCK, TO_WORDS = mm(4.6), mm(6.4)
NUMBER = mm(8)


def flow_task(kit: Kit, task: Task, width: Length) -> Flow:
    """The task, time with groups and material, then the steps."""
    first = [kit.para(task.task, kit.style(kit.sheet.size + pt(1), bold=True), height=1.25)]
    head = Line(need(kit, first, width), lambda box: (kit.text("task", box, first, anchor=Anchor.MIDDLE),))
    steps = (_step(kit, step, number, width) for number, step in enumerate(task.entries, 1))
    return ruled(kit, [head, _needs(kit, task, width), *steps])


def flow_debrief(kit: Kit, debrief: Debrief, width: Length) -> Flow:
    """A numbered row a point."""
    return ruled(kit, [_lesson(kit, point, number, width) for number, point in enumerate(debrief.points, 1)])


def _needs(kit: Kit, task: Task, width: Length) -> Line:
    told = list(_told(kit, task))

    def draw(box: Box) -> tuple[Item, ...]:
        text = kit.text("needs", box.cut_left(TO_WORDS)[1], told, anchor=Anchor.MIDDLE)
        line = kit.sheet.size * kit.sheet.leading
        top = box.y + (box.h - text.body.height) / 2 + (line - CLOCK) / 2
        return kit.icon("clock", Box(box.x, top, CLOCK, CLOCK), "clock", kit.accent), text

    return Line(max(CLOCK, need(kit, told, width - TO_WORDS)), draw)


def _told(kit: Kit, task: Task) -> Iterator[Paragraph]:
    """Time and groups on one line, material below."""
    time = Fragment(kit.words.say("minutes", n=task.minutes).replace(" ", "\u00a0"), bold=True)
    groups = (Fragment(" · "), *task.groups.fragments) if task.groups else ()
    yield small(kit, Rich((time, *groups)))
    if task.material:
        parts = [part for entry in task.material for part in (Fragment(", "), *entry.fragments)]
        label = Fragment(f"{kit.words.say('exercise_material')}: ", bold=True)
        yield note(kit, Rich((label, *parts[1:])))


def _step(kit: Kit, step: Step, number: int, width: Length) -> Line:
    told = [small(kit, text) for text in led(step.title, step.text)] if step.text else [small(kit, step.title)]

    def draw(box: Box) -> tuple[Item, ...]:
        text = kit.text(f"step-{number}-text", box.cut_left(TEXT)[1], told, anchor=Anchor.MIDDLE)
        first = box.y + (box.h - text.body.height) / 2 + kit.sheet.size * kit.sheet.leading / 2
        square = Box(box.x + pt(0.5), first - BOX / 2, BOX, BOX)
        return kit.shape(f"step-{number}-box", square, stroke=Stroke(kit.ink, pt(0.9))), text

    return Line(need(kit, told, width - TEXT), draw)


def _lesson(kit: Kit, point: Lesson, number: int, width: Length) -> Line:
    told = [small(kit, text) for text in led(point.title, point.text)]
    numeral = [kit.para(str(number), kit.style(pt(16), kit.accent, bold=True))]

    def draw(box: Box) -> tuple[Item, ...]:
        front, rest = box.cut_left(NUMBER)
        return (
            kit.text(f"point-{number}-number", front, numeral, anchor=Anchor.MIDDLE),
            kit.text(f"point-{number}-text", rest, told, anchor=Anchor.MIDDLE),
        )

    return Line(max(need(kit, told, width - NUMBER), pt(16) * 1.2), draw)
