"""Finds what was moved (移) among what was taken out and put in: a paragraph, a row of a table, a sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from bulletin_layout.proofing.changes import Change
from bulletin_layout.proofing.pairing import Pair, likeness

#: Least length of what can be told to be the same text elsewhere, characters.
_LEAST: Final = 8
#: A longer paragraph may have been edited as it was moved, if so much of it is the same.
_LONG: Final = 24
_LEAST_LIKE: Final = 0.6
#: Most paragraphs taken out, times paragraphs put in, that are compared for likeness.
_MOST: Final = 2_500


def moved_paragraphs(found: Sequence[Pair], old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Paragraph put in → paragraph taken out that it is, by their numbers: equal ones first, then those alike."""
    gone = [pair.old_start for pair in found if pair.start == pair.end]
    come = [pair.start for pair in found if pair.old_start == pair.old_end]
    partners: dict[int, int] = {}
    for number in come:
        same = next((each for each in gone if _bare(old[each]) == _bare(new[number])), None)
        if same is not None and len(_bare(new[number])) >= _LEAST:
            partners[number] = same
            gone.remove(same)
    if len(gone) * len(come) > _MOST:
        return partners
    for number in come:
        if number not in partners and len(new[number]) >= _LONG and gone:
            like, nearest = max((likeness(old[each], new[number]), -each) for each in gone)
            if like >= _LEAST_LIKE:
                partners[number] = -nearest
                gone.remove(-nearest)
    return partners


def with_moves(changes: Sequence[Change]) -> Iterator[Change]:
    """The changes, with each deletion and insertion of the same words made into one move, in the place of the
    insertion."""
    taken = {_bare(each.old): number for number, each in reversed([*enumerate(changes)]) if each.kind == "delete"}
    partners: dict[int, int] = {}
    for number, change in enumerate(changes):
        words = _bare(change.new)
        if change.kind == "insert" and len(words) >= _LEAST and words in taken:
            partners[number] = taken.pop(words)
    gone = {*partners.values()}
    for number, change in enumerate(changes):
        if number in partners:
            other = changes[partners[number]]
            gap = other.boxes[0] if other.boxes else None
            yield replace(change, kind="move", old=other.old, was=other.was, old_boxes=other.old_boxes, gap=gap)
        elif number not in gone:
            yield change


def _bare(text: str) -> str:
    """The words of a text: without spaces, and without the marks at its ends, which change with its place."""
    return "".join(text.split()).strip("，。；：、！？")
