"""Signals that end a run (中断): each ends it like Ctrl-C, so that what it was writing is cleared away."""

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Any, Final

#: Ctrl-C, a polite kill, a terminal that was closed; Windows has no HUP.
_SIGNALS: Final = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
#: Where a signal was lost in code that takes no exception, it is sent again, after so many seconds.
_AGAIN: Final = 0.05


class Stopped(KeyboardInterrupt):
    """A signal to stop. ``exit_code``: 128 and the signal's number, as shells have it."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.exit_code = 128 + number


@contextmanager
def stoppable() -> Iterator[None]:
    """While the block runs, the signals raise ``Stopped``; those that were ignored before (nohup) stay ignored."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.getsignal(number) for number in _SIGNALS}
    hook = sys.unraisablehook
    for number, handler in before.items():
        if handler in (signal.SIG_DFL, signal.default_int_handler):
            signal.signal(number, _stop)
    sys.unraisablehook = _not_lost
    try:
        yield
    finally:
        sys.unraisablehook = hook
        for number, handler in before.items():
            if handler is not None:
                signal.signal(number, handler)


def _stop(number: int, _frame: FrameType | None) -> None:
    for other in _SIGNALS:  # a terminal that closes sends two; clearing away goes on, but for who presses Ctrl-C again
        if other != signal.SIGINT:
            signal.signal(other, signal.SIG_IGN)
    raise Stopped(number)


def _not_lost(lost: Any) -> None:
    """Send a signal again whose exception was raised where Python can only report it, as in a destructor."""
    if isinstance(lost.exc_value, KeyboardInterrupt):
        number = lost.exc_value.exit_code - 128 if isinstance(lost.exc_value, Stopped) else signal.SIGINT
        if threading.current_thread() is threading.main_thread():
            signal.signal(number, _stop)
        again = threading.Timer(_AGAIN, signal.raise_signal, (number,))
        again.daemon = True
        again.start()
        return
    with suppress(Exception):
        sys.__unraisablehook__(lost)
