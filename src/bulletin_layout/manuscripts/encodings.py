"""Text files in any Chinese encoding (编码): UTF-8, UTF-16, GB 18030 or Big5, told apart by what they give."""

import unicodedata
from typing import Final

from bulletin_layout.values import NamedTuple

_MARKS: Final = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\0\0", "utf-32-le"),
    (b"\0\0\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_CANDIDATES: Final = ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
#: A text is sure when nearly all its characters are common ones, and no other reading comes near.
_SURE: Final = 0.9
_NEAR: Final = 0.1
_LEAST: Final = 0.5
#: How many characters are judged.
_SAMPLE: Final = 20_000
_WIDE_MARKS: Final = "，。、；：？！“”‘’（）《》〈〉【】—…·～　"


class Decoded(NamedTuple):
    """A text, the encoding that it was read in, and whether that is sure."""

    text: str
    encoding: str
    sure: bool


def decode(data: bytes) -> Decoded | None:
    """A text file's text, with ``\\n`` as line end; None when no encoding gives Chinese or Western text."""
    found = _by_mark(data) or _as_utf8(data) or _by_looks(data)
    if found is None:
        return None
    return found._replace(text=found.text.replace("\r\n", "\n").replace("\r", "\n"))


def _by_mark(data: bytes) -> Decoded | None:
    """By a byte order mark."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _decoded(data[len(mark) :], encoding)
            return Decoded(text, encoding, True) if text is not None else None
    return None


def _as_utf8(data: bytes) -> Decoded | None:
    text = _decoded(data, "utf-8")
    return Decoded(text, "utf-8", True) if text is not None and "\0" not in text else None


def _by_looks(data: bytes) -> Decoded | None:
    """The encoding whose text has most common characters. Of equals, the first of the candidates counts."""
    read = [(name, text) for name in _CANDIDATES if (text := _decoded(data, name)) is not None]
    ranked = sorted(((_common(text), -at, name, text) for at, (name, text) in enumerate(read)), reverse=True)
    if not ranked or ranked[0][0] < _LEAST:
        return None
    best, _, name, text = ranked[0]
    second = ranked[1][0] if len(ranked) > 1 else 0.0
    return Decoded(text, name, best >= _SURE and best - second >= _NEAR)


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, ValueError):
        return None


def _common(text: str) -> float:
    """The share of characters that are common in Chinese texts: those of level 1 of GB 2312 or Big5, marks, ASCII."""
    sample = text[:_SAMPLE]
    return sum(map(_is_common, sample)) / len(sample) if sample else 0.0


def _is_common(char: str) -> bool:
    if char < "\x80":
        return char.isprintable() or char in "\t\r\n"
    if char in _WIDE_MARKS:
        return True
    if unicodedata.category(char) in ("Cn", "Co", "Cc"):
        return False
    simple, full = char.encode("gb2312", "ignore"), char.encode("big5", "ignore")
    return b"\xb0" <= simple[:1] <= b"\xd7" or b"\xa4" <= full[:1] <= b"\xc6"
