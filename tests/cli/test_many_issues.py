"""Several issues in one command: they share what does not depend on the issue, and each comes out as by itself."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from bulletin_layout.cli import main
from bulletin_layout.cli.warm_workers import _KEPT, _start, _with_memory
from bulletin_layout.fonts import FontBook
from bulletin_layout.pipeline import Result
from tests.support.paper import start_paper

FILES = ("001.pdf", "001-preflight.json", "002.pdf", "002-preflight.json", "003.pdf", "003-preflight.json")


@pytest.fixture
def issues(tmp_path: Path) -> list[str]:
    """Three issues with different texts."""
    first = start_paper(tmp_path / "paper")
    for number, word in (("002", "文章"), ("003", "短文")):
        other = first.parent / number
        shutil.copytree(first, other)
        for path in (other / "issue.yaml", other / "first-story.md"):
            text = path.read_text("utf-8").replace('id: "001"', f'id: "{number}"').replace("稿件", word)
            path.write_text(text, encoding="utf-8")
    return [str(first.parent / number) for number in ("001", "002", "003")]


def built(folder: Path, *arguments: str) -> dict[str, bytes]:
    assert main(["build", *arguments, "--to", "print", "--out", str(folder), "--quiet"]) in (0, 1)
    return {path.name: path.read_bytes() for path in folder.rglob("00*") if path.name in FILES}


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_issues_built_together_are_those_built_one_by_one(tmp_path: Path, issues: list[str], jobs: str) -> None:
    together = built(tmp_path / "together", *issues, "--jobs", jobs)
    alone: dict[str, bytes] = {}
    for issue in issues:
        alone |= built(tmp_path / "alone", issue)
    assert together.keys() == set(FILES)
    assert together == alone


def test_the_fonts_are_looked_at_once(tmp_path: Path, issues: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[FontBook] = []
    problems = FontBook.problems

    def counted(book: FontBook, *sound: Any) -> object:
        looked.append(book)
        return problems(book, *sound)

    monkeypatch.setattr(FontBook, "problems", counted)
    built(tmp_path / "out", *issues)
    assert len(looked) == 1


def test_a_worker_keeps_its_memory_and_its_share_of_the_cores(tmp_path: Path) -> None:
    seen: list[object] = []

    def work(_folder: Path, memory: object) -> Result:
        seen.append(memory)
        return Result("001", "clean", ())

    _start(3)
    try:
        for _ in range(2):
            _with_memory(work, tmp_path)
        assert seen[0] is seen[1] is _KEPT[0]
        assert _KEPT[0].drawing.threads == 3
    finally:
        _KEPT.clear()
