"""What a browser asks to be changed (改): edits, undone and made again, and edits that are tried before they are
written."""

import time
from collections.abc import Mapping
from typing import Any, Final

from bulletin_layout.compose.arranging.board import StoppedError
from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import editing as said
from bulletin_layout.findings.phrases import Phrase, text
from bulletin_layout.live.answers import NOTHING, Params, Refusal, Reply
from bulletin_layout.live.desk import Seen, place_in
from bulletin_layout.live.edits import refusals
from bulletin_layout.live.edits.choices import choices_for
from bulletin_layout.live.edits.edges import SIDES, edit_edge, steps_to
from bulletin_layout.live.edits.edit import Edit
from bulletin_layout.live.edits.fixing import edit_fix, id_of
from bulletin_layout.live.edits.focus import edit_focus
from bulletin_layout.live.edits.moving import edit_move
from bulletin_layout.live.edits.trying import new_errors, tried
from bulletin_layout.live.edits.words import edit_words
from bulletin_layout.live.session import Session

#: Choices are compared for so many seconds at most.
_LONGEST: Final = 5.0


def edit(session: Session, params: Params) -> Reply:
    """Make an edit: ``kind`` is text, edge, move, focus or fix; the others are what that needs."""
    with session.at_once():
        seen = session.desk.seen
        if seen is None:
            return _refused(refusals.nothing_there(Location("")))
        if session.desk.trial is not None:
            return _refused(said.trial_open(Location("")))
        made = _edit(session, seen, params)
        return _written(session, made) if isinstance(made, Edit) else _refused(made)


def _edit(session: Session, seen: Seen, params: Params) -> Edit | Finding:
    match params["kind"]:
        case "text":
            old, new = str(params["old"]), str(params["words"])
            return edit_words(seen.composed.issue, seen.texts, place_in(params), old, new)
        case "edge":
            return _edge(seen, params, int(params["page"]), str(params["slot"]))
        case "move":
            return _move(seen, params["to"], int(params["page"]), str(params["slot"]))
        case "focus":
            return edit_focus(seen.texts, place_in(params), float(params["x"]), float(params["y"]))
        case "fix":
            return _fix(seen, str(params["id"]))
        case kind:
            raise ValueError(kind)


def _edge(seen: Seen, params: Params, page: int, slot: str) -> Edit | Finding:
    issue = seen.composed.issue
    plan = next((plan for plan in issue.pages if plan.number == page), None)
    side = next((side for side in SIDES if side == params["side"]), None)
    steps = steps_to(plan, slot, side, float(params["at"])) if plan is not None and side is not None else None
    if steps is None or side is None:
        return refusals.no_slot(issue.location, page, slot)
    return edit_edge(issue, seen.texts, page, slot, side, steps)


def _move(seen: Seen, to: Mapping[str, Any], page: int, slot: str) -> Edit | Finding:
    issue = seen.composed.issue
    plan = next((plan for plan in issue.pages if plan.number == page), None)
    if plan is None or slot not in plan.put:
        return refusals.no_slot(issue.location, page, slot)
    return edit_move(issue, seen.texts, plan.put[slot].slug, int(to["page"]), str(to["slot"]))


def _fix(seen: Seen, id: str) -> Edit | Finding:
    fixes = (finding.fix for finding in seen.viewed.findings if finding.fix is not None)
    fix = next((fix for fix in fixes if id_of(fix) == id), None)
    return edit_fix(seen.texts, fix) if fix is not None else refusals.stale(Location(""))


def _written(session: Session, made: Edit) -> Reply:
    """Write an edit, unless the issue could not be composed then."""
    seen = session.desk.seen
    before = seen.viewed.findings if seen is not None else ()
    errors = new_errors(before, tried(session.folder, made, session.memory.reading).findings)
    if errors:
        return Refusal(errors)
    problem = session.desk.history.write(made)
    return _refused(problem) if problem is not None else _done(session, made)


def _done(session: Session, made: Edit) -> Reply:
    session.changed(made.after)
    return {"done": True, "label": text(made.label, session.language)}


def _refused(problem: Finding) -> Refusal:
    return Refusal((problem,))


def undo(session: Session, _params: Params) -> Reply:
    """Take the last edit back."""
    with session.at_once():
        found = session.desk.history.undo()
        return _done(session, found) if isinstance(found, Edit) else _refused(found)


def redo(session: Session, _params: Params) -> Reply:
    """Make the last edit again that was taken back."""
    with session.at_once():
        found = session.desk.history.redo()
        return _done(session, found) if isinstance(found, Edit) else _refused(found)


def choices(session: Session, params: Params) -> Reply:
    """What may be tried for a slot, by counting: ``page``, ``slot``."""
    with session.at_once():
        seen = session.desk.seen
        if seen is None or session.readonly:
            return []
        if session.desk.trial is None:  # what was offered stays until the trial ends
            found = choices_for(seen.composed, seen.texts, int(params["page"]), str(params["slot"]))
            session.desk.choices = {choice.id: choice for choice in found}
        return _choices_as_json(session)


def ranked(session: Session, params: Params) -> Reply:
    """The same ranked by composing them, with arrangements of the page's stories: ``choices``, and a ``note`` on what
    was compared; null: it was given up, since files changed or something else was asked for meanwhile."""
    turn, end, desk = session.turns, time.monotonic() + _LONGEST, session.desk
    at = int(params["page"]), str(params["slot"])
    with session.at_work:
        seen = desk.seen
        if seen is None or session.readonly or desk.trial is not None or session.turns != turn:
            return NOTHING
        counted = choices_for(seen.composed, seen.texts, *at)
        try:
            found = desk.ranking.ranked(
                seen.viewed, seen.texts, at, counted, session.memory.reading,
                lambda: session.turns != turn or time.monotonic() > end,
            )  # fmt: skip
        except StoppedError:
            too_long = {"choices": None, "note": _in_words(session, said.search_too_long())}
            return too_long if session.turns == turn else NOTHING
        if found is None:
            return NOTHING
        desk.choices = {choice.id: choice for choice in found.choices}
        return {"choices": _choices_as_json(session), "note": _in_words(session, found.note)}


def _choices_as_json(session: Session) -> list[dict[str, Any]]:
    offered = session.desk.choices.items()
    return [{"id": id, "title": _in_words(session, each.label), "detail": _in_words(session, each.detail)}
            for id, each in offered]  # fmt: skip


def _in_words(session: Session, phrase: Phrase) -> str:
    return text(phrase, session.language)


def attempt(session: Session, params: Params) -> Reply:
    """Show the pages as a choice would make them, by its ``id``; null: as the files have them."""
    with session.at_once():
        wanted = params.get("id")
        if wanted is None:
            session.desk.trial = None
            session.changed()
            return {"done": True}
        choice = session.desk.choices.get(str(wanted))
        if choice is None:
            return _refused(refusals.stale(Location("")))
        session.desk.trial = choice.edit
        session.changed()
        return {"done": True, "label": text(choice.label, session.language)}


def keep(session: Session, _params: Params) -> Reply:
    """Write what is tried."""
    with session.at_once():
        trial = session.desk.trial
        if trial is None:
            return _refused(said.nothing_tried(Location("")))
        problem = session.desk.history.write(trial)
        session.desk.trial = None
        if problem is not None:
            session.changed()
            return _refused(problem)
        return _done(session, trial)
