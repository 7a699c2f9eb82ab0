"""Messages of ``argparse`` itself in Chinese, and line breaks in its help that are right for Chinese."""

import argparse
import gettext
from typing import Final

from bulletin_layout.cli.cells import cells
from bulletin_layout.languages import Language

_CHINESE: Final = {
    "usage: ": "用法：",
    "positional arguments": "参数",
    "options": "选项",
    "show this help message and exit": "显示帮助",
    "show program's version number and exit": "显示版本号",
    "%(prog)s: error: %(message)s\n": "%(prog)s: error: %(message)s\n",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s：%(message)s",
    "the following arguments are required: %s": "还要写：%s",
    "unrecognized arguments: %s": "不认得：%s",
    "expected one argument": "后面要写一个值",
    "expected at least one argument": "后面至少要写一个值",
    "ignored explicit argument %r": "后面不带值，却写了 %r",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s 不明确，可以是 %(matches)s",
    "invalid choice: %(value)r (choose from %(choices)s)": "没有 %(value)r 这一项；有：%(choices)s",
    "invalid %(type)s value: %(value)r": "%(value)r 不对",
    "unknown parser %(parser_name)r (choices: %(choices)s)": "没有 %(parser_name)r 这个命令；有：%(choices)s",
}


def speak(language: Language) -> None:
    """Set the language of ``argparse``. It translates its messages by a module-level function ``_`` (gettext), which is
    replaced here: it has no public way to do this."""
    chinese = language == "zh"
    vars(argparse)["_"] = (lambda words: _CHINESE.get(words, words)) if chinese else gettext.gettext


class Formatter(argparse.HelpFormatter):
    """Help with lines measured in terminal cells: a Chinese character takes two."""

    def _split_lines(self, text: str, width: int) -> list[str]:
        return wrapped(text, width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(indent + line for line in wrapped(text, width - len(indent)))


def wrapped(text: str, width: int) -> list[str]:
    """Lines of at most ``width`` cells, broken at spaces and beside Chinese characters, but never before a mark."""
    lines, line = [], ""
    for part in _parts(" ".join(text.split())):
        if line and cells((line + part).rstrip()) > width:
            lines.append(line.rstrip())
            line = part.lstrip()
        else:
            line += part
    return [*lines, line.rstrip()] if line else lines


def _parts(text: str) -> list[str]:
    """The unbreakable parts: Western words with the space after them, Chinese characters with the marks after them."""
    parts: list[str] = []
    wide_before = True
    for char in text:
        wide = cells(char) == 2
        mark = wide and not char.isalnum()
        opening = char in "（“「《"
        glued = bool(parts) and parts[-1][-1:] in "（“「《"
        if not parts or (not glued and (opening or (not mark and (wide or wide_before or parts[-1].endswith(" "))))):
            parts.append(char)
        else:
            parts[-1] += char
        wide_before = wide
    return parts
