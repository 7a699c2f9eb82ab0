"""Puts two pages on a sheet (拼版): booklets for saddle stitch (骑马订), and spreads as a reader sees them (对页).

The pages are drawn once, as for the press. Each is then placed on its half of a sheet as a form XObject, clipped at the
spine.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from bulletin_layout.findings.catalogue.products import sheets_of_sizes, sheets_to_fold
from bulletin_layout.findings.phrases import Phrase
from bulletin_layout.inks import Ink
from bulletin_layout.issue import Press
from bulletin_layout.page import Edition, Page
from bulletin_layout.pdfs.pikepdf_adapter import SheetPlace, impose
from bulletin_layout.render.drawn import DrawingMemory
from bulletin_layout.render.pdf import draw
from bulletin_layout.render.press import finished, press_output
from bulletin_layout.render.press_marks import (
    PROOF_ROOM,
    ROOM,
    Legend,
    fold_marks,
    press_marks,
    proof_line,
    slug_face,
    spots_of,
)
from bulletin_layout.values import NamedTuple

#: Pages of a folded sheet.
_FOLDED: Final = 4
#: Words on a sheet that is not for the press.
_PROOF: Final = "PROOF 看样"


class Spread(NamedTuple):
    """The pages (from 0) on the left and right half of one side of a sheet; None: blank."""

    left: int | None
    right: int | None
    name: str


def booklet_pdf(edition: Edition, press: Press, kept: Path | None = None, memory: DrawingMemory | None = None) -> bytes:
    """The sheets of a booklet (骑马订): front and back of each in turn, the outermost sheet first.

    Pages that are missing to a multiple of four are blank, at the end. ``press.creep`` moves pages to the spine, more
    on each inner sheet (爬移). ``kept``: a folder for converted pictures. ``memory``: what drawing keeps for the
    next build in this process. PictureError: a picture can no longer be read.
    """
    spreads = saddle(len(edition.pages))
    inner = max(1, len(spreads) // 2 - 1)
    return _imposed(edition, press, kept, memory, spreads, lambda side: press.creep * (side // 2) / inner)


def spreads_pdf(edition: Edition, press: Press, kept: Path | None = None, memory: DrawingMemory | None = None) -> bytes:
    """Spreads (对页): pages that lie open together, with page 1 alone on the right; without marks and bleed. They are a
    proof (看样): they say so below each sheet and in the title, and claim no standard of files for the press.
    Parameters and errors: see ``booklet_pdf``."""
    edition = replace(edition, title=f"{edition.title}　{_PROOF}")
    return _imposed(edition, replace(press, marks=()), kept, memory, reading(len(edition.pages)), None)


def imposition_flaw(edition: Edition, press: Press, *, stitched: bool) -> Phrase | None:
    """The reason why the pages cannot be put on sheets; None: they can. ``stitched``: for a booklet."""
    sizes = {(round(page.width), round(page.height)) for page in edition.pages}
    if len(sizes) > 1:
        return sheets_of_sizes(len(sizes))
    if stitched and press.blanks == "fault" and len(edition.pages) % _FOLDED:
        return sheets_to_fold(_FOLDED, len(edition.pages))
    return None


def saddle(count: int) -> tuple[Spread, ...]:
    """The sides of the sheets of a booklet with ``count`` pages: the last page beside the first, and so on inwards."""
    whole = count + -count % _FOLDED
    sides = []
    for side in range(whole // 2):
        low, high = side, whole - 1 - side
        left, right = (high, low) if side % 2 == 0 else (low, high)
        name = f"第{side // 2 + 1}张{'正反'[side % 2]}面"
        sides.append(Spread(_there(left, count), _there(right, count), name))
    return tuple(sides)


def reading(count: int) -> tuple[Spread, ...]:
    """The spreads of ``count`` pages: 1, 2–3, 4–5 …"""
    return tuple(
        Spread(_there(left, count), _there(left + 1, count), f"对页{number}")
        for number, left in enumerate(range(-1, count, 2), start=1)
    )


def _there(page: int, count: int) -> int | None:
    return page if 0 <= page < count else None


def _imposed(
    edition: Edition,
    press: Press,
    kept: Path | None,
    memory: DrawingMemory | None,
    spreads: tuple[Spread, ...],
    creep: Callable[[int], float] | None,
) -> bytes:
    """The imposed file. ``creep``: side (from 0) → shift of its pages to the spine, points; None: nothing is printed
    outside the trim."""
    memory = memory or DrawingMemory()
    bare = press_output(edition, replace(press, marks=()), kept, memory)
    first = edition.pages[0]
    bleed = first.bleed if creep is not None else 0.0
    sheets = tuple(
        Page(number, spread.name, 2 * first.width, first.height, bleed, ())
        for number, spread in enumerate(spreads, start=1)
    )
    legends = tuple(_legend(spread, edition, press, bare.ink) for spread in spreads)
    face = slug_face(edition)
    output = replace(bare, margin=0.0)
    if creep is None:
        output = replace(
            bare,
            margin=PROOF_ROOM,
            beside=lambda sheet: (proof_line(sheet, legends[sheet.number - 1].text, face),) if face else (),
        )
    elif press.marks:
        marks = press_marks(press, face, lambda sheet: legends[sheet.number - 1])
        output = replace(
            bare, margin=bleed + ROOM, beside=lambda sheet: (*marks(sheet), *fold_marks(sheet, press.thinnest))
        )
    margin = bleed if output.margin is None else output.margin
    places = [
        _places(spread, edition, bleed, margin, creep(side) if creep is not None else 0.0)
        for side, spread in enumerate(spreads)
    ]
    imposed = replace(edition, pages=sheets)
    pages = draw(edition, bare, memory.of("bare"))
    whole = impose(draw(imposed, output), pages, places)
    return finished(whole, imposed, press, memory, claimed=creep is not None)


def _legend(spread: Spread, edition: Edition, press: Press, ink: Callable[[Ink], Ink]) -> Legend:
    pages = [None if at is None else edition.pages[at] for at in (spread.left, spread.right)]
    numbers = " | ".join("空白" if page is None else f"第{page.number}版" for page in pages)
    spots = (spot for page in pages if page is not None for spot in spots_of(page, ink))
    return Legend(f"{edition.title}　{spread.name}　{numbers}　{press.condition}", tuple(dict.fromkeys(spots)))


def _places(spread: Spread, edition: Edition, bleed: float, margin: float, creep: float) -> tuple[SheetPlace, ...]:
    """The places of both pages on a sheet, clipped at the spine. A page was drawn with its own bleed around it, which
    may differ from the sheet's."""
    found = []
    for at, is_left in ((spread.left, True), (spread.right, False)):
        if at is None:
            continue
        page = edition.pages[at]
        edge = page.bleed
        left, right = (
            (edge - bleed, edge + page.width - creep) if is_left else (edge + creep, edge + page.width + bleed)
        )
        x = margin - edge + (creep if is_left else page.width - creep)
        found.append(SheetPlace(at, x, margin - edge, (left, edge - bleed, right, edge + page.height + bleed)))
    return tuple(found)
