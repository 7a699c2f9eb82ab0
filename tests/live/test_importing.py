"""Manuscripts that are dropped on the live page become stories."""

import urllib.parse
import urllib.request

import pytest

from tests.live.conftest import Got, Live
from tests.manuscripts.word_files import TEXT, docx, p, r


def drop(live: Live, name: str, data: bytes, **headers: str) -> Got:
    origin = live.url.removesuffix(f"/{live.guard.token}/")
    given = {"Content-Type": "application/octet-stream", "Origin": origin, **headers}
    path = f"import?{urllib.parse.urlencode({'name': name})}"
    return live.ask(urllib.request.Request(live.url + path, data, given))


def test_a_word_file_becomes_a_story(live: Live) -> None:
    got = drop(live, "秋播.docx", docx(p(r("秋播结束")) + p(TEXT)))
    assert (got.status, got.json["outcome"], got.json["story"]) == (200, "written", "秋播.md")
    assert {finding["path"] for finding in got.json["findings"]} <= {"秋播.docx"}
    assert "秋播结束" in (live.folder / "秋播.md").read_text("utf-8")
    again = drop(live, "秋播.docx", docx(p(r("秋播结束")) + p(TEXT)))
    assert again.json["outcome"] == "same"


def test_what_cannot_be_read_is_refused_by_its_own_name(live: Live) -> None:
    before = sorted(live.folder.iterdir())
    got = drop(live, "坏的.docx", b"PK\x03\x04 no zip")
    assert got.status == 409
    assert {finding["path"] for finding in got.json["findings"]} == {"坏的.docx"}
    assert sorted(live.folder.iterdir()) == before


@pytest.mark.parametrize("name", ["../first-story.md", "a/b.md", "..", "", "a\\b.md", "/etc/x.md"])
def test_a_name_leads_nowhere_else(live: Live, name: str) -> None:
    before = {path: path.read_bytes() for path in live.folder.rglob("*") if path.is_file()}
    assert drop(live, name, "题目\n\n正文。\n".encode()).status == 400
    assert {path: path.read_bytes() for path in live.folder.rglob("*") if path.is_file()} == before


def test_only_our_own_page_may_bring_files(live: Live) -> None:
    assert drop(live, "a.txt", b"a", Origin="http://elsewhere.example").status == 403
    assert drop(live, "a.txt", b"a", **{"Content-Type": "text/plain"}).status == 403
    assert not (live.folder / "a.md").exists()


def test_nothing_is_brought_where_files_are_only_read(live_readonly: Live) -> None:
    assert drop(live_readonly, "a.txt", "题目\n\n正文。\n".encode()).status == 403
    assert not (live_readonly.folder / "a.md").exists()
