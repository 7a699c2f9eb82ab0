"""What the browsers show (画面): the pages as fragments, with findings and slots; from each view to the next, only what
changed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from bulletin_layout.findings.as_json import as_json, slot_as_json
from bulletin_layout.findings.slot_report import SlotReport
from bulletin_layout.grid import Rect
from bulletin_layout.issue import Press
from bulletin_layout.languages import Language
from bulletin_layout.live.answers import json_bytes
from bulletin_layout.live.spots import FindingShown
from bulletin_layout.page import Page
from bulletin_layout.pipeline.viewing import Viewed
from bulletin_layout.render.svg_faces import FaceChunk
from bulletin_layout.render.svg_memory import Drawing
from bulletin_layout.values import NamedTuple, dataclass


class PageView(NamedTuple):
    """A page as it is shown. ``keys``: of its fragments; ``revision``: of the view with which its look last changed."""

    page: Page
    drawing: Drawing
    keys: tuple[str, ...]
    revision: int

    @property
    def look(self) -> object:
        """What is equal when two pages look the same."""
        page = self.page
        return page.number, page.name, page.width, page.height, page.bleed, self.keys


@dataclass(frozen=True, slots=True)
class View:
    """What the browsers show.

    ``viewed``: the issue as its newest files have it; ``shown``: the last one that could be composed, whose ``pages``
    these are; None: there was none yet. ``changes``: what browsers are sent of the pages (JSON), ``extras``: and of all
    else. A view that looks like the one before has its ``revision``, ``changes`` and ``extras``. ``saved``: where the
    last save shows.
    """

    revision: int
    viewed: Viewed
    shown: Viewed | None
    pages: tuple[PageView, ...]
    changes: bytes
    saved: Mapping[str, Any] | None
    extras: bytes

    def event(self, had: bytes = b"") -> bytes:
        """What a browser is sent (JSON); ``had``: the extras that it has, which it keeps if they are the same."""
        return self.changes if had == self.extras else self.changes[:-1] + b"," + self.extras[1:]


class Stage(NamedTuple):
    """What all views of a session share: the issue's folder, the language and rights of who looks, the drawing of
    pages, the font files that these need, where the last save shows on them, and the entries of a view's event that are
    not of its pages."""

    folder: Path
    language: Language
    readonly: bool
    draw: Callable[[Page, Press], Drawing]
    faces: Callable[[], Sequence[FaceChunk]]
    saved: Callable[[Sequence[PageView]], Mapping[str, Any] | None]
    extras: Callable[[Viewed], Mapping[str, bytes]]


def next_view(before: View | None, viewed: Viewed, stage: Stage, *, whole: bool = True) -> View:
    """The view after ``before``. Unless it is ``whole``, its pages are new, and its extras those of before."""
    revision = before.revision + 1 if before is not None else 1
    old = before.pages if before is not None else ()
    shown, pages = before.shown if before is not None else None, old
    if viewed.finished is not None:
        shown, pages = viewed, tuple(_pages(viewed, old, revision, stage))
    saved = stage.saved(pages) if whole else None
    extras = before.extras if before is not None and not whole else _object(stage.extras(viewed))
    if before is not None and _alike(before, viewed, pages) and (before.saved, before.extras) == (saved, extras):
        return replace(before, viewed=viewed, shown=shown, pages=pages)
    body = {
        "revision": revision,
        "from": before.revision if before is not None else None,
        "language": stage.language,
        "readonly": stage.readonly,
        "issue": _issue(viewed, shown, stage.folder),
        "state": "good" if shown is viewed else "broken",
        "pages": [_page_as_json(each) for each in pages],
        "patches": _patches(old, pages, revision),
        "saved": saved,
        "faces": [{"family": chunk.family, "digest": chunk.digest} for chunk in stage.faces()],
    }
    return View(revision, viewed, shown, pages, json_bytes(body), saved, extras)


def _object(parts: Mapping[str, bytes]) -> bytes:
    """An object of JSON, of parts that are JSON."""
    return b"{" + b",".join(json_bytes(name) + b":" + part for name, part in parts.items()) + b"}"


def _pages(viewed: Viewed, old: Sequence[PageView], revision: int, stage: Stage) -> Iterator[PageView]:
    """The pages of a finished issue; those that look as before keep their revision."""
    if viewed.finished is None:
        return
    composed = viewed.finished.composed
    known = {each.page.number: each for each in old}
    for page in composed.edition.pages:
        was = known.get(page.number)
        if was is not None and was.page is page:
            yield was
            continue
        drawing = stage.draw(page, composed.issue.publication.press)
        new = PageView(page, drawing, tuple(fragment.key for fragment in drawing.fragments), revision)
        yield new._replace(revision=was.revision) if was is not None and was.look == new.look else new


def _alike(before: View, viewed: Viewed, pages: Sequence[PageView]) -> bool:
    """Whether there is nothing new to show."""
    was = before.viewed
    return (
        len(pages) == len(before.pages)
        and all(page.revision <= before.revision for page in pages)
        and (was.finished is None, was.name) == (viewed.finished is None, viewed.name)
    )


def _issue(viewed: Viewed, shown: Viewed | None, folder: Path) -> dict[str, str]:
    """Name, title and folder of the issue."""
    title = shown.finished.composed.edition.title if shown is not None and shown.finished is not None else viewed.name
    return {"id": viewed.name, "title": title, "folder": str(folder)}


def _page_as_json(each: PageView) -> dict[str, Any]:
    page = each.page
    return {
        "number": page.number,
        "name": page.name,
        "width": page.width,
        "height": page.height,
        "bleed": page.bleed,
        "left": page.number % 2 == 0,
        "revision": each.revision,
    }


def box_as_json(box: Rect) -> dict[str, float]:
    """A rectangle, points."""
    return {"x": box.x, "y": box.y, "width": box.width, "height": box.height}


def finding_as_json(each: FindingShown, language: Language) -> dict[str, Any]:
    """A finding with its places on the pages. ``file``: its path, as places are named elsewhere."""
    places = [{"page": page, **box_as_json(box)} for page, box in each.places]
    plain = as_json(each.finding, language)
    return {**plain, "file": plain["path"], "places": places}


def slot_row_as_json(slot: SlotReport, boxes: Sequence[Rect], language: Language) -> dict[str, Any]:
    """A row of the slot table with the place of its slot: of several boxes, the first."""
    return {**slot_as_json(slot, language), "box": box_as_json(boxes[0]) if boxes else None}


def page_as_json(each: PageView) -> dict[str, Any]:
    """A whole page for a browser that does not have it."""
    fragments = [[fragment.key, fragment.svg] for fragment in each.drawing.fragments]
    return {**_page_as_json(each), "fragments": fragments}


def _patches(old: Sequence[PageView], pages: Sequence[PageView], revision: int) -> dict[str, Any]:
    """By page: what changed on it, for browsers that have the view before."""
    known = {each.page.number: each for each in old}
    changed = (each for each in pages if each.revision == revision and each.page.number in known)
    return {str(each.page.number): _patch(known[each.page.number], each) for each in changed}


def _patch(old: PageView, new: PageView) -> dict[str, Any]:
    had = set(old.keys)
    fresh = {fragment.key: fragment.svg for fragment in new.drawing.fragments if fragment.key not in had}
    return {"splices": [[at, gone, keys] for at, gone, keys in splices(old.keys, new.keys)], "fresh": fresh}


def splices(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int, Sequence[str]]]:
    """How to make one list of keys of another: where in ``old``, how many go, which come; from its end to its start, so
    that each leaves the places of those after it as they are."""
    start = 0
    end = min(len(old), len(new))
    while start < end and old[start] == new[start]:
        start += 1
    tail = 0
    while tail < end - start and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    matcher = SequenceMatcher(None, old[start : len(old) - tail], new[start : len(new) - tail], autojunk=False)
    found = [
        (start + at, to - at, new[start + first : start + last])
        for kind, at, to, first, last in matcher.get_opcodes()
        if kind != "equal"
    ]
    return found[::-1]
