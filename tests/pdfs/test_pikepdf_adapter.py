"""The finishing pass and files opened again; the files are ReportLab's."""

import signal
import zlib
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from bulletin_layout.findings.phrases import text
from bulletin_layout.pdfs import Name, PageRef, Pointer, Ref, Stream, Value, deflated, utf16
from bulletin_layout.pdfs.pikepdf_adapter import Finishing, Found, PdfError, finish, open_pdf

XMP = b"<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'/><?xpacket end='w'?>"


def drawn(pages: int = 2) -> bytes:
    written = BytesIO()
    canvas = Canvas(written, invariant=1)
    for number in range(pages):
        canvas.drawString(72, 72, f"page {number}")
        canvas.showPage()
    canvas.save()
    return written.getvalue()


def test_entries_are_added_to_catalog_info_and_pages() -> None:
    finishing = Finishing(
        catalog={"Lang": utf16("zh-CN"), "Marked": "true"},
        info={"Trapped": Name("False")},
        pages=[{"Tabs": Name("S")}, {"StructParents": 7}],
        version="1.6",
    )
    with open_pdf(finish(drawn(), finishing)) as file:
        assert (file.version, file.catalog["Lang"], file.catalog["Marked"]) == ("1.6", "zh-CN", True)
        assert file.info["Trapped"] == "False"
        assert [page.get("Tabs") for page in file.pages] == ["S", None]
        assert file.pages[1]["StructParents"] == 7


def test_new_objects_may_point_at_each_other_and_at_pages() -> None:
    objects: dict[str, Value] = {"root": {"K": [Pointer("kid")]}, "kid": {"P": Pointer("root"), "Pg": PageRef(1)}}
    with open_pdf(finish(drawn(), Finishing(catalog={"StructTreeRoot": Pointer("root")}, objects=objects))) as file:
        root = file.catalog["StructTreeRoot"]
        assert root["K"][0]["P"].number == root.number != 0
        assert root["K"][0]["Pg"].number == file.pages[1].number


def test_metadata_is_written_as_it_is_and_can_be_read_by_a_search_of_the_file() -> None:
    metadata = Ref(Stream({"Type": Name("Metadata"), "Subtype": Name("XML")}, XMP))
    data = finish(drawn(), Finishing(catalog={"Metadata": metadata}))
    assert XMP in data


def test_a_shared_target_is_one_object() -> None:
    shared = {"S": Name("GTS_PDFX")}
    with open_pdf(finish(drawn(), Finishing(catalog={"A": Ref(shared), "B": Ref(shared)}))) as file:
        assert file.catalog["A"].number == file.catalog["B"].number


def test_the_same_input_gives_the_same_bytes_and_another_page_another_identifier() -> None:
    assert finish(drawn(), Finishing()) == finish(drawn(), Finishing())
    assert finish(drawn(1), Finishing())[-120:] != finish(drawn(2), Finishing())[-120:]


@pytest.mark.parametrize("streams", [True, False])
def test_object_streams_only_where_they_are_allowed(streams: bool) -> None:
    data = finish(drawn(), Finishing(object_streams=streams))
    assert (b"/ObjStm" in data) == streams


def test_a_packed_stream_that_ends_in_a_return_is_given_another_end() -> None:
    """Its last byte is that of a checksum of what is in it (RFC 1950): it takes other data, not another packing."""
    data = next(each for number in range(100_000) if zlib.compress(each := b"%d" % number)[-1:] == b"\r")
    written = finish(drawn(), Finishing(catalog={"Own": Ref(deflated(data))}))
    assert b"\r\nendstream" not in written
    with open_pdf(written) as file:
        assert file.catalog["Own"].data == data
        assert file.catalog["Own"].raw == zlib.compress(data) + b"\n"


def test_a_page_that_ends_in_a_return_is_given_another_end() -> None:
    """ReportLab writes how a page is packed as a list of one, and qpdf packs it again, with the same end."""
    page = next(each for number in range(100_000) if zlib.compress(each := b"0 0 %d 9 re f" % number)[-1:] == b"\r")
    written = BytesIO()
    with pikepdf.open(BytesIO(drawn())) as pdf:
        contents = pdf.pages[0].obj.Contents
        contents.write(zlib.compress(page), filter=pikepdf.Name.FlateDecode)
        contents.Filter = pikepdf.Array([pikepdf.Name.FlateDecode])
        pdf.save(written, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    finished = finish(written.getvalue(), Finishing())
    assert b"\r\nendstream" not in finished
    with open_pdf(finished) as file:
        assert file.pages[0]["Contents"].data == page


def test_objects_are_packed_so_that_no_stream_ends_in_a_return() -> None:
    sums = [
        Finishing(catalog={"Own": f"({chr(48 + number % 40) * (number // 40)})", "MarkInfo": {}})
        for number in range(600)
    ]
    files = [finish(drawn(1), finishing) for finishing in sums]
    assert [number for number, file in enumerate(files) if b"\r\nendstream" in file] == []


def test_streams_give_their_bytes() -> None:
    with open_pdf(finish(drawn(), Finishing(catalog={"X": Ref(Stream({}, b"abc"))}))) as file:
        stream = file.catalog["X"]
        assert isinstance(stream, Found)
        assert stream.is_stream
        assert stream.data == b"abc"


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4 nothing", drawn()[:700]])
def test_what_is_no_pdf_is_said_to_be_none(data: bytes) -> None:
    with pytest.raises(PdfError, match="is no PDF, or is damaged"):
        open_pdf(data)


def test_the_finding_of_a_damaged_file_has_no_address_of_this_run() -> None:
    with pytest.raises(PdfError, match=r"^is no PDF, or is damaged: can't find startxref$"):
        open_pdf(b"")


def test_a_damaged_file_is_explained_in_chinese() -> None:
    with pytest.raises(PdfError) as problem:
        open_pdf(drawn()[:700])
    assert text(problem.value.says, "zh") == "不是 PDF，或者已损坏：文件末尾没有 startxref，可能没有下载完"


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="Windows has no masks for signals")
def test_a_signal_waits_until_a_file_is_finished(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would be raised in the middle of qpdf otherwise, which aborts the process."""
    held: list[Any] = []

    def watched(*given: Any, **named: Any) -> Any:
        held.append(signal.pthread_sigmask(signal.SIG_BLOCK, ()))
        return pikepdf_open(*given, **named)

    pikepdf_open = pikepdf.open
    monkeypatch.setattr(pikepdf, "open", watched)
    finish(drawn(1), Finishing())
    assert {signal.SIGINT, signal.SIGTERM} <= held[0]
    assert signal.SIGTERM not in signal.pthread_sigmask(signal.SIG_BLOCK, ())
