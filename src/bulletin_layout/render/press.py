"""The file for the press (印刷件): PDF/X-4 (ISO 15930-7) or PDF/X-1a:2003 (ISO 15930-4), as the print profile says.

All colours are CMYK, grey or spot colours: inks and pictures are converted here. The file has no links and no
bookmarks; PDF/X forbids link annotations on the page.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Final, assert_never

from bulletin_layout.inks import Ink
from bulletin_layout.issue import Press
from bulletin_layout.page import Edition, Page
from bulletin_layout.pdfs import Name, Value
from bulletin_layout.pdfs.pikepdf_adapter import Finishing, finish
from bulletin_layout.pictures import SRGB, PressPictures, Profile, Transforms, Use, built_in, converted_colours
from bulletin_layout.render.drawn import DrawingMemory
from bulletin_layout.render.intents import CUSTOM, intent_of, output_intent
from bulletin_layout.render.metadata import metadata_stream, xmp
from bulletin_layout.render.output import Output, fitted, nothing_beside
from bulletin_layout.render.pdf import draw
from bulletin_layout.render.press_marks import REGISTRATION, ROOM, Legend, press_marks, slug_face, spots_of

_STANDARDS: Final = {"x-4": ("PDF/X-4", "1.6"), "x-1a": ("PDF/X-1a:2003", "1.4")}
_REGISTRY: Final = "http://www.color.org"


def press_pdf(edition: Edition, press: Press, kept: Path | None = None, memory: DrawingMemory | None = None) -> bytes:
    """The edition as the print profile asks for; the same edition and profile give the same bytes.

    ``kept``: a folder in which converted pictures are kept for the next build. ``memory``: what drawing keeps for the
    next build in this process. PictureError: a picture can no longer be read.
    """
    memory = memory or DrawingMemory()
    output = press_output(edition, press, kept, memory)
    return finished(draw(edition, output, memory.of("press")), edition, press, memory)


def press_output(edition: Edition, press: Press, kept: Path | None, memory: DrawingMemory) -> Output:
    """How pages are written for this press: inks, converted pictures, marks outside the bleed. Parameters: see
    ``press_pdf``."""
    profile, transforms = intent_of(press), memory.transforms
    pictures = PressPictures(
        Use("cmyk", profile, built_in(SRGB), press.dpi, press.tac), kept, transforms, memory.threads
    )

    ink = press_ink(press, profile, transforms)
    about = f"{press.condition}　{_STANDARDS[press.standard][0]}"

    def legend(page: Page) -> Legend:
        return Legend(f"{edition.title}　第{page.number}版　{page.name}　{about}", spots_of(page, ink))

    bleed = max((page.bleed for page in edition.pages), default=0.0)
    face = slug_face(edition)
    return Output(
        ink=ink,
        picture=fitted(edition, pictures),
        margin=bleed + ROOM if press.marks else None,
        beside=press_marks(press, face, legend) if press.marks else nothing_beside,
        overprint=press.overprint,
        outline=False,
        made_for=(press, edition.title if press.marks else "", face, bleed),
    )


def press_ink(press: Press, profile: Profile, transforms: Transforms) -> Callable[[Ink], Ink]:
    """A function that converts an ink for the press: RGB by its ICC profile; grey and neutral RGB become black ink
    alone, so that grey text is not printed with four plates."""
    # Registration marks print on every plate, so their ink is never converted.
    known: dict[Ink, Ink] = {REGISTRATION: REGISTRATION}

    def at_press(ink: Ink) -> Ink:
        if ink not in known:
            known[ink] = _at_press(ink, press, profile, transforms)
        return known[ink]

    return at_press


def _at_press(ink: Ink, press: Press, profile: Profile, transforms: Transforms) -> Ink:
    match ink.space:
        case "grey":
            return Ink("cmyk", (0, 0, 0, 1 - ink.components[0]))
        case "rgb" if len(set(ink.components)) == 1:
            return Ink("cmyk", (0, 0, 0, 1 - ink.components[0]))
        case "rgb":
            (parts,) = converted_colours((ink.components,), built_in(SRGB), profile, transforms)
            # Whole percent, the precision in which inks are specified.
            return Ink("cmyk", tuple(round(part, 2) for part in parts))
        case "spot" if press.spots == "convert":
            return Ink("cmyk", ink.components)
        case "cmyk" | "spot":
            return ink
        case _:
            assert_never(ink.space)


def finished(data: bytes, edition: Edition, press: Press, memory: DrawingMemory, *, claimed: bool = True) -> bytes:
    """A drawn file with everything that its standard requires: output intent, metadata, version, page groups.
    ``claimed``: it states that it meets the standard, which a proof does not."""
    standard, version = _STANDARDS[press.standard]
    profile = intent_of(press)
    # A condition of the press's own is in no registry, so none may be named.
    registry: dict[str, Value] = {"RegistryName": f"({_REGISTRY})"} if press.condition != CUSTOM else {}
    modern = press.standard == "x-4"
    group: Value = {"Type": Name("Group"), "S": Name("Transparency"), "CS": Name("DeviceCMYK")}
    return finish(
        data,
        Finishing(
            catalog={
                "OutputIntents": output_intent("GTS_PDFX", press.condition, profile, registry, memory),
                "Metadata": metadata_stream(xmp(edition, ["PDF/X-4"] if modern and claimed else [], data)),
            },
            # PDF/X requires Trapped to be stated as true or false.
            info={"GTS_PDFXVersion": f"({standard})", "Trapped": Name("False")} if claimed else {},
            # PDF/X-1a forbids transparency, so its pages have no group.
            pages=[{"Group": group}] * len(edition.pages) if modern else (),
            version=version,
            object_streams=modern,
        ),
    )
