"""Files change, and the pages in the browser with them."""

import gc
import os
import re
import shutil
import threading
import weakref
from pathlib import Path
from time import sleep
from typing import Any

import pytest
from PIL import Image

from bulletin_layout.live import session
from bulletin_layout.live.session import Session
from tests.live.conftest import Events, Live


def story(live: Live) -> Path:
    """A story of the paper, the one that is first by name."""
    return min(live.folder.glob("*.md"))


def say(path: Path, words: str) -> str:
    """Put words at the start of a story's last paragraph; returns what it was."""
    was = path.read_text("utf-8")
    head, _, last = was.rstrip("\n").rpartition("\n\n")
    path.write_text(f"{head}\n\n{words}{last}\n", "utf-8")
    return was


def shows(live: Live, words: str) -> bool:
    """Whether the pages have these words, in whatever pieces."""
    viewed = live.session.view
    assert viewed is not None
    said = "".join("".join(mark.run.texts) for page in viewed.pages for mark in page.page.texts())
    return words in said


def is_broken(view: Any) -> bool:
    return bool(view["state"] == "broken")


def is_good(view: Any) -> bool:
    return bool(view["state"] == "good")


def pages_of(live: Live) -> dict[str, list[list[str]]]:
    """The fragments of every page, as a browser that comes anew gets them."""
    view = Events(live.url).next()
    return {str(page["number"]): live.get(f"pages/{page['number']}").json["fragments"] for page in view["pages"]}


def pages_with_picture(events: Events, live: Live) -> list[list[str]]:
    """The fragments of a page, as soon as it has a picture."""
    events.until(lambda _: any(True for page in live.session.view.pages for _ in page.page.pictures()))  # type: ignore[union-attr]
    return pages_of(live)["1"]


def test_an_edit_is_sent_as_a_patch_of_the_page_that_changed(live: Live, events: Events) -> None:
    first = events.next()
    assert (first["state"], first["from"], first["findings"]) == ("good", None, [])
    before = pages_of(live)
    say(story(live), "今晨有霜。")
    view = events.next()
    assert (view["from"], view["revision"]) == (1, 2)
    assert "findings" not in events.sent  # they are as they were
    (number,) = view["patches"]
    assert view["saved"] is None
    patch = view["patches"][number]
    keys = [key for key, _ in before[number]]
    for at, gone, come in patch["splices"]:
        keys[at : at + gone] = come
    known = {**dict(before[number]), **patch["fresh"]}
    assert [[key, known[key]] for key in keys] == live.get(f"pages/{number}").json["fragments"]
    assert [page["revision"] for page in view["pages"]] == [
        2 if str(page["number"]) == number else 1 for page in view["pages"]
    ]
    assert shows(live, "今晨有霜")
    after = events.next()
    assert (after["from"], after["patches"], after["pages"]) == (2, {}, view["pages"])
    assert after["saved"]["file"].endswith(story(live).name)
    assert set(after["saved"]["keys"]) <= set(keys)


def test_ten_quick_saves_end_in_the_last_words(live: Live, events: Events) -> None:
    events.next()
    path = story(live)
    was = path.read_text("utf-8")
    for time in range(10):
        path.write_text(was, "utf-8")
        say(path, f"第{time}遍改。")
    events.until(lambda _: shows(live, "第9遍改"))


def test_broken_files_leave_the_last_good_pages(live: Live, events: Events) -> None:
    first = events.next()
    page = live.get("pages/1").json
    path = live.folder / "issue.yaml"
    was = path.read_text("utf-8")
    path.write_text(was + "pages: [\n", "utf-8")
    broken = events.until(is_broken)
    assert (broken["state"], broken["pages"], broken["patches"]) == ("broken", first["pages"], {})
    assert broken["findings"][0]["path"].endswith("issue.yaml")
    assert live.get("pages/1").json == page
    path.write_text(was, "utf-8")
    mended = events.until(is_good)
    assert (mended["state"], mended["findings"], mended["pages"]) == ("good", [], first["pages"])


def test_a_save_in_two_steps_shows_nothing_in_between(live: Live, events: Events) -> None:
    pages = events.next()["pages"]
    path = story(live)
    was = path.read_text("utf-8")
    path.write_bytes(b"")
    path.write_text(was, "utf-8")
    say(path, "补记一句。")
    views = [events.next()]
    other = path.with_name(".half~")
    other.write_text(was, "utf-8")
    os.replace(path, path.with_name("backup~"))
    os.replace(other, path)
    while shows(live, "补记一句"):
        views.append(events.next())
    assert {view["state"] for view in views} == {"good"}
    assert {len(view["pages"]) for view in views} == {len(pages)}
    changed = [key for view in views for key in view["patches"]]
    assert len(changed) == 2, "there and back"


def test_a_photo_that_goes_is_a_finding_and_comes_back(live: Live, events: Events) -> None:
    events.next()
    photo = live.folder / "photos/field.png"
    photo.parent.mkdir()
    Image.new("RGB", (1800, 1200), "green").save(photo)
    second = live.folder / "second-story.md"
    second.write_text("---\nheadline: 田里\n---\n这是田里。\n\n![田里](photos/field.png)\n\n天晴。\n", "utf-8")
    (address,) = re.findall(r'href="(pictures/[^"]+)"', "".join(svg for _, svg in pages_with_picture(events, live)))
    assert live.get(address).headers["content-type"] in ("image/png", "image/jpeg")
    # A picture that had to be converted is there for the next preview, and for builds.
    assert any((live.session.root / "out/.cache/pictures").iterdir())
    photo.rename(photo.with_suffix(".away"))
    events.until(is_broken)
    assert live.get(address).status in (200, 404)
    photo.with_suffix(".away").rename(photo)
    events.until(is_good)


def test_the_folder_goes_and_comes_back(live: Live, events: Events, tmp_path: Path) -> None:
    events.next()
    shutil.move(live.folder, tmp_path / "away")
    gone = events.until(is_broken)
    assert (gone["state"], [each["code"] for each in gone["findings"]]) == ("broken", ["no-issue"])
    shutil.move(tmp_path / "away", live.folder)
    events.until(is_good)
    say(story(live), "回来了。")
    events.until(lambda _: shows(live, "回来了"))


def test_files_beside_the_issue_count_too(live: Live, events: Events) -> None:
    events.next()
    path = live.folder.parents[1] / "bulletin.yaml"
    path.write_text(path.read_text("utf-8").replace("name:", "name: 新", 1), "utf-8")
    assert events.next()["patches"]


def test_two_browsers_see_the_same(live: Live, events: Events) -> None:
    other = Events(live.url)
    assert events.next() == other.next()
    say(story(live), "两边都看见。")
    mine, theirs = events.until(is_saved), other.until(is_saved)
    assert (mine["revision"], mine["pages"], mine["saved"]) == (theirs["revision"], theirs["pages"], theirs["saved"])
    other.close()
    say(story(live), "还有一边。")
    events.until(lambda view: view["patches"])


def is_saved(view: Any) -> bool:
    return view["saved"] is not None


def failing(step: str, times: int) -> Any:
    """A step of the session that does not work the next times."""
    works = getattr(session, step)
    failed: list[str] = []

    def fails(*given: Any, **named: Any) -> Any:
        if len(failed) == times:
            return works(*given, **named)
        failed.append(step)
        raise RuntimeError(step)

    return fails


@pytest.mark.parametrize(("step", "times"), [("composed_view", 99), ("inspected", 99), ("draw", 99), ("next_view", 1)])
def test_what_the_program_did_not_expect_is_a_finding(
    live: Live, events: Events, monkeypatch: pytest.MonkeyPatch, step: str, times: int
) -> None:
    events.next()
    with monkeypatch.context() as patched:
        patched.setattr(f"bulletin_layout.live.session.{step}", failing(step, times))
        say(story(live), "这一次不行。")
        broken = events.until(is_broken)
    assert "build-failed" in [each["code"] for each in broken["findings"]]
    say(story(live), "这一次行。")
    events.until(is_good)
    assert shows(live, "这一次行。这一次不行。")


def test_a_session_that_ended_is_not_kept(issue: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "_IDLE", 0.01)
    gc.unfreeze()
    ended = Session(issue, issue.parents[1], tmp_path / "shelves", "en")
    builds = threading.Thread(target=ended.run)
    builds.start()
    while not gc.get_freeze_count():  # it has built, and is idle
        sleep(0.01)
    ended.close()
    builds.join()
    known = weakref.ref(ended)
    del ended, builds
    gc.collect()
    assert known() is None
