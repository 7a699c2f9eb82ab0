"""All tables of rules (规则表), in the order in which they are tried."""

from collections.abc import Iterator

from bulletin_layout.proofreading import characters, dates, marks, numbers, units, words
from bulletin_layout.proofreading.rule import Rule


def tables() -> Iterator[Rule]:
    """Every rule: characters before marks, marks before numbers, numbers before words."""
    yield from characters.RULES
    yield from marks.RULES
    yield from numbers.RULES
    yield from dates.RULES
    yield from units.RULES
    yield from words.rules()
