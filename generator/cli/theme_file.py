"""`rolecast theme check FILE`: whether decks can be made on a PowerPoint template, on which of its layouts, and why."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import show


def check_file(path: Path, report: str, strict: bool = False) -> int:
    """Check a template and say what was found; the exit code: 1 with an error, or `strict` with a warning to be mended."""
    from generator.building.advising import as_values, check_template, told
    from generator.errors import Severity, troubles

    advice = check_template(path)
    grave = [finding for finding in advice.findings if finding.severity is Severity.ERROR]
    failed = bool(grave) or (strict and troubles(advice.findings))
    if report == "json":
        show.as_json({**as_values(advice), "findings": [show.finding_as_json(finding) for finding in advice.findings]})
        return int(failed)
    for line in told(advice):
        click.echo(line if line.startswith(" ") else click.style(line, bold=True))
    for finding in advice.findings:
        show.finding(finding)
    return int(failed)
