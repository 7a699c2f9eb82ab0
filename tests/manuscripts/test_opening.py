"""Files that are no manuscripts, or that were made to do harm: a clear word each, and nothing is written."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from bulletin_layout.manuscripts import package, xml
from bulletin_layout.manuscripts.encodings import decode
from bulletin_layout.manuscripts.opening import Wish
from tests.manuscripts.desk import imported, story
from tests.manuscripts.word_files import TEXT, docx, element, p, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
GOOD = docx(p(TEXT))
ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY a "甲"><!ENTITY b "&a;&a;">]>'
    + element("document", "<w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body>").partition("?>")[2]
)


def with_part(name: str, data: str | bytes) -> bytes:
    files: dict[str, str | bytes] = {}
    with zipfile.ZipFile(BytesIO(GOOD)) as archive:
        files = {one: archive.read(one) for one in archive.namelist()}
    return zipped({**files, name: data})


BAD = {
    "password": (OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "manuscript-locked"),
    "old word": (OLE + bytes(600) + "WordDocument".encode("utf-16-le"), "manuscript-format"),
    "other ole": (OLE + bytes(600), "manuscript-format"),
    "pdf": (b"%PDF-1.7\n", "manuscript-format"),
    "rtf": (b"{\\rtf1 x}", "manuscript-format"),
    "web page": (b"\xef\xbb\xbf<html><body>x</body></html>", "manuscript-format"),
    "xml": (b"<?xml version='1.0'?><w:wordDocument/>", "manuscript-format"),
    "empty": (b"", "manuscript-format"),
    "blank": (b" \n \n", "manuscript-format"),
    "picture": (b"\xff\xd8\xff\xe0", "manuscript-format"),
    "spreadsheet": (zipped({"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>"}), "manuscript-format"),
    "truncated": (GOOD[: len(GOOD) // 2], "manuscript-damaged"),
    "flipped": (GOOD.replace(GOOD[60:64], b"\0\xff\0\xff"), "manuscript-damaged"),
    "no xml": (with_part("word/document.xml", "no xml"), "manuscript-damaged"),
    "no body": (with_part("word/document.xml", element("document", "")), "manuscript-damaged"),
    "entities": (with_part("word/document.xml", ENTITIES), "manuscript-unsafe"),
    "outside": (with_part("../../a.xml", "x"), "manuscript-unsafe"),
    "absolute": (with_part("/etc/a.xml", "x"), "manuscript-unsafe"),
    "deep": (with_part("word/document.xml", "<a>" * 300 + "</a>" * 300), "manuscript-too-large"),
    "bomb": (with_part("word/document.xml", "<a>" + " " * 20_000_000 + "</a>"), "manuscript-too-large"),
    "noise": (bytes(range(128, 256)) * 9, "manuscript-damaged"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_bad_files_are_refused_in_words(tmp_path: Path, name: str) -> None:
    data, code = BAD[name]
    one = imported(tmp_path, data, f"稿.{'txt' if name in ('noise', 'blank') else 'docx'}")
    assert one.outcome == "refused"
    assert [finding.code for finding in one.findings] == [code]
    assert not list((tmp_path / "content/1").iterdir())


def test_many_parts_and_many_elements_are_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_PARTS", 3)
    assert imported(tmp_path, GOOD).findings[0].code == "manuscript-too-large"
    monkeypatch.undo()
    monkeypatch.setattr(xml, "MOST_NODES", 3)
    assert imported(tmp_path, GOOD).findings[0].code == "manuscript-too-large"


def test_a_header_that_lies_does_not_fill_the_memory(tmp_path: Path) -> None:
    big = with_part("word/media/i.bin", bytes(3_000_000))
    lying = big.replace((3_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    opened = package.Package(lying)
    with pytest.raises(package.PackageError):
        opened.read("word/media/i.bin")


def test_members_named_twice_or_with_backslashes(tmp_path: Path) -> None:
    assert "manuscript-unsafe" in {
        finding.code for finding in imported(tmp_path, with_part("word\\document.xml", "x")).findings
    }


TEXTS = (
    "禾岭站的秋收座谈会十月三日召开，院长贺沛霖出席。\n会议要求抓紧秋播。",
    "禾嶺站的秋收座談會十月三日召開，院長賀沛霖出席。",
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "big5"])
def test_text_files_in_chinese_encodings(tmp_path: Path, encoding: str) -> None:
    text = TEXTS[encoding == "big5"]
    decoded = decode(text.replace("\n", "\r\n").encode(encoding))
    assert decoded is not None
    assert (decoded.text, decoded.sure) == (text, True)
    one = imported(tmp_path, text.encode(encoding), "稿.txt")
    assert story(one) == text.replace("\n", "\n\n") + "\n"
    assert {finding.code for finding in one.findings} == ({"manuscript-encoding"} if encoding[:5] != "utf-8" else set())


def test_a_guessed_encoding_is_a_warning(tmp_path: Path) -> None:
    one = imported(tmp_path, "㐂龘靐齉犇骉䶮".encode("gb18030") + "陈研究员到站里来了".encode("gb18030"), "稿.txt")
    assert [finding.severity for finding in one.findings if finding.code == "manuscript-encoding"] == ["warning"]


def test_markdown_comes_as_it_is(tmp_path: Path) -> None:
    text = "---\nheadline: 秋播\n---\n正文**粗**。\n"
    one = imported(tmp_path, text.replace("\n", "\r\n").encode("gb18030"), "稿.md")
    assert story(one) == text


def test_old_formats_go_through_soffice_only_when_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = BAD["old word"][0]
    ask = Wish(convert=True)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert [finding.code for finding in imported(tmp_path, old, wish=ask).findings] == ["not-converted"]
    made = tmp_path / "made.docx"
    made.write_bytes(GOOD)
    program = tmp_path / "soffice"
    program.write_text(
        '#!/bin/sh\nwhile [ "$1" != --outdir ]; do shift; done\n/bin/mkdir -p "$2"\n'
        f'/bin/cp {made} "$2/manuscript.docx"\n'
    )
    program.chmod(0o755)
    one = imported(tmp_path, old, wish=ask)
    assert "converted" in {finding.code for finding in one.findings}
    assert TEXT in story(one)
    program.write_text("#!/bin/sh\nexit 1\n")
    assert [finding.code for finding in imported(tmp_path, old, wish=ask).findings] == ["not-converted"]


def test_a_conversion_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from bulletin_layout.manuscripts import soffice

    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\n/bin/sleep 60 &\nwait\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(soffice.NotConvertedError):
        soffice.as_docx(b"x", ".doc", seconds=0.2)
