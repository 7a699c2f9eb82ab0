"""What was found in the texts of an issue (现有校对结果), for a process that begins with the same texts."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from bulletin_layout.issue import Issue
from bulletin_layout.pipeline.record import DAMAGED, keep, kept, program
from bulletin_layout.proofreading import ProofMemory

#: Where it is written down, beside the issues' products.
_FOLDER: Final = Path(".cache/proofs")


def recall_proofs(shelves: Path, issue: Issue, memory: ProofMemory) -> None:
    """Take over what the last build found in the texts of an issue, if this program did: once for each issue that a
    process goes through."""
    if memory.folder != issue.folder:
        memory.folder, memory.learnt = issue.folder, False
        memory.kept = _kept(shelves / _FOLDER / f"{issue.id}.json")


def _kept(path: Path) -> Mapping[str, Any]:
    try:
        data = kept(path)
        return dict(data["proofs"]) if data["program"] == program() else {}
    except DAMAGED:
        return {}


def keep_proofs(shelves: Path, issue: Issue, memory: ProofMemory) -> None:
    """Write down what was found in the texts of an issue, if that is more than was taken over."""
    if memory.learnt:
        keep(shelves / _FOLDER / f"{issue.id}.json", {"program": program(), "proofs": memory.data()})
        memory.learnt = False
