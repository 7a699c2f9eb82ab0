"""The live page of a small paper, served to the tests as it is to browsers."""

import json
import socket
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest

from bulletin_layout.live.guard import Guard
from bulletin_layout.live.ports import LOCAL, address, guard_of, listen
from tests.support.paper import start_paper

pytest.importorskip("starlette", reason="the extra preview is not installed")
pytest.importorskip("uvicorn", reason="the extra preview is not installed")
pytest.importorskip("watchfiles", reason="the extra preview is not installed")

from bulletin_layout.live.serving import serve
from bulletin_layout.live.session import Session

#: So long, in seconds, a test waits for what never comes.
_PATIENCE: Final = 60
_MOST_QUIET: Final = 4


class Got(NamedTuple):
    """An answer."""

    status: int
    headers: dict[str, str]
    data: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.data)

    @property
    def codes(self) -> list[str]:
        return [finding["code"] for finding in self.json["findings"]]


class Events:
    """The events that a browser is sent; what it is not sent again stays as it was."""

    def __init__(self, url: str) -> None:
        self._lines = urllib.request.urlopen(f"{url}events", timeout=_PATIENCE)
        self._known: dict[str, Any] = {}
        self.sent: Any = None  #: the last event, as it came

    def next(self, name: str = "view") -> Any:
        """The data of the next event of a name."""
        quiet = 0
        while (line := self._lines.readline().decode()) and quiet < _MOST_QUIET:
            quiet += line == ":\n"  # a sign of life: nothing has happened
            if line == f"event: {name}\n":
                data = json.loads(self._lines.readline().decode().removeprefix("data: "))
                self._known = {**self._known, **data} if name == "view" else self._known
                self.sent = data
                return self._known if name == "view" else data
        raise EOFError(name)

    def until(self, is_it: Callable[[Any], bool]) -> Any:
        """The first view of which something is true."""
        while not is_it(view := self.next()):
            pass
        return view

    def close(self) -> None:
        self._lines.close()


class Live(NamedTuple):
    """A session, and how to ask its server."""

    session: Session
    guard: Guard
    url: str

    @property
    def folder(self) -> Path:
        return self.session.folder

    def get(self, path: str = "", **headers: str) -> Got:
        return self.ask(urllib.request.Request(self.url + path, headers=headers))

    def post(self, path: str, data: object, **headers: str) -> Got:
        origin = self.url.removesuffix(f"/{self.guard.token}/")
        given = {"Content-Type": "application/json", "Origin": origin, **headers}
        return self.ask(urllib.request.Request(self.url + path, json.dumps(data).encode(), given))

    def ask(self, request: urllib.request.Request) -> Got:
        try:
            with urllib.request.urlopen(request, timeout=_PATIENCE) as answer:
                return Got(answer.status, {**answer.headers}, answer.read())
        except urllib.error.HTTPError as refused:
            return Got(refused.code, {**refused.headers}, refused.read())


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    """The folder of the paper's issue."""
    return start_paper(tmp_path / "paper")


@pytest.fixture
def live(issue: Path, tmp_path: Path) -> Iterator[Live]:
    yield from served(Session(issue, issue.parents[1], tmp_path / "shelves", "en"))


@pytest.fixture
def live_readonly(issue: Path, tmp_path: Path) -> Iterator[Live]:
    yield from served(Session(issue, issue.parents[1], tmp_path / "shelves", "en", readonly=True))


def served(session: Session) -> Iterator[Live]:
    """A session that is served while a test runs."""
    listening: socket.socket = listen(LOCAL, 0)
    guard = guard_of(LOCAL, listening)
    server = threading.Thread(target=serve, args=(session, guard, listening))
    server.start()
    yield Live(session, guard, address(LOCAL, listening, guard))
    session.close()
    server.join(_PATIENCE)
    assert not server.is_alive()


@pytest.fixture
def events(live: Live) -> Iterator[Events]:
    """What a browser is sent, from its first view on."""
    found = Events(live.url)
    yield found
    found.close()
