"""What a press asks of inks, type and lines (印刷要求), with the limits of the publication's print profile.

The same rules judge composed pages and written files. The checks bear the names of the Ghent
Workgroup's 2015 specification and ask for what Chinese print shops do; every number comes from the profile.
"""

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from bulletin_layout.findings import Severity
from bulletin_layout.issue import Press
from bulletin_layout.preflight.colours import Colour
from bulletin_layout.preflight.uses import PageUses

#: Below this size, in points, plates that do not lie exactly on each other blur the strokes of black text.
RICH_BLACK_BELOW: Final = 12.0
#: Ruby may be as small as this part of the smallest text.
RUBY_PART: Final = 0.7
#: From so much black on, text is meant to be black.
NEARLY_BLACK: Final = 0.85
#: Plates that a spot colour may not be named after: it would print with the process ink, or on every plate.
PROCESS_NAMES: Final = frozenset(("cyan", "magenta", "yellow", "black", "all", "none"))
#: Ink that two roundings may be apart.
_INK_ROUNDING: Final = 0.005


class RuleVerdict(NamedTuple):
    """A finding on a page, and the story it was first met in ("": furniture, or not known)."""

    severity: Severity
    code: str
    message: str
    page: int
    story: str = ""


Rule = Callable[[PageUses, Press], Iterator[RuleVerdict]]


def judge_uses(uses: PageUses, press: Press) -> Iterator[RuleVerdict]:
    """Every rule over one page."""
    for rule in RULES:
        yield from rule(uses, press)


def rich_black_text(uses: PageUses, _press: Press) -> Iterator[RuleVerdict]:
    """Small black text on more than the black plate (四色黑)."""
    for text, story in uses.texts.items():
        if text.size < RICH_BLACK_BELOW and _nearly_black(text.colour) and text.colour.plates > 1:
            message = (
                f"text of {text.size:g} pt is black from {text.colour.plates} inks ({_shown(text.colour)}): "
                "print it in K alone, or its strokes blur"
            )
            yield RuleVerdict("error", "rich-black-text", message, uses.number, story)


def small_type(uses: PageUses, press: Press) -> Iterator[RuleVerdict]:
    """Type too small to be printed, or to be read. Ruby, half as large as its text by rule, may be smaller."""
    for text, story in uses.texts.items():
        smallest = press.smallest * (RUBY_PART if text.silent else 1)
        if text.size < smallest - 0.005:
            message = f"text of {text.size:g} pt is smaller than the press takes ({smallest:.3g} pt)"
            yield RuleVerdict("warning", "small-type", message, uses.number, story)


def thin_line(uses: PageUses, press: Press) -> Iterator[RuleVerdict]:
    """Lines that break up on the plate."""
    for line, story in uses.lines.items():
        if line.width < press.thinnest - 0.0005:
            message = f"a line of {line.width:g} pt is thinner than the press holds ({press.thinnest:g} pt)"
            yield RuleVerdict("error", "thin-line", message, uses.number, story)


def too_much_ink(uses: PageUses, press: Press) -> Iterator[RuleVerdict]:
    """More ink on one spot than paper dries (总墨量)."""
    for colour, story in uses.colours().items():
        if colour.total > press.tac + _INK_ROUNDING:
            message = f"{_shown(colour)} is {colour.total:.0%} ink: the press takes {press.tac:.0%}"
            yield RuleVerdict("error", "too-much-ink", message, uses.number, story)


def spot_name(uses: PageUses, _press: Press) -> Iterator[RuleVerdict]:
    """Spot colours named like a process plate."""
    for colour, story in uses.colours().items():
        for name in colour.names:
            if name.lower() in PROCESS_NAMES and name != "All":  # crop marks lie on all plates on purpose
                message = f'spot colour "{name}" is named like a process plate: give it its own name'
                yield RuleVerdict("error", "spot-name", message, uses.number, story)


def knocked_out_black(uses: PageUses, press: Press) -> Iterator[RuleVerdict]:
    """Black text that leaves a hole in the plates below it, and white that would vanish (叠印)."""
    for text, story in uses.texts.items():
        if text.over and text.colour.plates == 0:
            message = f"white text of {text.size:g} pt prints over its ground and vanishes"
            yield RuleVerdict("error", "white-overprints", message, uses.number, story)
        elif press.overprint and text.colour.is_black and not text.over:
            message = f"black text of {text.size:g} pt does not overprint: white edges show when plates shift"
            yield RuleVerdict("warning", "black-knocks-out", message, uses.number, story)


def blank_page(uses: PageUses, _press: Press) -> Iterator[RuleVerdict]:
    """A page with nothing on it."""
    if not (uses.texts or uses.images or uses.fills or uses.lines):
        yield RuleVerdict("warning", "blank-page", "the page is blank", uses.number)


RULES: Final[tuple[Rule, ...]] = (
    rich_black_text,
    small_type,
    thin_line,
    too_much_ink,
    spot_name,
    knocked_out_black,
    blank_page,
)


def _nearly_black(colour: Colour) -> bool:
    return colour.space == "cmyk" and colour.values[3] >= NEARLY_BLACK


def _shown(colour: Colour) -> str:
    """A colour in percent: C15 M100 Y90 K10."""
    if colour.space == "spot":
        return "+".join(colour.names)
    letters = {"grey": "K", "rgb": "RGB", "cmyk": "CMYK"}.get(colour.space, "")
    values = (1 - colour.values[0],) if colour.space == "grey" else colour.values
    return " ".join(f"{letter}{value * 100:.0f}" for letter, value in zip(letters, values, strict=False))
