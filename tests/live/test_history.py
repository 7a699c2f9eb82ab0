"""Edits written, undone, made again: never over what was saved meanwhile, all files of an edit or none."""

import os
from pathlib import Path

import pytest

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.phrases import as_written
from bulletin_layout.live.edits.edit import Edit
from bulletin_layout.live.edits.history import History
from tests.support.said import said

HERE = Location("a.yaml", 1, 1)


def edit(before: dict[Path, bytes], after: dict[Path, bytes], label: str = "甲") -> Edit:
    return Edit(as_written(label), before, after, HERE)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.yaml"
    path.write_bytes("旧\r\n".encode())
    return path


def test_back_and_forth(file: Path) -> None:
    history, old, new, newest = History(), file.read_bytes(), b"new", b"newest"
    assert history.write(edit({file: old}, {file: new}, "一")) is None
    assert history.write(edit({file: new}, {file: newest}, "二")) is None
    assert (history.undo_label, history.redo_label) == (as_written("二"), None)
    assert all(isinstance(history.undo(), Edit) for _ in range(2))
    assert file.read_bytes() == old
    assert (history.undo_label, history.redo_label) == (None, as_written("一"))
    assert isinstance(history.redo(), Edit)
    assert file.read_bytes() == new
    history.write(edit({file: new}, {file: b"other"}))
    assert history.redo_label is None


def test_nothing_to_undo_or_redo() -> None:
    for found in (History().undo(), History().redo()):
        assert isinstance(found, Finding)
        assert found.code == "changed-meanwhile"


def test_what_was_saved_meanwhile_stays(file: Path) -> None:
    history, old = History(), file.read_bytes()
    file.write_bytes(b"saved")
    found = history.write(edit({file: old}, {file: b"new"}))
    assert found is not None
    assert found.code == "changed-meanwhile"
    history.write(edit({file: b"saved"}, {file: b"new"}))
    file.write_bytes(b"saved again")
    undone = history.undo()
    assert isinstance(undone, Finding)
    assert 'after "甲"' in said(undone)
    assert file.read_bytes() == b"saved again"
    file.write_bytes(b"new")
    assert isinstance(history.undo(), Edit)


def test_a_file_that_cannot_be_written(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = tmp_path / "b.yaml"
    other.write_bytes(b"b")
    written: list[Path] = []
    replace = os.replace

    def full(source: str, target: Path) -> None:
        written.append(Path(target))
        if len(written) == 2:
            raise OSError(28, "No space left on device")
        replace(source, target)

    monkeypatch.setattr(os, "replace", full)
    before = {file: file.read_bytes(), other: b"b"}
    found = History().write(edit(before, {file: b"new", other: b"new"}))
    assert found is not None
    assert found.code == "edit-not-written"
    assert {path: path.read_bytes() for path in before} == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.yaml", "b.yaml"]


def test_a_file_that_is_gone(file: Path) -> None:
    old = file.read_bytes()
    file.unlink()
    found = History().write(edit({file: old}, {file: b"new"}))
    assert found is not None
    assert found.code == "edit-not-written"
    assert not file.exists()


def test_a_link_stays_a_link(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to(file)
    assert History().write(edit({link: file.read_bytes()}, {link: b"new"})) is None
    assert link.is_symlink()
    assert file.read_bytes() == b"new"
