"""Numbers by category in one or more series and how each is written: the same on labels, in words and as a number format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

NBSP = "\u00a0"
GROUPED = 10_000
"""From this number on thousands are set apart."""
NOTHING = 1e-9
"""A spread of values below this is none: nobody could see it, and the scale would be infinite."""

Values = tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """Numbers by category: each series has a name and one value a category, or a gap. What matters is named.

    A unit whose word for one differs is written with both: `day|days`.
    """

    categories: tuple[str, ...]
    raw: tuple[tuple[str, Values], ...]
    unit: str
    emphasis: frozenset[str]
    shared: tuple[float, float] = (0.0, 0.0)
    """What the scale spans at least, where the numbers are a part of more that have the same scale."""

    @classmethod
    def of(
        cls, name: str, pairs: tuple[tuple[str, float], ...], unit: str = "", emphasis: frozenset[str] = frozenset()
    ) -> Figures:
        """One series from pairs of category and value."""
        return cls(tuple(pair[0] for pair in pairs), ((name, tuple(pair[1] for pair in pairs)),), unit, emphasis)

    @property
    def decimals(self) -> int:
        """As many decimals as the most precise number has: two at most, four where all are below one."""
        found = [value for _, values in self.raw for value in values if value is not None]
        most = 2 if max(map(abs, found), default=0) >= 1 else 4
        texts = [f"{value:.{most}f}".rstrip("0").rstrip(".") for value in found]
        return max((len(text.split(".")[1]) for text in texts if "." in text), default=0)

    @property
    def series(self) -> tuple[tuple[str, Values], ...]:
        """The numbers as they are shown: rounded, and no minus before a zero."""
        digits = self.decimals
        return tuple((name, tuple(v if v is None else round(v, digits) + 0.0 for v in values)) for name, values in self.raw)

    @property
    def values(self) -> tuple[tuple[str, float], ...]:
        """The first series as pairs of category and value, without gaps."""
        values = self.series[0][1] if self.raw else ()
        return tuple((name, value) for name, value in zip(self.categories, values, strict=True) if value is not None)

    @property
    def sums(self) -> tuple[float, ...]:
        """Each category's sum over all series."""
        columns = zip(*(values for _, values in self.series), strict=True)
        return tuple(sum(value or 0.0 for value in column) for column in columns)

    @property
    def _shown(self) -> list[float]:
        return [value for _, values in self.series for value in values if value is not None]

    @property
    def _grouped(self) -> bool:
        return any(abs(value) >= GROUPED for value in self._shown)

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

    @property
    def bare(self) -> Figures:
        """The same numbers without a unit."""
        return replace(self, unit="")

    def label(self, value: float) -> str:
        """A number as the format shows it."""
        one, many = self._units
        return f"{value:{',' if self._grouped else ''}.{self.decimals}f}{one if value == 1 else many}"

    @property
    def spread(self) -> tuple[float, float]:
        """The least and the greatest value, zero included; never the same."""
        return _apart(min([self.shared[0], *self._shown]), max([self.shared[1], *self._shown]))

    @property
    def reach(self) -> tuple[float, float]:
        """From zero to the greatest sum; never the same."""
        return _apart(0.0, max([self.shared[1], *self.sums]))

    @property
    def shares(self) -> tuple[int, ...]:
        """The first series as whole hundredths of its sum, rounded so that they add up."""
        values = [value for _, value in self.values]
        whole = sum(values)
        exact = [value / whole * 100 if whole else 0.0 for value in values]
        shares = [int(value) for value in exact]
        for index in sorted(range(len(exact)), key=lambda i: shares[i] - exact[i])[: round(sum(exact)) - sum(shares)]:
            shares[index] += 1
        return tuple(shares)

    def strong(self, name: str) -> bool:
        """Whether a category or a series matters; all do where none is named."""
        return name in self.emphasis or not self.emphasis

    def alt(self, finding: str) -> str:
        """What the chart shows, in words: the finding, then all values."""
        return ". ".join(filter(None, (finding, *self._told())))

    def _told(self) -> Iterator[str]:
        for name, values in self.series:
            pairs = zip(self.categories, values, strict=True)
            yield f"{name}: " + "; ".join(f"{category} {self.label(v)}" for category, v in pairs if v is not None)


def _apart(low: float, high: float) -> tuple[float, float]:
    return low, high if high - low > NOTHING else low + 1.0


def _behind(unit: str) -> str:
    """A unit as it stands behind a number, never on another line; empty for none."""
    return f"{NBSP}{unit.strip()}" if unit.strip() else ""
