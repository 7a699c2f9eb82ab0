"""Bytes to text: UTF-8, GBK read with a warning, damage refused at its line."""

from hypothesis import given
from hypothesis import strategies as st

from bulletin_layout.findings import Finding
from bulletin_layout.reading.sources.encoding import decoded

TEXT = "第一行，院报。\n第二行：今年十月，水稻收了。\n"


def read(data: bytes) -> tuple[str | None, list[str]]:
    findings: list[Finding] = []
    text = decoded(data, "a.md", findings)
    return text, [f"{finding.location}: {finding.severity}[{finding.code}]" for finding in findings]


def test_utf8_with_and_without_bom_and_any_line_ends() -> None:
    for data in (TEXT.encode(), TEXT.encode("utf-8-sig"), TEXT.replace("\n", "\r\n").encode()):
        assert read(data) == (TEXT, [])


def test_gbk_is_read_with_a_warning_at_its_first_line() -> None:
    data = b"plain\n" + TEXT.encode("gb18030")
    assert read(data) == ("plain\n" + TEXT, ["a.md:2:1: warning[encoding]"])


def test_rare_characters_of_gb18030_are_read() -> None:
    text = TEXT + "\U0002cb2d㐂\n"
    assert read(text.encode("gb18030"))[0] == text


def test_a_file_that_is_neither_is_refused_at_the_line_that_fails() -> None:
    assert read(TEXT.encode("gb18030") + b"\xff\xff\n") == (None, ["a.md:3:1: error[encoding]"])


def test_other_encodings_are_not_taken_for_chinese() -> None:
    japanese = "---\n日本語のテキストです。東京で会議に出席しました。\n"
    assert read(japanese.encode("shift-jis")) == (None, ["a.md:2:1: error[encoding]"])
    traditional = "國家標準這裡寫的是繁體字，臺灣與香港，體驗。\n"
    assert read(traditional.encode("gb18030"))[0] == traditional


def test_damaged_utf8_is_never_read_as_gbk() -> None:
    good = TEXT.encode()
    assert read(good + good[:-3] + b"\n") == (None, ["a.md:4:1: error[encoding]"])


def test_utf16_of_an_old_editor_is_read_with_a_warning() -> None:
    assert read(b"\xff\xfe" + TEXT.encode("utf-16-le")) == (TEXT, ["a.md:1:1: warning[encoding]"])
    assert read(b"\xff\xfe" + TEXT.encode("utf-16-le") + b"x") == (None, ["a.md:1:1: error[encoding]"])


def test_control_characters_are_findings_at_their_place_and_leave_every_other_place_right() -> None:
    text, findings = read("甲\x07乙\n\ufffd丙\x00\u2028丁".encode())
    assert text == "甲 乙\n 丙  丁"
    assert findings == [
        "a.md:1:2: error[control-character]",
        "a.md:2:1: error[control-character]",
        "a.md:2:3: error[control-character]",
        "a.md:2:4: error[control-character]",
    ]


def test_thousands_of_control_characters_are_not_said_one_by_one() -> None:
    assert len(read(b"\x01" * 5000)[1]) == 20


@given(st.binary())
def test_any_bytes_give_text_or_a_finding(data: bytes) -> None:
    text, findings = read(data)
    assert text is not None or len(findings) == 1
    assert text is None or not any(char < " " and char not in "\n\t" for char in text)
