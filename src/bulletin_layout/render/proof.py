"""The file of proof sheets (校样): on the screen as it looks in print, photos no larger than needed, no tags."""

from pathlib import Path

from bulletin_layout.issue import Press
from bulletin_layout.page import Edition
from bulletin_layout.pictures import SRGB, PressPictures, Use, built_in
from bulletin_layout.render.drawn import DrawingMemory
from bulletin_layout.render.intents import intent_of
from bulletin_layout.render.output import Output, fitted
from bulletin_layout.render.pdf import draw
from bulletin_layout.render.screen_inks import on_screen
from bulletin_layout.render.tagged import SCREEN_DPI, SCREEN_QUALITY


def proof_pdf(sheets: Edition, press: Press, kept: Path | None = None, memory: DrawingMemory | None = None) -> bytes:
    """Sheets as a plain PDF; parameters as for ``screen_pdf``. The same sheets give the same bytes. PictureError: a
    picture can no longer be read."""
    memory = memory or DrawingMemory()
    paper, srgb = intent_of(press), built_in(SRGB)
    pictures = PressPictures(
        Use("rgb", paper, srgb, SCREEN_DPI, quality=SCREEN_QUALITY), kept, memory.transforms, memory.threads
    )
    inks = on_screen((ink for page in sheets.pages for ink in page.inks()), paper, srgb, memory.transforms)
    return draw(sheets, Output(ink=inks.__getitem__, picture=fitted(sheets, pictures), margin=0.0))
