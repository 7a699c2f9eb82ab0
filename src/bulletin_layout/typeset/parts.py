"""Finds parts of a text that tagged files mark up (文中成分): the label of a list item, and addresses with their links.

They are found in the whole paragraph when it is prepared, because a line may divide an address; each line's runs then
carry them as ``RunPart``.
"""

from collections.abc import Sequence
from itertools import groupby

from bulletin_layout.issue.addresses import addresses
from bulletin_layout.page import GlyphRun, RunPart
from bulletin_layout.typeset.lines import TextRun
from bulletin_layout.values import NamedTuple, replace


class TextPart(NamedTuple):
    """text[start:end] of a paragraph: an address that links to ``link``, or the label of a list item (no link)."""

    start: int
    end: int
    link: str = ""


def parts_of(runs: Sequence[TextRun], label: int = 0) -> tuple[TextPart, ...]:
    """The label (the first ``label`` characters) and the addresses in a text. Text that the author made a link keeps
    its target, and is not searched for addresses."""
    parts = [TextPart(0, label)] if label else []
    # Blanked out instead of removed, so that the offsets stay right.
    unlinked = "".join([" " * len(run.text) if run.link else run.text for run in runs])
    found = addresses(" " * label + unlinked[label:])
    return (*parts, *(TextPart(*address) for address in found if address.target))


def with_parts(runs: Sequence[GlyphRun], offsets: Sequence[int], parts: Sequence[TextPart]) -> tuple[GlyphRun, ...]:
    """The runs of a line with the parts of the text in them; ``offsets``: offset in the text of each glyph."""
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
