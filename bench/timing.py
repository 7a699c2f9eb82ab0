"""Whole processes, timed: the clock, the processor, memory, and what several rounds gave as a cell of a table."""

import os
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple


class Took(NamedTuple):
    """Seconds on the clock, and of the processor (user and system, of the process and of those it started)."""

    wall: float
    cpu: float


class Ran(NamedTuple):
    """A process that ended: how long it took, its highest resident set in megabytes, and what it printed."""

    took: Took
    peak: float
    output: str


def run(command: Sequence[str | Path]) -> Ran:
    """A whole process; SystemExit when it fails."""
    start = time.perf_counter()
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.PIPE)
    assert process.stdout is not None
    output = process.stdout.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stdout.close()
    if process.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(map(str, command))}: exit code {process.returncode}\n{output}")
    return Ran(Took(seconds, usage.ru_utime + usage.ru_stime), usage.ru_maxrss / 1024, output)


def printed(output: str) -> Took:
    """What a program printed of its own time."""
    wall, cpu = map(float, output.split())
    return Took(wall, cpu)


def ratio(ours: Sequence[Took], other: Sequence[Took]) -> float:
    """The median of the rounds' ratios, of the processor's seconds."""
    return median(a.cpu / b.cpu for a, b in zip(ours, other, strict=True))


def cell(tooks: Sequence[Took], ours: Sequence[Took] | None = None) -> str:
    """Least and median of the processor's milliseconds, those of the clock, and ``ours`` as a multiple of these."""
    cpu, wall = [1000 * took.cpu for took in tooks], [1000 * took.wall for took in tooks]
    times = f"{min(cpu):,.0f} · {median(cpu):,.0f} ({min(wall):,.0f} · {median(wall):,.0f})"
    return times if ours is None else f"{times} **{ratio(ours, tooks):.2f}x**"
