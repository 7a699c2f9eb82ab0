"""What preflight keeps from build to build (记忆): pages that did not change are not judged again."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from bulletin_layout.findings import Finding, Location
from bulletin_layout.page import Page
from bulletin_layout.pictures import Picture, most_ink
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
    digests of their contents; ``inks``: the most ink of photos, by the digests of their files; ``learnt``: whether more
    of these are known than another process knew."""

    __slots__ = ("inks", "judged", "judged_for", "learnt", "written")

    def __init__(self) -> None:
        self.judged_for: object = None
        self.judged: dict[int, Judged] = {}
        self.written: dict[bytes, PageContents] = {}
        self.inks: dict[str, float] = {}
        self.learnt = False

    def ink_of(self, picture: Picture) -> float:
        """The most ink on a pixel of a photo, 1 for a full plate, looked at once. PictureError: it cannot be read."""
        if picture.sha256 not in self.inks:
            self.inks[picture.sha256] = most_ink(picture)
            self.learnt = True
        return self.inks[picture.sha256]
