"""A build that is killed at many moments: every product stays whole, and the next build leaves no trace of it."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.paper import PROJECT, start_paper

PRODUCTS = "print,screen,dump"
#: Builds, and sends itself a signal when it is about to touch the disk for the nth time: no clock says when that is.
BUILD = f"""
import os, sys
from itertools import count
from bulletin_layout.cli import main
number, moment = int(sys.argv[1]), int(sys.argv[2])
moments = count(1)

def hook(event, args):
    writes = event == "open" and isinstance(args[1], str) and args[1][:1] in "wxa"
    if writes or event in ("os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.link"):
        here = next(moments)
        if here == moment:
            os.kill(os.getpid(), number)

sys.addaudithook(hook)
code = main(["build", "content/001", "--to", "{PRODUCTS}", "-q"])
print(next(moments) - 1)
sys.exit(code)
"""


def build(paper: Path, number: int = 0, moment: int = 0) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "PYTHONPATH": str(PROJECT / "src"), "LC_ALL": "C"}
    command = [sys.executable, "-c", BUILD, str(number), str(moment)]
    return subprocess.run(command, cwd=paper, env=environment, capture_output=True, text=True, check=False)


def products(paper: Path) -> dict[str, bytes]:
    """All that lies in the issue's folder, whatever its name."""
    out = paper / "out" / "001"
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes], dict[str, bytes], int]:
    """A publication as it is now, its products before and after a change, and how often a build touches the disk."""
    folder = tmp_path_factory.mktemp("killed")
    start_paper(folder / "paper")
    assert build(folder / "paper").returncode == 0
    before = products(folder / "paper")
    settings = folder / "paper" / "bulletin.yaml"
    settings.write_text(settings.read_text("utf-8").replace("name: ", "name: 新", 1), "utf-8")
    done = build(folder / "paper")
    after = products(folder / "paper")
    assert before.keys() == after.keys()
    assert all(before[name] != after[name] for name in after if name.endswith((".pdf", ".dump.txt")))
    return folder / "paper", before, after, int(done.stdout)


def restored(paper: Path, files: dict[str, bytes]) -> None:
    for name, data in files.items():
        (paper / "out" / "001" / name).write_bytes(data)


@pytest.mark.parametrize("part", range(5))
def test_killed_at_many_moments(versions: tuple[Path, dict[str, bytes], dict[str, bytes], int], part: int) -> None:
    paper, before, after, moments = versions
    restored(paper, before)
    assert build(paper, signal.SIGKILL, 1 + part * moments // 5).returncode == -signal.SIGKILL
    for name, data in products(paper).items():
        assert name.startswith(".making-") or data in (before[name], after[name])
    assert {name for name in products(paper) if not name.startswith(".")} == after.keys()
    assert build(paper).returncode == 0
    assert products(paper) == after


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
@pytest.mark.parametrize("part", range(3))
def test_stopped_at_many_moments(
    versions: tuple[Path, dict[str, bytes], dict[str, bytes], int], part: int, number: signal.Signals
) -> None:
    paper, before, after, moments = versions
    restored(paper, before)
    stopped = build(paper, number, 2 + part * moments // 3)
    assert stopped.returncode == 128 + number
    assert "Traceback" not in stopped.stderr
    assert products(paper).keys() == after.keys()
    assert all(data in (before[name], after[name]) for name, data in products(paper).items())
