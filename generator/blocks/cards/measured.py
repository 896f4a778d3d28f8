"""What a setting of cards takes: heights that all cards share."""

from __future__ import annotations

from dataclasses import dataclass

from generator.blocks._room import need, whole
from generator.blocks._tails import ends_short, held
from generator.blocks.cards.card import Face
from generator.blocks.cards.setting import LABEL, Mode, Setting
from generator.geometry import ZERO, Length, inch
from generator.kit import GAP
from generator.page.text import Paragraph

ABOVE_FOOT, ABOVE_ASIDE = inch(0.2), inch(0.06)
RULE_TO_FOOT, LABEL_TO_VALUE = inch(0.15), inch(0.04)


@dataclass(frozen=True, slots=True)
class Measured:
    """A setting whose words all stand whole, with what its fullest parts take; zero for parts that no card has."""

    setting: Setting
    titles: tuple[Paragraph, ...]
    title: Length
    text: Length
    shown: Length
    """What the highest text takes as it is set; `text` has air in hand, which would look like a gap at the foot of the card."""
    aside: Length
    value_size: Length
    foot: Length

    @property
    def head(self) -> Length:
        """What stands above the title: an icon, a figure, words alone, or nothing."""
        setting = self.setting
        if setting.mode is not Mode.ABOVE:
            return ZERO
        if any(face.figure for face in setting.faces):
            return setting.figure * 1.05
        return setting.disc or self.aside

    @property
    def block(self) -> Length:
        """What stands below the head and above the foot, where nothing is left over."""
        setting, asides = self.setting, self.aside
        match setting.mode:
            case Mode.ABOVE:
                return self.title + setting.under_title + self.text
            case Mode.HEADED:
                head = max(self.title, setting.disc)
                return head + setting.under_title + self.text + (asides + ABOVE_ASIDE if asides else ZERO)
            case Mode.BESIDE:
                below = asides + ABOVE_ASIDE if asides and not setting.right else ZERO
                sign = setting.figure if setting.sign > setting.disc else setting.disc
                return max(self.title + setting.under_title + self.text + below, sign, asides)

    @property
    def taken(self) -> Length:
        """The height of the grid if every card were as low as the fullest one may be."""
        setting, rows = self.setting, len({cell.y for cell in self.setting.cells})
        card = setting.inset[1] * 2 + self.block + (self.foot + ABOVE_FOOT if self.foot else ZERO)
        card = card + (self.head + setting.under_head if self.head else ZERO)
        return card * rows + GAP * (rows - 1)

    @property
    def stubs(self) -> int:
        """How many texts would end on a stub if nobody held their last words together."""
        setting = self.setting
        kit, width = setting.kit, setting.width
        return sum(ends_short(kit, setting.text_of(face), width) for face in setting.faces if face.text)


def measured(setting: Setting) -> Measured | None:
    """A setting with its heights; None where a word would be broken or what stands beside an icon is higher than it."""
    kit, faces = setting.kit, setting.faces
    titles = setting.titles()
    texts = [setting.text_of(face) for face in faces if face.text]
    asides = [(aside, setting.aside_width(face)) for face in faces if (aside := setting.aside_of(face))]
    if titles is None or not whole(kit, texts, setting.width) or not all(whole(kit, a, width) for a, width in asides):
        return None
    size = setting.value_size()
    values = [setting.value_of(face, size) for face in faces if face.value] if setting.tall else []
    labels = [label for face in faces if values and (label := label_of(setting, face))]
    if not whole(kit, [*values, *labels], setting.width):
        return None
    found = Measured(
        setting,
        titles,
        max((need(kit, [t], setting.title_width) for t in titles if t.text), default=ZERO),
        max((need(kit, [t], setting.width) for t in texts), default=ZERO),
        max((kit.height([held(kit, t, setting.width)], setting.width) for t in texts), default=ZERO),
        max((need(kit, a, width) for a, width in asides), default=ZERO),
        size,
        _foot(setting, values),
    )
    return None if setting.mode is Mode.ABOVE and found.aside > max(found.head, setting.disc) else found


def _foot(setting: Setting, values: list[Paragraph]) -> Length:
    """The height of the foot, rule included."""
    if not values:
        return ZERO
    label = label_height(setting)
    above = label + LABEL_TO_VALUE if label else ZERO
    return RULE_TO_FOOT + above + max(need(setting.kit, [v], setting.width) for v in values)


def label_height(setting: Setting) -> Length:
    """The height of the labels above the values; zero where no value has one."""
    labels = [label for face in setting.faces if (label := label_of(setting, face))]
    return max((need(setting.kit, [label], setting.width) for label in labels), default=ZERO)


def label_of(setting: Setting, face: Face) -> Paragraph | None:
    """The label above a value."""
    return setting.kit.para(face.label, setting.kit.style(LABEL, setting.kit.quiet)) if face.label else None
