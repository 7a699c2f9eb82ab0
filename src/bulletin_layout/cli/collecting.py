"""A program that ends soon does not look for memory to free (垃圾回收): a build makes no reference cycles, and looking
for them takes a tenth of its time."""

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """While the block runs, and when the process ends, nobody looks for reference cycles."""
    atexit.register(gc.freeze)  # at its end Python would look through everything that the system takes back anyway
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
