"""A series of numbers by category and how each is written: the same on labels, in words and as a number format."""

from __future__ import annotations

from dataclasses import dataclass

NBSP = "\u00a0"
GROUPED = 10_000
"""From this number on thousands are set apart."""
NOTHING = 1e-9
"""A spread of values below this is none: nobody could see it, and the scale would be infinite."""


@dataclass(frozen=True, slots=True)
class Figures:
    """A series of numbers by category, its unit, and the categories that matter.

    A unit whose word for one differs is written with both: `day|days`.
    """

    series: str
    data: tuple[tuple[str, float], ...]
    unit: str
    emphasis: frozenset[str]

    @property
    def decimals(self) -> int:
        """As many decimals as the most precise number has: two at most, four where all are below one."""
        most = 2 if max((abs(value) for _, value in self.data), default=0) >= 1 else 4
        texts = [f"{value:.{most}f}".rstrip("0").rstrip(".") for _, value in self.data]
        return max((len(text.split(".")[1]) for text in texts if "." in text), default=0)

    @property
    def values(self) -> tuple[tuple[str, float], ...]:
        """The numbers as they are shown: rounded, and no minus before a zero."""
        return tuple((name, round(value, self.decimals) + 0.0) for name, value in self.data)

    @property
    def _grouped(self) -> bool:
        return any(abs(value) >= GROUPED for _, value in self.values)

    @property
    def _units(self) -> tuple[str, str]:
        """What stands behind one and behind any other number."""
        one, _, many = self.unit.replace('"', "″").partition("|")
        # a format with a condition says nothing sure of the sign of other numbers, so negative series have one word
        counted = many and not self.decimals and self.spread[0] == 0
        return _behind(one if counted else many or one), _behind(many or one)

    @property
    def format(self) -> str:
        """The number format as spreadsheets write it."""
        number = ("#,##0" if self._grouped else "0") + ("." + "0" * self.decimals if self.decimals else "")
        one, many = (f'{number}"{unit}"' if unit else number for unit in self._units)
        return many if one == many else f"[=1]{one};{many}"

    def label(self, value: float) -> str:
        """A number as the format shows it."""
        one, many = self._units
        return f"{value:{',' if self._grouped else ''}.{self.decimals}f}{one if value == 1 else many}"

    @property
    def spread(self) -> tuple[float, float]:
        """The least and the greatest value, zero included; never the same."""
        values = [value for _, value in self.data]
        low, high = min(0.0, *values), max(0.0, *values)
        return low, high if high - low > NOTHING else low + 1.0

    def alt(self, finding: str) -> str:
        """What the chart shows, in words: the finding, then all values."""
        values = "; ".join(f"{name} {self.label(value)}" for name, value in self.values)
        return f"{finding}. {self.series}: {values}" if finding else f"{self.series}: {values}"


def _behind(unit: str) -> str:
    """A unit as it stands behind a number, never on another line; empty for none."""
    return f"{NBSP}{unit.strip()}" if unit.strip() else ""
