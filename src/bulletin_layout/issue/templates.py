"""Templates (模板文字): ``第{page.number}版`` and what stands in its braces."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from bulletin_layout.issue.issue import Issue, PagePlan

#: What a template may name besides the publication's texts (``publication.KEY``).
ISSUE_NAMES: Final = (
    "issue.id", "issue.date", "issue.number", "issue.total", "issue.pages", "page.number", "page.name", "page.editor",
)  # fmt: skip

#: What stands around a page's number and says nothing: — 3 —, ·3·, 第3版, 第3页.
_AROUND_NUMBER: Final = re.compile(r"[\s\-–—·第版页]*")
_FIELD: Final = re.compile(r"\{([^{}:]*)(?::([^{}]*))?\}")
_DATE_PART: Final = re.compile(r"Y|MM|M|DD|D|W")
_DATE_DEFAULT: Final = "Y年M月D日"
_WEEKDAYS: Final = "一二三四五六日"


def names(template: str) -> tuple[str, ...]:
    """The names in a template's braces, in order. ValueError with a message for the user if a brace has no partner or
    something has a form that is none."""
    if "{" in (rest := _FIELD.sub("", template)) or "}" in rest:
        raise ValueError("a brace has no partner: write names as {issue.number}")
    for field in _FIELD.finditer(template):
        if field[2] is not None and (field[1].strip() != "issue.date" or not _DATE_PART.search(field[2])):
            raise ValueError(f'"{field[0]}": only a date takes a form, such as {{issue.date:{_DATE_DEFAULT}}}')
    return tuple(field[1].strip() for field in _FIELD.finditer(template))


def expand(template: str, values: Mapping[str, str]) -> str:
    """The template with its names replaced; KeyError for a name that has no value (reading has reported that already).

    ``{issue.date:Y年M月D日}``: a date takes a form after a colon, of Y, M, D, zero-padded MM, DD, and W for the
    weekday, 一 to 日.
    """

    def said(field: re.Match[str]) -> str:
        name = field[1].strip()
        return _date(values[name], field[2] or _DATE_DEFAULT) if name == "issue.date" else values[name]

    return _FIELD.sub(said, template)


def says_page_alone(template: str, values: Mapping[str, str]) -> bool:
    """Whether a template says nothing but its page's number (页码), or nothing at all, with these values."""
    said = {name for name in names(template) if values[name]}
    return said <= {"page.number"} and _AROUND_NUMBER.fullmatch(_FIELD.sub("", template)) is not None


def template_values(issue: Issue, page: PagePlan) -> dict[str, str]:
    """What the templates of a page may name, with this page's values (the date in ISO form); what the issue lacks is
    empty."""
    texts = {f"publication.{key}": text for key, text in issue.publication.texts.items()}
    return {
        **texts,
        "issue.id": issue.id,
        "issue.date": issue.date.isoformat(),
        "issue.number": "" if issue.number is None else str(issue.number),
        "issue.total": "" if issue.total is None else str(issue.total),
        "issue.pages": str(len(issue.pages)),
        "page.number": str(page.number),
        "page.name": page.layout.name,
        "page.editor": page.editor,
    }


def _date(written: str, form: str) -> str:
    day = date.fromisoformat(written)
    parts = {
        "Y": f"{day.year}",
        "M": f"{day.month}",
        "MM": f"{day.month:02}",
        "D": f"{day.day}",
        "DD": f"{day.day:02}",
        "W": _WEEKDAYS[day.weekday()],
    }
    return _DATE_PART.sub(lambda part: parts[part[0]], form)
