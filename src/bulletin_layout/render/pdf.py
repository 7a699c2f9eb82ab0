"""Pages → PDF. One ``match`` over the marks; y is turned upside down here and nowhere else."""

from bulletin_layout.inks import Ink
from bulletin_layout.page import Edition, GlyphRun, Page, PanelMark, PictureMark, RuleMark, TextMark
from bulletin_layout.pdfs import number
from bulletin_layout.pictures import Prepared, prepared
from bulletin_layout.render.canvas import Drawing, Facts, new_document
from bulletin_layout.render.pdf_pictures import image_object, placing
from bulletin_layout.render.pdf_text import text_operators


def render_pdf(edition: Edition) -> bytes:
    """The edition as one PDF file; the same edition always gives the same bytes.

    The media box is the trim with its bleed on all sides. Raises PictureError if a picture can no longer be read.
    """
    drawing = new_document(Facts(edition.title, edition.author, edition.subject, edition.date))
    turns: dict[str, int] = {}
    for page in edition.pages:
        _draw_page(drawing, page, turns)
    return drawing.finish()


def _draw_page(drawing: Drawing, page: Page, turns: dict[str, int]) -> None:
    """Draw one page; ``turns`` is how each picture (by digest) that the document has is stored."""
    drawing.start_page(page.width, page.height, page.bleed)
    left, top = page.bleed, page.height + page.bleed
    drawing.bookmark(f"{page.number}　{page.name}".rstrip("　"), 0, top)
    for entry in page.outline:
        drawing.bookmark(entry.title, 1, top - entry.y)
    pen = Pen(drawing)
    for mark in page.marks:
        match mark:
            case TextMark():
                pen.text(mark.run, left + mark.x, top - mark.y)
            case RuleMark():
                pen.rule(mark, left, top)
            case PanelMark():
                pen.panel(mark, left + mark.x, top - mark.y - mark.height)
            case PictureMark():
                _show(drawing, mark, left + mark.x, top - mark.y - mark.height, turns)
    drawing.end_page()


def _show(drawing: Drawing, mark: PictureMark, x: float, y: float, turns: dict[str, int]) -> None:
    digest = mark.picture.sha256
    part: Prepared | None = None
    if digest not in turns:
        part = prepared(mark.picture)
        turns[digest] = part.turn
    drawing.write(f"q {placing(mark, x, y, turns[digest])}")
    drawing.image(digest, lambda: image_object(part or prepared(mark.picture)))
    drawing.write("Q")


class Pen:
    """Draws on a page and remembers what the page's graphics state is, so that nothing is set twice."""

    __slots__ = ("_drawing", "_fill", "_font", "_stroke", "_width")

    def __init__(self, drawing: Drawing) -> None:
        self._drawing = drawing
        self._font: tuple[str, float] | None = None
        self._fill: Ink | None = None
        self._stroke: Ink | None = None
        self._width = -1.0

    def text(self, run: GlyphRun, x: float, y: float) -> None:
        """Show a run with its origin at (x, y), y upwards."""
        font = self._drawing.font(run.face)
        self._fill_with(run.ink)
        select = ""
        if self._font != (font.resource, run.size):
            self._font = (font.resource, run.size)
            select = f"/{font.resource} {number(run.size)} Tf "
        self._drawing.write(f"BT {select}{text_operators(run, x, y, font)} ET")

    def rule(self, mark: RuleMark, left: float, top: float) -> None:
        """Draw a line; (left, top) is the page's origin, y upwards."""
        self._stroke_with(mark.ink, mark.width)
        start = f"{number(left + mark.x1)} {number(top - mark.y1)} m"
        self._drawing.write(f"{start} {number(left + mark.x2)} {number(top - mark.y2)} l S")

    def panel(self, mark: PanelMark, x: float, y: float) -> None:
        """Fill and border a rectangle whose lower left is (x, y), y upwards."""
        if mark.fill:
            self._fill_with(mark.fill)
            self._drawing.write(f"{_rectangle(x, y, mark.width, mark.height)} f")
        if mark.border and mark.border_width:
            self._stroke_with(mark.border, mark.border_width)
            width, inside = mark.border_width, mark.border_width / 2
            box = _rectangle(x + inside, y + inside, mark.width - width, mark.height - width)
            self._drawing.write(f"{box} S")

    def _fill_with(self, ink: Ink) -> None:
        if ink != self._fill:
            self._fill = ink
            if ink.space == "spot":
                self._drawing.spot(ink, stroke=False)
            else:
                operator = {"grey": "g", "cmyk": "k", "rgb": "rg"}[ink.space]
                self._drawing.write(f"{' '.join(map(number, ink.components))} {operator}")

    def _stroke_with(self, ink: Ink, width: float) -> None:
        if ink != self._stroke:
            self._stroke = ink
            if ink.space == "spot":
                self._drawing.spot(ink, stroke=True)
            else:
                operator = {"grey": "G", "cmyk": "K", "rgb": "RG"}[ink.space]
                self._drawing.write(f"{' '.join(map(number, ink.components))} {operator}")
        if width != self._width:
            self._width = width
            self._drawing.write(f"{number(width)} w")


def _rectangle(x: float, y: float, width: float, height: float) -> str:
    return f"{number(x)} {number(y)} {number(width)} {number(height)} re"
