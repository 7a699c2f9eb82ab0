"""Writes the structure tree as PDF objects (标签; ISO 32000-1, 14.7–14.8), with link annotations (12.5.6.5).

PDF/UA-1 (ISO 14289-1) requires that everything on a page is the content of an element or an artifact, and that every
link annotation is in a Link element.
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
#: Height above and depth below the baseline of the area that can be clicked, em.
_ABOVE, _BELOW = 0.9, 0.15


@dataclass(frozen=True, slots=True)
class Tagging:
    """The tags of an edition. ``spans``: marked content of each page, for drawing. The rest is added to the drawn file:
    ``objects``, and entries for ``pages`` and the catalogue."""

    spans: tuple[tuple[ContentSpan, ...], ...]
    objects: Mapping[str, Value]
    pages: tuple[Mapping[str, Value], ...]
    catalog: Mapping[str, Value]


def tagging_of(edition: Edition, margin: float | None) -> Tagging:
    """The tags of an edition; ``margin``: paper outside the trim, points (None: each page's bleed)."""
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
    """Builds the tree. ``owners``: for each page, the element of each marked-content sequence; ``link_owners``: the
    element of each annotation, numbered after the pages in the parent tree (14.7.4.4); ``links``: each page's
    annotations."""

    edition: Edition
    margin: float | None
    content: MarkedContent
    objects: dict[str, Value] = field(default_factory=dict)
    owners: list[list[Pointer]] = field(default_factory=list)
    link_owners: list[Pointer] = field(default_factory=list)
    links: list[list[Pointer]] = field(default_factory=list)

    def __post_init__(self) -> None:
        for page in self.content.spans:
            # Filled in as elements claim their sequences; the parent tree needs them in the order of the page
            # (14.7.4.4).
            self.owners.append([Pointer("")] * sum("/MCID" in span.opens for span in page))
            self.links.append([])

    def add(self, element: Element, parent: str) -> Pointer:
        """Add an element and everything below it; a pointer to it. ``parent``: key of its parent."""
        key = f"e{len(self.objects)}"
        entries: dict[str, Value] = {"Type": Name("StructElem"), "S": Name(element.kind), "P": Pointer(parent)}
        self.objects[key] = entries  # before its kids, whose keys are counted from the number of objects
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
        # PDF/UA-1 requires an ID for every Note (7.9).
        if element.kind == "Note":
            entries["ID"] = key.encode()
        return Pointer(key)

    def _shown(self, shown: ShownMarks, key: str) -> Iterator[Value]:
        for page, piece in self.content.of(shown):
            self.owners[page][piece] = Pointer(key)
            yield {"Type": Name("MCR"), "Pg": PageRef(page), "MCID": piece}

    def _box(self, element: Element) -> Iterator[Value]:
        """The attributes of a figure: its bounding box (required by PDF/UA-1)."""
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
        """Add the annotations of a link, one for each line of its text."""
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
                "F": 4,  # Print: PDF/A requires it; with an empty border, nothing is printed
                "Contents": utf16(said),
                "StructParent": len(self.edition.pages) + len(self.link_owners),
                **self._leads_to(element.link, line[0].tag.story),
            }
            self.link_owners.append(Pointer(key))
            self.links[page].append(Pointer(name))
            yield {"Type": Name("OBJR"), "Pg": PageRef(page), "Obj": Pointer(name)}

    def _marks(self, element: Element) -> Iterator[tuple[int, TaggedMark]]:
        """(Page, mark) of the content of an element, without ruby, which is not on its lines."""
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
        """(Page, mark) of the text marks of an element, without ruby."""
        for page, mark in self._marks(element):
            match mark:
                case TextMark():
                    yield page, mark
                case PictureMark():
                    pass
                case _:
                    assert_never(mark)

    def _leads_to(self, target: Target, story: str) -> Mapping[str, Value]:
        """The entries of an annotation for its target: a URI, or a place on a page; none if that page is not drawn."""
        if isinstance(target, str) and target[0] not in "#^":
            return {"A": {"S": Name("URI"), "URI": target.encode()}}
        for at, page in enumerate(self.edition.pages):
            found = [mark for mark in page.texts() if _is_meant(mark.tag, target, story)]
            if page.number == target if isinstance(target, int) else found:
                upper = self._upper(page) - min((mark.y - mark.run.size for mark in found), default=0.0)
                return {"Dest": [PageRef(at), Name("XYZ"), "null", number(upper), "null"]}
        return {}

    def _extent(self, page: int, line: Sequence[TextMark]) -> str:
        """The rectangle of a line that can be clicked."""
        if _is_upright(line[0]):
            return self._upright_extent(page, line)
        left = min(mark.x + mark.run.xs[0] for mark in line)
        ends = (mark.x + mark.run.xs[-1] + mark.run.face.advance(mark.run.gids[-1]) * mark.run.size for mark in line)
        top = min(mark.y - _ABOVE * mark.run.size for mark in line)
        return self._rectangle(page, left, top, max(ends), max(mark.y + _BELOW * mark.run.size for mark in line))

    def _upright_extent(self, page: int, line: Sequence[TextMark]) -> str:
        """The rectangle of a vertical line that can be clicked; the advance of a turned glyph runs down the page."""
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
        """A rectangle in the coordinates of the file: from the lower left corner of the paper, y up."""
        sheet = self.edition.pages[page]
        edge, upper = self._edge(sheet), self._upper(sheet)
        return f"[{number(left + edge)} {number(upper - foot)} {number(right + edge)} {number(upper - top)}]"

    def _edge(self, page: Page) -> float:
        return page.bleed if self.margin is None else self.margin

    def _upper(self, page: Page) -> float:
        return page.height + self._edge(page)


def _is_upright(mark: TextMark) -> bool:
    """Whether a mark belongs to a vertical line (直排): its glyphs are turned, or below its origin."""
    return bool(mark.run.turn) or any(y > 0 for y in mark.run.ys)


def _line_of(mark: TextMark) -> tuple[float, float]:
    """The key of a line: its y, and for vertical lines also its x."""
    return (mark.x, mark.y) if _is_upright(mark) else (0.0, mark.y)


def _is_meant(tag: Tag, target: Target, story: str) -> bool:
    """Whether a mark belongs to the target of a link in ``story``: for ``#slug``, the text of that story (the first of
    it is where the link goes); for ``^①``, the note; for a page number, the text of the same story on that page."""
    if isinstance(target, int):
        return tag.story == story
    if target.startswith("#"):
        return tag.story == target[1:]
    return tag.story == story and tag.role == "note" and tag.label == target[1:]


def _cell(element: Element) -> Iterator[Value]:
    """The table attributes of a cell (14.8.5.7): the scope of a head cell, and its spans."""
    cell = element.cell
    entries: dict[str, Value] = {"Scope": Name("Column")} if element.kind == "TH" else {}
    if cell is not None and cell.rows > 1:
        entries["RowSpan"] = cell.rows
    if cell is not None and cell.columns > 1:
        entries["ColSpan"] = cell.columns
    if entries:
        yield {"O": Name("Table"), **entries}
