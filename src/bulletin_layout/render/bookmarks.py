"""Bookmarks of a PDF document (书签; ISO 32000-1, 12.3.3)."""

from collections.abc import Sequence
from itertools import pairwise

from bulletin_layout.pdfs import Name, Value
from bulletin_layout.pdfs.writing import Objects, text_bytes
from bulletin_layout.values import NamedTuple


class Bookmark(NamedTuple):
    """A bookmark at height ``y`` above the lower edge of a page, which is counted from 0. ``level``: 0 at the top; at
    most one more than that of the bookmark before it."""

    title: str
    level: int
    page: int
    y: float


def write_bookmarks(objects: Objects, bookmarks: Sequence[Bookmark], pages: Sequence[str]) -> str:
    """Add bookmarks to a file, at least one; a reference to their root. ``pages``: references to the pages."""
    root = objects.reserve()
    above = [root]
    below: dict[str, list[str]] = {root: []}
    entries: dict[str, dict[str, Value]] = {}
    for mark in bookmarks:
        own = objects.reserve()
        del above[mark.level + 1 :]
        place: Value = (pages[mark.page], Name("XYZ"), 0, mark.y, "null")
        entries[own] = {"Title": text_bytes(mark.title), "Parent": above[-1], "Dest": place}
        below.setdefault(above[-1], []).append(own)
        above.append(own)
    counts = dict.fromkeys((root, *entries), 0)
    for own, entry in reversed(entries.items()):
        counts[str(entry["Parent"])] += 1 + counts[own]
    for parent, kids in below.items():
        for one, other in pairwise(kids):
            entries[one]["Next"], entries[other]["Prev"] = other, one
        if parent != root:
            entries[parent] |= {"First": kids[0], "Last": kids[-1], "Count": counts[parent]}
    for own, entry in entries.items():
        objects.put(own, entry)
    ends = {"First": below[root][0], "Last": below[root][-1]}
    # The count has one more for each bookmark with others below it, as in files of earlier versions.
    # ``pikepdf_adapter.finish`` corrects it.
    objects.put(root, {"Type": Name("Outlines"), "Count": counts[root] + len(below) - 1, **ends})
    return root
