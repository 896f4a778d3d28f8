"""Labels beside each other's points, moved apart just as far as they would touch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.geometry import Length, total


@dataclass(frozen=True, slots=True)
class _Cluster:
    """Labels that touch: their indices, top to bottom, where their top is and how high they are together."""

    members: tuple[int, ...]
    top: float
    height: float


def apart(wanted: Sequence[Length], heights: Sequence[Length], top: Length, bottom: Length) -> tuple[Length, ...] | None:
    """The middles of labels as near to the `wanted` ones as can be, none over another; None where they have no room."""
    if total(list(heights)) > bottom - top:
        return None
    clusters: list[_Cluster] = []
    for index in sorted(range(len(wanted)), key=lambda i: wanted[i].emu):
        height = float(heights[index].emu)
        clusters.append(_held(_Cluster((index,), wanted[index].emu - height / 2, height), top, bottom))
        while len(clusters) > 1 and clusters[-2].top + clusters[-2].height > clusters[-1].top:
            low, high = clusters.pop(), clusters.pop()
            clusters.append(_held(_joined(high, low, wanted, heights), top, bottom))
    middles = [Length(0)] * len(wanted)
    for cluster in clusters:
        y = cluster.top
        for index in cluster.members:
            middles[index] = Length(round(y + heights[index].emu / 2))
            y += heights[index].emu
    return tuple(middles)


def _joined(high: _Cluster, low: _Cluster, wanted: Sequence[Length], heights: Sequence[Length]) -> _Cluster:
    """Two clusters as one, its labels on average where they are wanted."""
    members = (*high.members, *low.members)
    above = drift = 0.0
    for index in members:
        drift += wanted[index].emu - (above + heights[index].emu / 2)
        above += heights[index].emu
    return _Cluster(members, drift / len(members), above)


def _held(cluster: _Cluster, top: Length, bottom: Length) -> _Cluster:
    return replace(cluster, top=max(float(top.emu), min(cluster.top, bottom.emu - cluster.height)))
