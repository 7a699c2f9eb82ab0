"""Heads that part a word (标题拆词): what is said of lines that begin inside a word, a name or a title of office."""

from collections.abc import Callable, Iterable

from bulletin_layout.findings import Finding, Location
from bulletin_layout.issue import Style
from bulletin_layout.typeset import Phraser, parted_words


def head_breaks(
    text: str,
    breaks: Iterable[int],
    style: Style,
    phraser: Phraser,
    what: str,
    place: Callable[[int], Location],
    *,
    by_author: bool = False,
) -> list[Finding]:
    """The words that lines divide which begin at ``breaks`` in a head's text; ``what``: the head, in messages;
    ``place``: where a character of it stands in its file.

    A word in two is a warning, and a note where the author broke the lines (``by_author``).
    """
    found = parted_words(text, breaks, phraser, style.keep or ())
    return [_parted(f"{text[a:at]}｜{text[at:b]}", what, place(at), by_author=by_author) for a, at, b in found]


def _parted(broken: str, what: str, place: Location, *, by_author: bool) -> Finding:
    if by_author:
        return Finding("note", "head-break", f"{what}: its lines, as they are written, part 「{broken}」", place)
    message = (
        f"{what} is broken inside 「{broken}」: shorten it, give it more room or smaller sizes, or write its lines as a "
        "list"
    )
    return Finding("warning", "head-break", message, place)
