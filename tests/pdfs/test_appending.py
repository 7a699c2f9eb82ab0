"""Objects behind those of a file, read again as the library reads them."""

from io import BytesIO

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from bulletin_layout.pdfs import Name, PageRef, Pointer, Ref, Stream, Value, utf16
from bulletin_layout.pdfs.appending import appended
from bulletin_layout.pdfs.pikepdf_adapter import Finishing, finish, open_pdf


def drawn() -> bytes:
    written = BytesIO()
    canvas = Canvas(written, invariant=1)
    for number in range(2):
        canvas.drawString(72, 72, f"page {number}")
        canvas.showPage()
    canvas.save()
    return written.getvalue()


def finished(**objects: Value) -> bytes:
    return finish(drawn(), Finishing({"First": Pointer("a")}, objects=objects))


def test_every_kind_of_value_comes_back() -> None:
    values: dict[str, Value] = {
        "Name": Name("专红 #2(x)"),
        "Text": utf16("天"),
        "Bytes": b"(\x00)\xff",
        "Whole": 7,
        "Part": 0.5,
        "List": [1, [Name("L"), {"In": b"x"}], Pointer("a")],
        "Page": PageRef(1),
    }
    with open_pdf(finished(a=values)) as file:
        first = file.catalog["First"]
        assert (first["Name"], first["Text"], first["Whole"], first["Part"]) == ("专红 #2(x)", "天", 7, 0.5)
        assert first["List"][1][1]["In"] == "x"
        assert first["List"][2].number == first.number
        assert first["Page"].number == file.pages[1].number
    with pikepdf.open(BytesIO(finished(a=values))) as pdf:
        assert bytes(pdf.Root.First.Bytes) == b"(\x00)\xff"


def test_streams_and_what_is_shared_become_objects_once() -> None:
    shared: Value = Stream({"Own": Name("Yes")}, b"\nendstream\r")
    with open_pdf(finished(b={"At": Ref(shared)}, a={"B": Pointer("b"), "At": Ref(shared)})) as file:
        first = file.catalog["First"]
        assert first["At"].number == first["B"]["At"].number
        assert (first["At"]["Own"], first["At"].data) == ("Yes", b"\nendstream\r")


def test_what_is_no_file_cannot_be_added_to() -> None:
    with pytest.raises(ValueError, match="no PDF file"):
        appended(b"%PDF-1.7", (1, (), ""), {})  # type: ignore[arg-type]
