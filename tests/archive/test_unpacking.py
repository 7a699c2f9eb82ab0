"""Files found by their digest, and sources written back into a folder."""

from hashlib import sha256
from pathlib import Path

import pytest

from bulletin_layout.archive.lock import LockedFile
from bulletin_layout.archive.unpacking import find_by_digest, unpack


def wanted(name: str, data: bytes) -> LockedFile:
    return LockedFile(name, "font", sha256(data).hexdigest(), len(data), carried=False)


def written(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_a_file_is_known_by_its_contents_and_not_by_its_name_or_size(tmp_path: Path) -> None:
    written(tmp_path / "a" / "song.ttf", b"12345")
    right = written(tmp_path / "b" / "c" / "renamed.bin", b"54321")
    assert find_by_digest([wanted("fonts/song.ttf", b"54321")], [tmp_path]) == {"fonts/song.ttf": right}
    assert find_by_digest([wanted("fonts/song.ttf", b"11111")], [tmp_path]) == {}


def test_the_folder_named_first_comes_first(tmp_path: Path) -> None:
    first, second = written(tmp_path / "z" / "x", b"same"), written(tmp_path / "a" / "x", b"same")
    assert find_by_digest([wanted("x", b"same")], [tmp_path / "z", tmp_path / "a"]) == {"x": first}
    assert find_by_digest([wanted("x", b"same")], [tmp_path / "a", tmp_path / "z"]) == {"x": second}


def test_two_names_of_one_file_are_both_found(tmp_path: Path) -> None:
    path = written(tmp_path / "x", b"same")
    assert find_by_digest([wanted("a", b"same"), wanted("b", b"same")], [tmp_path]) == {"a": path, "b": path}


def test_products_and_hidden_folders_are_not_searched(tmp_path: Path) -> None:
    for folder in ("out", ".git"):
        written(tmp_path / folder / "x", b"same")
    assert find_by_digest([wanted("x", b"same")], [tmp_path, tmp_path / "missing"]) == {}


def test_a_link_that_leads_nowhere_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "missing")
    path = written(tmp_path / "b", b"same")
    assert find_by_digest([wanted("x", b"same")], [tmp_path]) == {"x": path}


def test_carried_and_found_files_come_to_their_places(tmp_path: Path) -> None:
    font = written(tmp_path / "elsewhere" / "f", b"font")
    folder = tmp_path / "new" / "folder"
    unpack({"a/b/稿.md": b"text"}, {"fonts/f.ttf": font}, folder)
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.*")}
    assert found == {"a/b/稿.md": b"text", "fonts/f.ttf": b"font"}


def test_a_folder_with_anything_in_it_is_not_written_into(tmp_path: Path) -> None:
    written(tmp_path / "mine", b"")
    with pytest.raises(FileExistsError, match="not empty"):
        unpack({"a": b"x"}, {}, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_of_what_cannot_be_unpacked_whole_nothing_is_left(tmp_path: Path) -> None:
    folder = tmp_path / "publication"
    with pytest.raises(OSError, match="gone"):
        unpack({"bulletin.yaml": b"x", "content/1/a.md": b"y"}, {"fonts/a.ttf": tmp_path / "gone.ttf"}, folder)
    assert list(folder.iterdir()) == []
