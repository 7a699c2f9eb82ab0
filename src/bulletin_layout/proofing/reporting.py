"""What a round found, as plain data for JSON (校样数据)."""

from typing import Any

from bulletin_layout.findings.phrases import text
from bulletin_layout.languages import Language
from bulletin_layout.proofing.changes import WEIGHTS, Change, Comparison
from bulletin_layout.proofing.rounds import Box, Place, Round
from bulletin_layout.proofing.telling import kind_of, summary
from bulletin_layout.proofing.words import round_name


def report(now: Round, comparison: Comparison | None, language: Language) -> dict[str, Any]:
    """A round and its changes. Boxes: page, x, y, width, height in points from the top left of the trim."""
    found: dict[str, Any] = {
        "schema": "bulletin/proof@1",
        "issue": now.issue,
        "round": now.number,
        "stage": now.stage,
        "name": text(round_name(now.number, now.stage), language),
        "date": now.date,
        "pages": [
            {"page": page.number, "name": page.name, "editor": page.editor, "digest": page.digest} for page in now.pages
        ],
        "asked": [{"story": each.story, "words": each.words, "old": each.old, "new": each.new} for each in now.asked],
    }
    if comparison is None:
        return found
    weights = {weight: sum(each.weight == weight for each in comparison.changes) for weight in WEIGHTS}
    return found | {
        "since": comparison.last,
        "summary": text(summary(comparison), language),
        "weights": weights,
        "changes": [_change(change, language) for change in comparison.changes],
        "stories": [
            {
                "story": story.slug,
                "title": story.title,
                "places": [{"page": page, "slot": slot} for page, slot in story.places],
                "changes": story.changes,
                "lines_moved": story.lines,
            }
            for story in comparison.stories
        ],
    }


def _change(change: Change, language: Language) -> dict[str, Any]:
    return {
        "number": change.number,
        "kind": change.kind,
        "says": text(kind_of(change), language),
        "story": change.story,
        "role": change.role,
        "name": change.name,
        "weight": change.weight,
        "old": change.old,
        "new": change.new,
        "before": change.before,
        "after": change.after,
        "was": _place(change.was),
        "now": _place(change.now),
        "boxes": [_box(box) for box in change.boxes],
        "old_boxes": [_box(box) for box in change.old_boxes],
        "gap": _box(change.gap) if change.gap is not None else None,
        "like": change.like,
    }


def _place(place: Place | None) -> dict[str, Any] | None:
    return {"page": place.page, "slot": place.slot, "line": place.line} if place is not None else None


def _box(box: Box) -> list[float]:
    return [box.page, *(round(side, 2) for side in box[1:])]
