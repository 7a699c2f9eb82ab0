"""Names of carried files: which may become files in a folder, and which are one file on some system."""

import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_layout.archive.names import clashes, name_flaw
from bulletin_layout.findings.phrases import text

HOSTILE = [
    ("", "empty"),
    ("a" * 241, "too long"),
    ("照" * 70, "too long"),
    ("/etc/passwd", "leaves"),
    ("../outside", "leaves"),
    ("a/../../outside", "leaves"),
    ("C:/Windows/x", "leaves"),
    ("c:x", "leaves"),
    ("a\\..\\..\\x", "characters"),
    ("a//b", "no plain path"),
    ("./a", "no plain path"),
    ("a/", "no plain path"),
    ("a\0b", "characters"),
    ("a\nb", "characters"),
    ("a\u202egpj.exe", "characters"),
    ("readme:stream", "characters"),
    ("nul", "every system"),
    ("a/COM1.txt", "every system"),
    ("a./b", "every system"),
    ("a ", "every system"),
    ("out/001/001.pdf", "products go"),
    ("OUT/x.md", "products go"),
    ("out", "products go"),
    (".git/config", "begins with a dot"),
    (".envrc", "begins with a dot"),
    ("a/..b", "begins with a dot"),
    ("content/.vscode/tasks.md", "begins with a dot"),
    ("con", "every system"),
    ("CON.tar.gz", "every system"),
    ("a/Aux .md", "every system"),
    ("lpt9.yaml", "every system"),
    ("COM¹.md", "every system"),
    ("conin$", "every system"),
    ("GIT~1/config.yaml", "every system"),
    ("a/nul./b", "every system"),
    ("a..", "every system"),
    ("a.md::$DATA", "characters"),
    ("a\u2028b", "characters"),
    ("a\uf03ab", "characters"),
]


@pytest.mark.parametrize(("name", "words"), HOSTILE)
def test_names_that_no_folder_should_get(name: str, words: str) -> None:
    finding = name_flaw(name)
    assert finding is not None
    assert words in text(finding, "en")


@pytest.mark.parametrize(
    "name",
    [
        "bulletin.yaml",
        "content/2026-10/稿件 一.md",
        "a/b..c",
        "console.md",
        "content/out/a.md",
        "com10.md",
        "auxiliary",
        "fonts/A-b_1.ttf",
    ],
)
def test_plain_names_pass(name: str) -> None:
    assert name_flaw(name) is None


@given(st.text(alphabet=string.printable + "。／\u2215\u202e\0照é", max_size=40))
def test_a_name_that_passes_stays_in_the_folder(name: str) -> None:
    if name_flaw(name) is None:
        folder = Path("/a/folder")
        assert (folder / name).parts[:3] == folder.parts
        assert ".." not in (folder / name).parts
        assert len((folder / name).parts) == len(folder.parts) + name.count("/") + 1


@pytest.mark.parametrize(
    ("names", "pairs"),
    [
        (("a.md", "b.md"), ()),
        (("Photo.jpg", "photo.JPG"), (("Photo.jpg", "photo.JPG"),)),
        (("caf\u00e9.md", "cafe\u0301.md"), (("caf\u00e9.md", "cafe\u0301.md"),)),
        (("a.md", "a.md"), (("a.md", "a.md"),)),
        (("a", "A/b.md"), (("a", "A/b.md"),)),
        (("a/b.md", "a"), (("a/b.md", "a"),)),
        (("a/b.md", "a/c.md"), ()),
    ],
)
def test_names_that_are_one_file_on_some_system(names: tuple[str, ...], pairs: tuple[tuple[str, str], ...]) -> None:
    assert clashes(names) == pairs
