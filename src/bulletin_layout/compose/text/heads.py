"""Heads that stand in the text (文中标题): those of briefs, and of stories that flow, one below the other."""

from collections.abc import Mapping
from dataclasses import replace

from bulletin_layout.compose.blocks.titles import TitlePart, heads_of, horizontal_parts
from bulletin_layout.compose.text.items import TextItem, in_rows
from bulletin_layout.findings import Finding
from bulletin_layout.fonts import FontBook
from bulletin_layout.grid import Grid
from bulletin_layout.issue import Head, Paragraph, Piece, Story, Style
from bulletin_layout.typeset import TextRun, prepare


def head_items(
    story: Story, styles: Mapping[str, Style], measure: float, grid: Grid, book: FontBook
) -> tuple[list[TextItem], tuple[Finding, ...]]:
    """A story's heads for columns of a measure in points: broken at phrases, and stepped down where their styles let
    them; and those that fit in no way."""
    parts, findings = horizontal_parts(story, styles, measure, book, f'"{story.slug}"')
    heads = dict(heads_of(story))
    return [_item(part, heads[part.role], grid, book) for part in parts], findings


def _item(part: TitlePart, head: Head, grid: Grid, book: FontBook) -> TextItem:
    paragraph = Paragraph((Piece("\n".join(part.lines), head.location),), head.location)
    style = replace(part.style, indent=0.0, hang=0.0)
    galley = prepare((TextRun(paragraph.text, style),), style, book)
    return in_rows(TextItem(galley, style, part.role, paragraph), grid)
