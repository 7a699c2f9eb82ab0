"""An issue (一期): date, numbers, and what stands on each page."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from pathlib import Path

from bulletin_layout.findings import Location
from bulletin_layout.issue.layout import PageLayout
from bulletin_layout.issue.publication import Publication
from bulletin_layout.issue.story import Pieces, Story
from bulletin_layout.values import dataclass


@dataclass(frozen=True, slots=True)
class PagePlan:
    """A page of the issue (版): its layout (with this issue's ``set`` applied), editor, and stories by slot name.

    ``put`` has the slots with one story. ``briefs`` has those where several are set one after another (简讯), in order.
    ``continued`` maps a slot to the slot of this page whose story goes on in it; chains end in a slot of ``put`` or
    ``briefs``. ``flow`` are the stories that run in order through a layout that repeats, in its slots that are in none
    of the others. A slot is in one of these at most.
    """

    number: int
    layout: PageLayout
    editor: Pieces
    put: Mapping[str, Story]
    location: Location
    briefs: Mapping[str, tuple[Story, ...]] = field(default_factory=dict)
    continued: Mapping[str, str] = field(default_factory=dict)
    flow: tuple[Story, ...] = ()

    @property
    def opening(self) -> PageLayout:
        """The layout of the first of its pages, where ``put``, ``briefs`` and ``continued`` stand."""
        return self.layout.first if self.flow and self.layout.first is not None else self.layout

    @property
    def stories(self) -> tuple[Story, ...]:
        """Every story of the page: those of single slots, briefs, the flow."""
        return (*self.put.values(), *(brief for several in self.briefs.values() for brief in several), *self.flow)


@dataclass(frozen=True, slots=True)
class Issue:
    """issue.yaml with every story and layout it names."""

    id: str
    date: date
    publication: Publication
    folder: Path
    pages: tuple[PagePlan, ...]
    location: Location
    number: int | None = None
    total: int | None = None
