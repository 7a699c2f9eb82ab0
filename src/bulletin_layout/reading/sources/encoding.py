"""Decodes text files (编码): UTF-8 is the rule, GB 18030 is accepted with a warning, anything else is refused with the
line."""

import re
import unicodedata
from itertools import islice
from typing import Final

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import files as said
from bulletin_layout.findings.phrases import Phrase
from bulletin_layout.fonts import UNWANTED

#: Most findings of one kind per file: a damaged file may have thousands of bad characters.
MOST_REPORTED: Final = 20

_UTF16: Final = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
#: Characters that cannot be printed: controls except tab and line feed, line separators, noncharacters, U+FFFD, and
#: invisible ones without a use here: marks that change the direction of writing, fillers, tags.
_FORBIDDEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufff0-\uffff\U0001fffe\U0001ffff]|"
    + UNWANTED.pattern
)


def decoded(data: bytes, path: str, findings: list[Finding]) -> str | None:
    """The file's text with ``\\n`` as line end and without a BOM; None when it was refused, which is reported.

    Unprintable characters are reported with their places and replaced by spaces, so that all later places stay right.
    """
    text = _as_text(data, path, findings)
    if text is None:
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _without_controls(text, path, findings)


def _as_text(data: bytes, path: str, findings: list[Finding]) -> str | None:
    if data[:2] in _UTF16:
        return _from_utf16(data, path, findings)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
    if _damaged_utf8(data):
        findings.append(said.encoding(Location(path, line)))
        return None
    return _from_gb18030(data, path, line, findings)


def _from_utf16(data: bytes, path: str, findings: list[Finding]) -> str | None:
    try:
        text = data[2:].decode(_UTF16[data[:2]])
    except UnicodeDecodeError:
        findings.append(said.encoding_damaged_utf16(Location(path)))
        return None
    findings.append(said.encoding_utf16(Location(path)))
    return text


def _from_gb18030(data: bytes, path: str, line: int, findings: list[Finding]) -> str | None:
    """Decode GB 18030. ``line``: the first line that is not UTF-8."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError as problem:
        bad = data.count(b"\n", 0, problem.start) + 1
        findings.append(said.encoding_neither(Location(path, bad)))
        return None
    strange = next((k for k, char in enumerate(text) if unicodedata.category(char) in ("Cn", "Co")), None)
    if strange is not None:
        findings.append(said.encoding_senseless(Location(path, text.count("\n", 0, strange) + 1)))
        return None
    if not _reads_as_chinese(text):
        findings.append(said.encoding_no_chinese(Location(path, line)))
        return None
    findings.append(said.encoding_gbk(Location(path, line)))
    return text


def _reads_as_chinese(text: str) -> bool:
    """Whether at least a tenth of the Han characters are in GB 2312. That is so even for traditional script, but not
    for Shift JIS text misread as GB 18030."""
    han = "".join(char for char in text if "\u4e00" <= char <= "\u9fff")
    return len(han.encode("gb2312", errors="ignore")) // 2 * 10 >= len(han)


def _damaged_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8 with a few errors. In GBK text, valid UTF-8 sequences hardly ever outnumber invalid
    ones."""
    text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    good = sum(char > "\x7f" for char in text) - bad
    return good > bad


def forbidden_character(text: str) -> Phrase | None:
    """The description of the first unprintable character for a finding; None when there is none."""
    found = _FORBIDDEN.search(text)
    return _said(found[0]) if found else None


def _said(char: str) -> Phrase:
    return said.replacement_mark() if char == "\ufffd" else said.unprintable(f"U+{ord(char):04X}")


def _without_controls(text: str, path: str, findings: list[Finding]) -> str:
    if not _FORBIDDEN.search(text):
        return text
    for found in islice(_FORBIDDEN.finditer(text), MOST_REPORTED):
        at = found.start()
        start = text.rfind("\n", 0, at) + 1
        place = Location(path, text.count("\n", 0, start) + 1, at - start + 1)
        findings.append(said.control_character(place, problem=_said(found[0])))
    return _FORBIDDEN.sub(" ", text)
