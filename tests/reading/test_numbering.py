"""The numbers of issues (期号、总期号): none twice, each total one more than that of the issue before, extra issues."""

import os
from pathlib import Path

import pytest

from bulletin_layout.reading import ReadingMemory, numbering, read_issue
from tests.reading.publication import BASE, write_publication
from tests.support.said import said

THIS = "issue: {id: 1, date: 2026-10-30"


def found(tmp_path: Path, this: str, others: dict[str, str], **files: str) -> list[str]:
    """What reading finds about the numbers of an issue, ``this``, beside ``others`` by folder."""
    text = BASE["content/1/issue.yaml"].replace(THIS, f"{THIS}, {this}" if this else THIS)
    beside = {f"content/{name}/issue.yaml": f"schema: bulletin/issue@1\n{head}\n" for name, head in others.items()}
    folder = write_publication(tmp_path, {"content/1/issue.yaml": text, **beside, **files})
    lines = [said(finding).partition("issue.yaml:")[2] for finding in read_issue(folder).findings]
    return [line for line in lines if "[number-twice]" in line or "[imp-extra]" in line]


SEPTEMBER = "issue: {id: 0, date: 2026-09-30, number: 9, total: 129}"


@pytest.mark.parametrize(
    ("this", "other", "line"),
    [
        ("number: 10, total: 130", SEPTEMBER, ""),
        ("number: 10, total: 129", SEPTEMBER, "2:53: warning[number-twice]: 0 is 总第129期, too"),
        ("number: 9, total: 130", SEPTEMBER, "2:42: hint[number-twice]: 0 is 第9期 of this year, too"),
        ("number: 9", SEPTEMBER, "2:42: hint[number-twice]: 0 is 第9期 of this year, too"),
        ("number: 10, total: 128", SEPTEMBER,
         "2:53: warning[number-twice]: 总第128期 is less than 总第129期 of the issue before, 0"),
        ("number: 10, total: 140", SEPTEMBER,
         "2:53: warning[number-twice]: 总第140期 does not follow 0, the issue before: this one is 总第130期"),
        ("number: 13, total: 133", SEPTEMBER, ""),  # those between are elsewhere
        ("total: 133", SEPTEMBER,
         "2:41: hint[number-twice]: 总第133期 does not follow 0, the issue before that is here: with none between, "
         "this one is 总第130期"),
        ("number: 1, total: 130", "issue: {id: 0, date: 2025-01-30, number: 1, total: 129}", ""),  # another year
        ("number: 10, total: 130", "issue: {id: 0, date: 2026-11-30, number: 11, total: 131}", ""),
        ("number: 10, total: 130", "issue: {id: 0, series: jian, date: 2026-10-01, number: 10, total: 130}", ""),
        ("number: 10, total: 130", "issue: {id: 0, date: 2026-10-01, number: 10}\nset: 号外", ""),
        ("number: 10, total: 130", "issue:\n  id: 0  # total: 130\n  date: '2026-09-30'\n  total: 129", ""),
        ("number: 10, total: 130", "issue:\n  id: 0\n  date: 2026-09-30\n  total: 130",
         "2:53: warning[number-twice]: 0 is 总第130期, too"),
        ("number: 10, total: 130", "issue: {id: 0, date: soon, number: 10}", ""),
        ("number: 10, total: 130", "issue: {id: 1, date: 2026-10-30, number: 10, total: 130}", ""),  # a copy
        ("number: 10, total: 130", "issue: {id: 1, date: 2026-10-30, number: 11, total: 130}",
         "2:53: warning[number-twice]: 0 is 总第130期, too"),
        ("number: 10, total: 130", "issue: {id: 0, date: 2026-11-30, number: 10, total: 130}", ""),  # is wrong itself
        ("number: 10, total: 130", "pages: [", ""),
        ("", SEPTEMBER, ""),
    ],
)  # fmt: skip
def test_a_number_follows_the_one_before(tmp_path: Path, this: str, other: str, line: str) -> None:
    assert found(tmp_path, this, {"0": other}) == ([line] if line else [])


def test_an_extra_issue_says_so(tmp_path: Path) -> None:
    same = {"0": "issue: {id: 0, date: 2026-10-30, number: 9, total: 129}"}
    paper = {"bulletin.yaml": BASE["bulletin.yaml"] + "imprint: newspaper\n"}
    line = "2:22: warning[imp-extra]: 0 is of the same day, and neither says that it is an extra issue"
    assert found(tmp_path / "a", "number: 10, total: 130", same, **paper) == [line]
    assert found(tmp_path / "b", "number: 10, total: 130", same) == []
    front = BASE["layouts/front.yaml"] + "furniture: {nameplate: {at: top, text: 增期}}\n"
    extra = {**paper, "layouts/front.yaml": front}
    assert found(tmp_path / "c", "number: 9, total: 129", same, **extra) == []
    assert found(tmp_path / "d", "number: 10, total: 130", {"0": f"{same['0']}\nset: 增期"}, **paper) == []


def test_other_issues_are_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They may be hundreds, and an issue is read at each save."""
    done: list[str] = []
    read = numbering._numbers

    def reading(name: str, path: str) -> object:
        done.append(name)
        return read(name, path)

    monkeypatch.setattr(numbering, "_numbers", reading)
    heads = {
        f"{year}": f"issue: {{id: {year}, date: {year}-01-30, total: {year - 1900}}}" for year in (2021, 2022, 2023)
    }
    files = {f"content/{name}/issue.yaml": f"schema: bulletin/issue@1\n{head}\n" for name, head in heads.items()}
    text = BASE["content/1/issue.yaml"].replace(THIS, f"{THIS}, total: 124")
    folder = write_publication(tmp_path, {"content/1/issue.yaml": text, **files})
    for path in tmp_path.rglob("issue.yaml"):
        os.utime(path, (1_700_000_000, 1_700_000_000))
    memory = ReadingMemory()

    def told() -> list[str]:
        return [each.code for each in read_issue(folder, memory=memory).findings if each.code == "number-twice"]

    assert (told(), told()) == ([], [])
    assert done == ["2021", "2022", "2023"]
    (folder.parent / "2022" / "issue.yaml").write_text(files["content/2022/issue.yaml"].replace("122", "124"), "utf-8")
    assert told() == ["number-twice"]
    assert done[3:] == ["2022"]
