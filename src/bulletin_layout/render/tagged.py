"""Files that also those can read who cannot see them (无障碍): drawn with their structure, which one pass then adds.

The screen's file is PDF/UA-1 (ISO 14289-1); the archive's is PDF/A-3a (ISO 19005-3) as well.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from bulletin_layout.inks import BLACK, Ink
from bulletin_layout.issue import Press
from bulletin_layout.page import Edition
from bulletin_layout.pdfs import Name, Ref, deflated
from bulletin_layout.pdfs.pikepdf_adapter import Finishing, finish
from bulletin_layout.pictures import SRGB, PressPictures, Profile, Use, built_in, converted_colours
from bulletin_layout.render.intents import CUSTOM, intent_of, output_intent
from bulletin_layout.render.metadata import Claim, Schema, metadata_stream, xmp
from bulletin_layout.render.output import Output, fitted
from bulletin_layout.render.parting import parted
from bulletin_layout.render.pdf import draw
from bulletin_layout.render.press import press_ink
from bulletin_layout.render.tagging import tagging_of

#: Pixels an inch that are left of a picture on screens, and how its JPEG is made: a page fills a screen, and can be
#: mailed.
SCREEN_DPI: Final = 150.0
SCREEN_QUALITY: Final = 80


def screen_pdf(edition: Edition, press: Press, kept: Path | None = None) -> bytes:
    """The file for screens (屏幕版): pages cut to the trim, sRGB, small pictures, bookmarks, links.

    Colours meant for the press are shown as it would print them. ``kept``: a folder for converted pictures.
    PictureError if a picture can no longer be read.
    """
    paper, srgb = intent_of(press), built_in(SRGB)
    pictures = PressPictures(Use("rgb", paper, srgb, SCREEN_DPI, quality=SCREEN_QUALITY), kept)
    inks = _on_screen(edition, paper, srgb)
    output = Output(ink=inks.__getitem__, picture=fitted(edition, pictures), margin=0.0)
    return tagged_pdf(edition, output, ["PDF/UA-1"], srgb)


def archival_pdf(edition: Edition, press: Press, schemas: Sequence[Schema] = (), kept: Path | None = None) -> bytes:
    """The file for the archive (存档版) but for what is attached to it: pages with their bleed, inks as on the press.

    Photos stay in sRGB, at the press's resolution: a third of the size that they have in its CMYK. ``schemas``: further
    metadata. PictureError if a picture can no longer be read.
    """
    paper, srgb = intent_of(press), built_in(SRGB)
    pictures = PressPictures(Use("rgb", paper, srgb, press.dpi), kept)
    profile = Ref(deflated(srgb.data, {"N": 3}))
    output = Output(ink=press_ink(press, paper), picture=fitted(edition, pictures), rgb=[Name("ICCBased"), profile])
    return tagged_pdf(edition, output, ["PDF/A-3a", "PDF/UA-1"], paper, schemas)


def tagged_pdf(
    edition: Edition, output: Output, claims: Sequence[Claim], colours: Profile, schemas: Sequence[Schema] = ()
) -> bytes:
    """The edition written as ``output`` says, with structure, links and metadata. ``colours`` says what its device
    colours mean. The same input always gives the same bytes."""
    edition = parted(edition)
    tagging = tagging_of(edition, output.margin)
    data = draw(edition, replace(output, spans=tagging.spans))
    catalog = {
        **tagging.catalog,
        "OutputIntents": output_intent("GTS_PDFA1", CUSTOM, colours, {}),
        "Metadata": metadata_stream(xmp(edition, claims, data, schemas)),
    }
    return finish(data, Finishing(catalog, pages=tagging.pages, objects=tagging.objects, version="1.7"))


def _on_screen(edition: Edition, paper: Profile, screen: Profile) -> Mapping[Ink, Ink]:
    """What each ink of the pages is in sRGB. Black alone is a screen's own black: the press's would be a dark grey."""
    inks = dict.fromkeys(ink for page in edition.pages for ink in page.inks())
    printed = [ink for ink in inks if ink.space in ("cmyk", "spot") and ink.components != BLACK.components]
    shown = converted_colours([ink.components for ink in printed], paper, screen) if printed else ()
    known = {ink: ink if ink.space in ("rgb", "grey") else Ink("rgb", (0.0, 0.0, 0.0)) for ink in inks}
    return known | {
        ink: Ink("rgb", tuple(round(part, 3) for part in parts)) for ink, parts in zip(printed, shown, strict=True)
    }
