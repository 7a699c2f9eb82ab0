"""issue.yaml and all that it names: reads layouts and stories, and checks that they fit together."""

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import field
from datetime import date
from functools import partial
from pathlib import Path

from bulletin_layout.findings import Finding, Location, has_errors
from bulletin_layout.findings.catalogue import issues as said
from bulletin_layout.findings.catalogue import stories as of_stories
from bulletin_layout.findings.catalogue.keys import no_pages
from bulletin_layout.findings.catalogue.values import slug_with_folder
from bulletin_layout.findings.nearest import nearest
from bulletin_layout.findings.phrases import Phrase
from bulletin_layout.folders import ISSUE_FILE
from bulletin_layout.issue import (
    Issue,
    PageLayout,
    PagePlan,
    Publication,
    Sheet,
    Slot,
    SlotAddress,
    Story,
    chains_of,
    plain,
)
from bulletin_layout.issue.publication import Lines
from bulletin_layout.issue.walk import texts_beside
from bulletin_layout.measures import Scale
from bulletin_layout.reading.idle import idle_edges, idle_in_story
from bulletin_layout.reading.jumps import check_jumps, jumps_of
from bulletin_layout.reading.kept_words import with_kept_words
from bulletin_layout.reading.layout.geometry import check_geometry
from bulletin_layout.reading.layout.merging import inherited_layout, shared_settings, with_settings
from bulletin_layout.reading.layout.page_layout import Shared, read_layout
from bulletin_layout.reading.layout.styles import Families
from bulletin_layout.reading.photo_use import check_photo_use
from bulletin_layout.reading.putting import (
    check_flow,
    check_photos,
    check_putting,
    check_text,
    continued_slots,
    flow_gives,
    read_putting,
)
from bulletin_layout.reading.schema.binding import field_values
from bulletin_layout.reading.schema.check import Item, Record, record_of
from bulletin_layout.reading.schema.issue_keys import DATES, ISSUE
from bulletin_layout.reading.schema.units import SLUG_PATTERN
from bulletin_layout.reading.sources.files import Files
from bulletin_layout.reading.sources.nodes import MapNode, ScalarNode, is_null
from bulletin_layout.reading.story.inline import read_words
from bulletin_layout.reading.story.links import check_links, check_targets
from bulletin_layout.reading.story.story_file import read_story
from bulletin_layout.values import dataclass, replace


@dataclass(slots=True)
class IssueReader:
    """Reads one issue. ``layouts``: the folder of layout files; ``texts`` and ``families``: what layouts may refer to,
    None when these could not be read (then references are not checked); ``lines``: how line ends are read in stories
    that do not set it themselves."""

    files: Files
    folder: Path
    layouts: Path
    texts: Iterable[str] | None
    families: Families | None
    lines: Lines = "joined"
    _plain: dict[str, PageLayout | None] = field(default_factory=dict)
    _shared: Shared = field(default_factory=Shared)
    _put: dict[str, Location] = field(default_factory=dict)
    _named: set[SlotAddress] = field(default_factory=set)
    _told: dict[SlotAddress, Location] = field(default_factory=dict)  # where a slot's first story is named
    _faulty: set[str] = field(default_factory=set)  # stories with errors: what they lack may be among those

    def read(self, publication: Publication | None) -> Issue | None:
        """The issue; None when a part of it could not be read. Whether it may be composed depends on the findings,
        which the caller checks."""
        start = Location(self.files.shown(self.folder / ISSUE_FILE))
        path = self.files.inside(self.folder, ISSUE_FILE, start)
        record = record_of(self.files, path, start, ISSUE) if path is not None else None
        if path is None or record is None:
            return None
        publication = self._of_series(record.get("issue", Record), publication)
        given = record.get("pages", tuple) or ()
        if not given and "pages" in record.items:
            self.files.findings.append(no_pages(record.place("pages")))
        pages = [
            self._page(number, item.value)
            for number, item in enumerate(given, start=1)
            if isinstance(item.value, Record)
        ]
        self._check_left_over(path)
        whole = tuple(page for page in pages if page is not None)
        self._check_empty(whole)
        if len(whole) == len(given):
            check_jumps(whole, self.files.findings)
        self._check_stories(whole)
        stories = [story for page in whole for story in page.stories]
        check_photo_use(stories, self.folder, self.files)
        check_links(stories, self._put, self.files)
        texts = dict.fromkeys(text for page in whole for text in texts_beside(page))
        check_targets((*texts, *(publication.texts.values() if publication else ())), self._put, self.files.findings)
        head = record.get("issue", Record)
        name, day = (head.get("id", str), head.get("date", date)) if head else (None, None)
        if head is not None and name is not None and name != self.folder.name:
            self._check_name(name, head.place("id"))
        if publication is None or head is None or name is None or day is None or len(whole) < max(1, len(given)):
            return None
        return Issue(
            publication=publication,
            folder=self.folder,
            pages=with_kept_words(whole, publication, self.files),
            location=record.location,
            **field_values(head, DATES),
        )

    def _of_series(self, head: Record | None, publication: Publication | None) -> Publication | None:
        """The publication as the series of this issue says it, whose texts layouts may then name."""
        name = head.text("series") if head is not None else ""
        if publication is None or not name or head is None:
            return publication
        if name not in publication.series:
            near = nearest(name, publication.series)
            self.files.findings.append(said.unknown_series(head.place("series"), name=name, near=near))
            return publication
        publication = publication.of_series(name)
        self.texts = publication.texts
        return publication

    def _check_name(self, name: str, place: Location) -> None:
        """Report an issue whose id is the folder name of another issue, as happens after copying: it would overwrite
        that issue's products."""
        other = self.folder.parent / name / ISSUE_FILE
        if other.is_file():
            folder = self.files.shown(other.parent)
            self.files.findings.append(said.duplicate_id(place, id=name, folder=folder))

    def _page(self, number: int, record: Record) -> PagePlan | None:
        layout = self._layout(number, record)
        putting = read_putting(record)
        self._named.update((number, slot) for slot in putting.places)
        stories = {slot: self._stories(number, items) for slot, items in putting.stories.items()}
        flow = self._stories(number, putting.flow)
        if layout is None:
            return None
        for each in (layout, *([layout.first] if layout.first is not None else ())):
            self.files.remembered(
                ("geometry", number, each.name), each, partial(check_geometry, each, number, self.files.findings)
            )
        if "name" in record.items:
            layout = replace(layout, name=record.text("name"))
        editor = read_words(record.words("editor"), self.files.findings)
        if layout.editor is not None and "editor" not in record.items:
            editor = layout.editor.name
        if layout.editor is None and editor:
            place = record.place("editor")
            self.files.findings.append(said.no_editor_line(place, page=number, name=plain(editor)))
        opening = layout.first if flow and layout.first is not None else layout
        check_putting(putting, layout, opening, number, record, self.files.findings)
        known = {slot: found for slot, found in stories.items() if slot in opening.slots and found}
        self._told.update({(number, slot): putting.stories[slot][0].location for slot in known})
        return PagePlan(
            number=number,
            layout=layout,
            editor=editor,
            put={slot: found[0] for slot, found in known.items() if len(found) == 1},
            location=record.location,
            briefs={slot: found for slot, found in known.items() if len(found) > 1},
            continued=continued_slots(putting, opening, number, self.files.findings),
            flow=flow,
            pages=record.get("pages", int),
            give=flow_gives(record, number, self.files.findings),
        )

    def _layout(self, page: int, record: Record) -> PageLayout | None:
        """The page's layout with the page's settings applied. A layout without settings is read once for all pages
        that use it."""
        name, place = record.text("layout"), record.place("layout")
        if "layout" not in record.items:
            return None
        settings = record.get("set", MapNode)
        if settings is None and name in self._plain:
            return self._plain[name]
        key = ("layout", name, page if settings is not None else None)
        layout = self.files.remembered(
            key, (settings, self.families, self.texts), lambda: self._with_first(name, place, settings, page)
        )
        if settings is None:
            self._plain[name] = layout
        return layout

    def _with_first(self, name: str, place: Location, settings: MapNode | None, page: int) -> PageLayout | None:
        """The layout, with the layout of the first page in ``first`` when the repeated pages of a text have another
        one for it."""
        node = inherited_layout(self.files, self.layouts, name, place)
        if node is None:
            return None
        opening, entry = None, node.entries.get("first")
        if entry is not None and isinstance(entry.value, ScalarNode) and not is_null(entry.value):
            opening = inherited_layout(self.files, self.layouts, entry.value.text, entry.value.location)
        if settings is not None and opening is not None:
            settings, of_first = shared_settings(node, opening, settings)
            opening = with_settings(opening, of_first, page, self.files.findings)
        if settings is not None:
            node = with_settings(node, settings, page, self.files.findings)
        layout = read_layout(node, name, self.files, self.families, self.texts, self._shared)
        if layout is None or opening is None or entry is None or not isinstance(entry.value, ScalarNode):
            return layout
        first = read_layout(opening, entry.value.text, self.files, self.families, self.texts, self._shared, flows=True)
        if first is not None and _paper(first.sheet) != _paper(layout.sheet):
            self.files.findings.append(said.first_differs(entry.value.location, layout=entry.value.text))
        return replace(layout, first=first)

    def _stories(self, page: int, items: Iterable[Item]) -> tuple[Story, ...]:
        found = [self._story(page, str(item.value), item.location) for item in items]
        return tuple(story for story in found if story is not None)

    def _story(self, page: int, slug: str, place: Location) -> Story | None:
        if not re.fullmatch(SLUG_PATTERN, slug):
            self.files.findings.append(slug_with_folder(place, page=page, slug=slug, file=ISSUE_FILE))
            return None
        if slug in self._put:
            first = str(self._put[slug])
            self.files.findings.append(said.story_put_twice(place, page=page, slug=slug, before=first))
            return None
        self._put[slug] = place
        path = self.files.inside(self.folder, f"{slug}.md", place)
        if path is None:
            return None
        before = len(self.files.findings)
        story = self.files.remembered(("story", path), self.lines, lambda: self._read_story(path, page, slug, place))
        if has_errors(self.files.findings[before:]):
            self._faulty.add(slug)
        return story

    def _read_story(self, path: Path, page: int, slug: str, place: Location) -> Story | None:
        if not path.exists():
            near = self._near(slug)
            self.files.findings.append(of_stories.missing_story_file(place, page=page, slug=slug, near=near))
            return None
        return read_story(self.files, path, slug, self.folder, place, self.lines)

    def _check_stories(self, pages: Sequence[PagePlan]) -> None:
        """Check every story against the slots that it runs through."""
        plans = {page.number: page for page in pages}
        for page in pages:
            check_flow(page, self.files.findings)
        for chain in chains_of(pages):
            number, first = chain[0]
            plan = plans[number]
            found = (plan.put[first],) if first in plan.put else plan.briefs[first]
            rooms = [(page, plans[page].opening.slots[slot]) for page, slot in chain]
            whole = not any(story.slug in self._faulty for story in found)
            given = rooms, found, self._told[chain[0]], whole
            self.files.findings += self.files.derived(("chain", *chain[0]), given, partial(_of_chain, *given))
        self.files.findings += idle_edges(pages)

    def _check_empty(self, pages: Sequence[PagePlan]) -> None:
        """Report slots without a story; those that a story jumps to and those of pages for running text may be
        empty."""
        filled = {*self._named, *(target for target, _ in jumps_of(pages).values())}
        for page in pages:
            for slot in page.layout.slots if not page.flow else ():
                if (page.number, slot) not in filled:
                    self.files.findings.append(said.empty_slot(page.location, page=page.number, slot=slot))

    def _near(self, slug: str) -> Phrase:
        """A hint for a missing story file: the nearest name, or a file with another ending than .md (many systems hide
        endings)."""
        names = sorted(path.name for path in self.folder.iterdir())
        other = next((name for name in names if name.lower().startswith(f"{slug.lower()}.")), "")
        if other and not other.endswith(".md"):
            return of_stories.rename_it(other)
        return nearest(slug, [name.removesuffix(".md") for name in names if name.endswith(".md")])

    def _check_left_over(self, issue_file: Path) -> None:
        """Report story files in the folder that no page uses; they would silently be missing from the issue."""
        for name in sorted(os.listdir(self.folder)):
            slug, ending = os.path.splitext(name)
            if ending.lower() == ".md" and slug not in self._put and name[0] != ".":
                place, issue = Location(self.files.shown(self.folder / name)), self.files.shown(issue_file)
                self.files.findings.append(said.unplaced_story(place, slug=slug, issue=issue))


def _of_chain(
    rooms: Sequence[tuple[int, Slot]], stories: tuple[Story, ...], told: Location, whole: bool
) -> tuple[Finding, ...]:
    """What stories lack, or have beside what the slots take that they run through. ``told``: where the first is put;
    ``whole``: they were read without an error."""
    found: list[Finding] = []
    check_photos(rooms, stories, told, whole, found)
    check_text(*rooms[0], stories, found)
    return (*found, *idle_in_story(rooms, stories))


def _paper(sheet: Sheet) -> tuple[float, float, Scale]:
    """What must be the same for all pages of one running text: paper, grid and bleed."""
    return sheet.width, sheet.height, sheet.scale
