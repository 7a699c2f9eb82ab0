"""The running text of a story (全文): all its texts one under another, with the place of every character."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from hashlib import sha256
from itertools import accumulate, pairwise
from string import ascii_letters
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


_SHAPES: Final = _Shapes()
_ANY: Final = frozenset((ANY_HAN, ANY_PRIVATE, ANY_COMPATIBLE))
#: The characters that are folded into one.
_CLASSES: Final = {"0": "123456789", "一": NUMERALS.replace("一", ""), "a": ascii_letters[1:]}
#: A character as ``_numbers`` takes it, two of them in one number.
_WIDE: Final = "utf-32-le", "surrogatepass"


def _numbers(text: str) -> memoryview:
    """A number for every two characters of a text, but for one that is left: quicker to gather than texts are."""
    return memoryview(text[: len(text) // 2 * 2].encode(*_WIDE)).cast("Q")


def keys_of(cues: Iterable[str]) -> list[int]:
    """The number of each cue: of its first two characters, or of the only one. None is empty."""
    return [*_numbers("".join([cue[:2] if len(cue) > 1 else f"{cue}\0" for cue in cues]))]


def _folded(text: str) -> str:
    """The text with the characters of each class folded; replacing one after the other takes a fifth of the time that
    translating takes."""
    for sign, others in _CLASSES.items():
        for char in others:
            text = text.replace(char, sign)
    return text


@cache
def _keys_of(cues: str) -> frozenset[int]:
    return frozenset(keys_of(cues.split("|")))


class Written(NamedTuple):
    """What is written in a story, or beside the stories (None): its passages and the text of each, in which ``MASK``
    stands for what no check looks at."""

    story: Story | None
    passages: tuple[Passage, ...]
    texts: tuple[str, ...]

    @property
    def digest(self) -> str:
        """The same for what is written alike: its checks find the same in it."""
        kinds = (passage.kind for passage in self.passages)
        return sha256("\0".join((*kinds, *self.texts)).encode("utf-8", "surrogatepass")).hexdigest()


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

    def __init__(self, stories: Iterable[Written]) -> None:
        self._known: dict[str, bool] = {}
        passages: list[Passage] = []
        texts: list[str] = []
        counts = []
        for story, found, written in stories:
            first = len(passages)
            passages += found
            texts += written
            counts.append((first, len(passages), story))
        starts = (*accumulate((len(text) + 1 for text in texts), initial=0),)
        self.text, self.passages, self.starts = "\n".join(texts), tuple(passages), starts[:-1]
        self._lines = f"\n{self.text}\n"  # a cue may begin or end with the end of a line
        self.spans = tuple((starts[n], starts[n + 1] - 1, passage) for n, passage in enumerate(passages))
        self.parts = tuple(
            Part(starts[first], starts[last] - 1, story) for first, last, story in counts if last > first
        )

    @cached_property
    def folded(self) -> str:
        """The text with digits, numerals and Latin letters folded."""
        return _folded(self._lines)

    @cached_property
    def keys(self) -> set[int]:
        """Every character of the text, and every two side by side, as ``keys_of`` numbers them: as they are, with
        digits, numerals and Latin letters folded, with all classes folded."""
        keys = {*_numbers(self._lines), *_numbers(self._lines[1:])}
        found = array("Q", keys)
        # Much fewer than characters are the pairs that differ, and to fold them does the same.
        folded = _folded(found.tobytes().decode(*_WIDE))
        signs = folded.translate(_SHAPES)
        keys.update(memoryview(found).cast("B").cast("I"), _numbers(folded), _numbers(signs))
        keys.update(ord(sign) for sign in _ANY if sign in signs)
        return keys

    def has(self, cues: str) -> bool:
        """Whether one of these words, between ``|``, stands in the text."""
        known = self._known.get(cues)
        if known is None:
            found = not _keys_of(cues).isdisjoint(self.keys) and any(map(self.stands, cues.split("|")))
            known = self._known[cues] = found
        return known

    def stands(self, cue: str) -> bool:
        """Whether a cue stands in the text; of one with a sign for a class of characters, every two."""
        if len(cue) < 3 or not _ANY.isdisjoint(cue):
            return self.keys.issuperset(keys_of((cue, *map("".join, pairwise(cue)))))
        return cue in self._lines or (not _CLASSES.keys().isdisjoint(cue) and cue in self.folded)

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


def written_in(story: Story) -> Written:
    """What is written in a story."""
    passages = (*_passages(story),)
    return Written(story, passages, (*map(_masked, passages),))


def written_beside(issue: Issue) -> Written:
    """What is printed beside the stories: furniture, editors, and texts of the publication."""
    printed = {id(pieces): pieces for page in issue.pages for pieces in texts_beside(page)}  # most stand on many pages
    beside = dict.fromkeys(pieces for pieces in (*printed.values(), *issue.publication.texts.values()) if pieces)
    passages = tuple(Passage("byline", pieces, pieces[0].location) for pieces in beside)
    return Written(None, passages, (*map(_masked, passages),))


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
