"""One build as a PDF for no press: pages drawn as they are, no colour converted, no standard met, nothing read again.

    python bench/plain.py ISSUE FILE.pdf [STORY CHANGED]
    python bench/plain.py FILE.pdf --each ISSUE…

This is what the other two programs of ``run.py`` do, too. With four arguments the first build is not timed: the story
file STORY is replaced by CHANGED, the issue is built again in the same process, and the seconds that took are printed,
on the clock and of the processor. ``--each`` builds many issues in one process, each over the last one's file.
"""

import gc
import sys
import time
from pathlib import Path

from bulletin_layout.cli.collecting import uncollected

with uncollected():  # also while importing, as the command does
    from bulletin_layout.compose import compose_issue
    from bulletin_layout.findings import line
    from bulletin_layout.pipeline import Memory
    from bulletin_layout.reading import read_issue

    gc.freeze()  # the command goes on within one such block


def build(issue: Path, file: Path, memory: Memory) -> None:
    """Read, compose, draw."""
    reading = read_issue(issue, memory=memory.reading)
    if reading.issue is None or reading.fonts is None:
        sys.exit("\n".join(line(finding, "en") for finding in reading.findings))
    edition = compose_issue(reading.issue, reading.fonts, memory=memory.composing).edition
    from bulletin_layout.render.pdf import render_pdf

    file.write_bytes(render_pdf(edition, memory.drawing))


def main(issue: Path, file: Path, story: Path | None, changed: Path | None) -> None:
    """Build once, or twice and time the second."""
    memory = Memory()
    build(issue, file, memory)
    if story is not None and changed is not None:
        original = story.read_bytes()
        story.write_bytes(changed.read_bytes())
        start, used = time.perf_counter(), time.process_time()
        build(issue, file, memory)
        print(time.perf_counter() - start, time.process_time() - used)
        story.write_bytes(original)


if __name__ == "__main__":
    arguments = sys.argv[1:]
    with uncollected():
        if arguments[1] == "--each":
            kept = Memory()
            for each in arguments[2:]:
                build(Path(each), Path(arguments[0]), kept)
        else:
            given = [Path(argument) for argument in arguments]
            main(given[0], given[1], *(given[2:4] if len(given) > 3 else (None, None)))
