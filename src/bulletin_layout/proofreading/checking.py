"""Checks of texts (逐篇检查), each for itself: its slips, and the facts that others may say differently."""

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from bulletin_layout.issue.rosters import Rosters
from bulletin_layout.proofreading.copy import Copy, Written
from bulletin_layout.proofreading.dates import date_slips
from bulletin_layout.proofreading.pairs import pair_slips
from bulletin_layout.proofreading.people import people_slips
from bulletin_layout.proofreading.persons import persons_of
from bulletin_layout.proofreading.rule import Slip
from bulletin_layout.proofreading.series import series_slips
from bulletin_layout.proofreading.tables import table_slips
from bulletin_layout.proofreading.terms import term_slips
from bulletin_layout.proofreading.together import Fact, Found, facts_of
from bulletin_layout.proofreading.whole import whole_slips

T = TypeVar("T", Slip, Fact)


def checked(texts: Iterable[Written], issued: date, rosters: Rosters, asked: Container[str]) -> Iterator[Found]:
    """What is found in each of these texts. They are gone through as one, which takes less time; that changes nothing,
    since every check is of a story or of less. ``asked``: codes that somebody wants (``ASKED``)."""
    copy = Copy(texts)
    slips = sorted(
        (
            *people_slips(copy, rosters, issued),
            *term_slips(copy, rosters, issued),
            *pair_slips(copy),
            *date_slips(copy, issued),
            *table_slips(copy, asked),
            *series_slips(copy),
            *whole_slips(copy, asked),
        ),
        key=_start,
    )
    facts = sorted((*facts_of(copy), *persons_of(copy)), key=_start)
    for part in copy.parts:
        yield Found(_between(slips, part.start, part.end), _between(facts, part.start, part.end))


def _start(found: Slip | Fact) -> int:
    return found.start


def _between(found: Sequence[T], start: int, end: int) -> tuple[T, ...]:
    """Those of a text, with their offsets from its start."""
    inside = found[bisect_left(found, start, key=_start) : bisect_right(found, end, key=_start)]
    return tuple(each._replace(start=each.start - start, end=each.end - start) for each in inside)
