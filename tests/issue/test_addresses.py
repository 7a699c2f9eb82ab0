"""What is an address in running text, where it ends, and where a click on it leads."""

import pytest

from bulletin_layout.issue.addresses import addresses


def found(text: str) -> list[tuple[str, str]]:
    return [(text[start:end], target) for start, end, target in addresses(text)]


def spans(text: str) -> list[str]:
    return [span for span, _ in found(text)]


@pytest.mark.parametrize(
    "address",
    [
        "https://a.cn/b?c=1&d=2#e", "http://a.cn", "https://a.cn:8080/b", "HTTP://A.CN/B", "http://user:pw@a.cn/",
        "https://wiki.example.org/Barn_(farm)", "https://a.cn/(b)", "https://a.cn/?a[]=1&b=2", "http://[::1]:80/x",
        "https://web.example.org/2020/https://a.cn/", "https://a.cn/b,c;d", "https://a.cn/b-c_d~e",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    ("before", "after"),
    [("见", "。"), ("（", "）"), ("(", ")"), ("[", "]"), ("“", "”，"), ("网址:", ","), ("1.", " 等"), ("到", "下载"),
     ("*", "*."), ("", "…"), ("和", "!?"), ("<", ">"), ("", "'、")],
)  # fmt: skip
def test_an_address_is_whole_and_no_mark_of_the_sentence_is_in_it(before: str, after: str, address: str) -> None:
    if address.endswith("/") and after == "下载":
        assert found(before + address + after) == [(address, "")]  # or is it the path's?
    else:
        assert found(before + address + after) == [(address, address)]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("http://a.cn/通知/2026.pdf，", "http://a.cn/%E9%80%9A%E7%9F%A5/2026.pdf"),
        ("https://a.cn/2026年/10月/b.html；", "https://a.cn/2026%E5%B9%B4/10%E6%9C%88/b.html"),
        ("https://a.cn/第3期.pdf下载", "https://a.cn/%E7%AC%AC3%E6%9C%9F.pdf"),
        ("https://a.cn/wiki/秋收_(农事)。", "https://a.cn/wiki/%E7%A7%8B%E6%94%B6_(%E5%86%9C%E4%BA%8B)"),
        ("https://a.cn/稿件/。", "https://a.cn/%E7%A8%BF%E4%BB%B6/"),
        ("https://a.cn/b%20c/é/d", "https://a.cn/b%20c/%C3%A9/d"),
    ],
)
def test_han_belong_to_a_path_that_goes_on(text: str, target: str) -> None:
    assert [address for _, address in found(f"见{text}")] == [target]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("登录https://a.cn/下载。", "https://a.cn/"), ("https://a.cn/通知.", "https://a.cn/"),
        ("https://a.cn/?q=秋收", "https://a.cn/?q="), ("https://a.cn/b(需登录)查看", "https://a.cn/b"),
        ("www.a.cn/首页", "www.a.cn/"), ("https://农科院.中国/通知.html", "https://农科院.中国/通知.html"),
        ("https://农科院.中国。", "https://农科院.中国"),
    ],
)  # fmt: skip
def test_an_address_whose_end_is_in_doubt_leads_nowhere(text: str, span: str) -> None:
    assert found(text) == [(span, "")]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("www.a.cn/b，", ("www.a.cn/b", "https://www.a.cn/b")), ("或WWW.a.cn。", ("WWW.a.cn", "https://WWW.a.cn")),
        ("邮箱a.b+c@d-e.cn。", ("a.b+c@d-e.cn", "mailto:a.b+c@d-e.cn")), ("mailto:a@b.cn", ("a@b.cn", "mailto:a@b.cn")),
        ("user@host", ("user@host", "")), ("git@a.cn:b/c.git", ("git@a.cn:b/c.git", "")),
        ("a.edu.cn/b处", ("a.edu.cn/b", "")), ("见a.cn。", ("a.cn", "")),
        ("192.168.1.1:8080/x", ("192.168.1.1:8080/x", "")), ("访问192.168.1.20:8080即可", ("192.168.1.20:8080", "")),
        ("10.1000/j.b.2026.10。", ("10.1000/j.b.2026.10", "")), ("doi:10.1000/a(b)c", ("10.1000/a(b)c", "")),
        ("ftp://a.cn/b", ("ftp://a.cn/b", "")),
    ],
)  # fmt: skip
def test_other_addresses(text: str, pair: tuple[str, str]) -> None:
    assert found(text) == [pair]


@pytest.mark.parametrize(
    "path",
    ["C:\\Users\\稿件\\十月.docx", "D:/news/a.pdf", "\\\\server\\share\\b", "~/docs/a", "./a/b", "/usr/share/fonts",
     "folder\\file", "src/page/marks.py", "manuscript.docx", "report_2026-10.final.pdf", "localhost:8000/a"],
)  # fmt: skip
def test_paths_of_files_lead_nowhere(path: str) -> None:
    assert found(f"在 {path}，") == [(path, "")]
    assert found(f"在{path}处") == [(path, "")] or path == "./a/b"


@pytest.mark.parametrize(
    "text",
    ["甲@乙", "www", "3@", "没有", "他/她", "km/h", "and/or", "input/output", "中文/English/Deutsch", "U.S.", "e.g.",
     "Ph.D.", "3.14", "1.5mm", "v1.2.3", "GB/T 15834", "：//", "公斤/亩", "2026/10/30", "3:2", "a.b", "#话题#",
     "9.1 mg/L", "3/4", "J. Rowe"],
)  # fmt: skip
def test_what_is_no_address(text: str) -> None:
    assert spans(f"看{text}呢") == []


@pytest.mark.parametrize(
    "text", ["信箱a.b@c-d.cn。", "见www.a.cn，", "见a.cn。", "在192.168.1.20:8000上", "user@host", "U.S."]
)
def test_a_slash_elsewhere_changes_nothing(text: str) -> None:
    """A text without one is searched with a smaller pattern."""
    assert found(text) == found(f"时速60 km/h，{text}")


def test_neighbours_stay_apart() -> None:
    assert spans("http://a.cn,http://b.cn;c@d.cn;e@f.cn、www.g.cn或h@i.cn") == [
        "http://a.cn", "http://b.cn", "c@d.cn", "e@f.cn", "www.g.cn", "h@i.cn",
    ]  # fmt: skip
    assert spans("(https://a.cn/x),(https://b.cn/y)") == ["https://a.cn/x", "https://b.cn/y"]


@pytest.mark.parametrize(
    "unit",
    ["a.", "a-", "a/", "\\", "a\\", "a@", "www.", "http://", "http://a.cn/)", "http://a.cn/通知", "(", "/a"],
)
def test_a_long_chain_of_signs_is_read_through(unit: str) -> None:
    """What ends a search badly in a careless pattern; the run would not end."""
    text = unit * (60_000 // len(unit))
    assert all(0 <= start < end <= len(text) for start, end, _ in addresses(text))
