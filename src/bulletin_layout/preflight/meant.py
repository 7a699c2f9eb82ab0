"""What a composed page requires of the press, before anything is written."""

from typing import assert_never

from bulletin_layout.inks import Ink
from bulletin_layout.page import GlyphRun, Page, PanelMark, PictureMark, RuleMark, TextMark
from bulletin_layout.preflight.colours import Colour
from bulletin_layout.preflight.uses import ImageUse, LineUse, PageUses, TextUse


def meant_uses(page: Page) -> PageUses:
    """The page's uses of ink. Black is assumed to overprint, as the renderer writes it. Pictures are checked as marks
    instead, which know where they are named; their final colours are not known yet."""
    uses = PageUses(page.number)
    for mark in page.marks:
        match mark:
            case TextMark(run=run, tag=tag):
                colour = _colour(run.ink)
                small = tag.role == "ruby" or _raised(run)
                use = TextUse(run.face.name, round(run.size, 2), colour, colour.is_black, small)
                uses.texts.setdefault(use, tag.story)
            case RuleMark(width=width, ink=ink):
                colour = _colour(ink)
                uses.lines.setdefault(LineUse(round(width, 3), colour, colour.is_black), "")
            case PanelMark(fill=fill, border=border, border_width=width):
                if fill:
                    uses.fills.setdefault(_colour(fill), "")
                if border and width:
                    colour = _colour(border)
                    uses.lines.setdefault(LineUse(round(width, 3), colour, colour.is_black), "")
            case PictureMark(picture=picture, width=width, height=height):
                pixels = (picture.width, picture.height)
                uses.images.append(ImageUse(picture.shown_path, pixels, width, height, "", mask=False))
            case _:
                assert_never(mark)
    return uses


def _raised(run: GlyphRun) -> bool:
    """Whether all of it stands off its line's baseline, as superscripts and the numbers of notes do."""
    return bool(run.ys) and run.ys[0] != 0 and len(set(run.ys)) == 1


def _colour(ink: Ink) -> Colour:
    if ink.space == "spot":
        return Colour("spot", (1.0,), (ink.name,))
    return Colour(ink.space, tuple(map(float, ink.components)))
