"""An excerpt of a font sets its characters as the whole font does, and says of what it is a part."""

from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from bulletin_layout.fonts import Face, FontError, Original, blank_excerpt, open_face, subset
from tests.support.real_fonts import FONTS
from tests.support.toy_font import toy_font

TEXT = "禾岭院讯——“创刊号”，（一）《春》…… 12:30 Ångström café 10⁻³ 第①期■㐂 ᾳ ή ё が ǘ"
FILES = ["NotoSerifSC-Regular.ttf", "NotoSansSC-Black.ttf", "LXGWWenKai-Regular.ttf"]


def excerpt_of(face: Face, text: str, folder: Path) -> Face:
    path = folder / "excerpt.ttf"
    path.write_bytes(face.excerpt(text))
    return open_face(path)


@pytest.mark.parametrize("file", FILES)
def test_it_sets_its_characters_as_the_whole_font_does(file: str, tmp_path: Path) -> None:
    whole = open_face(FONTS / file)
    part = excerpt_of(whole, TEXT, tmp_path)
    for vertical in (False, True):
        assert part.shape(TEXT, vertical=vertical) == whole.shape(TEXT, vertical=vertical)
    for measure in ("ascent", "descent", "cap_height", "bbox", "weight_class", "italic_angle", "units"):
        assert getattr(part, measure) == getattr(whole, measure), measure
    gids = frozenset(glyph.gid for vertical in (False, True) for glyph in whole.shape(TEXT, vertical=vertical))
    assert [part.ink(gid) for gid in gids] == [whole.ink(gid) for gid in gids]
    assert subset(part, gids).data == subset(whole, gids).data


@pytest.mark.parametrize("file", FILES)
def test_it_says_of_what_it_is_a_part_and_has_no_names(file: str, tmp_path: Path) -> None:
    whole = open_face(FONTS / file)
    part = excerpt_of(whole, TEXT, tmp_path)
    assert (part.name, part.sha256, part.whole.size) == (whole.name, whole.sha256, (FONTS / file).stat().st_size)
    assert part.excerpt("") == part.path.read_bytes()
    font = TTFont(part.path, checkChecksums=2)  # which every table and the whole file must have right
    assert [font["name"].getDebugName(number) for number in (1, 4, 6, 16)] == [None] * 4  # no licence reserves "Bold"


def test_it_is_small_and_lacks_the_rest(tmp_path: Path) -> None:
    whole = open_face(FONTS / FILES[0])
    part = excerpt_of(whole, TEXT, tmp_path)
    assert part.path.stat().st_size < whole.path.stat().st_size / 20
    assert (whole.covers("龘"), part.covers("龘")) == (True, False)


def test_a_blank_one_stands_for_a_font_that_sets_nothing(tmp_path: Path) -> None:
    (tmp_path / "blank.ttf").write_bytes(blank_excerpt(FONTS / FILES[0], Original("Other", "ab" * 32, 9)))
    blank = open_face(tmp_path / "blank.ttf")
    assert (blank.sha256, blank.whole.size, blank.covers("一"), blank.covers("a")) == ("ab" * 32, 9, False, False)
    assert (tmp_path / "blank.ttf").stat().st_size < 2000


def test_one_face_of_a_collection_is_opened_by_its_number(tmp_path: Path) -> None:
    part = excerpt_of(open_face(FONTS / FILES[1]), "一", tmp_path)
    assert open_face(part.path, 3).shape("一") == part.shape("一")
    with pytest.raises(FontError):
        open_face(toy_font(tmp_path / "toy.ttf"), 3)


@pytest.mark.parametrize("told", [b"[]", b"{", b'{"name": "a b", "sha256": "00", "size": 1}', b"[" * 99_999])
def test_a_table_that_makes_no_sense_makes_no_excerpt(told: bytes, tmp_path: Path) -> None:
    from bulletin_layout.fonts.sfnt import with_tables

    part = excerpt_of(open_face(FONTS / FILES[1]), "一", tmp_path)
    path = tmp_path / "odd.ttf"
    path.write_bytes(with_tables(part.path.read_bytes(), {"BLEX": told}))
    assert TTFont(BytesIO(path.read_bytes()))["maxp"].numGlyphs == part.glyph_count
    assert open_face(path).sha256 != part.sha256
