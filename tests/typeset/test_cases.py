"""The case files: a measure, a text, and the lines it gives."""

from pathlib import Path
from typing import Any, NamedTuple

import pytest

from bulletin_layout.fonts import FontBook
from tests.typeset.setting import set_text, text_of, words

FOLDER = Path(__file__).parent / "cases"


class Case(NamedTuple):
    """One block of a case file."""

    measure: float
    options: dict[str, Any]
    text: str
    lines: list[str]


def cases() -> list[Any]:
    """Every case of every file, named by file and number."""
    found = []
    for path in sorted(FOLDER.glob("*.txt")):
        blocks = path.read_text(encoding="utf-8").split("\n\n")[1:]
        for number, block in enumerate(blocks, start=1):
            head, text, output = block.strip("\n").split("\n", 2)
            measure, *pairs = head.split()
            options = {name: value != "no" if value in ("yes", "no") else value for name, value in map(_pair, pairs)}
            lines = output.removeprefix("# output\n").split("｜")
            found.append(pytest.param(Case(float(measure), options, text, lines), id=f"{path.stem}-{number}"))
    return found


def _pair(option: str) -> tuple[str, str]:
    name, value = option.split("=")
    return name, value


@pytest.mark.parametrize("case", cases())
def test_case(toy: FontBook, case: Case) -> None:
    setting = set_text(case.text, case.measure, toy, **case.options)
    assert words(setting, case.text) == case.lines
    assert text_of(setting) == case.text
