"""Threads (串接): the slots that one story, or several briefs, stand in, in reading order."""

from collections.abc import Mapping
from dataclasses import dataclass

from bulletin_layout.compose.grid import Area, Grid
from bulletin_layout.issue import Slot, Story


@dataclass(frozen=True, slots=True)
class Place:
    """A slot of a page before anything stands in it; ``banners``: areas that its text may have to run round."""

    page: int
    slot: Slot
    grid: Grid
    banners: Mapping[str, Area]

    @property
    def where(self) -> str:
        """What findings call it."""
        return f'page {self.page} slot "{self.slot.name}"'


@dataclass(frozen=True, slots=True)
class Thread:
    """Stories and the places that they go through; the first place is theirs, and in the others they go on."""

    stories: tuple[Story, ...]
    places: tuple[Place, ...]
