"""The kinds of blocks, one file each, and the union of them that content is read into.

A new kind is a file here and a line in both lists.
"""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import Field

from generator.block import Block
from generator.blocks.agenda import Agenda
from generator.blocks.big_number import BigNumber
from generator.blocks.bullets import Bullets
from generator.blocks.callout import Callout
from generator.blocks.cards import Cards
from generator.blocks.chart import Chart
from generator.blocks.checklist import Checklist
from generator.blocks.code import Code
from generator.blocks.columns import Columns
from generator.blocks.comparison import Comparison
from generator.blocks.cycle import Cycle
from generator.blocks.decision import Decision
from generator.blocks.definitions import Definitions
from generator.blocks.exercise import Exercise
from generator.blocks.matrix import Matrix
from generator.blocks.picture import Picture
from generator.blocks.process import Process
from generator.blocks.prose import Prose
from generator.blocks.pyramid import Pyramid
from generator.blocks.quiz import Quiz
from generator.blocks.quote import Quote
from generator.blocks.sources import Sources
from generator.blocks.table import Table
from generator.blocks.takeaways import Takeaways
from generator.blocks.timeline import Timeline

KINDS: tuple[type[Block], ...] = (
    Prose,
    Bullets,
    Cards,
    Comparison,
    Table,
    Chart,
    Process,
    Timeline,
    BigNumber,
    Quote,
    Callout,
    Checklist,
    Takeaways,
    Decision,
    Cycle,
    Pyramid,
    Matrix,
    Definitions,
    Picture,
    Columns,
    Code,
    Quiz,
    Exercise,
    Sources,
    Agenda,
)
"""Every kind, in the order of the manual."""

AnyBlock: TypeAlias = Annotated[
    Prose
    | Bullets
    | Cards
    | Comparison
    | Table
    | Chart
    | Process
    | Timeline
    | BigNumber
    | Quote
    | Callout
    | Checklist
    | Takeaways
    | Decision
    | Cycle
    | Pyramid
    | Matrix
    | Definitions
    | Picture
    | Columns
    | Code
    | Quiz
    | Exercise
    | Sources
    | Agenda,
    Field(discriminator="kind"),
]
"""A block of any kind, told apart by its `kind`."""
