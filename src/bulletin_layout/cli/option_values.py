"""Reads the values of options (选项的值), with messages in Chinese and English."""

import argparse
from collections.abc import Callable
from datetime import date
from typing import Final, TypeVar

T = TypeVar("T")

_LEAST_DPI: Final = 18
_MOST_DPI: Final = 1200
#: Round files have names of two digits.
_MOST_ROUNDS: Final = 90
_MOST_PORT: Final = 65535


class _WrongError(Exception):
    """A wrong value of an option, with the message in both languages."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.both = (zh, en)


def checked(read: Callable[[str], T], *, chinese: bool) -> Callable[[str], T]:
    """A reader of values for argparse, with messages in one language."""

    def said(written: str) -> T:
        try:
            return read(written)
        except _WrongError as problem:
            raise argparse.ArgumentTypeError(problem.both[0 if chinese else 1]) from None

    return said


def words(written: str) -> tuple[str, ...]:
    """Read ``lead,left``."""
    return tuple(dict.fromkeys(word.strip() for word in written.replace("，", ",").split(",") if word.strip()))


def products(written: str) -> tuple[str, ...]:
    """Read ``print,png``."""
    from bulletin_layout.pipeline import PRODUCTS

    names = words(written)
    for name in names:
        if name not in PRODUCTS:
            known = PRODUCTS
            raise _WrongError(
                f"没有 {name!r} 这种成品；有：{'、'.join(known)}",
                f"unknown product {name!r}; there are {', '.join(known)}",
            )
    if not names:
        raise _WrongError("至少写一种成品", "name at least one product")
    return names


def codes(written: str) -> tuple[str, ...]:
    """Read ``short,unused-photo``: codes of findings that may be turned off."""
    from bulletin_layout.findings.phrases import text
    from bulletin_layout.findings.settled import refusal

    named = words(written)
    for code in named:
        refused = refusal(code)
        if refused is not None:
            raise _WrongError(text(refused, "zh"), text(refused, "en"))
    return named


def kind(written: str) -> str:
    """Read a kind of file, such as ``layout``."""
    from bulletin_layout.reading.schema.file_kinds import KINDS

    if written not in KINDS:
        raise _WrongError(
            f"没有 {written!r} 这种文件；有：{'、'.join(KINDS)}",
            f"unknown kind {written!r}; there are {', '.join(KINDS)}",
        )
    return written


def dots(written: str) -> int:
    """Read a resolution in dots per inch. With fewer than the least nothing can be recognised; with more than the most,
    a single page fills the memory."""
    if not written.isdecimal() or not _LEAST_DPI <= int(written) <= _MOST_DPI:
        raise _WrongError(
            f"{written!r} 不是从 {_LEAST_DPI} 到 {_MOST_DPI} 的整数",
            f"{written!r} is not a number from {_LEAST_DPI} to {_MOST_DPI}",
        )
    return int(written)


def counts(written: str) -> tuple[int, ...]:
    """Read ``2,4``: numbers from 1, sorted, each once."""
    named = tuple(sorted({count(word) for word in words(written)}))
    if not named:
        raise _WrongError("至少写一版，例如 2,4", "name at least one page, e.g. 2,4")
    return named


def count(written: str) -> int:
    """Read a whole number, at least 1."""
    if not written.isdecimal() or int(written) < 1:
        raise _WrongError(f"{written!r} 不是从 1 起的整数", f"{written!r} is not a number from 1 up")
    return int(written)


def round_number(written: str) -> int:
    """Read the number of a round of proofs. Nobody reads a page a hundred times."""
    if not written.isascii() or not written.isdecimal() or not 1 <= int(written) <= _MOST_ROUNDS:
        raise _WrongError(
            f"{written!r} 不是从 1 到 {_MOST_ROUNDS} 的整数", f"{written!r} is not a number from 1 to {_MOST_ROUNDS}"
        )
    return int(written)


def day(written: str) -> str:
    """Read a day, ``2026-10-28``."""
    try:
        return date.fromisoformat(written).isoformat()
    except ValueError:
        raise _WrongError(
            f"{written!r} 不是日期，写成 2026-10-28 这样", f"{written!r} is no date; write it as 2026-10-28"
        ) from None


def port(written: str) -> int:
    """Read a port of TCP."""
    if not written.isdecimal() or int(written) > _MOST_PORT:
        raise _WrongError(
            f"{written!r} 不是从 0 到 {_MOST_PORT} 的整数", f"{written!r} is not a number from 0 to {_MOST_PORT}"
        )
    return int(written)
