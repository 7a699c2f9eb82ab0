"""Case files: a publication with findings, and exactly what reading says of them."""

from pathlib import Path

import pytest

from bulletin_layout.reading import read_issue
from tests.reading.publication import read_case, write_publication
from tests.support.said import said

COMPOSABLE = ("unplaced-story", "unplaced-photo", "unplaced-head", "photo-twice")
CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_every_finding_is_said_at_its_place(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files, expected = read_case(case)
    write_publication(tmp_path, files)
    monkeypatch.chdir(tmp_path)
    reading = read_issue(Path("content/1"))
    assert [said(finding) for finding in reading.findings] == expected
    errors = [finding.code for finding in reading.findings if finding.severity == "error"]
    assert (reading.issue is None) == any(code not in COMPOSABLE for code in errors)


def test_there_are_cases() -> None:
    assert len(CASES) > 15
