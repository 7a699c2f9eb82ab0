"""Texts with marks as pieces (行内标记): tests write them as authors do."""

from bulletin_layout.findings import Finding, Location
from bulletin_layout.issue import Pieces
from bulletin_layout.reading.story.inline import words_of
from bulletin_layout.reading.story.places import Stretch


def words(written: str, at: Location | None = None) -> Pieces:
    """A text's pieces; ``at``: where it stands in its file. It must be right."""
    place = at or Location("s.md")
    findings: list[Finding] = []
    pieces = words_of(written, (Stretch(0, place.line - 1, place.column - 1),), place.path, findings, notes=True)
    assert not findings, findings
    return pieces
