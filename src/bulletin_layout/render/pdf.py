"""Writes pages as PDF: one ``match`` over the marks. This is the only place where y is inverted (PDF counts
upwards)."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, assert_never

from bulletin_layout.inks import BLACK, Ink
from bulletin_layout.page import Edition, GlyphRun, Mark, Page, PanelMark, PictureMark, RuleMark, TextMark
from bulletin_layout.pdfs import number
from bulletin_layout.pictures import PictureError
from bulletin_layout.render.canvas import Drawing, Facts, new_document
from bulletin_layout.render.drawn import DrawingMemory, DrawnPage, KeptPages
from bulletin_layout.render.output import PLAIN, SEEN, Beside, ContentSpan, Output, Ring
from bulletin_layout.render.pdf_pictures import image_object, placing
from bulletin_layout.render.pdf_text import Told, text_operators

_OPERATORS: Final = {"grey": ("g", "G"), "cmyk": ("k", "K"), "rgb": ("rg", "RG")}
#: Distance of a Bézier curve's control points from the ends of a quarter circle, as a share of the radius: 4/3 (√2 −
#: 1).
_HANDLE: Final = 0.5523


def render_pdf(edition: Edition, memory: DrawingMemory | None = None) -> bytes:
    """The edition as a plain PDF file: inks unchanged, media box = trim with bleed. The same edition gives the same
    bytes. ``memory``: see ``draw``. PictureError: a picture can no longer be read."""
    return draw(edition, PLAIN, (memory or DrawingMemory()).of("plain"))


def render_seen(edition: Edition) -> bytes:
    """The edition as a file that page images are drawn from. PictureError: a picture can no longer be read."""
    return draw(edition, SEEN)


def draw(edition: Edition, output: Output, kept: KeptPages | None = None) -> bytes:
    """The edition as a PDF file, written as ``output`` says. What a standard requires beyond the pages is added by
    ``pdfs.pikepdf_adapter.finish``. ``kept``: pages of the last time, which are not drawn again if they did not change;
    the bytes are the same without. PictureError: a picture can no longer be read."""
    facts = Facts(edition.title, edition.author, edition.subject, edition.date)
    drawing = new_document(facts, only_seen=output.only_seen)
    turns: dict[str, int] = {}
    kept = kept or KeptPages()
    before = kept.taken(output.made_for)
    for at, page in enumerate(edition.pages):
        spans = output.spans[at] if output.spans else ()
        _start_page(drawing, page, output)
        drawn = before.drawn(page, spans)
        if drawn is not None and drawing.repeats(drawn):
            _repeat(drawing, page, drawn, output, turns)
        else:
            _draw_marks(drawing, page, output, turns, spans)
            drawn = drawing.end_page()
        kept.keep(page, spans, drawn)
    return drawing.finish()


def _margin(page: Page, output: Output) -> float:
    return page.bleed if output.margin is None else output.margin


def _start_page(drawing: Drawing, page: Page, output: Output) -> None:
    """Begin a page, with its bookmarks."""
    margin = _margin(page, output)
    drawing.start_page(page.width, page.height, min(page.bleed, margin), margin)
    if output.outline:
        top = page.height + margin
        drawing.bookmark(f"{page.number}　{page.name}".rstrip("　"), 0, top)
        deepest = 1
        for entry in page.outline:  # a level that is skipped, as when a story goes on from another page, is none
            level = min(entry.level, deepest)
            drawing.bookmark(entry.title, level, top - entry.y)
            deepest = level + 1


def _repeat(drawing: Drawing, page: Page, drawn: DrawnPage, output: Output, turns: dict[str, int]) -> None:
    """Finish a page with what was drawn before. ``turns``: see ``_draw_marks``."""
    pictures: dict[str, PictureMark] = {}
    for mark in page.pictures() if drawn.pictured else ():
        pictures.setdefault(output.picture(mark).name, mark)
    drawing.repeat(drawn, lambda name: _embed(drawing, pictures[name], output, turns))


def _draw_marks(
    drawing: Drawing, page: Page, output: Output, turns: dict[str, int], spans: Sequence[ContentSpan]
) -> None:
    """Draw all marks of a page. ``turns``: name of each picture that is already in the document → its EXIF
    orientation."""
    left = _margin(page, output)
    top = page.height + left
    pen = Pen(drawing, output)

    def draw_mark(mark: Mark | Beside) -> None:
        match mark:
            case TextMark():
                pen.text(mark.run, left + mark.x, top - mark.y, silent=mark.tag.role == "ruby")
            case RuleMark():
                pen.rule(mark, left, top)
            case PanelMark():
                pen.panel(mark, left + mark.x, top - mark.y - mark.height)
            case PictureMark():
                _show(drawing, mark, left + mark.x, top - mark.y - mark.height, output, turns)
            case Ring():
                pen.ring(mark, left + mark.x, top - mark.y)
            case _:
                assert_never(mark)

    for span in spans:
        drawing.write(span.opens)
        for enclosed in page.marks[span.first : span.end]:
            draw_mark(enclosed)
        drawing.write("EMC")
    for mark in (*(() if spans else page.marks), *output.beside(page)):
        draw_mark(mark)


def _show(drawing: Drawing, mark: PictureMark, x: float, y: float, output: Output, turns: dict[str, int]) -> None:
    name = _embed(drawing, mark, output, turns)
    drawing.write(f"q {placing(mark, x, y, turns[name])}")
    drawing.image(name)
    drawing.write("Q")


def _embed(drawing: Drawing, mark: PictureMark, output: Output, turns: dict[str, int]) -> str:
    """Put a picture into the document if it is not there yet; returns its name."""
    shown = output.picture(mark)
    if shown.name not in turns:
        try:
            part = shown.pixels()
        except PictureError as problem:
            raise PictureError(problem.says, mark.tag.location) from None
        turns[shown.name] = part.turn
        drawing.add_image(shown.name, image_object(part, output.rgb))
    return shown.name


class Pen:
    """Draws on a page, and tracks its graphics state, so that nothing is set twice."""

    __slots__ = ("_asked", "_drawing", "_fill", "_font", "_output", "_over", "_stroke", "_wanted", "_width")

    def __init__(self, drawing: Drawing, output: Output = PLAIN) -> None:
        self._drawing = drawing
        self._output = output
        self._font: tuple[str, float] | None = None
        self._fill: Ink | None = None
        self._stroke: Ink | None = None
        # No line has this width, so the first one sets its own.
        self._width = -1.0
        self._over = False
        # The last ink for which overprinting was set, and whether it was wanted for what it drew.
        self._asked: Ink | None = None
        self._wanted = False

    def text(self, run: GlyphRun, x: float, y: float, *, silent: bool = False) -> None:
        """Show a run with its origin at (x, y), y up; ``silent``: see ``text_operators``."""
        font = self._drawing.font(run.face)
        self._fill_with(run.ink, over=True)
        select = ""
        if self._font != (font.resource, run.size):
            self._font = (font.resource, run.size)
            select = f"/{font.resource} {number(run.size)} Tf "
        told: Told = "nowhere" if self._output.only_seen else "nothing" if silent else "text"
        self._drawing.write(f"BT {select}{text_operators(run, x, y, font, told)} ET")

    def rule(self, mark: RuleMark, left: float, top: float) -> None:
        """Draw a line; (left, top): the page's origin, y up."""
        self._stroke_with(mark.ink, mark.width)
        start = f"{number(left + mark.x1)} {number(top - mark.y1)} m"
        line = f"{start} {number(left + mark.x2)} {number(top - mark.y2)} l S"
        self._drawing.write(f"1 J {line} 0 J" if mark.round else line)

    def panel(self, mark: PanelMark, x: float, y: float) -> None:
        """Fill and stroke a rectangle with its lower left corner at (x, y), y up."""
        if mark.fill:
            self._fill_with(mark.fill, over=False)
            self._drawing.write(f"{_rectangle(x, y, mark.width, mark.height)} f")
        if mark.border and mark.border_width:
            self._stroke_with(mark.border, mark.border_width)
            width, inside = mark.border_width, mark.border_width / 2
            box = _rectangle(x + inside, y + inside, mark.width - width, mark.height - width)
            self._drawing.write(f"{box} S")

    def ring(self, mark: Ring, x: float, y: float) -> None:
        """Stroke a circle with its centre at (x, y), y up."""
        self._stroke_with(mark.ink, mark.width)
        self._drawing.write(f"{_circle(x, y, mark.radius)} S")

    def _fill_with(self, ink: Ink, *, over: bool) -> None:
        self._overprint(ink, over=over)
        if ink is not self._fill and ink != self._fill:
            self._fill = ink
            self._set(ink, stroke=False)

    def _stroke_with(self, ink: Ink, width: float) -> None:
        self._overprint(ink, over=True)
        if ink is not self._stroke and ink != self._stroke:
            self._stroke = ink
            self._set(ink, stroke=True)
        if width != self._width:
            self._width = width
            self._drawing.write(f"{number(width)} w")

    def _set(self, ink: Ink, *, stroke: bool) -> None:
        ink = self._output.ink(ink)
        if ink.space == "spot":
            self._drawing.spot(ink, stroke=stroke)
        else:
            self._drawing.write(f"{' '.join(map(number, ink.components))} {_OPERATORS[ink.space][stroke]}")

    def _overprint(self, ink: Ink, *, over: bool) -> None:
        """Let solid black overprint; any other ink knocks out, white above all, which would be invisible otherwise."""
        if not self._output.overprint or (ink is self._asked and over == self._wanted):
            return
        self._asked, self._wanted = ink, over
        over = over and self._output.ink(ink) == BLACK
        if over != self._over:
            self._over = over
            self._drawing.overprint(over)


@lru_cache  # registration marks have the same places on all pages
def _circle(x: float, y: float, r: float) -> str:
    h = r * _HANDLE
    quarters = ((r, h, h, r, 0.0, r), (-h, r, -r, h, -r, 0.0), (-r, -h, -h, -r, 0.0, -r), (h, -r, r, -h, r, 0.0))
    curves = (
        " ".join(number(at + (x, y)[index % 2]) for index, at in enumerate(quarter)) + " c" for quarter in quarters
    )
    return f"{number(x + r)} {number(y)} m {' '.join(curves)}"


def _rectangle(x: float, y: float, width: float, height: float) -> str:
    return f"{number(x)} {number(y)} {number(width)} {number(height)} re"
