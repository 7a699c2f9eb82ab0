"""The finished page (成品页): marks on paper, each placed, none left to be decided."""

from bulletin_layout.page.marks import (
    Cell,
    Edition,
    GlyphRun,
    Mark,
    OutlineEntry,
    Page,
    PanelMark,
    PictureMark,
    Role,
    RuleMark,
    Target,
    TextMark,
)

__all__ = [
    "Cell",
    "Edition",
    "GlyphRun",
    "Mark",
    "OutlineEntry",
    "Page",
    "PanelMark",
    "PictureMark",
    "Role",
    "RuleMark",
    "Target",
    "TextMark",
]
