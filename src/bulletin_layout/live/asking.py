"""What a browser asks about the pages (问): what stands at a place, where a place is, words, layers, the editor."""

from collections.abc import Iterator
from typing import Any

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import editing as said
from bulletin_layout.findings.phrases import text
from bulletin_layout.grid import Rect, page_grid
from bulletin_layout.live.answers import NOTHING, Params, Refusal, Reply
from bulletin_layout.live.desk import Seen, keys_of, place_in
from bulletin_layout.live.edits import refusals
from bulletin_layout.live.edits.edges import SIDES, edge_places
from bulletin_layout.live.edits.words import editable_at
from bulletin_layout.live.opening import form_of, link_to, run_editor
from bulletin_layout.live.overlays import Overlays, gave_of, overlays_of
from bulletin_layout.live.proofs import changes_as_json
from bulletin_layout.live.searching import hits
from bulletin_layout.live.session import Session
from bulletin_layout.live.standing import standing
from bulletin_layout.live.view import box_as_json
from bulletin_layout.page import PictureMark, TextMark


def unseen() -> Refusal:
    """That no page can be shown yet, or not this one."""
    return Refusal((refusals.nothing_there(Location("")),), 404)


def place(session: Session, params: Params) -> Reply:
    """What stands at a glyph: ``page``, ``key`` of a fragment, ``mark`` and ``glyph`` in it; null: of no file."""
    seen, page = session.desk.seen, session.page(int(params["page"]))
    if seen is None or page is None or page.page.number not in seen.places.pages:
        return unseen()
    fragment = next((each for each in page.drawing.fragments if each.key == params.get("key")), None)
    mark = fragment.first + int(params.get("mark") or 0) if fragment is not None else -1
    if fragment is None or not fragment.first <= mark < fragment.end:
        return NOTHING
    return _place_as_json(session, seen, page.page.number, mark, int(params.get("glyph") or 0))


def _place_as_json(session: Session, seen: Seen, page: int, mark: int, glyph: int) -> Reply:
    marks = seen.places.pages[page].marks
    found = marks[mark]
    glyphs = len(found.run.texts) if isinstance(found, TextMark) else 1
    spot = seen.places.of_glyph(page, mark, min(glyph, glyphs - 1))
    if spot is None or not isinstance(found, TextMark | PictureMark):
        return NOTHING
    at = spot.location
    answer: dict[str, Any] = {**_source(at), "slot": _slot_at(seen, page, found), "link": _link(session, seen, at)}
    if isinstance(found, PictureMark):
        frame = box_as_json(Rect(found.x, found.y, found.width, found.height))
        return {**answer, "story": found.tag.story, "block": found.tag.block, "words": found.tag.alt,
                "editable": "focus" if found.tag.story else None, "frame": frame, "crop": [*found.crop]}  # fmt: skip
    words = editable_at(seen.composed.issue, seen.texts, at) if spot.exact else None
    if words is not None and not isinstance(words, Finding):
        answer |= {"editable": "paragraph" if words.running else "text", "block_words": words.words}
    here = standing(seen.composed.issue, seen.places.pages[page], mark)
    if here is not None:
        plain = here._asdict()
        for name in ("role", "ledger", "why"):
            plain[name] = text(plain[name], session.language)
        answer |= plain
    return {"editable": None, **answer}


def _source(at: Location) -> dict[str, Any]:
    return {"file": at.path, "line": at.line, "column": at.column}


def _slot_at(seen: Seen, page: int, mark: TextMark | PictureMark) -> str:
    """The slot that has a mark of a story; "" for furniture."""
    for room in seen.composed.rooms if mark.tag.story else ():
        inside = (box.x - 1 <= mark.x <= box.right + 1 and box.y - 1 <= mark.y <= box.foot + 1 for box in room.boxes)
        if room.page == page and any(inside):
            return room.slot
    return ""


def _link(session: Session, seen: Seen, at: Location) -> str | None:
    path = seen.texts.files().get(at.path)
    return link_to(form_of(session.editor), path, at.line, at.column) if path is not None else None


def locate(session: Session, params: Params) -> Reply:
    """Where a place of a file is printed: ``file``, ``line``, ``column`` (0: the whole line); null: nowhere."""
    seen = session.desk.seen
    if seen is None:
        return unseen()
    at = place_in(params)
    shown = seen.places.of_place(at.path, at.line, at.column if params.get("column") else None)
    if not shown:
        return NOTHING
    page = shown[0].page
    return {"page": page, "keys": keys_of(shown, page, session.view.pages if session.view is not None else ())}


def search(session: Session, params: Params) -> Reply:
    """The places of some words: ``q``. What is not printed has page 0."""
    seen, view = session.desk.seen, session.view
    if seen is None or view is None:
        return []
    found = []
    for hit in hits(seen.composed.issue, seen.places, str(params["q"])):
        at = hit.location
        shown = seen.places.of_place(at.path, at.line, at.column)
        page = shown[0].page if shown else 0
        found.append({"page": page, "keys": keys_of(shown, page, view.pages), "words": hit.words, **_source(at)})
    return found


def open_source(session: Session, params: Params) -> Reply:
    """The link to a place of a source file for the user's editor; or the editor's command is run."""
    seen = session.desk.seen
    at = place_in(params)
    path = seen.texts.files().get(at.path) if seen is not None else None
    path = path or next((each for each in session.sources() if str(each) == at.path), None)
    if path is None:
        return Refusal((refusals.no_source(at),), 404)
    form = form_of(session.editor)
    link = link_to(form, path, at.line, at.column)
    if link is not None:
        return {"link": link}
    if run_editor(form, path, at.line, at.column):
        return {"link": None}
    return Refusal((said.no_editor(at, editor=session.editor),), 404)


def overlays(session: Session, params: Params) -> Reply:
    """All layers of a page: ``number``."""
    seen, page = session.desk.seen, session.page(int(params["number"]))
    if seen is None or page is None or page.page.number not in seen.places.pages:
        return unseen()
    number = page.page.number
    found = overlays_of(seen.composed, seen.places.pages[number])
    plan = next(plan for plan in seen.composed.issue.pages if plan.number == number)
    grid = page_grid(plan.layout.sheet, number)
    return {
        "revision": page.revision,
        "grid": [[grid.left, grid.right, y] for y in found.baselines],
        "columns": [_numbers(column) for column in found.columns],
        "margins": _numbers(found.margins),
        "bleed": _numbers(found.bleed),
        "safe": _numbers(found.safe),
        "slots": list(_slot_frames(session, seen, found, number)),
        "heat": [[*_numbers(line.box), line.step, line.gap, line.forced] for line in found.heat],
        "order": [[x, y] for x, y in found.order],
        "changes": [*changes_as_json(session.desk.since_proof.changes(seen.composed), number, session.language)],
        "gave": [{**box_as_json(box), "words": words} for box, words in gave_of(found)],
    }


def _slot_frames(session: Session, seen: Seen, found: Overlays, page: int) -> Iterator[dict[str, Any]]:
    plan = next(plan for plan in seen.composed.issue.pages if plan.number == page)
    for slot in found.slots:
        for box in slot.boxes:
            sides = SIDES if slot.on_grid and not session.readonly else ()
            edges = {side: edge_places(plan, slot.name, side) for side in sides}
            yield {"slot": slot.name, **box_as_json(box), "edges": {side: at for side, at in edges.items() if at}}


def _numbers(box: Rect) -> list[float]:
    return [box.x, box.y, box.width, box.height]
