"""A PDF document that is drawn page by page (成品文件): pages, fonts, images, spot colours, bookmarks, metadata."""

import zlib
from collections.abc import Callable
from datetime import date
from hashlib import md5
from typing import Final, assert_never

from bulletin_layout.fonts import Face
from bulletin_layout.inks import Ink
from bulletin_layout.pdfs import Name, Ref, Stream, Value
from bulletin_layout.pdfs.writing import Objects, name_syntax, text_bytes
from bulletin_layout.render.bookmarks import Bookmark, write_bookmarks
from bulletin_layout.render.drawn import DrawnPage, Need, SpotInk
from bulletin_layout.render.pdf_fonts import FontUse, PageFont, resource_name
from bulletin_layout.values import NamedTuple

_PROCEDURES: Final = tuple(map(Name, ("PDF", "Text", "ImageB", "ImageC", "ImageI")))
#: The level of zlib that stores a stream as it is.
_UNPACKED: Final = 0
#: Graphics states by their names: three that let inks overprint, each with one parameter, and three that do not.
_STATES: Final[dict[bool, dict[str, Value]]] = {
    True: {"gRLs0": {"OPM": 1}, "gRLs1": {"op": "true"}, "gRLs2": {"OP": "true"}},
    False: {"gRLs3": {"OPM": 0}, "gRLs4": {"op": "false"}, "gRLs5": {"OP": "false"}},
}


class Facts(NamedTuple):
    """Metadata of a document; ``day``: its date of creation."""

    title: str
    author: str
    subject: str
    day: date


class _Sheet(NamedTuple):
    """A page of the document: its reference, its boxes (14.11.2) and what is drawn on it."""

    own: str
    boxes: dict[str, Value]
    drawn: DrawnPage


class _Separation(NamedTuple):
    """A spot colour of the document: its reference and its ink."""

    own: str
    ink: Ink


class Drawing:
    """A document in Chinese, to whose current page PDF operators are written. ``only_seen``: see ``Output``."""

    __slots__ = (
        *("_bookmarks", "_boxes", "_digest", "_facts", "_fonts", "_images", "_needs", "_objects", "_only_seen"),
        *("_operators", "_page_fonts", "_separations", "_shared", "_sheets", "_written"),
    )

    def __init__(self, facts: Facts, *, only_seen: bool = False) -> None:
        self._facts = facts
        self._only_seen = only_seen
        self._digest = md5(repr(facts).encode(), usedforsecurity=False)
        self._objects = Objects()
        self._shared = self._objects.reserve()  # the fonts of all pages
        self._fonts: dict[Face, FontUse] = {}
        self._images: dict[str, str] = {}
        self._separations: dict[str, _Separation] = {}
        self._sheets: list[_Sheet] = []
        self._bookmarks: list[Bookmark] = []
        # Of the current page: its boxes, its operators, those that count for the identifier, its fonts, and what else
        # it refers to.
        self._boxes: dict[str, Value] = {}
        self._operators: list[str] = []
        self._written: list[str] = []
        self._page_fonts: dict[Face, PageFont] = {}
        self._needs: dict[Need, None] = {}

    def write(self, operators: str) -> None:
        """Add operators to the current page."""
        self._operators.append(operators)
        self._written.append(operators)

    def font(self, face: Face) -> PageFont:
        """The face as a font of the current page; its subset is cut when the document is finished."""
        font = self._page_fonts.get(face)
        if font is None:
            font = self._page_fonts[face] = PageFont(self._use(face))
        return font

    def _use(self, face: Face) -> FontUse:
        use = self._fonts.get(face)
        if use is None:
            use = self._fonts[face] = FontUse(face, resource_name(len(self._fonts)))
        return use

    def add_image(self, name: str, image: Stream) -> None:
        """Add an image to the document; ``image`` shows it."""
        self._images[name] = self._objects.add(image)

    def image(self, name: str) -> None:
        """Show an image in the unit square."""
        self._operators.append(f"/{_image(name)} Do")
        self._written.append(name)
        self._needs[name] = None

    def spot(self, ink: Ink, *, stroke: bool) -> None:
        """Fill, or stroke, with a spot colour (专色) from here on."""
        self._separate(ink)
        self._operators.append(f"{name_syntax(separation_name(ink))} {'CS 1 SCN' if stroke else 'cs 1 scn'}")
        self._needs[SpotInk(ink, stroke)] = None

    def _separate(self, ink: Ink) -> None:
        name = separation_name(ink)
        if name not in self._separations:
            self._separations[name] = _Separation(self._objects.reserve(), ink)

    def overprint(self, on: bool) -> None:
        """From here on, let inks overprint (叠印), or knock out what is below them (镂空)."""
        self._operators += (f"/{state} gs" for state in _STATES[on])
        self._needs[on] = None

    def start_page(self, width: float, height: float, bleed: float, margin: float) -> None:
        """Begin a page with this trim size, bleed and margin, points. Its origin is the lower left corner of the paper,
        ``margin`` outside the trim."""
        edge = margin - bleed
        self._boxes = {
            "MediaBox": (0, 0, width + 2 * margin, height + 2 * margin),
            "TrimBox": (margin, margin, width + margin, height + margin),
            "BleedBox": (edge, edge, width + margin + bleed, height + margin + bleed),
        }

    def end_page(self) -> DrawnPage:
        """Finish the current page; returns what was drawn."""
        stream = "\n".join(("", *self._operators, " \n"))
        fonts = tuple(font.drawn() for font in self._page_fonts.values())
        written = "".join(self._written).encode()
        content = zlib.compress(stream.encode(), _UNPACKED if self._only_seen else zlib.Z_DEFAULT_COMPRESSION)
        drawn = DrawnPage(content, written, fonts, tuple(self._needs))
        self._end(drawn)
        return drawn

    def repeats(self, drawn: DrawnPage) -> bool:
        """Whether a page that was drawn before would come out the same in this document, where the pages before it may
        have changed: its fonts have the same names, its glyphs the same texts."""
        count = len(self._fonts)
        for font in drawn.fonts:
            use = self._fonts.get(font.face)
            if (use.resource if use is not None else resource_name(count)) != font.resource:
                return False
            count += use is None
            known = use.texts if use is not None else {}
            if tuple(map(known.get, font.first, font.first.values())) != font.said:
                return False
        return True

    def repeat(self, drawn: DrawnPage, embed: Callable[[str], object]) -> None:
        """Finish the current page with what was drawn before, for which ``repeats`` is true. ``embed`` puts an image
        into the document, by its name, unless it is there."""
        for font in drawn.fonts:
            use = self._use(font.face)
            use.untold |= font.untold
            use.texts.update(zip(font.first, font.said, strict=True))
        for need in drawn.needs:
            match need:
                case SpotInk(ink):
                    self._separate(ink)
                case str():
                    embed(need)
                case bool():
                    pass
                case _:
                    assert_never(need)
        self._end(drawn)

    def _end(self, drawn: DrawnPage) -> None:
        self._sheets.append(_Sheet(self._objects.reserve(), self._boxes, drawn))
        self._digest.update(drawn.written)
        self._operators, self._written, self._page_fonts, self._needs = [], [], {}, {}

    def bookmark(self, title: str, level: int, y: float) -> None:
        """Add a bookmark (书签) to the current page at height ``y`` above its lower edge, points."""
        self._bookmarks.append(Bookmark(title, level, len(self._sheets), round(y, 2)))

    def finish(self) -> bytes:
        """The bytes of the document; the same pages give the same bytes."""
        objects = self._objects
        used = (use for use in self._fonts.values() if use.used)
        fonts: dict[str, Value] = {use.resource: objects.add(use.dictionary(only_seen=self._only_seen)) for use in used}
        objects.put(self._shared, fonts)
        catalog, about = objects.reserve(), objects.add(self._information())
        entries: dict[str, Value] = {"Type": Name("Catalog"), "Lang": b"zh-CN", "PageMode": Name("UseNone")}
        if self._bookmarks:
            entries["Outlines"] = write_bookmarks(objects, self._bookmarks, [sheet.own for sheet in self._sheets])
        entries["Pages"] = self._page_tree()
        objects.put(catalog, {**entries, "ViewerPreferences": Ref({"DisplayDocTitle": "true"})})
        return objects.file(catalog, about, self._digest.hexdigest())

    def _information(self) -> dict[str, Value]:
        """The document information (14.3.3)."""
        facts = self._facts
        created = f"D:{facts.day:%Y%m%d}000000Z".encode()
        return {
            "Title": text_bytes(facts.title),
            "Author": text_bytes(facts.author),
            "Subject": text_bytes(facts.subject),
            "Keywords": b"",
            "CreationDate": created,
            "ModDate": created,
            "Creator": b"bulletin-layout",
            "Producer": b"bulletin-layout, ReportLab",
            "Trapped": Name("False"),
        }

    def _page_tree(self) -> str:
        """Write pages and spot colours; a reference to the page tree."""
        objects = self._objects
        tree = ""
        late: tuple[_Sheet | _Separation, ...] = (*self._sheets, *self._separations.values())
        for each in sorted(late, key=lambda each: int(each.own.split()[0])):
            match each:
                case _Sheet(own, boxes, drawn):
                    tree = tree or objects.reserve()
                    content = Ref(Stream({"Filter": [Name("FlateDecode")]}, drawn.content))
                    places: dict[str, Value] = {"Parent": tree, "Contents": content, **boxes}
                    resources = self._resources(drawn)
                    objects.put(own, {"Type": Name("Page"), "Resources": resources, "Rotate": 0, "Trans": {}, **places})
                case _Separation(own, ink):
                    objects.put(own, _separation(ink))
                case _:
                    assert_never(each)
        tree = tree or objects.reserve()
        kids = [sheet.own for sheet in self._sheets]
        objects.put(tree, {"Type": Name("Pages"), "Kids": kids, "Count": len(kids)})
        return tree

    def _resources(self, drawn: DrawnPage) -> dict[str, Value]:
        """The resources of a page (7.8.3)."""
        found: dict[str, dict[str, Value]] = {"ColorSpace": {}, "ExtGState": {}, "XObject": {}}
        for need in drawn.needs:
            match need:
                case SpotInk(ink):
                    name = separation_name(ink)
                    found["ColorSpace"][name] = self._separations[name].own
                case bool():
                    found["ExtGState"] |= _STATES[need]
                case str():
                    found["XObject"][_image(need)] = self._images[need]
                case _:
                    assert_never(need)
        named: dict[str, Value] = {kind: entries for kind, entries in found.items() if entries}
        return {"Font": self._shared, "ProcSet": _PROCEDURES, **named}


def separation_name(ink: Ink) -> str:
    """The name of a spot colour in a file: a Chinese name as the bytes of its UTF-8, one a character."""
    return ink.name.replace("/", "-").encode().decode("latin-1")


def _image(name: str) -> str:
    return f"FormXob.{name}"


def _separation(ink: Ink) -> Value:
    """The colour space of a spot colour (8.6.6.4), with a function that prints its tints with CMYK."""
    *inks, black = map(float, ink.components)
    steps = [f"dup {part} mul exch" if part else "0.0 exch" for part in inks]
    program = " ".join((*steps, f"{black} mul" if black else "pop 0.0"))
    about: dict[str, Value] = {"FunctionType": 4, "Domain": (0, 1), "Range": (0, 1) * 4}
    function = Ref(Stream(about, f"{{{program}}}".encode()))
    return Name("Separation"), Name(separation_name(ink)), Name("DeviceCMYK"), function
