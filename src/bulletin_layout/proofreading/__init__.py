"""Checks of manuscripts (稿件检查): what is written in an issue against the rules of punctuation, numbers and words.

``proofread`` goes through the running text of an issue: heads, captions, tables, notes, furniture and all. Rules are
tables of patterns, one module an area; what patterns cannot tell is a function beside them. None knows the language: a
list finds the slips that it lists, and no others.
"""

from bulletin_layout.findings import Finding
from bulletin_layout.issue import Issue
from bulletin_layout.proofreading.memory import ProofMemory

__all__ = ["ProofMemory", "left_as_is", "proofread"]


def proofread(issue: Issue, memory: ProofMemory | None = None) -> tuple[Finding, ...]:
    """All findings about what is written in an issue, in the order of the text; of two about the same characters, only
    the first rule's. ``memory``: what was found in the issue's stories before."""
    from bulletin_layout.proofreading.reading import read_proofs

    return read_proofs(issue, memory or ProofMemory()).findings


def left_as_is(issue: Issue) -> tuple[Finding, ...]:
    """The findings that remarks of their stories leave on purpose (校：留), in the order of the text."""
    from bulletin_layout.proofreading.reading import read_proofs

    return read_proofs(issue, ProofMemory()).left
