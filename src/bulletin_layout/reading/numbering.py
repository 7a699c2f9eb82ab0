"""The numbers of an issue (期号、总期号), held against those of the other issues of its series in the same folder."""

import os
import re
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import imprint as said
from bulletin_layout.folders import ISSUE_FILE
from bulletin_layout.issue import PagePlan, plain
from bulletin_layout.issue.walk import texts_beside
from bulletin_layout.reading.schema.check import Record
from bulletin_layout.reading.sources.files import Files
from bulletin_layout.states import state
from bulletin_layout.values import NamedTuple

#: Words in the furniture of page 1 that say that an issue is an extra one (增期), outside the usual row.
_EXTRA: Final = re.compile("增期|号外|增刊|特刊")
#: Only these lines of other issues are read, and not as YAML: there may be hundreds of issues.
_HEAD: Final = re.compile(r"^issue:.*(?:\n[ \t].*)*", re.MULTILINE)
_VALUE: Final = re.compile(r"\b(date|number|total|series)\s*:\s*[\"']?([\w-]+)")
_COMMENT: Final = re.compile(r"(?:^|\s)#.*")
#: So many bytes of a file have them, and no more issues are looked at.
_BYTES: Final = 8192
_MOST: Final = 2000


class _Numbers(NamedTuple):
    """Day and numbers of an issue; ``name``: of its folder; ``is_extra``: it says so somewhere."""

    name: str
    series: str
    day: date
    number: int | None
    total: int | None
    is_extra: bool = False


def check_numbers(head: Record, page: PagePlan, folder: Path, files: Files, *, is_registered: bool) -> None:
    """Report numbers that another issue has, or that do not follow the issue before. ``head``: of this issue's file;
    ``page``: its first; ``is_registered``: the law of newspapers and periodicals holds."""
    day, number, total = head.get("date", date), head.get("number", int), head.get("total", int)
    if day is None or (number is None and total is None):
        return
    if any(_EXTRA.search(plain(text)) for text in texts_beside(page)):
        return  # an extra issue has the number of another, or one of its own
    this = _Numbers(folder.name, head.text("series"), day, number, total)
    # A folder with the same day and numbers is a copy of this issue, set aside. Issues after this one do not matter: an
    # old issue stays right whatever a new one is called.
    own = (day, number, total)
    others = [
        other
        for other in _others(folder, files)
        if other.series == this.series and other.day <= day and (other.day, other.number, other.total) != own
    ]
    files.findings += _twice(head, this, others)
    files.findings += _after(head, this, others)
    if is_registered:
        files.findings += _same_day(head.place("date"), this, others)


def _others(folder: Path, files: Files) -> Iterator[_Numbers]:
    """The numbers of the issues beside this one. They are read once as long as their files stay: they may be hundreds,
    and this is done at each save."""
    try:
        names = sorted(os.listdir(folder.parent))[:_MOST]
    except OSError:
        return
    for name in names:
        if name != folder.name:
            path = os.path.join(folder.parent, name, ISSUE_FILE)
            # A state that says nothing is unlike any other.
            found = files.derived(("numbers", path), state(path) or object(), partial(_numbers, name, path))
            if found is not None:
                yield found


def _numbers(name: str, path: str) -> _Numbers | None:
    """The numbers of the issue in a folder of this name; None: it has none."""
    try:
        with open(path, "rb") as file:
            text = file.read(_BYTES).decode("utf-8", "replace")
    except OSError:
        return None
    head = _HEAD.search(text)
    values = dict(_VALUE.findall(_COMMENT.sub("", head[0]))) if head is not None else {}
    try:
        day = date.fromisoformat(values.get("date", ""))
        number, total = (int(values[key]) if key in values else None for key in ("number", "total"))
    except ValueError:
        return None
    if number is None and total is None:
        return None
    return _Numbers(name, values.get("series", ""), day, number, total, _EXTRA.search(text) is not None)


def _twice(head: Record, this: _Numbers, others: list[_Numbers]) -> Iterator[Finding]:
    """Another issue has the total, or the number in the same year."""
    for key in ("total", "number"):
        own = getattr(this, key)
        for other in others:
            same_year = key == "total" or other.day.year == this.day.year
            if own is not None and getattr(other, key) == own and same_year and not other.is_extra:
                # A number in a year is often a trial's, or that of a briefing beside the paper; the total is one row.
                entry = said.number_twice if key == "total" else said.number_twice_in_year
                yield entry(head.place(key), number=_said(key, own), other=other.name)
                return


def _after(head: Record, this: _Numbers, others: list[_Numbers]) -> Iterator[Finding]:
    """The total does not follow that of the last issue before."""
    before = [other for other in others if other.total is not None and other.day < this.day and not other.is_extra]
    if this.total is None or not before:
        return
    last = max(before, key=lambda other: (other.day, other.total or 0))
    step = this.total - (last.total or 0)
    if 0 <= step <= 1:  # the same number is told as such
        return
    place, number = head.place("total"), _said("total", this.total)
    if step < 0:
        yield said.number_back(place, number=number, other=last.name, last=_said("total", last.total or 0))
        return
    in_year = (this.number or 0) - (last.number or 0) if last.day.year == this.day.year else 0
    if not this.number or not last.number or in_year != step:  # else issues between them are not in this folder
        entry = said.number_apart if in_year == 1 else said.number_apart_perhaps
        yield entry(place, number=number, other=last.name, following=_said("total", (last.total or 0) + 1))


def _same_day(place: Location, this: _Numbers, others: list[_Numbers]) -> Iterator[Finding]:
    """Another issue of the same day, and neither says that it is an extra one."""
    for other in others:
        if other.day == this.day and not other.is_extra:
            yield said.imp_extra(place, other=other.name)
            return


def _said(key: str, number: int) -> str:
    return f"总第{number}期" if key == "total" else f"第{number}期"
