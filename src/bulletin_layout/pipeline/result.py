"""The result of a build."""

from collections.abc import Callable
from pathlib import Path
from typing import Final, Literal

from bulletin_layout.findings import Finding
from bulletin_layout.findings.slot_report import SlotReport
from bulletin_layout.values import dataclass

Product = Literal["print", "screen", "archive", "booklet", "spreads", "plates", "png", "text", "dump"]
FailOn = Literal["error", "warning", "never"]
Outcome = Literal["clean", "findings", "stopped"]
#: Called when a stage starts, with its name, and with the number of pages done and of all pages (0, 0: not counted).
Tell = Callable[[str, int, int], None]

PRODUCTS: Final[tuple[Product, ...]] = (
    "print",
    "screen",
    "archive",
    "booklet",
    "spreads",
    "plates",
    "png",
    "text",
    "dump",
)


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
    """The result of checking or building an issue.

    ``outcome``: ``clean``; ``findings``: there are some at or above ``fail_on``; ``stopped``: nothing could be composed
    or written. ``slots``: what each slot holds (凑版表). ``files``: the products in the order in which they were made.
    ``draft``: they are in ``draft/``, because findings forbid replacing earlier good products.
    ``unchanged``: they were there already, made from the same files, and nothing was written.
    """

    issue: str
    outcome: Outcome
    findings: tuple[Finding, ...]
    slots: tuple[SlotReport, ...] = ()
    files: tuple[Path, ...] = ()
    draft: bool = False
    unchanged: bool = False


def silent(_stage: str, _done: int, _of: int) -> None:
    """A ``Tell`` that does nothing."""
