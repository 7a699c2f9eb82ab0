"""Tells a session which files changed: adapter of watchfiles (看护).

Folders are watched one by one: those that have a file of the issue, all within the issue's own folder, and those above
them up to the publication's. So the rest of a large folder costs nothing, and a folder that was removed is seen when it
comes back.
"""

import os
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from time import sleep
from typing import Final

from watchfiles import watch as changes_in

from bulletin_layout.live.session import Session

#: Milliseconds: changes that follow one another so fast are told together, but not for longer than the second.
_STEP: Final = 5
_TOGETHER: Final = 50
#: Milliseconds after which the folders are looked at again, even if nothing happened.
_AGAIN: Final = 1000
#: Of an issue's own folder, so many folders are watched at most.
_MOST_FOLDERS: Final = 1000
#: Files that may be part of an issue, or become it.
_COUNTED: Final = frozenset((".md", ".yaml", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp", ".ttf", ".otf", ".icc"))


def watch(session: Session) -> None:
    """Call ``session.changed`` whenever files of the issue have changed, until the session ends."""
    while not session.closed.is_set():
        folders = _folders(session)
        try:
            _watch(session, folders)
        except OSError:  # a folder went away just now
            sleep(_AGAIN / 1000)
        session.changed()


def _watch(session: Session, folders: frozenset[Path]) -> None:
    """Watch these folders until others are to be watched."""
    told = changes_in(
        *folders,
        watch_filter=None,
        debounce=_TOGETHER,
        step=_STEP,
        stop_event=session.closed,
        rust_timeout=_AGAIN,
        yield_on_timeout=True,
        raise_interrupt=False,
        recursive=False,
        ignore_permission_denied=True,
    )
    begun = False
    for changes in told:
        paths = {Path(path) for _, path in changes}
        counted = {path for path in paths if path.suffix.lower() in _COUNTED}
        # What changed before the watching began is not told, so the first word of it asks for a look at everything.
        if counted or not begun or any(path in folders or path.is_dir() for path in paths):
            session.changed(counted)
        begun = True
        if paths & folders or (not paths and _folders(session) != folders):
            return


def _folders(session: Session) -> frozenset[Path]:
    """The folders to watch, those that exist."""
    root = session.root
    files = {path.parent for path in session.sources()}
    wanted = {root, session.folder, *files, *_within(session.folder)}
    above = {each for folder in wanted if folder.is_relative_to(root) for each in _up_to(root, folder)}
    return frozenset(folder for folder in wanted | above if folder.is_dir())


def _within(folder: Path) -> Iterator[Path]:
    for inner, names, _ in islice(os.walk(folder), _MOST_FOLDERS):
        names[:] = sorted(name for name in names if not name.startswith("."))
        yield Path(inner)


def _up_to(root: Path, folder: Path) -> Iterable[Path]:
    return (each for each in (folder, *folder.parents) if each.is_relative_to(root))
