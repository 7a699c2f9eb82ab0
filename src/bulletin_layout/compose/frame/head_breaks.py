"""Heads that part a word (标题拆词): what is said of lines that begin inside a word, a name or a title of office."""

from collections.abc import Callable, Iterable

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue.composing import part
from bulletin_layout.findings.catalogue.heads import head_break, head_break_as_written
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
    """The words that lines divide which begin at ``breaks`` in a head's text; ``place``: where a character of it stands
    in its file. A word in two is a warning, and a hint where the author broke the lines (``by_author``)."""
    said = head_break_as_written if by_author else head_break
    found = parted_words(text, breaks, phraser, style.keep or ())
    return [said(place(at), part=part(role), broken=f"{text[a:at]}｜{text[at:b]}") for a, at, b in found]
