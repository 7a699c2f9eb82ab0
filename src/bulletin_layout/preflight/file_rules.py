"""Rules for a written file (成品文件): fonts, page boxes, output intent, plates, and nothing that is only for
screens."""

from collections.abc import Callable, Iterator
from typing import Final

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import fonts as fonts_said
from bulletin_layout.findings.catalogue import pages, press_file
from bulletin_layout.issue import Press
from bulletin_layout.measures import POINTS_PER_MM
from bulletin_layout.preflight.contents import Box
from bulletin_layout.preflight.press_rules import judge_uses
from bulletin_layout.preflight.written import WrittenFile, WrittenPage

#: Tolerance for boxes, points: they are written with two decimals.
_ROUNDING: Final = 0.02


def judge_file(written: WrittenFile, press: Press, place: Location) -> tuple[Finding, ...]:
    """The findings of all rules about a written file; ``place``: its location in the findings."""
    found: list[Finding] = []
    for rule in (fonts, intent):
        found += rule(written, place)
    for page in written.pages:
        for check in PAGE_RULES:
            found += check(page, press, place)
        found += judge_uses(page.uses, press, lambda _: place)
    return tuple(found)


def fonts(written: WrittenFile, place: Location) -> Iterator[Finding]:
    """Findings about fonts: not embedded, embedded as a whole, or without Unicode values (text cannot be searched)."""
    for font in written.fonts:
        if not font.embedded:
            yield press_file.font_not_embedded(place, font=font.name)
        elif not font.subset:
            yield press_file.font_whole(place, font=font.name)
        if not font.unicode:
            yield press_file.font_without_text(place, font=font.name)


def intent(written: WrittenFile, place: Location) -> Iterator[Finding]:
    """Findings about the output intent (输出意图): exactly one for PDF/X, and with a CMYK profile."""
    for_print = [each for each in written.intents if each[0] == "GTS_PDFX"]
    if len(for_print) != 1:
        yield press_file.no_output_intent(place, count=len(for_print))
    for _, condition, space in for_print:
        if space not in ("", "CMYK"):
            yield press_file.intent_not_cmyk(place, condition=condition, space=space)


def boxes(page: WrittenPage, _press: Press, place: Location) -> Iterator[Finding]:
    """Findings about page boxes (页面框): trim inside bleed inside media."""
    number = page.uses.number
    if page.trim is None:
        yield press_file.no_trim_box(place, page=number)
    elif page.bleed is not None and not _inside(page.trim, page.bleed):
        yield press_file.boxes(place, page=number)
    if not _inside(page.bleed or page.trim or page.media, page.media):
        yield press_file.boxes_bleed(place, page=number)


def rgb(page: WrittenPage, _press: Press, place: Location) -> Iterator[Finding]:
    """Findings about RGB colours and pictures."""
    uses = page.uses
    if any(colour.space == "rgb" for colour in uses.colours()):
        yield press_file.rgb(place, page=uses.number)
    for image in uses.images:
        if image.space == "rgb":
            yield press_file.rgb_picture(place, page=uses.number, picture=image.name)


def low_resolution(page: WrittenPage, press: Press, place: Location) -> Iterator[Finding]:
    """Findings about pictures with too low a resolution."""
    for image in page.uses.images:
        if round(image.dpi) < press.dpi:
            yield pages.low_resolution_in_file(
                place,
                page=page.uses.number,
                picture=image.name,
                dpi=round(image.dpi),
                width=round(image.width / POINTS_PER_MM),
                height=round(image.height / POINTS_PER_MM),
                needed=press.dpi,
            )


def see_through(page: WrittenPage, press: Press, place: Location) -> Iterator[Finding]:
    """Findings about transparency: forbidden in PDF/X-1a; elsewhere it must not be blended in RGB."""
    number = page.uses.number
    if press.standard == "x-1a" and any(image.mask for image in page.uses.images):
        yield press_file.transparency(place, page=number)
    if page.group == "DeviceRGB":
        yield press_file.transparency_in_rgb(place, page=number)


def missing_glyphs(page: WrittenPage, _press: Press, place: Location) -> Iterator[Finding]:
    """Findings about glyph 0: a box is printed instead of the character."""
    if page.missing:
        yield fonts_said.missing_glyph_in_file(place, page=page.uses.number, count=page.missing)


def annotations(page: WrittenPage, _press: Press, place: Location) -> Iterator[Finding]:
    """Findings about annotations (links, notes): PDF/X forbids them on the page."""
    if page.annotations:
        kinds = tuple(dict.fromkeys(page.annotations))
        yield press_file.annotation(place, page=page.uses.number, count=len(page.annotations), kinds=kinds)


PAGE_RULES: Final[tuple[Callable[[WrittenPage, Press, Location], Iterator[Finding]], ...]] = (
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
