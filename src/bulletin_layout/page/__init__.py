"""The finished page (成品页): marks at fixed places, with nothing left to decide."""

from bulletin_layout.page.marks import (
    Edition,
    GlyphRun,
    Mark,
    OutlineEntry,
    Page,
    PanelMark,
    PictureMark,
    RuleMark,
    RunPart,
    TaggedMark,
    Target,
    TextMark,
)
from bulletin_layout.page.tags import Origin, Role, TableCell, TableShape, Tag

__all__ = [
    "Edition",
    "GlyphRun",
    "Mark",
    "Origin",
    "OutlineEntry",
    "Page",
    "PanelMark",
    "PictureMark",
    "Role",
    "RuleMark",
    "RunPart",
    "TableCell",
    "TableShape",
    "Tag",
    "TaggedMark",
    "Target",
    "TextMark",
]
