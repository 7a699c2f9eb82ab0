"""The structure tree as objects of a file (标签; ISO 32000-1, 14.7–14.8), with the links that it holds (12.5.6.5).

ISO 14289-1 (PDF/UA-1): everything on a page is content of an element or an artifact, and every link is an annotation
within an element of its own.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from itertools import groupby
from typing import Final, assert_never

from bulletin_layout.page import Edition, Page, PanelMark, PictureMark, RuleMark, Tag, TaggedMark, Target, TextMark
from bulletin_layout.pdfs import Name, PageRef, Pointer, Value, number, utf16
from bulletin_layout.render.elements import Element, ShownMarks
from bulletin_layout.render.marked import MarkedContent
from bulletin_layout.render.output import ContentSpan
from bulletin_layout.render.structure import structure_of
from bulletin_layout.values import dataclass

_ROOT: Final = "tree"
#: Letters reach so far above and below their baseline, in em, for a click to find them.
_ABOVE, _BELOW = 0.9, 0.15


@dataclass(frozen=True, slots=True)
class Tagging:
    """An edition's tags: ``spans``, what the marks of every page are enclosed in when they are drawn; and what is added
    to the file then: ``objects``, and entries of ``pages`` and ``catalog``."""

    spans: tuple[tuple[ContentSpan, ...], ...]
    objects: Mapping[str, Value]
    pages: tuple[Mapping[str, Value], ...]
    catalog: Mapping[str, Value]


def tagging_of(edition: Edition, margin: float | None) -> Tagging:
    """The tags of an edition that is drawn with this margin around the trim (None: each page's bleed)."""
    root = structure_of(edition)
    content = MarkedContent(edition, root)
    tree = _Tree(edition, margin, content)
    top = tree.add(root, _ROOT)
    parents: list[Value] = []
    for key, owner in enumerate((*tree.owners, *tree.link_owners)):
        parents += [key, owner]
    tree.objects[_ROOT] = {"Type": Name("StructTreeRoot"), "K": [top], "ParentTree": {"Nums": parents}}
    return Tagging(
        content.spans,
        tree.objects,
        tuple(_page_entries(page, links) for page, links in enumerate(tree.links)),
        {"StructTreeRoot": Pointer(_ROOT), "MarkInfo": {"Marked": "true"}},
    )


def _page_entries(page: int, links: Sequence[Pointer]) -> Mapping[str, Value]:
    entries: dict[str, Value] = {"StructParents": page, "Tabs": Name("S")}
    return {**entries, "Annots": links} if links else entries


@dataclass(slots=True)
class _Tree:
    """The tree being written. ``owners``: by page, the element of each piece of marked content; ``link_owners`` come
    after these in the same numbering; ``links`` are each page's annotations."""

    edition: Edition
    margin: float | None
    content: MarkedContent
    objects: dict[str, Value] = field(default_factory=dict)
    owners: list[list[Pointer]] = field(default_factory=list)
    link_owners: list[Pointer] = field(default_factory=list)
    links: list[list[Pointer]] = field(default_factory=list)

    def __post_init__(self) -> None:
        for page in self.content.spans:
            self.owners.append([Pointer("")] * sum("/MCID" in span.opens for span in page))
            self.links.append([])

    def add(self, element: Element, parent: str) -> Pointer:
        """An element and everything below it."""
        key = f"e{len(self.objects)}"
        entries: dict[str, Value] = {"Type": Name("StructElem"), "S": Name(element.kind), "P": Pointer(parent)}
        self.objects[key] = entries  # now, for its kids count what is there
        kids: list[Value] = []
        for kid in element.kids:
            kids += [self.add(kid, key)] if isinstance(kid, Element) else self._shown(kid, key)
        kids += self._annotations(element, key)
        attributes = [*self._box(element), *_cell(element)]
        texts = (("T", element.title), ("Alt", element.alt), ("ActualText", element.said))
        entries.update({name: utf16(text) for name, text in texts if text})
        if kids:
            entries["K"] = kids
        if attributes:
            entries["A"] = attributes
        if element.kind == "Note":
            entries["ID"] = key.encode()
        return Pointer(key)

    def _shown(self, shown: ShownMarks, key: str) -> Iterator[Value]:
        for page, piece in self.content.of(shown):
            self.owners[page][piece] = Pointer(key)
            yield {"Type": Name("MCR"), "Pg": PageRef(page), "MCID": piece}

    def _box(self, element: Element) -> Iterator[Value]:
        """Where a figure stands."""
        if element.kind == "Figure":
            for page, mark in self._marks(element):
                match mark:
                    case PictureMark(x=x, y=y, width=width, height=height):
                        box = self._rectangle(page, x, y, x + width, y + height)
                        yield {"O": Name("Layout"), "Placement": Name("Block"), "BBox": box}
                    case TextMark():
                        pass
                    case _:
                        assert_never(mark)

    def _annotations(self, element: Element, key: str) -> Iterator[Value]:
        """A link's annotations, one a line of its text."""
        if element.link is None:
            return
        marks = list(self._texts(element))
        said = "".join("".join(mark.run.texts) for _, mark in marks).strip()
        for (page, _), group in groupby(marks, key=lambda each: (each[0], _line_of(each[1]))):
            name = f"l{len(self.link_owners)}"
            line = [mark for _, mark in group]
            self.objects[name] = {
                "Type": Name("Annot"),
                "Subtype": Name("Link"),
                "Rect": self._extent(page, line),
                "Border": "[0 0 0]",
                "F": 4,  # it is printed, as PDF/A wants: an empty border
                "Contents": utf16(said),
                "StructParent": len(self.edition.pages) + len(self.link_owners),
                **self._leads_to(element.link, line[0].tag.story),
            }
            self.link_owners.append(Pointer(key))
            self.links[page].append(Pointer(name))
            yield {"Type": Name("OBJR"), "Pg": PageRef(page), "Obj": Pointer(name)}

    def _marks(self, element: Element) -> Iterator[tuple[int, TaggedMark]]:
        """The page and the mark of all that stands on the element's lines: ruby does not."""
        for kid in element.kids:
            if isinstance(kid, Element):
                yield from self._marks(kid) if kid.kind != "RT" else ()
                continue
            for page, at in kid.places:
                mark = self.edition.pages[page].marks[at]
                match mark:
                    case TextMark() | PictureMark():
                        yield page, mark
                    case RuleMark() | PanelMark():
                        pass
                    case _:
                        assert_never(mark)

    def _texts(self, element: Element) -> Iterator[tuple[int, TextMark]]:
        """The text among them."""
        for page, mark in self._marks(element):
            match mark:
                case TextMark():
                    yield page, mark
                case PictureMark():
                    pass
                case _:
                    assert_never(mark)

    def _leads_to(self, target: Target, story: str) -> Mapping[str, Value]:
        """An address; or a place on a page of the edition, where that is among those drawn."""
        if isinstance(target, str) and target[0] not in "#^":
            return {"A": {"S": Name("URI"), "URI": target.encode()}}
        for at, page in enumerate(self.edition.pages):
            found = [mark for mark in page.texts() if _is_meant(mark.tag, target, story)]
            if page.number == target if isinstance(target, int) else found:
                upper = self._upper(page) - min((mark.y - mark.run.size for mark in found), default=0.0)
                return {"Dest": [PageRef(at), Name("XYZ"), "null", number(upper), "null"]}
        return {}

    def _extent(self, page: int, line: Sequence[TextMark]) -> str:
        """The rectangle of a line's em boxes."""
        if _is_upright(line[0]):
            return self._upright_extent(page, line)
        left = min(mark.x + mark.run.xs[0] for mark in line)
        ends = (mark.x + mark.run.xs[-1] + mark.run.face.advance(mark.run.gids[-1]) * mark.run.size for mark in line)
        top = min(mark.y - _ABOVE * mark.run.size for mark in line)
        return self._rectangle(page, left, top, max(ends), max(mark.y + _BELOW * mark.run.size for mark in line))

    def _upright_extent(self, page: int, line: Sequence[TextMark]) -> str:
        """The rectangle of a vertical line's em boxes: a turned glyph lies on its back, its advance down the page."""
        boxes: list[tuple[float, float, float, float]] = []
        for mark in line:
            run = mark.run
            for gid, dx, dy in zip(run.gids, run.xs, run.ys, strict=True):
                x, y, advance = mark.x + dx, mark.y + dy, run.face.advance(gid) * run.size
                above, below = _ABOVE * run.size, _BELOW * run.size
                turned, standing = (x - below, y, x + above, y + advance), (x, y - above, x + advance, y + below)
                boxes.append(turned if run.turn else standing)
        lefts, tops, rights, feet = zip(*boxes, strict=True)
        return self._rectangle(page, min(lefts), min(tops), max(rights), max(feet))

    def _rectangle(self, page: int, left: float, top: float, right: float, foot: float) -> str:
        """Edges on the page as the file counts them: from the lower left of the paper."""
        sheet = self.edition.pages[page]
        edge, upper = self._edge(sheet), self._upper(sheet)
        return f"[{number(left + edge)} {number(upper - foot)} {number(right + edge)} {number(upper - top)}]"

    def _edge(self, page: Page) -> float:
        return page.bleed if self.margin is None else self.margin

    def _upper(self, page: Page) -> float:
        return page.height + self._edge(page)


def _is_upright(mark: TextMark) -> bool:
    """Whether a mark is of a vertical line (直排): its glyphs lie below the line's origin."""
    return bool(mark.run.turn) or any(y > 0 for y in mark.run.ys)


def _line_of(mark: TextMark) -> tuple[float, float]:
    """What the marks of one line share: lines stand below one another, or, upright, beside one another."""
    return (mark.x, mark.y) if _is_upright(mark) else (0.0, mark.y)


def _is_meant(tag: Tag, target: Target, story: str) -> bool:
    """Whether a mark is where a link of a story leads; ``#slug``: to what comes first of that story, its head if it
    has one; ``^①``: to the story's note. On a page that is meant, it is the story's first text."""
    if isinstance(target, int):
        return tag.story == story
    if target.startswith("#"):
        return tag.story == target[1:]
    return tag.story == story and tag.role == "note" and tag.label == target[1:]


def _cell(element: Element) -> Iterator[Value]:
    """What a cell says of itself (14.8.5.7): a head is that of its column; how many rows and columns it covers."""
    cell = element.cell
    entries: dict[str, Value] = {"Scope": Name("Column")} if element.kind == "TH" else {}
    if cell is not None and cell.rows > 1:
        entries["RowSpan"] = cell.rows
    if cell is not None and cell.columns > 1:
        entries["ColSpan"] = cell.columns
    if entries:
        yield {"O": Name("Table"), **entries}
