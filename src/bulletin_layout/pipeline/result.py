"""What a run of the pipeline hands back."""

from collections.abc import Callable
from pathlib import Path
from typing import Final, Literal

from bulletin_layout.compose import SlotReport
from bulletin_layout.findings import Finding
from bulletin_layout.values import dataclass

Product = Literal["print", "screen", "archive", "booklet", "spreads", "png", "dump"]
FailOn = Literal["error", "warning", "never"]
Outcome = Literal["clean", "findings", "stopped"]
#: Called when a stage starts: its name, and for pages how many are done of how many (0, 0: not counted).
Tell = Callable[[str, int, int], None]

PRODUCTS: Final[tuple[Product, ...]] = ("print", "screen", "archive", "booklet", "spreads", "png", "dump")


@dataclass(frozen=True, slots=True)
class PageImages:
    """How pages are drawn as images (小样): dots an inch, and which pages, by their numbers from 1; none named: all.

    At 150 dpi, marks of 9 pt can be read, and an A3 page stays below 2 MB.
    """

    dpi: int = 150
    pages: tuple[int, ...] = ()


ALL_PAGES: Final = PageImages()


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one issue.

    ``outcome``: ``clean``; ``findings`` at or above the limit asked for; ``stopped``: nothing could be
    composed or written. ``files`` are the products in the order they were made; ``draft``: they lie apart in
    ``draft/``, since the findings forbid them to take the place of an earlier good output.
    """

    issue: str
    outcome: Outcome
    findings: tuple[Finding, ...]
    slots: tuple[SlotReport, ...] = ()
    files: tuple[Path, ...] = ()
    draft: bool = False


def silent(_stage: str, _done: int, _of: int) -> None:
    """For callers who do not watch."""
