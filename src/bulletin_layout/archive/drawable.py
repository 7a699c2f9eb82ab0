"""How much there is to draw on a file's pages (绘制量), counted before anything is drawn.

A form that draws another ten times, which draws a third ten times, is a line of text each and a thousand drawings: the
bytes of a page, and of all that it draws as often as it may draw it, have a limit, and so has the depth.
"""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Final

from bulletin_layout.findings.catalogue import archives as said
from bulletin_layout.pdfs.inflating import unpacked
from bulletin_layout.pdfs.page_tree import pages_of
from bulletin_layout.pdfs.pikepdf_adapter import Found, OpenedPdf, TooMuchError
from bulletin_layout.pictures import PictureError
from bulletin_layout.pictures.jpeg import read_jpeg
from bulletin_layout.pictures.open import MOST_DECODED

#: The bytes of operators that a page draws, forms counted as often as they are drawn. A full newspaper page has 50,000.
_MOST_DRAWN: Final = 4_000_000
#: How deep forms may lie in one another. Our own pages have none.
_DEEPEST: Final = 12


def check_drawable(pdf: OpenedPdf, most: int) -> None:
    """Whether the first ``most`` pages can be drawn within bounds. TooMuchError: they cannot; PdfError: damaged."""
    counted = _Counted()
    for page, resources in islice(pages_of(pdf), most):
        notes = sum(counted.form(form, resources, 1) for form in _appearances(page))
        if counted.drawn(_parts(page.get("Contents")), resources, 0) + notes > _MOST_DRAWN:
            raise TooMuchError(said.too_much_to_draw())


class _Counted:
    """What forms draw, each counted once; ``None`` while one is being counted: it draws itself."""

    def __init__(self) -> None:
        self._forms: dict[int, int | None] = {}
        self._pictures: set[int] = set()

    def drawn(self, parts: tuple[Found, ...], resources: Found | None, depth: int) -> int:
        """The bytes of operators in these streams and in all that they may draw."""
        size, calls = 0, 0
        for part in parts:
            data = unpacked(part, _MOST_DRAWN - min(size, _MOST_DRAWN), said.a_page())
            size += len(data)
            calls += data.count(b"Do") + data.count(b"gs") + data.count(b"scn") + data.count(b"SCN")
        inner = [self.form(form, resources, depth + 1) for form in self._inner(resources)]
        total = size + calls * max(inner, default=0)
        if total > _MOST_DRAWN:
            raise TooMuchError(said.too_much_to_draw())
        return total

    def form(self, form: Found, inherited: Found | None, depth: int) -> int:
        """The same of a form, a pattern or the glyph of a font."""
        if depth > _DEEPEST:
            raise TooMuchError(said.forms_too_deep())
        known = self._forms.get(form.number, -1)
        if known is None:
            raise TooMuchError(said.forms_too_deep())
        if known >= 0:
            return known
        self._forms[form.number] = None
        own = form.get("Resources")
        done = self.drawn((form,), own if isinstance(own, Found) else inherited, depth)
        self._forms[form.number] = done
        return done

    def _inner(self, resources: Found | None) -> Iterator[Found]:
        """What operators may draw beside lines and text, pictures looked at and left out."""
        for each in _members(resources, "XObject"):
            if each.get("Subtype") == "Image":
                self._look_at(each)
            elif each.is_stream:
                yield each
        yield from (each for each in _members(resources, "Pattern") if each.is_stream)
        for state in _members(resources, "ExtGState"):
            mask = state.get("SMask")
            group = mask.get("G") if isinstance(mask, Found) else None
            if isinstance(group, Found) and group.is_stream:
                yield group
        for font in _members(resources, "Font"):
            if font.get("Subtype") == "Type3":
                raise TooMuchError(said.drawn_otherwise())

    def _look_at(self, picture: Found) -> None:
        if picture.number in self._pictures:
            return
        self._pictures.add(picture.number)
        width, height = picture.get("Width"), picture.get("Height")
        packing = picture.get("Filter")
        if packing in ("DCTDecode", ("DCTDecode",)):
            try:
                head = read_jpeg(picture.raw, "")
            except PictureError:
                raise TooMuchError(said.drawn_otherwise()) from None
            width, height = head.width, head.height
        elif packing not in (None, "FlateDecode", ("FlateDecode",)):
            raise TooMuchError(said.drawn_otherwise())
        if not (isinstance(width, int) and isinstance(height, int)) or width * height > MOST_DECODED:
            raise TooMuchError(said.too_much_to_draw())
        mask = picture.get("SMask", picture.get("Mask"))
        if isinstance(mask, Found) and mask.is_stream:
            self._look_at(mask)


def _members(resources: Found | None, kind: str) -> Iterator[Found]:
    entries = resources.get(kind) if resources is not None else None
    for each in entries.values() if isinstance(entries, Mapping) else ():
        if isinstance(each, Found):
            yield each


def _parts(contents: object) -> tuple[Found, ...]:
    """A page's contents, which may stand in several streams: one that is named twice is drawn twice."""
    parts = contents if isinstance(contents, tuple) else (contents,)
    return tuple(part for part in parts if isinstance(part, Found) and part.is_stream)


def _appearances(page: Found) -> Iterator[Found]:
    """What the notes on a page look like."""
    notes = page.get("Annots")
    for note in notes if isinstance(notes, tuple) else ():
        looks = note.get("AP") if isinstance(note, Found) else None
        for look in looks.values() if isinstance(looks, Mapping) else ():
            if isinstance(look, Found) and look.is_stream:
                yield look
            elif isinstance(look, Mapping):
                yield from (way for way in look.values() if isinstance(way, Found) and way.is_stream)
