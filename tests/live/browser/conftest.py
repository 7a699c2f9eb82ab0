"""The sample issue in a real browser: a copy of the paper, its server, and a tab that may not complain."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest

from tests.support.chromium import chromium

PROJECT: Final = Path(__file__).parents[3]
SAMPLE: Final = "content/2026-10"
#: So long, in seconds, a test waits for what never comes.
PATIENCE: Final = 30.0
_PROGRAM: Final = "import sys; from bulletin_layout.cli import main; sys.exit(main())"


def wait_until(happens: Callable[[], object], what: str = "") -> None:
    """Wait for what happens in the browser or in a file. AssertionError: it did not, in time."""
    end = time.monotonic() + PATIENCE
    while not happens():
        assert time.monotonic() < end, f"never happened: {what or happens}"
        time.sleep(0.02)


def at_rest(measure: Callable[[], Any], what: str = "") -> Any:
    """What ``measure`` gives once it gives the same three times: where something stands that may still be moving.

    The desk comes to rest some time after it was scrolled, and what lies above a page is drawn again, with new
    elements, when something is selected, the page is zoomed or the desk has come to rest."""
    seen: list[Any] = [None, None]

    def rests() -> bool:
        seen.append(measure())
        return seen[-1] is not None and seen[-1] == seen[-2] == seen[-3]

    wait_until(rests, what)
    return seen[-1]


def box_of(located: Any) -> dict[str, float]:
    """Where an element stands in the window, at rest."""
    found: dict[str, float] = at_rest(located.bounding_box, f"{located} stands still")
    return found


class Paper(NamedTuple):
    """A copy of the sample paper; ``issue`` is the folder of its issue."""

    root: Path

    @property
    def issue(self) -> Path:
        return self.root / SAMPLE

    def change(self, name: str, old: str, new: str) -> None:
        """Replace words of a file of the issue, which must be there once."""
        path = self.issue / name
        text = path.read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} in {name}"
        path.write_text(text.replace(old, new), "utf-8")


class Server(NamedTuple):
    """A running ``bulletin preview``; ``url`` ends in a slash."""

    process: "subprocess.Popen[str]"
    url: str

    def stop(self) -> None:
        self.process.send_signal(signal.SIGINT)
        self.process.wait(PATIENCE)


@pytest.fixture
def paper(tmp_path: Path) -> Paper:
    root = tmp_path / "paper"
    for name in (SAMPLE, "layouts", "fonts"):
        shutil.copytree(PROJECT / name, root / name, copy_function=_linked if name == "fonts" else shutil.copy2)
    shutil.copy2(PROJECT / "bulletin.yaml", root / "bulletin.yaml")
    return Paper(root)


def _linked(source: str, target: str) -> str:
    try:
        os.link(source, target)
    except OSError:  # another file system
        shutil.copy2(source, target)
    return target


def started(paper: Paper, *options: str, language: str = "en_US.UTF-8") -> Server:
    """Start the preview of a paper's issue."""
    for name in ("starlette", "uvicorn", "watchfiles"):
        pytest.importorskip(name, reason="the extra preview is not installed")
    command = [sys.executable, "-c", _PROGRAM, "preview", SAMPLE, "--no-open", "--port", "0", *options]
    environment = {**os.environ, "LANG": language, "BULLETIN_DEBUG": "1"}
    process = subprocess.Popen(command, cwd=paper.root, env=environment, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    line = process.stdout.readline()
    found = re.search(r"http://\S+?/[\w-]{16,}/", line)
    assert found, f"no address in {line!r}"
    return Server(process, found[0])


@pytest.fixture
def server(paper: Paper) -> Iterator[Server]:
    running = started(paper)
    yield running
    if running.process.poll() is None:
        running.stop()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """The browser, for the tests of a module."""
    with chromium() as running:
        yield running


class Tab:
    """A tab with the live page. ``page``: Playwright's; ``said``: what it wrote to its console."""

    def __init__(self, page: Any, url: str) -> None:
        self.page = page
        self.said: list[str] = []
        page.on("console", lambda message: self.said.append(f"{message.text} {message.location}"))
        page.on("pageerror", lambda problem: self.said.append(str(problem)))
        page.goto(url)
        page.locator('[data-page="1"] .marks [data-k]').first.wait_for()

    def marks(self, number: int) -> Any:
        """The marks of a page."""
        return self.page.locator(f'[data-page="{number}"] .marks')

    def go_to(self, number: int) -> None:
        """Go to a page, and wait for its marks."""
        self.page.locator("#page-number").fill(str(number))
        self.page.keyboard.press("Enter")
        self.marks(number).locator("[data-k]").first.wait_for()

    def see(self, number: int, words: str) -> None:
        """Wait until a page has these words on one of its lines."""
        self.marks(number).locator("[data-k]", has_text=words).first.wait_for(state="attached")

    def text(self, number: int) -> str:
        found: str = self.marks(number).text_content()
        return found

    def line(self, number: int, words: str) -> Any:
        """The line with these words."""
        return self.marks(number).locator("[data-k]", has_text=words).first

    @property
    def revision(self) -> int:
        return int(self.page.locator("html").get_attribute("data-revision"))

    @property
    def place(self) -> tuple[int, int, str]:
        """How far the desk is scrolled, and its zoom."""
        left, top = self.page.locator("#desk").evaluate("(desk) => [desk.scrollLeft, desk.scrollTop]")
        return round(left), round(top), self.page.locator("#zoom").inner_text()


@pytest.fixture
def opened(browser: Any) -> Iterator[Callable[..., Tab]]:
    """Opens tabs, each as in a browser of its own; when the test ends, none may have complained."""
    contexts: list[Any] = []
    tabs: list[Tab] = []

    def open_tab(url: str, width: int = 1366, height: int = 768, scheme: str = "light") -> Tab:
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
        context.set_default_timeout(1000 * PATIENCE)
        contexts.append(context)
        tabs.append(Tab(context.new_page(), url))
        return tabs[-1]

    yield open_tab
    said = [line for tab in tabs for line in tab.said]
    for context in contexts:
        context.close()
    assert not said


@pytest.fixture
def tab(server: Server, opened: Callable[..., Tab]) -> Tab:
    """The sample issue in English, on a laptop."""
    return opened(server.url)
