"""Story files: heads, photos, front matter, and bytes that are not UTF-8."""

from pathlib import Path

import pytest

from bulletin_layout.findings import Location
from bulletin_layout.issue import Figure, Head, Story, plain
from bulletin_layout.reading import Reading, read_issue
from tests.reading.publication import write_publication
from tests.support.words import words


def read(tmp_path: Path, one: str) -> Reading:
    folder = write_publication(tmp_path, {"content/1/one.md": one})
    return read_issue(folder)


def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, one: str) -> Story:
    monkeypatch.chdir(tmp_path)
    reading = read(tmp_path, one)
    assert reading.issue is not None, reading.findings
    return reading.issue.pages[0].put["lead"]


def test_heads_keep_the_authors_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_story = story(
        tmp_path,
        monkeypatch,
        "---\nkicker: [ 上一行, 下一行 ]\nheadline: 主题\ndeck: |\n  副一\n  副二\nbyline: 2023\n---\n正文。\n",
    )

    def place(line: int, column: int) -> Location:
        return Location("content/1/one.md", line, column)

    above, below = words("上一行", place(2, 11)), words("下一行", place(2, 16))
    assert read_story.kicker == Head((above, below), place(2, 9), fixed=True)
    assert read_story.headline == Head((words("主题", place(3, 11)),), place(3, 11), fixed=False)
    assert read_story.deck is not None
    assert (tuple(map(plain, read_story.deck.lines)), read_story.deck.fixed) == (("副一", "副二"), True)
    assert plain(read_story.byline) == "2023"


def test_a_story_without_front_matter_or_headline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_story = story(tmp_path, monkeypatch, "只有正文。\n")
    assert (read_story.headline, read_story.slug) == (None, "one")
    assert read_story.blocks[0].location == Location("content/1/one.md", 1, 1)


def test_body_places_count_the_front_matter_bom_and_crlf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_story = story(tmp_path, monkeypatch, "\ufeff---\r\nheadline: 一\r\n---\r\n\r\n正文*楷*。\r\n")
    assert [str(block.location) for block in read_story.blocks] == ["content/1/one.md:5:1"]
    assert read_story.headline is not None
    assert str(read_story.headline.location) == "content/1/one.md:2:11"


def test_photos_in_front_matter_and_in_the_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_story = story(
        tmp_path,
        monkeypatch,
        "---\nphotos: {p1: {file: photos/a.png, caption: 图, credit: 某, alt: 画}}\n---\n![说明](photos/a.png)\n",
    )
    photo = read_story.photos["p1"]
    assert (plain(photo.caption), plain(photo.credit), photo.alt, photo.picture.width) == ("图", "某", "画", 30)
    assert photo.picture.shown_path == "content/1/photos/a.png"
    figure = read_story.blocks[0]
    assert isinstance(figure, Figure)
    assert (plain(figure.photo.caption), figure.photo.picture) == ("说明", photo.picture)


def test_a_gbk_manuscript_is_read_with_a_warning(tmp_path: Path) -> None:
    folder = write_publication(tmp_path)
    (folder / "two.md").write_bytes("---\nheadline: 二\n---\n第二篇，国标码。\n".encode("gb18030"))
    reading = read_issue(folder)
    assert [(f.severity, f.code, f.location.line) for f in reading.findings] == [("warning", "encoding", 2)]
    assert reading.issue is not None
    place = Location(str(folder / "two.md"), 2, 11)
    assert reading.issue.pages[0].put["left"].headline == Head((words("二", place),), place)


def test_too_large_a_file_is_not_read(tmp_path: Path) -> None:
    assert [f.code for f in read(tmp_path, "字" * 700_000).findings] == ["file-too-large"]
