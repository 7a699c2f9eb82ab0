"""Products on disk: all or none, and a good output stays when a later build has findings."""

from pathlib import Path

import pytest

from bulletin_layout.pipeline.shelf import Shelf


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
