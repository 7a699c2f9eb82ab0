"""issue.yaml as an edit sees it: its text, its nodes, and the entry of a page."""

from bulletin_layout.findings import Finding, Location
from bulletin_layout.folders import ISSUE_FILE
from bulletin_layout.issue import Issue, PagePlan
from bulletin_layout.live.edits import refusals
from bulletin_layout.live.edits.edit import source_of
from bulletin_layout.live.edits.scalars import YamlPart, yaml_of
from bulletin_layout.live.edits.source_text import SourceText
from bulletin_layout.live.texts import Texts
from bulletin_layout.reading.sources.nodes import ListNode, MapNode
from bulletin_layout.values import NamedTuple


class IssueFile(NamedTuple):
    """issue.yaml."""

    source: SourceText
    part: YamlPart

    def page(self, plan: PagePlan) -> MapNode | None:
        """The entry of a page, whatever number it is printed with."""
        entry = self.part.node.entries.get("pages")
        pages = entry.value.items if entry is not None and isinstance(entry.value, ListNode) else ()
        found = (page for page in pages if isinstance(page, MapNode) and page.location == plan.location)
        return next(found, None)


def issue_file(issue: Issue, texts: Texts, place: Location) -> IssueFile | Finding:
    """The issue's file; a finding at ``place`` when it cannot be edited."""
    source = source_of(texts, texts.shown(issue.folder / ISSUE_FILE), place)
    if isinstance(source, Finding):
        return source
    part = yaml_of(source)
    return IssueFile(source, part) if part is not None else refusals.unwritable(place)
