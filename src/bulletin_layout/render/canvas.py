"""The adapter for ReportLab's canvas: operators and fonts on a page of another program's document (``flowables``).

It uses ReportLab's public calls where there are any. There are none for fonts of our own: they are put into the
dictionary that all pages share (``BasicFonts``) when the document is saved, as ReportLab does with its own TrueType
fonts (``delayedFonts``).
"""

from collections.abc import Mapping, Sequence
from typing import Any, assert_never

from reportlab.lib.colors import CMYKColorSep
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from bulletin_layout.fonts import Face
from bulletin_layout.inks import Ink
from bulletin_layout.pdfs import Name, PageRef, Pointer, Ref, Stream, Value
from bulletin_layout.render.document import separation_name
from bulletin_layout.render.pdf_fonts import FontUse, PageFont, resource_name


class CanvasDrawing:
    """The current page of a canvas, to which PDF operators are written."""

    __slots__ = ("_canvas", "_fonts", "_page_fonts")

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._fonts: dict[Face, FontUse] = {
            late.font.face: late.font for late in _doc(canvas).delayedFonts if isinstance(late, _LateFont)
        }
        self._page_fonts: dict[Face, PageFont] = {}

    def write(self, operators: str) -> None:
        """Add operators to the page."""
        self._canvas.addLiteral(operators)

    def font(self, face: Face) -> PageFont:
        """The face as a font of the page; its subset is cut when the document is saved."""
        font = self._page_fonts.get(face)
        if font is None:
            font = self._page_fonts[face] = PageFont(self._use(face))
        return font

    def _use(self, face: Face) -> FontUse:
        use = self._fonts.get(face)
        if use is None:
            use = self._fonts[face] = FontUse(face, resource_name(len(self._fonts)))
            _doc(self._canvas).delayedFonts.append(_LateFont(use))
        return use

    def spot(self, ink: Ink, *, stroke: bool) -> None:
        """Fill, or stroke, with a spot colour (专色) from here on."""
        # ReportLab escapes names byte by byte: a Chinese name must come as bytes.
        cyan, magenta, yellow, black = ink.components
        colour = CMYKColorSep(cyan, magenta, yellow, black, spotName=separation_name(ink))
        if stroke:
            self._canvas.setStrokeColor(colour)
        else:
            self._canvas.setFillColor(colour)

    def overprint(self, on: bool) -> None:
        """From here on, let inks overprint (叠印), or knock out what is below them (镂空)."""
        self._canvas.setOverprintMask(on)
        self._canvas.setFillOverprint(on)
        self._canvas.setStrokeOverprint(on)


class _LateFont:
    """An entry of ReportLab's ``delayedFonts``: before writing the file, it calls ``addObjects`` of each."""

    def __init__(self, font: FontUse) -> None:
        self.font = font

    def addObjects(self, doc: pdfdoc.PDFDocument) -> None:  # noqa: N802  # ReportLab's name
        if self.font.used:
            shared = doc.idToObject[pdfdoc.BasicFonts].dict  # type: ignore[attr-defined]
            shared[self.font.resource] = _object(Ref(self.font.dictionary()), doc)


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
