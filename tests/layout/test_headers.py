"""The names on a one-pager's axis stand apart, in whatever face."""

from __future__ import annotations

from generator.geometry import mm
from generator.layout.headers import AXIS, _are_apart, _axis_width

NAMES = ["Now", "Sprint", "Quarter", "Year", "3 years"]


def test_the_axis_of_a_horizon_is_longer_in_a_wide_face_and_names_on_it_never_lie_over_each_other(sheet_kit, monkeypatch):
    assert _axis_width(sheet_kit) == mm(AXIS[0]) and _are_apart(sheet_kit, NAMES, mm(15))
    plain = type(sheet_kit).width
    monkeypatch.setattr(type(sheet_kit), "width", lambda kit, text, style: plain(kit, text, style) * 1.25)
    wide = _axis_width(sheet_kit)
    assert wide > mm(AXIS[0]) and _are_apart(sheet_kit, NAMES, wide / 4)
