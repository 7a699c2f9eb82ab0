"""All tables of rules (规则表), in the order in which they are tried, and which of them a text needs."""

from collections import defaultdict
from collections.abc import Container, Iterator
from functools import cache

from bulletin_layout.proofreading import characters, dates, marks, numbers, units, words
from bulletin_layout.proofreading.copy import Copy, keys_of
from bulletin_layout.proofreading.rule import Form, Rule, Slip, is_wanted, slips
from bulletin_layout.values import NamedTuple


class _Index(NamedTuple):
    """``forms``: all, in order, each with its rule; ``always``: numbers of those without cues; ``cues``: for the key of
    each cue (``keys_of``), the whole cue and the number of its form; ``characters``: the keys of sets of them, and the
    numbers of their forms."""

    forms: tuple[tuple[Rule, Form], ...]
    always: frozenset[int]
    cues: dict[int, list[tuple[str, int]]]
    characters: tuple[tuple[frozenset[int], int], ...]


def tables() -> Iterator[Rule]:
    """Every rule: characters before marks, marks before numbers, numbers before words."""
    yield from characters.RULES
    yield from marks.RULES
    yield from numbers.RULES
    yield from dates.RULES
    yield from units.RULES
    yield from words.rules()


def table_slips(copy: Copy, asked: Container[str] = ()) -> Iterator[Slip]:
    """What all rules find in a text, in their order. ``asked``: codes that somebody wants (``ASKED``). The time does
    not depend on how many rules there are: only those whose cues stand in the text are tried."""
    index = _index()
    needed = set(index.always)
    needed |= {
        number
        for key in index.cues.keys() & copy.keys
        for cue, number in index.cues[key]
        if len(cue) <= 2 or copy.stands(cue)  # a pair is known to be there
    }
    needed.update(number for keys, number in index.characters if not keys.isdisjoint(copy.keys))
    for number in sorted(needed):
        rule, form = index.forms[number]
        if is_wanted(rule.code, asked):
            yield from slips(rule, form, copy)


@cache
def _index() -> _Index:
    forms = tuple((rule, form) for rule in tables() for form in rule.forms)
    words: list[tuple[str, int]] = []
    sets = []
    always = []
    for number, (rule, form) in enumerate(forms):
        cues = form.cues or rule.cues
        if isinstance(cues, frozenset):
            sets.append((frozenset(map(ord, cues)), number))
        elif not cues:
            always.append(number)
        else:
            words += [(cue, number) for cue in cues.split("|")]
    known: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for key, word in zip(keys_of(cue for cue, _ in words), words, strict=True):
        known[key].append(word)
    return _Index(forms, frozenset(always), known, tuple(sets))
