"""Issues built in several processes (并行), each of which keeps fonts and colour transforms from issue to issue."""

import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from bulletin_layout.cli.workers import in_workers
from bulletin_layout.pipeline import Memory, Result
from bulletin_layout.render.drawn import DrawingMemory

#: The memory of a worker process, put in when it starts: a process pool has no other place for what its calls share.
_KEPT: Final[list[Memory]] = []


def in_warm_workers(
    work: Callable[..., Result], folders: Sequence[Path], most: int, tell: Callable[[int, int], None]
) -> Iterator[Result]:
    """The results of ``work(folder, memory=…)``, in order; other parameters: see ``in_workers``. Each process takes its
    share of the cores."""
    threads = max(1, (os.cpu_count() or 1) // min(most, len(folders)))
    return in_workers(partial(_with_memory, work), folders, most, tell, partial(_start, threads))


def _start(threads: int) -> None:
    _KEPT[:] = [Memory(drawing=DrawingMemory(threads))]


def _with_memory(work: Callable[..., Result], folder: Path) -> Result:
    return work(folder, memory=_KEPT[0])
