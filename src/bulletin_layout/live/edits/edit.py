"""An edit (改动): files as they were and as they are to be, with a name for whoever undoes it."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import editing as said
from bulletin_layout.findings.phrases import Phrase
from bulletin_layout.live.edits import refusals
from bulletin_layout.live.edits.source_text import Replacement, SourceText, source_text
from bulletin_layout.live.texts import Texts
from bulletin_layout.values import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """``before``, ``after``: the bytes of the files that it changes, by absolute path. ``place``: where, for findings
    and for the page to mark."""

    label: Phrase
    before: Mapping[Path, bytes]
    after: Mapping[Path, bytes]
    place: Location


def edit_of(label: Phrase, place: Location, changes: Sequence[tuple[SourceText, Sequence[Replacement]]]) -> Edit:
    """The edit that makes these replacements in these files."""
    before = {source.path: source.data for source, _ in changes}
    after = {source.path: source.replaced(own) for source, own in changes}
    return Edit(label, before, after, place)


def source_of(texts: Texts, shown: str, place: Location) -> SourceText | Finding:
    """A file of the issue for an edit, by the path that locations name; a finding when it cannot be edited."""
    path, data = texts.own(shown), texts.data(shown)
    if path is None or data is None:
        return refusals.no_source(place)
    found = source_text(path, shown, data)
    return found if found is not None else said.not_editable_encoding(place)
