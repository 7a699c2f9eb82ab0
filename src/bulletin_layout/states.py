"""The state of a file (文件状态), by which a change is seen without reading it."""

import os
import time
from pathlib import Path
from typing import Final

#: File systems keep times to some milliseconds only: a file that was written just before it was read may be written
#: again with the same time, so its state says nothing.
_TOO_YOUNG: Final = 100_000_000  # nanoseconds

#: When a file was last written (nanoseconds), its length, and which file it is.
State = tuple[int, int, int]


def state(path: Path | str) -> State | None:
    """The state of a file; None where that cannot be told, or where it is too
    young for that to mean anything."""
    try:
        return state_of(os.stat(path))
    except OSError:
        return None


def state_of(status: os.stat_result) -> State | None:
    """The same for a file with this status."""
    if time.time_ns() - status.st_mtime_ns < _TOO_YOUNG:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
