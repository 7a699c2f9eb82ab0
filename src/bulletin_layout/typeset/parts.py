"""Parts of a text that are something of their own (文中成分): an item's label, and addresses with where they lead.

They are found in the paragraph when it is prepared, whole, and handed to its lines as ``RunPart`` of their runs.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from bulletin_layout.issue.addresses import addresses
from bulletin_layout.page import GlyphRun, RunPart
from bulletin_layout.typeset.lines import TextRun


class TextPart(NamedTuple):
    """A label, or what leads to ``link``, from ``start`` to ``end`` of a paragraph's text."""

    start: int
    end: int
    link: str = ""


def parts_of(runs: Sequence[TextRun], label: int = 0) -> tuple[TextPart, ...]:
    """The label of so many characters, and the addresses in runs of text; what the author made a link leads where
    that says, and is no part of an address."""
    parts = [TextPart(0, label)] if label else []
    unlinked = "".join(" " * len(run.text) if run.link else run.text for run in runs)
    found = addresses(" " * label + unlinked[label:])
    return (*parts, *(TextPart(*address) for address in found if address.target))


def with_parts(runs: Sequence[GlyphRun], offsets: Sequence[int], parts: Sequence[TextPart]) -> tuple[GlyphRun, ...]:
    """The runs of a line with the parts of their text in them; ``offsets``: where in the text each glyph belongs."""
    done: list[GlyphRun] = []
    before = 0
    for run in runs:
        about = [_part_at(parts, offset) for offset in offsets[before : before + len(run.gids)]]
        before += len(run.gids)
        found: list[RunPart] = []
        end = 0
        for part, group in groupby(about):
            first, end = end, end + len(list(group))
            if part is not None:
                found.append(RunPart(first, end, part.link or None, label=not part.link))
        done.append(replace(run, parts=tuple(found)) if found else run)
    return tuple(done)


def _part_at(parts: Sequence[TextPart], offset: int) -> TextPart | None:
    return next((part for part in parts if part.start <= offset < part.end), None)
