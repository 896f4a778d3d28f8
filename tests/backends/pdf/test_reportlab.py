"""The names of reportlab's inside that we lean on: a release that drops one fails here and not in a file."""

from __future__ import annotations

import hashlib
import io

from reportlab.pdfgen.canvas import Canvas


def test_a_canvas_begins_its_file_id_with_a_digest_of_its_own() -> None:
    canvas = Canvas(io.BytesIO())
    assert type(canvas._doc.signature) is type(hashlib.md5())
