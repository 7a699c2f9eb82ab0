"""One issue kept live (会话): built again whenever its files change, by one thread; the newest state of the files
wins."""

import gc
import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from bulletin_layout.findings import Location
from bulletin_layout.findings.as_json import as_json
from bulletin_layout.findings.catalogue import live as said
from bulletin_layout.folders import SHELVES
from bulletin_layout.issue import Press
from bulletin_layout.languages import Language
from bulletin_layout.live.answers import json_bytes
from bulletin_layout.live.desk import Desk
from bulletin_layout.live.opening import DEFAULT_EDITOR
from bulletin_layout.live.view import PageView, Stage, View, next_view
from bulletin_layout.page import Page
from bulletin_layout.pipeline.kept_checks import keep_checks
from bulletin_layout.pipeline.making import KEPT
from bulletin_layout.pipeline.memory import Memory
from bulletin_layout.pipeline.viewing import Viewed, composed_view, inspected
from bulletin_layout.reading import Source
from bulletin_layout.render.svg import draw
from bulletin_layout.render.svg_faces import FaceChunk
from bulletin_layout.render.svg_memory import Drawing, SvgMemory

#: How long, in seconds, a file that is empty or gone may be about to come back, and pages that broke to be whole again:
#: editors save in several steps.
_HELD: Final = 0.2
#: Browsers are sent the pages in this time, in seconds, before the rest of the build takes the processor again.
_CALM: Final = 0.02
#: After so many seconds without a change, there is time to tidy up.
_IDLE: Final = 1.0
#: A build that takes longer, in seconds, is said to be under way.
_LONG: Final = 0.3


class Session:
    """One issue kept live. Any thread may call it; ``run`` is that of the builds.

    ``folder``, ``root``: the issue's and its publication's, absolute; ``shelves``: where exported products go;
    ``readonly``: the issue's files are only looked at. ``memory`` and ``drawing`` may be used by who holds ``at_work``.
    ``view`` is the newest view, always a whole one; None before the first. ``editor``: what opens a source
    (``opening``).
    """

    def __init__(
        self,
        folder: Path,
        root: Path,
        shelves: Path,
        language: Language,
        *,
        readonly: bool = False,
        editor: str = DEFAULT_EDITOR,
    ) -> None:
        self.folder, self.root, self.shelves = folder, root, shelves
        self.language, self.readonly = language, readonly
        self.memory = Memory()
        self.drawing = SvgMemory(None if readonly else root / SHELVES / KEPT)
        self.desk = Desk()
        self.editor = editor
        self.at_work = threading.RLock()
        self.view: View | None = None
        self.busy = False
        self.closed = threading.Event()
        self.turns = 0  #: changes of files and of what is shown that were asked for
        self._news = threading.Condition()
        self._asked = True
        self._changed: set[Path] = set()
        self._listeners: list[Callable[[], None]] = []
        self._began = 0.0
        drawn = self._drawn, self._faces, self.desk.saved, self._extras
        self._stage = Stage(folder, language, readonly, *drawn)

    def changed(self, paths: Iterable[Path] = ()) -> None:
        """Files changed, or may have: a build follows."""
        with self._news:
            self.turns += 1
            self._asked = True
            self._changed.update(paths)
            self._news.notify_all()

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Hold ``at_work`` for what a user waits for: a search that sees ``turns`` go on gives it up."""
        self.turns += 1
        with self.at_work:
            yield

    def listen(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call ``listener``, in any thread, when there is a new view, a build takes long, or the session ends; returns
        what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def close(self) -> None:
        """End the session."""
        self.closed.set()
        with self._news:
            self._news.notify_all()
        self._tell_all()

    def page(self, number: int) -> PageView | None:
        """A page of the newest view."""
        pages = self.view.pages if self.view is not None else ()
        return next((each for each in pages if each.page.number == number), None)

    def sources(self) -> dict[Path, Source]:
        """The files of the newest view and of the last good one, as they were read, by their paths."""
        view = self.view
        known = (view.shown, view.viewed) if view is not None else ()
        return {source.path: source for viewed in known if viewed is not None for source in viewed.sources}

    def run(self) -> None:
        """Build whenever files changed, until the session ends."""
        while self._wait(None):
            changed = self._taken()
            if any(map(_is_between, changed)) and self._wait(_HELD):
                changed |= self._taken()
            viewed = self._composed()
            if viewed.finished is None and self._is_good() and self._wait(_HELD):
                self.changed(changed)
                continue
            if viewed.finished is not None and self._is_good():
                self._show(viewed, whole=False)
                if self._wait(_CALM):
                    continue
            self._show(self._tried(viewed, partial(inspected, viewed, self._tell, self.memory)))
            if not self._wait(_IDLE):
                self._keep(viewed)
                gc.collect()  # builds run without it
                gc.freeze()  # so that the next one looks only at what is new
        gc.unfreeze()  # else what the session has would stay for as long as the process lives

    def _wait(self, seconds: float | None) -> bool:
        """Wait for a change that no build has seen; False: there was none in time, or the session has ended."""
        with self._news:
            self._news.wait_for(lambda: self._asked or self.closed.is_set(), seconds)
            return self._asked and not self.closed.is_set()

    def _taken(self) -> set[Path]:
        """The changes until now, which the next build sees."""
        with self._news:
            self._asked = False
            changed, self._changed = self._changed, set()
            return changed

    def _is_good(self) -> bool:
        return self.view is not None and self.view.viewed.finished is not None

    def _composed(self) -> Viewed:
        """The issue as it is now, before its pages are inspected."""
        self._began = time.monotonic()
        nothing = Viewed(self.folder.name, None, (), {})
        return self._tried(
            nothing, lambda: composed_view(self.folder, self._tell, self.memory, instead=self.desk.begin())
        )

    def _tried(self, otherwise: Viewed, step: Callable[[], Viewed]) -> Viewed:
        """What a step of a build gives. Whatever goes wrong is a finding: the session goes on."""
        with self.at_work:
            try:
                return step()
            except Exception as problem:
                return self._failed(otherwise, problem)

    def _failed(self, otherwise: Viewed, problem: Exception) -> Viewed:
        if os.environ.get("BULLETIN_DEBUG"):
            raise problem
        self.memory = Memory()  # it may be half of a build
        failed = said.build_failed(Location(str(self.folder)), problem=_in_words(problem))
        return replace(otherwise, finished=None, findings=(failed, *otherwise.findings))

    def _tell(self, _stage: str, _done: int, _of: int) -> None:
        """Say that a build is under way, if it takes long."""
        if not self.busy and time.monotonic() - self._began > _LONG:
            self.busy = True
            self._tell_all()

    def _show(self, viewed: Viewed, *, whole: bool = True) -> None:
        """Make the next view, and tell everyone. What takes as long as composing does is not needed to see the pages:
        they are shown at once, and then, when the view is ``whole``, again with all that was found on them."""
        with self.at_work:
            try:
                self.desk.show(viewed)
                self.view = next_view(self.view, viewed, self._stage, whole=whole)
            except Exception as problem:
                plain = self._stage._replace(saved=lambda _pages: None, extras=self._findings_alone)
                self.view = next_view(self.view, self._failed(viewed, problem), plain)
        self.busy = self.busy and not whole
        self._tell_all()

    def _keep(self, viewed: Viewed) -> None:
        """Write down what was found in texts and photos, for the next process."""
        if viewed.issue is not None and not self.readonly:
            with self.at_work:
                keep_checks(self.root / SHELVES, viewed.issue, self.memory)

    def _findings_alone(self, viewed: Viewed) -> Mapping[str, bytes]:
        findings = [{**as_json(each, self.language), "places": []} for each in viewed.findings]
        alone = {"findings": findings, "slots": [], "undo": None, "redo": None, "trial": None}
        return {name: json_bytes(part) for name, part in alone.items()}

    def _extras(self, viewed: Viewed) -> Mapping[str, bytes]:
        return self.desk.extras(viewed, self.language)

    def _faces(self) -> Sequence[FaceChunk]:
        return self.drawing.faces()

    def _drawn(self, page: Page, press: Press) -> Drawing:
        return draw(page, press, self.drawing)

    def _tell_all(self) -> None:
        for listener in tuple(self._listeners):
            listener()


def _is_between(path: Path) -> bool:
    """Whether a file looks as between two steps of a save: empty, or not there."""
    try:
        return not path.stat().st_size
    except OSError:
        return True


def _in_words(problem: Exception) -> str:
    return f"{type(problem).__name__}: {' '.join(str(problem).split())}"
