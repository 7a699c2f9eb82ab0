"""What a press asks of a file (成品文件): fonts, boxes, intent, plates, and nothing that belongs on a screen."""

from collections.abc import Callable, Iterator
from typing import Final

from bulletin_layout.issue import Press
from bulletin_layout.measures import POINTS_PER_MM
from bulletin_layout.preflight.press_rules import RuleVerdict, judge_uses
from bulletin_layout.preflight.written import Box, WrittenFile, WrittenPage

#: Boxes are written to a hundredth of a point.
_ROUNDING: Final = 0.02


def judge_file(written: WrittenFile, press: Press) -> tuple[RuleVerdict, ...]:
    """Every rule over a written file; page 0 is the file as a whole."""
    found: list[RuleVerdict] = []
    for rule in (fonts, intent):
        found += rule(written, press)
    for page in written.pages:
        for check in PAGE_RULES:
            found += check(page, press)
        found += judge_uses(page.uses, press)
    return tuple(found)


def fonts(written: WrittenFile, _press: Press) -> Iterator[RuleVerdict]:
    """Fonts that the press would have to guess, or that cannot be searched."""
    for font in written.fonts:
        if not font.embedded:
            yield RuleVerdict("error", "font-not-embedded", f"font {font.name} is not in the file", 0)
        elif not font.subset:
            yield RuleVerdict(
                "warning", "font-whole", f"font {font.name} is in the file whole, not cut to what it shows", 0
            )
        if not font.unicode:
            message = f"font {font.name} does not say which characters it shows: the text cannot be copied or searched"
            yield RuleVerdict("warning", "font-without-text", message, 0)


def intent(written: WrittenFile, _press: Press) -> Iterator[RuleVerdict]:
    """The printing condition that the colours are meant for (输出意图)."""
    for_print = [each for each in written.intents if each[0] == "GTS_PDFX"]
    if len(for_print) != 1:
        yield RuleVerdict(
            "error", "no-output-intent", f"the file has {len(for_print)} output intents for print, not one", 0
        )
    for _, condition, space in for_print:
        if space not in ("", "CMYK"):
            yield RuleVerdict("error", "intent-not-cmyk", f"output intent {condition} is {space}, not CMYK", 0)


def boxes(page: WrittenPage, _press: Press) -> Iterator[RuleVerdict]:
    """Trim within bleed within media (页面框)."""
    number = page.uses.number
    if page.trim is None:
        yield RuleVerdict("error", "no-trim-box", "the page does not say where it is cut (TrimBox)", number)
    elif page.bleed is not None and not _inside(page.trim, page.bleed):
        yield RuleVerdict("error", "boxes", "the trim reaches beyond the bleed", number)
    if not _inside(page.bleed or page.trim or page.media, page.media):
        yield RuleVerdict("error", "boxes", "the bleed reaches beyond the sheet", number)


def rgb(page: WrittenPage, _press: Press) -> Iterator[RuleVerdict]:
    """Colours of a screen on a page for print."""
    uses = page.uses
    if any(colour.space == "rgb" for colour in uses.colours()):
        yield RuleVerdict("error", "rgb", "text, lines or grounds are RGB", uses.number)
    for image in uses.images:
        if image.space == "rgb":
            yield RuleVerdict("error", "rgb", f"picture {image.name} is RGB without a profile", uses.number)


def low_resolution(page: WrittenPage, press: Press) -> Iterator[RuleVerdict]:
    """Pictures that print coarse."""
    for image in page.uses.images:
        if round(image.dpi) < press.dpi:
            size = f"{image.width / POINTS_PER_MM:.0f} × {image.height / POINTS_PER_MM:.0f} mm"
            message = f"picture {image.name} prints at {image.dpi:.0f} dpi on {size} (needs {press.dpi})"
            yield RuleVerdict("warning", "low-resolution", message, page.uses.number)


def see_through(page: WrittenPage, press: Press) -> Iterator[RuleVerdict]:
    """Transparency, where the standard has none or blends in the wrong colours."""
    number = page.uses.number
    if press.standard == "x-1a" and any(image.mask for image in page.uses.images):
        yield RuleVerdict("error", "transparency", "a picture is see-through: PDF/X-1a has no transparency", number)
    if page.group == "DeviceRGB":
        yield RuleVerdict("error", "transparency", "see-through parts are blended in RGB", number)


def missing_glyphs(page: WrittenPage, _press: Press) -> Iterator[RuleVerdict]:
    """Boxes where characters should be."""
    if page.missing:
        message = f"{page.missing} characters print as empty boxes: their font has no glyph for them"
        yield RuleVerdict("error", "missing-glyph", message, page.uses.number)


def annotations(page: WrittenPage, _press: Press) -> Iterator[RuleVerdict]:
    """Links and notes: nothing to print, and PDF/X forbids them on the page."""
    if page.annotations:
        kinds = ", ".join(dict.fromkeys(page.annotations))
        yield RuleVerdict(
            "error", "annotation", f"the page has {len(page.annotations)} annotations ({kinds})", page.uses.number
        )


PAGE_RULES: Final[tuple[Callable[[WrittenPage, Press], Iterator[RuleVerdict]], ...]] = (
    boxes,
    rgb,
    low_resolution,
    see_through,
    missing_glyphs,
    annotations,
)


def _inside(inner: Box, outer: Box) -> bool:
    return (
        inner[0] >= outer[0] - _ROUNDING
        and inner[1] >= outer[1] - _ROUNDING
        and inner[2] <= outer[2] + _ROUNDING
        and inner[3] <= outer[3] + _ROUNDING
    )
