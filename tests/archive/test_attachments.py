"""Files in a PDF: attached as PDF/A-3 asks, taken out again, and never more unpacked than fits."""

import zlib
from datetime import date
from hashlib import md5
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from bulletin_layout.archive import attachments
from bulletin_layout.archive.attachments import Attachment, AttachmentError, Carried, attaching, carried
from bulletin_layout.pdfs.pikepdf_adapter import Finishing, finish, open_pdf

DAY = date(2026, 10, 30)
FILES = (
    Attachment("content/1/稿件 一.md", "正文。\n".encode(), "text/markdown", "Source", "来源文件 source file"),
    Attachment("bulletin.yaml", b"name: x\n", "application/yaml", "Source", "来源文件"),
    Attachment("bulletin.yaml.txt", b"name: y\n", "text/plain", "Source", "来源文件"),
    Attachment("content/1/photos/a.jpg", bytes(range(256)) * 40, "image/jpeg", "Source", "图片"),
    Attachment("lock.json", b"{}", "application/json", "Data", "锁定记录"),
)


def page() -> bytes:
    canvas = Canvas("", invariant=1)
    canvas.drawString(50, 50, "a page")
    data: bytes = canvas.getpdfdata()  # type: ignore[no-untyped-call]
    return data


def attached(files: tuple[Attachment, ...] = FILES) -> bytes:
    return finish(page(), Finishing(catalog=attaching(files, DAY)))


def taken(data: bytes) -> dict[str, bytes]:
    with open_pdf(data) as pdf:
        return {each.name: each.data(1_000_000) for each in carried(pdf)}


def changed(data: bytes, change: Any) -> bytes:
    """The file after ``change`` has had its way with it."""
    with pikepdf.open(BytesIO(data)) as pdf:
        change(pdf)
        out = BytesIO()
        pdf.save(out, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return out.getvalue()


def test_what_was_attached_comes_out_again() -> None:
    assert taken(attached()) == {each.name: each.data for each in FILES}


def test_a_file_without_attachments_carries_none() -> None:
    assert taken(page()) == {}


def test_every_file_says_what_it_is() -> None:
    with pikepdf.open(BytesIO(attached())) as pdf:
        keys = [bytes(key) for key in pdf.Root.Names.EmbeddedFiles.Names[0::2]]
        assert keys == sorted(keys)
        found = {str(specification.UF): specification for specification in pdf.Root.AF}
        assert found.keys() == {each.name for each in FILES}
        for each in FILES:
            specification: Any = found[each.name]
            stream = specification["/EF"]["/F"]
            assert str(specification["/AFRelationship"]) == f"/{each.relation}"
            assert str(specification["/Desc"]) == each.about
            assert str(stream["/Subtype"]) == f"/{each.mime}"
            assert stream["/Params"]["/Size"] == len(each.data)
            assert bytes(stream["/Params"]["/CheckSum"]) == md5(each.data).digest()
            assert str(stream["/Params"]["/ModDate"]) == "D:20261030000000Z"
            assert bytes(specification["/F"]).isascii()


def test_what_is_in_the_catalog_already_stays() -> None:
    with_names = finish(page(), Finishing(catalog={"Names": {"Dests": {"Names": []}}}))
    both = finish(with_names, Finishing(catalog=attaching(FILES, DAY)))
    with pikepdf.open(BytesIO(both)) as pdf:
        assert {"/Dests", "/EmbeddedFiles"} <= pdf.Root.Names.keys()


def test_a_small_file_that_unpacks_to_a_huge_one_is_not_unpacked() -> None:
    bomb = attached((FILES[1]._replace(data=bytes(1_000_001)),))
    assert len(bomb) < 10_000
    with pytest.raises(AttachmentError, match=r'"bulletin.yaml" is too large'):
        taken(bomb)
    assert taken(attached((FILES[1]._replace(data=bytes(1_000_000)),)))


def test_too_many_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attachments, "MOST_FILES", 3)
    with pytest.raises(AttachmentError, match="more than 3 files"):
        taken(attached())


def endless(pdf: pikepdf.Pdf) -> None:
    tree = pdf.Root.Names.EmbeddedFiles
    tree.Kids = pikepdf.Array([tree])


def nameless(pdf: pikepdf.Pdf) -> None:
    for key in ("/UF", "/F"):
        del pdf.Root.AF[0][key]


def empty_handed(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.AF[0]["/EF"]


def stream_of(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return pdf.Root.AF[0].EF.F


def odd_packing(pdf: pikepdf.Pdf) -> None:
    stream_of(pdf).write(b"48656C6C6F>", filter=pikepdf.Name.ASCIIHexDecode)


def packed_twice(pdf: pikepdf.Pdf) -> None:
    twice = pikepdf.Array([pikepdf.Name.FlateDecode, pikepdf.Name.FlateDecode])
    stream_of(pdf).write(zlib.compress(zlib.compress(b"x")), filter=twice)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (endless, "never ends"),
        (nameless, "without a name or without contents"),
        (empty_handed, "without a name or without contents"),
        (odd_packing, "packed in a way"),
        (packed_twice, "packed in a way"),
    ],
)
def test_hostile_lists_are_refused(change: Any, words: str) -> None:
    with pytest.raises(AttachmentError, match=words):
        taken(changed(attached(), change))


@pytest.mark.parametrize(
    ("cut", "words"), [(b"junk", "damaged"), (zlib.compress(b"long enough" * 9)[:-9], "cut short")]
)
def test_a_damaged_attachment_is_named(cut: bytes, words: str) -> None:
    class Damaged:
        """A stream as the file has it; a program that writes PDF would have mended it."""

        raw = cut

        def get(self, _key: str) -> str:
            return "FlateDecode"

    with pytest.raises(AttachmentError, match=f'a.md" is {words}'):
        Carried("a.md", Damaged()).data(100)  # type: ignore[arg-type]


def many_ways(pdf: pikepdf.Pdf) -> None:
    """A short list of nodes that leads to its leaves in 60 ** 6 ways."""
    node = pdf.make_indirect(pikepdf.Dictionary(Names=[]))
    for _ in range(6):
        node = pdf.make_indirect(pikepdf.Dictionary(Kids=[node] * 60))
    pdf.Root.Names.EmbeddedFiles = node


def test_a_list_with_countless_ways_to_the_same_place_is_refused_at_once() -> None:
    with pytest.raises(AttachmentError, match="never ends"):
        taken(changed(attached(), many_ways))
