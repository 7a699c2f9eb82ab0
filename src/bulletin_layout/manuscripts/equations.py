"""Simple equations of Word (公式, OMML) as runs: figures, letters, superscripts and subscripts in a line."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from bulletin_layout.manuscripts.matter import Look, Run
from bulletin_layout.manuscripts.xml import Node


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
    for child in node.children:
        match child.tag:
            case "m:r":
                yield from (Run(part.text, look) for part in child.all("m:t") if part.text)
            case "m:sSup" | "m:sSub" | "m:sSubSup":
                yield from _part(child, "m:e", look)
                yield from _part(child, "m:sub", _shifted(look, "sub"))
                yield from _part(child, "m:sup", _shifted(look, "sup"))
            case "m:d":
                yield from _bracketed(child, look)
            case "m:ctrlPr" | "m:rPr" | "m:sSupPr" | "m:sSubPr" | "m:sSubSupPr" | "m:dPr" | "w:rPr" | "m:argPr":
                continue
            case "m:e" | "m:sub" | "m:sup" | "w:ins" | "m:box" | "m:oMath":
                yield from _runs(child, look)
            case _:
                raise _NotLinearError(child.tag)


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
