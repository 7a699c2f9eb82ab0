"""What may be shown on a terminal (转义): a name from anywhere can hold characters that move, colour or turn round what
is shown. Each of them is written as an escape, so that it can be seen and does nothing."""

from typing import Final
from unicodedata import category

#: Controls; formats, which turn the direction of writing or are not seen at all; halves of a pair; ends of lines.
_ACTING: Final = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))


def visible(text: str) -> str:
    """The text with every control and format character as an escape, line breaks too: ``\\x1b``, ``\\u202e``."""
    return text if text.isprintable() else "".join(map(_shown, text))


def visible_json(text: str) -> str:
    """JSON with its format characters as escapes of its own; what it means is the same."""
    lines = text.split("\n")
    return "\n".join([line if line.isprintable() else "".join(map(_shown_in_json, line)) for line in lines])


def _shown(char: str) -> str:
    if char.isprintable() or category(char) not in _ACTING:
        return char
    known = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
    number = ord(char)
    return known.get(char) or (f"\\x{number:02x}" if number < 256 else _long(number))


def _long(number: int) -> str:
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def _shown_in_json(char: str) -> str:
    if char.isprintable() or category(char) not in _ACTING:
        return char
    pair = char.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{pair[at : at + 4]}" for at in range(0, len(pair), 4))
