"""The fonts that come with the project: what typesetting relies on, and what makes them differ."""

import pytest

from bulletin_layout.fonts import FontBook
from bulletin_layout.fonts.survey import measure, survey
from tests.support.real_fonts import FONTS, real_book

NOTO = [("song", "regular"), ("song", "bold"), ("song", "black"), ("hei", "regular"), ("hei", "bold"), ("hei", "black")]
ALL = [*NOTO, ("kai", "regular")]
FULL_WIDTH = "（）《》〈〉「」『』【】〔〕。，、：；！？…—～一㐂①■"


@pytest.fixture(scope="module")
def book() -> FontBook:
    return real_book()


def advance(book: FontBook, face: tuple[str, str], text: str) -> float:
    return round(sum(glyph.advance for glyph in book.face(*face).shape(text)), 3)


def test_the_files_are_those_that_fonts_yaml_enters(book: FontBook) -> None:
    assert book.problems() == ()
    assert sorted(file.path.name for file in book.files.values()) == sorted(path.name for path in FONTS.glob("*.ttf"))


@pytest.mark.parametrize("face", ALL)
def test_a_dash_is_one_unbroken_bar_of_two_em(book: FontBook, face: tuple[str, str]) -> None:
    (glyph,) = book.face(*face).shape("——")
    ink = book.face(*face).ink(glyph.gid)
    assert (glyph.advance, glyph.start, glyph.end) == (2.0, 0, 2)
    assert ink.right - ink.left > 1.8
    assert 0.3 < (ink.bottom + ink.top) / 2 < 0.45, "centred on Han, not at the height of a Latin dash"


@pytest.mark.parametrize("face", NOTO)
def test_a_single_dash_takes_its_chinese_form(book: FontBook, face: tuple[str, str]) -> None:
    assert advance(book, face, "—") == 1.0
    assert book.face(*face).nominal("—")[0] == book.face(*face).shape("京—沪")[1].gid


@pytest.mark.parametrize("face", ALL)
def test_dashes_keep_the_places_of_the_text(book: FontBook, face: tuple[str, str]) -> None:
    spans = [(glyph.start, glyph.end) for glyph in book.face(*face).shape("他——我⸺b——")]
    assert spans == [(0, 1), (1, 3), (3, 4), (4, 5), (5, 6), (6, 8)]


@pytest.mark.parametrize(
    ("face", "mark", "em"),
    [
        (("song", "regular"), "·", 0.327),
        (("hei", "bold"), "·", 1.0),
        (("kai", "regular"), "·", 0.35),
        (("song", "regular"), "“", 1.0),
        (("kai", "regular"), "“", 0.35),
        (("song", "regular"), "–", 0.563),
    ],
)
def test_fonts_disagree_about_marks(book: FontBook, face: tuple[str, str], mark: str, em: float) -> None:
    assert advance(book, face, mark) == em


def test_ink_bounds_of_marks(book: FontBook) -> None:
    song, hei = book.face("song", "regular"), book.face("hei", "bold")
    opening = song.ink(song.nominal("“")[0])
    assert (opening.left, opening.right) == (0.571, 0.924)
    comma = hei.ink(hei.nominal("，")[0])
    assert (comma.left, comma.right) == (0.162, 0.391)
    assert song.ink(song.nominal("　")[0]) == (0, 0, 0, 0)


@pytest.mark.parametrize("face", ALL)
def test_kerning_leaves_full_width_marks_alone(book: FontBook, face: tuple[str, str]) -> None:
    pairs = [a + b for a in FULL_WIDTH for b in FULL_WIDTH if a + b != "——"]
    assert [pair for pair in pairs if advance(book, face, pair) != 2.0] == []


def test_latin_is_kerned_and_ligated(book: FontBook) -> None:
    song = ("song", "regular")
    assert advance(book, song, "AV") < advance(book, song, "A") + advance(book, song, "V") - 0.05
    assert [(g.start, g.end) for g in book.face(*song).shape("院fi报")] == [(0, 1), (1, 3), (3, 4)]


def test_glyphs_of_one_letter_share_its_span(book: FontBook) -> None:
    spans = [(g.start, g.end) for g in book.face("song", "regular").shape("一q\u0304一")]
    assert spans == [(0, 1), (1, 3), (1, 3), (3, 4)]


@pytest.mark.parametrize("face", NOTO)
def test_vertical_forms(book: FontBook, face: tuple[str, str]) -> None:
    opened = book.face(*face)
    assert [opened.has_vertical_form(char) for char in "，（—…一"] == [True, True, True, True, False]
    comma, han, dash = opened.shape("，字——", vertical=True)
    assert comma.gid != opened.nominal("，")[0]
    assert (han.gid, han.advance, han.dx) == (opened.nominal("字")[0], 1.0, -0.5)
    assert (dash.advance, dash.start, dash.end) == (2.0, 2, 4)


def test_kai_has_no_upright_dash(book: FontBook) -> None:
    kai = book.face("kai", "regular")
    assert not kai.has_vertical_form("—")
    assert kai.has_vertical_form("（")


def test_rare_names_fall_back_on_whole_song(book: FontBook) -> None:
    song = book.face("song", "regular")
    assert all(song.covers(char) for char in "𬭛㐂䶮镕喆堃")
    assert book.face("hei", "bold").covers("𬭛"), "𬭛 is in the table of 8105"
    assert not book.face("hei", "bold").covers("㐂")
    assert book.face_for("hei", "bold", "㐂") is song
    (glyph,) = song.shape("𬭛")
    assert (glyph.advance, glyph.start, glyph.end) == (1.0, 0, 1)


def test_metrics_of_the_descriptor(book: FontBook) -> None:
    song, bold = book.face("song", "regular"), book.face("hei", "bold")
    assert (song.name, song.units, song.is_cff, song.weight_class) == ("NotoSerifSC-Regular", 1000, False, 400)
    assert (song.ascent, song.descent, song.cap_height, song.italic_angle) == (0.88, 0.12, 0.729, 0.0)
    assert (bold.name, bold.weight_class) == ("NotoSansSC-Bold", 700)
    left, bottom, right, top = song.bbox
    assert left < 0 < right
    assert bottom < -0.12
    assert top > 0.88


def test_survey_finds_the_table_of_general_standard_characters_complete(book: FontBook) -> None:
    reports = survey(book)
    assert [(report.file.family, report.file.weight) for report in reports] == [*ALL]
    for report in reports:
        complete = {c.repertoire: c.total for c in report.coverage if not c.missing}
        assert complete["GB 2312 汉字"] == 6763
        assert [total for name, total in complete.items() if name.startswith("通用")] == [3500, 3000, 1605]
    hei = next(report for report in reports if report.name == "NotoSansSC-Bold")
    basic = next(c for c in hei.coverage if c.repertoire == "CJK 基本区")
    assert 0 < basic.covered < basic.total
    assert basic.missing.startswith("丂")


def test_a_mark_in_parts_is_measured_as_a_whole(book: FontBook) -> None:
    song = book.face("song", "regular")
    one, two = measure(song, "…"), measure(song, "……")
    assert (two.glyphs, two.advance) == (2, 2.0)
    assert (two.ink.left, two.ink.right) == (one.ink.left, one.ink.right + 1)


def test_survey_measures_joined_marks_as_one(book: FontBook) -> None:
    marks = {mark.mark: mark for mark in survey(book)[0].marks}
    assert (marks["——"].glyphs, marks["——"].advance) == (1, 2.0)
    assert (marks["·"].advance, marks["“"].ink.left) == (0.327, 0.571)


@pytest.mark.parametrize("face", ALL)
def test_han_learnt_together_are_as_those_learnt_alone(book: FontBook, face: tuple[str, str]) -> None:
    han = [chr(code) for code in range(0x4E00, 0x4E40)]
    together = real_book().face(*face)
    together.learn(han)
    alone = {char: book.face(*face).nominal(char) for char in han}
    assert {char: together.nominal(char) for char in han} == alone
    assert len({gid for gid, _ in alone.values()}) > 20
