"""`rolecast pack`: everything that one session needs, in one zip file."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from generator.cli import options, show
from generator.cli.project import find_project
from generator.errors import troubles

if TYPE_CHECKING:
    from generator.building import PackResult


@click.command(name="pack")
@click.argument("subject")
@options.PROJECT
@click.option("--audience", required=True, metavar="ID", help="For whom.")
@click.option("--paper", "papers", multiple=True, metavar="a4|letter", help="The paper of handouts and run sheet (repeatable).")
@options.MINUTES
@options.SETTINGS
@options.OUT
@options.STRICT
@click.option("--force", is_flag=True, help="Overwrite a pack that somebody has changed.")
@click.option("--keep-edits", is_flag=True, help="Write name.new.zip beside a pack that somebody has changed.")
@options.REPORT
def command(report: str, strict: bool, force: bool, keep_edits: bool, **asked: object) -> None:
    """Pack SUBJECT for one audience: deck, PDF, handouts and a run sheet.

    The run sheet has clock times, breaks, materials and the room; without `--set start=…` it begins at 9:00.

    \b
    Example: rolecast pack product-roles --audience new-hires --set client=Acme --set start=13:30
    """
    options.check_edits(force, keep_edits)
    show.guarded(lambda: _pack({**asked, "force": force, "keep_edits": keep_edits}, report, strict), report)


def _pack(asked: dict[str, object], report: str, strict: bool) -> int:
    project = find_project(asked.pop("project"))  # type: ignore[arg-type]
    from generator.building import PackRequest, pack_session

    result = pack_session(PackRequest(project, **asked))  # type: ignore[arg-type]
    (_as_json if report == "json" else _as_text)(result)
    return result.exit_code or int(strict and troubles(result.findings))


def _as_json(result: PackResult) -> None:
    findings = [show.finding_as_json(diagnostic) for diagnostic in result.findings]
    show.as_json({**asdict(result), "out": str(result.out), "findings": findings})


def _as_text(result: PackResult) -> None:
    for diagnostic in result.findings:
        show.finding(diagnostic)
    if result.exit_code:
        click.echo(f"{result.path} was not written")
        return
    for name in result.members:
        click.echo(f"  {name}")
    click.echo(f"{len(result.members)} files in {result.out / result.path} ({result.written.value})")
