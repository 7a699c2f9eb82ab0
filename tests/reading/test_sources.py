"""What an issue was read from: every file once, under its name in the publication."""

import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from bulletin_layout.reading import read_issue
from tests.support.paper import PROJECT, start_paper


def test_the_sample_names_every_file_that_it_needs() -> None:
    sources = {source.name: source for source in read_issue(PROJECT / "content" / "2026-10").sources}
    assert list(sources) == sorted(sources)
    kinds = {name: source.kind for name, source in sources.items()}
    assert kinds["bulletin.yaml"] == kinds["layouts/base.yaml"] == kinds["content/2026-10/cat.md"] == "text"
    assert kinds["layouts/art/ear.jpg"] == kinds["content/2026-10/photos/cat.jpg"] == "picture"
    assert kinds["fonts/NotoSerifSC-Regular.ttf"] == "font"
    assert kinds["fonts/OFL-noto-serif-sc.txt"] == "other"
    on_disk = {path.relative_to(PROJECT).as_posix() for path in (PROJECT / "content" / "2026-10").rglob("*.md")}
    assert on_disk - set(sources) == {"content/2026-10/photos/LICENCES.md"}
    photo = sources["content/2026-10/photos/cat.jpg"]
    assert photo.sha256 == sha256(photo.path.read_bytes()).hexdigest()


def test_a_text_is_kept_as_it_was_read_whatever_its_encoding(tmp_path: Path) -> None:
    issue = start_paper(tmp_path / "paper")
    story = issue / "first-story.md"
    written = "---\r\nheadline: 题\r\n---\r\n国家标准。\r\n".encode("gb18030")
    story.write_bytes(written)
    sources = read_issue(issue).sources
    story.write_bytes(b"changed since")
    assert {source.name: source.data for source in sources}["content/001/first-story.md"] == written


def test_a_file_reached_by_a_link_has_the_name_that_the_issue_gives_it(tmp_path: Path) -> None:
    issue = start_paper(tmp_path / "paper")
    (issue / "second-story.md").rename(issue.parent / "shared.md")
    (issue / "second-story.md").symlink_to(issue.parent / "shared.md")
    assert "content/001/second-story.md" in {source.name for source in read_issue(issue).sources}


@pytest.mark.parametrize("linked", ["a file", "a folder"])
def test_a_link_out_of_the_publication_is_not_followed(tmp_path: Path, linked: str) -> None:
    """Beside files of the same folder that are read."""
    issue = start_paper(tmp_path / "paper")
    outside = tmp_path / "outside"
    outside.mkdir()
    for number in (1, 2):
        shutil.copy(PROJECT / "content/2026-10/photos/dandelions.jpg", outside / f"{number}.jpg")
    if linked == "a folder":
        (issue / "elsewhere").symlink_to(outside, target_is_directory=True)
    else:
        (issue / "elsewhere").mkdir()
        for number in (1, 2):
            (issue / f"elsewhere/{number}.jpg").symlink_to(outside / f"{number}.jpg")
    story = issue / "second-story.md"
    text = story.read_text(encoding="utf-8")
    for number in (1, 2):
        story.write_text(
            f"---\nphotos: {{p1: {{file: elsewhere/{number}.jpg}}}}\n---\n{text.rpartition('---')[2]}", "utf-8"
        )
        found = [finding.code for finding in read_issue(issue).findings]
        assert "path-outside" in found
