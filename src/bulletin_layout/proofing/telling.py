"""Puts changes into words (改动的说法): the same in the margin, in the list and on the terminal."""

from collections import Counter
from typing import assert_never

from bulletin_layout.findings.phrases import NOTHING, Phrase, as_written, text
from bulletin_layout.inks import Ink
from bulletin_layout.languages import Language
from bulletin_layout.proofing import words
from bulletin_layout.proofing.changes import WEIGHTS, Change, Comparison
from bulletin_layout.proofing.lettering import Words, shortened
from bulletin_layout.proofing.rounds import Place

#: What was struck out; what stands now; words around both.
GREY = Ink("rgb", (0.45, 0.45, 0.45))
DARK = Ink("rgb", (0.1, 0.1, 0.1))


def kind_of(change: Change) -> Phrase:
    """What was done, with the role of the text where it is not body text."""
    role = words.ROLES.get(change.role)
    kind = words.KINDS[change.kind]
    return words.in_role(role, kind) if role is not None and change.kind != "rewrite" else kind


def place_of(place: Place | None) -> Phrase:
    """A place; empty for none."""
    if place is None:
        return NOTHING
    if place.line:
        return words.place_line(place.page, place.slot, place.line)
    return words.place_slot(place.page, place.slot) if place.slot else words.place_page(place.page)


def content(change: Change, ink: Ink, most: int, language: Language, *, around: bool = False) -> list[Words]:
    """What a change says, in at most about ``most`` characters of each text; ``around``: with the characters beside
    it. The old is struck out."""
    if change.like and not around:
        return [Words(text(words.like(change.like), language), DARK)]
    old, new = (shortened(each, most) for each in (change.old, change.new))
    match change.kind:
        case "move" | "story-moved":
            said = text(words.moved_from(place_of(change.was)), language)
            found = [Words(new or change.story, DARK), Words(f" {said}", ink)]
        case "rewrite":
            found = [Words(text(words.rewritten(change.old, change.new), language), ink)]
        case "story-new" | "story-gone":
            found = [Words(new or old or change.story, DARK, struck=change.kind == "story-gone")]
        case "style":
            (said, was), (_, now) = (each.split("\t", 1) for each in (change.old, change.new))
            found = [
                Words(shortened(said, most), DARK),
                Words(f" {_type(was, language)} → {_type(now, language)}", ink),
            ]
        case "split" | "join":
            found = [Words(f"{change.before}¶{change.after}", DARK)]
        case "photo-new" | "photo-gone" | "photo-swapped" | "photo-moved" | "photo-cropped" | "page-new" | "page-gone":
            found = [Words(change.name.replace("#", "№ "), DARK)]
        case "replace" | "insert" | "delete" | "restore":
            found = _old_and_new(change, old, new, ink, around=around)
        case _:
            assert_never(change.kind)
    return found


def _type(style: str, language: Language) -> str:
    """How words are set apart: by a role, or by emphasis and marks."""
    role = words.ROLES.get(style)
    if role is not None or not style:
        return text(role, language) if role is not None else "—"
    parts = [text(words.STYLES[part], language) if part in words.STYLES else part for part in style.split()]
    return "+".join(parts)


def _old_and_new(change: Change, old: str, new: str, ink: Ink, *, around: bool) -> list[Words]:
    arrow = "→" if old and new else ""
    middle = [Words(old, GREY, struck=True), Words(arrow, DARK), Words(new, ink, bold=True)]
    return [Words(change.before, DARK), *middle, Words(change.after, DARK)] if around else middle


def in_short(change: Change) -> str:
    """A change in a few words, as a finding quotes it."""
    said = "".join(part.text for part in content(change, DARK, 12, "zh"))
    return " ".join(said.split()) or change.kind


def as_line(change: Change, language: Language) -> str:
    """A change on a line of plain text."""
    where = text(place_of(change.now or change.was), language)
    said = "".join(part.text for part in content(change, DARK, 24, language))
    flat = said.replace("\n", "↵").replace("\t", "｜")
    return f"{change.number:>4}  {where}  {text(kind_of(change), language)}  {flat}"


def summary(comparison: Comparison) -> Phrase:
    """How many changes of which weight, and what became of the other stories."""
    counted = Counter(change.weight for change in comparison.changes)
    weights = tuple(words.weighed(words.WEIGHTS[weight], counted[weight]) for weight in WEIGHTS if counted[weight])
    count = words.changes(len(comparison.changes))
    quiet = [story for story in comparison.stories if not story.changes]
    moved = sum(1 for story in quiet if story.lines)
    parts = [words.total(count, weights) if weights else count]
    parts += [words.only_moved(moved)] if moved else []
    parts += [words.unchanged(len(quiet) - moved)] if len(quiet) > moved else []
    return words.listed(tuple(parts))


def story_name(slug: str, title: str) -> Phrase:
    """A story as the list names it; "" is the furniture of pages."""
    return as_written(f"{title}（{slug}）" if title else slug) if slug else words.FURNITURE
