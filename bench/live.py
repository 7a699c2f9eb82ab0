"""How soon an edit is seen: from the save of a file to the picture in the browser (Debian's chromium).

    python bench/live.py [--edits N] [--jobs sample,pages]

``bulletin preview`` serves the sample, and an issue of 40 pages that is the sample ten times over, with its photos. A
browser shows the first pages. Each edit is a save of one file, and changes the first page: a sentence in the lead
story, its headline, the photo made higher or lower in the layout, another photo under the same name. The clock stops
when the frame is painted that shows the new fragments, with their pictures decoded.

After each of our edits, the same one goes through Typst's incremental compiler, one that is kept, from the save of its
source to the SVG of all pages: the text in its boxes, titles and pictures at the same places (``rival_typst.py``).
No browser has seen its pages then.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any, Final

from ground import BULLETIN
from live_edits import Job, Typst, prepared
from run import machine

#: Seconds between a save and the next, as a person would leave at least; and the longest that one may take.
_PAUSE: Final = 0.25
_PATIENCE: Final = 120.0
#: Seconds between looks at what the browser has noted; the looks are not in what is measured.
_LOOK: Final = 0.05
#: Tells when a frame is painted after the marks of a page changed and their pictures are there.
_WATCH: Final = """
window.drawn = [];
addEventListener("DOMContentLoaded", () => new MutationObserver(async (changes) => {
  const fresh = changes.flatMap((change) => [...change.addedNodes])
    .filter((node) => node.nodeType === 1 && node.matches("[data-k]"));
  if (!fresh.length) return;
  await Promise.all(fresh.flatMap((node) => [...node.querySelectorAll("image")])
    .map((image) => image.decode().catch(() => {})));
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => drawn.push(performance.timeOrigin + performance.now());
    port2.postMessage(0);
  });
}).observe(document.body, { subtree: true, childList: true }));
"""

Times = dict[str, list[float]]


@dataclass(slots=True)
class Measured:
    """Milliseconds of every edit, by kind: ours until the picture, and Typst's."""

    name: str
    pages: int
    ours: Times
    typst: Times


@contextmanager
def served(issue: Path) -> Iterator[str]:
    """The address at which ``bulletin preview`` serves an issue."""
    command = [BULLETIN, "preview", issue, "--no-open", "--port", "0"]
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    assert process.stdout is not None
    try:
        for line in process.stdout:
            found = re.search(r"http://[!-~]+", line.decode())
            if found:
                yield found[0]
                break
        else:
            raise SystemExit("bulletin preview ended before it said its address")
    finally:
        process.terminate()
        process.wait()


@contextmanager
def shown(address: str, chromium: str) -> Iterator[Any]:
    """A tab that shows the pages at an address, all of those in its window drawn."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium)
        tab = browser.new_page(viewport={"width": 1600, "height": 1000})
        tab.add_init_script(_WATCH)
        tab.goto(address)
        tab.wait_for_selector("[data-k]", timeout=1000 * _PATIENCE)
        tab.wait_for_timeout(2000)
        yield tab
        browser.close()


def timed(tab: Any, save: Callable[[], object]) -> float:
    """Milliseconds from the beginning of a save to the picture."""
    tab.evaluate("drawn.length = 0")
    start = time.time()
    save()
    while time.time() < start + _PATIENCE:
        tab.wait_for_timeout(1000 * _LOOK)
        for seen in tab.evaluate("drawn.slice(0, 1)"):
            return float(seen) - 1000 * start
    raise SystemExit("an edit was not seen in the browser")


def measure(job: Job, edits: int, chromium: str) -> Measured:
    """All kinds of edits of one job; the first of each kind is not counted."""
    ours: Times = defaultdict(list)
    rival: Times = defaultdict(list)
    typst = Typst(job, job.issue.parents[2])
    with served(job.issue) as address, shown(address, chromium) as tab:
        for edit in job.edits:
            for number in range(edits + 1):
                took = timed(tab, partial(edit.save, number))
                other = typst.timed(edit, number)
                if number:
                    ours[edit.name].append(took)
                    rival[edit.name].append(other)
                time.sleep(_PAUSE)
            print(f"{job.name}: {edit.name} {_cell(ours[edit.name])}", file=sys.stderr)
    return Measured(job.name, job.pages, ours, rival)


def report(results: Sequence[Measured]) -> str:
    """A Markdown table, milliseconds."""
    kinds = list(results[0].ours)
    lines = [
        "Milliseconds on the clock, median · worst.\n",
        f"| | {' | '.join(kinds)} |",
        "|---" * (len(kinds) + 1) + "|",
    ]
    for result in results:
        for name, times in (("save → picture", result.ours), ("Typst, save → SVG", result.typst)):
            cells = " | ".join(_cell(times[kind]) for kind in kinds)
            lines.append(f"| {result.name}, {result.pages} pages: {name} | {cells} |")
    return "\n".join(lines)


def _cell(times: Sequence[float]) -> str:
    return f"{median(times):.0f} · {max(times):.0f}"


def main() -> None:
    """Prepare the jobs, measure, print."""
    parser = argparse.ArgumentParser(description="Time edits until they are seen in a browser.")
    parser.add_argument("--edits", type=int, default=30, help="of each kind; default: 30")
    parser.add_argument("--jobs", default="sample,pages", help="default: sample,pages")
    options = parser.parse_args()
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if chromium is None:
        raise SystemExit("bench/live.py needs chromium")
    about = f"{machine()} {options.edits} edits of each kind."
    with tempfile.TemporaryDirectory() as folder:
        jobs = [prepared(name, Path(folder) / name, options.edits + 1) for name in options.jobs.split(",")]
        results = [measure(job, options.edits, chromium) for job in jobs]
    print(f"{about} Load {os.getloadavg()[0]:.1f} at the end.\n\n{report(results)}")


if __name__ == "__main__":
    main()
