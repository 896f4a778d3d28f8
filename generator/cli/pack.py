"""`rolecast pack`: everything that one session needs, in one zip file."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli import session, show
from generator.cli.project import find_project

if TYPE_CHECKING:
    from generator.building import PackResult


@click.command(name="pack")
@click.argument("subject")
@click.option(
    "-C",
    "project",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The project's folder (default: searched upward from here).",
)
@click.option("--audience", required=True, metavar="ID", help="For whom.")
@click.option("--paper", "papers", multiple=True, metavar="a4|letter", help="The paper of handouts and run sheet (repeatable).")
@click.option("--minutes", type=click.IntRange(1, 600), default=None, metavar="N", help="Refit the deck to so many minutes.")
@click.option("--set", "settings", multiple=True, callback=session.settings, metavar="KEY=VALUE", help=session.HELP)
@click.option(
    "-o", "out", type=click.Path(path_type=Path), metavar="DIR", help="Where to write (default: output/ in the project)."
)
@click.option("--strict", is_flag=True, help="Exit 1 for warnings too.")
@click.option("--force", is_flag=True, help="Overwrite a pack that somebody has changed.")
@click.option("--keep-edits", is_flag=True, help="Write name.new.zip beside a pack that somebody has changed.")
@click.option("--report", type=click.Choice(["text", "json"]), default="text", help="How to show the result.")
def command(report: str, strict: bool, force: bool, keep_edits: bool, **asked: object) -> None:
    """Pack SUBJECT for one audience: deck, PDF, handouts and a run sheet.

    The run sheet has clock times, breaks, materials and the room; without `--set start=…` it begins at 9:00.

    \b
    Example: rolecast pack product-roles --audience new-hires --set client=Acme --set start=13:30
    """
    if force and keep_edits:
        raise click.UsageError("--force and --keep-edits exclude each other")
    show.guarded(lambda: _pack({**asked, "force": force, "keep_edits": keep_edits}, report, strict), report)


def _pack(options: dict[str, object], report: str, strict: bool) -> int:
    project = find_project(options.pop("project"))  # type: ignore[arg-type]
    from generator.building import PackRequest, pack_session

    options["minutes"] = options["minutes"] or 0
    result = pack_session(PackRequest(project, **options))  # type: ignore[arg-type]
    (_as_json if report == "json" else _as_text)(result)
    return result.exit_code or int(strict and bool(result.findings))


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
