"""Pages drawn as a PDF, with reportlab, which nothing outside this folder knows of.

Each item is drawn where it stands and as it was measured; nothing is wrapped, fitted or chosen here.
"""

from generator.backends.pdf.document import write

__all__ = ["write"]
