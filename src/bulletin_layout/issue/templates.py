"""Templates (模板文字): ``第{page.number}版`` and what stands in its braces.

A template is a text with inline marks. The marks are read first, so that ``**{page.name}**`` is strong whatever the
name is; what a name stands for brings marks of its own.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Final
from urllib.parse import quote

from bulletin_layout.findings import Location
from bulletin_layout.findings.catalogue.layouts import brace_alone, form_of_no_date, no_date_form
from bulletin_layout.findings.phrases import SaidValueError
from bulletin_layout.issue.issue import Issue, PagePlan
from bulletin_layout.issue.story import Emphasis, Piece, Pieces, plain

#: What a template may name besides the publication's texts (``publication.KEY``).
ISSUE_NAMES: Final = (
    "issue.id", "issue.date", "issue.number", "issue.total", "issue.pages", "page.number", "page.name", "page.editor",
)  # fmt: skip

#: What stands around a page's number and says nothing: — 3 —, ·3·, 第3版, 第3页.
_AROUND_NUMBER: Final = re.compile(r"[\s\-–—·第版页]*")
_FIELD: Final = re.compile(r"\{([^{}:]*)(?::([^{}]*))?\}")
#: A date's parts as its form writes them; no other letters stand in a form.
_DATE_PARTS: Final = ("YYYY", "YY", "Y", "MM", "M", "DD", "D", "W")
_DATE_LETTERS: Final = re.compile(r"([A-Za-z])\1*")
_DATE_DEFAULT: Final = "Y年M月D日"
_WEEKDAYS: Final = "一二三四五六日"
_BOTH: Final[Mapping[tuple[str, str], Emphasis]] = {
    ("strong", "emphasis"): "strong emphasis", ("emphasis", "strong"): "strong emphasis",
    ("strong emphasis", "strong"): "strong emphasis", ("strong emphasis", "emphasis"): "strong emphasis",
}  # fmt: skip


def names(template: str) -> tuple[str, ...]:
    """The names in a template's braces, in order. SaidValueError if a brace has no partner or
    something has a form that is none."""
    if "{" in (rest := _FIELD.sub("", template)) or "}" in rest:
        raise SaidValueError(brace_alone())
    for field in _FIELD.finditer(template):
        if field[2] is None:
            continue
        if field[1].strip() != "issue.date":
            raise SaidValueError(form_of_no_date(field[0], f"{{issue.date:{_DATE_DEFAULT}}}"))
        parts = {letters[0] for letters in _DATE_LETTERS.finditer(field[2])}
        if not parts or not parts.issubset(_DATE_PARTS):
            raise SaidValueError(no_date_form(field[0], _DATE_PARTS))
    return tuple(field[1].strip() for field in _FIELD.finditer(template))


def expand(template: Pieces, values: Mapping[str, Pieces]) -> Pieces:
    """The template with its names replaced; KeyError for a name that has no value (reading has reported that already).

    ``{issue.date:Y年M月D日}``, ``{issue.date:YYYY-MM-DD}``: a date takes a form after a colon, of Y or YYYY, YY for the
    last two figures, M, D, zero-padded MM, DD, and W for the weekday, 一 to 日. Addresses may have names in braces too.
    """
    return tuple(done for piece in template for done in _expanded(piece, values) if done.text)


def _expanded(piece: Piece, values: Mapping[str, Pieces]) -> Iterator[Piece]:
    if "{" in piece.link:
        piece = replace(piece, link=quote(_said(piece.link, values), safe="%/:?#@!$&'()*+,;=~"))
    if piece.ruby:  # it stands over one piece, however many it was made of
        yield replace(piece, text=_said(piece.text, values))
        return
    at = 0
    for field in _FIELD.finditer(piece.text):
        yield _part(piece, at, field.start())
        yield from (_within(piece, value) for value in _value(field, values, _part(piece, field.start(), field.end())))
        at = field.end()
    yield _part(piece, at, len(piece.text))


def _part(piece: Piece, start: int, end: int) -> Piece:
    at = piece.location
    return replace(piece, text=piece.text[start:end], location=replace(at, column=at.column + start))


def _within(outer: Piece, value: Piece) -> Piece:
    """A piece of a value with the marks that stand around its name in the template."""
    emphasis = _BOTH.get((outer.emphasis, value.emphasis), value.emphasis or outer.emphasis)
    return replace(value, emphasis=emphasis, mark=value.mark or outer.mark, link=value.link or outer.link)


def _value(field: re.Match[str], values: Mapping[str, Pieces], named: Piece) -> Pieces:
    """What a name in braces stands for; ``named``: the name as it stands in the template."""
    name = field[1].strip()
    if name != "issue.date":
        return values[name]
    return (Piece(_date(plain(values[name]), field[2] or _DATE_DEFAULT), named.location),)


def _said(text: str, values: Mapping[str, Pieces]) -> str:
    """A text with its names replaced, without marks."""
    nowhere = Piece("", Location(""))
    return _FIELD.sub(lambda field: plain(_value(field, values, nowhere)), text)


def says_page_alone(template: Pieces, values: Mapping[str, Pieces]) -> bool:
    """Whether a template says nothing but its page's number (页码), or nothing at all, with these values, and leads
    nowhere."""
    text = plain(template)
    said = {name for name in names(text) if plain(values[name])}
    around = _AROUND_NUMBER.fullmatch(_FIELD.sub("", text))
    return said <= {"page.number"} and around is not None and not any(piece.link for piece in template)


def template_values(issue: Issue, page: PagePlan) -> dict[str, Pieces]:
    """What the templates of a page may name, with this page's values (the date in ISO form); what the issue lacks is
    empty."""
    texts = {f"publication.{key}": text for key, text in issue.publication.texts.items()}
    said = {
        "issue.id": issue.id,
        "issue.date": issue.date.isoformat(),
        "issue.number": "" if issue.number is None else str(issue.number),
        "issue.total": "" if issue.total is None else str(issue.total),
        "issue.pages": str(len(issue.pages)),
        "page.number": str(page.number),
    }
    return {
        **texts,
        **{name: (Piece(text, issue.location),) for name, text in said.items()},
        "page.name": (Piece(page.layout.name, page.layout.location),),
        "page.editor": page.editor,
    }


def _date(written: str, form: str) -> str:
    day = date.fromisoformat(written)
    parts = {
        "YYYY": f"{day.year:04}",
        "YY": f"{day.year % 100:02}",
        "Y": f"{day.year}",
        "M": f"{day.month}",
        "MM": f"{day.month:02}",
        "D": f"{day.day}",
        "DD": f"{day.day:02}",
        "W": _WEEKDAYS[day.weekday()],
    }
    return _DATE_LETTERS.sub(lambda letters: parts[letters[0]], form)
