"""What checks found in the texts, photos and fonts of an issue (现有检查结果), for a process that begins with the
same."""

from pathlib import Path
from typing import Any, Final

from bulletin_layout.fonts import FaceKey
from bulletin_layout.issue import Issue
from bulletin_layout.pipeline.memory import Memory
from bulletin_layout.pipeline.record import DAMAGED, keep, kept
from bulletin_layout.states import State

#: Where it is written down, beside the issues' products.
_FOLDER: Final = Path(".cache/checks")
#: The most ink that four plates give.
_ALL_PLATES: Final = 4.0


def recall_checks(shelves: Path, issue: Issue, memory: Memory) -> None:
    """Take over what the last build found in an issue, if this program did: once for each issue that a process goes
    through."""
    if memory.proofs.folder == issue.folder:
        return
    memory.proofs.folder, memory.proofs.learnt, memory.proofs.kept = issue.folder, False, {}
    try:
        data = kept(shelves / _FOLDER / f"{issue.id}.json")
        memory.proofs.kept = dict(data["proofs"])
        memory.judging.inks.update(_inks_of(data["inks"]))
        memory.composing.sound.update(_fonts_of(data["fonts"]))
    except DAMAGED:
        pass


def _inks_of(data: Any) -> dict[str, float]:
    inks = {str(digest): float(ink) for digest, ink in data.items()}
    if not all(0.0 <= ink <= _ALL_PLATES for ink in inks.values()):
        raise ValueError(inks)
    return inks


def _fonts_of(data: Any) -> dict[FaceKey, State]:
    return {
        (str(path), int(at), str(digest)): (int(time), int(size), int(node))
        for path, at, digest, (time, size, node) in data
    }


def keep_checks(shelves: Path, issue: Issue, memory: Memory) -> None:
    """Write down what was found in an issue, if that is more than was taken over."""
    if memory.proofs.learnt or memory.judging.learnt or memory.composing.learnt:
        data = {
            "proofs": memory.proofs.data(),
            "inks": memory.judging.inks,
            "fonts": [(*key, known) for key, known in memory.composing.sound.items()],
        }
        keep(shelves / _FOLDER / f"{issue.id}.json", data)
        memory.proofs.learnt = memory.judging.learnt = memory.composing.learnt = False
