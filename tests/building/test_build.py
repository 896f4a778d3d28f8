"""A build as a whole: the matrix, what it leaves behind, and how it fails."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from generator.building import BuildRequest, Written, build_documents
from generator.building.pool import make_all
from generator.building.unit import Unit
from generator.building.workshop import open_workshop
from generator.errors import Problems


def test_the_whole_matrix_is_built(once):
    names = {path for path in once.snapshot() if path.endswith((".pptx", ".pdf"))}
    assert len(names) == 2 * 2 * 3 + 2 * 1 * 3
    assert {"chiefs/writer-role-deck.pptx", "starters/writer-or-editor-one-pager-a4.pdf"} <= names


def test_nothing_but_files_of_the_record_is_left(once):
    left = set(once.snapshot()) - {"manifest.json", "build-report.json"}
    assert left == set(once.record())


def test_the_report_and_the_record_name_no_place_of_this_machine(once):
    for name in ("manifest.json", "build-report.json"):
        assert str(once.project) not in (once.out / name).read_text(encoding="utf-8")


def test_the_report_gives_both_numbers_of_slides(once):
    deck = once.entries()["chiefs/writer-role-deck"]
    assert deck["budget"]["slides_laid"] <= deck["budget"]["slides"] == 5
    assert deck["budget"]["slides_expected"] > 0
    assert {d["step"] for d in deck["decisions"]} >= {"budget"}
    assert set(deck["cut"]) <= {topic for topic, state in deck["topics"].items() if state in ("backup", "handout", "drop")}


def program(tiny, code: str) -> subprocess.CompletedProcess[str]:
    """Run a program of somebody's that builds the tiny project; `request` and `result` are at hand."""
    lines = [
        "import os",
        "from pathlib import Path",
        "from generator.building import BuildRequest, build_documents",
        "if __name__ == '__main__':",
        f"    project = Path({str(tiny.project)!r})",
        textwrap.indent(textwrap.dedent(code), "    "),
    ]
    file = tiny.project.parent / "program.py"
    file.write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, str(file)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, cwd=Path(__file__).parents[2])


def test_two_processes_make_what_one_makes(tiny, once):
    answer = program(tiny, "build_documents(BuildRequest(project, jobs=2))")
    assert (answer.returncode, answer.stderr) == (0, "")
    assert tiny.snapshot() == once.snapshot()


def test_a_dry_run_writes_nothing(tiny):
    before = set(tiny.project.rglob("*"))
    result = tiny.build(dry_run=True)
    assert set(tiny.project.rglob("*")) == before
    assert {file.written for file in result.files} == {Written.PLANNED}
    assert len(result.files) == 18


def test_errors_of_the_content_come_all_at_once_and_change_nothing(built):
    before = built.snapshot()
    built.rewrite("content/topics/writer-focus.yaml", "part: focus", "part: focuss\ncolour: red")
    built.rewrite("content/topics/editor-focus.yaml", "minutes: 2", "minutes: two")
    with pytest.raises(Problems) as caught:
        built.build()
    assert caught.value.exit_code == 1
    assert {d.span.path for d in caught.value.diagnostics} >= {
        "content/topics/writer-focus.yaml",
        "content/topics/editor-focus.yaml",
    }
    assert built.snapshot() == before


def test_an_output_that_is_a_file_is_said_plainly(tiny):
    tiny.out.write_text("not a folder", encoding="utf-8")
    for out in (tiny.out, tiny.out / "below"):
        with pytest.raises(Problems) as caught:
            tiny.build(out=out)
        assert caught.value.exit_code == 3
        assert [d.code for d in caught.value.diagnostics] == ["E001"]
        assert "is a file" in caught.value.diagnostics[0].message


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_nobody_may_write_to_is_said_plainly(tiny):
    tiny.out.mkdir(mode=0o555)
    with pytest.raises(Problems) as caught:
        tiny.build()
    assert caught.value.exit_code == 3


def test_a_file_in_the_place_of_a_folder_is_reported_and_the_rest_is_built(tiny):
    tiny.out.mkdir()
    tiny.path("chiefs").write_text("a file", encoding="utf-8")
    result = tiny.build(subjects=("writer",), documents=("one-pager",))
    assert tiny.codes(result) == ["E002"]
    assert "a file stands where its folder should be" in result.findings[0].message
    assert tiny.path("starters/writer-one-pager-a4.pdf").exists()


def test_a_file_that_somebody_has_open_is_reported_and_the_rest_is_built(built):
    lock = built.path(built.deck).with_name("~$writer-role-deck.pptx")
    lock.write_bytes(b"somebody")
    before = built.path(built.deck).read_bytes()
    built.rewrite("content/topics/writer-focus.yaml", "answers for one", "stands for one")
    result = built.build()
    assert built.path(built.deck).read_bytes() == before
    assert built.codes(result) == ["E002"]
    assert lock.name in result.findings[0].hint
    assert built.states(result)[built.deck] == "failed"
    assert built.states(result)["starters/writer-role-deck.pptx"] == "changed"
    assert result.exit_code == 1
    lock.unlink()
    assert built.states(built.build())[built.deck] == "changed"


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit there")
def test_a_disk_that_takes_no_more_is_said_plainly_and_leaves_no_half_file(built):
    before = built.snapshot()
    built.rewrite("content/topics/writer-focus.yaml", "answers for one", "stands for one")
    answer = program(
        built,
        """
        import resource
        resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, 5_000))
        result = build_documents(BuildRequest(project, subjects=("writer",)))
        print(result.exit_code, sorted({finding.code for finding in result.findings}))
        """,
    )
    assert answer.stderr == ""
    code, _, codes = answer.stdout.strip().partition(" ")
    assert (code, "E005" in codes) == ("3", True)
    documents = {name for name in before if name.startswith(("chiefs/", "starters/"))}
    assert {name: built.snapshot()[name] for name in documents} == {name: before[name] for name in documents}
    assert not list(built.out.rglob("*.part"))


def test_an_interrupted_build_records_what_it_wrote(tiny):
    def stopped(done, total, name):
        if done == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_documents(BuildRequest(tiny.project), stopped)
    tiny.rewrite("content/topics/writer-focus.yaml", "answers for one", "stands for one")
    tiny.rewrite("content/topics/editor-focus.yaml", "answers for one", "stands for one")
    result = tiny.build()
    assert result.ok and "E003" not in tiny.codes(result)


def test_a_killed_build_does_not_turn_our_files_into_somebodys(tiny):
    """Killed hard, no record is written: the journal tells what was ours."""
    code = "build_documents(BuildRequest(project), lambda done, total, name: done == 5 and os._exit(9))"
    assert program(tiny, code).returncode == 9
    assert tiny.path(tiny.deck).exists()
    assert not (tiny.out / "manifest.json").exists()
    tiny.rewrite("content/topics/writer-focus.yaml", "answers for one", "stands for one")
    result = tiny.build(subjects=("writer",), audiences=("chiefs",))
    assert tiny.codes(result) == []
    assert tiny.states(result)[tiny.deck] == "changed"
    assert not (tiny.out / ".manifest.journal").exists()


def test_half_files_of_killed_builds_are_swept_away_in_time(built):
    half = built.path(built.deck).with_name(".writer-role-deck.pptx.4711.part")
    young = built.path(built.pdf).with_name(".writer-role-deck.pdf.4711.part")
    half.write_bytes(b"half")
    young.write_bytes(b"half")
    os.utime(half, (0, 0))
    built.build()
    assert not half.exists()
    assert young.exists(), "another build may be writing it"


def test_a_mistake_of_ours_is_a_finding_and_the_rest_is_made(tiny):
    workshop = open_workshop(tiny.project)
    impossible = Unit("writer", "nobody", "role-deck", ("pdf",))
    good = Unit("writer", "chiefs", "role-deck", ("pdf",))
    made, failed = make_all(workshop, (impossible, good), 1)
    assert [finding.code for finding in failed.findings] == ["E008"]
    assert "KeyError" in failed.findings[0].message
    assert failed.files == ()
    assert len(made.files) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="finds processes as Linux lists them")
@pytest.mark.parametrize("victim", ["worker", "parent"])
def test_a_process_that_is_killed_takes_nothing_with_it(tiny, victim):
    command = [sys.executable, "-m", "generator", "build", "-C", str(tiny.project), "-j", "2"]
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        command, cwd=root, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, encoding="utf-8"
    ) as it:
        assert it.stderr is not None
        it.stderr.readline()  # the first document is done, so both workers are at work
        workers = workers_of(it.pid)
        os.kill(workers[0] if victim == "worker" else it.pid, signal.SIGKILL)
        said = it.stderr.read()
    assert "Traceback" not in said
    if victim == "worker":
        assert (it.returncode, "E007" in said) == (3, True)
        assert (tiny.out / "manifest.json").exists()
    for _ in range(100):
        if not any(Path(f"/proc/{pid}").exists() for pid in workers):
            break
        time.sleep(0.1)
    else:
        pytest.fail("a worker outlives the program that started it")
    assert tiny.codes(tiny.build(subjects=("writer",))) == []


def workers_of(pid: int) -> list[int]:
    """The worker processes of a build."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8").split()
    return [int(child) for child in children if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()]


def test_a_number_of_seconds_that_is_none_is_said_plainly(tiny, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(Problems) as caught:
        tiny.build()
    assert (caught.value.exit_code, caught.value.diagnostics[0].code) == (3, "E004")


def test_findings_come_once_and_in_the_order_of_places(built):
    for name in ("starters/writer-one-pager-a4.pdf", built.sheet, built.pdf):
        built.edit(name)
    result = built.build()
    assert [finding.code for finding in result.findings] == ["E003"] * 3
    assert list(result.findings) == sorted(set(result.findings), key=lambda d: (d.span, d.code, d.message))


def test_a_finding_about_pages_names_its_document_and_how_many_are_like_it(built):
    built.rewrite("content/topics/writer-jobs.yaml", "Ask the people who know.", "Ask 🙂 the people who know.")
    deck, sheet = sorted(f.message for f in built.build(subjects=("writer",)).findings if f.code == "L014")
    assert sheet.endswith("on page 'one-pager', in chiefs/writer-one-pager and 1 more")
    assert deck.endswith("on page 'writer-jobs', in chiefs/writer-role-deck and 1 more")


def test_progress_counts_every_document_once(built):
    steps = []
    build_documents(BuildRequest(built.project), lambda *step: steps.append(step))
    assert [done for done, _, _ in steps] == list(range(13))
    assert {total for _, total, _ in steps} == {12}
    assert len({name for _, _, name in steps}) == 13
