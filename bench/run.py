"""How fast, beside Typst and ReportLab's own Paragraph, on the same text, faces, columns and pictures.

    python bench/run.py [--rounds N] [--jobs sample,real,1,10,100]

Five more programs measure other things, each with what it takes in its docstring: ``products.py`` (what each product
adds to a plain PDF), ``lengths.py`` (which pages still fill when stories come in longer or shorter), ``fitting.py``
(what copyfitting costs), ``running.py`` (how the time of a running bulletin grows with its pages), ``yardstick.py``
(faults per 10,000 characters). ``make bench`` runs all six, ``make bench WHAT=lengths`` one of them.

The three programs take turns in every round, so that what else the machine does falls on all alike; a ratio is the
median of the rounds' ratios. Cold is a whole process, from its start to the finished PDF; warm is the second build
in one process, after one story changed. Memory is the process's highest resident set.

Ours does more than the other two: its product is the file for the press, so colours are converted, PDF/X-4 is met, and
the written file is read again and judged. The table of plain PDFs leaves that out (``plain.py``). Photos were converted
for the press in the first build of all and lie beside the products since then; what that build took is said too.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Final

from ground import BENCH, BODY, BULLETIN, REAL, TITLE, bytecode

PROGRAMS: Final = ("ours", "typst", "reportlab")


@dataclass(slots=True)
class Times:
    """What the rounds measured of one job: a list a program, seconds and megabytes."""

    name: str
    characters: int
    cold: dict[str, list[float]] = field(default_factory=lambda: {name: [] for name in PROGRAMS})
    warm: dict[str, list[float]] = field(default_factory=lambda: {name: [] for name in PROGRAMS})
    peak: dict[str, list[float]] = field(default_factory=lambda: {name: [] for name in PROGRAMS})
    stages: dict[str, list[float]] = field(default_factory=dict)
    warm_stages: dict[str, list[float]] = field(default_factory=dict)
    plain: list[float] = field(default_factory=list)  #: a whole process of ours that draws a plain PDF
    first: float = 0.0  #: our first build of all, which converts the photos


def run(command: Sequence[str | Path]) -> tuple[float, float, str]:
    """Seconds, peak megabytes and output of a whole process; SystemExit when it fails."""
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
    return seconds, usage.ru_maxrss / 1024, output


def measure(folder: Path, rounds: int) -> Times:
    """One job: ``rounds`` turns of each program, cold and warm."""
    job = json.loads((folder / "job.json").read_text(encoding="utf-8"))
    issue, out = Path(job["issue"]), folder / "out"
    times = Times(job["name"], job["characters"])
    python, typ = sys.executable, folder / "page.typ"
    cold = {
        "ours": (BULLETIN, "build", issue, "--to", "print", "--out", out, "--fail-on", "never", "--quiet"),
        "typst": (python, BENCH / "rival_typst.py", typ, folder / "typst.pdf"),
        "reportlab": (
            python, BENCH / "rival_reportlab.py", folder / "facts.json", BODY, TITLE, folder / "reportlab.pdf",
        ),
    }  # fmt: skip
    for turn in range(rounds + 1):
        for name, command in cold.items():
            typ.write_bytes((folder / "facts.typ").read_bytes())
            seconds, peak, _ = run(command)
            if not turn and name == "ours":
                times.first = seconds
            if turn:  # the first turn only fills the disk's cache
                times.cold[name].append(seconds)
                times.peak[name].append(peak)
        if turn:
            times.plain.append(run((python, BENCH / "plain.py", issue, folder / "plain.pdf"))[0])
            _measure_warm(times, folder, cold, job)
    return times


def _measure_warm(times: Times, folder: Path, cold: dict[str, tuple[str | Path, ...]], job: dict[str, str]) -> None:
    """The second build of each program in one process, and our stages."""
    times.warm["typst"].append(float(run((*cold["typst"], folder / "edited.typ"))[2]))
    times.warm["reportlab"].append(float(run((*cold["reportlab"], folder / "edited.json"))[2]))
    files = (job["issue"], folder / "out", job["story"], folder / "edited.md")
    ours = (sys.executable, BENCH / "ours.py", *files, str(time.monotonic()))
    stages = json.loads(run(ours)[2])
    times.warm["ours"].append(sum(stages["warm"].values()))
    for kept, new in ((times.stages, stages["cold"]), (times.warm_stages, stages["warm"])):
        for stage, seconds in new.items():
            kept.setdefault(stage, []).append(seconds)


def report(results: Sequence[Times]) -> str:
    """Markdown tables."""
    lines = [
        "Seconds, medians; in brackets ours as a multiple of the other's.\n",
        "| job | characters | cold: ours | Typst | ReportLab | warm: ours | Typst | ReportLab | warm / Typst cold |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for times in results:
        cells = [times.name, f"{times.characters:,}"]
        for kind in (times.cold, times.warm):
            cells.append(f"{median(kind['ours']):.3f}")
            cells += [f"{median(kind[name]):.3f} ({_ratio(kind['ours'], kind[name]):.2f}x)" for name in PROGRAMS[1:]]
        cells.append(f"{_ratio(times.warm['ours'], times.cold['typst']):.2f}x")
        lines.append(f"| {' | '.join(cells)} |")
    lines += ["", "Cold, plain PDFs; and our first build of all, with photos to be converted.\n"]
    lines += ["| job | ours, plain | of Typst | of ReportLab | first build |", "|---|---|---|---|---|"]
    for times in results:
        ratios = (f"{_ratio(times.plain, times.cold[name]):.2f}x" for name in PROGRAMS[1:])
        lines.append(f"| {times.name} | {median(times.plain):.3f} | {' | '.join(ratios)} | {times.first:.3f} |")
    lines += ["", "Peak memory, MB.\n", "| job | ours | Typst | ReportLab |", "|---|---|---|---|"]
    for times in results:
        lines.append(f"| {times.name} | " + " | ".join(f"{max(times.peak[name]):.0f}" for name in PROGRAMS) + " |")
    for title, chosen in (("Cold", "stages"), ("Warm", "warm_stages")):
        stages = list(getattr(results[0], chosen))
        lines += ["", f"{title} build by stage, milliseconds (start: the interpreter and imports).\n"]
        lines += ["| job | " + " | ".join(stages) + " |", "|---" * (len(stages) + 1) + "|"]
        for times in results:
            values = (f"{1000 * median(getattr(times, chosen)[stage]):.0f}" for stage in stages)
            lines.append(f"| {times.name} | " + " | ".join(values) + " |")
    by_name = {times.name: times for times in results}
    if "10 pages" in by_name and "100 pages" in by_name:
        growth = (
            f"{name} {_ratio(by_name['100 pages'].cold[name], by_name['10 pages'].cold[name]):.1f}x"
            for name in PROGRAMS
        )
        lines += ["", "100 pages against 10 pages, cold: " + ", ".join(growth) + "."]
    return "\n".join(lines)


def _ratio(ours: Sequence[float], other: Sequence[float]) -> float:
    """The median of the rounds' ratios."""
    return median(a / b for a, b in zip(ours, other, strict=True))


def main() -> None:
    """Prepare the jobs, measure, print."""
    parser = argparse.ArgumentParser(description="Time this program beside Typst and ReportLab.")
    parser.add_argument("--rounds", type=int, default=5, help="default: 5")
    parser.add_argument("--jobs", default="sample,real,1,10,100", help="default: sample,real,1,10,100")
    options = parser.parse_args()
    names = options.jobs.split(",")
    if "real" in names and not REAL.is_dir():
        print("The real issue is not on this machine: left out.", file=sys.stderr)
        names.remove("real")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, BENCH / "jobs.py", folder, *names], check=True)
        results, compiled = [], bytecode()
        for name in names:
            print(f"timing {name} …", file=sys.stderr)
            results.append(measure(Path(folder) / name, options.rounds))
        print(f"{compiled}\n\n{report(results)}")


if __name__ == "__main__":
    main()
