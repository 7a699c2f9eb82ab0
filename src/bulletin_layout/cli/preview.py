"""``bulletin preview``: the issue in a browser, drawn anew as its files change."""

import argparse
import socket
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from bulletin_layout.cli import words
from bulletin_layout.cli.findings import print_findings
from bulletin_layout.cli.stopping import Stopped
from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import live as said
from bulletin_layout.findings.phrases import text
from bulletin_layout.findings.system import reason_of
from bulletin_layout.languages import Language
from bulletin_layout.live.ports import LOCAL, USUAL_PORT, address, guard_of, is_local, listen
from bulletin_layout.reading import find_issue

_STOPPED: Final = 2
_NEEDED: Final = ("starlette", "uvicorn", "watchfiles")


def preview(options: argparse.Namespace, language: Language) -> int:
    """Serve the live page until a signal ends it. Exit code 2: it cannot be served."""
    missing = tuple(name for name in _NEEDED if find_spec(name) is None)
    if missing:
        return _stopped(said.preview_not_installed(Location(options.issue), missing=missing), language)
    found = find_issue(Path(options.issue))
    if isinstance(found, Finding):
        return _stopped(found, language)
    host = options.host or LOCAL
    listening = _listening(host, options.port, options.issue, language)
    if isinstance(listening, Finding):
        return _stopped(listening, language)
    if not is_local(listening):
        warning = said.shown_to_network if options.read_only else said.open_to_network
        print_findings((warning(Location(options.issue), host=host),), language)
    return _served(found, host, listening, options, language)


def _stopped(finding: Finding, language: Language) -> int:
    print_findings((finding,), language)
    return _STOPPED


def _listening(host: str, port: int | None, issue: str, language: Language) -> socket.socket | Finding:
    """The socket to listen at; if no port is asked for and the usual one is taken, another."""
    try:
        return listen(host, USUAL_PORT if port is None else port)
    except OSError as problem:
        busy = problem
    try:
        other = listen(host, 0)
    except OSError as problem:
        other, busy = None, problem
    free = other.getsockname()[1] if other is not None else USUAL_PORT
    if other is not None and port is None:
        print_findings((said.port_changed(Location(issue), port=USUAL_PORT, other=free),), language)
        return other
    if other is not None:
        other.close()
    asked = USUAL_PORT if port is None else port
    return said.port_busy(Location(issue), host=host, port=asked, reason=reason_of(busy), other=free)


def _served(
    found: tuple[Path, Path], host: str, listening: socket.socket, options: argparse.Namespace, language: Language
) -> int:
    from bulletin_layout.live.opening import DEFAULT_EDITOR
    from bulletin_layout.live.serving import serve
    from bulletin_layout.live.session import Session

    folder, root = found
    guard = guard_of(host, listening)
    where = address(host, listening, guard)
    print(text(words.previewed(folder.name, where), language), flush=True)
    if not options.no_open:
        import webbrowser

        webbrowser.open(where)
    try:
        with TemporaryDirectory(prefix="bulletin-") as shelves:
            session = Session(
                folder,
                root,
                Path(shelves),
                language,
                readonly=options.read_only,
                editor=options.editor or DEFAULT_EDITOR,
            )
            serve(session, guard, listening)
    except KeyboardInterrupt as stop:
        print(text(words.preview_ended(folder.name), language), flush=True)
        return stop.exit_code if isinstance(stop, Stopped) else 130
    return 0
