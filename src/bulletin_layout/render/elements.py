"""Structure elements (结构元素; ISO 32000-1, 14.8.4), and text as one, with the links and the ruby in it."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal, NamedTuple, assert_never

from bulletin_layout.page import GlyphRun, PictureMark, TableCell, Target, TextMark
from bulletin_layout.render.story_blocks import IndexedMark, MarkIndex, text_of
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


def text_element(kind: Kind, marks: Sequence[IndexedMark]) -> Element:
    """An element of text, with an element in it wherever the text is a link or stands under ruby."""
    kids: list[Element | ShownMarks] = []
    for link, group in groupby(marks, key=_link):
        under = _with_ruby(list(group))
        kids += under if link is None else [Element("Link", tuple(under), link=link)]
    return Element(kind, tuple(kids))


def labelled(kind: Kind, marks: Sequence[IndexedMark]) -> tuple[tuple[Element, ...], Element]:
    """The label (序号) that marks begin with, where they do, and an element of the text after it."""
    labels = [placed for placed in marks if _is_label(placed)]
    text = text_element(kind, [placed for placed in marks if not _is_label(placed)])
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
        yield Element("Ruby", (Element("RB", (base,)), Element("RT", (over,), said=text_of(ruby))))


def _gloss(placed: IndexedMark) -> tuple[int, int]:
    """Line and number of the ruby that a mark stands under; (0, 0): it stands under none."""
    run = _run(placed)
    return (placed.mark.tag.line, run.gloss) if run is not None and run.gloss else (0, 0)


def _link(placed: IndexedMark) -> Target | None:
    run = _run(placed)
    return run.link if run is not None else None


def _is_label(placed: IndexedMark) -> bool:
    run = _run(placed)
    return run is not None and run.label


def _run(placed: IndexedMark) -> GlyphRun | None:
    """A text's run; a picture has none."""
    match placed.mark:
        case TextMark(run=run):
            return run
        case PictureMark():
            return None
        case _:
            assert_never(placed.mark)
