"""The running text of a story (全文): all its texts one under another, with the place of every character."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from itertools import accumulate
from typing import Final

from bulletin_layout.findings import Location
from bulletin_layout.issue import Issue, Passage, Piece, Story, passages_of
from bulletin_layout.issue.addresses import addresses
from bulletin_layout.issue.walk import texts_beside
from bulletin_layout.values import NamedTuple

#: Stands for each character that no check looks at: of an address, of a reference to a note.
MASK: Final = "\ufffc"
#: Heads, each line of which is a passage of its own here.
HEADS: Final = ("kicker", "headline", "deck")
#: Texts in which spaces separate names, or lines are broken on purpose.
SPACED: Final = frozenset((*HEADS, "byline", "roster", "sign", "verse", "table", "section", "crosshead"))
#: In cues, stand for any Han, any character for private use, any compatibility character; 0 for any digit, 一 for any
#: Chinese numeral, a for any Latin letter.
ANY_HAN: Final = "\ufdd0"
ANY_PRIVATE: Final = "\ue000"
ANY_COMPATIBLE: Final = "\uf900"
NUMERALS: Final = "〇零一二三四五六七八九十百千万亿两"


def is_han(char: str) -> bool:
    """Whether a character is a Han, of the blocks in which they stand."""
    return "\u3400" <= char <= "\u9fff" or char in "〇々" or char >= "\U00020000"


def _shape(char: str) -> str:
    """The character that stands for its class in cues; itself, where it has none."""
    if is_han(char):
        return ANY_HAN
    if "\ue000" <= char <= "\uf8ff":
        return ANY_PRIVATE
    if "\u2e80" <= char <= "\u2fdf" or "\uf900" <= char <= "\ufaff" or "\ufb00" <= char <= "\ufb06":
        return ANY_COMPATIBLE
    return char


class _Shapes(dict[int, str]):
    """For ``str.translate``: fills itself with the characters that are met."""

    def __missing__(self, code: int) -> str:
        self[code] = made = _shape(chr(code))
        return made


_FOLDED: Final = {
    **dict.fromkeys(map(ord, "0123456789"), "0"),
    **dict.fromkeys(map(ord, NUMERALS), "一"),
    **{code: "a" for first in "Aa" for code in range(ord(first), ord(first) + 26)},
}
_SHAPES: Final = _Shapes()


def key_of(cue: str) -> int:
    """The number of one or two characters, of the first two of a longer text: quicker to gather than texts are."""
    return int.from_bytes(cue[:2].encode("utf-16-le"), "little")


@cache
def _keys_of(cues: str) -> frozenset[int]:
    return frozenset(map(key_of, cues.split("|")))


class Part(NamedTuple):
    """A story in a running text, from ``start`` to ``end``; None: what is printed beside the stories."""

    start: int
    end: int
    story: Story | None


class Copy:
    """The text of stories, or of what is printed beside them.

    ``text``: one passage a line; ``starts``: the offset of each passage in it; ``spans``: start, end and passage of
    each; ``parts``: the stories, in order.
    """

    def __init__(self, stories: Iterable[tuple[Story | None, Iterable[Passage]]]) -> None:
        self._known: dict[str, bool] = {}
        passages: list[Passage] = []
        counts = []
        for story, found in stories:
            first = len(passages)
            passages += found
            counts.append((first, len(passages), story))
        texts = [_masked(passage) for passage in passages]
        starts = (*accumulate((len(text) + 1 for text in texts), initial=0),)
        self.text, self.passages, self.starts = "\n".join(texts), tuple(passages), starts[:-1]
        self.spans = tuple((starts[n], starts[n + 1] - 1, passage) for n, passage in enumerate(passages))
        self.parts = tuple(
            Part(starts[first], starts[last] - 1, story) for first, last, story in counts if last > first
        )

    @cached_property
    def seen(self) -> str:
        """The text three times: as it is, with digits, numerals and Latin letters folded, with all classes folded."""
        text = f"\n{self.text}\n"
        folded = text.translate(_FOLDED)
        return f"{text}{folded}{folded.translate(_SHAPES)}"

    @cached_property
    def keys(self) -> set[int]:
        """Every character of the text, and every two side by side in ``seen``, as ``key_of`` numbers them."""
        data = self.seen.encode("utf-16-le", "surrogatepass")
        even = memoryview(data[: len(data) // 4 * 4]).cast("I")
        odd = memoryview(data[2 : 2 + (len(data) - 2) // 4 * 4]).cast("I")
        characters = "".join(set(self.text))
        return {*map(ord, characters), *map(ord, characters.translate(_SHAPES)), *even, *odd}

    def has(self, cues: str) -> bool:
        """Whether one of these words, between ``|``, stands in ``seen``."""
        known = self._known.get(cues)
        if known is None:
            found = not _keys_of(cues).isdisjoint(self.keys) and any(cue in self.seen for cue in cues.split("|"))
            known = self._known[cues] = found
        return known

    def passage_at(self, offset: int) -> Passage:
        """The passage that holds a character."""
        return self.passages[bisect_right(self.starts, offset) - 1]

    def part_at(self, offset: int) -> Part:
        """The story that holds a character."""
        return self.parts[bisect_right(self.parts, offset, key=lambda part: part.start) - 1]

    def piece_at(self, offset: int) -> tuple[Piece, int] | None:
        """The piece that holds a character, and the character's number in it; None: it is the end of its passage."""
        number = bisect_right(self.starts, offset) - 1
        left = offset - self.starts[number]
        for piece in self.passages[number].pieces:
            if left < len(piece.text):
                return piece, left
            left -= len(piece.text)
        return None

    def place(self, offset: int) -> Location:
        """Where a character stands in its file."""
        found = self.piece_at(offset)
        if found is None:
            return self.passage_at(offset).location
        at = found[0].location
        return Location(at.path, at.line, at.column + found[1])


def copy_of(stories: Iterable[Story]) -> Copy:
    """The running text of stories."""
    return Copy((story, _passages(story)) for story in stories)


def copy_beside(issue: Issue) -> Copy:
    """What is printed beside the stories: furniture, editors, and texts of the publication."""
    beside = dict.fromkeys(pieces for page in issue.pages for pieces in texts_beside(page) if pieces)
    beside |= dict.fromkeys(pieces for pieces in issue.publication.texts.values() if pieces)
    return Copy([(None, (Passage("byline", pieces, pieces[0].location) for pieces in beside))])


def _passages(story: Story) -> Iterator[Passage]:
    for kind, head in zip(HEADS, (story.kicker, story.headline, story.deck), strict=True):
        for line in head.lines if head is not None else ():
            yield Passage(kind, line, head.location if head is not None else story.location)  # type: ignore[arg-type]
    yield from (passage for passage in passages_of(story) if passage.kind not in HEADS)


def _masked(passage: Passage) -> str:
    text = "".join(MASK * len(piece.text) if piece.note else piece.text for piece in passage.pieces)
    if "." in text or "/" in text or "\\" in text:
        for start, end, _ in addresses(text):
            text = text[:start] + MASK * (end - start) + text[end:]
    return text
