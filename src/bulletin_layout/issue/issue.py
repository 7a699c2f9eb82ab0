"""An issue (一期): its date, its numbers, and the stories of each page."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from pathlib import Path

from bulletin_layout.findings import Location
from bulletin_layout.issue.give import Give
from bulletin_layout.issue.layout import PageLayout
from bulletin_layout.issue.publication import Publication
from bulletin_layout.issue.story import Pieces, Story
from bulletin_layout.values import dataclass


@dataclass(frozen=True, slots=True)
class PagePlan:
    """A page of the issue (版): its layout (with this issue's ``set`` applied), editor, and stories by slot name.

    ``put``: slots with one story. ``briefs``: slots with several stories one after another (简讯), in order.
    ``continued``: slot → slot of the same page whose story continues in it; following it back leads to a slot of
    ``put`` or ``briefs``. ``flow``: stories that run in order through a repeating layout (简报), in the slots that are
    in none of the others. A slot is in at most one of them. ``pages``: how many pages the flow is to take; None: as
    many as it needs. ``give``: what may be changed so that it does, in this order.
    """

    number: int
    layout: PageLayout
    editor: Pieces
    put: Mapping[str, Story]
    location: Location
    briefs: Mapping[str, tuple[Story, ...]] = field(default_factory=dict)
    continued: Mapping[str, str] = field(default_factory=dict)
    flow: tuple[Story, ...] = ()
    pages: int | None = None
    give: tuple[Give, ...] = ()

    @property
    def opening(self) -> PageLayout:
        """The layout of the first of its pages, which has the slots of ``put``, ``briefs`` and ``continued``."""
        return self.layout.first if self.flow and self.layout.first is not None else self.layout

    @property
    def stories(self) -> tuple[Story, ...]:
        """All stories of the page: those of ``put``, of ``briefs``, of ``flow``."""
        return (*self.put.values(), *(brief for several in self.briefs.values() for brief in several), *self.flow)


@dataclass(frozen=True, slots=True)
class Issue:
    """issue.yaml with all stories and layouts that it names. ``number``: number within its year; ``total``: number
    since the first issue (总期号)."""

    id: str
    date: date
    publication: Publication
    folder: Path
    pages: tuple[PagePlan, ...]
    location: Location
    number: int | None = None
    total: int | None = None
