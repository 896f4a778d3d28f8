"""Pages as text to read and compare: what golden tests and diffs look at.

One line an item, `[x,y wxh pt] kind id "words" …`; below it its lines, rows, bars or parts. Points to one decimal. What is
usual (body face, left-aligned, no inset) is not said.
"""

from generator.backends.dump.pages import write

__all__ = ["write"]
