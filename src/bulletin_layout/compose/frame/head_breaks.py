"""Findings about heads that divide a word, a name or a title of office (标题拆词)."""

from collections.abc import Callable, Iterable

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import heads
from bulletin_layout.findings.catalogue.composing import part
from bulletin_layout.issue import Style
from bulletin_layout.page import Role
from bulletin_layout.typeset import Phraser, parted_words


def head_breaks(
    role: Role,
    text: str,
    breaks: Iterable[int],
    style: Style,
    phraser: Phraser,
    place: Callable[[int], Location],
    *,
    by_author: bool = False,
) -> list[Finding]:
    """Findings about the words that are divided by line breaks at these offsets of a head's text: warnings, or hints if
    the author broke the lines (``by_author``). ``place``: offset → location."""
    return [
        (heads.head_break_as_written if by_author else heads.head_break)(
            place(at), part=part(role), broken=f"{text[a:at]}｜{text[at:b]}"
        )
        for a, at, b in parted_words(text, breaks, phraser, style.keep or ())
    ]
