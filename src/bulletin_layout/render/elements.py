"""Structure elements (结构元素; ISO 32000-1, 14.8.4), and how text becomes one, with its links and ruby."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal, assert_never

from bulletin_layout.page import GlyphRun, PictureMark, TableCell, Target, TextMark
from bulletin_layout.render.story_blocks import IndexedMark, MarkIndex, text_of
from bulletin_layout.values import NamedTuple, dataclass

Kind = Literal[
    "Document", "Sect", "Art", "Div", "P", "H1", "H2", "H3", "H4", "H5", "H6", "BlockQuote", "L", "LI", "Lbl", "LBody",
    "Table", "TR", "TH", "TD", "Figure", "Caption", "Note", "Link",
    "Ruby", "RB", "RT",
]  # fmt: skip


class ShownMarks(NamedTuple):
    """Marks that are the direct content of an element, in reading order."""

    places: tuple[MarkIndex, ...]


@dataclass(frozen=True, slots=True)
class Element:
    """A structure element. ``cell``: the table cell of a TH or TD; ``link``: target of a Link; ``said``: the text of an
    RT (ActualText), because its marks have none."""

    kind: Kind
    kids: tuple["Element | ShownMarks", ...]
    title: str = ""
    alt: str = ""
    cell: TableCell | None = None
    link: Target | None = None
    said: str = ""


def text_element(kind: Kind, marks: Sequence[IndexedMark]) -> Element:
    """An element of text, with elements inside for links and for text with ruby."""
    kids: list[Element | ShownMarks] = []
    for link, group in groupby(marks, key=_link):
        under = _with_ruby(list(group))
        kids += under if link is None else [Element("Link", tuple(under), link=link)]
    return Element(kind, tuple(kids))


def labelled(kind: Kind, marks: Sequence[IndexedMark]) -> tuple[tuple[Element, ...], Element]:
    """The label (序号, Lbl) at the start of these marks, if any, and an element of kind ``kind`` for the text after
    it."""
    labels = [placed for placed in marks if _is_label(placed)]
    text = text_element(kind, [placed for placed in marks if not _is_label(placed)])
    return ((text_element("Lbl", labels),) if labels else ()), text


def _with_ruby(marks: Sequence[IndexedMark]) -> Iterator[Element | ShownMarks]:
    """Text as marks, and text with ruby as Ruby elements (ISO 32000-1, 14.8.4.4.3). The reading is only in the element,
    not in the page's content, so that copied text is the author's text without readings in between."""
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
    """(Line, number) of the ruby over a mark; (0, 0): none."""
    run = _run(placed)
    return (placed.mark.tag.line, run.gloss) if run is not None and run.gloss else (0, 0)


def _link(placed: IndexedMark) -> Target | None:
    run = _run(placed)
    return run.link if run is not None else None


def _is_label(placed: IndexedMark) -> bool:
    run = _run(placed)
    return run is not None and run.label


def _run(placed: IndexedMark) -> GlyphRun | None:
    """The run of a text mark; None for a picture."""
    match placed.mark:
        case TextMark(run=run):
            return run
        case PictureMark():
            return None
        case _:
            assert_never(placed.mark)
