"""What a small file may cost: streams, forms, pages and lists that unpack to more than anybody can hold."""

import zlib
from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest

from bulletin_layout.archive.differences import Difference, LineChange, line_changes
from bulletin_layout.archive.drawable import check_drawable
from bulletin_layout.findings.catalogue.archives import a_page
from bulletin_layout.pdfs import inflating
from bulletin_layout.pdfs.inflating import inflated, unpacked
from bulletin_layout.pdfs.page_tree import page_count, pages_of
from bulletin_layout.pdfs.pikepdf_adapter import PdfError, TooMuchError, open_pdf
from bulletin_layout.render.png import FoundLine

Change = Callable[[pikepdf.Pdf], None]


def changed(data: bytes, change: Change) -> bytes:
    """The file after ``change``, its streams packed as they were left."""
    with pikepdf.open(BytesIO(data)) as pdf:
        change(pdf)
        out = BytesIO()
        pdf.save(out, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return out.getvalue()


def packed(megabytes: int) -> bytes:
    packing, block = zlib.compressobj(9), bytes(1 << 20)
    return b"".join(packing.compress(block) for _ in range(megabytes)) + packing.flush()


def form(pdf: pikepdf.Pdf, content: bytes, **inner: pikepdf.Object) -> pikepdf.Object:
    made = pdf.make_indirect(pikepdf.Stream(pdf, content))
    made.Type, made.Subtype, made.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, [0, 0, 9, 9]
    made.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary({f"/{name}": each for name, each in inner.items()}))
    return made


def put(pdf: pikepdf.Pdf, drawn: pikepdf.Object, content: bytes = b" /F Do") -> None:
    pdf.pages[0].add_resource(drawn, pikepdf.Name.XObject, pikepdf.Name("/F"))
    pdf.pages[0].contents_add(content)


def draws_itself(pdf: pikepdf.Pdf) -> None:
    made = form(pdf, b"/F Do /F Do")
    made.Resources.XObject.F = made
    put(pdf, made)


def ten_times_ten(pdf: pikepdf.Pdf) -> None:
    made = form(pdf, b"0 0 9 9 re f " * 10)
    for _ in range(7):
        made = form(pdf, b"/F Do " * 10, F=made)
    put(pdf, made)


def very_deep(pdf: pikepdf.Pdf) -> None:
    made = form(pdf, b"n")
    for _ in range(200):
        made = form(pdf, b"/F Do", F=made)
    put(pdf, made)


def often_the_same(pdf: pikepdf.Pdf) -> None:
    part = pdf.make_indirect(pikepdf.Stream(pdf, b"0 0 9 9 re f " * 1000))
    pdf.pages[0].Contents = pikepdf.Array([part] * 5000)


def huge_contents(pdf: pikepdf.Pdf) -> None:
    stream = pikepdf.Stream(pdf, b"")
    stream.write(packed(300), filter=pikepdf.Name.FlateDecode)
    pdf.pages[0].Contents = pdf.make_indirect(stream)


def drawn_by_a_pattern(pdf: pikepdf.Pdf) -> None:
    pattern = form(pdf, b"0 0 9 9 re f " * 20_000)
    pattern.PatternType = 1
    pdf.pages[0].Resources.Pattern = pikepdf.Dictionary(P=pattern)
    pdf.pages[0].contents_add(b" /Pattern cs" + b" /P scn 0 0 9 9 re f" * 1000)


def seen_on_a_note(pdf: pikepdf.Pdf) -> None:
    look = form(pdf, b"0 0 9 9 re f " * 1_000_000)
    note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Rect=[0, 0, 9, 9], AP=pikepdf.Dictionary(N=look))
    pdf.pages[0].Annots = pikepdf.Array([note])


def as_a_glyph(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Resources.Font.T = pikepdf.Dictionary(Subtype=pikepdf.Name.Type3)


def as_a_mask(pdf: pikepdf.Pdf) -> None:
    state = pikepdf.Dictionary(SMask=pikepdf.Dictionary(G=form(pdf, b"0 0 9 9 re f " * 100_000)))
    pdf.pages[0].Resources.ExtGState = pikepdf.Dictionary(S=state)
    pdf.pages[0].contents_add(b" /S gs" * 9)


def vast_picture(pdf: pikepdf.Pdf) -> None:
    picture = pdf.make_indirect(pikepdf.Stream(pdf, b"x"))
    picture.Subtype, picture.Width, picture.Height = pikepdf.Name.Image, 100_000, 100_000
    put(pdf, picture)


def odd_picture(pdf: pikepdf.Pdf) -> None:
    picture = pdf.make_indirect(pikepdf.Stream(pdf, b"x"))
    picture.Subtype, picture.Width, picture.Height = pikepdf.Name.Image, 9, 9
    picture.Filter = pikepdf.Name.JBIG2Decode
    put(pdf, picture)


@pytest.mark.parametrize(
    "change",
    [
        draws_itself, ten_times_ten, very_deep, often_the_same, huge_contents, drawn_by_a_pattern, seen_on_a_note,
        as_a_glyph, as_a_mask, vast_picture, odd_picture,
    ],
)  # fmt: skip
def test_pages_that_cannot_be_drawn_in_time_are_refused(archive: bytes, change: Change) -> None:
    with open_pdf(changed(archive, change)) as pdf, pytest.raises(TooMuchError):
        check_drawable(pdf, 1)


def a_stamp(pdf: pikepdf.Pdf) -> None:
    put(pdf, form(pdf, b"/F Do", F=form(pdf, b"0 0 9 9 re f")))


def test_a_stamp_that_another_program_put_on_a_page_can_be_drawn(archive: bytes) -> None:
    with open_pdf(changed(archive, a_stamp)) as pdf:
        check_drawable(pdf, 1)


def test_pages_after_the_last_are_not_looked_at(archive: bytes) -> None:
    with open_pdf(changed(archive, draws_itself)) as pdf:
        check_drawable(pdf, 0)


def chained(pdf: pikepdf.Pdf) -> None:
    twice = pikepdf.Array([pikepdf.Name.FlateDecode, pikepdf.Name.FlateDecode])
    stream = pikepdf.Stream(pdf, b"")
    stream.write(zlib.compress(packed(50)), filter=twice)
    pdf.pages[0].Contents = pdf.make_indirect(stream)


def test_a_page_that_is_packed_twice_is_not_unpacked(archive: bytes) -> None:
    with open_pdf(changed(archive, chained)) as pdf, pytest.raises(PdfError, match="packed in a way"):
        check_drawable(pdf, 1)


def test_a_stream_is_unpacked_in_parts_and_no_further_than_asked(archive: bytes) -> None:
    with open_pdf(changed(archive, huge_contents)) as pdf:
        contents = pdf.pages[0]["Contents"]
        parts = inflated(contents, 5_000_000, a_page())
        sizes = []
        with pytest.raises(TooMuchError, match="a page is too large"):
            sizes += [len(part) for part in parts]
        assert max(sizes, default=0) <= 1 << 20
        assert sum(len(part) for part in inflated(contents, 400_000_000, a_page())) == 300 << 20
        assert inflating.MOST_BYTES < 300 << 20


def test_rows_that_a_predictor_would_undo_are_taken_as_they_are(archive: bytes) -> None:
    def predicted(pdf: pikepdf.Pdf) -> None:
        stream = pikepdf.Stream(pdf, b"")
        columns = pikepdf.Dictionary(Predictor=15, Columns=2_000_000_000, Colors=32, BitsPerComponent=16)
        stream.write(zlib.compress(b"rows"), filter=pikepdf.Name.FlateDecode, decode_parms=columns)
        pdf.pages[0].Contents = pdf.make_indirect(stream)

    with open_pdf(changed(archive, predicted)) as pdf:
        assert unpacked(pdf.pages[0]["Contents"], 100, a_page()) == b"rows"


def in_an_object_stream(megabytes: int) -> bytes:
    """A file whose catalog names an object that lies in an object stream of many blanks."""
    packing = zlib.compressobj(9)
    data = packing.compress(b"10 0 << /A 1 >>")
    data += b"".join(packing.compress(b" " * (1 << 20)) for _ in range(megabytes)) + packing.flush()
    bodies = {
        1: b"<< /Type /Catalog /Pages 2 0 R /X 10 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
        5: b"<< /Type /ObjStm /N 1 /First 5 /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream"
        % (len(data), data),
    }
    out, rows = bytearray(b"%PDF-1.5\n"), [(0, 0, 255)] * 12
    for number, body in bodies.items():
        rows[number] = (1, len(out), 0)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    rows[10], rows[11] = (2, 5, 0), (1, len(out), 0)
    table = b"".join(bytes([kind]) + at.to_bytes(5, "big") + bytes([more]) for kind, at, more in rows)
    head = b"<< /Type /XRef /Size 12 /W [1 5 1] /Root 1 0 R /Length %d >>" % len(table)
    start = len(out)
    out += b"11 0 obj\n%s\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % (head, table, start)
    return bytes(out)


def test_an_object_stream_is_unpacked_within_bounds_too() -> None:
    with open_pdf(in_an_object_stream(1)) as pdf:
        assert pdf.catalog["X"]["A"] == 1
    with open_pdf(in_an_object_stream(64)) as pdf:
        assert pdf.catalog.get("X") is None


def with_pages(data: bytes, count: int) -> bytes:
    def more(pdf: pikepdf.Pdf) -> None:
        for _ in range(count):
            pdf.pages.append(pdf.pages[0])

    return changed(data, more)


def test_pages_are_counted_up_to_a_limit(archive: bytes) -> None:
    with open_pdf(with_pages(archive, 40)) as pdf:
        assert page_count(pdf, 100) == 41
        assert page_count(pdf, 10) == 11


def round_in_a_circle(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Pages.Kids.append(pdf.Root.Pages)


def countless_ways(pdf: pikepdf.Pdf) -> None:
    node = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Pages, Kids=[]))
    for _ in range(6):
        node = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Pages, Kids=[node] * 60))
    pdf.Root.Pages.Kids.append(node)


@pytest.mark.parametrize("change", [round_in_a_circle, countless_ways])
def test_a_tree_of_pages_without_end_is_refused(archive: bytes, change: Change) -> None:
    with pytest.raises(PdfError, match=r"never ends|Loop detected"), open_pdf(changed(archive, change)) as pdf:
        list(pages_of(pdf))


def test_a_text_on_thousands_of_lines_is_compared_where_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bulletin_layout.archive.differences.SequenceMatcher", None)  # it would take the square of it
    lines = [FoundLine("一", 10, 20 + row, 90) for row in range(3000)]
    moved = [*lines[:-1], FoundLine("一", 10, 5000, 90)]
    assert line_changes([lines], [moved]) == (
        LineChange("一", Difference(1, 10, 3019, 90), Difference(1, 10, 5000, 90)),
    )
