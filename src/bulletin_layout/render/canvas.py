"""The adapter for ReportLab's canvas: writes a document, including PDF objects that we make ourselves.

It uses ReportLab's public calls where there are any. There are none for fonts of our own: they are put into the
dictionary that all pages share (``BasicFonts``) when the document is saved, as ReportLab does with its own TrueType
fonts (``delayedFonts``).
"""

import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from hashlib import md5
from typing import Any, Final, assert_never

from reportlab import rl_config
from reportlab.lib.colors import CMYKColorSep
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from bulletin_layout.fonts import Face
from bulletin_layout.inks import Ink
from bulletin_layout.pdfs import Name, PageRef, Pointer, Ref, Stream, Value
from bulletin_layout.render.drawn import DrawnPage, Need, SpotInk
from bulletin_layout.render.pdf_fonts import FontUse, PageFont
from bulletin_layout.values import NamedTuple

_PDF_VERSION: Final = (1, 6)
#: The level of zlib that stores a stream as it is.
_UNPACKED: Final = 0
#: ``useA85`` would pass every JPEG through an encoder in pure Python (0.1 s for half a megabyte); ``invariant`` keeps
#: the clock out of the file.
_SETTINGS: Final = {"useA85": 0, "invariant": 1, "pdfComments": 0, "pdfMultiLine": 0}


class Facts(NamedTuple):
    """Metadata of a document; ``day``: its date of creation."""

    title: str
    author: str
    subject: str
    day: date


class Drawing:
    """Pages to which PDF operators are written: of a new document, or of a user's canvas (``flowables``).
    ``only_seen``: see ``Output``."""

    __slots__ = ("_canvas", "_digest", "_fonts", "_marks", "_needs", "_only_seen", "_page_fonts", "_written")

    def __init__(self, canvas: Canvas, facts: Facts | None = None, *, only_seen: bool = False) -> None:
        self._canvas = canvas
        self._only_seen = only_seen
        self._fonts: dict[Face, FontUse] = {
            late.font.face: late.font for late in _doc(canvas).delayedFonts if isinstance(late, _LateFont)
        }
        self._digest = md5(repr(facts).encode(), usedforsecurity=False)
        self._marks = 0
        # Of the current page: what counts for the identifier, its fonts, and what else it refers to.
        self._written: list[str] = []
        self._page_fonts: dict[Face, PageFont] = {}
        self._needs: dict[Need, None] = {}

    def write(self, operators: str) -> None:
        """Add operators to the current page."""
        self._canvas.addLiteral(operators)
        self._written.append(operators)

    def font(self, face: Face) -> PageFont:
        """The face as a font of the current page; its subset is cut when the document is saved."""
        font = self._page_fonts.get(face)
        if font is None:
            font = self._page_fonts[face] = PageFont(self._use(face))
        return font

    def _use(self, face: Face) -> FontUse:
        use = self._fonts.get(face)
        if use is None:
            use = self._fonts[face] = FontUse(face, _resource(len(self._fonts)), only_seen=self._only_seen)
            _doc(self._canvas).delayedFonts.append(_LateFont(use))
        return use

    def add_image(self, name: str, image: Stream) -> None:
        """Add an image to the document; ``image`` shows it."""
        _doc(self._canvas).addForm(name, _object(image, _doc(self._canvas)))

    def image(self, name: str) -> None:
        """Show an image in the unit square."""
        self._canvas.doForm(name)
        # The file identifier depends on all that is drawn (see ``finish``).
        self._written.append(name)
        self._needs[name] = None

    def spot(self, ink: Ink, *, stroke: bool) -> None:
        """Fill, or stroke, with a spot colour (专色) from here on."""
        # ReportLab does not escape a slash, and escapes names byte by byte: a Chinese name must come as bytes.
        name = ink.name.replace("/", "-").encode().decode("latin-1")
        cyan, magenta, yellow, black = ink.components
        colour = CMYKColorSep(cyan, magenta, yellow, black, spotName=name)
        if stroke:
            self._canvas.setStrokeColor(colour)
        else:
            self._canvas.setFillColor(colour)
        self._needs[SpotInk(ink, stroke)] = None

    def overprint(self, on: bool) -> None:
        """From here on, let inks overprint (叠印), or knock out what is below them (镂空)."""
        self._canvas.setOverprintMask(on)
        self._canvas.setFillOverprint(on)
        self._canvas.setStrokeOverprint(on)
        self._needs[on] = None

    def start_page(self, width: float, height: float, bleed: float, margin: float) -> None:
        """Begin a page with this trim size, bleed and margin, points. Its origin is the lower left corner of the paper,
        ``margin`` outside the trim."""
        self._canvas.setPageSize((width + 2 * margin, height + 2 * margin))
        self._canvas.setTrimBox((margin, margin, width + margin, height + margin))
        edge = margin - bleed
        self._canvas.setBleedBox((edge, edge, width + margin + bleed, height + margin + bleed))

    def end_page(self) -> DrawnPage:
        """Finish the current page; returns what was drawn."""
        page = self._shown()
        fonts = tuple(font.drawn() for font in self._page_fonts.values())
        content = zlib.compress(page.stream.encode(), _UNPACKED if self._only_seen else zlib.Z_DEFAULT_COMPRESSION)
        drawn = DrawnPage(content, "".join(self._written).encode(), fonts, tuple(self._needs))
        self._end(page, drawn)
        return drawn

    def repeats(self, drawn: DrawnPage) -> bool:
        """Whether a page that was drawn before would come out the same in this document, where the pages before it may
        have changed: its fonts have the same names, its glyphs the same texts."""
        count = len(self._fonts)
        for font in drawn.fonts:
            use = self._fonts.get(font.face)
            if (use.resource if use is not None else _resource(count)) != font.resource:
                return False
            count += use is None
            known = use.texts if use is not None else {}
            said = font.texts.values()
            if not font.others <= known.keys() or [*map(known.get, font.texts, said)] != [*said]:
                return False
        return True

    def repeat(self, drawn: DrawnPage, embed: Callable[[str], object]) -> None:
        """Finish the current page with what was drawn before, for which ``repeats`` is true. ``embed`` puts an image
        into the document, by its name, unless it is there."""
        for font in drawn.fonts:
            use = self._use(font.face)
            use.untold |= font.untold
            use.texts.update(font.texts)
        # ReportLab takes down what the page refers to from these calls; the operators that they write are not used.
        for need in drawn.needs:
            match need:
                case SpotInk(ink, stroke):
                    self.spot(ink, stroke=stroke)
                case bool():
                    self.overprint(need)
                case str():
                    embed(need)
                    self.image(need)
                case _:
                    assert_never(need)
        self._end(self._shown(), drawn)

    def _shown(self) -> Any:
        """End the page in ReportLab, and return its object."""
        self._canvas.showPage()
        return _doc(self._canvas).Pages.pages[-1]

    def _end(self, page: Any, drawn: DrawnPage) -> None:
        """Put the content of a page into ReportLab's object, which would compress it again, and its boxes, which it
        would write anew on each page."""
        page.Contents = _Deflated(drawn.content)
        page.MediaBox = _box(0, 0, page.pagewidth, page.pageheight)
        page.TrimBox, page.BleedBox = _box(*page.TrimBox.sequence), _box(*page.BleedBox.sequence)
        self._digest.update(drawn.written)
        self._written, self._page_fonts, self._needs = [], {}, {}

    def bookmark(self, title: str, level: int, y: float) -> None:
        """Add a bookmark (书签) to the current page at height ``y`` above its lower edge, points."""
        self._marks += 1
        key = f"bookmark-{self._marks}"
        self._canvas.bookmarkPage(key, fit="XYZ", left=0, top=round(y, 2))
        self._canvas.addOutlineEntry(title, key, level)

    def finish(self) -> bytes:
        """The bytes of the document; the same pages give the same bytes."""
        with _settings():
            # ReportLab's own identifier depends on the title and the clock, but not on the content of the pages.
            identifier = f"<{self._digest.hexdigest()}>"
            _doc(self._canvas)._ID = f"\n[{identifier}{identifier}]\n".encode()
            data: bytes = self._canvas.getpdfdata()  # type: ignore[no-untyped-call]
            return data


def new_document(facts: Facts, *, only_seen: bool = False) -> Drawing:
    """An empty document, with Chinese as its language."""
    with _settings():
        canvas = _BareCanvas(
            "", pageCompression=1, invariant=1, pdfVersion=_PDF_VERSION, lang="zh-CN", initialFontName=None
        )
    canvas.setTitle(facts.title)
    canvas.setAuthor(facts.author)
    canvas.setSubject(facts.subject)
    canvas.setCreator("bulletin-layout")
    canvas.setProducer("bulletin-layout, ReportLab")
    canvas.setDateFormatter(lambda *_: f"D:{facts.day:%Y%m%d}000000Z")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return Drawing(canvas, facts, only_seen=only_seen)


class _BareCanvas(Canvas):
    """A canvas without ReportLab's preamble, which selects a Helvetica that is not embedded: PDF/X and PDF/A forbid
    that."""

    def _make_preamble(self) -> None:
        self._preamble = ""


class _LateFont:
    """An entry of ReportLab's ``delayedFonts``: before writing the file, it calls ``addObjects`` of each."""

    def __init__(self, font: FontUse) -> None:
        self.font = font

    def addObjects(self, doc: pdfdoc.PDFDocument) -> None:  # noqa: N802  # ReportLab's name
        if self.font.used:
            shared = doc.idToObject[pdfdoc.BasicFonts].dict  # type: ignore[attr-defined]
            shared[self.font.resource] = _object(Ref(self.font.dictionary()), doc)


class _Deflated(pdfdoc.PDFObject):
    """A stream that is deflated already, as an object of its own."""

    __RefOnly__ = 1

    def __init__(self, data: bytes) -> None:
        self._data = data

    def format(self, _doc: pdfdoc.PDFDocument) -> bytes:
        """The stream in PDF syntax."""
        head = b"<<\n/Filter [ /FlateDecode ] /Length %d\n>>" % len(self._data)
        return b"".join((head, b"\nstream\n", self._data, b"endstream\n"))


@lru_cache
def _box(*edges: float) -> bytes:
    """A rectangle in ReportLab's syntax."""
    return bytes(pdfdoc.PDFArray(edges).format(None))


def _resource(number: int) -> str:
    """The name of the font with this number, from 0, in the resources of all pages."""
    return f"BL{number + 1}"


def _doc(canvas: Canvas) -> Any:
    return canvas._doc  # type: ignore[attr-defined]  # the only access to ReportLab's internals


def _object(value: Value, doc: Any) -> Any:
    """A value as an object of ReportLab. TypeError: a ``Pointer`` or ``PageRef``."""
    match value:
        case Name():
            return pdfdoc.PDFName(value)
        case Ref(target):
            return doc.Reference(_object(target, doc))
        case Stream(entries, data):
            return pdfdoc.PDFStream(_object(entries, doc), data)
        case Mapping():
            return pdfdoc.PDFDictionary({key: _object(entry, doc) for key, entry in value.items()})
        case str() | bytes() | int() | float():
            return value
        case Pointer() | PageRef():
            raise TypeError(type(value))  # they can only be resolved by a finishing pass
        case Sequence():
            return pdfdoc.PDFArrayCompact([_object(entry, doc) for entry in value])
        case _:
            assert_never(value)


@contextmanager
def _settings() -> Iterator[None]:
    """Change ReportLab's global settings while it writes, and restore them for other users in the process."""
    before = {key: getattr(rl_config, key) for key in _SETTINGS}
    try:
        for key, setting in _SETTINGS.items():
            setattr(rl_config, key, setting)
        yield
    finally:
        for key, setting in before.items():
            setattr(rl_config, key, setting)
