"""What a session knows beside its view (案头): places of the pages, edits that were made, the one that is tried."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bulletin_layout.compose import Composed
from bulletin_layout.findings import Location
from bulletin_layout.findings.phrases import Phrase, text
from bulletin_layout.findings.slot_report import SlotReport
from bulletin_layout.grid import Rect
from bulletin_layout.languages import Language
from bulletin_layout.live.answers import json_bytes
from bulletin_layout.live.edits.choices import Choice
from bulletin_layout.live.edits.edit import Edit
from bulletin_layout.live.edits.fixing import id_of, title_of
from bulletin_layout.live.edits.history import History
from bulletin_layout.live.edits.ranking import Ranking
from bulletin_layout.live.overlays import slot_boxes
from bulletin_layout.live.places import Places, Shown
from bulletin_layout.live.proofs import SinceProof
from bulletin_layout.live.spots import FindingShown, Spots
from bulletin_layout.live.texts import Texts
from bulletin_layout.live.told import ToldList
from bulletin_layout.live.view import PageView, finding_as_json, slot_row_as_json
from bulletin_layout.pipeline.viewing import Viewed
from bulletin_layout.values import NamedTuple

#: As many changed lines of a file are looked for on the pages.
_MOST_LINES = 60


class Seen(NamedTuple):
    """A view that could be composed: its issue, the texts of its files, the places of its pages."""

    viewed: Viewed
    composed: Composed
    texts: Texts
    places: Places


class _Saved(NamedTuple):
    """The lines of a file that the last save changed, from 1 and inclusive."""

    path: str
    first: int
    last: int


class Desk:
    """The desk of a session; who uses it holds ``Session.at_work``, but for ``seen``.

    ``since_proof``: what changed since the last round; ``choices``: what was last offered, by id, which ``ranking``
    ranks; ``trial``: the edit that is tried, which the view shows.
    """

    def __init__(self) -> None:
        self.history = History()
        self.since_proof = SinceProof()
        self.ranking = Ranking()
        self.trial: Edit | None = None
        self.choices: Mapping[str, Choice] = {}
        self._seen: Seen | None = None
        self._tried: Phrase | None = None  #: what is tried on the pages of the next view
        self._saved: _Saved | None = None
        self._was_trial = False
        self._spots: Spots | None = None
        self._findings, self._slots = ToldList(), ToldList()

    @property
    def seen(self) -> Seen | None:
        """The last view that could be composed."""
        return self._seen

    def begin(self) -> Mapping[Path, bytes]:
        """A build begins: the files that it reads as the trial has them. A trial whose files have changed meanwhile has
        ended. The view names the trial that is on its pages."""
        if self.trial is not None and not _is_current(self.trial):
            self.trial = None
        self._tried = self.trial.label if self.trial is not None else None
        return self.trial.after if self.trial is not None else {}

    def show(self, viewed: Viewed) -> None:
        """A view is to be shown."""
        if viewed.finished is None:
            return
        texts = Texts(viewed.sources)
        before, was = (self._seen.places, self._seen.texts) if self._seen is not None else (None, None)
        composed = viewed.finished.composed
        self._seen = Seen(viewed, composed, texts, Places(composed.edition.pages, texts, before))
        is_trial = self._tried is not None
        if was is not None and not is_trial and not self._was_trial:
            self._saved = _saved(was, texts) or self._saved
        self._was_trial = is_trial

    def extras(self, viewed: Viewed, language: Language) -> dict[str, bytes]:
        """What a view's event has beside its pages, as JSON by name."""
        labels = {"undo": self.history.undo_label, "redo": self.history.redo_label, "trial": self._tried}
        said = {name: json_bytes(_said(label, language)) for name, label in labels.items()}
        seen = self._seen
        if seen is None:
            shown: Sequence[FindingShown] = [FindingShown(each, ()) for each in viewed.findings]
            rows: Sequence[tuple[SlotReport, Sequence[Rect]]] = ()
        else:
            self._spots = Spots(seen.composed, seen.places, self._spots)
            shown, boxes = self._spots.shown(viewed.findings), slot_boxes(seen.composed)
            rows = [(each, boxes.get((each.page, each.slot), ())) for each in seen.composed.slots]
        findings = self._findings.of(shown, lambda each: _finding_as_json(each, language))
        slots = self._slots.of(rows, lambda row: slot_row_as_json(*row, language))
        return {**said, "findings": findings, "slots": slots}

    def saved(self, pages: Sequence[PageView]) -> dict[str, Any] | None:
        """Where the last save shows on the pages."""
        seen = self._seen
        if seen is None or self._saved is None:
            return None
        path, first, last = self._saved
        lines = range(first, min(last, first + _MOST_LINES) + 1)
        shown = [each for line in lines for each in seen.places.of_place(path, line)]
        if not shown:
            return None
        page = shown[0].page
        return {"file": path, "line": first, "page": page, "keys": keys_of(shown, page, pages)}


def _is_current(edit: Edit) -> bool:
    """Whether the files of an edit are as it found them."""
    try:
        return all(path.read_bytes() == data for path, data in edit.before.items())
    except OSError:
        return False


def keys_of(shown: Sequence[Shown], page: int, pages: Sequence[PageView]) -> list[str]:
    """The keys of the fragments of a page that have what is shown, in their order."""
    found = next((each for each in pages if each.page.number == page), None)
    marks = sorted({each.mark for each in shown if each.page == page})
    fragments = found.drawing.fragments if found is not None else ()
    return [each.key for each in fragments if any(each.first <= mark < each.end for mark in marks)]


def _finding_as_json(each: FindingShown, language: Language) -> dict[str, Any]:
    """A finding with its places and what may be written instead."""
    fix = each.finding.fix
    fixes = [{"id": id_of(fix), "title": text(title_of(fix), language)}] if fix is not None else []
    return {**finding_as_json(each, language), "fixes": fixes}


def _said(label: Phrase | None, language: Language) -> str | None:
    return text(label, language) if label is not None else None


def _saved(before: Texts, after: Texts) -> _Saved | None:
    """The lines of the first file, by name, that differs from before; None: none does, or it is new."""
    for path in sorted(after.files()):
        if before.data(path) is not None and before.data(path) != after.data(path):
            old, new = before.lines(path), after.lines(path)
            start = next((k for k, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
            most = min(len(old), len(new)) - start
            pairs = zip(reversed(old), reversed(new), strict=False)
            tail = next((k for k, (a, b) in enumerate(pairs) if a != b or k >= most), most)
            return _Saved(path, start + 1, max(start + 1, len(new) - tail))
    return None


def place_in(params: Mapping[str, Any]) -> Location:
    """The place that a request names by file, line and column."""
    return Location(str(params["file"]), int(params["line"]), int(params.get("column") or 1))
