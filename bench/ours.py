"""The usual products built by this program, again after an edit, and again with nothing edited, in one process.

    python bench/ours.py ISSUE OUT STORY CHANGED STARTED

STORY is the story file that CHANGED takes the place of before the second build; STARTED is time.monotonic() when
this process was asked for. Prints JSON: ``cold`` and ``warm``, seconds by stage in order; ``edited`` and ``nothing``,
seconds on the clock and of the processor.
"""

import gc
import json
import sys
import time
from itertools import pairwise
from pathlib import Path

from bulletin_layout.cli.collecting import uncollected

with uncollected():  # also while importing, as the command does
    from bulletin_layout.pipeline import Memory, build_issue

    gc.freeze()  # the command goes on within one such block


def timed(issue: Path, out: Path, started: float, memory: Memory) -> dict[str, float]:
    """Seconds from ``started`` to the first stage (start), and of each stage."""
    stamps: list[tuple[str, float]] = [("start", started)]

    def tell(stage: str, _done: int, _of: int) -> None:
        if stage != stamps[-1][0]:
            stamps.append((stage, time.monotonic()))

    build_issue(issue, out=out, fail_on="never", tell=tell, memory=memory)
    stamps.append(("end", time.monotonic()))
    return {stage: after - at for (stage, at), (_, after) in pairwise(stamps)}


def main(issue: Path, out: Path, story: Path, changed: Path, started: float) -> None:
    """Build, change one story, build again, change nothing, build again."""
    memory = Memory()
    cold = timed(issue, out, started, memory)
    original = story.read_bytes()
    story.write_bytes(changed.read_bytes())
    start, used = time.monotonic(), time.process_time()
    warm = timed(issue, out, start, memory)
    edited = time.monotonic() - start, time.process_time() - used
    start, used = time.monotonic(), time.process_time()
    timed(issue, out, start, memory)
    nothing = time.monotonic() - start, time.process_time() - used
    story.write_bytes(original)
    print(json.dumps({"cold": cold, "warm": warm, "edited": edited, "nothing": nothing}))


if __name__ == "__main__":
    paths = [Path(argument) for argument in sys.argv[1:5]]
    with uncollected():
        main(paths[0], paths[1], paths[2], paths[3], float(sys.argv[5]))
