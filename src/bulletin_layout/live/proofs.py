"""What changed since the last round of proofs, as a layer of the live page (校样改动)."""

from collections.abc import Iterator
from typing import Any

from bulletin_layout.compose import Composed
from bulletin_layout.findings import Finding
from bulletin_layout.findings.phrases import text
from bulletin_layout.languages import Language
from bulletin_layout.proofing.changes import Change, Comparison
from bulletin_layout.proofing.keeping import round_numbers, round_path
from bulletin_layout.proofing.since import since_last
from bulletin_layout.proofing.telling import in_short, kind_of


class SinceProof:
    """The changes since the last round, worked out once for a state of the pages and of the rounds."""

    def __init__(self) -> None:
        self._known: tuple[Composed, object, Comparison | None] | None = None

    def changes(self, composed: Composed) -> tuple[Change, ...]:
        """The changes; none where there is no round, or none that can be read."""
        state = _state(composed)
        known = self._known
        if known is None or known[0] is not composed or known[1] != state:
            found = since_last(composed.issue, composed.edition) if state else None
            known = self._known = (composed, state, None if isinstance(found, Finding) else found)
        return known[2].changes if known[2] is not None else ()


def _state(composed: Composed) -> object:
    """What tells one state of the rounds from another; None: there are none."""
    numbers = round_numbers(composed.issue.folder)
    if not numbers:
        return None
    try:
        known = round_path(composed.issue.folder, numbers[-1]).stat()
    except OSError:
        return None
    return numbers, known.st_mtime_ns, known.st_size


def changes_as_json(changes: tuple[Change, ...], page: int, language: Language) -> Iterator[dict[str, Any]]:
    """The changes on a page, as its layer shows them; what was taken away has a box without width."""
    for change in changes:
        boxes = [[box.x, box.y, box.width, box.height] for box in change.boxes if box.page == page]
        if boxes:
            words = f"{text(kind_of(change), language)} {in_short(change)}"
            yield {"number": change.number, "kind": change.kind, "words": words, "boxes": boxes}
