"""Folders of a run's own: gone at its end, swept when it was killed, and never taken from one that lives."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bulletin_layout.pipeline.aside import kept_apart, left_behind, sweep, sweep_files
from tests.support.paper import PROJECT

HOLD = """
import os, sys
from pathlib import Path
from bulletin_layout.pipeline.aside import kept_apart
with kept_apart(Path(sys.argv[1]), ".making-") as folder:
    (folder / "half").write_bytes(b"x")
    print(folder.name, flush=True)
    sys.stdin.readline()
    os._exit(9)
"""


def holding(place: Path) -> "subprocess.Popen[str]":
    """Another run that has a folder there, until a line comes or it is killed."""
    environment = {**os.environ, "PYTHONPATH": str(PROJECT / "src")}
    return subprocess.Popen(
        [sys.executable, "-c", HOLD, str(place)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )


def test_it_is_gone_when_the_block_ends_and_when_it_fails(tmp_path: Path) -> None:
    with kept_apart(tmp_path, ".making-") as folder:
        (folder / "a").write_bytes(b"x")
    with pytest.raises(KeyError), kept_apart(tmp_path, ".making-"):
        raise KeyError
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_run_left_is_swept_and_never_what_a_living_one_has(tmp_path: Path) -> None:
    with holding(tmp_path) as other:
        assert other.stdout is not None
        name = other.stdout.readline().strip()
        sweep(tmp_path, ".making-")
        assert (tmp_path / name / "half").read_bytes() == b"x"
        other.kill()
    assert [folder.name for folder in left_behind(tmp_path, ".making-")] == [name]
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_not_swept_before_its_run_could_lock_it(tmp_path: Path) -> None:
    (tmp_path / ".making-new").mkdir()
    (tmp_path / ".making-old").mkdir()
    os.utime(tmp_path / ".making-old", (1, 1))
    sweep(tmp_path, ".making-")
    assert [path.name for path in tmp_path.iterdir()] == [".making-new"]


def test_what_a_link_leads_to_is_not_swept(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "a").write_bytes(b"x")
    (tmp_path / ".making-x").symlink_to(mine)
    os.utime(mine, (1, 1))
    sweep(tmp_path, ".making-")
    assert (mine / "a").exists()


def test_unfinished_files_are_swept_when_they_are_old(tmp_path: Path) -> None:
    for name, when in ((".making-a", 1), ("b", 1)):
        (tmp_path / name).write_bytes(b"x")
        os.utime(tmp_path / name, (when, when))
    (tmp_path / ".making-c").write_bytes(b"x")
    sweep_files(tmp_path, ".making-")
    assert sorted(path.name for path in tmp_path.iterdir()) == [".making-c", "b"]
