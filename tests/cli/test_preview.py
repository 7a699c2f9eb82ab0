"""``bulletin preview``: its address, what keeps it from being served, and its end."""

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest

from bulletin_layout.cli import main
from bulletin_layout.cli import preview as command
from bulletin_layout.live import ports
from tests.support.paper import PROJECT, start_paper

START = "import sys; from bulletin_layout.cli import main; sys.exit(main(sys.argv[1:]))"


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    return start_paper(tmp_path / "paper").parents[1]


@contextmanager
def previewed(paper: Path, *options: str) -> "Iterator[subprocess.Popen[str]]":
    words = [sys.executable, "-c", START, "preview", "content/001", "--no-open", *options]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT / "src")}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    with subprocess.Popen(words, cwd=paper, env=environment, text=True, **pipes) as running:  # type: ignore[call-overload]
        try:
            yield running
        finally:
            running.kill()


def address(output: "IO[str] | None") -> str:
    assert output is not None
    return next(word for line in output for word in line.split() if word.startswith("http://"))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_with_browsers_open(paper: Path, number: int) -> None:
    pytest.importorskip("uvicorn", reason="the extra preview is not installed")
    with previewed(paper, "--port", "0") as running:
        events = urllib.request.urlopen(f"{address(running.stdout)}events", timeout=60)
        assert b"event: view\n" in iter(events.readline, b"")
        running.send_signal(number)
        rest = b"".join(iter(events.readline, b""))
        output, _ = running.communicate(timeout=60)
    assert running.returncode == 128 + number
    assert output == "001: the live page is closed\n"
    assert rest.endswith(b"event: gone\ndata: true\n\n") or number == signal.SIGHUP  # the terminal has gone already


def test_a_port_that_is_busy_is_said(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("uvicorn", reason="the extra preview is not installed")
    with socket.create_server((ports.LOCAL, 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["preview", str(paper / "content/001"), "--port", str(port)]) == 2
    assert f"error[port-busy]: port {port} of 127.0.0.1 cannot be used" in capsys.readouterr().out


def test_without_a_port_of_ones_own_another_will_do(
    paper: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("uvicorn", reason="the extra preview is not installed")
    with socket.create_server((ports.LOCAL, 0)) as taken:
        monkeypatch.setattr(command, "USUAL_PORT", taken.getsockname()[1])
        found = command._listening(ports.LOCAL, None, "content/001", "en")
    assert isinstance(found, socket.socket)
    found.close()
    assert "hint[port-busy]: port" in capsys.readouterr().out


def test_it_says_how_to_install_what_is_missing(
    paper: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "_NEEDED", ("starlette", "no_such_library"))
    assert main(["preview", str(paper / "content/001")]) == 2
    output = capsys.readouterr().out
    assert "error[preview-not-installed]" in output
    assert "pip install 'bulletin-layout[preview]'" in output


def test_an_issue_that_is_not_there(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("uvicorn", reason="the extra preview is not installed")
    assert main(["preview", str(paper / "content/009")]) == 2
    assert "[no-issue]" in capsys.readouterr().out


def test_whoever_lets_others_in_is_told(paper: Path) -> None:
    pytest.importorskip("uvicorn", reason="the extra preview is not installed")
    for options, severity in (((), "warning"), (("--read-only",), "hint")):
        with previewed(paper, "--host", "0.0.0.0", "--port", "0", *options) as running:
            assert running.stdout is not None
            assert f"{severity}[open-to-network]" in running.stdout.readline()
            running.send_signal(signal.SIGINT)
            running.communicate(timeout=60)


@pytest.mark.parametrize("port", ["-1", "65536", "x"])
def test_no_port_of_this_number(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["preview", "2026-10", f"--port={port}"])
    assert "is not a number from 0 to 65535" in capsys.readouterr().err
