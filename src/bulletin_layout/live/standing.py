"""What stands at a place of a page (此处是什么): its words, type and measure, its line's ledger, why the line ends
there."""

from typing import Final

from bulletin_layout.compose.frame.setting import leading_of
from bulletin_layout.findings.catalogue import editing as said
from bulletin_layout.findings.catalogue.composing import part
from bulletin_layout.findings.phrases import NOTHING, Phrase, both
from bulletin_layout.issue import Issue, PagePlan, Style
from bulletin_layout.measures import TYPE_SIZES
from bulletin_layout.page import Origin, Page, TextMark
from bulletin_layout.typeset.classes import NEVER_FIRST, NEVER_LAST
from bulletin_layout.values import NamedTuple

#: The steps of adjustment in words (``typeset.adjust``).
_STEPS: Final = {
    2: both("word spaces narrowed", "词距收窄"),
    4: both("marks narrowed", "标点收窄"),
    5: both("gaps beside Western text narrowed", "中西间距收窄"),
    6: both("brackets and commas narrowed to the half", "括号、逗号收到半宽"),
    7: both("all marks narrowed to the half", "标点全收到半宽"),
    10: both("gaps opened, unseen", "字距略放，看不出"),
    11: both("word spaces opened", "词距放宽"),
    12: both("gaps beside Western text opened", "中西间距放宽"),
    13: both("all gaps opened", "字距放宽"),
}
#: Roles whose lines stand on the page's grid.
_ON_GRID: Final = frozenset(("body", "quote", "item", "sign", "verse", "byline", "roster"))
#: The last step that shrinks.
_LAST_SHRINK: Final = 7
_STRETCHED: Final = 10


_UNCHANGED: Final = both("natural width", "不收不放")
_LAST: Final = both("the paragraph ends here", "段落到此为止")
_TYPED: Final = both("the author broke the line here", "作者在此换行")
_DIVIDED: Final = both("a word is divided here", "西文词在此断开")
_FULL: Final = both("the line is full", "行满")


class Standing(NamedTuple):
    """What stands at a place. ``words``: those of its line; ``block``: number in its story; ``size``, ``leading``:
    points; ``size_name``: 小五, or ""; ``measure``: 字 of its size; ``ledger``,
    ``why``: how the line was made to fit, and why it ends here."""

    words: str
    story: str
    block: int
    role: Phrase
    style: str
    face: str
    size: float
    size_name: str
    leading: float
    measure: float
    ledger: Phrase
    why: Phrase


def standing(issue: Issue, page: Page, mark: int) -> Standing | None:
    """What stands at a mark of a page, by its index; None for pictures, rules and panels. ``issue``: as printed."""
    found = page.marks[mark]
    if not isinstance(found, TextMark):
        return None
    run, tag, origin = found.run, found.tag, found.origin
    plan = next((plan for plan in issue.pages if plan.number == page.number), None)
    style = style_of(plan, found) if plan is not None else None
    here = [each.run for each in page.texts() if each.origin is origin and each.tag.role == tag.role]
    indent = here[0].xs[0] if here[0].xs else 0.0
    name = next((name for name, size in TYPE_SIZES.items() if abs(size - run.size) < 0.01), "")
    return Standing(
        words="".join(text for each in (here if origin is not None else (run,)) for text in each.texts).strip(),
        story=tag.story,
        block=tag.block,
        role=part(tag.over or tag.role),
        style=style.name if style is not None else tag.furniture,
        face=run.face.name,
        size=run.size,
        size_name=name,
        leading=_leading(style, plan, tag.role) if style is not None and plan is not None else 0.0,
        measure=origin.measure / run.size if origin is not None else 0.0,
        ledger=_ledger(origin, run.size, indent) if origin is not None else NOTHING,
        why=_why(origin, style) if origin is not None else NOTHING,
    )


def style_of(plan: PagePlan, mark: TextMark) -> Style | None:
    """The style that a text of a page is set in; None where none has a name."""
    tag = mark.tag
    if tag.story:
        slots = [slot for slot in plan.opening.slots.values() if _holds(plan, slot.name, tag.story)]
        slots += [*plan.opening.slots.values()]  # a story that comes from another page, or flows
        return slots[0].styles.get(tag.over or tag.role) if slots else None
    if tag.role == "editor":
        return plan.layout.editor.style if plan.layout.editor is not None else None
    if tag.furniture in plan.layout.banners:
        return plan.layout.banners[tag.furniture].style
    lines = (each.lines for each in plan.layout.furniture if each.name == tag.furniture)
    return next((own[tag.block].style for own in lines if tag.block < len(own)), None)


def _holds(plan: PagePlan, slot: str, story: str) -> bool:
    stories = (*((plan.put[slot],) if slot in plan.put else ()), *plan.briefs.get(slot, ()))
    return any(each.slug == story for each in stories)


def _leading(style: Style, plan: PagePlan, role: str) -> float:
    """From baseline to baseline, points: text in columns stands on the page's grid."""
    return plan.layout.sheet.scale.line if role in _ON_GRID and not style.leading else leading_of(style)


def _ledger(origin: Origin, size: float, indent: float) -> Phrase:
    """A line's ledger in words; ``size``: its type, ``indent``: of its first glyph, points."""
    step = _STEPS.get(origin.step)
    words = _UNCHANGED
    if step is not None:
        changed = abs(origin.measure - indent - origin.natural) / size
        words = said.by(step, changed) if origin.measure and origin.natural else step
    return said.forced(words) if origin.forced else words


def _why(origin: Origin, style: Style | None) -> Phrase:
    """Why a line ends where it does."""
    text = "\0" * origin.ahead + "".join(piece.text for piece in origin.pieces)
    after = text[origin.end :].lstrip(" ")
    line = text[origin.start : origin.end]
    if not after.strip():
        return _LAST
    if line.endswith("\n") or after.startswith("\n"):
        return _TYPED
    level = style.kinsoku if style is not None else "gb"
    last = line.rstrip(" ")[-1:]
    if last.isascii() and last.isalpha() and after[0].isascii() and after[0].isalpha() and line.endswith(last):
        return _DIVIDED
    if origin.step >= _STRETCHED:
        return _gone_on(after, NEVER_FIRST[level], NEVER_LAST[level])
    if origin.step and origin.step <= _LAST_SHRINK and last in NEVER_FIRST[level]:
        return said.pulled_in(last)
    return _FULL


def _gone_on(after: str, never_first: frozenset[str], never_last: frozenset[str]) -> Phrase:
    """Why a line was opened, by the text after it: what could not stay on it."""
    if after[0] in never_last:
        return said.opens_next(after[0])
    word = _word_at(after)
    if len(word) > 1:
        return said.whole(word)
    if after[1:2] and after[1] in never_first:
        return said.carried(after[0], after[1])
    return _FULL


def _word_at(text: str) -> str:
    """The Western word or number that a text begins with."""
    end = 0
    while end < len(text) and text[end].isascii() and not text[end].isspace():
        end += 1
    return text[:end]
