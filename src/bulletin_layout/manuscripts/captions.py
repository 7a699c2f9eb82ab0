"""Pictures with their captions and credits (图说): which lines beside a picture belong to it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from bulletin_layout.manuscripts.bylines import credit_of
from bulletin_layout.manuscripts.draft import GUESSED, Line, PhotoDraft, Role, text_of
from bulletin_layout.manuscripts.losses import Losses
from bulletin_layout.manuscripts.matter import Matter, Paragraph, Shot
from bulletin_layout.manuscripts.traits import STOP, heading_level, look_of, stripped, unmarked
from bulletin_layout.values import NamedTuple

_LONGEST: Final = 80
#: What a caption may begin with: 图1　 图5.1　 图 4-1-3　 图：图为 上图 ▲. Only the number and the arrow are taken
#: off. A number is read whole, or not at all.
_FIGURE: Final = r"(?>图片?[ \u3000]?[0-9一二三四五六七八九十]{1,2}(?:[-—–.．][0-9]{1,2}){0,2})"
_PICTURE: Final = rf"(?:{_FIGURE}|图片?(?![ \u3000]?[0-9一二三四五六七八九十]))"
_PREFIX: Final = re.compile(
    rf"(?:[▲△▼▽↑↓]|{_PICTURE}[ \u3000：:．.、]|图为|[上下左右]图(?!展示|显示|所示|中|可|表明|给出)"
    + r"|图片?说明?[：:]|图注)"
)
#: 图1合影, but not 图1为…, which is a sentence about it.
_JOINED: Final = rf"{_FIGURE}(?![0-9为是中示所展显和与及至到、，])"
_NUMBERED: Final = re.compile(_JOINED)
#: 如图1所示: how a text names a picture.
_FIGURES: Final = re.compile(r"图[ \u3000]?[0-9]{1,2}(?![0-9])|[如见（(]图[一二三四五六七八九十]")
_NUMBER: Final = re.compile(
    r"(?:[▲△▼▽↑↓][ \u3000]{0,9}|图(?:片?说明?|注)[ \u3000]{0,9}[：:][ \u3000]{0,9}"
    rf"|{_PICTURE}[ \u3000]{{0,9}}[：:．.、\u3000 ][ \u3000]{{0,9}}|{_JOINED})+"
)


class Pictures(NamedTuple):
    """The photos in order, the blocks that are their captions, and the roles of these."""

    photos: tuple[PhotoDraft, ...]
    captions: frozenset[int]
    roles: tuple[Role, ...]


def find_captions(blocks: Sequence[Matter], heads: Mapping[int, object], usual: float, losses: Losses) -> Pictures:
    """The photos with their captions. ``heads``: blocks that are heads; ``usual``: the size of the text, in points."""
    shots = [at for at, block in enumerate(blocks) if isinstance(block, Shot)]
    taken: dict[int, tuple[int, int]] = {}  # by picture, the block of its caption and the votes for it
    used: set[int] = set(heads)
    for group in _groups(shots):
        after = _lines(blocks, group[-1] + 1, len(group), used, usual)
        before = _lines(blocks, group[0] - 1, 1, used, usual, backwards=True) if not after else []
        for at, found in zip(group if len(after) > 1 else group[-1:], after or before, strict=False):
            taken[at] = found
            used.add(found[0])
    _far(blocks, shots, taken, used)
    is_numbered = _are_named(blocks, {line for line, _ in taken.values()})
    photos: list[PhotoDraft] = []
    roles: list[Role] = []
    for at in shots:
        shot = blocks[at]
        assert isinstance(shot, Shot)
        caption: Line = ()
        credit = ""
        if at in taken:
            line = blocks[taken[at][0]]
            assert isinstance(line, Paragraph)
            roles.append(Role("caption", taken[at][1], line.line, line.text))
            caption, credit = _parted(line, losses, is_numbered=is_numbered)
        photos.append(PhotoDraft(shot, caption, credit))
    return Pictures(tuple(photos), frozenset(line for line, _ in taken.values()), tuple(roles))


def _are_named(blocks: Sequence[Matter], captions: set[int]) -> bool:
    """Whether the text names pictures by their numbers: 如图1所示."""
    texts = (block.text for at, block in enumerate(blocks) if isinstance(block, Paragraph) and at not in captions)
    return any(_FIGURES.search(text) for text in texts)


def is_captioned(text: str) -> bool:
    """Whether a line begins as captions do: 图1, 图为, ▲."""
    return len(text) <= _LONGEST and _PREFIX.match(text) is not None and not text.endswith(("：", ":"))


def _far(blocks: Sequence[Matter], shots: Sequence[int], taken: dict[int, tuple[int, int]], used: set[int]) -> None:
    """Give captions that stand elsewhere to the pictures without one, in order: Word's floating pictures hang on any
    paragraph near by."""
    left = [at for at in shots if at not in taken]
    lines = (at for at, block in enumerate(blocks) if isinstance(block, Paragraph) and is_captioned(block.text))
    for shot, line in zip(left, [at for at in lines if at not in used], strict=False):
        taken[shot] = line, GUESSED
        used.add(line)


def _groups(shots: Sequence[int]) -> list[list[int]]:
    """Pictures that follow each other directly."""
    groups: list[list[int]] = []
    for at in shots:
        if groups and groups[-1][-1] == at - 1:
            groups[-1].append(at)
        else:
            groups.append([at])
    return groups


def _lines(
    blocks: Sequence[Matter], start: int, most: int, used: set[int], usual: float, *, backwards: bool = False
) -> list[tuple[int, int]]:
    """The lines from a block on that are captions, with their votes."""
    found: list[tuple[int, int]] = []
    at, step = start, -1 if backwards else 1
    while 0 <= at < len(blocks) and len(found) < most:
        block = blocks[at]
        votes = _votes(block, usual, backwards=backwards) if isinstance(block, Paragraph) and at not in used else 0
        if votes < GUESSED:
            break
        found.append((at, votes))
        at += step
    return found


def _votes(paragraph: Paragraph, usual: float, *, backwards: bool) -> int:
    text, look = paragraph.text, look_of(paragraph)
    if len(text) > _LONGEST or text.endswith(("：", ":")) or paragraph.marker or heading_level(paragraph):
        return 0
    smaller = 0 < look.size < usual
    is_centred = paragraph.align == "center"
    votes = 6 * (_PREFIX.match(text) is not None) + 4 * is_centred + 2 * smaller + 4 * (credit_of(text) is not None)
    votes += "caption" in paragraph.style or paragraph.style in ("图注", "题注", "图片说明")
    votes += 4 * ("caption" in paragraph.style or (_NUMBERED.match(text) is not None and not STOP.search(text)))
    if backwards and not _PREFIX.match(text):
        votes -= 3 + 3 * (STOP.search(text) is not None)
    return votes


def _parted(paragraph: Paragraph, losses: Losses, *, is_numbered: bool) -> tuple[Line, str]:
    """A caption without its credit, and the credit; without its number, unless the text needs it (``is_numbered``)."""
    line = unmarked(tuple(replace(run, text=run.text.replace("\n", "")) for run in paragraph.runs))
    found = _NUMBER.match(text_of(line))
    if found is not None and not (is_numbered and _NUMBERED.match(text_of(line))):
        losses.drop("caption-number", found[0])
        line = stripped(line, found.end())
    text = text_of(line)
    credited = credit_of(text)
    if credited is None:
        return line, ""
    return stripped(line, 0, len(text) - len(text[: credited.text_end].rstrip(" 　（("))), credited.credit
