"""Chinese composition (排文): a paragraph and the measures it meets → lines. Every rule, and nothing else."""

from bulletin_layout.typeset.lines import Column, Ledger, Line, Setting, TextRun

__all__ = ["Column", "Ledger", "Line", "Setting", "TextRun"]
