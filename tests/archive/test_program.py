"""The program in an archive file: a wheel that pip takes, with all that the program is made of, and how to use it."""

import re
import tomllib
import zipfile
from base64 import urlsafe_b64decode
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest

from bulletin_layout import __version__
from bulletin_layout.archive import program
from bulletin_layout.archive.attachments import Attachment
from bulletin_layout.archive.names import attached_names, name_flaw
from bulletin_layout.archive.versions import LIBRARIES
from tests.support.paper import PROJECT

WHEEL = f"bulletin_layout-{__version__}-py3-none-any.whl"


@pytest.fixture(scope="module")
def carried() -> dict[str, Attachment]:
    return {each.name: each for each in program.program_files()}


@pytest.fixture(scope="module")
def wheel(carried: dict[str, Attachment]) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(carried[WHEEL].data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def test_it_holds_every_file_of_the_package(wheel: dict[str, bytes]) -> None:
    package = PROJECT / "src/bulletin_layout"
    files = {path.relative_to(package.parent).as_posix() for path in package.rglob("*") if path.is_file()}
    beside = {f"bulletin_layout/archive/carried/{name}" for name in ("LICENSE", "NOTICE", "requirements.lock")}
    assert {name for name in wheel if ".dist-info/" not in name} == {
        name for name in files if "__pycache__" not in name
    } | beside
    assert wheel["bulletin_layout/cli/__init__.py"] == (package / "cli/__init__.py").read_bytes()


def test_its_record_has_the_digest_of_every_member(wheel: dict[str, bytes]) -> None:
    (record,) = (name for name in wheel if name.endswith("/RECORD"))
    lines = [line.rsplit(",", 2) for line in wheel[record].decode().splitlines()]
    assert [name for name, _, _ in lines] == list(wheel)
    for name, digest, size in lines[:-1]:
        assert urlsafe_b64decode(digest.removeprefix("sha256=") + "=") == sha256(wheel[name]).digest()
        assert int(size) == len(wheel[name])


def test_it_needs_what_the_project_needs_in_the_versions_of_the_lock(wheel: dict[str, bytes]) -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = {re.split("[<>=]", each)[0] for each in project["dependencies"]}
    assert needed == set(LIBRARIES)
    metadata = wheel[f"bulletin_layout-{__version__}.dist-info/METADATA"].decode()
    required = re.findall("Requires-Dist: (.+)==(.+)", metadata)
    assert {name for name, _ in required} == needed
    lock = (PROJECT / "requirements.lock").read_text("utf-8")
    assert all(f"{name}=={version} " in lock for name, version in required)
    assert f"License-Expression: {project['license']}\n" in metadata
    assert f"Requires-Python: {project['requires-python']}\n" in metadata
    (command,) = project["scripts"].items()
    assert "{} = {}\n".format(*command) in wheel[f"bulletin_layout-{__version__}.dist-info/entry_points.txt"].decode()


def test_the_same_program_is_the_same_bytes_wherever_it_lies(
    wheel: dict[str, bytes], carried: dict[str, Attachment], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, data in wheel.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        crlf = data if b"\0" in data else data.replace(b"\n", b"\r\n")  # as git writes them on Windows
        (tmp_path / name).write_bytes(crlf)
    (tmp_path / "bulletin_layout/cli/__pycache__").mkdir()
    (tmp_path / "bulletin_layout/cli/__pycache__/new.cpython-312.pyc").write_bytes(b"\0")
    monkeypatch.setattr(program, "_PACKAGE", tmp_path / "bulletin_layout")
    assert {each.name: each for each in program.program_files()} == carried


def test_the_guide_names_what_is_there_in_both_languages(carried: dict[str, Attachment]) -> None:
    guide = carried["README.txt"].data.decode()
    assert all(guide.count(name) >= 4 for name in (WHEEL, "bulletin-requirements.txt"))
    assert "{" not in guide
    assert all(
        part in guide for part in ("pdfdetach -saveall", "bulletin rebuild", "从来不会自己运行", "never runs by itself")
    )


def test_attachments_have_no_folders_in_their_names_and_none_twice() -> None:
    names = ["a/b.md", "a__b.md", "A/B.md", "README.txt", "照/" * 60 + "x.jpg", "c.md"]
    found = attached_names(names, ("readme.TXT",))
    assert list(found) == names
    assert list(found.values()) == ["a__b.md", "file-0002.md", "file-0003.md", "file-0004.txt", "file-0005.jpg", "c.md"]
    assert not [name for name in found.values() if name_flaw(name)]
