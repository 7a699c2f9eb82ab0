"""A reading that remembers the last one gives what a fresh one gives, and the same objects for what did not change."""

import os
from pathlib import Path

import pytest
from PIL import Image

from bulletin_layout.reading import Reading, ReadingMemory, read_issue
from bulletin_layout.reading.sources import files as reader
from tests.reading.publication import BASE, read_case, write_publication

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))


def age(root: Path) -> None:
    """Files as they are some time after they were written: only then do their times mean anything."""
    for path in root.rglob("*"):
        if path.is_file():
            os.utime(path, (1_700_000_000, 1_700_000_000))


def stories(reading: Reading) -> dict[str, object]:
    assert reading.issue is not None
    return {story.slug: story for page in reading.issue.pages for story in page.stories}


def content(reading: Reading) -> object:
    return reading.issue, reading.findings, reading.sources, reading.choices


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_whatever_is_edited_a_reading_that_remembers_is_as_a_fresh_one(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the small publication to that of a case, and back."""
    monkeypatch.chdir(tmp_path)
    folder, memory = write_publication(tmp_path), ReadingMemory()
    changed, _ = read_case(case)
    for name in changed:
        for picture in ("b.png", "c.png"):
            if f"photos/{picture}" in changed[name]:
                Image.new("L", (30, 20)).save(folder / "photos" / picture)
    for files in (BASE, changed, BASE, changed):
        for name, text in files.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_bytes(text.encode("utf-8"))
        assert content(read_issue(folder, memory=memory)) == content(read_issue(folder))


def test_what_did_not_change_is_the_same_object(tmp_path: Path) -> None:
    folder, memory = write_publication(tmp_path), ReadingMemory()
    age(tmp_path)
    first = read_issue(folder, memory=memory)
    (folder / "two.md").write_text("---\nheadline: 二\n---\n改过的第二篇。\n", encoding="utf-8")
    second = read_issue(folder, memory=memory)
    assert stories(second)["one"] is stories(first)["one"]
    assert stories(second)["two"] != stories(first)["two"]
    assert first.issue is not None
    assert second.issue is not None
    assert second.issue.pages[0].layout is first.issue.pages[0].layout


def test_a_layout_is_read_again_when_one_that_it_extends_changes(tmp_path: Path) -> None:
    child = "schema: bulletin/layout@1\nextends: front\nname: 特刊\n"
    one_page = BASE["content/1/issue.yaml"].replace("layout: front", "layout: child")
    folder = write_publication(tmp_path, {"layouts/child.yaml": child, "content/1/issue.yaml": one_page})
    memory = ReadingMemory()
    read_issue(folder, memory=memory)
    front = tmp_path / "layouts/front.yaml"
    front.write_text(front.read_text("utf-8").replace("rows: 30-53", "rows: 31-53"), encoding="utf-8")
    issue = read_issue(folder, memory=memory).issue
    assert issue is not None
    assert issue.pages[0].layout.slots["left"].boxes[0].rows == (31, 53)


def test_a_photo_that_was_swapped_is_opened_again(tmp_path: Path) -> None:
    folder, memory = write_publication(tmp_path), ReadingMemory()
    photo = folder / "photos/a.png"
    age(tmp_path)
    for width in (30, 60, 90):  # the second time at once after the first: its time says nothing
        Image.new("L", (width, 20)).save(photo)
        issue = read_issue(folder, memory=memory).issue
        assert issue is not None
        assert issue.pages[0].stories[0].photos["p1"].picture.width == width


def test_what_is_not_asked_for_any_more_is_forgotten(tmp_path: Path) -> None:
    folder, memory = write_publication(tmp_path), ReadingMemory()
    read_issue(folder, memory=memory)
    known = len(memory.steps)
    for number in range(5):
        name = f"story-{number}"
        (folder / f"{name}.md").write_text("文。\n", encoding="utf-8")
        (folder / "issue.yaml").write_text(BASE["content/1/issue.yaml"].replace("two", name), encoding="utf-8")
        read_issue(folder, memory=memory)
        (folder / f"{name}.md").unlink()
    assert len(memory.steps) <= known + 1


def test_files_that_did_not_change_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    take = reader._bytes

    def counted(path: Path) -> bytes:
        read.append(path.name)
        return take(path)

    monkeypatch.setattr(reader, "_bytes", counted)
    folder, memory = write_publication(tmp_path), ReadingMemory()
    age(tmp_path)
    first = read_issue(folder, memory=memory)
    assert {"one.md", "two.md", "issue.yaml", "bulletin.yaml"} <= {*read}
    assert len(read) == len({*read})
    read.clear()
    assert content(read_issue(folder, memory=memory)) == content(first)
    assert read == []
    two = folder / "two.md"
    text = two.read_text("utf-8")
    two.write_text(text.replace("二", "贰", 1), encoding="utf-8")  # as long as before
    second = read_issue(folder, memory=memory)
    assert "two.md" in read
    assert {*read} == {"two.md"}
    assert stories(second)["two"] != stories(first)["two"]
    read.clear()
    os.utime(two, (1_700_000_000, 1_700_000_000))  # only its time changed
    assert stories(read_issue(folder, memory=memory))["two"] is stories(second)["two"]
    assert read == ["two.md"]
    read.clear()
    read_issue(folder, memory=memory)
    assert read == []
