"""Who uses a keyboard or a screen reader, in both languages, in light and dark."""

import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest

from tests.live.browser.conftest import Paper, Tab, started
from tests.support.paper import lengthen

LANGUAGES: Final = {"zh": "zh_CN.UTF-8", "en": "en_US.UTF-8"}


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core."""
    found = importlib.util.find_spec("axe_playwright_python")
    if found is None or not found.submodule_search_locations:
        pytest.skip("judging the page's accessibility needs axe-playwright-python")
    return (Path(found.submodule_search_locations[0]) / "axe.min.js").read_text("utf-8")


def complaints(tab: Tab, axe: str = "") -> list[Any]:
    """What axe, whose source is given the first time, finds in the page as it is now; later the pages' own marks, which
    are thousands, are left out."""
    if axe:
        tab.page.evaluate(axe)
    found = tab.page.evaluate(
        "(left) => axe.run({ exclude: left }, { resultTypes: ['violations'] })",
        [] if axe else [".marks", ".thumb svg"],
    )
    return [(each["id"], [node["html"][:120] for node in each["nodes"][:3]]) for each in found["violations"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing(paper: Paper, opened: Callable[..., Tab], axe: str, language: str, scheme: str) -> None:
    lengthen(paper.issue / "cat.md")  # there are findings to show
    server = started(paper, language=LANGUAGES[language])
    try:
        tab = opened(server.url, scheme=scheme)
        page = tab.page
        assert page.locator("html").get_attribute("lang") == {"zh": "zh-CN", "en": "en"}[language]
        assert not complaints(tab, axe)
        for name in ("findings", "slots", "search"):
            page.locator(f"#for-{name}").click()
            assert not complaints(tab), name
        for name in ("zoom", "layers", "export"):
            page.locator(f"#{name}").click()
            assert not complaints(tab), name
            page.keyboard.press("Escape")
        page.locator("[data-command=help]").click()
        assert not complaints(tab), "help"
        page.keyboard.press("Escape")
        paper.change("issue.yaml", "pages:\n", "pages: [\n")
        page.locator("#broken").wait_for()
        page.locator("#for-findings").click()
        assert not complaints(tab), "broken"
    finally:
        server.stop()


def test_every_control_has_a_name_and_can_be_reached_by_keys(tab: Tab) -> None:
    page = tab.page
    names = page.locator("button:visible, input:visible, select:visible, summary:visible").evaluate_all(
        "(all) => all.map((each) => each.getAttribute('aria-label') || each.innerText || each.labels?.[0]?.innerText)"
    )
    assert all(names)
    seen = set()
    page.locator("body").press("Tab")
    for _ in range(60):
        focused = page.evaluate("document.activeElement.dataset.command || document.activeElement.id")
        seen.add(focused)
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none" or focused == "", f"the focus on {focused} can be seen"
        page.keyboard.press("Tab")
    assert {"rail", "page-number", "zoom", "layers", "export", "help", "desk", "for-selected"} <= seen


def test_keys_do_what_their_sheet_says(tab: Tab) -> None:
    page = tab.page
    page.keyboard.press("?")
    sheet = page.locator("#help")
    sheet.wait_for()
    assert sheet.locator("dt").count() > 30
    page.keyboard.press("Escape")
    page.locator("#help").wait_for(state="hidden")
    page.keyboard.press("t")
    assert not page.locator("#rail").is_visible()
    page.keyboard.press("t")
    page.keyboard.press("i")
    assert not page.locator("#panel").is_visible()
    page.keyboard.press("i")
    page.keyboard.press("End")
    assert page.locator("#page-number").input_value() == "4"
    page.keyboard.press("PageUp")
    assert page.locator("#page-number").input_value() == "2"
    page.keyboard.press("d")
    assert page.locator("html").get_attribute("data-theme") == "light"
    page.keyboard.press("s")
    assert page.locator("[data-command=spreads]").get_attribute("aria-pressed") == "false"
    page.keyboard.press("/")
    page.keyboard.type("0bg")
    assert page.locator("#query").input_value() == "0bg", "keys are words in a field"
    assert page.locator("[data-layer=slots]").count() == 0


def test_the_switch_of_single_letters(tab: Tab) -> None:
    page = tab.page
    page.keyboard.press("?")
    page.locator("#letters").uncheck()
    page.keyboard.press("Escape")
    page.locator("#help").wait_for(state="hidden")
    page.locator("#help").wait_for(state="hidden")
    page.keyboard.press("t")
    assert page.locator("#rail").is_visible()
    page.keyboard.press("Home")
    assert page.locator("#page-number").input_value() == "1"


@pytest.mark.parametrize("size", [(1366, 768), (3840, 2160)])
def test_nothing_of_the_window_is_cut_off(tab: Tab, size: tuple[int, int]) -> None:
    tab.page.set_viewport_size({"width": size[0], "height": size[1]})
    beyond = tab.page.locator("header, header button, footer, #tabs button").evaluate_all(
        "(all) => all.filter((each) => each.getBoundingClientRect().right > innerWidth + 1).map((each) => each.id)"
    )
    assert not beyond
    across, own = tab.page.locator("#desk").evaluate("(desk) => [desk.scrollWidth, desk.clientWidth]")
    assert across <= own, "pages fit the width"
