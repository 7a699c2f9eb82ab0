"""Simple equations of Word (公式, OMML) as runs: figures, letters, superscripts and subscripts in a line."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final, Literal

from bulletin_layout.manuscripts.matter import Look, Run
from bulletin_layout.manuscripts.xml import Node

#: What stands in an equation and prints nothing.
_SILENT: Final = ("w:bookmarkStart", "w:bookmarkEnd", "w:proofErr", "w:commentRangeStart", "w:commentRangeEnd")


def equation_runs(node: Node, look: Look) -> tuple[Run, ...] | None:
    """The runs of an ``m:oMath``; None when it cannot be written in a line."""
    try:
        return tuple(_runs(node, look))
    except _NotLinearError:
        return None


def equation_text(node: Node) -> str:
    """All letters and figures of an equation, in order, to quote it."""
    return "".join(part.text for part in node.within("m:t", "w:t"))


class _NotLinearError(ValueError):
    """An equation with a part that stands above or below the line."""


def _runs(node: Node, look: Look) -> Iterator[Run]:
    children = [child for child in node.children if child.tag not in _SILENT and not child.tag.endswith("Pr")]
    for child, before, after in zip(children, (None, *children), (*children[1:], None), strict=False):
        match child.tag:
            case "m:r":
                yield from (Run(part.text, look) for part in child.all("m:t") if part.text)
            case "m:sSup" | "m:sSub" | "m:sSubSup":
                yield from _part(child, "m:e", look)
                yield from _part(child, "m:sub", _shifted(look, "sub"))
                yield from _part(child, "m:sup", _shifted(look, "sup"))
            case "m:d":
                yield from _bracketed(child, look)
            case "m:f":
                yield from _fraction(child, before, after, look)
            case "m:func":
                yield from (*_part(child, "m:fName", look), Run(" ", look), *_part(child, "m:e", look))
            case "m:e" | "m:sub" | "m:sup" | "w:ins" | "m:box" | "m:oMath":
                yield from _runs(child, look)
            case _:
                raise _NotLinearError(child.tag)


def _fraction(node: Node, before: Node | None, after: Node | None, look: Look) -> Iterator[Run]:
    """A fraction of figures and letters: 1/2, in brackets where it would run into its neighbours: (1/2)x."""
    above, below = ([*_part(node, tag, look)] for tag in ("m:num", "m:den"))
    over, under = ("".join(run.text for run in part) for part in (above, below))
    if not (over.replace(".", "").isalnum() and under.replace(".", "").isalnum()):
        raise _NotLinearError(node.tag)
    if len(under) > 1 and not under.replace(".", "").isdecimal():
        below = [Run("(", look), *below, Run(")", look)]
    whole = (*above, Run("/", look), *below)
    is_apart = not (_letter(before, -1) or _letter(after, 0))
    yield from whole if is_apart else (Run("(", look), *whole, Run(")", look))


def _letter(node: Node | None, at: int) -> bool:
    """Whether a neighbour of a fraction begins or ends (``at`` 0 or -1) with a letter, a figure or something raised."""
    return node is not None and (node.tag != "m:r" or equation_text(node)[at:][:1].isalnum())


def _part(node: Node, tag: str, look: Look) -> Iterator[Run]:
    child = node.first(tag)
    if child is not None:
        yield from _runs(child, look)


def _shifted(look: Look, shift: Literal["sup", "sub"]) -> Look:
    if look.shift:
        raise _NotLinearError(shift)
    return replace(look, shift=shift)


def _bracketed(node: Node, look: Look) -> Iterator[Run]:
    """Something between brackets, which ``m:dPr`` names where they are not ( )."""
    names = {tag: child for tag in ("m:begChr", "m:endChr") if (child := node.first("m:dPr", tag)) is not None}
    opening, closing = names.get("m:begChr"), names.get("m:endChr")
    yield Run(opening.get("m:val") if opening is not None else "(", look)
    for at, child in enumerate(node.all("m:e")):
        if at:
            yield Run("|", look)
        yield from _runs(child, look)
    yield Run(closing.get("m:val") if closing is not None else ")", look)
