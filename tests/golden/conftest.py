"""The golden project, laid out once."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.building.settle import Reader, Settled, deck_of, order, settle
from generator.building.workshop import Workshop, open_workshop
from generator.errors import Findings
from generator.layout.paper import PAPERS
from generator.layout.sheets import lay_sheet
from generator.layout.slides import LaidOut
from generator.outline.onepagers import plan_sheet
from generator.outline.templates import Template
from generator.tailoring.model import Edition

PROJECT = Path(__file__).parent / "newsroom"


class Press:
    """The golden project, read once; each subject is cut once for each reader."""

    def __init__(self, workshop: Workshop) -> None:
        self.workshop = workshop
        self.settled: dict[tuple[Reader, Template | None], Settled] = {}

    def lay(self, name: str) -> LaidOut:
        """The pages of the document at that path."""
        audience, _, rest = name.partition("/")
        subject = next(s for s in sorted(self.workshop.content.subjects, key=len, reverse=True) if rest.startswith(f"{s}-"))
        document = rest.removeprefix(f"{subject}-")
        template = next(t for t in self.workshop.templates if document.startswith(t.head.document))
        deck = deck_of(self.workshop, template, subject)
        reader = Reader(subject, audience, Edition.SHARE if name.endswith("-share") else Edition.TRAINER)
        if (reader, deck) not in self.settled:
            self.settled[reader, deck] = settle(self.workshop, reader, deck)
        settled = self.settled[reader, deck]
        if not template.is_sheet:
            assert settled.laid and settled.findings.items == []
            return settled.laid
        findings = Findings()
        sheet = plan_sheet(self.workshop.material.files, order(self.workshop, settled.tailored, template, reader), findings)
        assert sheet
        paper = PAPERS[document.rpartition("-")[2]]
        laid = lay_sheet(sheet, self.workshop.kit(sheet.role), paper, self.workshop.faces, findings)
        assert findings.items == []
        return laid


@pytest.fixture(scope="session")
def press() -> Press:
    """The golden project."""
    return Press(open_workshop(PROJECT))
