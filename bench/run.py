"""How fast, beside Typst and ReportLab's own Paragraph, on the same text, faces, columns and pictures.

    python bench/run.py [--rounds N] [--jobs sample,real,10,100] [--issues N]

Five more programs measure other things, each with what it takes in its docstring: ``products.py`` (what each product
adds to a plain PDF), ``lengths.py`` (which pages still fill when stories come in longer or shorter), ``fitting.py``
(what copyfitting costs), ``running.py`` (how the time of a running bulletin grows with its pages), ``yardstick.py``
(faults per 10,000 characters). ``make bench`` runs all six, ``make bench WHAT=lengths`` one of them. ``live.py`` (how
soon an edit is seen in the live page) needs a browser, and runs only when it is asked for.

The programs take turns in every round, so that what else the machine does falls on all alike; a ratio is the median of
the rounds' ratios. ``plain`` is beside the other two: a PDF for no press (``plain.py``). ``whole`` is what ``bulletin
build`` makes, and neither of the others does: colours converted, PDF/X-4 met, the written file read again and judged,
images of the pages. *Cold* is a whole process, from its start to its end; *edited* the second build in one process,
after one story changed; *nothing* one more with nothing changed. Of an archive, many issues are built in one command;
Typst takes a cold process for each. Photos were converted in the first build of all, which is not counted, and lie
beside the products since then; all else that a build keeps is deleted before a cold one.
"""

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Final

import timing
from ground import BENCH, BODY, BULLETIN, REAL, TITLE, bytecode
from timing import Took, printed

RIVALS: Final = ("Typst", "ReportLab")
WHOLE: Final = ("cold", "nothing, a new process", "edited", "nothing")
JOBS: Final = ("--jobs 1", "--jobs 2")
Rounds = dict[str, list[Took]]


@dataclass(slots=True)
class Times:
    """What the rounds measured of one job, by program: plain PDFs cold and edited; the whole cold, edited, and with
    nothing edited; the peak of memory in megabytes; seconds by stage of the whole."""

    name: str
    characters: int
    cold: Rounds = field(default_factory=lambda: defaultdict(list))
    edited: Rounds = field(default_factory=lambda: defaultdict(list))
    whole: Rounds = field(default_factory=lambda: defaultdict(list))
    peak: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    stages: dict[str, dict[str, list[float]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))


def measure(folder: Path, rounds: int) -> Times:
    """One job: ``rounds`` turns of each program."""
    job = json.loads((folder / "job.json").read_text(encoding="utf-8"))
    issue, story, out = Path(job["issue"]), Path(job["story"]), folder / "out"
    times = Times(job["name"], job["characters"])
    python, typ = sys.executable, folder / "page.typ"
    plain = (python, BENCH / "plain.py", issue, folder / "plain.pdf")
    typst = (python, BENCH / "rival_typst.py", typ, folder / "typst.pdf")
    reportlab = (
        python, BENCH / "rival_reportlab.py", folder / "facts.json", BODY, TITLE, folder / "reportlab.pdf",
    )  # fmt: skip
    whole = (BULLETIN, "build", issue, "--out", out, "--fail-on", "never", "--quiet")
    programs = {
        "plain": (plain, (*plain, story, folder / "edited.md")),
        "Typst": (typst, (*typst, folder / "edited.typ")),
        "ReportLab": (reportlab, (*reportlab, folder / "edited.json")),
    }
    timing.run(whole)  # converts the photos, and fills the disk's cache
    for _ in range(rounds):
        for name, (cold, edited) in programs.items():
            typ.write_bytes((folder / "facts.typ").read_bytes())
            ran = timing.run(cold)
            times.cold[name].append(ran.took)
            times.peak[name] = max(times.peak[name], ran.peak)
            times.edited[name].append(printed(timing.run(edited).output))
        _measure_whole(times, whole, issue, story, folder)
    return times


def _measure_whole(times: Times, whole: Sequence[str | Path], issue: Path, story: Path, folder: Path) -> None:
    """What the command takes, cold and with nothing edited, and the live process."""
    _forget(folder / "out")
    cold = timing.run(whole)
    times.whole["cold"].append(cold.took)
    times.peak["whole"] = max(times.peak["whole"], cold.peak)
    times.whole["nothing, a new process"].append(timing.run(whole).took)
    _forget(folder / "out")
    live = (
        sys.executable,
        BENCH / "ours.py",
        issue,
        folder / "out",
        story,
        folder / "edited.md",
        str(time.monotonic()),
    )
    said = json.loads(timing.run(live).output)
    times.whole["edited"].append(Took(*said["edited"]))
    times.whole["nothing"].append(Took(*said["nothing"]))
    for kind in ("cold", "warm"):
        for stage, seconds in said[kind].items():
            times.stages[kind][stage].append(seconds)


def _forget(out: Path) -> None:
    """Delete what builds keep beside the products, but for converted photos."""
    for kept in ("builds", "checks", "images"):
        shutil.rmtree(out / ".cache" / kept, ignore_errors=True)


def archive(folder: Path, count: int, rounds: int) -> dict[str, Rounds]:
    """What an issue takes, of ``count`` copies of the sample in one command: plain PDFs, print files, the whole."""
    copies = _copies(Path(json.loads((folder / "job.json").read_text(encoding="utf-8"))["issue"]), count)
    found: dict[str, Rounds] = defaultdict(lambda: defaultdict(list))
    out = folder / "out"
    for _ in range(rounds):
        plain = timing.run((sys.executable, BENCH / "plain.py", folder / "plain.pdf", "--each", *copies)).took
        found["plain"][JOBS[0]].append(_an_issue(plain, count))
        typst = (sys.executable, BENCH / "rival_typst.py", folder / "facts.typ", folder / "typst.pdf")
        found["Typst, a process each"][JOBS[0]].append(timing.run(typst).took)
        for kind, options in (("print", ("--to", "print")), ("whole", ())):
            for jobs in JOBS:
                _forget(out)
                command = (BULLETIN, "build", *copies, *options, *jobs.split(), "--out", out)
                took = timing.run((*command, "--fail-on", "never", "--quiet")).took
                found[kind][jobs].append(_an_issue(took, count))
    return found


def _copies(issue: Path, count: int) -> list[Path]:
    copies = []
    for number in range(count):
        copy = Path(shutil.copytree(issue, issue.parent / f"a{number}"))
        text = (copy / "issue.yaml").read_text(encoding="utf-8")
        (copy / "issue.yaml").write_text(text.replace(f"id: {issue.name}", f"id: a{number}"), encoding="utf-8")
        copies.append(copy)
    return copies


def _an_issue(took: Took, count: int) -> Took:
    return Took(took.wall / count, took.cpu / count)


def report(results: Sequence[Times], archives: dict[str, Rounds]) -> str:
    """Markdown tables."""
    lines = ["Milliseconds: least · median of the processor's (of the clock's); **ours as a multiple of the other's**."]
    for title, of in (("Cold, plain", lambda t: t.cold), ("One story edited, plain", lambda t: t.edited)):
        lines += _table(title, results, ("plain", *RIVALS), of)
    lines += _table("The whole (print and png)", results, WHOLE, lambda t: t.whole)
    if archives:
        lines += ["", "Many issues in one command, for each issue.\n", f"| | {' | '.join(JOBS)} |", "|---|---|---|"]
        for kind, rounds in archives.items():
            cells = (timing.cell(rounds[jobs]) if rounds[jobs] else "–" for jobs in JOBS)
            lines.append(f"| {kind} | {' | '.join(cells)} |")
    lines += ["", "Peak memory, MB.\n", f"| job | plain | whole | {' | '.join(RIVALS)} |", "|---|---|---|---|---|"]
    for times in results:
        peaks = (f"{times.peak[name]:.0f}" for name in ("plain", "whole", *RIVALS))
        lines.append(f"| {times.name} | {' | '.join(peaks)} |")
    for title, kind in (("Cold", "cold"), ("Edited", "warm")):
        lines += _stages(title, kind, results)
    return "\n".join([*lines, *_growth(results)])


def _table(title: str, results: Sequence[Times], names: Sequence[str], of: Callable[[Times], Rounds]) -> list[str]:
    """One row a job, one column a program or a way of building; plain PDFs are compared."""
    lines = ["", f"{title}.\n", f"| job | {' | '.join(names)} |", "|---" * (len(names) + 1) + "|"]
    for times in results:
        rounds = of(times)
        ours = rounds.get("plain")
        shown = (timing.cell(rounds[name], ours if name in RIVALS else None) for name in names)
        lines.append(f"| {times.name} ({times.characters:,} characters) | {' | '.join(shown)} |")
    return lines


def _stages(title: str, kind: str, results: Sequence[Times]) -> list[str]:
    stages = list(results[0].stages[kind])
    lines = ["", f"{title}, the whole by stage, milliseconds on the clock (start: the interpreter and imports).\n"]
    lines += ["| job | " + " | ".join(stages) + " |", "|---" * (len(stages) + 1) + "|"]
    for times in results:
        values = (f"{1000 * median(times.stages[kind][stage]):.0f}" for stage in stages)
        lines.append(f"| {times.name} | {' | '.join(values)} |")
    return lines


def _growth(results: Sequence[Times]) -> list[str]:
    by_name = {times.name: times for times in results}
    if not {"10 pages", "100 pages"} <= by_name.keys():
        return []
    small, large = by_name["10 pages"], by_name["100 pages"]
    growth = (f"{name} {timing.ratio(large.cold[name], small.cold[name]):.1f}x" for name in ("plain", *RIVALS))
    whole = timing.ratio(large.whole["cold"], small.whole["cold"])
    return ["", f"100 pages against 10 pages, cold: {', '.join(growth)}, whole {whole:.1f}x."]


def machine() -> str:
    """What it was measured on, and when."""
    load = os.getloadavg()[0]
    day = time.strftime("%Y-%m-%d")
    return (
        f"{day}, Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores, "
        f"load {load:.1f} at the start."
    )


def main() -> None:
    """Prepare the jobs, measure, print."""
    parser = argparse.ArgumentParser(description="Time this program beside Typst and ReportLab.")
    parser.add_argument("--rounds", type=int, default=3, help="default: 3")
    parser.add_argument("--jobs", default="sample,real,10,100", help="default: sample,real,10,100")
    parser.add_argument("--issues", type=int, default=10, help="of the archive; default: 10, 0: none")
    options = parser.parse_args()
    names = options.jobs.split(",")
    if "real" in names and not REAL.is_dir():
        print("The real issue is not on this machine: left out.", file=sys.stderr)
        names.remove("real")
    about = f"{machine()} {options.rounds} rounds. {bytecode()}"
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, BENCH / "jobs.py", folder, *names], check=True)
        results = []
        for name in names:
            print(f"timing {name} …", file=sys.stderr)
            results.append(measure(Path(folder) / name, options.rounds))
        many = (
            archive(Path(folder) / "sample", options.issues, options.rounds)
            if options.issues and "sample" in names
            else {}
        )
        print(f"{about}\n\n{report(results, many)}")


if __name__ == "__main__":
    main()
