"""The adapter for BudouX: how good a break in a head (断句处) would be at each joint between two characters.

A joint's strength is a number from 0 to 1, worked out from marks and spaces, from word boundaries (``segments``) and
from BudouX's model for phrases.
"""

import json
from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bulletin_layout.fonts import FontBook
from bulletin_layout.typeset.classes import may_break
from bulletin_layout.typeset.dictionary import dictionary

if TYPE_CHECKING:
    from bulletin_layout.typeset.segments import Starts

#: Least strength of a joint between two phrases, and between two words. A weaker joint is inside a word, a name or a
#: title of office, or may be.
PHRASE: Final = 0.25
WORD: Final = 0.1
#: Least strength of a joint where a word may begin, though that is not sure; and the most that such a joint gets.
DOUBTFUL: Final = 0.02
_MOST_DOUBTFUL: Final = 0.09
#: Kinsoku forbids a break here (避头尾).
FORBIDDEN: Final = -1.0

_NOTE: Final = "phraser"
_MODEL: Final = "zh-hans.json"
_WIDE_SPACE: Final = "\u3000"
_AFTER_SPACE: Final = 1.0
_AFTER_POINT: Final = 0.9
_BEFORE_DASH: Final = 0.95
_AT_BRACKET: Final = 0.75
_AT_LATIN: Final = 0.3
#: What a word that opens the second half of a head (暨, 并, 赴) adds to the joint before it, and the most it can reach.
_AT_TURN: Final = 0.4
_MOST_AT_TURN: Final = 0.85
#: The score from which BudouX counts as certain (found by looking at heads), and the most that the model alone gives.
_CERTAIN: Final = 3000.0
_MOST_BY_MODEL: Final = 0.6

#: Between two words that the model takes for one phrase; and beside a function word that belongs to its neighbour.
_BETWEEN_WORDS: Final = 0.15
_LEANING: Final = WORD

_TURNS: Final = "暨并赴"
#: One-character words that belong to the word after them: breaks after them are weak.
_PROCLITICS: Final = "暨与和及并赴在为对从向于把被将由以到让使给按比不再更最获来去上下"
#: One-character words that belong to the word before them.
_ENCLITICS: Final = "上下等"
_OPENERS: Final = "“‘《〈（「『【〔"
_CLOSERS: Final = "”’》〉）」』】〕"
_POINTS: Final = "，、；：。！？"


class Phraser:
    """BudouX's model for simplified Chinese, and the dictionary; keep one object for all heads of an issue.

    Both are read at first use, from files inside the packages: nothing is fetched. Reading the model takes 3 to 4 ms.
    """

    __slots__ = ("_base", "_joints", "_model", "_starts", "dictionary")

    def __init__(self) -> None:
        self.dictionary = dictionary()
        self._starts: dict[tuple[str, tuple[str, ...]], Starts] = {}
        self._joints: dict[tuple[str, tuple[str, ...]], tuple[float, ...]] = {}
        self._model: dict[str, dict[str, int]] = {}
        self._base = 0.0

    def score(self, text: str, at: int) -> float:
        """BudouX's score for a phrase that begins at text[at]; above 0, its ``parse`` would divide there."""
        if not self._model:
            # The scoring of Parser.parse is repeated below, since BudouX returns only the phrases, not the scores.
            self._model = _model()
            self._base = -0.5 * sum(sum(group.values()) for group in self._model.values())
        total = self._base
        for name, offset, length in _FEATURES:
            start = at + offset
            if start >= 0 and start + length <= len(text):
                total += self._model.get(name, {}).get(text[start : start + length], 0)
        return total

    def starts(self, text: str, words: tuple[str, ...]) -> "Starts":
        """Where the words of a head begin; kept for the next call."""
        found = self._starts.get((text, words))
        if found is None:
            from bulletin_layout.typeset.segments import word_starts

            found = self._starts[text, words] = word_starts(text, self.dictionary, words)
        return found

    def joints(self, text: str, words: tuple[str, ...]) -> tuple[float, ...]:
        """The strengths of a head's joints, as the function ``joints`` gives them; kept for the next call."""
        found = self._joints.get((text, words))
        if found is None:
            starts = self.starts(text, words)
            within = range(1, len(text))
            strengths = (_strength(text, at, starts, self.score(text, at)) for at in within)
            found = self._joints[text, words] = (FORBIDDEN, *strengths) if text else ()
        return found


def _model() -> dict[str, dict[str, int]]:
    """BudouX's model for simplified Chinese. The package is not imported: that takes longer than reading the file."""
    found = find_spec("budoux")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("budoux")
    model: dict[str, dict[str, int]] = json.loads(Path(found.origin).with_name("models").joinpath(_MODEL).read_bytes())
    return model


#: BudouX's features: (name, offset from the joint, length) of one, two and three characters around the joint.
_FEATURES: Final = (
    *((f"UW{k}", k - 4, 1) for k in range(1, 7)),
    *((f"BW{k}", k - 3, 2) for k in range(1, 4)),
    *((f"TW{k}", k - 4, 3) for k in range(1, 5)),
)


def phraser_of(book: FontBook) -> Phraser:
    """The phraser that is kept with a book of fonts (``book.notes``), so that it lives as long as the fonts do."""
    found = book.notes.get(_NOTE)
    if not isinstance(found, Phraser):
        found = book.notes[_NOTE] = Phraser()
    return found


def joints(text: str, phraser: Phraser | None = None, words: Sequence[str] = ()) -> tuple[float, ...]:
    """How good a break before each character of a head would be: one number a character.

    ``FORBIDDEN`` where kinsoku forbids a break, and before the first character; 0 inside a word; ``WORD`` or more
    between words; ``PHRASE`` or more between phrases; 1 after a wide space. ``words``: further words that stay whole.
    No standard covers this; it is newspapers' practice.
    """
    return (phraser or Phraser()).joints(text, tuple(words))


def parted_words(
    text: str, breaks: Iterable[int], phraser: Phraser | None = None, words: Sequence[str] = ()
) -> tuple[tuple[int, int, int], ...]:
    """(Start, break, end) of each word, name or title of office that is divided by a line break; ``breaks``: offsets
    where lines begin."""
    breaks = [at for at in breaks if 0 < at < len(text)]
    if not breaks:  # most heads have one line: the dictionary is not even loaded for them
        return ()
    starts = (phraser or Phraser()).starts(text, tuple(words))
    # The model says how well phrases part, never whether a word is divided, so 0 does for its score here.
    strengths = [FORBIDDEN, *(_strength(text, at, starts, 0.0) for at in range(1, len(text)))]
    ends = [0, *(at for at, strength in enumerate(strengths) if strength >= WORD), len(text)]
    inside = [at for at in breaks if 0 <= strengths[at] < WORD]
    return tuple((max(end for end in ends if end < at), at, min(end for end in ends if end > at)) for at in inside)


def _strength(text: str, at: int, starts: "Starts", score: float) -> float:
    if text[at] == " " or not may_break(text, at):
        return FORBIDDEN
    marked = _beside_mark(text[at - 1], text[at])
    if at not in starts.sure:
        certainty = min(1.0, max(0.0, 0.5 + score / _CERTAIN))
        return DOUBTFUL + (_MOST_DOUBTFUL - DOUBTFUL) * certainty if at in starts.doubtful else 0.0
    if marked is not None:
        return marked
    if _leans(text, at, starts.sure):
        return _LEANING
    if text[at - 1] == " " or _is_latin(text[at - 1]) != _is_latin(text[at]):
        return _AT_LATIN
    return _by_model(text[at], score)


def _by_model(char: str, score: float) -> float:
    """The strength of a joint between two words, by the model's score for a phrase that begins there."""
    if score <= 0:
        return _BETWEEN_WORDS
    strength = max(PHRASE, score / _CERTAIN)
    return min(_MOST_AT_TURN, strength + _AT_TURN) if char in _TURNS else min(_MOST_BY_MODEL, strength)


def _beside_mark(before: str, after: str) -> float | None:
    """The strength of a joint beside a mark or a wide space; None if neither decides it."""
    if _WIDE_SPACE in (before, after):
        return _AFTER_SPACE if before == _WIDE_SPACE != after else 0.0
    if before in _POINTS:
        return _AFTER_POINT
    if after == "—":
        return _BEFORE_DASH
    if before in "—·" or (before in _CLOSERS and after in "的了们"):
        return 0.0
    return _AT_BRACKET if after in _OPENERS or before in _CLOSERS else None


def _leans(text: str, at: int, starts: frozenset[int]) -> bool:
    """Whether a word beside the joint is a function word that belongs to the one on the other side."""
    after_proclitic = text[at - 1] in _PROCLITICS and (at == 1 or at - 1 in starts)
    return after_proclitic or (text[at] in _ENCLITICS and (at + 1 == len(text) or at + 1 in starts))


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
