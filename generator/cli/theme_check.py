"""`rolecast theme check`: what cannot be read in a theme, or is missing in somebody's template."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options, show
from generator.cli.project import find_project


@click.command(name="check")
@click.argument("themes", nargs=-1, metavar="[ID|FILE]...")
@options.PROJECT
@options.STRICT
@options.REPORT
def command(themes: tuple[str, ...], project: Path | None, strict: bool, report: str) -> None:
    """Check themes by their ids (all of them where none is named), or a PowerPoint template by its file.

    A theme: contrast in colour and on a grey print, the colours of roles, type and fonts. A template: which layouts and
    placeholders are missing, and how to add them in PowerPoint. Leaves with 1 where something is wrong.

    \b
    Example: rolecast theme check acme
             rolecast theme check company.potx
    """
    show.guarded(lambda: _check(themes, project, strict, report), report)


def _check(themes: tuple[str, ...], project: Path | None, strict: bool, report: str) -> int:
    from generator.building.template_files import is_template

    files = [theme for theme in themes if is_template(theme)]
    if files:
        from generator.cli.theme_file import check_file

        if len(themes) > 1:
            raise click.UsageError("name one template, or themes by their ids")
        return check_file(Path(files[0]), report, strict)
    return _check_own(themes, find_project(project), strict, report)


def _check_own(ids: tuple[str, ...], project: Path, strict: bool, report: str) -> int:
    from generator.building.theming import check_themes
    from generator.errors import Severity

    checked, findings = check_themes(project, ids)
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if report == "json":
        show.as_json({"themes": list(checked), "findings": [show.finding_as_json(each) for each in findings]})
    else:
        for finding in findings:
            show.finding(finding)
        count = f"{len(errors)} errors, {len(findings) - len(errors)} warnings" if findings else "nothing to mend"
        click.echo(f"checked: {', '.join(checked)}; {count}")
    return int(bool(errors) or (strict and bool(findings)))
