"""Findings about doubts (存疑的字): characters that no font has, or that are not set as they were meant."""

from collections.abc import Callable, Iterable, Iterator

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import fonts as said
from bulletin_layout.findings.phrases import NOTHING, Phrase
from bulletin_layout.fonts import no_font_has
from bulletin_layout.typeset import Doubt

#: Number of characters that a finding quotes.
_MOST_SAID = 20


def doubtful(
    doubts: Iterable[Doubt], place: Callable[[int], Location], is_head: Callable[[int], bool], part: Phrase | str = ""
) -> Iterator[Finding]:
    """The findings of one text. ``place``: offset → location; ``is_head``: whether an offset is in a head or in strong
    text, where a character of another face is conspicuous; ``part``: what the text is, if its location is not
    enough."""
    doubts = tuple(doubts)
    where = said.in_part(part) if part and doubts else NOTHING
    together: dict[tuple[str, str], list[Doubt]] = {}
    for doubt in doubts:
        if doubt.kind in ("script", "mixed"):
            if doubt.kind == "script" or is_head(doubt.offset):
                together.setdefault((doubt.kind, doubt.name), []).append(doubt)
        elif doubt.kind == "variant":
            codes = " ".join(f"U+{ord(char):04X}" for char in doubt.text)
            yield said.variant_not_shown(place(doubt.offset), where=where, char=doubt.text[0], codes=codes)
        else:
            yield no_font_has(doubt.text, place(doubt.offset), part)
    for (kind, name), found in together.items():
        parts = dict.fromkeys(doubt.text for doubt in found)
        text = ("" if all(len(part) == 1 for part in parts) else " ").join(parts)[:_MOST_SAID]
        at = place(found[0].offset)
        if kind == "script":
            yield said.script_not_set(at, where=where, text=text, script=name)
        else:
            yield said.mixed_face(at, where=where, text=text, face=name)
