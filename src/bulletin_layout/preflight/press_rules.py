"""Rules for inks, type and lines (印刷要求), with the limits of the publication's print profile.

The same rules apply to composed pages and written files. The checks are named as in the Ghent Workgroup's 2015
specification, adapted to Chinese print shops; every number comes from the profile.
"""

from collections.abc import Callable, Iterator
from typing import Final

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import inks, pages
from bulletin_layout.issue import Press
from bulletin_layout.preflight.colours import EVERY_PLATE, Colour
from bulletin_layout.preflight.uses import PageUses

#: Black text below this size, in points, blurs when its plates do not register exactly.
RICH_BLACK_BELOW: Final = 12.0
#: Least size of ruby, superscripts and numbers of notes, relative to the smallest text allowed: newspapers set ruby of
#: 4.5 pt over text of 9 pt (小五).
SMALL_PART: Final = 0.65
#: Amount of black from which a text counts as black.
NEARLY_BLACK: Final = 0.85
#: Reserved names: a spot colour so named would print with the process ink, or on every plate.
PROCESS_NAMES: Final = frozenset(("cyan", "magenta", "yellow", "black", "all", "none"))
#: Tolerance for ink amounts rounded twice.
_INK_ROUNDING: Final = 0.005


#: The place of findings about a story ("": the page's furniture).
Where = Callable[[str], Location]
Rule = Callable[[PageUses, Press, Where], Iterator[Finding]]


def judge_uses(uses: PageUses, press: Press, where: Where) -> Iterator[Finding]:
    """Apply every rule to one page."""
    for rule in RULES:
        yield from rule(uses, press, where)


def rich_black_text(uses: PageUses, _press: Press, where: Where) -> Iterator[Finding]:
    """Small black text on more than the black plate (四色黑)."""
    for text, story in uses.texts.items():
        if text.size < RICH_BLACK_BELOW and _nearly_black(text.colour) and text.colour.plates > 1:
            yield inks.rich_black_text(
                where(story),
                page=uses.number,
                size=text.size,
                plates=text.colour.plates,
                colour=_shown(text.colour),
            )


def small_type(uses: PageUses, press: Press, where: Where) -> Iterator[Finding]:
    """Type too small to print or to read."""
    for text, story in uses.texts.items():
        smallest = press.smallest * (SMALL_PART if text.small else 1)
        if text.size < smallest - 0.005:
            yield inks.small_type(where(story), page=uses.number, size=text.size, smallest=smallest)


def thin_line(uses: PageUses, press: Press, where: Where) -> Iterator[Finding]:
    """Lines too thin to hold on the plate."""
    for line, story in uses.lines.items():
        if line.width < press.thinnest - 0.0005:
            yield inks.thin_line(where(story), page=uses.number, width=line.width, thinnest=press.thinnest)


def mixed_type(uses: PageUses, press: Press, where: Where) -> Iterator[Finding]:
    """Small type in several inks (GWG 2015): where plates shift, its strokes have coloured edges. Black text has a
    finding of its own."""
    for text, story in uses.texts.items():
        if _mixed(text.colour) and not _nearly_black(text.colour) and text.size < press.mixed_type - 0.005:
            yield inks.mixed_type(
                where(story), page=uses.number, size=text.size, colour=_shown(text.colour), least=press.mixed_type
            )


def mixed_line(uses: PageUses, press: Press, where: Where) -> Iterator[Finding]:
    """Thin lines in several inks (GWG 2015)."""
    for line, story in uses.lines.items():
        if _mixed(line.colour) and line.width < press.mixed_line - 0.0005:
            yield inks.mixed_line(
                where(story), page=uses.number, width=line.width, colour=_shown(line.colour), least=press.mixed_line
            )


def too_much_ink(uses: PageUses, press: Press, where: Where) -> Iterator[Finding]:
    """Flat colours above the total area coverage limit (总墨量)."""
    for colour, story in uses.colours().items():
        if colour.total > press.tac + _INK_ROUNDING:
            yield inks.too_much_ink(
                where(story), page=uses.number, colour=_shown(colour), ink=round(colour.total, 4), limit=press.tac
            )


def spot_name(uses: PageUses, _press: Press, where: Where) -> Iterator[Finding]:
    """Spot colours, of pictures too, named like a process plate, or so that they print on every plate or none. Of a
    colour of several plates (DeviceN), process plates may be some of them."""
    named = [(colour.names, story) for colour, story in uses.colours().items()]
    for names, story in (*named, *((image.names, "") for image in uses.images)):
        for name in names:
            if name == EVERY_PLATE or (len(names) == 1 and name.lower() in PROCESS_NAMES):
                yield inks.spot_name(where(story), page=uses.number, name=name)


def knocked_out_black(uses: PageUses, press: Press, where: Where) -> Iterator[Finding]:
    """Black text that knocks out the plates below it, and overprinting white, which would vanish (叠印)."""
    for text, story in uses.texts.items():
        if text.over and text.colour.plates == 0:
            yield inks.white_overprints(where(story), page=uses.number, size=text.size)
        elif press.overprint and text.colour.is_black and not text.over:
            yield inks.black_knocks_out(where(story), page=uses.number, size=text.size)


def blank_page(uses: PageUses, _press: Press, where: Where) -> Iterator[Finding]:
    """Pages without any mark."""
    if not (uses.texts or uses.images or uses.fills or uses.lines):
        yield pages.blank_page(where(""), page=uses.number)


RULES: Final[tuple[Rule, ...]] = (
    rich_black_text,
    small_type,
    thin_line,
    mixed_type,
    mixed_line,
    too_much_ink,
    spot_name,
    knocked_out_black,
    blank_page,
)


def _mixed(colour: Colour) -> bool:
    """Whether it is of several inks; what RGB becomes is seen in the file."""
    return colour.space in ("cmyk", "spot") and colour.plates > 1


def _nearly_black(colour: Colour) -> bool:
    return colour.space == "cmyk" and colour.values[3] >= NEARLY_BLACK


def _shown(colour: Colour) -> str:
    """A colour in percent: C15 M100 Y90 K10."""
    if colour.space == "spot":
        return "+".join(colour.names)
    letters = {"grey": "K", "rgb": "RGB", "cmyk": "CMYK"}.get(colour.space, "")
    values = (1 - colour.values[0],) if colour.space == "grey" else colour.values
    return " ".join(f"{letter}{value * 100:.0f}" for letter, value in zip(letters, values, strict=False))
