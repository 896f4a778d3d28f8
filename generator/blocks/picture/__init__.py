"""A picture of the project's own, as large as it may stand; alone with its caption, or beside a few words."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Discriminator, Field, SkipValidation, Tag, model_validator

from generator.block import Block, Depth, Flow, Overflow, Part, Placed, halves
from generator.blocks._parting import parted
from generator.blocks.picture.sheet import flow_picture
from generator.blocks.picture.slide import place_picture
from generator.blocks.picture.told import Said, Told
from generator.geometry import Box, Length
from generator.kit import Kit
from generator.notation.inline import Rich, Text
from generator.notation.media import Media
from generator.pictures import Shown

MEDIA = "\0media"
MOST_SMALL = 160
"""Letters of caption and credit that stand with other words."""


def _form(value: object) -> str:
    return "text" if isinstance(value, str | Rich) else "point"


class Point(Part):
    """What the picture is to show, in words."""

    lead: Text | None = None
    text: Text | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.lead or self.text):
            raise ValueError("the point is empty; write its `text`, or a `lead` and a `text`")
        return self


Entry = Annotated[Annotated[Point, Tag("point")] | Annotated[Text, Tag("text")], Discriminator(_form)]


class Picture(Block):
    """A picture file, what it shows in words, and what is said about it."""

    tellable: ClassVar[bool] = False

    kind: Literal["picture"] = "picture"
    file: str = Field(min_length=1)
    alt: Text | None = None
    decorative: bool = False
    caption: Text | None = None
    credit: Text | None = None
    lead: Text | None = None
    points: tuple[Entry, ...] = Field(default=(), max_length=4)
    side: Literal["left", "right"] = "left"
    again: bool = Field(default=False, validation_alias="\0again")
    """Whether it stood on a slide before, so that its words get more of the room."""
    media: Annotated[Media | None, SkipValidation] = Field(default=None, validation_alias=MEDIA, repr=False)
    """The picture itself, set by the reader."""

    @model_validator(mode="after")
    def _is_described(self) -> Self:
        said = bool(self.alt and str(self.alt).strip())
        if said == self.decorative:
            reason = "says what it shows (`alt`) and that it shows nothing (`decorative: true`)"
            missing = "is not described"
            raise ValueError(
                f"the picture {reason if said else missing}; people who cannot see it hear its `alt`, so write that, "
                "or `decorative: true` where nothing is lost without it"
            )
        return self

    def with_picture(self, media: Media) -> Picture:
        """The block with the picture that its file holds."""
        return self.model_copy(update={"media": media})

    def shorten(self, depth: Depth) -> Self:
        """At brief depth points with a lead without their texts."""
        if depth is not Depth.BRIEF:
            return self
        short = tuple(
            p.model_copy(update={"text": None}) if isinstance(p, Point) and p.lead and p.text else p for p in self.points
        )
        return self if short == self.points else self.model_copy(update={"points": short})

    def split(self) -> tuple[Self, Self] | None:
        """The picture with its caption, then with its words; these in halves; halves of the longest text."""
        small: dict[str, object] = {"caption": None, "credit": None, "again": True}
        if (self.caption or self.credit) and (self.lead or self.points) and self._small_letters() > MOST_SMALL:
            return self.model_copy(update={"lead": None, "points": ()}), self.model_copy(update=small)
        if len(self.points) > 1:
            first, second = halves(self.points)
            return self.model_copy(update={"points": first}), self.model_copy(update={"points": second, "lead": None, **small})
        if self.lead and self.points:
            return self.model_copy(update={"points": ()}), self.model_copy(update={"lead": None, **small})
        return self._text_cut(small)

    def _small_letters(self) -> int:
        return len(str(self.caption or "")) + len(str(self.credit or ""))

    def _text_cut(self, small: dict[str, object]) -> tuple[Self, Self] | None:
        """Halves of the only point, else of the lead, the caption or the credit; the first with everything else."""
        if self.points:
            point = self.points[0] if isinstance(self.points[0], Point) else Point(text=self.points[0])
            for name in ("text", "lead"):
                if cut := parted(getattr(point, name)):
                    one, other = (point.model_copy(update={name: text}) for text in cut)
                    rest = other if name == "lead" else other.model_copy(update={"lead": None})
                    first = one if name == "text" else one.model_copy(update={"text": None})
                    return self.model_copy(update={"points": (first,)}), self.model_copy(update={"points": (rest,), **small})
            return None
        for name, alone in (
            ("lead", small),
            ("caption", {"credit": None, "again": True}),
            ("credit", {"caption": None, "again": True}),
        ):
            if cut := parted(getattr(self, name)):
                return self.model_copy(update={name: cut[0]}), self.model_copy(update={**alone, name: cut[1]})
        return None

    def shown(self) -> Shown | None:
        """The picture and its description; None while it is not loaded."""
        return Shown(self.media, str(self.alt or "")) if self.media else None

    def told(self) -> Told:
        """What stands beside the picture and below it."""
        points = tuple(Said(p.lead, p.text) if isinstance(p, Point) else Said(None, p) for p in self.points)
        return Told(self.caption, self.credit, self.lead, points, again=self.again)

    def place(self, kit: Kit, box: Box) -> Placed | Overflow:
        """Alone on the whole box with its caption below, or in seven of twelve columns beside its words."""
        shown = self.shown()
        return place_picture(kit, box, shown, self.told(), self.side) if shown else Placed(())

    def flow(self, kit: Kit, width: Length) -> Flow:
        """In the column's width up to a limited height, its caption below or beside it, then its words in rows."""
        shown = self.shown()
        return flow_picture(kit, width, shown, self.told()) if shown else Flow((), (), lambda *_: ())
