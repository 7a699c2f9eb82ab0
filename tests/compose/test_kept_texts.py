"""Texts that are kept: the same object for the same words and style, as many as there is room for."""

from dataclasses import replace

from bulletin_layout.compose.frame import kept_texts
from bulletin_layout.compose.frame.kept_texts import once, prepared
from bulletin_layout.fonts import FontBook
from bulletin_layout.typeset import Galley, TextRun
from tests.compose.sample import STYLES, han

BODY = STYLES["body"]


def galley(book: FontBook, text: str, size: float = BODY.size, label: int = 0) -> Galley:
    style = replace(BODY, size=size)
    return prepared((TextRun(text, style),), style, book, label)


def test_a_text_is_prepared_once_for_each_style_and_label(toy: FontBook) -> None:
    book = FontBook(toy.files, toy.fallback)
    found = galley(book, han(9))
    assert galley(book, han(9)) is found
    others = [galley(book, han(8)), galley(book, han(9), 12.5), galley(book, han(9), label=2)]
    assert all(other is not found for other in others)
    assert others[1].natural > found.natural
    assert galley(FontBook(toy.files, toy.fallback), han(9)) is not found


def test_what_is_made_of_a_kept_text_is_made_once(toy: FontBook) -> None:
    book = FontBook(toy.files, toy.fallback)
    made: list[str] = []

    def make(name: str) -> str:
        made.append(name)
        return name

    for kept in (galley(book, han(9)), galley(book, han(9)), replace(galley(book, han(9)), text="")):
        assert once(kept, 130.0, book, lambda: make("narrow")) == "narrow"
        assert once(kept, 150.0, book, lambda: make("wide")) == "wide"
    assert made == ["narrow", "wide"] * 2  # the last one is another galley, which nobody keeps


def test_those_used_last_are_kept_while_there_is_room(toy: FontBook) -> None:
    book = FontBook(toy.files, toy.fallback)
    text = han(1000)
    first, second = galley(book, text), galley(book, text, 12.5)
    head = galley(book, "题")
    for size in range(20, 20 + kept_texts._MOST // len(text)):
        galley(book, text[: 1000 - size], float(size))
        assert galley(book, "题") is head
    assert galley(book, text) is not first
    assert galley(book, text, 12.5) is not second
