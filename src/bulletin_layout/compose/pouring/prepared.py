"""A cache of prepared text (备好的文): the same text is poured many times while the shapes of its slots are tried."""

from collections.abc import Mapping
from dataclasses import field

from bulletin_layout.compose.frame.threads import Thread
from bulletin_layout.compose.pouring.poured import Breaks
from bulletin_layout.compose.text.flow import Flow, flow_of
from bulletin_layout.compose.text.set_blocks import Blocks
from bulletin_layout.fonts import FontBook
from bulletin_layout.grid import Grid
from bulletin_layout.issue import Story, Style
from bulletin_layout.values import dataclass


@dataclass(frozen=True, slots=True)
class _Ready:
    stories: tuple[Story, ...]
    styles: Mapping[str, Style]
    grid: Grid
    measure: float
    flow: Flow
    breaks: Breaks


@dataclass(slots=True)
class PreparedText:
    """The prepared texts of threads, by everything on which they depend. It lives while one page is fitted."""

    known: list[_Ready] = field(default_factory=list)

    def text(self, thread: Thread, measure: float, book: FontBook) -> tuple[Flow, Breaks]:
        """The prepared text of a thread, with the settings made so far. ``measure``: width of the narrowest column of
        its first slot, points."""
        first = thread.places[0]
        styles, grid = first.slot.styles, first.grid
        for each in self.known:
            same = each.stories is thread.stories and each.measure == measure and each.grid == grid
            if same and (each.styles is styles or each.styles == styles):
                return each.flow, each.breaks
        flow = flow_of(thread.stories, first.slot, measure, grid, book)
        breaks = Breaks(flow.items, Blocks(styles, grid, book))
        self.known.append(_Ready(thread.stories, styles, grid, measure, flow, breaks))
        return flow, breaks
