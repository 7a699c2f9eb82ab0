"""What ends a command before its time: signals, at whatever moment, and a system that refuses; one line for each."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bulletin_layout.cli import main
from tests.support.paper import PROJECT, start_paper

#: Sends itself a signal at the nth import: while the command starts up.
STARTING = """
import os, sys
number, moment = int(sys.argv[1]), int(sys.argv[2])
seen = 0
def hook(event, args):
    global seen
    seen += event == "import" and args[0].startswith("bulletin_layout")
    if event == "import" and seen == moment:
        seen += 1
        os.kill(os.getpid(), number)
from bulletin_layout.cli import main
sys.addaudithook(hook)
sys.exit(main(["check", "content/001"]))
"""

#: Loses a signal in a destructor, where Python can only report it; then goes on for as long as it is let.
LOST = """
import os, signal, sys, time
from bulletin_layout.cli import command, main
class Last:
    def __del__(self):
        signal.raise_signal(signal.SIGINT)
def lose(*_):
    Last()
    for _ in range(1000):
        time.sleep(0.01)
    return 0
command._run = lose
sys.exit(main(["check", "content/001"]))
"""


def run(program: str, *arguments: object, cwd: Path, **options: object) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "PYTHONPATH": str(PROJECT / "src")}
    command = [sys.executable, "-c", program, *map(str, arguments)]
    given = {"capture_output": True, **options}
    return subprocess.run(command, cwd=cwd, env=environment, text=True, check=False, **given)  # type: ignore[call-overload,no-any-return]


@pytest.mark.parametrize("moment", [2, 3, 9, 40])
def test_a_signal_during_start_up_ends_it(tmp_path: Path, moment: int) -> None:
    start_paper(tmp_path / "paper")
    for number in (signal.SIGINT, signal.SIGTERM):
        stopped = run(STARTING, number, moment, cwd=tmp_path / "paper")
        assert (stopped.returncode, stopped.stdout) == (128 + number, "")
        assert stopped.stderr.splitlines()[-1].startswith("bulletin: interrupted")
        assert "Traceback" not in stopped.stderr


def test_a_signal_that_was_lost_is_sent_again(tmp_path: Path) -> None:
    assert run(LOST, cwd=tmp_path).returncode == 130


BUILD = "import sys; from bulletin_layout.cli import main; sys.exit(main(sys.argv[1:]))"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
def test_a_full_standard_output_is_one_line(tmp_path: Path) -> None:
    issue = start_paper(tmp_path / "paper")
    with open("/dev/full", "w") as full:
        stopped = run(BUILD, "check", issue, cwd=tmp_path, capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert stopped.returncode == 2
    assert stopped.stderr.splitlines()[-1] == "bulletin: it cannot go on: No space left on device"
    assert "Exception" not in stopped.stderr


def test_an_output_that_nobody_reads_is_no_error_of_ours(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    stopped = run(BUILD, "explain", "overset", cwd=tmp_path, capture_output=False, stdout=writing, stderr=-1)
    os.close(writing)
    assert (stopped.returncode, stopped.stderr) == (2, "")


@pytest.mark.parametrize(
    ("problem", "line"),
    [
        (MemoryError(), "bulletin: there is not enough memory to go on"),
        (OSError(12, "Cannot allocate memory"), "bulletin: there is not enough memory to go on"),
        (PermissionError(13, "Permission denied", "/a\x1b[2J"), "bulletin: /a\\x1b[2J: Permission denied"),
        (FileNotFoundError(2, "No such file or directory"), "bulletin: it cannot go on: No such file or directory"),
    ],
)
def test_what_the_system_refuses_is_one_line(
    problem: Exception, line: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> int:
        raise problem

    monkeypatch.delenv("BULLETIN_DEBUG", raising=False)
    monkeypatch.setattr("bulletin_layout.cli.command._run", refused)
    assert main(["fonts"]) == 2
    assert capsys.readouterr().err == f"{line}\n"


KILLED = """
import os, signal, sys
from bulletin_layout.cli import issues, main
def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)
issues.check_issue = die
sys.exit(main(["check", "a", "b", "--jobs", "2", "-q"]))
"""


@pytest.mark.skipif(sys.version_info >= (3, 14), reason="its workers do not inherit what the test puts in")
def test_a_worker_that_the_system_killed_is_one_line(tmp_path: Path) -> None:
    stopped = run(KILLED, cwd=tmp_path)
    assert stopped.returncode == 2
    assert stopped.stderr.splitlines() == [
        "bulletin: the system ended one of the processes that --jobs started, often for want of memory: try fewer"
    ]


def test_a_terminal_is_not_moved_by_what_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    odd = tmp_path / "a\x1b[2J\u202egnp\n.md:1:1: error[x]: y"
    odd.mkdir()
    main(["check", str(odd)])
    main(["verify", str(odd / "b.pdf")])
    main(["suggest", str(odd), "--format", "json"])
    with pytest.raises(SystemExit):
        main(["check", "--no-such\x1b[2J"])
    shown = "".join(capsys.readouterr())
    assert all(char.isprintable() or char == "\n" for char in shown)
    assert "\\x1b[2J" in shown
    assert not any(line.startswith(".md:1:1") for line in shown.splitlines())
