"""Sentences that are filled in once and said in two languages."""

import pickle

import pytest

from bulletin_layout.findings import Finding, Location, line
from bulletin_layout.findings.entries import entry, wording
from bulletin_layout.findings.nearest import nearest
from bulletin_layout.findings.phrases import NOTHING, Phrase, SaidError, as_written, phrase, text

HERE = Location("稿件.md", 3, 7)


@phrase(zh="{count}版", en="{count} pages", one="{count} page")
def pages(count: int) -> Phrase: ...


@phrase(zh="{what}不在{places}", en="{what} is in none of {places}")
def nowhere(what: Phrase | str, places: tuple[str | Phrase, ...]) -> Phrase: ...


@entry(
    "warning",
    zh="“{name}”宽 {width:.1f} 毫米，用{{{name}}}",
    en='"{name}" is {width:.1f} mm wide: write {{{name}}}',
    meaning=("", ""),
    mend=("", ""),
    example="",
)
def too_wide_here(place: Location, *, name: str, width: float) -> Finding: ...


@wording(too_wide_here, severity="error", zh="宽{by}", en="too wide by {by}")
def too_wide_there(place: Location, *, by: Phrase) -> Finding: ...


def test_a_phrase_is_said_in_either_language() -> None:
    said = nowhere(pages(3), ("a", pages(1)))
    assert text(said, "zh") == "3版不在a、1版"
    assert text(said, "en") == "3 pages is in none of a, 1 page"
    assert text(NOTHING, "zh") == text(NOTHING, "en") == ""


def test_a_field_may_have_braces() -> None:
    assert text(as_written("{issue.number} and {"), "zh") == "{issue.number} and {"
    assert text(nowhere("{x}", ()), "en") == "{x} is in none of "


def test_an_entry_makes_findings_with_its_code_severity_and_fields() -> None:
    found = too_wide_here(HERE, width=3.14159, name="a{b}")
    assert (found.code, found.severity, found.location) == ("too-wide-here", "warning", HERE)
    assert found.says.fields == (("name", "a{b}"), ("width", 3.14159))  # in the order in which they are declared
    assert line(found, "en") == '稿件.md:3:7: warning[too-wide-here]: "a{b}" is 3.1 mm wide: write {a{b}}'
    assert line(found, "zh") == "稿件.md:3:7: warning[too-wide-here]: “a{b}”宽 3.1 毫米，用{a{b}}"


def test_a_wording_is_another_sentence_of_the_same_code() -> None:
    found = too_wide_there(HERE, by=pages(1))
    assert line(found, "en") == "稿件.md:3:7: error[too-wide-here]: too wide by 1 page"
    assert too_wide_here.wordings == [too_wide_there]


def test_a_finding_stays_on_one_line() -> None:
    assert line(too_wide_here(HERE, name="a\nb\u2028c", width=1), "zh").splitlines() == [
        "稿件.md:3:7: warning[too-wide-here]: “a\\nb\\u2028c”宽 1.0 毫米，用{a\\nb\\u2028c}"
    ]


def test_findings_are_values() -> None:
    found = too_wide_there(HERE, by=pages(2))
    assert found == too_wide_there(HERE, by=pages(2))
    assert len({found, too_wide_there(HERE, by=pages(2)), too_wide_there(HERE, by=pages(3))}) == 2
    assert pickle.loads(pickle.dumps(found)) == found  # issues are built in other processes


def test_errors_are_said_to_people_too() -> None:
    problem = SaidError(pages(1))
    assert (str(problem), text(problem.says, "zh")) == ("1 page", "1版")


@pytest.mark.parametrize(
    ("word", "zh", "en"),
    [
        ("leed", "；是不是“lead”？", '; did you mean "lead"?'),
        ("xyz", "；有：lead、tail", "; there are lead, tail"),
    ],
)
def test_the_nearest_name(word: str, zh: str, en: str) -> None:
    near = nearest(word, ("lead", "tail"))
    assert (text(near, "zh"), text(near, "en")) == (zh, en)
    assert nearest(word, ()) == nearest("q", [str(number) for number in range(15)]) == NOTHING
