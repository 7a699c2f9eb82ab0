"""Which line is what (判角色): from a manuscript's blocks to the draft of a story."""

from dataclasses import replace
from typing import Final

from bulletin_layout.manuscripts.body import body_parts
from bulletin_layout.manuscripts.broken_lines import joined
from bulletin_layout.manuscripts.bylines import credit_of, prefix_of
from bulletin_layout.manuscripts.captions import Pictures, find_captions
from bulletin_layout.manuscripts.draft import Draft, Line, Part, RoleName, text_of
from bulletin_layout.manuscripts.endings import find_ending
from bulletin_layout.manuscripts.heads import Heads, find_heads
from bulletin_layout.manuscripts.losses import Losses
from bulletin_layout.manuscripts.matter import Manuscript, Matter, Paragraph
from bulletin_layout.manuscripts.tidy import lines_of, tidied
from bulletin_layout.manuscripts.traits import stripped, unmarked, usual_size

_SECTION_MARKS: Final = "【】"


def drafted(manuscript: Manuscript, losses: Losses) -> Draft:
    """The draft of a story. ``losses`` takes what is dropped on the way."""
    blocks, whole = joined(tidied(manuscript.blocks, losses))
    usual = usual_size(blocks)
    heads = find_heads(blocks, usual)
    pictures = find_captions(blocks, heads.by_block, usual, losses)
    draft = _with_body(blocks, heads, pictures, usual, losses)
    if not (draft.parts or draft.photos):  # a few lines and no text below them: these are the text
        heads = Heads({}, ())
        draft = _with_body(blocks, heads, pictures, usual, losses)
    roles = sorted((*whole, *heads.roles, *pictures.roles, *draft.roles), key=lambda role: role.line)
    notes = tuple((label, tuple(each.runs for each in note)) for label, note in manuscript.notes.items())
    return replace(draft, roles=tuple(roles), notes=notes)


def _with_body(blocks: list[Matter], heads: Heads, pictures: Pictures, usual: float, losses: Losses) -> Draft:
    """The draft with its heads and what is left beside them; its roles are those of the body and of its end."""
    used = frozenset(heads.by_block) | pictures.captions
    byline = _joined(blocks, heads, "byline")
    ending = find_ending(blocks, used, has_byline=bool(byline))
    left = [
        _shortened(block, ending.inline_length) if at == ending.inline_at else block
        for at, block in enumerate(blocks)
        if at not in used and at not in ending.dropped and at not in ending.sign
    ]
    parts, guessed = body_parts([block for block in left if not isinstance(block, Paragraph) or block.runs], usual)
    signed = (_signed(blocks, ending.sign),) if ending.sign else ()
    byline, credit = _parted(byline or ending.byline)
    for role in (*heads.roles, *ending.roles):
        if role.role in ("attachment", "letterhead"):
            losses.line = role.line
            losses.drop(role.role, role.text)
    return Draft(
        parts=(*_section(blocks, heads), *parts, *signed),
        roles=(*guessed, *ending.roles),
        kicker=_lines(blocks, heads, "kicker"),
        headline=_lines(blocks, heads, "headline"),
        deck=_lines(blocks, heads, "deck"),
        byline=byline,
        photos=tuple(replace(photo, credit=photo.credit or credit) for photo in pictures.photos),
    )


def _lines(blocks: list[Matter], heads: Heads, role: RoleName) -> tuple[Line, ...]:
    """The printed lines of a head."""
    found: list[Line] = []
    for at, is_role in heads.by_block.items():
        block = blocks[at]
        if is_role == role and isinstance(block, Paragraph):
            found += (unmarked(line) for line in lines_of(block))
    return tuple(found)


def _joined(blocks: list[Matter], heads: Heads, role: RoleName) -> Line:
    """A head of one line."""
    lines = _lines(blocks, heads, role)
    return tuple(run for line in lines for run in line)


def _section(blocks: list[Matter], heads: Heads) -> tuple[Part, ...]:
    words = _joined(blocks, heads, "section")
    text = text_of(words)
    if not text:
        return ()
    words = stripped(words, 1, 1) if text[0] in _SECTION_MARKS else stripped(words, 3)
    return (Part("section", (words,)),)


def _signed(blocks: list[Matter], sign: tuple[int, ...]) -> Part:
    lines = [block for at in sign if isinstance(block := blocks[at], Paragraph)]
    return Part("sign", tuple(unmarked(line.runs) for line in lines), line=lines[0].line)


def _shortened(block: Matter, length: int) -> Matter:
    return replace(block, runs=stripped(block.runs, 0, length)) if isinstance(block, Paragraph) else block


def _parted(byline: Line) -> tuple[Line, str]:
    """A byline without what stands before the names, and the credit of the photos in it: 文/甲　图/乙."""
    byline = unmarked(byline)
    credited = credit_of(text_of(byline))
    credit = ""
    if credited is not None and credited.text_end > 0:
        text = text_of(byline)
        credit = credited.credit
        byline = stripped(byline, 0, len(text) - len(text[: credited.text_end].rstrip(" 　；;，,（(")))
    found = prefix_of(text_of(byline))
    return (stripped(byline, found.end()) if found is not None else byline), credit
