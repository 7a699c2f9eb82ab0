"""What was found in stories that have not changed since (未变的稿件): kept from build to build in one process."""

from dataclasses import field
from datetime import date
from typing import TYPE_CHECKING

from bulletin_layout.issue import Story
from bulletin_layout.issue.rosters import Rosters
from bulletin_layout.values import dataclass

if TYPE_CHECKING:
    from bulletin_layout.proofreading.together import Read


@dataclass(slots=True)
class ProofMemory:
    """The stories of the last build, by slug, as they were read; one that did not change is the very same object
    (``reading.ReadingMemory``). ``given``: the date of their issue, and the lists of the house."""

    given: tuple[date, Rosters] | None = None
    stories: "dict[str, Read]" = field(default_factory=dict)

    def begin(self, issued: date, rosters: Rosters) -> None:
        """A build begins, of an issue of that date."""
        if self.given != (issued, rosters):
            self.stories.clear()
        self.given = issued, rosters

    def holds(self, story: Story) -> bool:
        """Whether the story has been read, as it is."""
        known = self.stories.get(story.slug)
        return known is not None and known.story is story
