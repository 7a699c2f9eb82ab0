"""The operators of a page, in the syntax in which they are written here; anything else is an error."""

import pytest

from bulletin_layout.pdfs.operators import codes, name, numbers, operators
from bulletin_layout.pdfs.pikepdf_adapter import PdfError

KNOWN = frozenset(("q", "Q", "cm", "BT", "ET", "Tf", "Tm", "Tj", "TJ", "BDC", "EMC", "BMC", "re", "W", "n", "f", "f*"))


def read(content: bytes) -> list[tuple[str, str]]:
    return [(operator, operands.strip()) for operands, operator in operators(content, KNOWN)]


def test_a_line_of_text() -> None:
    assert read(b"\nBT /BL1 9.5 Tf 1 0 0 1 42.52 -.5 Tm [<00010002>-12.5<0003>]TJ ET\n \n") == [
        ("BT", ""),
        ("Tf", "/BL1 9.5"),
        ("Tm", "1 0 0 1 42.52 -.5"),
        ("TJ", "[<00010002>-12.5<0003>]"),
        ("ET", ""),
    ]


def test_marked_content_and_operators_with_a_star() -> None:
    assert read(b"/Span<</ActualText<FEFF4E00>>>BDC <0001>Tj EMC /Artifact BMC 0 0 9 9 re f* EMC") == [
        ("BDC", "/Span<</ActualText<FEFF4E00>>>"),
        ("Tj", "<0001>"),
        ("EMC", ""),
        ("BMC", "/Artifact"),
        ("re", "0 0 9 9"),
        ("f*", ""),
        ("EMC", ""),
    ]


@pytest.mark.parametrize("nothing", [b"", b" ", b"\n \n"])
def test_a_page_without_marks(nothing: bytes) -> None:
    assert read(nothing) == []


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (b"q 0 0 9 9 re sh Q", "0 0 9 9 re sh"),
        (b"q (abc) Tj Q", "(abc) Tj"),
        (b"q % a comment\nQ", "% a comment"),
        (b"q BI /W 1 ID x EI Q", "BI /W 1"),
        (b"q [[1] 2] 0 d Q", "[[1]"),
        (b"q 1 0 0 1 0 0", "1 0 0 1 0 0"),
        (b"q \xff Q", "\xff"),
        (b"q [<0001> TJ Q", "[<0001>"),
        (b"q\nQ2 Q", "Q2"),
    ],
)
def test_whatever_is_not_known_is_an_error_that_shows_it(content: bytes, shown: str) -> None:
    with pytest.raises(PdfError) as problem:
        read(content)
    known, _, unknown = shown.rpartition(" re ")
    assert (unknown or shown) in str(problem.value)
    assert not known or known not in str(problem.value)


@pytest.mark.parametrize("piece", [b"1 ", b"<00", b"[<00>1", b"/a", b"<<", b"-.", b"BT"])
def test_a_long_content_that_makes_no_sense_takes_no_long_time(piece: bytes) -> None:
    with pytest.raises(PdfError):
        read(piece * 20_000 + b"\0")


def test_operands_as_values() -> None:
    assert numbers("1 0 -.5 ") == (1.0, 0.0, -0.5)
    assert name("/PANTONE#20186#20C ") == "PANTONE 186 C"
    assert name("/#E4#B8#93#E7#BA#A2") == "专红"
    assert list(codes("[<0001 0002>-12<0003>]")) == ["00010002", "0003"]
