"""How the live page looks and behaves where there is much to show: long names, many findings, a narrow window."""

from collections.abc import Callable, Iterator

import pytest

from tests.live.browser.conftest import Paper, Server, Tab, started, wait_until

#: Nodes whose words are wider than they are, or that go beyond the node that they are in.
_TOO_WIDE = """(roots) => roots.flatMap((root) => [root, ...root.querySelectorAll("*")])
  .filter((node) => node.clientWidth && node.scrollWidth > node.clientWidth + 1)
  .filter((node) => getComputedStyle(node).textOverflow !== "ellipsis" && !node.matches(".hidden, input, svg, svg *"))
  .map((node) => node.outerHTML.slice(0, 200))"""
_LONG = "the-announcement-of-ten-rules-for-lighter-paperwork-in-the-field-second-corrected-version"


@pytest.fixture(params=["en_US.UTF-8", "zh_CN.UTF-8"])
def crowded(request: pytest.FixtureRequest, paper: Paper) -> Iterator[Server]:
    """The sample with a long name, a story that is over, and many findings."""
    (paper.issue / "ten-rules.md").rename(paper.issue / f"{_LONG}.md")
    paper.change("issue.yaml", "ten-rules", _LONG)
    story = paper.issue / "fig-keeper.md"
    slips = "".join(f"这是第{number}处“引号没有成对的句子,还有英文逗号。\n\n" for number in range(60))
    story.write_text(f"{story.read_text('utf-8')}\n{slips}", "utf-8")
    running = started(paper, language=request.param)
    yield running
    running.stop()


@pytest.mark.parametrize("width", [1000, 1280, 3840])
def test_nothing_is_wider_than_its_place(crowded: Server, opened: Callable[..., Tab], width: int) -> None:
    tab = opened(crowded.url, width=width, height=720)
    tab.page.locator(".badge[data-severity=error]").wait_for()
    for name in ("selected", "findings", "slots", "search"):
        tab.page.locator(f"#for-{name}").click()
        if name == "slots":
            tab.page.locator(".slots button", has_text="left").first.click()
        assert tab.page.locator("header, aside, footer").evaluate_all(_TOO_WIDE) == []
    tab.page.locator("#for-selected").click()
    tab.page.locator("#tab-selected .facts").first.wait_for()
    assert tab.page.locator("aside").evaluate_all(_TOO_WIDE) == []


def test_a_right_page_that_one_goes_to_is_the_page_looked_at(tab: Tab) -> None:
    tab.go_to(3)
    tab.page.wait_for_timeout(400)  # the desk has come to rest
    assert tab.page.locator("#page-number").input_value() == "3"
    assert tab.page.locator("[data-thumb][aria-current=true]").get_attribute("data-thumb") == "3"
    tab.line(2, "草场").click()
    assert tab.page.locator("#page-number").input_value() == "2"


def test_a_click_on_the_page_shows_what_is_selected(tab: Tab) -> None:
    tab.page.locator("#for-slots").click()
    tab.line(1, "搬家那几天").click()
    tab.page.locator("#tab-selected .words").wait_for()


def test_a_finding_s_mark_lets_the_click_through_to_the_line(crowded: Server, opened: Callable[..., Tab]) -> None:
    tab = opened(crowded.url)
    tab.go_to(3)
    mark = tab.page.locator('[data-page="3"] .finding-mark[data-severity=error]').first
    mark.click()
    wait_until(lambda: "fig-keeper.md" in tab.page.locator("#tab-selected").inner_text())
    assert "处" in tab.page.locator("#tab-selected .words").inner_text()


def test_a_headline_is_edited_where_it_stands_not_at_its_kicker(tab: Tab) -> None:
    kicker, head = (tab.marks(1).locator("tspan", has_text=words).first for words in ("建院七十周年", "十万份种子"))
    head.dblclick()
    field = tab.page.locator(".inplace").bounding_box()
    above, below = kicker.bounding_box(), head.bounding_box()
    assert above["y"] + above["height"] / 2 < field["y"] < below["y"] + below["height"] / 2
    tab.page.keyboard.press("Escape")
