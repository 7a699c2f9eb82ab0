"""The finished page (成品页): marks on paper, each placed, none left to be decided."""

from bulletin_layout.page.marks import (
    Edition,
    GlyphRun,
    Mark,
    OutlineEntry,
    Page,
    PanelMark,
    PictureMark,
    Role,
    RuleMark,
    TableCell,
    Target,
    TextMark,
)

__all__ = [
    "Edition",
    "GlyphRun",
    "Mark",
    "OutlineEntry",
    "Page",
    "PanelMark",
    "PictureMark",
    "Role",
    "RuleMark",
    "TableCell",
    "Target",
    "TextMark",
]
