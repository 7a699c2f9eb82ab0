"""Writes edits, takes them back, makes them again (撤销、重做): only into files that are still as they were seen."""

from collections.abc import Mapping
from pathlib import Path

from bulletin_layout.filing import replace_file
from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import editing as said
from bulletin_layout.findings.phrases import Phrase
from bulletin_layout.findings.system import reason_of
from bulletin_layout.live.edits import refusals
from bulletin_layout.live.edits.edit import Edit

#: As many edits can be undone.
_MOST = 200


class History:
    """The edits that were written, the last at the end; not safe for several threads at once."""

    def __init__(self) -> None:
        self._done: list[Edit] = []
        self._undone: list[Edit] = []

    @property
    def undo_label(self) -> Phrase | None:
        """What would be undone."""
        return self._done[-1].label if self._done else None

    @property
    def redo_label(self) -> Phrase | None:
        """What would be made again."""
        return self._undone[-1].label if self._undone else None

    def write(self, edit: Edit) -> Finding | None:
        """Write an edit; a finding when nothing was written."""
        problem = _written(edit.before, edit.after, edit.place)
        if problem is None:
            self._done = [*self._done, edit][-_MOST:]
            self._undone = []
        return problem

    def undo(self) -> Edit | Finding:
        """Take the last edit back; a finding when nothing was written."""
        if not self._done:
            return said.nothing_to_undo(Location(""))
        edit = self._done[-1]
        problem = _written(edit.after, edit.before, edit.place)
        if problem is not None:
            was_saved = problem == refusals.stale(edit.place)
            return said.not_undone(edit.place, label=edit.label) if was_saved else problem
        self._undone.append(self._done.pop())
        return edit

    def redo(self) -> Edit | Finding:
        """Make the edit again that was undone last; a finding when nothing was written."""
        if not self._undone:
            return said.nothing_to_redo(Location(""))
        edit = self._undone[-1]
        problem = _written(edit.before, edit.after, edit.place)
        if problem is not None:
            return problem
        self._done.append(self._undone.pop())
        return edit


def _written(before: Mapping[Path, bytes], after: Mapping[Path, bytes], place: Location) -> Finding | None:
    """Replace files that are still as they were; all of them or none."""
    done: list[Path] = []
    try:
        if any(path.read_bytes() != data for path, data in before.items()):
            return refusals.stale(place)
        for path, data in after.items():
            replace_file(path, data)
            done.append(path)
    except OSError as problem:
        for path in done:
            replace_file(path, before[path])
        return said.edit_not_written(place, reason=reason_of(problem))
    return None
