"""A real browser for tests: Debian's chromium, driven by Playwright."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest


@contextmanager
def chromium() -> Iterator[Any]:
    """The running browser; the test is skipped where there is none. It ends with the block: other tests must not run in
    a thread in which Playwright keeps an event loop."""
    api = pytest.importorskip("playwright.sync_api", reason="pages in a browser need Playwright")
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if program is None:
        pytest.skip("pages in a browser need chromium")
    with api.sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=program)
        yield running
        running.close()
