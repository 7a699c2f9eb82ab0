"""Other scripts and directions (文种、书写方向): joined letters, right to left, lines in the order of the text."""

import pytest

from bulletin_layout.fonts import FontBook
from bulletin_layout.page import GlyphRun
from bulletin_layout.typeset import Line, Setting, TextRun, set_vertical
from bulletin_layout.typeset.bidi import levels_of, visual_order
from tests.support.real_fonts import script_book
from tests.typeset.setting import EM, galley, glyphs, set_text, style, text_of, words

AYGUL = "ئايگۈل"  # a name of six letters; in Arabic script five of them join


@pytest.fixture(scope="module")
def book() -> FontBook:
    return script_book()


def seen(line: Line) -> list[str]:
    """What stands on a line from left to right, glyph by glyph, less spaces."""
    return [text for text, _ in sorted(glyphs(line), key=lambda placed: placed.x) if text.strip()]


def runs_of(setting: Setting, name: str) -> list[GlyphRun]:
    return [run for line in setting.lines for run in line.runs if name in run.face.name]


def test_a_name_from_right_to_left_stands_joined_among_han(book: FontBook) -> None:
    text = f"作者（{AYGUL}）来自喀什"
    setting = set_text(text, 30, book)
    assert seen(setting.lines[0]) == [*"作者（", *reversed(AYGUL), *"）来自喀什"]
    (name,) = runs_of(setting, "Arabic")
    alone = [name.face.nominal(char)[0] for char in AYGUL]
    assert all(joined != isolated for joined, isolated in zip(name.gids[1:5], alone[1:5], strict=True))
    assert galley(text, book).missing == ()
    assert text_of(setting) == text, "glyphs come in the order of the text"


def test_the_room_of_a_name_is_its_own(book: FontBook) -> None:
    (line,) = set_text(f"甲{AYGUL}乙", 30, book).lines
    (name,) = runs_of(set_text(f"甲{AYGUL}乙", 30, book), "Arabic")
    left, right = (next(x for text, x in glyphs(line) if text == char) for char in "甲乙")
    width = sum(glyph.advance for glyph in name.face.shape(AYGUL, script="Arab", right_to_left=True))
    assert min(name.xs) / EM == pytest.approx(left + 1.25)
    assert right - left == pytest.approx(1 + 0.25 + width + 0.25)


def test_words_figures_and_marks_among_them_take_the_order_of_uax_9(book: FontBook) -> None:
    (line,) = set_text(f"一{AYGUL} 2026 مەمەت، بىر二", 40, book).lines
    assert "".join(seen(line)) == "一" + "بىر"[::-1] + "،" + "مەمەت"[::-1] + "2026" + AYGUL[::-1] + "二"


def test_each_line_of_a_broken_sentence_is_turned_by_itself(book: FontBook) -> None:
    text = "一句：ئۇيغۇر تىلى 2026 بىر جۈملە。"
    setting = set_text(text, 6, book)
    lines = words(setting, text)
    assert lines == ["一句：ئۇيغۇر", "تىلى 2026 بىر", "جۈملە。"]
    assert seen(setting.lines[1])[:7] == [*reversed("بىر"), *"2026"]
    assert "".join(seen(setting.lines[2])) == "جۈملە"[::-1] + "。"
    assert text_of(setting) == text


def test_brackets_turn_with_their_text(book: FontBook) -> None:
    for opening, closing in ("()", "（）", "《》"):
        (line,) = set_text(f"甲{AYGUL}{opening}مەمەت{closing}بىر乙", 40, book).lines
        face = book.face_for("song", "regular", opening)
        assert face is not None
        drawn = {
            run.texts[k]: run.gids[k] for run in line.runs for k in range(len(run.gids)) if run.texts[k] in "()（）《》"
        }
        assert drawn[opening] in (face.nominal(closing)[0], face.shape(opening, right_to_left=True)[0].gid)
        places = dict(glyphs(line))
        assert places[opening] > places["م"] > places[closing]


def test_hebrew_keeps_its_points(book: FontBook) -> None:
    setting = set_text("שָׁלוֹם与（שלום）", 30, book)
    (pointed, _) = runs_of(setting, "Hebrew")
    assert "".join(pointed.texts) == "שָׁלוֹם"
    assert len(pointed.gids) > 4, "letters and points"
    assert galley("שָׁלוֹם", book).missing == ()


def test_a_tibetan_name_stacks_and_breaks_between_syllables(book: FontBook) -> None:
    text = "藏文བོད་ཡིག་བཀྲ་ཤིས།字"
    setting = set_text(text, 6, book)
    assert all(line.endswith(("་", "字")) for line in words(setting, text))
    (first, *_) = runs_of(setting, "Tibetan")
    assert len([text for text in first.texts if text]) < len("".join(first.texts)), "vowels stand on their letters"


def test_mongolian_joins_and_yi_breaks_like_han(book: FontBook) -> None:
    (name,) = runs_of(set_text("蒙ᠮᠣᠩᠭᠣᠯ字", 30, book), "Mongolian")
    assert name.gids[0] != name.face.nominal("ᠮ")[0], "an initial form"
    text = "彝ꆈꌠꁱꂷ字"
    assert len(set_text(text, 3, book).lines) > 1


def test_a_face_without_the_rules_of_a_script_does_not_set_it(book: FontBook) -> None:
    nowhere = galley(f"甲{AYGUL}乙", _without(book, "NotoSansArabic-Regular"))
    assert [(doubt.kind, doubt.offset, doubt.text, doubt.name) for doubt in nowhere.doubts] == [
        ("script", 1, AYGUL, "Arab")
    ]
    assert nowhere.missing == ((1, AYGUL),)
    assert book.face("NotoSansArabic-Regular", "regular").forms("Arab")
    assert not book.face("song", "regular").forms("Arab")


def _without(book: FontBook, family: str) -> FontBook:
    files = {key: file for key, file in book.files.items() if key[0] != family}
    return FontBook(files, tuple(name for name in book.fallback if name != family))


def test_letters_of_one_word_never_come_from_two_faces(book: FontBook) -> None:
    face, start, end = book.split(AYGUL + "漢", "song", "regular", "Arab")[0]
    assert face is not None
    assert (face.name, start, end) == ("NotoSansArabic-Regular", 0, len(AYGUL))
    (lone,) = book.split("ئاࡀ", "song", "regular", "Arab")  # its last letter is in no font of the book
    assert lone[0] is None


def test_a_vertical_line_has_such_words_on_their_side_and_joined(book: FontBook) -> None:
    own = style()
    column = set_vertical((TextRun(f"题{AYGUL} مەمەت字", own),), own, book)
    first, second = (run for run in column.runs if "Arabic" in run.face.name)
    assert (first.turn, "".join(first.texts), "".join(second.texts)) == (90, AYGUL, "مەمەت")
    assert first.ys[0] > first.ys[-1] > second.ys[0], "they begin at the foot"
    mongol = set_vertical((TextRun("ᠮᠣᠩᠭᠣᠯ", own),), own, book)
    assert mongol.runs[0].turn == 90
    assert list(mongol.runs[0].ys) == sorted(mongol.runs[0].ys), "from top to bottom, as it is written"


def test_ordinary_text_asks_for_no_levels() -> None:
    assert levels_of("一二三 abc 3：2") == ()
    assert levels_of("a א") == (0, 0, 1)
    assert levels_of("甲שלום 12:30乙") == (0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 0)


@pytest.mark.parametrize(
    ("levels", "order"),
    [([0, 0], [0, 1]), ([0, 1, 1, 0], [0, 2, 1, 3]), ([0, 1, 1, 2, 2, 1, 0], [0, 5, 3, 4, 2, 1, 6]), ([], [])],
)
def test_order_from_left_to_right(levels: list[int], order: list[int]) -> None:
    assert visual_order(levels) == order


def test_a_paragraph_without_a_letter_of_ours_runs_from_the_right(book: FontBook) -> None:
    text = "ئۇيغۇر تىلى! بىر جۈملە 2026."
    setting = set_text(text, 9, book, indent=2)
    assert len(setting.lines) > 1
    first, last = setting.lines[0], setting.lines[-1]
    assert max(placed.x for placed in glyphs(first)) == pytest.approx(7 - 0.5, abs=0.5), "indented at the right"
    assert seen(last)[0] == ".", "its stop is at the left"
    assert max(placed.x for placed in glyphs(last)) > 8, "flush right"
