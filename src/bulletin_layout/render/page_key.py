"""A name for what a page shows (版面指纹), by which its image is known again in another process."""

from array import array
from functools import lru_cache
from hashlib import sha256
from typing import assert_never

from bulletin_layout.inks import Ink
from bulletin_layout.page import Mark, Page, PanelMark, PictureMark, RuleMark, TextMark


def page_key(page: Page, dpi: int) -> str:
    """Hex digest of all that is seen on a page: of its marks without their tags, with fonts and pictures by the digests
    of their files. The same program draws two pages with the same key alike."""
    digest = sha256(repr((dpi, page.width, page.height, page.bleed)).encode())
    for mark in page.marks:
        digest.update(_shown(mark))
    return digest.hexdigest()


def _shown(mark: Mark) -> bytes:
    match mark:
        case TextMark(x, y, run):
            places = array("d", (x, y, run.size, run.stretch, run.turn, *run.xs, *run.ys))
            face = run.face.sha256, run.face.index, run.face.name
            told = repr((face, _told(run.ink), len(run.gids), len(places)))  # as long as it says, so none runs on
            return b"".join((told.encode(), array("I", run.gids).tobytes(), places.tobytes()))
        case RuleMark():
            told = repr((mark.x1, mark.y1, mark.x2, mark.y2, mark.width, mark.ink, mark.round))
        case PanelMark():
            told = repr((mark.x, mark.y, mark.width, mark.height, mark.fill, mark.border, mark.border_width, "panel"))
        case PictureMark():
            told = repr((mark.x, mark.y, mark.width, mark.height, mark.picture.sha256, mark.crop))
        case _:
            assert_never(mark)
    return told.encode()


@lru_cache  # a page has few inks and many texts
def _told(ink: Ink) -> str:
    return repr((ink.space, [*map(float, ink.components)], ink.name))
