"""A rule is tried only on texts that have one of its cues: whatever its patterns match has one."""

from random import Random
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Final

import pytest

from bulletin_layout.proofreading import dates, pairs, series, terms, together, whole
from bulletin_layout.proofreading.copy import ANY_COMPATIBLE, ANY_HAN, ANY_PRIVATE, Copy
from bulletin_layout.proofreading.rule import Form, Rule, compiled, slips
from bulletin_layout.proofreading.tables import tables
from tests.proofreading.made import copy

CASES: Final = [(rule.code, form, form.cues or rule.cues, rule) for rule in tables() for form in rule.forms] + [
    (module.__name__, form, form.cues, None)
    for module in (dates, pairs, series, terms, together, whole)
    for value in vars(module).values()
    for form in ((value,) if isinstance(value, Form) else value if isinstance(value, tuple) else ())
    if isinstance(form, Form) and form.cues
]
REPEATS: Final = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)
ANY: Final = "稻田7a，。 "


def _made(items: Any, random: Random) -> str:
    """A text that the items of a parsed pattern match, if what it must not stand beside does not interfere."""
    return "".join(_one(kind, value, random) for kind, value in items)


def _one(kind: Any, value: Any, random: Random) -> str:
    if kind is codes.LITERAL:
        return chr(value)
    if kind is codes.IN:
        return _of_set(value, random)
    if kind is codes.BRANCH:
        return _made(random.choice(value[1]), random)
    if kind in (codes.SUBPATTERN, codes.ASSERT):
        return _made(value[-1], random)
    if kind in REPEATS:
        least, most, inner = value
        return "".join(_made(inner, random) for _ in range(random.randint(least, min(most, least + 2))))
    return random.choice(ANY) if kind in (codes.ANY, codes.NOT_LITERAL) else ""


def _of_set(members: Any, random: Random) -> str:
    if members[0][0] is codes.NEGATE:
        return random.choice(ANY)
    kind, value = random.choice(members)
    if kind is codes.RANGE:
        return chr(random.randint(*value))
    return chr(value) if kind is codes.LITERAL else random.choice("0123456789" if "DIGIT" in str(value) else ANY)


def _has(cues: Any, text: Copy) -> bool:
    return not cues.isdisjoint(text.text) if isinstance(cues, frozenset) else not cues or text.has(cues)


@pytest.mark.parametrize(
    ("name", "form", "cues", "rule"), CASES, ids=lambda value: value if isinstance(value, str) else ""
)
def test_what_a_pattern_matches_has_a_cue(name: str, form: Form, cues: Any, rule: Rule | None) -> None:
    random = Random(form.pattern)
    parsed = parser.parse(form.pattern)
    pattern = compiled(form.pattern)
    for _ in range(60):
        made = _made(parsed, random)
        for text in (made, f"稻{made}田", f"。{made}。"):
            running = copy(text)
            if any(slips(rule, form, running)) if rule is not None else pattern.search(running.text):
                assert _has(cues, running), f"{name}: {text}"


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("稻", "稻"),
        ("稻田", "\n稻"),
        ("稻田", "田\n"),
        ("第12届", "00届"),
        ("第十二届", "一一届"),
        ("第十二届", "十二届"),
        ("Rice", "aaa"),
        ("\U00020000，", f"{ANY_HAN}，"),
        ("，\U00020000", f"，{ANY_HAN}"),
        ("穗□穗", f"{ANY_HAN}□{ANY_HAN}"),
        ("\ue123", ANY_PRIVATE),
        ("\uf92c", ANY_COMPATIBLE),
    ],
)
def test_a_cue_is_seen_wherever_it_stands(text: str, cue: str) -> None:
    for before in ("", "麦"):
        if not (before and cue.startswith("\n")):
            assert copy(f"{before}{text}").has(cue)
    assert not copy("麦；收").has(cue)
