"""Who may ask the live page's server, for what, and what it answers to others."""

import socket
import urllib.parse
import urllib.request
from http.client import HTTPConnection
from pathlib import Path

import pytest

from bulletin_layout.live.exporting import export
from bulletin_layout.live.guard import Guard
from tests.live.conftest import Events, Got, Live


def raw(live: Live, path: str, method: str = "GET", **headers: str) -> Got:
    """An answer to a path that is sent as it is written."""
    host = urllib.request.Request(live.url).host
    connection = HTTPConnection(host, timeout=60)
    connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    return Got(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())


def test_the_page_comes_with_a_strict_policy(live: Live) -> None:
    page = raw(live, f"/{live.guard.token}/")
    assert page.status == 200
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    policy = page.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
    assert page.headers["referrer-policy"] == "no-referrer"
    assert page.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("token", ["", "x", "TOKEN/..", "TOKEN%2f"])
@pytest.mark.parametrize("path", ["", "events", "pages/1", "web/index.html"])
def test_nothing_is_there_without_the_token(live: Live, token: str, path: str) -> None:
    refused = raw(live, f"/{token.replace('TOKEN', live.guard.token)}/{path}")
    assert refused.status == 404
    assert refused.codes == ["request-unknown"]


@pytest.mark.parametrize(
    "path",
    ["../guard.py", "%2e%2e/guard.py", "..%2fguard.py", "%252e%252e/guard.py", "..\\guard.py", "/etc/passwd",
     "//etc/passwd", "./index.html", "index.html%00", "sub/../index.html"],
)  # fmt: skip
def test_no_path_leads_out_of_the_pages_own_files(live: Live, path: str) -> None:
    refused = raw(live, f"/{live.guard.token}/web/{path}")
    assert refused.status == 404
    assert b"Guard" not in refused.data


@pytest.mark.parametrize(
    "path",
    ["pages/0", "pages/99", "pages/1e3", "pages/１", "pages/-1", "faces/x", "pictures/../x", "pictures/x", "nowhere"],
)
def test_what_is_not_there_is_a_finding(live: Live, events: Events, path: str) -> None:
    events.next()
    refused = live.get(urllib.parse.quote(path))
    assert (refused.status, refused.codes) == (404, ["request-unknown"])


def test_only_our_own_names_are_answered(live: Live) -> None:
    own = f"/{live.guard.token}/"
    port = urllib.request.Request(live.url).host.rpartition(":")[2]
    assert raw(live, own, Host=f"localhost:{port}").status == 200
    for host in ("evil.example", f"evil.example:{port}", f"127.0.0.1.evil.example:{port}", "10.1.2.3", "", "[", "[::1"):
        assert raw(live, own, Host=host).status == 403, host


def test_pages_of_elsewhere_get_nothing(live: Live) -> None:
    own = f"/{live.guard.token}/"
    assert raw(live, own, Sec_Fetch_Site="cross-site").status == 403
    assert raw(live, own, Sec_Fetch_Site="same-site").status == 403
    assert raw(live, own, Sec_Fetch_Site="same-origin").status == 200
    asked = {"product": "dump"}
    assert live.post("export", asked, Origin="http://evil.example").status == 403
    assert live.post("export", asked, Origin="null").status == 403
    assert live.post("export", asked, **{"Content-Type": "text/plain"}).status == 403
    assert raw(live, f"/{live.guard.token}/export", "POST", Content_Type="application/json").status == 403
    assert raw(live, f"/{live.guard.token}/export").status == 404


def test_behind_every_address_the_machine_has_its_own(live: Live) -> None:
    guard = Guard("t", frozenset(("paper",)))
    assert guard.admits("GET", {"host": "192.168.1.7:4180"}, "192.168.1.7")
    assert guard.admits("GET", {"host": "PAPER:4180"}, "192.168.1.7")
    assert not guard.admits("GET", {"host": "192.168.1.8:4180"}, "192.168.1.7")


def test_what_is_posted_is_an_object_of_a_bearable_size(live: Live) -> None:
    for body in (
        [1],
        "x",
        {"product": "nothing"},
        {},
        {"product": "png", "pages": ["1"]},
        {"product": "png", "dpi": -1},
    ):
        assert live.post("export", body).codes == ["request-unknown"], body
    assert live.post("export", {"product": "x" * 2_000_000}).status == 400


def test_stories_that_are_links_to_elsewhere_are_not_read(live: Live, events: Events, tmp_path: Path) -> None:
    events.next()
    secret = tmp_path / "secret.md"
    secret.write_text("---\nheadline: 外面的\n---\n不该看见。\n", "utf-8")
    story = live.folder / "first-story.md"
    story.unlink()
    story.symlink_to(secret)
    broken = events.next()
    assert [each["code"] for each in broken["findings"]] == ["path-outside"]
    assert "不该看见" not in live.get("pages/1").data.decode()


def test_a_product_is_exported(live: Live, events: Events) -> None:
    events.next()
    pdf = live.post("export", {"product": "screen"})
    assert (pdf.status, pdf.data[:5]) == (200, b"%PDF-")
    assert pdf.headers["content-disposition"] == "attachment; filename*=UTF-8''001-screen.pdf"
    png = live.post("export", {"product": "png", "pages": [1], "dpi": 36})
    assert png.data[:4] == b"\x89PNG"
    images = live.post("export", {"product": "png", "dpi": 36})
    assert images.headers["content-type"] == "application/zip"
    report = live.get("report")
    assert report.headers["content-type"] == "text/plain; charset=utf-8"
    assert not (live.folder.parents[1] / "out").exists()


def test_what_cannot_be_composed_cannot_be_exported(live: Live) -> None:
    (live.folder / "second-story.md").unlink()
    refused = live.post("export", {"product": "screen"})
    assert refused.status == 409
    assert refused.codes == ["not-exported", "missing-story"]


def test_a_client_that_does_not_read_keeps_nobody_waiting(live: Live, events: Events) -> None:
    events.next()
    host, _, port = urllib.request.Request(live.url).host.rpartition(":")
    with socket.create_connection((host, int(port))) as stuck:
        stuck.sendall(f"GET /{live.guard.token}/events HTTP/1.1\r\nHost: {host}:{port}\r\n\r\n".encode())
        for time in range(5):
            path = live.folder / "first-story.md"
            path.write_text(path.read_text("utf-8") + f"\n又一段，第{time}段。\n", "utf-8")
            events.next()
    assert export(live.session, {"product": "dump"})
