"""What was found in texts, as data that JSON can hold, and back (存取), for a process that begins with the same."""

from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256
from typing import Any, Final, get_args

from bulletin_layout.issue.rosters import Rosters
from bulletin_layout.proofreading.rule import Slip
from bulletin_layout.proofreading.saying import entry_of
from bulletin_layout.proofreading.together import Fact, Found, Kind, Read

#: What texts are checked by: the date of their issue, the lists of the house, the checks that somebody asked for.
Given = tuple[date, Rosters, tuple[str, ...]]
#: What data that is none may raise.
_WRONG: Final = (ValueError, TypeError, KeyError, AttributeError)
_KINDS: Final = frozenset(get_args(Kind))


def as_data(given: Given, read: Iterable[Read]) -> dict[str, Any]:
    """What was found in texts, by their digests. ``given``: what they were checked by."""
    return {"given": _given(given), "found": {each.digest: each.found for each in read}}


def found_in(data: Mapping[str, Any], given: Given) -> dict[str, Found]:
    """What was found, by digests; nothing, where it was found for another date or other lists, or the data is
    damaged."""
    try:
        same = data["given"] == _given(given)
        return {str(digest): _found_of(each) for digest, each in data["found"].items()} if same else {}
    except _WRONG:
        return {}


def _given(given: Given) -> str:
    return sha256(repr(given).encode()).hexdigest()


def _found_of(data: Any) -> Found:
    slips, facts = data
    return Found(tuple(_slip_of(*each) for each in slips), tuple(_fact_of(*each) for each in facts))


def _slip_of(start: int, end: int, code: str, fields: Any, right: str | None, safe: bool) -> Slip:
    if not 0 <= start <= end or not (right is None or isinstance(right, str)):
        raise ValueError(start)
    said = {name: fields[name] for name in entry_of(code).names}
    if not all(isinstance(each, str | int) for each in said.values()):
        raise ValueError(code)
    return Slip(start, end, code, said, right, safe is True)


def _fact_of(kind: Any, start: int, end: int, word: str, number: int, beside: str) -> Fact:
    if kind not in _KINDS or not 0 <= start <= end or not isinstance(number, int):
        raise ValueError(kind)
    return Fact(kind, start, end, word + "", number, beside + "")
