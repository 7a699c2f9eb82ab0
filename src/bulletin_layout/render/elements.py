"""Structure elements (结构元素; ISO 32000-1, 14.8.4), and text as one, with the links and the ruby in it."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal, NamedTuple, TypeGuard

from bulletin_layout.page import PictureMark, TableCell, Target, TextMark
from bulletin_layout.render.story_blocks import IndexedMark, MarkIndex
from bulletin_layout.values import dataclass

Kind = Literal[
    "Document", "Sect", "Art", "Div", "P", "H1", "H2", "H3", "H4", "H5", "H6", "BlockQuote", "L", "LI", "Lbl", "LBody",
    "Table", "TR", "TH", "TD", "Figure", "Caption", "Note", "Link",
    "Ruby", "RB", "RT",
]  # fmt: skip


class ShownMarks(NamedTuple):
    """Marks that are an element's own content, in reading order."""

    places: tuple[MarkIndex, ...]


@dataclass(frozen=True, slots=True)
class Element:
    """A structure element. ``cell``: which one of its table a TH or TD is; ``link``: where a Link leads; ``said``:
    what an RT says, which its marks do not."""

    kind: Kind
    kids: tuple["Element | ShownMarks", ...]
    title: str = ""
    alt: str = ""
    cell: TableCell | None = None
    link: Target | None = None
    said: str = ""


def is_text(mark: TextMark | PictureMark) -> TypeGuard[TextMark]:
    """Whether a mark is text."""
    return isinstance(mark, TextMark)


def text_element(kind: Kind, marks: Sequence[IndexedMark]) -> Element:
    """An element of text, with an element in it wherever the text is a link or stands under ruby."""
    kids: list[Element | ShownMarks] = []
    for link, group in groupby(marks, key=lambda placed: placed.mark.run.link if is_text(placed.mark) else None):
        under = _with_ruby(list(group))
        kids += under if link is None else [Element("Link", tuple(under), link=link)]
    return Element(kind, tuple(kids))


def labelled(kind: Kind, marks: Sequence[IndexedMark]) -> tuple[tuple[Element, ...], Element]:
    """The label (序号) that marks begin with, where they do, and an element of the text after it."""
    labels = tuple(placed for placed in marks if is_text(placed.mark) and placed.mark.label)
    text = text_element(kind, [placed for placed in marks if placed not in labels])
    return ((text_element("Lbl", labels),) if labels else ()), text


def _with_ruby(marks: Sequence[IndexedMark]) -> Iterator[Element | ShownMarks]:
    """Text, and within it text under ruby with its ruby (14.8.4.4.3): what that says is said by the element alone, so
    that text which is copied from the page stays the author's."""
    for (_, gloss), group in groupby(marks, key=_gloss):
        placed = list(group)
        base = ShownMarks(tuple(one.place for one in placed))
        ruby = tuple(over for one in placed for over in one.ruby)
        if not gloss or not ruby:
            yield base
            continue
        over = ShownMarks(tuple(one.place for one in ruby))
        said = "".join("".join(one.mark.run.texts) for one in ruby if is_text(one.mark))
        yield Element("Ruby", (Element("RB", (base,)), Element("RT", (over,), said=said)))


def _gloss(placed: IndexedMark) -> tuple[int, int]:
    """Line and number of the ruby that a mark stands under; (0, 0): it stands under none."""
    under = is_text(placed.mark) and placed.mark.run.gloss
    return (placed.mark.line, under) if is_text(placed.mark) and under else (0, 0)
