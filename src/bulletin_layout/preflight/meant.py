"""What a composed page requires of the press, before anything is written."""

from typing import Final, assert_never

from bulletin_layout.inks import Ink
from bulletin_layout.issue import Press
from bulletin_layout.page import GlyphRun, Page, PanelMark, PictureMark, RuleMark, TextMark
from bulletin_layout.preflight.colours import Colour
from bulletin_layout.preflight.uses import ImageUse, LineUse, PageUses, TextUse

#: No figure of a horizontal line is narrower than this part of its size.
_NARROWEST: Final = 0.2


def meant_uses(page: Page, press: Press) -> PageUses:
    """The page's uses of ink. Black is assumed to overprint, as the renderer writes it. Pictures are checked as marks
    instead, which know where they are named; their final colours are not known yet."""
    uses = PageUses(page.number)
    known: set[tuple[object, ...]] = set()
    for mark in page.marks:
        match mark:
            case TextMark(run=run, tag=tag):
                small = tag.role == "ruby" or _raised(run)
                looks = id(run.face), id(run.ink), run.size, small  # that the lines of a text have in common
                if looks in known:
                    continue
                known.add(looks)
                colour = _colour(run.ink, press)
                use = TextUse(run.face.name, round(run.size, 2), colour, colour.is_black, small)
                uses.texts.setdefault(use, tag.story)
            case RuleMark(width=width, ink=ink):
                colour = _colour(ink, press)
                uses.lines.setdefault(LineUse(round(width, 3), colour, colour.is_black), "")
            case PanelMark(fill=fill, border=border, border_width=width):
                if fill:
                    uses.fills.setdefault(_colour(fill, press), "")
                if border and width:
                    colour = _colour(border, press)
                    uses.lines.setdefault(LineUse(round(width, 3), colour, colour.is_black), "")
            case PictureMark(picture=picture, width=width, height=height):
                pixels = (picture.width, picture.height)
                uses.images.append(ImageUse(picture.shown_path, pixels, width, height, "", mask=False))
            case _:
                assert_never(mark)
    return uses


def _raised(run: GlyphRun) -> bool:
    """Whether all of it stands off its baseline, as superscripts and the numbers of notes do. Vertical text, which
    has no such line, is as narrow as a glyph."""
    if not run.ys or not all(run.ys):
        return False
    return run.xs[-1] - run.xs[0] >= _NARROWEST * run.size * (len(run.xs) - 1)


def _colour(ink: Ink, press: Press) -> Colour:
    """An ink as it will be written; a spot colour that the press converts is its CMYK alternate."""
    if ink.space == "spot" and press.spots == "keep":
        return Colour("spot", (1.0,), (ink.name,))
    if ink.space == "spot":  # its name stays a wrong one, whatever this press does with it
        return Colour("cmyk", tuple(map(float, ink.components)), (ink.name,))
    return Colour(ink.space, tuple(map(float, ink.components)))
