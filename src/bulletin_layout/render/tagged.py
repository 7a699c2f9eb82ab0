"""Accessible files (无障碍), with tags: pages are drawn with marked content, and a finishing pass adds the structure
tree.

The screen file conforms to PDF/UA-1 (ISO 14289-1), the archive file also to PDF/A-3a (ISO 19005-3).
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from bulletin_layout.issue import Press
from bulletin_layout.page import Edition
from bulletin_layout.pdfs import Name, Ref, Value
from bulletin_layout.pdfs.pikepdf_adapter import Finishing, finish
from bulletin_layout.pictures import SRGB, PressPictures, Profile, Use, built_in
from bulletin_layout.render.drawn import DrawingMemory, Kind
from bulletin_layout.render.intents import CUSTOM, intent_of, output_intent
from bulletin_layout.render.metadata import Claim, Schema, metadata_stream, page_labels, xmp
from bulletin_layout.render.output import Output, fitted
from bulletin_layout.render.parting import parted
from bulletin_layout.render.pdf import draw
from bulletin_layout.render.press import press_ink
from bulletin_layout.render.screen_inks import on_screen
from bulletin_layout.render.tagging import tagging_of

#: Resolution of pictures in the screen file, and quality of their JPEG: sharp on a screen, small enough to be mailed.
SCREEN_DPI: Final = 150.0
SCREEN_QUALITY: Final = 80


def screen_pdf(edition: Edition, press: Press, kept: Path | None = None, memory: DrawingMemory | None = None) -> bytes:
    """The file for screens (屏幕件): pages cropped to the trim, sRGB, reduced pictures, bookmarks, links.

    Colours of the press are converted to how they look in print. ``kept``: a folder in which converted pictures are
    kept for the next build. ``memory``: what drawing keeps for the next build in this process. PictureError: a picture
    can no longer be read.
    """
    paper, srgb, memory = intent_of(press), built_in(SRGB), memory or DrawingMemory()
    use = Use("rgb", paper, srgb, SCREEN_DPI, quality=SCREEN_QUALITY)
    pictures = PressPictures(use, kept, memory.transforms, memory.threads)
    drawn = (ink for page in edition.pages for ink in page.inks())
    inks = on_screen(drawn, paper, srgb, memory.transforms)
    output = Output(ink=inks.__getitem__, picture=fitted(edition, pictures), margin=0.0, made_for=press)
    return tagged_pdf(edition, output, ["PDF/UA-1"], srgb, memory=memory, kind="screen")


def archival_pdf(
    edition: Edition,
    press: Press,
    schemas: Sequence[Schema] = (),
    kept: Path | None = None,
    memory: DrawingMemory | None = None,
) -> bytes:
    """The file for the archive (存档件), without its attachments: pages with bleed, inks as for the press.

    Photos stay in sRGB, at the resolution of the press: in CMYK they would be three times as large. ``schemas``:
    further metadata; ``kept``, ``memory``: see ``screen_pdf``. PictureError: a picture can no longer be read.
    """
    paper, srgb, memory = intent_of(press), built_in(SRGB), memory or DrawingMemory()
    pictures = PressPictures(Use("rgb", paper, srgb, press.dpi), kept, memory.transforms, memory.threads)
    profile = Ref(memory.packed(srgb))
    space: Value = [Name("ICCBased"), profile]
    output = Output(
        ink=press_ink(press, paper, memory.transforms), picture=fitted(edition, pictures), rgb=space, made_for=press
    )
    return tagged_pdf(edition, output, ["PDF/A-3a", "PDF/UA-1"], paper, schemas, memory)


def tagged_pdf(
    edition: Edition,
    output: Output,
    claims: Sequence[Claim],
    colours: Profile,
    schemas: Sequence[Schema] = (),
    memory: DrawingMemory | None = None,
    kind: Kind = "archive",
) -> bytes:
    """The edition as a tagged file, with structure, links and metadata. ``colours``: ICC profile of its device colours
    (the output intent). ``memory``, ``kind``: pages kept from the last time. The same input gives the same bytes."""
    memory = memory or DrawingMemory()
    edition = parted(edition, memory.parted)
    tagging = tagging_of(edition, output.margin)
    data = draw(edition, replace(output, spans=tagging.spans), memory.of(kind))
    catalog = {
        **tagging.catalog,
        "OutputIntents": output_intent("GTS_PDFA1", CUSTOM, colours, {}, memory),
        "PageLabels": page_labels(edition),
        "Metadata": metadata_stream(xmp(edition, claims, data, schemas)),
    }
    return finish(data, Finishing(catalog, pages=tagging.pages, objects=tagging.objects, version="1.7"))
