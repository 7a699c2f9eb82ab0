"""What people decided (frozen values, no behaviour): publication, issue, story, page layout, style."""

from bulletin_layout.issue.give import Give, GiveKind, GiveUnit, Jump
from bulletin_layout.issue.issue import Issue, PagePlan
from bulletin_layout.issue.layout import (
    Banner,
    Box,
    EditorLine,
    Frame,
    Furniture,
    FurnitureLine,
    FurniturePlace,
    PageLayout,
    PhotoSpec,
    Sheet,
    Slot,
    TextSpec,
    TitleSpec,
)
from bulletin_layout.issue.publication import Publication
from bulletin_layout.issue.story import Block, Figure, Head, Paragraph, Photo, Piece, Story, Table
from bulletin_layout.issue.style import Align, Style
from bulletin_layout.issue.templates import ISSUE_NAMES, expand, names, template_values

__all__ = [
    "ISSUE_NAMES",
    "Align",
    "Banner",
    "Block",
    "Box",
    "EditorLine",
    "Figure",
    "Frame",
    "Furniture",
    "FurnitureLine",
    "FurniturePlace",
    "Give",
    "GiveKind",
    "GiveUnit",
    "Head",
    "Issue",
    "Jump",
    "PageLayout",
    "PagePlan",
    "Paragraph",
    "Photo",
    "PhotoSpec",
    "Piece",
    "Publication",
    "Sheet",
    "Slot",
    "Story",
    "Style",
    "Table",
    "TextSpec",
    "TitleSpec",
    "expand",
    "names",
    "template_values",
]
