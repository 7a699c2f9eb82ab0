"""What was found in texts that have not changed since (未变的稿件): kept from build to build, and between processes."""

from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bulletin_layout.issue import Story
from bulletin_layout.issue.rosters import Rosters
from bulletin_layout.values import dataclass

if TYPE_CHECKING:
    from bulletin_layout.proofreading.together import Found, Read


@dataclass(slots=True)
class ProofMemory:
    """The texts of the last build, as they were read: its stories by slug, and what is printed beside them. A story
    that did not change is the very same object (``reading.ReadingMemory``).

    ``given``: the date of their issue, the lists of the house, and the codes that somebody asked for; ``folder``: of
    that issue. ``kept``: what an earlier process found in it (``kept.as_data``); ``learnt``: whether this one found
    more.
    """

    folder: Path | None = None
    given: tuple[date, Rosters, tuple[str, ...]] | None = None
    stories: "dict[str, Read]" = field(default_factory=dict)
    beside: "Read | None" = None
    kept: Mapping[str, Any] = field(default_factory=dict)
    learnt: bool = False
    _found: "dict[str, Found]" = field(default_factory=dict)

    def begin(self, issued: date, rosters: Rosters, asked: tuple[str, ...]) -> None:
        """A build begins, of an issue of that date."""
        if self.given != (issued, rosters, asked):
            self.stories.clear()
            self._found.clear()
        self.given = issued, rosters, asked

    def holds(self, story: Story) -> bool:
        """Whether the story has been read, as it is."""
        known = self.stories.get(story.slug)
        return known is not None and known.story is story

    def knows(self, digest: str) -> bool:
        """Whether anybody read a text that is written alike."""
        if digest not in self._found and self.kept and self.given is not None:
            from bulletin_layout.proofreading.kept import found_in  # few builds are the first of their process

            self._found = found_in(self.kept, self.given) | self._found
            self.kept = {}
        return digest in self._found

    def found(self, digest: str) -> "Found":
        """What was found in that text. KeyError: it is not known."""
        return self._found[digest]

    def learn(self, found: "Iterable[tuple[str, Found]]") -> None:
        """Texts were read, by their digests."""
        self._found.update(found)
        self.learnt = True

    def end(self, slugs: Iterable[str], new: "Iterable[Read]") -> "list[Read]":
        """All texts of the build, in their order: those of these stories, of which some are ``new``, and what is beside
        them. What else was found is forgotten, so that the memory does not grow."""
        self.beside = None
        for each in new:
            if each.story is not None:
                self.stories[each.story.slug] = each
            else:
                self.beside = each
        self.stories = {slug: self.stories[slug] for slug in slugs if slug in self.stories}
        self._found = {each.digest: each.found for each in self.read}
        return self.read

    def data(self) -> dict[str, Any]:
        """What was found, to be kept for another process."""
        from bulletin_layout.proofreading.kept import as_data  # not needed where nothing is new

        return as_data(self.given, self.read) if self.given is not None else {}

    @property
    def read(self) -> "list[Read]":
        """All texts of the last build, in their order."""
        return [*self.stories.values(), *([self.beside] if self.beside is not None else ())]
