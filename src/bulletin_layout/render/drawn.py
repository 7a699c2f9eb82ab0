"""Pages as they were drawn (画好的版), kept from build to build: a page that did not change is not drawn again."""

import os
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Literal

from bulletin_layout.fonts import Face
from bulletin_layout.inks import Ink
from bulletin_layout.page import Page
from bulletin_layout.pdfs import Stream, deflated
from bulletin_layout.pictures import Pixels, Profile, Transforms, channels
from bulletin_layout.values import NamedTuple

if TYPE_CHECKING:  # every build has these memories, but not every one draws
    from bulletin_layout.render.output import ContentSpan


class DrawnFont(NamedTuple):
    """A face as a page shows it. ``resource``: the name under which its operators select it; ``texts``: glyph → text
    that the document says for it; ``others``: the glyphs that the page shows with another text, too; ``untold``: those
    that it shows without text of their own."""

    face: Face
    resource: str
    texts: Mapping[int, str]
    others: AbstractSet[int]
    untold: AbstractSet[int]


class SpotInk(NamedTuple):
    """A spot colour with which a page fills, or strokes."""

    ink: Ink
    stroke: bool


#: What the operators of a page refer to in their document, apart from fonts: a spot colour, the state of overprinting,
#: or an image by its name.
Need = SpotInk | bool | str


class DrawnPage(NamedTuple):
    """A drawn page. ``content``: its stream, deflated; ``written``: what of it counts for the file's identifier;
    ``fonts`` and ``needs``: in order of first use."""

    content: bytes
    written: bytes
    fonts: tuple[DrawnFont, ...]
    needs: tuple[Need, ...]

    @property
    def pictured(self) -> bool:
        """Whether the page shows an image."""
        return any(isinstance(need, str) for need in self.needs)


class KeptPages:
    """The pages of one file as they were last drawn. ``made_for``: all that they depend on beside the page itself."""

    __slots__ = ("_pages", "made_for")

    def __init__(self, made_for: object = None) -> None:
        self.made_for = made_for
        self._pages: dict[int, tuple[Page, Sequence[ContentSpan], DrawnPage]] = {}

    def taken(self, made_for: object) -> "KeptPages":
        """The pages as they are now, if they were drawn for the same; this object is emptied, for those drawn next."""
        before = KeptPages(made_for)
        if self.made_for == made_for:
            before._pages = self._pages
        self.made_for, self._pages = made_for, {}
        return before

    def drawn(self, page: Page, spans: "Sequence[ContentSpan]") -> DrawnPage | None:
        """The page as it was drawn; None when it is another page, or its marked content has changed."""
        known = self._pages.get(id(page))
        return known[2] if known is not None and known[0] is page and known[1] == spans else None

    def keep(self, page: Page, spans: "Sequence[ContentSpan]", drawn: DrawnPage) -> None:
        """Keep a drawn page, together with the ``Page``, by whose identity it is known again."""
        self._pages[id(page)] = page, spans, drawn


#: The files whose pages are kept: ``bare`` is the pages of a sheet, ``plain`` what page images are drawn from.
Kind = Literal["press", "bare", "screen", "archive", "plain"]


class PageImage(NamedTuple):
    """What is known of a page's image, whose file is a product: its ``page_key``, and the page as small as on the
    contact sheet (None: there was none)."""

    page: Page
    key: str
    reduced: Pixels | None = None


class SheetPlaces(NamedTuple):
    """Where pages lie on a contact sheet of ``columns``: left, top, right and bottom edge in dots, by the keys of their
    images."""

    columns: int
    boxes: Mapping[str, tuple[int, int, int, int]]


class DrawingMemory:
    """What drawing keeps from build to build. ``images``: of pages, by their identity, all ``imaged_for`` one
    resolution and one width on the contact sheet, where they lie at ``places``; ``parted``: pages cut for tagged files,
    with what they were cut from; ``transforms``: of colours; ``threads``: how many may work at a time, fewer where
    processes share the cores."""

    __slots__ = ("_files", "_packed", "imaged_for", "images", "parted", "places", "threads", "transforms")

    def __init__(self, threads: int | None = None) -> None:
        self._files: dict[Kind, KeptPages] = {}
        self._packed: dict[str, Stream] = {}
        self.imaged_for: object = None
        self.images: dict[int, PageImage] = {}
        self.places = SheetPlaces(0, {})
        self.parted: dict[int, tuple[Page, Page]] = {}
        self.transforms = Transforms()
        self.threads = threads or os.cpu_count() or 1

    def of(self, kind: Kind) -> KeptPages:
        """The pages of a kind of file."""
        return self._files.setdefault(kind, KeptPages())

    def packed(self, profile: Profile) -> Stream:
        """A colour profile as a stream, which takes longer to pack than a page."""
        if profile.sha256 not in self._packed:
            self._packed[profile.sha256] = deflated(profile.data, {"N": channels(profile.space)})
        return self._packed[profile.sha256]
