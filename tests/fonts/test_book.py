"""Which face sets which character."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from bulletin_layout.findings import Location
from bulletin_layout.fonts import FontBook, FontFile
from tests.support.said import message
from tests.support.toy_font import toy_book, toy_font

PLACE = Location("fonts.yaml", 7, 3)


def small_book(folder: Path) -> FontBook:
    """song bold 一二, song regular 一二三, hei regular 一四a; fallback hei."""
    chars = {("song", "bold"): "一二", ("song", "regular"): "一二三", ("hei", "regular"): "一四a"}
    files = {}
    for (family, weight), covered in chars.items():
        path = toy_font(folder / f"{family}-{weight}.ttf", name=f"{family}-{weight}", chars=covered)
        files[family, weight] = FontFile(path, 0, "", family, weight, PLACE)
    return FontBook(files, ("hei",))


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> FontBook:
    return small_book(tmp_path_factory.mktemp("book"))


def test_a_missing_weight_is_set_in_regular(book: FontBook) -> None:
    assert book.face("hei", "black").name == "hei-regular"
    assert book.face("song", "bold").name == "song-bold"
    assert book.face("song", "bold") is book.face("song", "bold"), "a file is opened once"


def test_an_unknown_family_is_a_key_error(book: FontBook) -> None:
    with pytest.raises(KeyError, match="fang"):
        book.face("fang", "regular")
    with pytest.raises(KeyError, match="fang"):
        book.split("", "fang", "regular")


@pytest.mark.parametrize(
    ("char", "name"), [("一", "song-bold"), ("三", "song-regular"), ("四", "hei-regular"), ("五", None)]
)
def test_first_the_family_then_the_fallback(book: FontBook, char: str, name: str | None) -> None:
    face = book.face_for("song", "bold", char)
    assert (face.name if face else None) == name


def test_split_into_runs_of_one_face(book: FontBook) -> None:
    runs = book.split("一二三三四五五一", "song", "bold")
    assert [(face.name if face else None, start, end) for face, start, end in runs] == [
        ("song-bold", 0, 2),
        ("song-regular", 2, 4),
        ("hei-regular", 4, 5),
        (None, 5, 7),
        ("song-bold", 7, 8),
    ]


def test_what_joins_the_character_before_stays_with_it(book: FontBook) -> None:
    runs = book.split("一\ufe00二\u200b四\ufe01", "song", "bold")
    assert [(face.name if face else None, start, end) for face, start, end in runs] == [
        ("song-bold", 0, 4),
        ("hei-regular", 4, 6),
    ]
    nowhere = book.split("四😀\u200d😀\ufe0f一", "song", "bold")  # what shows nothing is not one more that no font has
    assert [(face.name if face else None, start, end) for face, start, end in nowhere][-2:] == [
        (None, 1, 5),
        ("song-bold", 5, 6),
    ]


@given(st.text(st.sampled_from("一二三四五a\ufe00\u0301 "), max_size=20))
def test_runs_cover_the_text_and_neighbours_differ(book: FontBook, text: str) -> None:
    runs = book.split(text, "song", "bold")
    assert "".join(text[start:end] for _, start, end in runs) == text
    assert all(start < end for _, start, end in runs)
    assert all(a[0] is not b[0] for a, b in pairwise(runs))


def test_toy_book_has_the_three_families(tmp_path: Path) -> None:
    toys = toy_book(tmp_path)
    names = {toys.face(family, weight).name for family in ("song", "hei", "kai") for weight in ("regular", "bold")}
    assert names == {"ToySong-Regular", "ToySong-Bold", "ToyHei-Regular", "ToyHei-Bold", "ToyKai-Regular"}


def test_problems_names_every_bad_file_at_its_place(tmp_path: Path) -> None:
    good = FontFile(toy_font(tmp_path / "a.ttf", chars="一"), 0, "", "song", "regular", PLACE)
    digest = FontBook({("song", "regular"): good}, ()).face("song", "regular").sha256
    files = {
        ("song", "regular"): replace(good, sha256=digest),
        ("song", "bold"): replace(good, sha256="0" * 64, weight="bold"),
        ("hei", "regular"): replace(good, path=tmp_path / "none.ttf", family="hei"),
        ("kai", "regular"): replace(good, family="kai"),
    }
    found = FontBook(files, ()).problems()
    assert [(d.severity, d.code) for d in found] == [
        ("error", "font-changed"),
        ("error", "font-unusable"),
        ("warning", "font-unpinned"),
    ]
    assert {d.location for d in found} == {PLACE}
    assert digest in message(found[2])


def weighty_book(folder: Path) -> FontBook:
    """song black 一, bold 一二, regular 一二三abcé; hei bold 一二三四a, regular 五; kai regular 一ax, set with song."""
    chars = {
        ("song", "black"): (900, "一"), ("song", "bold"): (700, "一二"), ("song", "regular"): (400, "一二三abcé"),
        ("hei", "bold"): (700, "一二三四a"), ("hei", "regular"): (400, "五"), ("kai", "regular"): (400, "一ax"),
    }  # fmt: skip
    files = {}
    for (family, weight), (measure, covered) in chars.items():
        name = f"{family}-{weight}"
        path = toy_font(folder / f"{name}.ttf", name=name, chars=covered)
        font = TTFont(path)
        font["OS/2"].usWeightClass = measure
        font.save(path)
        files[family, weight] = FontFile(path, 0, "", family, weight, PLACE)
    return FontBook(files, ("hei",), {"kai": "song"})


@pytest.fixture(scope="module")
def weighty(tmp_path_factory: pytest.TempPathFactory) -> FontBook:
    return weighty_book(tmp_path_factory.mktemp("weights"))


@pytest.mark.parametrize(
    ("weight", "char", "name"),
    [
        ("black", "一", "song-black"), ("black", "二", "song-bold"), ("black", "三", "hei-bold"),
        ("bold", "三", "hei-bold"), ("bold", "b", "song-regular"), ("bold", "五", "hei-regular"),
        ("regular", "三", "song-regular"), ("regular", "四", None),
    ],
)  # fmt: skip
def test_bold_text_asks_bold_faces_first(weighty: FontBook, weight: str, char: str, name: str | None) -> None:
    face = weighty.face_for("song", weight, char)
    assert (face.name if face else None) == name


def named(book: FontBook, text: str, family: str, weight: str = "regular") -> list[tuple[str | None, str]]:
    return [(face.name if face else None, text[start:end]) for face, start, end in book.split(text, family, weight)]


def test_a_western_word_stays_in_one_face(weighty: FontBook) -> None:
    assert named(weighty, "ab", "song", "bold") == [("song-regular", "ab")], "hei bold has only a"
    assert named(weighty, "a", "song", "bold") == [("hei-bold", "a")]
    assert named(weighty, "ab二a", "song", "bold") == [("song-regular", "ab"), ("song-bold", "二"), ("hei-bold", "a")]


def test_a_letter_and_its_marks_are_composed_to_choose_the_face(weighty: FontBook) -> None:
    assert named(weighty, "e\u0301", "song") == [("song-regular", "e\u0301")]
    assert named(weighty, "abe\u0301c", "song") == [("song-regular", "abe\u0301c")]
    assert named(weighty, "a\u0301", "song") == [("song-regular", "a"), (None, "\u0301")]


def test_a_companion_sets_the_western_words_of_its_family(weighty: FontBook) -> None:
    assert weighty.western_face("kai", "regular").name == "song-regular"
    assert weighty.western_face("hei", "bold").name == "hei-bold"
    assert named(weighty, "abc", "kai") == [("song-regular", "abc")]
    assert named(weighty, "x", "kai") == [("kai-regular", "x")], "what the companion lacks is the family's own"
    face = weighty.face_for("kai", "regular", "一")
    assert face is not None
    assert face.name == "kai-regular"
