"""``bulletin rebuild`` and ``bulletin verify`` as they are typed: what they say, and their exit codes."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from bulletin_layout.cli import main
from tests.support.archives import carried_file, resaved, starter_archive, with_file


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return starter_archive(tmp_path_factory.mktemp("starter"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def moved(archive: bytes) -> bytes:
    """The archive with a layout in which the second story stands one 行 higher, in the lock too."""
    layout = carried_file(archive, "layouts/front.yaml").replace(b"rows: 27-42", b"rows: 26-41")
    return with_file(archive, "layouts/front.yaml", layout, locked=True)


def test_verify_says_same(archive: bytes, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.pdf").write_bytes(archive)
    assert main(["verify", "a.pdf"]) == 0
    assert capsys.readouterr().out == "a.pdf: same: made again byte for byte\n"
    Path("a.pdf").write_bytes(resaved(archive))
    assert main(["verify", "a.pdf"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "a.pdf: same content: the bytes differ, what the pages hold does not",
        "a.pdf: versions: the same as then",
    ]
    assert main(["verify", "a.pdf", "--quiet"]) == 0
    assert capsys.readouterr() == ("", "")


def test_verify_lists_what_moved(archive: bytes, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.pdf").write_bytes(moved(archive))
    assert main(["verify", "a.pdf", "--out", "seen", "-q"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if "版面由谁来定" in line] == [
        "a.pdf: page 1: 「版面由谁来定，怎样改」 moved 17.0 pt up (at 188, 544 pt)"
    ]
    assert "a.pdf: differs: page 1" in lines
    assert lines[-1] == "a.pdf: as it was, and as it is now: seen/page-01.png"
    assert Path("seen/page-01.png").read_bytes().startswith(b"\x89PNG")


def test_verify_of_a_file_without_sources(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.pdf").write_bytes(b"")
    assert main(["verify", "a.pdf", "-q"]) == 2
    assert capsys.readouterr().out.startswith("a.pdf:1:1: error[no-archive]: is no PDF")


def test_verify_takes_folders_and_files_and_counts(
    archive: bytes, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shelf = Path("shelf/2026")
    shelf.mkdir(parents=True)
    (shelf / "1-archive.pdf").write_bytes(archive)
    (shelf / "renamed.PDF").write_bytes(resaved(archive))
    with pikepdf.new() as pdf:  # as the file for the press is
        pdf.save(shelf / "1.pdf")
    Path("b.pdf").write_bytes(moved(archive))
    assert main(["verify", "shelf", "b.pdf", "shelf/2026/1-archive.pdf", "--out", "seen", "--lang", "en"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[-5:] == [
        "file                      result        pages that differ",
        "shelf/2026/1-archive.pdf  same",
        "shelf/2026/renamed.PDF    same content",
        "b.pdf                     differs       1",
        "3 files: 1 same, 1 same content, 1 differs, 1 PDF without sources passed over",
    ]
    assert "b.pdf: differs: page 1" in lines
    assert [path.as_posix() for path in Path("seen").rglob("*.png")] == ["seen/b/page-01.png"]
    assert main(["verify", "shelf", "--quiet", "--jobs", "1", "--lang", "en"]) == 0
    count = "2 files: 1 same, 1 same content, 1 PDF without sources passed over\n"
    assert capsys.readouterr() == (count, "")


def test_an_archive_file_without_its_sources_is_never_passed_over(
    archive: bytes, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pikepdf.open(BytesIO(archive)) as pdf:
        del pdf.Root.Names
        pdf.save("001-archive.pdf")
    Path("plain.pdf").write_bytes(Path("001-archive.pdf").read_bytes())
    assert main(["verify", ".", "-q", "--lang", "en"]) == 2
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("001-archive.pdf:1:1: error[no-archive]: carries no sources")
    assert lines[1:] == ["1 file: 1 cannot be made again, 1 PDF without sources passed over"]
    assert main(["verify", "plain.pdf", "001-archive.pdf", "-q", "--lang", "en"]) == 2
    assert capsys.readouterr().out.splitlines()[-1] == "2 files: 2 cannot be made again"


def test_verify_of_an_empty_folder(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("empty").mkdir()
    assert main(["verify", "empty", "--lang", "en"]) == 2
    assert capsys.readouterr().out == "there is no archive file here\n"


def test_rebuild_unpacks_beside_and_says_the_same(
    archive: bytes, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.pdf").write_bytes(archive)
    assert main(["rebuild", "a.pdf"]) == 0
    assert [line for line in capsys.readouterr().out.splitlines() if line.startswith("a.pdf: ")] == [
        "a.pdf: unpacked into a-rebuilt",
        "a.pdf: wrote a-rebuilt/out/001/001-archive.pdf",
        "a.pdf: the same file, byte for byte",
    ]
    assert Path("a-rebuilt/out/001/001-archive.pdf").read_bytes() == archive
    assert main(["rebuild", "a.pdf"]) == 2
    assert "a-rebuilt:1:1: error[not-written]: the sources cannot be unpacked" in capsys.readouterr().out


def test_rebuild_of_another_layout_differs(archive: bytes, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.pdf").write_bytes(moved(archive))
    assert main(["rebuild", "a.pdf", "--out", "again", "--to", "archive,dump"]) == 1
    assert "a.pdf: not the same file: bulletin verify says what differs" in capsys.readouterr().out
    assert sorted(path.name for path in Path("again/out/001").iterdir()) == ["001-archive.pdf", "001.dump.txt"]
