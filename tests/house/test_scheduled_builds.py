"""docs/scheduled-builds.md: what it tells people to copy is complete, and runs."""

from __future__ import annotations

import configparser
import fcntl
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

EXAMPLES = ("rolecast.cron", "rolecast.service", "rolecast.timer", "rolecast.yml")
ONE_DOCUMENT = "build product-owner --audience executives --document one-pager --paper a4"
MADE = "executives/product-owner-one-pager-a4.pdf"


@dataclass(frozen=True)
class Machine:
    """A folder that stands for the machine of the examples."""

    folder: Path

    @property
    def share(self) -> Path:
        """The shared folder."""
        return self.folder / "shared" / "training"

    def here(self, text: str) -> str:
        """An example with its paths on this machine, building one document only."""
        program = Path(sys.executable).with_name("rolecast")
        text = text.replace("/opt/rolecast/venv/bin/rolecast build", f"{program} {ONE_DOCUMENT}")
        return text.replace("/srv/rolecast", str(self.folder)).replace("/srv/shared/training", str(self.share))

    def sh(self, command: str) -> subprocess.CompletedProcess[str]:
        """Run a command as cron does: /bin/sh, hardly any environment."""
        clean = ["env", "-i", f"HOME={Path.home()}", "LOGNAME=rolecast", "PATH=/usr/bin:/bin", "SHELL=/bin/sh"]
        call = [*clean, "/bin/sh", "-c", self.here(command)]
        return subprocess.run(call, capture_output=True, text=True, encoding="utf-8", check=False, cwd="/")


@pytest.fixture
def machine(root, tmp_path) -> Machine:
    project = tmp_path / "project"
    shutil.copytree(root / "content", project / "content")
    shutil.copy(root / "rolecast.yaml", project)
    (tmp_path / "shared").mkdir()
    return Machine(tmp_path)


def snippets(root) -> list[str]:
    """The fenced blocks of the document."""
    text = (root / "docs" / "scheduled-builds.md").read_text(encoding="utf-8")
    return re.findall(r"^```\w+\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def example(root, name: str) -> str:
    """A file of the examples."""
    return (root / "docs" / "examples" / name).read_text(encoding="utf-8")


def cron_line(root) -> tuple[list[str], str]:
    """The time fields of the cron line with its user, and its command."""
    line = next(line for line in example(root, "rolecast.cron").splitlines() if re.match(r"[\d*]", line))
    *fields, command = line.split(None, 6)
    return fields, command


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_document_shows_the_files_that_are_there_to_copy(root, name):
    assert example(root, name) in snippets(root)


def test_every_example_is_shown(root):
    assert sorted(p.name for p in (root / "docs" / "examples").iterdir()) == sorted(EXAMPLES)


def test_every_schedule_is_off_the_hour(root):
    workflow = yaml.load(example(root, "rolecast.yml"), yaml.BaseLoader)
    calendar = re.search(r"OnCalendar=.* \d\d:(\d\d):", example(root, "rolecast.timer"))
    minutes = [cron_line(root)[0][0], workflow["on"]["schedule"][0]["cron"].split()[0], calendar.group(1)]
    assert [int(m) for m in minutes if 5 < int(m) < 55 and int(m) != 30] == [int(m) for m in minutes]


def test_the_cron_line_has_five_times_a_user_and_no_percent_sign(root):
    fields, command = cron_line(root)
    assert len(fields) == 6
    assert all(re.fullmatch(r"[\d*,/-]+", field) for field in fields[:5])
    assert "%" not in command


def test_the_cron_line_builds_into_the_shared_folder_and_says_nothing(root, machine):
    answer = machine.sh(cron_line(root)[1])
    assert (answer.returncode, answer.stdout, answer.stderr) == (0, "", "")
    assert (machine.share / MADE).read_bytes().startswith(b"%PDF")
    assert not [p for p in machine.share.rglob("*") if p.suffix in {".tmp", ".part"}]
    assert (machine.folder / "build.log").stat().st_size > 0


def test_the_cron_line_leaves_at_once_while_another_build_runs(root, machine):
    with (machine.folder / "build.lock").open("w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        machine.sh(cron_line(root)[1])
    assert not machine.share.exists()


def test_the_cron_line_prints_the_findings_when_the_content_is_wrong(root, machine):
    (machine.folder / "project" / "content" / "facts.yaml").write_text("facts: [\n", encoding="utf-8")
    answer = machine.sh(cron_line(root)[1])
    assert "facts.yaml" in answer.stdout
    assert not (machine.share / MADE).exists()


def test_the_units_have_what_they_need(root):
    for name, section in (("rolecast.service", "Service"), ("rolecast.timer", "Timer")):
        unit = configparser.ConfigParser(strict=False, interpolation=None)
        unit.optionxform = str
        unit.read_string(example(root, name))
        assert unit["Unit"]["Description"]
        assert section in unit


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not installed here")
def test_systemd_accepts_the_units(root, machine):
    for name in ("rolecast.service", "rolecast.timer"):
        (machine.folder / name).write_text(machine.here(example(root, name)), encoding="utf-8")
    units = [str(machine.folder / "rolecast.service"), str(machine.folder / "rolecast.timer")]
    answer = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *units], capture_output=True, text=True, encoding="utf-8", check=False
    )
    complaints = [line for line in answer.stderr.splitlines() if "rolecast" in line]
    assert complaints == []


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not installed here")
def test_systemd_understands_the_calendar_line(root):
    line = re.search(r"^OnCalendar=(.*)$", example(root, "rolecast.timer"), re.MULTILINE).group(1)
    answer = subprocess.run(["systemd-analyze", "calendar", line], capture_output=True, text=True, encoding="utf-8", check=False)
    assert (answer.returncode, "Next elapse" in answer.stdout) == (0, True), answer.stderr


@pytest.mark.skipif(not shutil.which("flock"), reason="flock is not installed here")
def test_the_services_command_builds_into_the_shared_folder(root, machine):
    command = re.search(r"^ExecStart=(.*)$", example(root, "rolecast.service"), re.MULTILINE).group(1)
    answer = machine.sh(command)
    assert answer.returncode == 0, answer.stderr
    assert (machine.share / MADE).exists()


def test_the_workflow_pins_its_actions_and_asks_for_no_more_than_it_needs(root):
    workflow = yaml.load(example(root, "rolecast.yml"), yaml.BaseLoader)
    steps = workflow["jobs"]["build"]["steps"]
    assert all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", step["uses"]) for step in steps if "uses" in step)
    assert workflow["permissions"] == {"contents": "read"}
    assert workflow["concurrency"]["cancel-in-progress"] == "false"
    assert "workflow_dispatch" in workflow["on"]


def test_the_workflows_build_step_builds_into_the_shared_folder(root, machine):
    workflow = yaml.load(example(root, "rolecast.yml"), yaml.BaseLoader)
    step = next(s for s in workflow["jobs"]["build"]["steps"] if s.get("name", "").startswith("Build"))
    (machine.folder / "venv" / "bin").mkdir(parents=True)
    (machine.folder / "venv" / "bin" / "rolecast").symlink_to(Path(sys.executable).with_name("rolecast"))
    machine.share.mkdir()
    environment = {**os.environ, "SHARE": str(machine.share), "RUNNER_TEMP": str(machine.folder)}
    script = step["run"].replace("build -C", f"{ONE_DOCUMENT} -C")
    answer = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=machine.folder / "project", env=environment, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert answer.returncode == 0, answer.stderr
    assert (machine.share / MADE).exists()
