"""What an issue was set in (所用), for the people who read its lock: fonts, pictures, colours and styles."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Issue, PagePlan
from bulletin_layout.page import Edition
from bulletin_layout.render.intents import intent_of


def used_by(issue: Issue, edition: Edition, book: FontBook, names: Mapping[Path, str]) -> dict[str, Any]:
    """What was used, as JSON has it; ``names``: those of the files in the publication, by their paths."""
    colours = intent_of(issue.publication.press)
    return {
        "fonts": list(_fonts(book, edition, names)),
        "pictures": list(_pictures(edition)),
        "colours": {"name": colours.name, "sha256": colours.sha256},
        "styles": _styles(issue, edition),
    }


def _fonts(book: FontBook, edition: Edition, names: Mapping[Path, str]) -> Iterator[dict[str, Any]]:
    """The faces that set a glyph, as fonts.yaml names them."""
    marks = (mark for page in edition.pages for mark in page.texts())
    faces = {(mark.run.face.path, mark.run.face.index): mark.run.face.name for mark in marks}
    for (family, weight), file in sorted(book.files.items()):
        if (file.path, file.index) in faces:
            face = faces[file.path, file.index]
            yield {"family": family, "weight": weight, "file": names[file.path], "index": file.index, "name": face}


def _pictures(edition: Edition) -> Iterator[dict[str, Any]]:
    """The pictures that were placed, each once."""
    marks = (mark for page in edition.pages for mark in page.pictures())
    for digest, picture in sorted({mark.picture.sha256: mark.picture for mark in marks}.items()):
        yield {"sha256": digest, "width": picture.width, "height": picture.height}


def _styles(issue: Issue, edition: Edition) -> dict[str, Any]:
    """The styles in which text was set, by page, slot and role, inheritance done: each written once, by number."""
    roles = {page.number: {mark.tag.role for mark in page.texts() if mark.tag.story} for page in edition.pages}
    numbers: dict[str, int] = {}
    styles: list[dict[str, Any]] = []
    pages: dict[str, Any] = {}
    for plan in issue.pages:
        slots: dict[str, dict[str, int]] = {}
        for slot in plan.layout.slots.values():
            for role, style in sorted(slot.styles.items()):
                if _has_text(plan, slot.name) and role in roles.get(plan.number, ()):
                    resolved = asdict(style)
                    number = numbers.setdefault(repr(resolved), len(styles))
                    if number == len(styles):
                        styles.append(resolved)
                    slots.setdefault(slot.name, {})[role] = number
        pages[str(plan.number)] = {"layout": plan.layout.name, "slots": slots}
    return {"pages": pages, "styles": styles}


def _has_text(plan: PagePlan, slot: str) -> bool:
    return slot in plan.put or slot in plan.briefs or slot in plan.continued or bool(plan.flow)
