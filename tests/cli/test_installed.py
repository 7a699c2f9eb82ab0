"""The two wheels installed where nobody has the project: a paper made and built there, from what they hold alone."""

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from bulletin_layout.archive.program import program_files
from tests.support.archives import carried_file
from tests.support.paper import PROJECT

pytest.importorskip("hatchling")


def run(folder: Path, *command: str | Path) -> str:
    """A command's output; it must succeed. It knows nothing of this project's folder."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(list(map(str, command)), cwd=folder, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


@pytest.fixture(scope="module")
def bulletin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program in an environment that has the wheels of ``make dist``, and the libraries of ours."""
    folder = tmp_path_factory.mktemp("installed")
    for project in (PROJECT, PROJECT / "fonts"):
        run(project, sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder / "dist")
    run(folder, sys.executable, "-m", "venv", "--without-pip", folder / "env")
    programs = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
    python = programs / Path(sys.executable).name
    install = (sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", "--quiet")
    run(folder, *install, *sorted((folder / "dist").iterdir()))
    place = Path(run(folder, python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip())
    (place / "libraries.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return programs / "bulletin"


def test_a_paper_is_made_and_built_from_the_two_wheels(bulletin: Path, tmp_path: Path) -> None:
    run(tmp_path, bulletin, "new", "paper")
    assert not list(tmp_path.rglob("*.ttf"))
    build = (bulletin, "build", "001", "--to", "print,screen,archive,png", "--lang", "en")
    assert "001: 0 errors, 0 warnings" in run(tmp_path / "paper", *build)
    shelf = tmp_path / "paper/out/001"
    assert {path.name for path in shelf.iterdir()} >= {"001.pdf", "001-screen.pdf", "001-archive.pdf", "page-01.png"}
    run(tmp_path, bulletin, "verify", shelf / "001-archive.pdf")
    assert "song" in run(tmp_path / "paper", bulletin, "fonts")
    data = (shelf / "001-archive.pdf").read_bytes()
    for each in program_files():  # this checkout's are those of the wheel
        assert carried_file(data, each.name) == each.data


def test_the_wheels_are_the_same_bytes_every_time(bulletin: Path, tmp_path: Path) -> None:
    before = sorted((bulletin.parents[2] / "dist").iterdir())
    run(PROJECT, sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path)
    (again,) = tmp_path.iterdir()
    assert again.read_bytes() in [wheel.read_bytes() for wheel in before]
