"""What a user of the library asks for: an issue checked, or built."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bulletin_layout.folders import SHELVES, issue_folder, publication_above
from bulletin_layout.languages import Language
from bulletin_layout.pipeline.record import Order, recorded
from bulletin_layout.pipeline.result import ALL_PAGES, FailOn, PageImages, Product, Result, Tell, silent

if TYPE_CHECKING:
    from bulletin_layout.archive.heritage import Heritage
    from bulletin_layout.pipeline.memory import Memory


def check_issue(
    folder: Path,
    *,
    fail_on: FailOn = "error",
    tell: Tell | None = None,
    profile: str | None = None,
    ignore: Sequence[str] = (),
    memory: "Memory | None" = None,
) -> Result:
    """Check the issue in ``folder`` without writing anything; parameters as for ``build_issue``.

    The ``Result`` has all findings but those of the finished files. ValueError: a code in ``ignore`` cannot be turned
    off.
    """
    from bulletin_layout.pipeline.making import run

    return run(Order(folder, None, (), fail_on, profile, tuple(ignore)), tell or silent, memory)


def build_issue(
    folder: Path,
    *,
    products: tuple[Product, ...] = ("print", "png"),
    out: Path | None = None,
    fail_on: FailOn = "error",
    tell: Tell | None = None,
    memory: "Memory | None" = None,
    profile: str | None = None,
    ignore: Sequence[str] = (),
    language: Language = "zh",
    images: PageImages = ALL_PAGES,
    heritage: "Heritage | None" = None,
) -> Result:
    """Build the issue in ``folder``, and write its products to ``out``/<issue id>/.

    ``out``: default: folder ``out`` of the publication. ``fail_on``: least severity with which products are only
    drafts. ``tell``: called with the progress. ``memory``: if it is passed again, what did not change is not composed
    again. A build whose files and products are all as the last one left them does nothing (``Result.unchanged``).
    ``profile``: a print profile instead of the publication's. ``ignore``: codes of findings that are turned off
    for this build. ``language``: of the preflight report, the only product with messages. ``images``: which pages are
    drawn as images, and at which resolution. ``heritage``: what an archive file takes over from the one that the issue
    was unpacked from. Problems with files are findings, not exceptions. ValueError: a code in
    ``ignore`` cannot be turned off.
    """
    order = Order(folder, out or _usual_shelves(folder), products, fail_on, profile, tuple(ignore), language, images)
    if heritage is None and (known := recorded(order)) is not None:
        return known
    from bulletin_layout.pipeline.making import run

    return run(order, tell or silent, memory, heritage)


def _usual_shelves(folder: Path) -> Path | None:
    """The publication's own folder of products; None: no publication is there."""
    issue = issue_folder(folder)
    root = publication_above(issue) if issue is not None else None
    return root / SHELVES if root is not None else None
