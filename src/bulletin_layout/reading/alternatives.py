"""Alternatives to a page's layout (备选版式): the publication's other layouts, with the page's own settings applied."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from bulletin_layout.findings import Location, has_errors
from bulletin_layout.folders import ISSUE_FILE
from bulletin_layout.issue import Issue, PageLayout
from bulletin_layout.reading.font_lists import read_fonts
from bulletin_layout.reading.layout.geometry import check_geometry
from bulletin_layout.reading.layout.merging import inherited_layout, with_settings
from bulletin_layout.reading.layout.page_layout import Shared, read_layout
from bulletin_layout.reading.layout.styles import Families
from bulletin_layout.reading.publications import read_house
from bulletin_layout.reading.sources.files import Files
from bulletin_layout.reading.sources.nodes import ListNode, MapNode, Node, ScalarNode
from bulletin_layout.values import dataclass


@dataclass(frozen=True, slots=True)
class Alternatives:
    """``layout``: name of the page's present layout; ``others``: by name, the layouts that the page could have instead
    without any finding; ``settings``: the places of the dotted keys in the page's ``set``."""

    layout: str
    others: Mapping[str, PageLayout]
    settings: Mapping[str, Location]


def read_alternatives(issue: Issue, page: int, *, layouts: bool) -> Alternatives:
    """Read the alternatives for a page of an issue without errors; ``page`` is its number in issue.yaml, from 1. With
    ``layouts`` false only the page's settings are read. Layouts with findings of their own, or that the page's ``set``
    does not fit, are left out."""
    files = Files(issue.publication.root)
    node = files.map(issue.folder / ISSUE_FILE, issue.location)
    record = page_node(node, page) if node is not None else None
    entries = record.entries if record is not None else {}
    own = entries["layout"].value if "layout" in entries else None
    settings = entries["set"].value if "set" in entries else None
    if not isinstance(settings, MapNode):
        settings = None
    return Alternatives(
        own.text if isinstance(own, ScalarNode) else "",
        _layouts(files, page, settings) if layouts else {},
        {key: entry.key_location for key, entry in settings.entries.items()} if settings is not None else {},
    )


def page_node(issue: Node, page: int) -> MapNode | None:
    """The node of a page in issue.yaml, ``page`` from 1; None when there is no such page."""
    pages = issue.entries.get("pages") if isinstance(issue, MapNode) else None
    listed = pages.value.items if pages is not None and isinstance(pages.value, ListNode) else ()
    found = listed[page - 1] if page <= len(listed) else None
    return found if isinstance(found, MapNode) else None


def _layouts(files: Files, page: int, settings: MapNode | None) -> dict[str, PageLayout]:
    """By name, the publication's layouts that have no findings with the page's settings applied."""
    house = read_house(files)
    fonts = read_fonts(files, house.fonts, house.fonts_named_at)
    texts = house.publication.texts if house.publication is not None else None
    shared = Shared()
    found: dict[str, PageLayout] = {}
    for path in sorted(house.layouts.glob("*.yaml")):
        layout = _sound(files, path, page, settings, fonts[1] if fonts is not None else None, texts, shared)
        if layout is not None:
            found[path.stem] = layout
    return found


def _sound(
    files: Files,
    path: Path,
    page: int,
    settings: MapNode | None,
    families: Families | None,
    texts: Iterable[str] | None,
    shared: Shared,
) -> PageLayout | None:
    """A layout with the page's settings applied; None when this has findings."""
    before = len(files.findings)
    named_at = Location(files.shown(path))
    node = inherited_layout(files, path.parent, path.stem, named_at)
    if node is None:
        return None
    if settings is not None:
        node = with_settings(node, settings, page, files.findings)
    layout = read_layout(node, path.stem, files, families, texts, shared)
    if layout is not None:
        check_geometry(layout, page, files.findings)
    return None if has_errors(files.findings[before:]) else layout
