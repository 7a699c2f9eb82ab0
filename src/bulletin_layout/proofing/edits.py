"""What changed between two texts (校异同): edits as a proofreader would mark them, whole names and numbers at a time.

``difflib`` finds what is equal. What lies between is then joined and widened: a person who reads a proof is not helped
by three shreds of a rewritten clause, nor by one character of a name.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import accumulate
from typing import Final

from bulletin_layout.values import NamedTuple


class Edit(NamedTuple):
    """``before[old_start:old_end]`` became ``after[start:end]``; one of the two may be empty."""

    old_start: int
    old_end: int
    start: int
    end: int


#: Dates; numbers with their unit; Chinese numerals of two characters and more, with theirs; Western words; short quoted
#: terms and titles; any other character with its accents and variation selectors.
_TOKENS: Final = (
    r"(?:\d{4}年)?\d{1,2}月\d{1,2}日|\d+(?:[.,:：]\d+)*(?:[%‰℃°]|[A-Za-zμ]+[²³]?|[十百千万亿]{0,2}[\u4e00-\u9fff])?"
    r"|[〇零一二三四五六七八九十百千万亿两]{2,}[\u4e00-\u9fff]?|[A-Za-z]+(?:['’-][A-Za-z]+)*"
    r"|“[^“”\n\t]{1,8}”|《[^《》\n\t]{1,8}》"
    r"|[\s\S][\u0300-\u036f\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef]*"
)
_STOPS: Final = frozenset("，。；：、！？\n\t")
#: Most pairs of equal tokens that are compared one by one; a paragraph of 1,000 字 has some 10,000.
_MOST_PAIRS: Final = 60_000
_MOST_SHIFTS: Final = 200
#: Below this share of equal text, a text is taken for rewritten as a whole.
_LEAST_EQUAL: Final = 0.35


def edits(before: str, after: str, names: Iterable[str] = ()) -> tuple[Edit, ...]:
    """The edits that lead from one text to the other, in order. ``names``: words that are shown whole.

    Time is bounded: a long text whose characters repeat is compared sentence by sentence first.
    """
    if before == after:
        return ()
    pattern = _pattern(names)
    old, new = _Cut(pattern.findall(before)), _Cut(pattern.findall(after))
    found = _joined(_different(old.tokens, new.tokens), old, new)
    whole = [Edit(old.at[a], old.at[b], new.at[c], new.at[d]) for a, b, c, d in found]
    kept = 1 - sum(each.old_end - each.old_start for each in whole) / max(1, len(before))
    if len(whole) > 1 and kept < _LEAST_EQUAL and len(before) > 8:
        return (_trimmed(Edit(0, len(before), 0, len(after)), before, after),)
    return tuple(_slid(each, before, after) for each in whole)


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    longest = sorted({name for name in names if len(name) > 1}, key=lambda name: (-len(name), name))
    return re.compile("|".join((*map(re.escape, longest), _TOKENS)))


class _Cut:
    """A text in tokens, with the offset of each; ``at`` has one more, the text's length."""

    def __init__(self, tokens: Sequence[str]) -> None:
        self.tokens = tokens
        self.at = tuple(accumulate(map(len, tokens), initial=0))


_Span = tuple[int, int, int, int]


def _different(old: Sequence[str], new: Sequence[str]) -> list[_Span]:
    """Spans of tokens that are not equal, between the equal head and tail of the two."""
    head = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    most = min(len(old), len(new)) - head
    tail = next((at for at in range(most) if old[-1 - at] != new[-1 - at]), most)
    middle = old[head : len(old) - tail], new[head : len(new) - tail]
    return [(head + a, head + b, head + c, head + d) for a, b, c, d in _matched(*middle)]


def _matched(old: Sequence[str], new: Sequence[str]) -> list[_Span]:
    if _pairs(old, new) <= _MOST_PAIRS:
        return _opcodes(old, new)
    rough = _sentences(old), _sentences(new)
    if all(len(each) <= 1 for each in rough):
        return [(0, len(old), 0, len(new))]
    starts = [tuple(accumulate((len(part) for part in each), initial=0)) for each in rough]
    found: list[_Span] = []
    # Popular sentences are junk here (autojunk): a text that repeats one sentence would take quadratic time.
    for tag, a, b, c, d in SequenceMatcher(None, rough[0], rough[1], autojunk=True).get_opcodes():
        if tag == "equal":
            continue
        i, j, k, m = starts[0][a], starts[0][b], starts[1][c], starts[1][d]
        few = _pairs(old[i:j], new[k:m]) <= _MOST_PAIRS
        inside = _opcodes(old[i:j], new[k:m]) if few else [(0, j - i, 0, m - k)]
        found += [(i + e, i + f, k + g, k + h) for e, f, g, h in inside]
    return found


def _opcodes(old: Sequence[str], new: Sequence[str]) -> list[_Span]:
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [(a, b, c, d) for tag, a, b, c, d in codes if tag != "equal"]


def _pairs(old: Sequence[str], new: Sequence[str]) -> int:
    counted = Counter(new)
    return sum(count * counted[token] for token, count in Counter(old).items())


def _sentences(tokens: Sequence[str]) -> list[tuple[str, ...]]:
    """The tokens sentence by sentence."""
    found: list[tuple[str, ...]] = []
    start = 0
    for at, token in enumerate(tokens, start=1):
        if token in "。！？；\n" or at == len(tokens):
            found.append(tuple(tokens[start:at]))
            start = at
    return found


def _joined(spans: Iterable[_Span], old: _Cut, new: _Cut) -> list[_Span]:
    """Spans joined over equal text too short to be worth reading between two changes."""
    done: list[_Span] = []
    for span in spans:
        done.append(span)
        while len(done) > 1 and _is_glue(done[-2], done[-1], old, new):
            (a, _, c, _), (_, b, _, d) = done[-2:]
            done[-2:] = [(a, b, c, d)]
    return done


def _is_glue(one: _Span, two: _Span, old: _Cut, new: _Cut) -> bool:
    """Whether the equal text between two spans goes with them: one 字; two between changes of six 字 and more; or less
    than what was changed on either side. A stop parts what is changed before and after it, unless all is rewritten."""
    between = "".join(old.tokens[one[1] : two[0]])
    sizes = [max(old.at[b] - old.at[a], new.at[d] - new.at[c]) for a, b, c, d in (one, two)]
    if not _STOPS.isdisjoint(between):
        return "\n" not in between and 3 * len(between) <= min(sizes)
    return len(between) <= 1 or (len(between) == 2 and sum(sizes) >= 6) or len(between) <= min(sizes)


def _trimmed(edit: Edit, before: str, after: str) -> Edit:
    """The edit without equal text at its ends."""
    a, b, c, d = edit
    while a < b and c < d and before[a] == after[c]:
        a, c = a + 1, c + 1
    while a < b and c < d and before[b - 1] == after[d - 1]:
        b, d = b - 1, d - 1
    return Edit(a, b, c, d)


def _slid(edit: Edit, before: str, after: str) -> Edit:
    """An insertion or deletion moved to where a reader takes it to be: it begins after a stop, if it can."""
    a, b, c, d = edit
    if (a == b) == (c == d):
        return edit
    text, start, end = (after, c, d) if a == b else (before, a, b)
    best, by = _merit(text, start, end), 0
    for way in (-1, 1):
        first, last = start, end
        for step in range(1, _MOST_SHIFTS):
            if way < 0 and (first == 0 or text[first - 1] != text[last - 1]):
                break
            if way > 0 and (last == len(text) or text[first] != text[last]):
                break
            first, last = first + way, last + way
            merit = _merit(text, first, last)
            if merit > best:
                best, by = merit, way * step
    return Edit(a + by, b + by, c + by, d + by)


def _merit(text: str, start: int, end: int) -> int:
    """How well a stretch reads as one: it begins where a sentence, or a clause, does."""
    before = text[start - 1] if start else "\n"
    return (2 if before in "。！？；\n\t" else 1 if before in _STOPS else 0) + (
        end == len(text) or text[end - 1] in _STOPS
    )
