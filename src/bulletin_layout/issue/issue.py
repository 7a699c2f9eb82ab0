"""An issue (一期): date, numbers, and what stands on each page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bulletin_layout.diagnostics import Location
from bulletin_layout.issue.layout import PageLayout
from bulletin_layout.issue.publication import Publication
from bulletin_layout.issue.story import Story


@dataclass(frozen=True, slots=True)
class PagePlan:
    """A page of the issue (版): its layout (with this issue's ``set`` applied), editor, and stories by slot name."""

    number: int
    layout: PageLayout
    editor: str
    put: Mapping[str, Story]
    location: Location


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
