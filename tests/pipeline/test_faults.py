"""The error rate: what slips count, worked out by hand."""

from pathlib import Path

import pytest

from bulletin_layout.findings import Finding, Location, Severity
from bulletin_layout.findings.phrases import Phrase
from bulletin_layout.issue import Issue
from bulletin_layout.pipeline.faults import Fault, fault_rate
from tests.imprint.paper import INTERNAL, PERIODICAL, read_paper

#: The story has 4 characters in its head (line 2), 3 in its byline, 10 in its body (line 5).
CHARACTERS = 17
HEAD, BODY = 2, 5


@pytest.fixture
def issue(tmp_path: Path) -> Issue:
    return read_paper(tmp_path, INTERNAL)


def slip(
    issue: Issue, code: str, wrong: str, right: str | None = None, line: int = BODY, severity: Severity = "warning"
) -> Finding:
    """A finding about words of the story."""
    (story,) = issue.pages[0].stories
    fields = (("wrong", wrong), *([("right", right)] if right is not None else []))
    return Finding(severity, code, Phrase("{wrong}", "{wrong}", fields), Location(story.location.path, line, 1))


@pytest.mark.parametrize(
    ("code", "wrong", "right", "line", "weight"),
    [
        ("confusable", "做为", "作为", BODY, 1.0),  # one character differs
        ("confusable", "做为", "作为", HEAD, 2.0),  # in a head
        ("drop-char", "通推动", "推动", BODY, 1.0),  # one too many
        ("confusable", "迫不急待地", "迫不及等了", BODY, 2.0),  # two to five
        ("term-deny", "禾岭农业实验总站", "省立种苗繁育中心", BODY, 4.0),  # more than five
        ("name-near", "沈柯", "沈珂", BODY, 2.0),  # a name
        ("date-weekday", "星期四", "星期五", BODY, 2.0),  # a date
        ("half-mark", "为,所", "为，所", BODY, 0.1),  # a mark
        ("half-mark", "为,所", "为，所", HEAD, 0.1),
        ("quote-unpaired", "创新”等", None, BODY, 0.1),
        ("neg-double", "切忌不要", None, BODY, 1.0),
        ("num-session", "第20届", "第二十届", BODY, 0.1),  # a numeral
    ],
)
def test_what_a_slip_counts(code: str, wrong: str, right: str | None, line: int, weight: float, issue: Issue) -> None:
    assert fault_rate(issue, [slip(issue, code, wrong, right, line)]).faults == (Fault(code, 1, weight),)


def test_the_same_slip_counts_three_times_at_most(issue: Issue) -> None:
    found = [slip(issue, "confusable", "做为", "作为")] * 5 + [slip(issue, "confusable", "既使", "即使")]
    assert fault_rate(issue, found).faults == (Fault("confusable", 6, 4.0),)


def test_numerals_count_one_at_most(issue: Issue) -> None:
    found = [slip(issue, "num-session", f"第{number}届", "第二届") for number in range(20)]
    found += [slip(issue, "num-grouping", f"{number}0000", "一万") for number in range(5)]
    rate = fault_rate(issue, found)
    assert rate.weight == 1.0
    assert rate.faults == (Fault("num-session", 20, 0.8), Fault("num-grouping", 5, 0.2))


def test_hints_and_findings_about_no_words_do_not_count(issue: Issue) -> None:
    short = Finding("error", "overset", Phrase("{room}", "{room}", (("room", 3),)), Location("s.md"))
    rate = fault_rate(issue, [slip(issue, "confusable", "做为", "作为", severity="hint"), short])
    assert (rate.characters, rate.weight, rate.rate, rate.passes) == (CHARACTERS, 0, 0, True)


@pytest.mark.parametrize(("paper", "limit"), [(INTERNAL, 3.0), (PERIODICAL, 2.0)])
def test_the_rate_is_in_ten_thousandths_and_has_a_limit(paper: dict[str, str], limit: float, tmp_path: Path) -> None:
    issue = read_paper(tmp_path, paper, ("溪口试验站完成秋播。", "秋" * 3993))
    rate = fault_rate(issue, [slip(issue, "confusable", "做为", "作为")])
    assert (rate.characters, rate.rate, rate.limit, rate.passes) == (4000, 2.5, limit, limit == 3)
