"""Reads an issue as it would be after an edit (试改), nothing written."""

from collections.abc import Sequence
from pathlib import Path

from bulletin_layout.findings import Finding
from bulletin_layout.live.edits.edit import Edit
from bulletin_layout.reading import Reading, ReadingMemory, read_issue


def tried(folder: Path, edit: Edit, memory: ReadingMemory) -> Reading:
    """The issue in ``folder`` with an edit made."""
    return read_issue(folder, memory=memory, instead=edit.after)


def new_errors(before: Sequence[Finding], after: Sequence[Finding]) -> tuple[Finding, ...]:
    """The errors that an edit would bring about; those that were there before may stay, wherever they moved."""
    known = {(each.code, each.says) for each in before}
    return tuple(each for each in after if each.severity == "error" and (each.code, each.says) not in known)
