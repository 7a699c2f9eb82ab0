"""Heads that are set in the text (文中标题): those of briefs and of stories in a flow."""

from collections.abc import Mapping

from bulletin_layout.compose.blocks.titles import TitlePart, heads_of, horizontal_parts
from bulletin_layout.compose.frame.kept_texts import prepared
from bulletin_layout.compose.frame.runs import type_runs
from bulletin_layout.compose.text.items import TextItem, in_rows
from bulletin_layout.findings import Finding
from bulletin_layout.findings.catalogue.keys import of, quoted
from bulletin_layout.fonts import FontBook
from bulletin_layout.grid import Grid
from bulletin_layout.issue import Head, Paragraph, Piece, Story, Style
from bulletin_layout.values import replace


def head_items(
    story: Story, styles: Mapping[str, Style], measure: float, grid: Grid, book: FontBook
) -> tuple[list[TextItem], tuple[Finding, ...]]:
    """A story's heads as items for columns of ``measure`` points, and findings about heads that do not fit at any
    size."""
    parts, findings = horizontal_parts(story, styles, measure, book, of(quoted(story.slug)))
    heads = dict(heads_of(story))
    return [_item(part, heads[part.role], styles, grid, book) for part in parts], findings


def _item(part: TitlePart, head: Head, styles: Mapping[str, Style], grid: Grid, book: FontBook) -> TextItem:
    first, *others = part.lines
    pieces = (*first, *(piece for line in others for piece in (Piece("\n", line[0].location), *line)))
    style = replace(part.style, indent=0.0, hang=0.0)
    galley = prepared(type_runs(pieces, style, styles), style, book)
    return in_rows(TextItem(galley, style, part.role, Paragraph(pieces, head.location)), grid)
