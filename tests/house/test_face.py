"""The library's face: the names that programs may rely on, each documented."""

import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import bulletin_layout

FACE = {
    "BulletinParagraph", "BulletinStory", "Composed", "Finding", "Location", "Result", "__version__", "build_issue",
    "check_issue", "compose_issue", "read_issue",
}  # fmt: skip


def test_the_face_is_these_names() -> None:
    assert set(bulletin_layout.__all__) == FACE == set(dir(bulletin_layout))


@pytest.mark.parametrize("name", sorted(FACE - {"__version__"}))
def test_every_name_of_the_face_is_there_and_documented(name: str) -> None:
    value = getattr(bulletin_layout, name)
    assert value.__name__ == name
    assert len(inspect.getdoc(value) or "") > 30


def test_a_name_that_is_not_of_the_face_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="no attribute 'make_issue'"):
        bulletin_layout.make_issue  # noqa: B018  # asking for it is the test


def test_the_lines_of_the_readme_run(tmp_path: Path) -> None:
    readme = Path(__file__).resolve().parents[2] / "README.md"
    code = readme.read_text(encoding="utf-8").split("```python\n", 1)[1].split("```", 1)[0]
    code = code.replace('"out"', repr(str(tmp_path))).replace("content/", f"{readme.parent}/content/")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert "2026-10.pdf" in done.stdout
