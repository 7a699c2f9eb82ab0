"""Checks of manuscripts (稿件检查): what is written in an issue against the rules of punctuation, numbers and words.

``proofread`` goes through the running text of an issue: heads, captions, tables, notes, furniture and all. Rules are
tables of patterns, one module an area; what patterns cannot tell is a function beside them. None knows the language: a
list finds the slips that it lists, and no others.
"""

from collections.abc import Iterator

from bulletin_layout.findings import Finding
from bulletin_layout.issue import Issue

__all__ = ["proofread"]


def proofread(issue: Issue) -> tuple[Finding, ...]:
    """All findings about what is written in an issue, in the order of the text; of two about the same characters, only
    the first rule's."""
    from bulletin_layout.proofreading.copy import Copy, copy_of
    from bulletin_layout.proofreading.dates import date_slips
    from bulletin_layout.proofreading.pairs import pair_slips
    from bulletin_layout.proofreading.rule import Slip, slips
    from bulletin_layout.proofreading.series import series_slips
    from bulletin_layout.proofreading.tables import tables
    from bulletin_layout.proofreading.whole import whole_slips

    def found(copy: Copy) -> Iterator[Slip]:
        yield from pair_slips(copy)
        yield from date_slips(copy, issue.date)
        for rule in tables():
            yield from slips(rule, copy)
        yield from series_slips(copy)
        yield from whole_slips(copy)

    first: dict[tuple[int, int], Finding] = {}
    for slip in found(copy_of(issue)):
        first.setdefault((slip.start, slip.end), slip.finding)
    return tuple(first[span] for span in sorted(first))
