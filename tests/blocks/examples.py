"""One table of blocks in boxes, for the laws that hold of every kind; and whatever somebody may write into them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from hypothesis import strategies as st

from generator.block import Block
from generator.blocks.agenda import Agenda, AgendaEntry
from generator.blocks.big_number import BigNumber
from generator.blocks.bullets import Bullets
from generator.blocks.callout import Callout
from generator.blocks.cards import Cards
from generator.blocks.chart import Chart
from generator.blocks.checklist import Checklist
from generator.blocks.cycle import Cycle
from generator.blocks.decision import Decision
from generator.blocks.definitions import Definitions
from generator.blocks.matrix import Matrix
from generator.blocks.process import Process
from generator.blocks.prose import Prose
from generator.blocks.pyramid import Pyramid
from generator.blocks.quote import Quote
from generator.blocks.sources import SourceEntry, Sources
from generator.blocks.takeaways import Takeaways
from generator.blocks.timeline import Timeline
from generator.geometry import ZERO, Box, inch
from generator.notation.inline import Rich

BODY = Box(inch(0.6), inch(1.5), inch(12.133), inch(5.2))
LOWER = Box(inch(0.6), inch(1.9), inch(12.133), inch(4.8))
BESIDE = Box(inch(0.6), inch(1.5), inch(8.022), inch(5.2))
ABOVE_FOOT = Box(inch(0.6), inch(1.5), inch(12.133), inch(4.05))
SQUARE = Box(inch(0.5), inch(1.4), inch(8.5), inch(5.4))
SMALL = Box(inch(0.6), inch(1.5), inch(5.4), inch(5.2))
TINY = Box(inch(0.6), inch(1.5), inch(3.0), inch(1.2))
WHOLE = Box(ZERO, ZERO, inch(13.333), inch(7.5))
SIDE = Box(inch(8.822), inch(1.5), inch(3.911), inch(5.2))
FOOT = Box(inch(0.6), inch(5.75), inch(12.133), inch(0.95))
WIDTHS = (182, 104, 88, 73, 57)
"""Of the columns of a sheet, in millimetres: twelve of twelve, seven, six, five, four."""
CALM = 0.65
"""Of a body that few short rows are not stretched over."""
ICONS = ("users", "clock", "map", "layers", "calendar", "pencil", "list", "gauge")
DECIDERS = ("product-manager", "product-leader", "product-owner", "", *("product-owner", "product-manager") * 2)


@dataclass(frozen=True, slots=True)
class Example:
    """A block and a box it fits into, and what holds of it there beyond what holds of all."""

    block: Block
    box: Box
    floor: float = 14
    """The smallest type, in points."""
    even: bool = False
    """Whether only the main steps of the type scale are used: no 16 points, and no labels but at the floor."""
    high: float = 0.85
    """The share of the box's height that is filled at least."""
    wide: float = 0.0
    """The same of its width."""
    widths: tuple[int, ...] = (182, 104, 88)
    """The columns of a sheet it may stand in."""


def cards(count: int, *, icons: bool = True, **more: object) -> Cards:
    """Like cards, with further fields on each."""
    each = ({"title": f"Slow answers {i}", "text": f"Questions wait for longer than a day {i}.", **more} for i in range(count))
    drawn = ({**card, **({"icon": ICONS[i]} if icons else {})} for i, card in enumerate(each))
    return Cards.model_validate({"cards": tuple(drawn)})


def owners() -> Cards:
    """Three cards of three subjects, with a value at the foot of each."""
    texts = {"title": "Orders the work", "text": "Keeps one backlog in one order.", "label": "Thinks in", "value": "Sprints"}
    subjects = ("product-leader", "product-manager", "product-owner")
    return Cards.model_validate({"cards": tuple({**texts, "subject": subject} for subject in subjects)})


def three_figures() -> Cards:
    """Three figures."""
    said = (("1", "**person per backlog.** With two, the team waits."), ("2", "**weeks until a new order.**"), ("0", "Requests."))
    return Cards.model_validate({"cards": tuple({"title": title, "text": text} for title, text in said)})


def points(count: int, text: str = "Ask the product owner the same day.") -> Bullets:
    """Like points."""
    told = tuple({"lead": f"A story is unclear {i}", "text": f"{text} {i}"} for i in range(count))
    return Bullets.model_validate({"points": told})


def leads(count: int) -> Bullets:
    """Points without texts, as they are at brief depth."""
    return Bullets.model_validate({"points": tuple({"lead": f"A story is unclear {i}"} for i in range(count))})


def mixed() -> Bullets:
    """A point that is a text alone, one without a text, and one with further points."""
    nested = {"lead": "Nested", "text": "It has more to say.", "points": ("First of two", "Second of two")}
    return Bullets.model_validate({"points": ("A plain point", {"lead": "Only a lead"}, nested)})


def prose(count: int, lead: bool = True) -> Prose:
    """A lead and paragraphs."""
    text = tuple(f"The owner turns goals into near ones, and carries progress and limits back {i}." for i in range(count))
    first = {"lead": "Your product owner works close to you and thinks in weeks."} if lead else {}
    return Prose.model_validate({"text": text, "brief": "The owner turns goals into near ones.", **first})


def keep(count: int, steps: int) -> Takeaways:
    """Takeaways with steps to do next."""
    kept = tuple(
        {"title": f"The decision names the role {i}", "text": f"The order is the owner’s, always {i}."} for i in range(count)
    )
    next_ = tuple({"when": f"Week {i}", "text": f"Read the top ten {i}.", "icon": "search"} for i in range(steps))
    return Takeaways.model_validate({"points": kept, "next": next_})


def phases(count: int, points: int = 2, text: str = "Meet the owner and your buddy", outcome: bool = True) -> Timeline:
    """A timeline of like phases."""
    phase = {"points": tuple(f"{text} {i}" for i in range(points)), **({"outcome": "You can say who decides"} if outcome else {})}
    return Timeline.model_validate(
        {"phases": tuple({"when": f"Week {i}", "title": f"Listen {i}", **phase} for i in range(count))}
    )


def ticks(count: int, text: str = "Ask each one what they decided last week.") -> Checklist:
    """A checklist of like items."""
    return Checklist.model_validate(
        {"items": tuple({"title": f"Thing {i} is done", "text": f"{text} {i}"} for i in range(count))}
    )


def figure(**more: object) -> BigNumber:
    """A big number with further parts."""
    return BigNumber.model_validate({"number": "7 of 10", "meaning": "hours of an owner go to the team", **more})


def choice(count: int, **more: object) -> Decision:
    """A decision between like options, the second one recommended."""
    options = tuple(
        {"title": f"Option number {i}", "text": "Answers within a day", "cost": f"0.{i} M€", "recommended": i == 1}
        for i in range(count)
    )
    return Decision.model_validate({"ask": "Fund four owners, one per team", "options": options, **more})


def stops(count: int) -> Agenda:
    """An agenda of like sections."""
    return Agenda.of(
        [AgendaEntry(f"Who decides what {i}", f"Who funds and chooses {i}", 5.0 + i, f"part-{i}") for i in range(count)]
    )


def works(count: int, notice: str = "") -> Sources:
    """A list of like sources."""
    entries = [
        SourceEntry(f"Roles compared, volume {i}", f"Blog article, {2000 + i}.", "https://example.org/") for i in range(count)
    ]
    return Sources.of(entries, Rich.plain(notice) if notice else None)


def remark(**more: object) -> Callout:
    """A callout."""
    return Callout.model_validate({"label": "Rule of thumb", **more})


def cycle(count: int, text: str = "Talk to three users about one problem", **more: object) -> Cycle:
    """A cycle of like steps."""
    texts = ({"text": f"{text} {i}."} if text else {} for i in range(count))
    return Cycle.model_validate({"steps": tuple({"title": f"Step {i}", **t} for i, t in enumerate(texts)), **more})


def decided(count: int) -> Cycle:
    """A cycle whose steps are different people's; the fourth is nobody's."""
    own = tuple({"subject": subject} if subject else {} for subject in DECIDERS)
    text = "Talk to three users about one problem"
    return Cycle.model_validate({"steps": tuple({"title": f"Step {i}", "text": text, **own[i]} for i in range(count))})


def pyramid(count: int, title: str = "Goal", text: str = "Three results for the year, each with a number") -> Pyramid:
    """A pyramid of like levels."""
    texts = ({"text": f"{text} {i}."} if text else {} for i in range(count))
    return Pyramid.model_validate({"levels": tuple({"title": f"{title} {i}", **t} for i, t in enumerate(texts))})


def matrix(points: int = 0, text: str = "Do them in the next sprint", emphasis: int = 0) -> Matrix:
    """A matrix of like quadrants."""
    spots = ((0.2, 0.85), (0.75, 0.8), (0.3, 0.3), (0.85, 0.15), (0.55, 0.62), (0.12, 0.6))
    texts = tuple({"text": f"{text} {i}."} if text else {} for i in range(4))
    return Matrix.model_validate(
        {
            "across": {"title": "Effort", "low": "Days", "high": "Months"},
            "up": {"title": "Value for customers", "low": "Nice", "high": "Essential"},
            "quadrants": tuple({"title": f"Quadrant {i}", "emphasis": i == emphasis, **t} for i, t in enumerate(texts)),
            "points": tuple({"name": f"Idea {i}", "x": x, "y": y} for i, (x, y) in enumerate(spots[:points])),
        }
    )


def terms(count: int, example: str = "A checkout error stands above a new colour") -> Definitions:
    """Like terms."""
    examples = ({"example": f"{example} {i}."} if example else {} for i in range(count))
    means = "The one ordered list of work for a team"
    return Definitions.model_validate(
        {"terms": tuple({"term": f"Backlog {i}", "means": f"{means} {i}.", **e} for i, e in enumerate(examples))}
    )


def process(count: int, text: str = "Interviews and figures show one real problem", **more: object) -> Process:
    """A process of steps with deciders; the fourth step is nobody's."""
    own = ({"subject": subject} if subject else {} for subject in DECIDERS)
    steps = (
        {"title": f"Spot {i}", "text": f"{text} {i}.", **subject, **more} for i, subject in zip(range(count), own, strict=False)
    )
    return Process.model_validate({"steps": tuple(steps)})


WEEK = (("Backlog", 36.0), ("Team", 34.0), ("Customers", 14.0), ("Reporting", 10.0), ("Strategy", 6.0))
LONG = (("Clarifying what a wish was meant to solve", 30.0), ("Waiting for somebody to decide", 22.0), ("Rework", -11.0))


def chart(data: tuple[tuple[str, float], ...] = WEEK, form: str = "column", **more: object) -> Chart:
    """A chart of numbers."""
    plan = {"form": form, "data": "week.csv", "category": "part", "value": "Hours", "unit": "%"}
    plan = {**plan, "source": "Share of working hours, one owner, four weeks.", **more}
    return Chart.model_validate(plan).model_copy(update={"loaded": tuple((name, (value,)) for name, value in data)})


def _points() -> Iterator[tuple[str, Example]]:
    """Cards, points, prose and takeaways: their texts stand in 18 points or more."""

    def of(block: Block, box: Box = BODY, floor: float = 18, high: float = 0.85) -> Example:
        return Example(block, box, floor, even=True, high=high, widths=(182, 104, 57))

    for n in range(2, 9):
        yield f"cards {n}", of(cards(n), high=CALM if n <= 3 else 0.85)
    for n in (2, 3, 4, 6, 8):
        yield f"cards {n} without icons", of(cards(n, icons=False), high=CALM)
    for n in (2, 3, 4, 6):
        yield f"cards {n} with values", of(cards(n, label="You get", value="A list"), floor=14)
        yield f"cards {n} above a callout", of(cards(n), ABOVE_FOOT)
        yield f"cards {n} beside a callout", of(cards(n), BESIDE)
    for n in (2, 4):
        yield f"cards {n} on a square slide", of(cards(n), SQUARE)
    yield "cards of subjects", of(owners(), floor=14)
    yield "cards of subjects beside a callout", of(owners(), BESIDE, 14)
    yield "figures", of(three_figures(), ABOVE_FOOT)
    yield "figures beside a callout", of(three_figures(), BESIDE)
    for n in range(2, 8):
        yield f"points {n}", of(points(n))
        yield f"points {n} beside a callout", of(points(n), BESIDE)
    yield "points under two lines", of(points(7), LOWER)
    yield "points on a square slide", of(points(4), SQUARE)
    yield "leads alone", of(leads(4), BESIDE)
    yield "points of several forms", of(mixed(), BESIDE)
    for n in (1, 2, 3):
        yield f"prose {n}", of(prose(n))
        yield f"prose {n} beside a callout", of(prose(n), BESIDE)
    for n in (1, 3):
        yield f"prose {n} without a lead", of(prose(n, lead=False))
    for n, m in ((2, 2), (3, 3), (4, 3), (3, 0)):
        yield f"takeaways {n} and {m}", of(keep(n, m))
    yield "takeaways under two lines", of(keep(3, 2), LOWER)
    yield "takeaways on a square slide", of(keep(2, 2), SQUARE)


ROWS = tuple(
    {"number": str(i), "title": f"Backlog and team {i}", "text": f"The best moment for a question {i}"} for i in range(3)
)
FIGURES = tuple({"label": f"Cost {i}", "value": f"{i} M€"} for i in range(3))
PAIRS = (
    {"when": "If it changes the sprint", "then": "Ask the owner", "subject": "product-owner"},
    {"when": "If it changes the roadmap", "then": "Ask the manager", "subject": "product-manager"},
)
QUOTE = {"text": "A backlog without an order is a wish list.", "by": "Tom Berger, product owner", "origin": "A portrait"}
SHARE = {"part": 7, "of": 10}
BET = "**Bet**: work that may pay off later, started on purpose."


def _placed() -> Iterator[tuple[str, Example]]:
    """Timelines, checklists, agendas, sources, decisions, big numbers, quotes and callouts."""
    for n in (3, 4, 5):
        yield f"timeline {n}", Example(phases(n), BODY)
    yield "timeline 6", Example(phases(6, 1, "Meet the owner"), BODY)
    yield "timeline under two lines", Example(phases(3, 3), LOWER)
    yield "timeline without outcomes", Example(phases(5, 1, outcome=False), BODY)
    yield "timeline above a callout", Example(phases(4, 2), ABOVE_FOOT)
    yield "timeline beside a callout", Example(phases(3, 2), BESIDE)
    yield "timeline on a square slide", Example(phases(3, 2), SQUARE)
    for n in range(2, 9):
        yield f"checklist {n}", Example(ticks(n), BODY, high=CALM)
    yield "checklist beside a callout", Example(ticks(4), BESIDE)
    yield "checklist on a square slide", Example(ticks(4), SQUARE)
    for n in range(2, 8):
        yield f"agenda {n}", Example(stops(n), BODY, high=CALM)
    yield "agenda on a square slide", Example(stops(5), SQUARE)
    for n in (1, 3, 4, 5, 8):
        yield f"sources {n}", Example(works(n), BODY, 12)
    yield "sources with a notice", Example(works(3, "Figures are made up for this course."), LOWER, 12)
    for n in (2, 3, 4):
        yield f"decision {n}", Example(choice(n), LOWER)
    sourced = choice(3, figures=FIGURES, source="Planning figures of the sample company")
    yield "decision with figures", Example(sourced, LOWER, 12)
    yield "decision on a square slide", Example(choice(3, figures=FIGURES), SQUARE)
    told = figure(heading="Disturb the owner early", share=SHARE, rows=ROWS, source="A diary")
    yield "big number with rows", Example(figure(rows=ROWS), WHOLE)
    yield "big number with all", Example(told, WHOLE, 12)
    yield "big number with a share", Example(figure(share=SHARE), WHOLE)
    yield "big number alone", Example(figure(), WHOLE)
    yield "big number on a square slide", Example(figure(rows=ROWS[:2]), Box(ZERO, ZERO, inch(10), inch(7.5)))
    yield "quote", Example(Quote.model_validate(QUOTE), BODY, high=0)
    yield "quote on a square slide", Example(Quote.model_validate(QUOTE), SQUARE, high=0)
    yield from _remarks()


def _remarks() -> Iterator[tuple[str, Example]]:
    for name, told in (
        ("text", remark(text="Ask for a date or a check.")),
        ("pairs", remark(pairs=PAIRS, closing="Not sure? Ask the owner.")),
        ("number", remark(number="50", text="Five minutes each.", closing="Try it on Tuesday.")),
        ("word", remark(tone="word", text=BET)),
        ("warning", remark(tone="warn", text="Soon means one thing to sales and another to developers.")),
    ):
        yield f"side {name}", Example(told, SIDE)
    for name, told in (
        ("word", remark(tone="word", place="foot", text=BET)),
        ("ask", remark(tone="ask", place="foot", text="Name who decides the price", date="By 1 November")),
        ("note", remark(place="foot", text="Names vary and duties overlap. Ask what a person decides.")),
    ):
        yield f"foot {name}", Example(told, FOOT)


def _diagrams() -> Iterator[tuple[str, Example]]:
    """Cycles, pyramids, matrices and definitions."""

    def of(block: Block, box: Box = BODY, high: float = 0.85) -> Example:
        return Example(block, box, high=high, wide=0.95, widths=WIDTHS)

    centre = {"centre": "One question a week"}
    for n in (3, 4, 5, 6):
        yield f"cycle {n}", of(cycle(n, **centre))
        yield f"cycle {n} above a callout", of(cycle(n, **centre), ABOVE_FOOT)
        yield f"cycle {n} beside a callout", of(cycle(n, **centre), BESIDE)
        yield f"cycle {n} of titles", of(cycle(n, "", **centre))
    for n in (4, 5):
        yield f"cycle {n} under two lines", of(cycle(n, **centre), LOWER)
    yield "cycle of different people", of(decided(4))
    yield "cycle of more people", of(decided(5), SQUARE)
    yield "cycle in a small box", of(cycle(4, **centre), SMALL)
    yield "pyramid 6", of(pyramid(6))
    for n in (3, 4, 5):
        yield f"pyramid {n}", of(pyramid(n))
        yield f"pyramid {n} above a callout", of(pyramid(n), ABOVE_FOOT)
        yield f"pyramid {n} beside a callout", of(pyramid(n), BESIDE)
        yield f"pyramid {n} of titles", of(pyramid(n, "Commitments to partners", ""))
    yield "pyramid of long titles", of(pyramid(4, "Commitments to partners"), LOWER)
    yield "pyramid in a small box", of(pyramid(4), SMALL)
    yield "matrix", of(matrix())
    yield "matrix of titles", of(matrix(text=""), LOWER)
    yield "matrix beside a callout", of(matrix(), BESIDE)
    yield "matrix above a callout", of(matrix(emphasis=3), ABOVE_FOOT)
    yield "matrix in a small box", of(matrix(), SMALL)
    for n in (1, 4, 6):
        yield f"matrix with {n} points", of(matrix(n, ""))
    yield "matrix with points beside a callout", of(matrix(5, ""), BESIDE)
    yield "matrix with points above a callout", of(matrix(5, "", emphasis=9), ABOVE_FOOT)
    for n in range(2, 7):
        yield f"definitions {n}", of(terms(n), high=CALM)
    for n in (2, 3, 5, 7, 8):
        yield f"definitions {n} without examples", of(terms(n, ""), LOWER, high=CALM)
    for n in (2, 4, 6):
        yield f"definitions {n} beside a callout", of(terms(n), BESIDE)
    for n in (3, 4):
        yield f"definitions {n} above a callout", of(terms(n), ABOVE_FOOT)
    yield "definitions in a small box", of(terms(3), SMALL)


def _processes() -> Iterator[tuple[str, Example]]:
    """Processes and charts of one series."""

    def of(block: Block, box: Box = BODY) -> Example:
        return Example(block, box, 12 if isinstance(block, Chart) else 14, widths=(182, 104, 88, 57))

    for n in (3, 4, 5, 6):
        yield f"process {n}", of(process(n, gives="A problem note"))
        yield f"process {n} above a callout", of(process(n, "The bet gets money and people", gives="A note"), ABOVE_FOOT)
    for n in (4, 5):
        yield f"process {n} under two lines", of(process(n, gives="A note"), LOWER)
    for n in (3, 4, 5):
        yield f"process {n} beside a callout", of(process(n, gives="A problem note"), BESIDE)
    yield "process 7", of(process(7, gives="A note"))
    yield "process without hand-overs", of(process(4))
    yield "process on a square slide", of(process(5, gives="A note"), SQUARE)
    finding = {"value": "70 percent", "text": "of the week goes to one list and the people who build it"}
    told = tuple({"lead": f"Book ahead {i}", "text": f"Two mornings a week belong to customers {i}."} for i in range(3))
    yield "columns", of(chart())
    yield "columns with a finding", of(chart(finding=finding))
    yield "columns rising to a finding", of(chart(tuple(reversed(WEEK)), finding=finding), LOWER)
    yield "columns that leave no corner", of(chart((("A", 9.0), ("B", 8.0)), finding=finding))
    yield "columns below zero", of(chart((("Up", 12.5), ("Down", -3.0), ("Far down", -8.25))))
    yield "columns with long names", of(chart(LONG))
    yield "columns above a callout", of(chart(finding=finding), ABOVE_FOOT)
    yield "columns beside a callout", of(chart(finding=finding), BESIDE)
    yield "bars", of(chart(form="bar"))
    yield "bars with points", of(chart(form="bar", points=told))
    yield "bars with all", of(chart(form="bar", finding=finding, points=told))
    yield "bars with long names", of(chart(LONG, "bar", finding=finding), LOWER)
    yield "bars above a callout", of(chart(form="bar", points=told), ABOVE_FOOT)
    yield "bars beside a callout", of(chart(form="bar", points=told), BESIDE)
    yield "bars on a square slide", of(chart(form="bar", finding=finding), SQUARE)
    yield "many columns", of(chart(tuple((f"Day {i}", 3.0 + i % 7) for i in range(24)), unit=""))
    yield "one bar", of(chart(WEEK[:1], "bar"))


EXAMPLES: dict[str, Example] = dict((*_points(), *_placed(), *_diagrams(), *_processes()))
SPLITTING: dict[str, Block] = {
    "cards": cards(5),
    "points": points(5),
    "prose": prose(3),
    "takeaways": keep(4, 2),
    "timeline": phases(4),
    "checklist": ticks(7),
    "agenda": stops(5),
    "sources": works(5, "A notice."),
    "process": process(5, gives="A note"),
}
"""Blocks that have joints."""


# whatever somebody may write

WORD = st.sampled_from(["a", "owner", "decides", "**bold**", "refinement", "acceptance", "responsibilities", "q" * 30])
TEXTS = st.lists(WORD, min_size=1, max_size=28).map(" ".join)
Maker = Callable[[str, str, str], Block]


def _cards(one: str, two: str, three: str) -> Block:
    card = {"title": two, "text": one, "icon": "users", "label": three[:9], "value": two[:16]}
    return Cards.model_validate({"cards": (card, {"title": three, "subject": "product-owner"}) * 2})


def _figures(one: str, two: str, three: str) -> Block:
    return Cards.model_validate({"cards": ({"title": "10 %", "text": one}, {"title": "7", "text": two, "value": three}) * 2})


def _points_of(one: str, two: str, three: str) -> Block:
    return Bullets.model_validate({"points": ({"lead": one, "text": two}, three, {"lead": two, "points": (three,)})})


def _keep(one: str, two: str, three: str) -> Block:
    kept = ({"title": one, "text": two}, {"title": two})
    return Takeaways.model_validate({"points": kept, "next": ({"when": two[:12], "text": three}, {"when": "Now", "text": one})})


def _timeline(one: str, two: str, three: str) -> Block:
    phase = {"when": one[:9], "title": two, "points": (three, one), "outcome": two}
    return Timeline.model_validate({"phases": (phase,) * 3})


def _decision(one: str, two: str, three: str) -> Block:
    return choice(3, figures=({"label": one[:12], "value": two[:8]},) * 3, source=three)


def _number(one: str, two: str, three: str) -> Block:
    rows = ({"number": one[:6], "title": two, "text": three},) * 3
    return figure(heading=two, share=SHARE, rows=rows, source=one)


def _matrix(one: str, two: str, three: str) -> Block:
    told = matrix(4)
    points = tuple(p.model_copy(update={"name": Rich.plain(one[:30])}) for p in told.points)
    quadrants = tuple(q.model_copy(update={"title": Rich.plain(two), "text": Rich.plain(three)}) for q in told.quadrants)
    return told.model_copy(update={"quadrants": quadrants, "points": points if len(three) < 40 else ()})


def _process(one: str, two: str, three: str) -> Block:
    step = {"title": one, "text": two, "gives": three, "subject": "product-owner"}
    return Process.model_validate({"steps": (step, {"title": three}, step)})


def _chart(one: str, two: str, three: str) -> Block:
    """As many numbers as a text has words, up and down by their lengths."""
    data = tuple((f"{one} {i}", float(len(word) * (-1) ** len(word)) * 10 ** (i % 5)) for i, word in enumerate(two.split()[:9]))
    more = {"finding": {"value": one[:8], "text": three}} if len(data) % 2 else {"points": ({"lead": one[:20], "text": three},)}
    return chart(data, "column" if len(three) % 2 else "bar", **more)


def _definitions(one: str, two: str, three: str) -> Block:
    term, other = {"term": one, "means": two, "example": three}, {"term": three, "means": one}
    return Definitions.model_validate({"terms": (term, other) * 2})


ANYWHERE = (BODY, BESIDE, ABOVE_FOOT)
MAKERS: dict[str, tuple[Maker, tuple[Box, ...]]] = {
    "agenda": (lambda a, b, c: Agenda.of([AgendaEntry(a, b, 5, "a"), AgendaEntry(b, c, 5, "b")] * 2), (BODY,)),
    "cards": (_cards, (BODY,)),
    "chart": (_chart, ANYWHERE),
    "checklist": (lambda a, b, c: Checklist.model_validate({"items": ({"title": a, "text": b}, {"title": c}) * 3}), (BESIDE,)),
    "cycle of four": (
        lambda a, b, c: Cycle.model_validate({"steps": ({"title": a, "text": b}, {"title": b}) * 2, "centre": c}),
        ANYWHERE,
    ),
    "cycle of five": (lambda a, b, c: Cycle.model_validate({"steps": ({"title": a, "text": b},) * 5, "centre": c}), ANYWHERE),
    "decision": (_decision, (LOWER,)),
    "definitions": (_definitions, ANYWHERE),
    "figures": (_figures, (BESIDE,)),
    "foot": (lambda a, b, c: remark(place="foot", text=a, date=b[:14]), (FOOT,)),
    "matrix": (_matrix, ANYWHERE),
    "number": (_number, (WHOLE,)),
    "points": (_points_of, (BODY,)),
    "process": (_process, ANYWHERE),
    "prose": (lambda a, b, c: Prose.model_validate({"lead": a, "text": (b, c)}), (BODY,)),
    "pyramid": (
        lambda a, b, c: Pyramid.model_validate({"levels": ({"title": a, "text": b}, {"title": c}, {"title": b})}),
        ANYWHERE,
    ),
    "quote": (lambda a, b, c: Quote.model_validate({"text": a, "by": b, "origin": c}), (BODY,)),
    "side": (lambda a, b, c: remark(text=a, pairs=({"when": b, "then": c},), closing=a), (SIDE,)),
    "sources": (lambda a, b, c: Sources.of([SourceEntry(a, b, ""), SourceEntry(b, c, "")] * 3, Rich.plain(c)), (BODY,)),
    "takeaways": (_keep, (LOWER,)),
    "timeline": (_timeline, (BODY,)),
}
"""Blocks of three texts, and the boxes they are tried in."""
