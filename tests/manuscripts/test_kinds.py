"""Kinds of files that come as manuscripts: each is read, or named with a way out."""

from base64 import b64encode
from pathlib import Path

import pytest

from tests.manuscripts.desk import codes, imported, story
from tests.manuscripts.test_blocks import image
from tests.manuscripts.word_files import SPACES, TEXT, docx, element, p, picture, zipped
from tests.support.said import message

MHT = (
    b"From: <saved by the office>\r\nSubject: =?utf-8?B?6YCa55+l?=\r\nDate: Fri, 9 Oct 2026 08:00:00 +0800\r\n"
    b'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="--x"\r\n\r\n----x\r\n'
    b"Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n" + b64encode(b"<html>text</html>")
)
KINDS = {
    "a web page in one file": (MHT, "web page in one file"),
    "the XML of Word 2003": (b'<?xml version="1.0"?><w:wordDocument xmlns:w="x"/>', "Word 2003"),
    "OpenDocument": (
        b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.textPK", "OpenDocument",
    ),
    "Pages": (zipped({"Index/Document.iwa": "x", "preview.jpg": "x"}), "export it"),
    "OFD": (zipped({"OFD.xml": "<x/>", "Doc_0/Document.xml": "<x/>"}), "OFD"),
    "Word 2": (b"\xdb\xa5\x2d\0" + bytes(400), "old Word"),
    "an archive": (b"Rar!\x1a\x07\x01\0" + bytes(40), "unpack it"),
    "files in a zip": (zipped({"一.docx": "x", "二.docx": "x"}), "unpack it"),
    "a shouting directory": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WORDDOCUMENT".encode("utf-16-le"), "old Word",
    ),
    "a picture alone in its header": (docx(p("")), "no text"),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_files_that_are_no_docx_are_named_with_a_way_out(tmp_path: Path, kind: str) -> None:
    data, word = KINDS[kind]
    one = imported(tmp_path, data, "通知.doc")
    assert [finding.code for finding in one.findings] == ["manuscript-format"]
    assert word in message(one.findings[0])
    assert not list((tmp_path / "content/1").iterdir())


def test_a_text_with_a_colon_is_no_mail(tmp_path: Path) -> None:
    text = "时间: 十月三日\n地点: 禾岭站\nMIME-Version: 是邮件里才有的一行。\n"
    assert imported(tmp_path, text.encode(), "稿.txt").outcome == "written"


def flat(parts: dict[str, str], pictures: dict[str, bytes] | None = None) -> bytes:
    """A .docx as one XML file, as office systems fill it."""
    written = "".join(
        f'<pkg:part pkg:name="/{name}"><pkg:xmlData>{xml.partition("?>")[2] or xml}</pkg:xmlData></pkg:part>'
        for name, xml in parts.items()
    ) + "".join(
        f'<pkg:part pkg:name="/{name}"><pkg:binaryData>{b64encode(data).decode()}</pkg:binaryData></pkg:part>'
        for name, data in (pictures or {}).items()
    )
    space = 'xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"'
    head = '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
    return f"{head}<pkg:package {space}>{written}</pkg:package>".encode()


def relations(kind: str, target: str) -> str:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    one = f'<Relationship Id="i" Type="{SPACES["r"]}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{space}">{one}</Relationships>'


def test_a_docx_in_one_xml_file_is_read(tmp_path: Path) -> None:
    parts = {
        "_rels/.rels": relations("officeDocument", "word/document.xml"),
        "word/document.xml": element("document", f"<w:body>{p(TEXT)}{p(picture('i'))}</w:body>"),
        "word/_rels/document.xml.rels": relations("image", "media/i.png"),
    }
    one = imported(tmp_path, flat(parts, {"word/media/i.png": image("PNG")}), "通知.doc")
    assert (TEXT in story(one), one.photos) == (True, ("photos/通知-1.png",))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (flat({"word/document.xml": "<a/>"}).replace(b"</pkg:package>", b""), "manuscript-damaged"),
        (flat({}, {"word/media/i": b""}).replace(b"binaryData>", b"binaryData>*", 1), "manuscript-damaged"),
        (flat({}).replace(b"<?mso", b'<!DOCTYPE x [<!ENTITY a "x">]><?mso'), "manuscript-unsafe"),
    ],
)
def test_a_bad_file_in_one_piece_is_refused(tmp_path: Path, data: bytes, code: str) -> None:
    assert code in codes(imported(tmp_path, data, "通知.doc"))
