"""Work done in several processes at once (并行), which end with the run that started them."""

import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from types import FrameType
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def in_workers(
    work: Callable[[T], R],
    things: Sequence[T],
    most: int,
    tell: Callable[[int, int], None],
    start: Callable[[], None] | None = None,
) -> Iterator[R]:
    """What ``work`` makes of each thing, in their order, ``most`` at a time. ``tell`` gets how many are done, of how
    many; ``start`` is called once in each process."""
    tell(0, len(things))
    with _killable(ProcessPoolExecutor(min(most, len(things)), initializer=_begin, initargs=(start,))) as pool:
        for done, result in enumerate(pool.map(work, things), start=1):
            tell(done, len(things))
            yield result


def _begin(start: Callable[[], None] | None) -> None:
    """A process begins: a signal that ends it lets it clear away what it was writing, and is not printed."""
    _let_signals(signal.SIG_DFL)  # there is nothing to clear away yet, and what is raised in here would be printed
    if start is not None:
        start()
    _let_signals(_end)


def _let_signals(do: Callable[[int, FrameType | None], None] | signal.Handlers) -> None:
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):  # Windows has no HUP
            signal.signal(getattr(signal, name), do)


def _end(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


@contextmanager
def _killable(pool: ProcessPoolExecutor) -> Iterator[ProcessPoolExecutor]:
    """The pool, such that an interrupted run does not wait for work not started yet."""
    try:
        yield pool
    except BaseException:
        # ``shutdown`` waits for what is running; ``terminate_workers`` exists only from Python 3.14 on.
        for worker in list((pool._processes or {}).values()):
            worker.terminate()
        pool.shutdown(wait=True, cancel_futures=True)
        raise
    pool.shutdown()
