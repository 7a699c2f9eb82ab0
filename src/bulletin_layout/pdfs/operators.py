"""Reads the operators of a page's content (ISO 32000-1, 7.8.2), in the syntax in which this program writes them.

That is a part of the whole syntax: there are no literal strings, comments, inline images or nested arrays. Whatever
else a content has is an error, so that nothing on a page is passed over.
"""

import re
from collections.abc import Iterator, Set
from typing import Final

from bulletin_layout.findings.catalogue import archives as said
from bulletin_layout.pdfs.pikepdf_adapter import PdfError
from bulletin_layout.pdfs.values import Name

_SPACE: Final = " \t\r\n\f"
_NUMBERS: Final = rf"[-+0-9.{_SPACE}]*+"
_CODES: Final = rf"<[0-9A-Fa-f{_SPACE}]*+>"
_DICTIONARY: Final = rf"<<(?:[^<>()\[\]]++|{_CODES})*+>>"
_ARRAY: Final = rf"\[[-+0-9.A-Fa-f<>{_SPACE}]*+\]"
_NAME: Final = rf"/[^{_SPACE}\0()<>\[\]{{}}/%]*+"
#: All operands of an operator, then the operator; where there is none, all the rest, with an empty operator. No
#: repetition gives back what it took (possessive quantifiers), so that the time is linear in the length.
_STEP: Final = re.compile(
    rf"({_NUMBERS}(?:(?:{_ARRAY}|{_CODES}|{_NAME}|{_DICTIONARY}){_NUMBERS})*+)([A-Za-z]++\*?+)(?![^{_SPACE}\[<(/])|.++",
    re.DOTALL,
)
_ESCAPE: Final = re.compile(r"#([0-9A-Fa-f]{2})")
#: As much of a content as an error shows.
_SHOWN: Final = 40


def operators(content: bytes, known: Set[str]) -> list[tuple[str, str]]:
    """(Operands, operator) of a content, in order; the operands as they are written, for the functions below.

    PdfError: the content has an operator that is not among those ``known``, or other syntax.
    """
    text = content.decode("latin-1").strip()
    steps: list[tuple[str, str]] = _STEP.findall(text) if text else []
    if not known >= {operator for _, operator in steps}:
        first = next(step for step in _STEP.finditer(text) if step[2] not in known)
        raise unknown(text[first.start() :])
    return steps


def unknown(found: str) -> PdfError:
    """The error about an operator that is not known, or has operands that it does not take."""
    return PdfError(said.unknown_operator(found[:_SHOWN].strip()))


def numbers(operands: str) -> tuple[float, ...]:
    """Operands that are numbers. ValueError: they are not."""
    return tuple(map(float, operands.split()))


def name(operand: str) -> Name:
    """An operand that is a name (7.3.5), with the bytes that it has escaped."""
    plain = operand.strip().removeprefix("/")
    if "#" in plain:
        plain = _ESCAPE.sub(lambda escape: chr(int(escape[1], 16)), plain)
    return Name(plain.encode("latin-1").decode("utf-8", "replace"))


def codes(operands: str) -> Iterator[str]:
    """The strings among the operands, each in hexadecimal."""
    return ("".join(string.split()) for string in re.findall("<([^>]*)>", operands))
