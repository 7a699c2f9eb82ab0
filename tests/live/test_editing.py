"""What a browser asks of the page and changes on it, served as it is to browsers."""

from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from bulletin_layout.page import TextMark
from tests.live.conftest import Events, Live


def spot(live: Live, words: str, page: int = 1) -> dict[str, Any]:
    """The place that the server names for some words of a page."""
    view = live.session.view
    assert view is not None
    shown = next(each for each in view.pages if each.page.number == page)
    for fragment in shown.drawing.fragments:
        for number in range(fragment.first, fragment.end):
            mark = shown.page.marks[number]
            if isinstance(mark, TextMark) and words in (said := "".join(mark.run.texts)):
                query = {"page": page, "key": fragment.key, "mark": number - fragment.first, "glyph": said.index(words)}
                answer = live.get(f"place?{urlencode(query)}")
                assert answer.status == 200, answer.json
                found: dict[str, Any] = {**answer.json, "page": page, "key": fragment.key}
                return found
    raise AssertionError(words)


def text_edit(place: dict[str, Any], words: str) -> dict[str, Any]:
    """What the page posts when words were typed."""
    own = {name: place[name] for name in ("page", "key", "file", "line", "column")}
    return {"kind": "text", **own, "old": place["block_words"], "words": words, "revision": 1}


def layout(live: Live) -> Path:
    return live.session.root / "layouts" / "front.yaml"


def test_a_glyph_and_its_place(live: Live, events: Events) -> None:
    events.next()
    found = spot(live, "三样东西")
    story = live.folder / "second-story.md"
    assert Path(found["file"]).name == story.name
    line = story.read_text("utf-8").split("\n")[found["line"] - 1]
    assert line[found["column"] - 1 :].startswith("三样东西")
    assert (found["story"], found["slot"], found["role"], found["editable"]) == (
        "second-story", "second", "body", "paragraph",
    )  # fmt: skip
    assert found["measure"] == pytest.approx(21)
    assert found["link"] == f"vscode://file{story}:{found['line']}:{found['column']}".replace(
        str(story), str(Path(found["link"].split("file", 1)[1].rsplit(":", 2)[0]))
    )
    back = live.get(f"locate?{urlencode({name: found[name] for name in ('file', 'line', 'column')})}").json
    assert back["page"] == 1
    assert found["key"] in back["keys"]


def test_where_nothing_stands(live: Live, events: Events) -> None:
    events.next()
    assert live.get("locate?file=content/001/issue.yaml&line=1&column=1").json is None
    assert live.get("place?page=1&key=none").json is None
    assert live.get("place?page=9&key=none").status == 404


def test_words_are_written_undone_and_made_again(live: Live, events: Events) -> None:
    events.next()
    story = live.folder / "first-story.md"
    was = story.read_bytes()
    place = spot(live, "交给版面")
    assert (place["block_words"], place["role"]) == ("写好稿件，其余的交给版面", "headline")
    done = live.post("edit", text_edit(place, "写好稿件: 其余的"))
    assert done.json == {"done": True, "label": "words: 写好稿件: 其余的"}
    view = events.until(lambda view: view["saved"] is not None)
    assert 'headline: "写好稿件: 其余的"' in story.read_text("utf-8")
    assert view["saved"]["line"] == 3
    assert view["saved"]["keys"]
    assert (view["undo"], view["redo"]) == ("words: 写好稿件: 其余的", None)
    assert live.post("undo", {}).status == 200
    assert story.read_bytes() == was
    view = events.until(lambda view: view["redo"] is not None)
    assert view["undo"] is None
    assert live.post("redo", {}).status == 200
    assert '其余的"' in story.read_text("utf-8")
    story.write_text(story.read_text("utf-8") + "\n又一段。\n", "utf-8")
    refused = live.post("undo", {})
    assert (refused.status, refused.codes) == (409, ["changed-meanwhile"])
    assert "又一段" in story.read_text("utf-8")


def test_what_would_break_the_issue_is_not_written(live: Live, events: Events) -> None:
    events.next()
    story = live.folder / "second-story.md"
    was = story.read_bytes()
    refused = live.post("edit", text_edit(spot(live, "三样东西"), "没有关的 <!-- 注释"))
    assert (refused.status, refused.codes) == (409, ["open-remark"])
    assert story.read_bytes() == was


def test_a_file_that_was_saved_meanwhile_is_not_overwritten(live: Live, events: Events) -> None:
    events.next()
    place = spot(live, "三样东西")
    story = live.folder / "second-story.md"
    with live.session.at_work:  # no build sees what is saved before the edit comes
        story.write_text(story.read_text("utf-8") + "\n别人加的。\n", "utf-8")
        refused = live.session.desk.history.undo_label
    assert refused is None
    answer = live.post("edit", text_edit(place, "改一改。"))
    assert (answer.status == 200) == ("别人加的" in story.read_text("utf-8") and "改一改" in story.read_text("utf-8"))
    assert "别人加的" in story.read_text("utf-8")


def test_an_edge_is_dragged(live: Live, events: Events) -> None:
    events.next()
    over = live.get("pages/1/overlays").json
    lead = next(slot for slot in over["slots"] if slot["slot"] == "lead")
    places = lead["edges"]["bottom"]
    now = min(places, key=lambda y: abs(y - lead["y"] - lead["height"]))
    at = places[places.index(now) - 2]
    done = live.post("edit", {"kind": "edge", "page": 1, "slot": "lead", "side": "bottom", "at": at, "revision": 1})
    assert done.status == 200, done.json
    text = layout(live).read_text("utf-8")
    assert "box: {cols: all, rows: 7-23}" in text
    assert "box: {cols: all, rows: 25-42}" in text

    def height(view: dict[str, Any]) -> float:
        return float(next(slot["box"]["height"] for slot in view["slots"] if slot["slot"] == "lead"))

    view = events.until(lambda view: height(view) < lead["height"])
    assert height(view) == pytest.approx(lead["height"] - 2 * 17)
    assert view["undo"] == 'edge of slot "lead"'
    refused = live.post("edit", {"kind": "edge", "page": 1, "slot": "nix", "side": "bottom", "at": 1, "revision": 1})
    assert refused.status == 409


def test_two_stories_change_places(live: Live, events: Events) -> None:
    events.next()
    move = {"kind": "move", "page": 1, "slot": "lead", "to": {"page": 1, "slot": "second"}, "revision": 1}
    assert live.post("edit", move).status == 200
    issue = (live.folder / "issue.yaml").read_text("utf-8")
    assert "put: {lead: second-story, second: first-story}" in issue
    assert issue.count("\n") > 5
    wanted = {"lead": "second-story", "second": "first-story"}
    view = events.until(lambda view: {slot["slot"]: slot["story"] for slot in view["slots"]} == wanted)
    assert view["undo"] == '"first-story" to another slot'


def test_a_choice_is_tried_dropped_and_kept(live: Live, events: Events) -> None:
    events.next()
    story = live.folder / "second-story.md"
    story.write_text(story.read_text("utf-8").rstrip() + "字" * 200 + "\n", "utf-8")
    events.until(lambda view: any(slot["over_lines"] for slot in view["slots"]))
    was = layout(live).read_bytes()
    offered = live.get("choices?page=1&slot=second").json
    upper = next(each for each in offered if each["title"].startswith("upper edge by -"))
    assert live.post("try", {"id": upper["id"]}).status == 200
    view = events.until(lambda view: view["trial"] is not None)
    assert view["trial"] == upper["title"] or view["trial"]
    assert next(slot for slot in view["slots"] if slot["slot"] == "second")["over_lines"] == 0
    assert layout(live).read_bytes() == was
    refused = live.post("edit", text_edit(spot(live, "三样东西"), "不行。"))
    assert refused.status == 409
    assert live.post("try", {"id": None}).status == 200
    view = events.until(lambda view: view["trial"] is None)
    assert any(slot["over_lines"] for slot in view["slots"])
    assert live.post("try", {"id": upper["id"]}).status == 200
    events.until(lambda view: view["trial"] is not None)
    assert live.post("keep", {}).status == 200
    view = events.until(lambda view: view["trial"] is None)
    assert layout(live).read_bytes() != was
    assert not any(slot["over_lines"] for slot in view["slots"] if slot["slot"] == "second")
    assert live.post("keep", {}).status == 409


def test_words_are_searched(live: Live, events: Events) -> None:
    events.next()
    found = live.get(f"search?{urlencode({'q': '三样东西'})}").json
    assert [hit["page"] for hit in found] == [1, 1]
    assert all("三样东西" in hit["words"] and hit["keys"] for hit in found)
    assert live.get(f"search?{urlencode({'q': '没有的字'})}").json == []


def test_the_editor(live: Live, events: Events, tmp_path: Path) -> None:
    events.next()
    place = spot(live, "三样东西")
    at = {name: place[name] for name in ("file", "line", "column")}
    assert live.post("open", at).json["link"] == place["link"]
    live.session.editor = f"touch {tmp_path}/opened-{{line}}"
    assert live.post("open", at).json == {"link": None}
    live.session.editor = "no-such-program {file}"
    assert live.post("open", at).codes == ["no-editor"]
    assert live.post("open", {"file": "/etc/passwd", "line": 1, "column": 1}).status == 404


def test_read_only(live_readonly: Live) -> None:
    events = Events(live_readonly.url)
    events.next()
    refused = live_readonly.post("edit", {"kind": "focus", "file": "x", "line": 1, "column": 1, "x": 0.5, "y": 0.5})
    assert (refused.status, refused.codes) == (403, ["read-only"])
    assert live_readonly.get("choices?page=1&slot=lead").json == []
    assert all(not slot["edges"] for slot in live_readonly.get("pages/1/overlays").json["slots"])
    events.close()


def test_findings_have_places(live: Live, events: Events) -> None:
    events.next()
    story = live.folder / "second-story.md"
    story.write_text(story.read_text("utf-8").rstrip() + "字" * 200 + "\n", "utf-8")
    view = events.until(lambda view: view["findings"])
    over = next(finding for finding in view["findings"] if finding["code"] == "overset")
    assert over["places"]
    assert over["places"][0]["page"] == 1


def test_a_fix_is_made(live: Live, events: Events) -> None:
    events.next()
    story = live.folder / "second-story.md"
    text = story.read_text("utf-8") + "\n这里多了一个逗号，，要改。\n"
    story.write_text(text, "utf-8")
    view = events.until(lambda view: any(finding["fixes"] for finding in view["findings"]))
    finding = next(finding for finding in view["findings"] if finding["fixes"])
    assert finding["file"].endswith("second-story.md")
    assert finding["places"]
    (fix,) = finding["fixes"]
    assert live.post("edit", {"kind": "fix", "id": "other"}).status == 409
    assert live.post("edit", {"kind": "fix", "id": fix["id"]}).json["label"].startswith("as advised")
    assert story.read_text("utf-8") == text.replace("，，", "，")
    events.until(lambda view: not view["findings"])


def test_of_several_stories_the_selected_one_moves(live: Live, events: Events) -> None:
    (live.folder / "third.md").write_text("---\nheadline: 三\n---\n文字。\n", "utf-8")
    (live.folder / "fourth.md").write_text("---\nheadline: 四\n---\n文字。\n", "utf-8")
    path = live.folder / "issue.yaml"
    path.write_text(
        path.read_text("utf-8").replace("second: second-story", "second: [second-story, third, fourth]"), "utf-8"
    )
    events.until(lambda view: any("third" in row["story"] for row in view["slots"]))
    move = {"kind": "move", "page": 1, "slot": "second", "to": {"page": 1, "slot": "lead"}}
    refused = live.post("edit", move)
    assert refused.status == 409
    assert "click a line of the one" in refused.json["findings"][0]["message"]
    assert live.post("edit", {**move, "story": "third"}).json["done"]
    assert "lead: third, second: [second-story, first-story, fourth]" in path.read_text("utf-8")
