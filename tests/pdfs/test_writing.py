"""Files written from plain values: laid out as ReportLab does it, and readable by pikepdf."""

import io

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase import pdfdoc

from bulletin_layout.pdfs import Name, PageRef, Pointer, Ref, Stream, Value
from bulletin_layout.pdfs.writing import Objects, text_bytes


def written(value: Value) -> bytes:
    """The file with this value as its first object."""
    objects = Objects()
    about = objects.add(value)
    catalog = objects.add({"Type": Name("Catalog"), "Pages": Ref({"Type": Name("Pages"), "Kids": [], "Count": 0})})
    return objects.file(catalog, about, "0" * 32)


def first_object(file: bytes) -> bytes:
    return file.partition(b"1 0 obj\n")[2].partition(b"\nendobj\n")[0]


def as_reportlab(value: object) -> bytes:
    return bytes(pdfdoc.format(value, pdfdoc.PDFDocument()))


@given(st.one_of(st.floats(-1e7, 1e7), st.integers(-(10**9), 10**9)))
def test_numbers_are_those_of_reportlab(value: float) -> None:
    assert first_object(written(value)) == as_reportlab(value)


@pytest.mark.parametrize("size", range(25))
def test_long_lists_are_broken_as_by_reportlab(size: int) -> None:
    numbers = list(range(size))
    entries = {f"Key{number}": number for number in numbers}
    assert first_object(written(numbers)) == as_reportlab(pdfdoc.PDFArray(numbers))
    assert first_object(written(entries)) == as_reportlab(pdfdoc.PDFDictionary(entries))


@given(st.text(st.characters(max_codepoint=255), min_size=1))
def test_names_are_escaped_as_by_reportlab(name: str) -> None:
    assert first_object(written(Name(name))).decode() == pdfdoc.PDFName(name)


#: pikepdf and ReportLab do not agree on the three codes that PDFDocEncoding leaves undefined, and the codec of the one
#: that is imported first serves both.
CHARACTERS = st.characters(max_codepoint=0x2FF, exclude_characters="\x7f\x9f\xad")


@given(st.text(st.one_of(CHARACTERS, st.sampled_from("“—€ﬁ春（"))))
def test_texts_are_encoded_as_by_reportlab_and_read_as_they_were(text: str) -> None:
    file = written({"Title": text_bytes(text)})
    assert as_reportlab(pdfdoc.PDFString(text)) in file
    with pikepdf.open(io.BytesIO(file)) as pdf:
        assert bytes(pdf.docinfo["/Title"]) == text_bytes(text)


def test_what_an_object_refers_to_comes_before_it() -> None:
    file = written({"Inner": Ref({"Data": Ref(Stream({"Kind": 1}, b"abc"))})})
    with pikepdf.open(io.BytesIO(file)) as pdf:
        inner = pdf.docinfo["/Inner"]
        assert [pdf.docinfo.objgen, inner.objgen, inner["/Data"].objgen] == [(3, 0), (2, 0), (1, 0)]
        assert inner["/Data"].read_raw_bytes() == b"abc"
        assert not pdf.check_pdf_syntax()


@pytest.mark.parametrize("value", [Pointer("tree"), PageRef(0), [Stream({}, b"")]])
def test_what_only_a_finishing_pass_can_resolve_is_an_error(value: Value) -> None:
    with pytest.raises(TypeError):
        Objects().add(value)
