"""issue.yaml with everything that it names: layouts, stories, and whether the two fit together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Final

from bulletin_layout.diagnostics import Location, error, has_errors, warning
from bulletin_layout.issue import Issue, PageLayout, PagePlan, Publication, Slot, Story
from bulletin_layout.reading.check import Item, Record, Where, nearest, read_record
from bulletin_layout.reading.files import Files
from bulletin_layout.reading.geometry import check_geometry
from bulletin_layout.reading.issue_keys import ISSUE
from bulletin_layout.reading.layouts import read_layout
from bulletin_layout.reading.merging import inherited_layout, with_settings
from bulletin_layout.reading.nodes import MapNode
from bulletin_layout.reading.stories import read_story
from bulletin_layout.reading.styles import Families

#: The file that makes a folder an issue.
ISSUE_FILE: Final = "issue.yaml"


@dataclass(slots=True)
class IssueReader:
    """Reads one issue. ``layouts``: the folder of layouts; ``texts`` and ``families``: what layouts may name,
    None when they could not be read and are not to be checked."""

    files: Files
    folder: Path
    layouts: Path
    texts: Iterable[str] | None
    families: Families | None
    _plain: dict[str, PageLayout | None] = field(default_factory=dict)
    _put: dict[str, Location] = field(default_factory=dict)
    _faulty: set[str] = field(default_factory=set)  # stories with errors: what they lack may be among those

    def read(self, publication: Publication | None) -> Issue | None:
        """The issue; None when a part is missing. Whether it may be composed is for the caller to see in the faults."""
        start = Location(self.files.shown(self.folder / ISSUE_FILE))
        path = self.files.inside(self.folder, ISSUE_FILE, start)
        node = self.files.map(path, start) if path is not None else None
        if path is None or node is None:
            return None
        record = read_record(node, ISSUE, Where(), self.files.faults)
        given = record.get("pages", tuple) or ()
        if not given and "pages" in record.items:
            self._error("missing-key", "pages: an issue has one page at least", record.place("pages"))
        pages = [
            self._page(number, item.value)
            for number, item in enumerate(given, start=1)
            if isinstance(item.value, Record)
        ]
        self._check_left_over(path)
        head = record.get("issue", Record)
        name, day = (head.get("id", str), head.get("date", date)) if head else (None, None)
        if head is not None and name is not None and name != self.folder.name:
            self._check_name(name, head.place("id"))
        whole = tuple(page for page in pages if page is not None)
        if publication is None or head is None or name is None or day is None or len(whole) < max(1, len(given)):
            return None
        return Issue(
            id=name,
            date=day,
            publication=publication,
            folder=self.folder,
            pages=whole,
            location=record.location,
            number=head.get("number", int),
            total=head.get("total", int),
        )

    def _check_name(self, name: str, place: Location) -> None:
        """An issue copied from another one must not write its products over those of the other."""
        other = self.folder.parent / name / ISSUE_FILE
        if other.is_file():
            message = f'"{name}" is the issue in {self.files.shown(other.parent)}: give this one an id of its own'
            self._error("duplicate-id", message, place)

    def _page(self, number: int, record: Record) -> PagePlan | None:
        where = f"page {number}"
        layout = self._layout(where, record)
        given = record.get("put", Record)
        put: Mapping[str, Item] = given.items if given is not None else {}
        stories = {slot: self._story(where, str(item.value), item.location) for slot, item in put.items()}
        if layout is None:
            return None
        check_geometry(layout, number, self.files.faults)
        if "name" in record.items:
            layout = replace(layout, name=record.text("name"))
        editor = record.text("editor", layout.editor.name if layout.editor else "")
        if layout.editor is None and editor:
            message = f'{where}: the layout has no editor line, so "{editor}" is not printed'
            self._warning("no-editor-line", message, record.place("editor"))
        self._check_slots(where, layout, record, put)
        for slot, story in stories.items():
            if story is not None and slot in layout.slots:
                self._check_photos(where, layout.slots[slot], story, put[slot].location)
        known = {slot: story for slot, story in stories.items() if story is not None and slot in layout.slots}
        return PagePlan(number, layout, editor, known, record.location)

    def _layout(self, where: str, record: Record) -> PageLayout | None:
        """The page's layout with the page's settings; one without settings is read once for all its pages."""
        name, place = record.text("layout"), record.place("layout")
        if "layout" not in record.items:
            return None
        settings = record.get("set", MapNode)
        if settings is None and name in self._plain:
            return self._plain[name]
        node = inherited_layout(self.files, self.layouts, name, place)
        layout = None
        if node is not None:
            if settings is not None:
                node = with_settings(node, settings, where, self.files.faults)
            layout = read_layout(node, name, self.files, self.families, self.texts)
        if settings is None:
            self._plain[name] = layout
        return layout

    def _story(self, where: str, slug: str, place: Location) -> Story | None:
        if "/" in slug or "\\" in slug:
            message = f'{where}: "{slug}" must be the name of a story beside {ISSUE_FILE}, without a folder'
            self._error("wrong-value", message, place)
            return None
        if slug in self._put:
            self._error("story-put-twice", f'{where}: "{slug}" is put already (at {self._put[slug]})', place)
            return None
        self._put[slug] = place
        path = self.files.inside(self.folder, f"{slug}.md", place)
        if path is None:
            return None
        if not path.exists():
            self._error("missing-story", f'{where}: there is no story "{slug}" ({slug}.md){self._near(slug)}', place)
            return None
        before = len(self.files.faults)
        story = read_story(self.files, path, slug, self.folder, place)
        if has_errors(self.files.faults[before:]):
            self._faulty.add(slug)
        return story

    def _check_slots(self, where: str, layout: PageLayout, record: Record, put: Mapping[str, Item]) -> None:
        for slot, item in put.items():
            if slot not in layout.slots:
                message = f'{where}: the layout has no slot "{slot}"{nearest(slot, layout.slots)}'
                self._error("unknown-slot", message, item.key_location)
        for slot in layout.slots:
            if slot not in put:
                self._warning("empty-slot", f'{where}: nothing is put into slot "{slot}"', record.location)

    def _check_photos(self, where: str, slot: Slot, story: Story, place: Location) -> None:
        for name, photo in story.photos.items():
            if name not in slot.photos:
                message = f'{where} slot "{slot.name}" has no room for photo "{name}"{nearest(name, slot.photos)}'
                self._error("unplaced-photo", message, photo.location)
        for name in slot.photos:
            if name not in story.photos and story.slug not in self._faulty:
                message = f'{where} slot "{slot.name}" has room for photo "{name}", and "{story.slug}" has none'
                self._warning("no-photo", message, place)

    def _near(self, slug: str) -> str:
        """The story that may have been meant, or a file whose ending is not .md, which many systems hide."""
        names = sorted(path.name for path in self.folder.iterdir())
        other = next((name for name in names if name.lower().startswith(f"{slug.lower()}.")), "")
        if other and not other.endswith(".md"):
            return f'; there is "{other}": rename it'
        return nearest(slug, [name.removesuffix(".md") for name in names if name.endswith(".md")])

    def _check_left_over(self, issue_file: Path) -> None:
        """A story in the folder that no page takes would be lost without a word."""
        for path in sorted(self.folder.iterdir()):
            if path.suffix.lower() == ".md" and path.stem not in self._put and path.name[0] != ".":
                message = f'the story is on no page: put "{path.stem}" into a slot in {self.files.shown(issue_file)}'
                self._error("unplaced-story", message, Location(self.files.shown(path)))

    def _error(self, code: str, message: str, place: Location) -> None:
        self.files.faults.append(error(code, message, place))

    def _warning(self, code: str, message: str, place: Location) -> None:
        self.files.faults.append(warning(code, message, place))
