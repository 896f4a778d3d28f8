"""Make many units: here, or in worker processes that are started afresh and handed the workshop."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import groupby
from multiprocessing import get_context, parent_process

from generator.building.make import Made, make
from generator.building.unit import Unit
from generator.building.workshop import Workshop
from generator.errors import Diagnostic, Problems
from generator.source import Span

Job = tuple[Unit, ...]
"""Units of one subject for one audience: they share work, so one worker makes them all."""
PARALLEL_FROM = 4
"""Jobs from which on starting workers pays."""
MOST_WORKERS = 60
"""Windows waits for no more processes than that."""
_WORKSHOPS: list[Workshop] = []
"""The one workshop of a worker process, put there when it starts."""


def jobs_of(units: tuple[Unit, ...]) -> tuple[Job, ...]:
    """The units by subject and audience."""
    ordered = sorted(units, key=lambda unit: (unit.audience, unit.subject, unit.name))
    return tuple(tuple(group) for _, group in groupby(ordered, key=lambda unit: (unit.audience, unit.subject)))


def make_all(workshop: Workshop, units: tuple[Unit, ...], workers: int) -> Iterator[Made]:
    """What comes of each unit, as it is made, in the order of jobs. `workers` 0 chooses.

    Raises Problems (exit code 3) where a worker process is lost.
    """
    jobs = jobs_of(units)
    chosen = min(workers or (_processors() if len(jobs) >= PARALLEL_FROM else 1), len(jobs), MOST_WORKERS)
    if chosen < 2:
        for job in jobs:
            yield from make_job(workshop, job)
        return
    pool = ProcessPoolExecutor(chosen, mp_context=get_context("spawn"), initializer=_settle_in, initargs=(workshop,))
    try:
        with _unbroken():
            promises = [pool.submit(_work, job) for job in jobs]
        for promise in promises:
            yield from _kept(promise)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def make_job(workshop: Workshop, job: Job) -> tuple[Made, ...]:
    """Make a job's units. What goes wrong beyond all findings is a finding too: nobody is shown a traceback."""
    made: list[Made] = []
    try:
        for result in make(workshop, job):
            made.append(result)  # one at a time: what was made before a failure counts
    except Problems as problems:
        made.extend(Made(unit, problems.diagnostics) for unit in job[len(made) :])
    except MemoryError:
        hint = "build with -j 1, or fewer documents at a time"
        finding = Diagnostic("E007", Span("memory"), "there is not enough memory for this build", hint)
        made.extend(Made(unit, (finding,)) for unit in job[len(made) :])
    except Exception as error:
        made.append(Made(job[len(made)], (_fault(job[len(made)], error),)))
        made.extend(make_job(workshop, job[len(made) :]))
    return tuple(made)


def _fault(unit: Unit, error: Exception) -> Diagnostic:
    """The finding for a mistake of ours."""
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    where = f"{frame.tb_frame.f_globals.get('__name__', '?')}:{frame.tb_lineno}" if frame else "?"
    words = " ".join(str(error).split()) or "no message"
    return Diagnostic(
        "E008",
        Span(unit.name),
        f"Rolecast failed at it in {where} ({type(error).__name__}: {words[:200]})",
        "this is a mistake in Rolecast: please report it with this line; other documents are built",
    )


def _settle_in(workshop: Workshop) -> None:
    """Begin as a worker. Ctrl-C reaches every process of a terminal; only the first one answers it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow, daemon=True).start()
    _WORKSHOPS.append(workshop)


def _follow() -> None:
    """End when the process that started us is gone, however it went."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(job: Job) -> tuple[Made, ...]:
    return make_job(_WORKSHOPS[0], job)


def _kept(promise: Future[tuple[Made, ...]]) -> tuple[Made, ...]:
    try:
        return promise.result()
    except BrokenProcessPool:
        finding = Diagnostic(
            "E007",
            Span("worker process"),
            "a worker process ended before its work was done, perhaps for lack of memory",
            "build with -j 1, or fewer documents at a time; what was written is whole and recorded",
        )
        raise Problems([finding], exit_code=3) from None


@contextlib.contextmanager
def _unbroken() -> Iterator[None]:
    """Ignore Ctrl-C while workers start, so that they are born ignoring it. Only a main thread may do so."""
    try:
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    except ValueError:
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _processors() -> int:
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
