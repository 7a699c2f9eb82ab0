"""What the live page keeps from drawing to drawing (活样的记忆): faces, inks, pictures, the fragments of pages."""

from collections.abc import Sequence
from pathlib import Path

from bulletin_layout.inks import Ink
from bulletin_layout.issue import Press
from bulletin_layout.page import Mark, Page
from bulletin_layout.pictures import SRGB, PictureFile, Transforms, built_in
from bulletin_layout.render.intents import intent_of
from bulletin_layout.render.screen_inks import on_screen
from bulletin_layout.render.screen_pictures import ScreenPictures
from bulletin_layout.render.svg_faces import FaceChunk, ScreenFaces
from bulletin_layout.values import NamedTuple


class Fragment(NamedTuple):
    """A part of a page that is exchanged as a whole: marks ``first`` to ``end`` (exclusive) of the page. ``key``:
    digest of its ``svg``, with a number where a page has the same again."""

    key: str
    svg: str
    first: int
    end: int


class Drawing(NamedTuple):
    """A page as fragments in painting order; sizes in points. Places in them are points from the top left of the trim,
    y down."""

    number: int
    width: float
    height: float
    bleed: float
    fragments: tuple[Fragment, ...]


class Drawn(NamedTuple):
    """The SVG of some marks, with its digest, and the marks themselves, so that no others can have their identity."""

    marks: Sequence[Mark]
    digest: str
    svg: str


class KeptPage(NamedTuple):
    """A page as it was last drawn, and what was drawn of its marks, by their identities."""

    page: Page
    drawing: Drawing
    drawn: dict[tuple[int, ...], Drawn]


class Look:
    """How pages look under one print profile: their inks and pictures on a screen."""

    __slots__ = ("_inks", "_transforms", "paper", "pictures")

    def __init__(self, press: Press, kept: Path | None, transforms: Transforms) -> None:
        self.paper = intent_of(press)
        self.pictures = ScreenPictures(self.paper, kept, transforms)
        self._transforms = transforms
        self._inks: dict[Ink, str] = {}

    def colour(self, ink: Ink) -> str:
        """An ink as SVG has colours."""
        known = self._inks.get(ink)
        if known is None:
            shown = on_screen((ink,), self.paper, built_in(SRGB), self._transforms)[ink]
            parts = shown.components * 3 if shown.space == "grey" else shown.components
            known = self._inks[ink] = "#" + "".join(f"{round(255 * part):02x}" for part in parts)
        return known


class SvgMemory:
    """What is kept from drawing to drawing of one issue. ``kept``: a folder in which converted pictures are
    kept between processes. Several threads may ask for faces and pictures while one draws."""

    def __init__(self, kept: Path | None = None, transforms: Transforms | None = None) -> None:
        self._kept = kept
        self._transforms = transforms or Transforms()
        self.screen_faces = ScreenFaces()
        self.pages: dict[int, KeptPage] = {}
        self._looks: dict[Press, Look] = {}
        self._look: Look | None = None

    def look(self, press: Press) -> Look:
        """How pages look under a print profile; what was drawn for another one is forgotten."""
        look = self._looks.get(press)
        if look is None:
            look = self._looks[press] = Look(press, self._kept, self._transforms)
        if look is not self._look:
            self._look, self.pages = look, {}
        return look

    def faces(self) -> tuple[FaceChunk, ...]:
        """The font files of all pages drawn so far; those of one face are in the order in which they were made."""
        return self.screen_faces.chunks()

    def picture(self, digest: str) -> PictureFile | None:
        """The picture with this digest; None: there is none. PictureError: it can no longer be read."""
        found = (look.pictures.file(digest) for look in tuple(self._looks.values()))
        return next((file for file in found if file is not None), None)
