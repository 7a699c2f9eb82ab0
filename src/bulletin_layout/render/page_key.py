"""A name for what a page shows (版面指纹), by which its image is known again in another process."""

from hashlib import sha256
from typing import assert_never

from bulletin_layout.page import Mark, Page, PanelMark, PictureMark, RuleMark, TextMark


def page_key(page: Page, dpi: int) -> str:
    """Hex digest of all that is seen on a page: of its marks without their tags, with fonts and pictures by the digests
    of their files. The same program draws two pages with the same key alike."""
    shown = (dpi, page.width, page.height, page.bleed, *map(_shown, page.marks))
    return sha256(repr(shown).encode()).hexdigest()


def _shown(mark: Mark) -> object:
    match mark:
        case TextMark(x, y, run):
            face = (run.face.sha256, run.face.index, run.face.name)
            return x, y, face, run.size, run.ink, run.gids, run.xs, run.ys, run.stretch, run.turn
        case RuleMark():
            return mark.x1, mark.y1, mark.x2, mark.y2, mark.width, mark.ink, mark.round
        case PanelMark():
            return mark.x, mark.y, mark.width, mark.height, mark.fill, mark.border, mark.border_width, "panel"
        case PictureMark():
            return mark.x, mark.y, mark.width, mark.height, mark.picture.sha256, mark.crop
        case _:
            assert_never(mark)
