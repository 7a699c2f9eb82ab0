"""Opening files, shaping, measures: on the toy font, whose numbers are round."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_layout.fonts import Face, FontError, open_face
from tests.support.toy_font import CLOSE, HAN, OPEN, STOP_COMMA, Outlines, toy_collection, toy_font


@pytest.fixture(scope="module")
def toy(tmp_path_factory: pytest.TempPathFactory) -> Face:
    return open_face(toy_font(tmp_path_factory.mktemp("toy") / "toy.ttf"))


@pytest.mark.parametrize("content", [b"", b"hello", b"wOF2" + bytes(60)])
def test_what_is_not_a_font_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.ttf"
    path.write_bytes(content)
    with pytest.raises(FontError, match=r"not a font that can be embedded|cannot read"):
        open_face(path)


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(FontError, match="cannot read the font file"):
        open_face(tmp_path / "none.ttf")
    with pytest.raises(FontError, match="cannot read the font file"):
        open_face(tmp_path)


@pytest.mark.parametrize(("fs_type", "words"), [(0x0002, "forbids embedding"), (0x0100, "forbids subsetting")])
def test_licence_bits(tmp_path: Path, fs_type: int, words: str) -> None:
    path = toy_font(tmp_path / "closed.ttf", chars="一", fs_type=fs_type)
    with pytest.raises(FontError, match=words):
        open_face(path)


def test_preview_and_print_embedding_is_allowed(tmp_path: Path) -> None:
    assert open_face(toy_font(tmp_path / "p.ttf", chars="一", fs_type=0x0004)).covers("一")


def test_variable_font_is_refused(tmp_path: Path) -> None:
    from fontTools.fontBuilder import FontBuilder
    from fontTools.ttLib import TTFont

    path = toy_font(tmp_path / "v.ttf", chars="一")
    font = TTFont(path)
    FontBuilder(font=font).setupFvar([("wght", 400, 400, 900, "Weight")], [])
    font.save(path)
    with pytest.raises(FontError, match="variable font"):
        open_face(path)


def test_faces_of_a_collection(tmp_path: Path) -> None:
    path = toy_collection(tmp_path / "toys.ttc")
    assert [open_face(path, index).name for index in (0, 1)] == ["ToyA", "ToyB"]
    with pytest.raises(FontError, match="holds 2 face"):
        open_face(path, 2)


@pytest.mark.parametrize(("outlines", "cff"), [("glyf", False), ("cff", True), ("cid", True)])
def test_every_kind_of_outline(tmp_path: Path, outlines: Outlines, cff: bool) -> None:
    face = open_face(toy_font(tmp_path / "toy.otf", chars="一，—⸺a", outlines=outlines))
    assert face.is_cff is cff
    assert [glyph.advance for glyph in face.shape("一，——a")] == [1.0, 1.0, 2.0, 0.5]
    assert face.ink(face.nominal("，")[0]) == (0.05, 0.0, 0.45, 0.7)


def test_nothing_to_shape(toy: Face) -> None:
    assert toy.shape("") == ()


def test_characters_that_show_nothing_go_with_a_neighbour(toy: Face) -> None:
    assert [(g.start, g.end) for g in toy.shape("\u200b一\ufe00，\u2060a\u200b")] == [(0, 3), (3, 5), (5, 7)]


def test_what_is_not_covered_is_glyph_0(toy: Face) -> None:
    assert not toy.covers("\U0001f600")
    assert toy.nominal("\U0001f600")[0] == 0
    assert [(g.gid == 0, g.start, g.end) for g in toy.shape("一\U0001f600二")] == [
        (False, 0, 1),
        (True, 1, 2),
        (False, 2, 3),
    ]


def test_vertical_pen_is_on_the_middle_line_of_the_column(toy: Face) -> None:
    han, comma, latin = toy.shape("一，a", vertical=True)
    assert (han.advance, han.dx, han.dy) == (1.0, -0.5, -0.88)
    assert comma.gid != toy.nominal("，")[0]
    assert (latin.dx, latin.dy) == (-0.25, -0.88)


def test_marks_without_a_vertical_form(toy: Face) -> None:
    assert [toy.has_vertical_form(char) for char in "，（：～一"] == [True, True, False, False, False]


def test_ink_tells_the_side_of_a_mark(toy: Face) -> None:
    assert {toy.ink(toy.nominal(mark)[0]).left for mark in OPEN} == {0.55}
    assert {toy.ink(toy.nominal(mark)[0]).right for mark in CLOSE + STOP_COMMA} == {0.45}


def test_digest_is_that_of_the_file(toy: Face) -> None:
    from hashlib import sha256

    assert toy.sha256 == sha256(toy.path.read_bytes()).hexdigest()


@given(st.text(st.sampled_from(HAN[:50] + "—“，a1 é𬭛\u200b\ufe00\U0001f600"), max_size=30), st.booleans())
def test_spans_cover_the_text_without_gap_or_overlap(toy: Face, text: str, vertical: bool) -> None:
    glyphs = toy.shape(text, vertical=vertical)
    spans = sorted({(glyph.start, glyph.end) for glyph in glyphs})
    if glyphs:
        assert "".join(text[start:end] for start, end in spans) == text
    else:
        assert set(text) <= {"\u200b", "\ufe00"}


@given(st.text(st.sampled_from("一二，。“”ab1 "), max_size=30))
def test_shaping_a_line_equals_shaping_its_characters(toy: Face, text: str) -> None:
    assert [(g.gid, g.advance) for g in toy.shape(text)] == [toy.nominal(char) for char in text]
