"""What is kept from build to build (记忆): pages and stories that did not change are not gone through again."""

from typing import TYPE_CHECKING

from bulletin_layout.findings import Finding
from bulletin_layout.issue import Story
from bulletin_layout.page import Page

if TYPE_CHECKING:  # papers without an imprint are not looked at
    from bulletin_layout.imprint.printed import PrintedText, WrittenText


class Memory:
    """Of the last build: ``pages``, by identity, each with its texts and whether they are all of them; ``plans`` by
    number, each as far as its furniture depends on it, and that as it is written; ``stories`` by slug, each with what
    was found in its words."""

    __slots__ = ("pages", "plans", "stories")

    def __init__(self) -> None:
        self.plans: dict[int, tuple[tuple[object, ...], tuple[WrittenText, ...]]] = {}
        self.pages: dict[int, tuple[Page, bool, tuple[PrintedText, ...]]] = {}
        self.stories: dict[str, tuple[Story, tuple[Finding, ...]]] = {}
