"""The lines of an item for the measures it meets (成行): running text, heads, names in columns, signatures."""

from collections.abc import Sequence
from dataclasses import replace

from bulletin_layout.compose.text.items import TextItem
from bulletin_layout.compose.text.rosters import roster_setting
from bulletin_layout.typeset import Galley, Setting, break_head, break_lines, moved


def item_setting(item: TextItem, measures: Sequence[float], starts: frozenset[int] = frozenset()) -> Setting:
    """The item broken for these measures, avoiding lone lines at the column starts."""
    if item.names:
        return roster_setting(item, measures)
    if item.is_kept:
        return _signed(item, measures[0])
    if item.phraser is not None and item.tail is None:
        return break_head(item.galley, measures[0], item.phraser)
    return break_lines(item.galley, measures, column_starts=starts, tail=item.tail)


def _signed(item: TextItem, measure: float) -> Setting:
    """A signature (落款): its lines centred on one another, the longest ``indent`` from the right edge, or half of what
    a narrow column leaves; flush right where that is nothing."""
    flat = replace(item.galley.style, indent=0.0, hang=0.0)
    galley: Galley = replace(item.galley, style=flat)
    spare = measure - galley.natural
    if spare < 0:
        return break_lines(replace(galley, style=replace(flat, align="end")), (measure,), tail=item.tail)
    setting = break_lines(galley, (galley.natural + 0.001,))
    dx = spare - min(spare / 2, item.style.indent * item.style.size)
    return replace(setting, lines=tuple(moved(line, dx) for line in setting.lines))
