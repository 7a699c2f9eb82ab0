"""From the page to the files and back: places, edits written and undone, trials."""

from typing import Any

import pytest

from tests.live.browser.conftest import Paper, Tab, at_rest, box_of, started, wait_until
from tests.manuscripts.word_files import TEXT, docx, p, r

BODY = "霜降前夕"
#: The middle of the character of a line that is the nth of some words, in the window.
_MIDDLE = """(line, [words, nth]) => {
  const text = line.querySelector("text");
  const at = text.textContent.indexOf(words) + nth;
  const box = text.getExtentOfChar(at);
  const middle = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2);
  const place = middle.matrixTransform(text.getScreenCTM());
  return [place.x, place.y];
}"""


def panel(tab: Tab) -> Any:
    return tab.page.locator("#tab-selected")


def click_words(tab: Tab, number: int, words: str, nth: int = 0, **how: Any) -> None:
    """Click on a character of a line: the ``nth`` of these words."""
    tab.line(number, words).scroll_into_view_if_needed()
    x, y = at_rest(lambda: tab.line(number, words).evaluate(_MIDDLE, [words, nth]), f"{words} at rest")
    tab.page.mouse.click(x, y, **how)


def select_slot(tab: Tab, number: int, slot: str) -> None:
    tab.page.locator("#for-slots").click()
    row = tab.page.locator("#tab-slots tbody tr").filter(has=tab.page.get_by_text(str(number), exact=True))
    row.get_by_role("button", name=slot, exact=True).click()
    tab.page.locator("#for-selected").click()
    panel(tab).get_by_role("heading", name=f"Slot {slot}").wait_for()


@pytest.mark.parametrize("nth", [0, 3])
def test_a_click_gives_file_line_and_column(paper: Paper, tab: Tab, nth: int) -> None:
    lines = (paper.issue / "meadow.md").read_text("utf-8").splitlines()
    number, column = next((at + 1, line.index(BODY) + 1) for at, line in enumerate(lines) if BODY in line)
    tab.go_to(2)
    click_words(tab, 2, BODY, nth)
    panel(tab).get_by_text(f"content/2026-10/meadow.md:{number}:{column + nth}", exact=True).wait_for()
    said = panel(tab).inner_text()
    for words in ("body", "9 pt", "14 pt", "字", "Slot lead", BODY):
        assert words in said
    assert panel(tab).locator("[data-act=open]").is_enabled()


def test_a_click_opens_the_place_in_the_editor(paper: Paper, tab: Tab) -> None:
    tab.go_to(2)
    with tab.page.expect_response(lambda answer: answer.url.endswith("/open")) as opening:
        tab.page.keyboard.down("Control")
        click_words(tab, 2, BODY)
        tab.page.keyboard.up("Control")
    assert opening.value.json()["link"].startswith("vscode://file")
    assert "meadow.md:" in opening.value.json()["link"]


def test_keys_select_line_after_line(tab: Tab) -> None:
    tab.go_to(2)
    tab.page.locator('[data-page="2"]').focus()
    seen = set()
    for _ in range(5):
        tab.page.keyboard.press("ArrowDown")
        wait_until(lambda: panel(tab).locator(".where").count() and panel(tab).inner_text() not in seen)
        seen.add(panel(tab).inner_text())
    tab.page.keyboard.press("Escape")
    panel(tab).get_by_text("Nothing is selected").wait_for()


def test_a_headline_is_written_in_place_and_undone(paper: Paper, tab: Tab) -> None:
    file = paper.issue / "cat.md"
    before = file.read_bytes()
    tab.go_to(4)
    click_words(tab, 4, "看库员", click_count=2)
    field = tab.page.locator(".inplace")
    field.wait_for()
    assert "看库员" in field.input_value()
    field.fill("看库的猫")
    field.press("Enter")
    tab.see(4, "看库的猫")
    assert file.read_text("utf-8").replace("看库的猫", "看库员“麦子”") == before.decode()
    tab.page.keyboard.press("Control+z")
    tab.see(4, "看库员")
    assert file.read_bytes() == before
    tab.page.keyboard.press("Control+Shift+z")
    tab.see(4, "看库的猫")


def test_escape_gives_up_what_was_written(paper: Paper, tab: Tab) -> None:
    before = (paper.issue / "cat.md").read_bytes()
    tab.go_to(4)
    click_words(tab, 4, "看库员")
    panel(tab).locator("[data-act=text]").wait_for()
    tab.page.keyboard.press("F2")
    field = tab.page.locator(".inplace")
    field.fill("不要的字")
    field.press("Escape")
    field.wait_for(state="detached")
    assert (paper.issue / "cat.md").read_bytes() == before


def test_a_caption_can_be_written_too(paper: Paper, tab: Tab) -> None:
    tab.go_to(4)
    click_words(tab, 4, "麦子在岗", click_count=2)
    tab.page.locator(".inplace").fill("麦子在值夜班")
    tab.page.keyboard.press("Enter")
    tab.see(4, "麦子在值夜班")
    assert "caption: 麦子在值夜班\n" in (paper.issue / "cat.md").read_text("utf-8")


def changed_files(paper: Paper, before: dict[str, str]) -> dict[str, str]:
    now = texts(paper)
    return {name: now[name] for name in now if now[name] != before.get(name)}


def texts(paper: Paper) -> dict[str, str]:
    files = [*paper.root.rglob("*.yaml"), *paper.issue.rglob("*.md")]
    return {str(path.relative_to(paper.root)): path.read_text("utf-8") for path in files}


def comments(text: str) -> list[str]:
    return [line[line.index("#") :] for line in text.splitlines() if "# " in line]


def drag_edge_up(tab: Tab) -> None:
    """Begin to drag the bottom edge of the slot lead on page 2."""
    tab.go_to(2)
    select_slot(tab, 2, "lead")
    box = box_of(tab.page.locator('[data-page="2"] .handle[data-side="bottom"]'))
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    tab.page.mouse.move(*middle)
    tab.page.mouse.down()
    tab.page.mouse.move(middle[0], middle[1] - 20, steps=4)
    tab.page.locator('[data-page="2"] .ghost').wait_for(state="attached")


def test_an_edge_is_dragged_and_undone(paper: Paper, tab: Tab) -> None:
    before = texts(paper)
    drag_edge_up(tab)
    revision = tab.revision
    tab.page.mouse.up()
    wait_until(lambda: changed_files(paper, before), "the layout is written")
    wait_until(lambda: tab.revision > revision)
    for name, text in changed_files(paper, before).items():
        assert name.endswith(".yaml")
        assert comments(text) == comments(before[name]), "comments are kept"
    tab.page.keyboard.press("Control+z")
    wait_until(lambda: not changed_files(paper, before), "undone")


def test_an_edge_can_be_moved_by_a_button(paper: Paper, tab: Tab) -> None:
    before = texts(paper)
    tab.go_to(2)
    select_slot(tab, 2, "lead")
    panel(tab).get_by_role("button", name="Move the bottom edge up").click()
    wait_until(lambda: changed_files(paper, before))


def test_a_drag_goes_on_over_a_redraw(paper: Paper, tab: Tab) -> None:
    before = texts(paper)
    drag_edge_up(tab)
    paper.change("meadow.md", BODY, f"拖动时改的{BODY}")
    tab.see(2, "拖动时改的")
    tab.page.wait_for_timeout(1500)  # what lies above the page is drawn later than its lines
    assert tab.page.locator('[data-page="2"] .ghost').count() == 1, "what is dragged stays in view"
    tab.page.mouse.up()
    wait_until(lambda: any(name.endswith(".yaml") for name in changed_files(paper, before)), "the layout is written")


def test_escape_gives_up_a_drag(paper: Paper, tab: Tab) -> None:
    before = texts(paper)
    tab.go_to(2)
    select_slot(tab, 2, "lead")
    box = box_of(tab.page.locator('[data-page="2"] .handle[data-side="bottom"]'))
    tab.page.mouse.move(box["x"] + 20, box["y"] + 4)
    tab.page.mouse.down()
    tab.page.mouse.move(box["x"] + 20, box["y"] - 60, steps=3)
    tab.page.keyboard.press("Escape")
    tab.page.mouse.up()
    tab.page.wait_for_timeout(300)
    assert tab.page.locator(".ghost").count() == 0
    assert not changed_files(paper, before)


def test_a_story_moves_to_another_slot(paper: Paper, tab: Tab) -> None:
    tab.go_to(2)
    select_slot(tab, 2, "brief-1")
    mover = panel(tab).get_by_label("Move the story to …")
    mover.select_option(label="page 2, brief-2 (rare-names)")
    wait_until(lambda: "brief-2: threshing-floor" in (paper.issue / "issue.yaml").read_text("utf-8"))
    tab.page.keyboard.press("Control+z")
    wait_until(lambda: "brief-1: threshing-floor" in (paper.issue / "issue.yaml").read_text("utf-8"))


def test_a_photo_is_dragged_in_its_frame(paper: Paper, tab: Tab) -> None:
    before = (paper.issue / "mountain-path.md").read_text("utf-8")
    tab.go_to(4)
    tab.marks(4).locator("image").first.click()
    box = box_of(tab.page.locator('[data-page="4"] .handle[data-side="all"]'))
    tab.page.mouse.move(box["x"] + 40, box["y"] + 40)
    tab.page.mouse.down()
    tab.page.mouse.move(box["x"] + 40, box["y"] + 70, steps=4)
    tab.page.mouse.up()
    wait_until(lambda: "focus" in (paper.issue / "mountain-path.md").read_text("utf-8"))
    tab.page.keyboard.press("Control+z")
    wait_until(lambda: (paper.issue / "mountain-path.md").read_text("utf-8") == before)


def test_what_would_fit_is_tried_before_it_is_written(paper: Paper, tab: Tab) -> None:
    file = paper.issue / "cat.md"
    head, end, body = file.read_text("utf-8").rpartition("---\n")
    file.write_text(head + end + "\n\n".join([body.strip()] * 2) + "\n", "utf-8")
    before = texts(paper)
    tab.go_to(4)
    tab.page.locator("#counts", has_text="1 error").wait_for()
    select_slot(tab, 4, "boxed")
    choice = panel(tab).locator(".choice").first
    choice.click()
    tab.page.locator("#trial").wait_for()
    assert not changed_files(paper, before), "nothing is written"
    tab.page.locator("#trial").get_by_role("button", name="Discard").click()
    tab.page.locator("#trial").wait_for(state="detached")
    panel(tab).locator(".choice").first.click()
    tab.page.locator("#trial").get_by_role("button", name="Write it").click()
    wait_until(lambda: changed_files(paper, before))


def test_search_finds_words_and_goes_to_them(tab: Tab) -> None:
    tab.page.keyboard.press("/")
    tab.page.keyboard.type("无花果")
    tab.page.locator("#hits button").first.wait_for()
    tab.page.locator("#hits button", has_text="Page 3").first.click()
    tab.page.locator('[data-page="3"] .over .found').first.wait_for(state="attached")
    wait_until(lambda: tab.page.locator("#page-number").input_value() in ("2", "3"))


LAYERS = ("slots", "grid", "columns", "margins", "bleed", "safe", "heat", "order", "findings", "give")


def test_every_layer_can_be_switched(paper: Paper, tab: Tab) -> None:
    file = paper.issue / "cat.md"
    head, end, body = file.read_text("utf-8").rpartition("---\n")
    file.write_text(head + end + "\n\n".join([body.strip()] * 2) + "\n", "utf-8")
    tab.page.locator("#counts", has_text="1 error").wait_for()
    tab.go_to(4)
    tab.page.locator("#layers").click()
    tab.page.get_by_role("button", name="Hide all").click()
    wait_until(lambda: tab.page.locator("svg.over .layer").count() == 0)
    for layer in LAYERS:
        tab.page.locator("#layers").click()
        tab.page.locator(f"[data-layer-switch={layer}]").check()
        tab.page.keyboard.press("Escape")
        tab.page.locator(f'[data-page="4"] .layer.{layer} *').first.wait_for(state="attached")
    tab.page.locator("#layers", has_text="10").wait_for()
    for layer in LAYERS:
        tab.page.locator("#layers").click()
        tab.page.locator(f"[data-layer-switch={layer}]").uncheck()
        tab.page.keyboard.press("Escape")
        tab.page.locator(f'[data-page="4"] .layer.{layer}').wait_for(state="detached")


def test_a_paragraph_is_written_in_place_when_asked(paper: Paper, tab: Tab) -> None:
    tab.go_to(2)
    click_words(tab, 2, BODY)
    panel(tab).locator("[data-act=text]").click()
    field = tab.page.locator(".inplace")
    words = field.input_value()
    assert words.startswith(BODY)
    field.fill(words.replace(BODY, "立冬前夕"))
    field.press("Enter")
    tab.see(2, "立冬前夕")
    assert "立冬前夕" in (paper.issue / "meadow.md").read_text("utf-8")


def test_read_only_switches_editing_off(paper: Paper, opened: Any) -> None:
    server = started(paper, "--read-only")
    try:
        tab = opened(server.url)
        tab.go_to(4)
        click_words(tab, 4, "看库员")
        panel(tab).locator(".where").wait_for()
        assert not panel(tab).locator("[data-act=text]").is_enabled()
        assert panel(tab).locator(".steppers").count() == 0
        tab.page.keyboard.press("F2")
        tab.page.locator("#note").wait_for()
        assert tab.page.locator(".inplace").count() == 0
    finally:
        server.stop()


def test_a_rule_or_panel_selects_the_slot_around_it(tab: Tab) -> None:
    tab.go_to(4)
    box = box_of(tab.line(4, "看库员"))
    tab.page.mouse.click(box["x"] - 30, box["y"] + box["height"] / 2)
    panel(tab).get_by_role("heading", name="Slot boxed").wait_for()


def test_furniture_leads_to_its_layout(tab: Tab) -> None:
    tab.go_to(2)
    click_words(tab, 2, "综合新闻")
    panel(tab).locator(".where", has_text="layouts/").wait_for()


def test_a_story_is_dragged_onto_another_slot_by_its_label(paper: Paper, tab: Tab) -> None:
    tab.page.keyboard.press("b")
    tab.go_to(2)
    box = box_of(tab.page.locator('[data-page="2"] .label[data-slot=brief-1]'))
    target = box_of(tab.page.locator('[data-page="2"] .label[data-slot=brief-2]'))
    tab.page.mouse.move(box["x"] + 10, box["y"] + 8)
    tab.page.mouse.down()
    tab.page.mouse.move(target["x"] + 30, target["y"] + target["height"] + 12, steps=5)
    tab.page.locator(".ghost").wait_for(state="attached")
    tab.page.mouse.up()
    wait_until(lambda: "brief-2: threshing-floor" in (paper.issue / "issue.yaml").read_text("utf-8"))


def test_a_manuscript_is_dropped(paper: Paper, tab: Tab) -> None:
    data = docx(p(r("秋播结束")) + p(TEXT))
    tab.page.evaluate(
        """([name, bytes]) => {
          const carried = new DataTransfer();
          carried.items.add(new File([new Uint8Array(bytes)], name));
          for (const kind of ["dragover", "drop"])
            window.dispatchEvent(new DragEvent(kind, { dataTransfer: carried, cancelable: true }));
        }""",
        ["秋播.docx", list(data)],
    )
    tab.page.locator("#brought", has_text="秋播.md").wait_for()
    assert "秋播结束" in (paper.issue / "秋播.md").read_text("utf-8")
