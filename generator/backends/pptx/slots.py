"""Slots, and which placeholders of the file format they are on slides, layouts and the master."""

from __future__ import annotations

from generator.page.pages import Layout, Placeholder

FURNITURE = ("date", "footer", "number")
"""The slots that stand at a slide's foot."""

_FEET = {
    "date": {"type": "dt", "sz": "half", "idx": "10"},
    "footer": {"type": "ftr", "sz": "quarter", "idx": "11"},
    "number": {"type": "sldNum", "sz": "quarter", "idx": "12"},
}
_MASTER = {
    "title": {"type": "title"},
    "body": {"type": "body", "idx": "1"},
    "date": {"type": "dt", "sz": "half", "idx": "2"},
    "footer": {"type": "ftr", "sz": "quarter", "idx": "3"},
    "number": {"type": "sldNum", "sz": "quarter", "idx": "4"},
}


def on_slide(slot: str, layout: Layout, placeholder: Placeholder | None) -> dict[str, str]:
    """The attributes of `p:ph` on a slide: what a layout of somebody else's calls it, or what ours do.

    A title for which such a layout has no place takes after its master's.
    """
    if placeholder is not None and placeholder.attributes:
        return dict(placeholder.attributes)
    return on_layout(slot, "" if layout.part else layout.kind)


def on_layout(slot: str, kind: str) -> dict[str, str]:
    """The attributes of `p:ph` for a slot on a layout of this kind and on the slides that use it."""
    cover = kind == "title"
    match slot:
        case "title":
            return {"type": "ctrTitle" if cover else "title"}
        case "subtitle":
            return {"type": "subTitle", "idx": "1"} if cover else {"type": "body", "idx": "13"}
        case "body":
            return {"idx": "1"} if kind == "obj" else {"type": "body", "idx": "14" if cover else "1"}
        case _:
            return _FEET[slot]


def on_master(slot: str) -> dict[str, str] | None:
    """The attributes of `p:ph` for a slot on the master; none for a slot a master does not have."""
    return _MASTER.get(slot)
