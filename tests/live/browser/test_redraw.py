"""The page follows the files, and what one looks at stays in its place."""

from collections.abc import Callable

from tests.live.browser.conftest import Paper, Server, Tab, at_rest, wait_until

STORY = "meadow.md"
WORDS = "霜降前夕"


def test_all_pages_are_drawn(tab: Tab) -> None:
    assert "2026-10" in tab.page.title()
    assert tab.page.locator("article.page").count() == 4
    for number, words in ((1, "十万份种子搬新家"), (2, WORDS), (3, "守着一百零七棵无花果的人"), (4, "岭上副刊")):
        tab.go_to(number)
        tab.see(number, words)
        tab.page.locator(f'.thumb[data-thumb="{number}"] [aria-hidden] text').first.wait_for(state="attached")
    assert tab.page.locator("#counts").inner_text() == "0 errors · 0 warnings · 0 hints"


def test_a_saved_story_is_seen_and_only_its_lines_are_replaced(paper: Paper, tab: Tab) -> None:
    tab.go_to(2)
    tab.see(2, WORDS)
    stays = tab.line(2, "数说十月").element_handle()
    paper.change(STORY, WORDS, f"试改一处{WORDS}")
    tab.see(2, f"试改一处{WORDS}"[:8])
    assert stays.evaluate("(node) => node.isConnected"), "a line that did not change is the same node"


def test_broken_files_leave_the_last_good_pages_below_their_findings(paper: Paper, tab: Tab) -> None:
    before = tab.text(1)
    paper.change("issue.yaml", "pages:\n", "pages: [\n")
    notice = tab.page.locator("#broken")
    notice.wait_for()
    assert "issue.yaml:" in notice.inner_text()
    assert "yaml-syntax" in notice.inner_text()
    assert tab.text(1) == before
    wait_until(lambda: float(tab.marks(1).evaluate("(marks) => getComputedStyle(marks).opacity")) < 1)
    paper.change("issue.yaml", "pages: [\n", "pages:\n")
    notice.wait_for(state="detached")
    assert tab.text(1) == before


def test_scroll_and_zoom_stay_over_redraws(paper: Paper, tab: Tab) -> None:
    tab.page.keyboard.press("0")
    tab.go_to(2)
    tab.page.locator("#desk").evaluate("(desk) => desk.scrollBy(40, 123)")
    before = at_rest(lambda: tab.place)
    assert before[2] == "100 %"
    for time in range(3):
        paper.change(STORY, WORDS if not time else f"第{time}次{WORDS}", f"第{time + 1}次{WORDS}")
        tab.see(2, f"第{time + 1}次")
        assert tab.place == before
    paper.change("issue.yaml", "pages:\n", "pages: [\n")
    tab.page.locator("#broken").wait_for()
    assert tab.place == before


def test_page_and_zoom_are_remembered_when_the_page_is_loaded_again(tab: Tab) -> None:
    tab.page.keyboard.press("0")
    tab.go_to(3)
    spots = "Object.values(JSON.parse(localStorage.getItem('bulletin-preview')).spots ?? {})"
    wait_until(lambda: {spot["page"] for spot in tab.page.evaluate(spots)} & {2, 3}, "the place is remembered")
    before = at_rest(lambda: tab.place)
    tab.page.reload()
    tab.marks(3).locator("[data-k]").first.wait_for()
    after = at_rest(lambda: tab.place)
    assert after[2] == before[2]
    assert abs(after[1] - before[1]) <= 2


def test_ten_quick_saves_end_in_the_right_page(paper: Paper, tab: Tab) -> None:
    tab.go_to(2)
    before = WORDS
    for sign in "甲乙丙丁戊己庚辛壬癸":
        after = f"{sign}稿{WORDS}"
        paper.change(STORY, before, after)
        before = after
    tab.see(2, f"癸稿{WORDS}")
    tab.page.wait_for_timeout(500)
    assert "壬稿" not in tab.text(2)
    assert tab.text(2).count("癸稿") == 1


def test_two_browsers_show_the_same(paper: Paper, tab: Tab, server: Server, opened: Callable[..., Tab]) -> None:
    other = opened(server.url, scheme="dark")
    for each in (tab, other):
        each.go_to(2)
    paper.change(STORY, WORDS, f"两处{WORDS}")
    for each in (tab, other):
        each.see(2, "两处")
    assert tab.text(2) == other.text(2)


def test_a_lost_connection_is_said(server: Server, opened: Callable[..., Tab]) -> None:
    tab = opened(server.url)
    server.stop()
    notice = tab.page.locator("#lost")
    notice.wait_for()
    assert "stopped" in notice.inner_text()
    tab.said.clear()  # a browser writes there that it cannot connect


def test_a_connection_that_comes_back_catches_up_by_itself(
    paper: Paper, server: Server, opened: Callable[..., Tab]
) -> None:
    tab = opened(server.url)
    tab.go_to(2)
    tab.see(2, WORDS)
    tab.page.context.set_offline(True)
    tab.page.evaluate("window.dispatchEvent(new Event('offline'))")
    paper.change(STORY, WORDS, f"断线{WORDS}")
    tab.page.context.set_offline(False)
    tab.see(2, "断线")
    tab.said.clear()


def test_words_of_a_story_never_become_markup(paper: Paper, tab: Tab) -> None:
    tab.go_to(2)
    paper.change(STORY, WORDS, "&lt;b onload=x&gt;甲&lt;/b&gt;" + WORDS)
    tab.see(2, "<b")
    assert tab.page.locator(".marks b, .marks script, .marks foreignObject").count() == 0


def test_what_was_saved_is_marked_and_scrolled_to_only_out_of_sight(paper: Paper, tab: Tab) -> None:
    tab.go_to(2)
    tab.see(2, WORDS)
    before = at_rest(lambda: tab.place)
    paper.change(STORY, WORDS, f"看得见{WORDS}")
    tab.see(2, "看得见")
    tab.page.locator('[data-page="2"] .over .saved').first.wait_for(state="attached")
    assert tab.place == before
    assert STORY in tab.page.locator("#saved").inner_text()
    tab.go_to(1)
    paper.change("cat.md", "年终考核", "末版的改动，年终考核")
    tab.page.locator('[data-page="4"] .over .saved').first.wait_for(state="attached")
    wait_until(lambda: tab.page.locator("#page-number").input_value() == "4")
