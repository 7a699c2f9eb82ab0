"""Products on disk: all or none, and a good output stays when a later build has findings."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bulletin_layout.pipeline.shelf import HalfMovedError, Shelf
from tests.support.paper import PROJECT
from tests.support.said import message


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def put(folder: Path, files: dict[str, bytes], *, draft: bool = False) -> None:
    with Shelf(folder) as shelf:
        for name, data in files.items():
            shelf.add(name, data)
        shelf.keep(draft=draft)


def test_files_take_the_place_of_earlier_ones(tmp_path: Path) -> None:
    put(tmp_path / "out", {"a.pdf": b"1"})
    put(tmp_path / "out", {"a.pdf": b"2"})
    assert contents(tmp_path / "out") == {"a.pdf": b"2"}


def test_a_build_that_breaks_off_leaves_nothing_and_changes_nothing(tmp_path: Path) -> None:
    put(tmp_path, {"a.pdf": b"good"})
    with Shelf(tmp_path) as shelf:
        shelf.add("a.pdf", b"half")
    assert contents(tmp_path) == {"a.pdf": b"good"}


def test_a_draft_lies_apart_and_goes_when_the_build_is_good(tmp_path: Path) -> None:
    put(tmp_path, {"a.pdf": b"good"})
    put(tmp_path, {"a.pdf": b"over", "page-01.png": b"over"}, draft=True)
    assert contents(tmp_path) == {"a.pdf": b"good", "draft/a.pdf": b"over", "draft/page-01.png": b"over"}
    put(tmp_path, {"a.pdf": b"better", "page-01.png": b"better"})
    assert contents(tmp_path) == {"a.pdf": b"better", "page-01.png": b"better"}


def test_images_of_pages_that_are_no_more_go(tmp_path: Path) -> None:
    put(tmp_path, {"page-01.png": b"1", "page-02.png": b"2", "sheet.png": b"12"})
    (tmp_path / "page-notes.png").write_bytes(b"a person's own")
    put(tmp_path, {"page-01.png": b"1", "sheet.png": b"1"})
    assert contents(tmp_path) == {"page-01.png": b"1", "sheet.png": b"1", "page-notes.png": b"a person's own"}


def test_a_page_that_is_drawn_alone_leaves_the_others(tmp_path: Path) -> None:
    put(tmp_path, {"page-01.png": b"1", "page-02.png": b"2", "sheet.png": b"12"})
    put(tmp_path, {"page-02.png": b"new"})
    assert contents(tmp_path) == {"page-01.png": b"1", "page-02.png": b"new", "sheet.png": b"12"}


def test_a_pdf_alone_leaves_the_images_of_an_earlier_build(tmp_path: Path) -> None:
    put(tmp_path, {"page-01.png": b"1"})
    put(tmp_path, {"a.pdf": b"1"})
    assert set(contents(tmp_path)) == {"page-01.png", "a.pdf"}


def test_what_a_person_put_beside_a_draft_stays(tmp_path: Path) -> None:
    put(tmp_path, {"a.pdf": b"1"}, draft=True)
    (tmp_path / "draft" / "notes.txt").write_bytes(b"mine")
    put(tmp_path, {"a.pdf": b"2"})
    assert contents(tmp_path) == {"a.pdf": b"2", "draft/notes.txt": b"mine"}


def test_a_folder_that_cannot_be_made_is_an_oserror(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"a file stands in the way")
    with pytest.raises(OSError, match="out"):
        Shelf(tmp_path / "out" / "1")


def test_nothing_behind_a_link_is_deleted(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    for name in ("a.pdf", "page-07.png"):
        (mine / name).write_bytes(b"mine")
    put(tmp_path / "out", {"a.pdf": b"1"})
    (tmp_path / "out" / "draft").symlink_to(mine)
    put(tmp_path / "out", {"a.pdf": b"2", "page-01.png": b"2", "sheet.png": b"2"})
    assert contents(mine) == {"a.pdf": b"mine", "page-07.png": b"mine"}
    assert (tmp_path / "out" / "draft").is_symlink()
    (tmp_path / "linked").symlink_to(mine)
    put(tmp_path / "linked", {"page-01.png": b"3", "sheet.png": b"3"})
    assert contents(mine) == {"a.pdf": b"mine", "page-07.png": b"mine", "page-01.png": b"3", "sheet.png": b"3"}


def test_a_draft_is_not_written_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "draft").symlink_to(tmp_path / "mine")
    with pytest.raises(FileExistsError, match="is a link"):
        put(tmp_path / "out", {"a.pdf": b"1"}, draft=True)
    assert contents(tmp_path / "mine") == {}


def test_a_product_that_is_a_link_becomes_a_file_and_what_it_led_to_stays(tmp_path: Path) -> None:
    (tmp_path / "mine.pdf").write_bytes(b"mine")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a.pdf").symlink_to(tmp_path / "mine.pdf")
    put(tmp_path / "out", {"a.pdf": b"1"})
    assert (tmp_path / "mine.pdf").read_bytes() == b"mine"
    assert contents(tmp_path / "out") == {"a.pdf": b"1"}


def failing(monkeypatch: pytest.MonkeyPatch, *bad: int) -> None:
    """The moves of these numbers fail."""
    moves = iter(range(1, 100))
    real = os.replace

    def move(old: Path, new: Path) -> None:
        if next(moves) in bad:
            raise OSError(28, "No space left on device")
        real(old, new)

    monkeypatch.setattr("bulletin_layout.pipeline.shelf.os.replace", move)


def test_products_that_were_moved_are_put_back_when_another_cannot_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, {"a.pdf": b"1", "b.pdf": b"1"})
    failing(monkeypatch, 3)
    with pytest.raises(OSError, match="No space"):
        put(tmp_path, {"a.pdf": b"2", "new.pdf": b"2", "b.pdf": b"2"})
    assert contents(tmp_path) == {"a.pdf": b"1", "b.pdf": b"1"}


def test_what_cannot_be_put_back_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, {"a.pdf": b"1", "b.pdf": b"1"})
    failing(monkeypatch, 2, 3)
    with pytest.raises(HalfMovedError, match="No space") as problem:
        put(tmp_path, {"a.pdf": b"2", "b.pdf": b"2"})
    assert (problem.value.new, problem.value.old) == (("a.pdf",), ("b.pdf",))
    assert contents(tmp_path) == {"a.pdf": b"2", "b.pdf": b"1"}


def test_what_cannot_be_removed_is_said_and_the_products_are_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, {"page-01.png": b"1", "page-02.png": b"1"})

    def refused(_: Path, missing_ok: bool = False) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", refused)
    with Shelf(tmp_path) as shelf:
        shelf.add("page-01.png", b"2")
        shelf.add("sheet.png", b"2")
        assert shelf.keep(draft=False) == (tmp_path / "page-01.png", tmp_path / "sheet.png")
    assert [(finding.severity, finding.code) for finding in shelf.findings] == [("warning", "not-removed")]
    assert contents(tmp_path)["page-01.png"] == b"2"


KILLED = """
import os, sys
from pathlib import Path
from bulletin_layout.pipeline import shelf
moves, real = iter(range(1, 9)), os.replace
def move(old, new):
    if next(moves) == 2:
        os._exit(9)
    real(old, new)
shelf.os.replace = move
with shelf.Shelf(Path(sys.argv[1])) as made:
    for name in ("a.pdf", "b.pdf", "c.pdf"):
        made.add(name, b"2")
    made.keep(draft=False)
"""


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (("a.pdf", "b.pdf", "c.pdf"), ("hint", "until this one, b.pdf, c.pdf were older than the rest")),
        (("b.pdf",), ("warning", "c.pdf are older than the rest; build them again")),
    ],
)
def test_after_a_kill_the_next_build_says_what_is_old(
    tmp_path: Path, names: tuple[str, ...], told: tuple[str, str]
) -> None:
    put(tmp_path, dict.fromkeys(("a.pdf", "b.pdf", "c.pdf"), b"1"))
    environment = {**os.environ, "PYTHONPATH": str(PROJECT / "src")}
    subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], env=environment, check=False)
    assert {name: data for name, data in contents(tmp_path).items() if name[0] != "."} == {
        "a.pdf": b"2", "b.pdf": b"1", "c.pdf": b"1",
    }  # fmt: skip
    with Shelf(tmp_path) as shelf:
        for name in names:
            shelf.add(name, b"3")
        shelf.keep(draft=False)
    (finding,) = shelf.findings
    assert (finding.severity, finding.code) == (told[0], "still-half-moved")
    assert told[1] in message(finding)
    assert [name for name in contents(tmp_path) if name[0] == "."] == []
