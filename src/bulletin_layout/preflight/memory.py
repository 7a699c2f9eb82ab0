"""What preflight keeps from build to build (记忆): pages that did not change are not judged again."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from bulletin_layout.findings import Finding, Location
from bulletin_layout.page import Page
from bulletin_layout.values import NamedTuple

if TYPE_CHECKING:  # every build has this memory, but not every one reads a file again
    from bulletin_layout.preflight.contents import PageContents


class Judged(NamedTuple):
    """A page with its findings; ``places``: of its layout and of its furniture."""

    page: Page
    places: tuple[Location, Mapping[str, Location]]
    findings: tuple[Finding, ...]


class Memory:
    """``judged``: composed pages, by identity, each with its layout's places and its findings, all of them
    ``judged_for`` one press and the stories' places; ``written``: what the pages of the file for the press use, by the
    digests of their contents."""

    __slots__ = ("judged", "judged_for", "written")

    def __init__(self) -> None:
        self.judged_for: object = None
        self.judged: dict[int, Judged] = {}
        self.written: dict[bytes, PageContents] = {}
