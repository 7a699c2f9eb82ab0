"""Templates (模板文字), such as ``第{page.number}版``.

A template is a text with inline marks. The marks are read before the names in braces are replaced, so that
``**{page.name}**`` is strong whatever the name contains; a value may have marks of its own.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final
from urllib.parse import quote

from bulletin_layout.findings import Location
from bulletin_layout.findings.catalogue import layouts
from bulletin_layout.findings.phrases import SaidValueError
from bulletin_layout.issue.issue import Issue, PagePlan
from bulletin_layout.issue.story import Emphasis, Piece, Pieces, plain
from bulletin_layout.values import replace

#: Names that a template may use besides the publication's texts (``publication.KEY``).
ISSUE_NAMES: Final = (
    "issue.id", "issue.date", "issue.number", "issue.total", "issue.pages", "page.number", "page.name", "page.editor",
)  # fmt: skip

#: Those of them that do not stand in a file as they are printed.
_PLACELESS: Final = frozenset(ISSUE_NAMES) - {"page.editor", "page.name"}

#: Characters around a page number that have no meaning of their own: — 3 —, ·3·, 第3版, 第3页.
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
    """The names in a template's braces, in order. SaidValueError: a brace is unbalanced, or a format after a colon is
    not a date format."""
    if "{" in (rest := _FIELD.sub("", template)) or "}" in rest:
        raise SaidValueError(layouts.brace_alone())
    for field in _FIELD.finditer(template):
        if field[2] is None:
            continue
        if field[1].strip() != "issue.date":
            raise SaidValueError(layouts.form_of_no_date(field[0], f"{{issue.date:{_DATE_DEFAULT}}}"))
        parts = {letters[0] for letters in _DATE_LETTERS.finditer(field[2])}
        if not parts or not parts.issubset(_DATE_PARTS):
            raise SaidValueError(layouts.no_date_form(field[0], _DATE_PARTS))
    return tuple(field[1].strip() for field in _FIELD.finditer(template))


def expand(template: Pieces, values: Mapping[str, Pieces]) -> Pieces:
    """The template with its names replaced, also in link targets.

    ``{issue.date:Y年M月D日}``, ``{issue.date:YYYY-MM-DD}``: a date may have a format after a colon: Y or YYYY, YY (the
    last two figures), M, D, zero-padded MM and DD, and W for the weekday, 一 to 日. KeyError: a name has no value
    (``reading`` reports that as a finding before).
    """
    return tuple(done for piece in template for done in _expanded(piece, values) if done.text)


def _expanded(piece: Piece, values: Mapping[str, Pieces]) -> Iterator[Piece]:
    if "{" in piece.link:
        piece = replace(piece, link=quote(_said(piece.link, values), safe="%/:?#@!$&'()*+,;=~"))
    if piece.ruby:  # ruby belongs to one piece, so a value with several pieces is flattened
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
    """A piece of a value, with the marks that the template has around the name."""
    emphasis = _BOTH.get((outer.emphasis, value.emphasis), value.emphasis or outer.emphasis)
    return replace(value, emphasis=emphasis, mark=value.mark or outer.mark, link=value.link or outer.link)


def _value(field: re.Match[str], values: Mapping[str, Pieces], named: Piece) -> Pieces:
    """The value of a name in braces; ``named``: the piece of the template with the name. A value that has no place of
    its own in a file, such as a page's number, has the location of its name."""
    name = field[1].strip()
    if name != "issue.date":
        return tuple(replace(each, location=named.location) if name in _PLACELESS else each for each in values[name])
    return (Piece(_date(plain(values[name]), field[2] or _DATE_DEFAULT), named.location),)


def _said(text: str, values: Mapping[str, Pieces]) -> str:
    """A text with its names replaced by plain values."""
    nowhere = Piece("", Location(""))
    return _FIELD.sub(lambda field: plain(_value(field, values, nowhere)), text)


def says_page_alone(template: Pieces, values: Mapping[str, Pieces]) -> bool:
    """Whether a template, with these values, prints at most the page number (页码) and has no link: tagged files treat
    such a text as an artifact."""
    text = plain(template)
    said = {name for name in names(text) if plain(values[name])}
    around = _AROUND_NUMBER.fullmatch(_FIELD.sub("", text))
    return said <= {"page.number"} and around is not None and not any(piece.link for piece in template)


def template_values(issue: Issue, page: PagePlan) -> dict[str, Pieces]:
    """Name → value for the templates of a page; the date in ISO form; "" for what the issue does not have."""
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
