"""The command as a user meets it: exit codes, one-line findings, and nothing imported that a command does not need."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bulletin_layout import __version__
from bulletin_layout.cli import main


def test_version_imports_nothing_heavy() -> None:
    program = (
        "import sys\n"
        "from bulletin_layout.cli import main\n"
        "try:\n    main(['--version'])\n"
        "except SystemExit:\n    pass\n"
        "print(sorted(m for m in sys.modules if m.partition('.')[0] in "
        "('yaml', 'uharfbuzz', 'reportlab', 'PIL', 'pypdfium2', 'markdown_it', 'fontTools', 'dataclasses')))"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout == f"bulletin {__version__}\n[]\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "COMMAND"),
        (["print", "x"], "invalid choice: 'print'"),
        (["build"], "ISSUE"),
        (["build", "x", "--to", "print,paper"], "unknown product 'paper'; there are print, "),
        (["build", "x", "--to", ","], "name at least one product"),
        (["build", "x", "--jobs", "0"], "'0' is not a number from 1 up"),
        (["schema", "page"], "unknown kind 'page'; there are publication, layout, issue, story, fonts"),
        (["check", "x", "--fail-on", "note"], "invalid choice: 'note'"),
    ],
)
def test_wrong_arguments_are_told_and_exit_2(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2
    assert words in capsys.readouterr().err


def test_an_unexpected_finding_is_one_line_and_exit_2(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> int:
        raise ValueError("first line\nsecond line")

    monkeypatch.delenv("BULLETIN_DEBUG", raising=False)
    monkeypatch.setattr("bulletin_layout.cli.command._run", broken)
    assert main(["fonts"]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("bulletin: internal error: ValueError: first line second line; please report it")


def test_debug_shows_where_a_finding_arose(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> int:
        raise ValueError("as it was")

    monkeypatch.setenv("BULLETIN_DEBUG", "1")
    monkeypatch.setattr("bulletin_layout.cli.command._run", broken)
    with pytest.raises(ValueError, match="as it was"):
        main(["fonts"])


def test_new_refuses_a_folder_that_holds_something(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    assert main(["new", str(tmp_path)]) == 2
    assert "is not empty" in capsys.readouterr().err
    assert os.listdir(tmp_path) == ["mine.txt"]


def test_new_does_not_copy_a_folder_into_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "fonts.yaml").write_bytes(b"")
    assert main(["new", str(tmp_path / "paper"), "--fonts", str(tmp_path)]) == 2
    assert "name another place" in capsys.readouterr().err
    assert not (tmp_path / "paper").exists()


def test_new_says_when_it_finds_no_fonts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", str(tmp_path / "paper"), "--fonts", str(tmp_path)]) == 2
    assert "--fonts DIR" in capsys.readouterr().err
    assert not (tmp_path / "paper").exists()
