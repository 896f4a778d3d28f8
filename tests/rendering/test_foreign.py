"""Decks on templates that other people made, judged by independent checkers: everything fits, nothing of theirs is left inside.

The templates never enter the project: `ROLECAST_FOREIGN` names their folder, `ROLECAST_CHECKERS` that of the checkers.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from pptx import Presentation

from generator.building import BuildRequest, build_documents

pytestmark = [pytest.mark.rendering, pytest.mark.xdist_group("rendering")]

ROOT = Path(__file__).resolve().parents[2]
ADOPTED = {
    "dhsc.pptx": ("Title Slide", "Title and Content", "Title Only", "Section Header"),
    "djpr-a4.pptx": ("full",),
    "finos-projects.pptx": ("TITLE", "TITLE_AND_BODY_1", "CUSTOM_1_2"),
    "kit-ies-vorlage.potx": ("Abschnittsüberschrift", "Titel und Inhalt", "Nur Titel"),
    "merck-eu.pptx": ("Title", "One content", "Only title", "Divider"),
    "ms-company-meeting.potx": ("Title Slide", "Title and Content", "Title Only", "Section Header"),
    "uestc-moban.pptx": ("标题幻灯片", "内页幻灯片"),
}
"""Each template with the layouts that decks may stand on: first that of the title slide."""
WITHOUT_TITLES = "uestc-moban.pptx"
MAPPING = """\
layouts: {content: 2, title: 1}
places:
  content: {title: [1.7, 0.8, 30.4, 2.0]}
  title: {title: [1.7, 5.0, 30.4, 4.0]}
"""
"""What a person has to say of the template whose layouts have no title."""
VENDORS = frozenset({"contrast", "font-size"})
"""What of a vendor's choices the checker calls errors: pale footers, small type on small slides."""
FORBIDDEN = re.compile(
    r"vba|ole|activex|customxml|custom\.xml|commentauthors|/tags/|\.bin$|printersettings|docprops/thumbnail", re.I
)
FINDING = re.compile(r": ERROR ([\w-]+) ")


def folder(variable: str, usual: str) -> Path:
    """A folder beside the project; without it the test is skipped, and fails where somebody has named one."""
    place = Path(os.environ.get(variable, ROOT.parent / "shared" / usual)).resolve()
    if not place.is_dir():
        if variable in os.environ:
            pytest.fail(f"{variable} names {place}, which does not exist", pytrace=False)
        pytest.skip(f"no folder {place} (set {variable})")
    return place


@pytest.fixture(scope="session")
def templates() -> Path:
    """The folder of templates."""
    return folder("ROLECAST_FOREIGN", "foreign-templates")


@pytest.fixture(scope="session")
def decks(templates: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One role's deck on every template, by the template's name."""
    out, mapped = tmp_path_factory.mktemp("foreign"), tmp_path_factory.mktemp("mapped")
    shutil.copy(templates / WITHOUT_TITLES, mapped)
    (mapped / WITHOUT_TITLES).with_suffix(".yaml").write_text(MAPPING, encoding="utf-8")
    asked = {"subjects": ("product-owner",), "audiences": ("executives",), "documents": ("role-deck",)}
    made = {}
    for name in ADOPTED:
        place = mapped if name == WITHOUT_TITLES else templates
        result = build_documents(BuildRequest(ROOT, theme=str(place / name), out=out, jobs=1, **asked))
        assert result.ok, [str(item) for item in result.errors]
        made[name] = out / next(file.path for file in result.files if file.format == "pptx")
    return made


def checker(name: str, *files: Path) -> subprocess.CompletedProcess[str]:
    """What a checker says of files."""
    script = folder("ROLECAST_CHECKERS", "tools") / name
    command = [sys.executable, str(script), *map(str, files)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=900)


def test_all_text_fits_on_every_template(decks: dict[str, Path]) -> None:
    said = checker("check_overflow.py", *decks.values())
    assert said.returncode == 0, [line for line in said.stdout.splitlines() if " ERROR " in line][:12]


def test_packages_and_schemas_are_sound_on_every_template(decks: dict[str, Path]) -> None:
    said = checker("check_pptx.py", *decks.values())
    errors = [line for line in said.stdout.splitlines() if (found := FINDING.search(line)) and found[1] not in VENDORS]
    assert said.stdout and not errors, errors[:12]


def test_decks_stand_on_the_templates_own_layouts(decks: dict[str, Path]) -> None:
    for name, layouts in ADOPTED.items():
        used = {slide.slide_layout.name.strip() for slide in Presentation(os.fspath(decks[name])).slides}
        assert layouts[0] in used and used <= set(layouts), (name, used)


def test_nothing_that_acts_or_tells_of_people_is_left_inside(decks: dict[str, Path]) -> None:
    for name, deck in decks.items():
        with zipfile.ZipFile(deck) as archive:
            assert [member for member in archive.namelist() if FORBIDDEN.search(member)] == [], name
            for member in archive.namelist():
                if member.endswith(".rels"):
                    external = etree.fromstring(archive.read(member)).xpath("//*[@TargetMode='External']/@Target")
                    assert all(target.startswith(("https:", "mailto:")) for target in external), (name, member)


def test_a_template_without_titles_is_refused_with_a_way_out(templates: Path, tmp_path: Path) -> None:
    from generator.errors import Problems

    with pytest.raises(Problems) as refused:
        build_documents(BuildRequest(ROOT, theme=str(templates / WITHOUT_TITLES), out=tmp_path / "out", jobs=1))
    assert "M040" in {item.code for item in refused.value.diagnostics}
    assert not (tmp_path / "out").exists()
