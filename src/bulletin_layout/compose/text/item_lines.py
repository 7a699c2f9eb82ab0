"""Sets the lines of an item for given measures (成行): running text, heads, names in columns, signatures."""

from bulletin_layout.compose.frame.kept_texts import once
from bulletin_layout.compose.text.items import TextItem
from bulletin_layout.compose.text.rosters import roster_setting
from bulletin_layout.fonts import FontBook
from bulletin_layout.typeset import Galley, Setting, break_head, break_into, break_lines, moved
from bulletin_layout.values import replace


def item_setting(
    item: TextItem, measures: tuple[float, ...], book: FontBook, starts: frozenset[int] = frozenset()
) -> Setting:
    """The lines of an item for these measures (points, the last one repeats); lone lines are avoided at ``starts``, the
    numbers of lines that open a column."""
    if item.names:
        return roster_setting(item, measures)
    if item.is_kept:
        return _signed(item, measures[0])
    galley, phraser = item.galley, item.phraser
    if item.tail is not None:
        return break_lines(galley, measures, column_starts=starts, tail=item.tail)
    if phraser is not None:
        return once(galley, measures[0], book, lambda: break_head(galley, measures[0], phraser))
    return once(galley, (measures, starts), book, lambda: break_lines(galley, measures, column_starts=starts))


def setting_of_lines(
    item: TextItem, measures: tuple[float, ...], book: FontBook, starts: frozenset[int], count: int
) -> Setting | None:
    """Like ``item_setting``, with a given number of lines; None when that would show, and for rosters and signatures,
    whose lines are fixed."""
    galley, tail = item.galley, item.tail
    if item.names or item.is_kept:
        return None
    if tail is not None:
        return break_into(galley, measures, count, column_starts=starts, tail=tail)
    return once(
        galley, (measures, starts, count), book, lambda: break_into(galley, measures, count, column_starts=starts)
    )


def _signed(item: TextItem, measure: float) -> Setting:
    """A signature (落款): its lines are centred on one another, the longest ``indent`` em from the right edge, or at
    half of the rest in a narrow column; flush right if it is wider than the column."""
    flat = replace(item.galley.style, indent=0.0, hang=0.0)
    galley: Galley = replace(item.galley, style=flat)
    spare = measure - galley.natural
    if spare < 0:
        return break_lines(replace(galley, style=replace(flat, align="end")), (measure,), tail=item.tail)
    setting = break_lines(galley, (galley.natural + 0.001,))
    dx = spare - min(spare / 2, item.style.indent * item.style.size)
    return Setting(setting.count, lambda: tuple(moved(line, dx) for line in setting.lines))
