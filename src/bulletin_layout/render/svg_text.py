"""Writes the text of a line as SVG: every glyph at its place, under a character that the browser can find and copy.

All glyphs are placed one by one (lists of x and y), so nothing depends on what a browser would do with the text.
"""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from unicodedata import category

from bulletin_layout.page import GlyphRun, TextMark
from bulletin_layout.pdfs import number
from bulletin_layout.render.svg_faces import ScreenFaces
from bulletin_layout.render.svg_memory import Look

#: Marks with their numbers in the fragment.
Numbered = Sequence[tuple[int, TextMark]]


def text_elements(marks: Numbered, look: Look, faces: ScreenFaces) -> Iterator[str]:
    """The text elements of a line's marks: its text in one, so that a search finds words across its marks; ruby in
    another, since it would stand in the middle of its base text; turned and stretched runs each in one of their own.

    Each mark is a ``tspan``, or a ``text`` if turned or stretched, with ``data-m``, its number in the fragment.
    """
    straight = [(at, mark) for at, mark in marks if not mark.run.turn and mark.run.stretch == 1]
    ruby = [(at, mark) for at, mark in straight if mark.tag.role == "ruby"]
    text = [(at, mark) for at, mark in straight if mark.tag.role != "ruby"]
    for together in (text, ruby):
        if together:
            yield _together(together, look, faces)
    for at, mark in marks:
        if mark.run.turn or mark.run.stretch != 1:
            yield _transformed(at, mark, look, faces)


def _together(marks: Numbered, look: Look, faces: ScreenFaces) -> str:
    shown = [_characters(mark.run, faces) for _, mark in marks]
    said = _label([mark for _, mark in marks], "".join(map("".join, shown)))
    spans = []
    for (at, mark), chars in zip(marks, shown, strict=True):
        run = mark.run
        xs = [mark.x + x for x in run.xs]
        ys = [mark.y + y for y in run.ys] if any(run.ys) else [mark.y]
        spans.append(f"<tspan {_look(at, run, look, faces)}{_places(xs, ys, chars)}</tspan>")
    return f"<text{said}>{''.join(spans)}</text>"


def _transformed(at: int, mark: TextMark, look: Look, faces: ScreenFaces) -> str:
    """A turned or stretched run: its places are those before turning and stretching."""
    run = mark.run
    chars = _characters(run, faces)
    xs, ys = run.xs, run.ys or (0.0,) * len(run.xs)
    along, across = (ys, [-x for x in xs]) if run.turn else (xs, ys)
    turned = f"rotate({run.turn})" if run.turn else ""
    stretched = f"scale({number(run.stretch)} 1)" if run.stretch != 1 else ""
    move = f'transform="translate({number(mark.x)} {number(mark.y)}){turned}{stretched}"'
    places = _places([x / run.stretch for x in along], across, chars)
    return f"<text {move}{_label([mark], ''.join(chars))} {_look(at, run, look, faces)}{places}</text>"


def _characters(run: GlyphRun, faces: ScreenFaces) -> list[str]:
    face = faces.of(run.face)
    return [face[shown] for shown in zip(run.gids, run.texts, strict=True)]


def _look(at: int, run: GlyphRun, look: Look, faces: ScreenFaces) -> str:
    family, colour = faces.of(run.face).family, look.colour(run.ink)
    return f'data-m="{at}" font-family="{family}" font-size="{number(run.size)}" fill="{colour}"'


def _places(xs: Sequence[float], ys: Sequence[float], chars: Sequence[str]) -> str:
    """The attributes x and y, the end of the tag, and the text. A single y holds for all characters.

    Browsers disagree whether a character beyond the basic plane takes one or two of the entries; so it is the last of a
    ``tspan``, and those after it have a list of their own.
    """
    ends = [at + 1 for at, char in enumerate(chars[:-1]) if char > "\uffff"]
    if not ends:
        return f' x="{_list(xs)}" y="{_list(ys)}">{escape("".join(chars), quote=False)}'
    pieces = zip((0, *ends), (*ends, len(chars)), strict=True)
    inner = (f"<tspan{_places(xs[a:b], ys[a:b] or ys[:1], chars[a:b])}</tspan>" for a, b in pieces)
    return f">{''.join(inner)}"


def _list(places: Iterable[float]) -> str:
    return " ".join(["%.2f" % place for place in places])  # noqa: UP031  # the fastest way, and most of drawing is this


def _label(marks: Sequence[TextMark], shown: str) -> str:
    """What is said aloud, where it is not what the characters say."""
    said = "".join(text for mark in marks for text in mark.run.texts)
    return "" if said.replace(" ", "\u00a0") == shown else f" {spoken(said)}"


def spoken(text: str) -> str:
    """The attributes of what stands for a text: a picture, or glyphs under codes of their own. Characters that XML does
    not allow are left out."""
    clean = "".join(char for char in text if category(char) not in ("Cc", "Cs", "Cn"))
    return f'role="img" aria-label="{escape(clean)}"'
