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

_NUMBER: Final = r"[-+]?[0-9.]++"
_CODES: Final = r"<[0-9A-Fa-f\s]*+>"
_DICTIONARY: Final = rf"<<(?:[^<>()\[\]]++|{_CODES})*+>>"
_ARRAY: Final = r"\[[-+0-9.A-Fa-f<>\s]*+\]"
_NAME: Final = r"/[^\s\0()<>\[\]{}/%]*+"
#: All operands of an operator, then the operator. No repetition gives back what it took (possessive quantifiers), so
#: that the time is linear in the length.
_STEP: Final = re.compile(
    rf"\s*+((?:(?:{_NUMBER}|{_ARRAY}|{_CODES}|{_DICTIONARY}|{_NAME})\s*+)*+)([A-Za-z]++\*?+)(?![^\s\[<(/])"
)
_ESCAPE: Final = re.compile(r"#([0-9A-Fa-f]{2})")
#: As much of a content as an error shows.
_SHOWN: Final = 40


def operators(content: bytes, known: Set[str]) -> Iterator[tuple[str, str]]:
    """(Operator, operands) of a content, in order; the operands as they are written, for the functions below.

    PdfError: the content has an operator that is not among those ``known``, or other syntax.
    """
    text = content.decode("latin-1")
    end = 0
    for step in _STEP.finditer(text):
        operator = step[2]
        if step.start() != end or operator not in known:
            break
        end = step.end()
        yield operator, step[1]
    if text[end:].strip():
        raise PdfError(said.unknown_operator(text[end : end + _SHOWN].strip()))


def numbers(operands: str) -> tuple[float, ...]:
    """Operands that are numbers."""
    return tuple(map(float, operands.split()))


def name(operand: str) -> Name:
    """An operand that is a name (7.3.5), with the bytes that it has escaped."""
    plain = _ESCAPE.sub(lambda escape: chr(int(escape[1], 16)), operand.strip().removeprefix("/"))
    return Name(plain.encode("latin-1").decode("utf-8", "replace"))


def codes(operands: str) -> Iterator[str]:
    """The strings among the operands, each in hexadecimal."""
    return ("".join(string.split()) for string in re.findall("<([^>]*)>", operands))
