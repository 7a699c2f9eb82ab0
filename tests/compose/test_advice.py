"""What would help: whoever does what the finding says, either way, has a slot that fits."""

import random
import re
from dataclasses import replace
from typing import Any

import pytest

from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Figure, Slot
from tests.compose.sample import Made, han, make, paragraphs, photo, slot, spec, story
from tests.compose.test_copyfit import give, giving
from tests.support.said import message
from tests.support.words import words

#: 60 lengths from far too short to far too long, always the same ones.
LENGTHS = sorted(random.Random(20261030).sample(range(90, 340), 60))


def bending(low: int = -2, high: int = 2) -> Slot:
    own = slot((1, 2), (1, 12), photos=[spec(at="top-right", span=1, rows=6)])
    return giving(own, give("letterspace", -0.01, 0.01), give("photo.height", low, high))


def told(count: int) -> Any:
    """Three paragraphs and a byline that needs room of its own; the last one takes what is left of ``count``."""
    texts = (han(50), han(47, 60), han(count - 97, 130))
    return replace(story(*paragraphs(*texts), photos={"p1": photo()}), byline=words("本报记者陈述"))


def unfit(made: Made) -> str:
    """What the finding of over or short says; nothing where the slot fits."""
    return next((message(each) for each in made.composed.findings if each.code in ("overset", "short")), "")


@pytest.mark.parametrize("count", LENGTHS)
def test_doing_what_is_advised_makes_the_slot_fit(toy: FontBook, count: int) -> None:
    advice = unfit(make(toy, bending(), told(count)))
    change = re.search(r"(cut|write) (\d+)字", advice)
    assert bool(change) == bool(advice)
    if change:
        chars = int(change[2]) * (-1 if change[1] == "cut" else 1)
        assert unfit(make(toy, bending(), told(count + chars))) == ""
    if rows := re.search(r"allow photo\.height ([+-]\d+)行", advice):
        number = int(rows[1])
        assert unfit(make(toy, bending(min(-2, number), max(2, number)), told(count))) == ""


def test_the_advice_asks_for_no_more_than_it_takes(toy: FontBook) -> None:
    advice = unfit(make(toy, bending(), told(285)))
    change = re.search(r"cut (\d+)字, or allow photo\.height -(\d+)行", advice)
    assert change is not None
    chars, rows = int(change[1]), int(change[2])
    assert unfit(make(toy, bending(), told(285 - chars + 1))) != ""
    assert unfit(make(toy, bending(1 - rows), told(285))) != ""


def test_a_byline_that_is_over_alone_is_no_reason_to_cut_nothing(toy: FontBook) -> None:
    counts = [made for n in range(200, 330) if "is the byline alone" in unfit(made := make(toy, bending(), told(n)))]
    assert counts
    assert not any("cut 0字" in unfit(made) for made in counts)


def test_no_number_of_characters_is_advised_where_a_photo_is_over(toy: FontBook) -> None:
    own = told(330)
    figure = Figure(photo(), own.location)
    advice = unfit(make(toy, bending(), replace(own, blocks=(*own.blocks, figure))))
    assert "surplus" in advice
    assert "cut " not in advice
