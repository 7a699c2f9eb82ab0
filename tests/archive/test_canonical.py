"""Canonical content: the same however a file was written, another as soon as a page holds something else."""

from io import BytesIO
from typing import Any

import pikepdf
import pytest

from bulletin_layout.archive.canonical import canonical_digest
from bulletin_layout.archive.lock import LOCK_NAME
from bulletin_layout.pdfs.pikepdf_adapter import PdfError, open_pdf
from tests.support.archives import lock_in, resaved, with_file


def digest(data: bytes) -> str:
    with open_pdf(data) as pdf:
        return canonical_digest(pdf)


def edited(data: bytes, change: Any) -> bytes:
    with pikepdf.open(BytesIO(data)) as pdf:
        change(pdf)
        out = BytesIO()
        pdf.save(out)
    return out.getvalue()


def test_the_lock_has_the_digest_of_the_pages(archive: bytes) -> None:
    assert lock_in(archive)["issue"]["content"] == digest(archive)


def test_how_a_file_is_written_does_not_count(archive: bytes) -> None:
    other = resaved(archive)
    assert other != archive
    assert digest(other) == digest(archive)


def test_attachments_and_metadata_do_not_count(archive: bytes) -> None:
    def stamp(pdf: pikepdf.Pdf) -> None:
        pdf.docinfo["/CreationDate"] = "D:20300101000000Z"
        pdf.docinfo["/Producer"] = "another program"
        pdf.Root.Metadata = pikepdf.Stream(pdf, b"<x/>")

    assert digest(with_file(archive, LOCK_NAME, None)) == digest(archive)
    assert digest(edited(archive, stamp)) == digest(archive)


def another_title(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Title"] = "another"


def another_operator(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(b" q Q")


def another_digit(pdf: pikepdf.Pdf) -> None:
    content = pdf.pages[0].Contents
    content.write(content.read_bytes().replace(b"1", b"2", 1))


def another_box(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].TrimBox[0] = 0.01


def another_font(pdf: pikepdf.Pdf) -> None:
    font = next(iter(pdf.pages[0].Resources.Font.values()))
    font.DescendantFonts[0].FontDescriptor.FontFile2.write(b"other outlines")


def another_page(pdf: pikepdf.Pdf) -> None:
    pdf.add_blank_page()


@pytest.mark.parametrize(
    "change", [another_title, another_operator, another_digit, another_box, another_font, another_page]
)
def test_what_a_page_holds_counts(archive: bytes, change: Any) -> None:
    assert digest(edited(archive, change)) != digest(archive)


def test_a_stream_that_fills_the_memory_is_not_unpacked(archive: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bulletin_layout.archive.canonical._MOST_TOGETHER", 1000)
    with pytest.raises(PdfError, match="too large"):
        digest(archive)


def test_a_page_nested_without_end_is_refused(archive: bytes) -> None:
    def nest(pdf: pikepdf.Pdf) -> None:
        value: Any = pikepdf.Array([])
        for _ in range(300):
            value = pikepdf.Dictionary(A=value)
        pdf.pages[0].Odd = value

    with pytest.raises(PdfError, match="nested"):
        digest(edited(archive, nest))
