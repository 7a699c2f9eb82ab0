"""Widens a change within a name to the whole name (人名整体): 贺佩霖→贺沛霖 beside 主任, though no list has it."""

from collections.abc import Iterator
from typing import Final

from bulletin_layout.proofing.edits import Edit
from bulletin_layout.typeset.persons import begins_with_office, is_han, is_office, is_person

#: Characters that follow a name of two characters, and are hardly ever the third of one.
_AFTER: Final = frozenset("说指在对和与及等表主出带介为到强同向作致做讲谈率参将被由从就也还又都并给让把")
_LONGEST_OFFICE: Final = 5


def as_name(edit: Edit, before: str, after: str) -> Edit:
    """The edit, or the whole name that it is in: of two to four Han, with a title of office before or after it."""
    size = edit.end - edit.start
    if not 1 <= size <= 2 or edit.old_end - edit.old_start != size:
        return edit
    if not all(map(is_han, before[edit.old_start : edit.old_end] + after[edit.start : edit.end])):
        return edit
    for back, length in _shapes(size):
        start, old = edit.start - back, edit.old_start - back
        if min(start, old) < 0 or before[old : edit.old_start] != after[start : edit.start]:
            continue
        if before[edit.old_end : old + length] != after[edit.end : start + length]:
            continue
        names = before[old : old + length], after[start : start + length]
        whole = all(len(name) == length for name in names)
        # Where the surname itself is wrong, only one of them is a name.
        if whole and any(map(is_person, names)) and _beside_office(after, start, length):
            return Edit(old, old + length, start, start + length)
    return edit


def _shapes(size: int) -> Iterator[tuple[int, int]]:
    """(Characters before the change, length) of the names that it may be in, the longest first: only surnames of two
    characters make names of four."""
    for length in (4, 3, 2):
        yield from ((back, length) for back in range(length - size, -1, -1))


def _beside_office(text: str, start: int, length: int) -> bool:
    end = start + length
    if begins_with_office(text[end:]):
        return True
    if length > 2 and text[end - 1] in _AFTER:
        return False  # a shorter name, and what it did
    return any(is_office(text[max(0, start - size) : start]) for size in range(2, _LONGEST_OFFICE + 1))
