"""Slips in words (措辞), by the entry of each in the catalogue."""

from typing import Any

from bulletin_layout.findings import Finding
from bulletin_layout.findings.catalogue import characters, names, numbers, punctuation, words
from bulletin_layout.findings.entries import Entry
from bulletin_layout.proofreading.copy import Copy
from bulletin_layout.proofreading.fixes import fix_of
from bulletin_layout.proofreading.rule import Slip
from bulletin_layout.values import replace


def said(copy: Copy, slip: Slip) -> Finding:
    """The finding of a slip."""
    entry = entry_of(slip.code)
    finding: Finding = entry(copy.place(slip.start), **{name: slip.fields[name] for name in entry.names})
    return replace(finding, fix=fix_of(copy, slip))


def entry_of(code: str) -> Entry[Any]:
    """The entry that has this name. KeyError: none has."""
    for area in (punctuation, characters, numbers, words, names):
        entry = getattr(area, code, None)
        if isinstance(entry, Entry):
            return entry
    raise KeyError(code)
