"""The proof of plates (分色样): each plate of each page as an image, a map of the ink on it, and what they show."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import inks
from bulletin_layout.findings.phrases import Phrase, text
from bulletin_layout.issue import Press
from bulletin_layout.languages import Language
from bulletin_layout.pictures import png_file
from bulletin_layout.preflight import report_words as words
from bulletin_layout.preflight.ink_map import CELL, HotPlace, InkMap, drawn, ink_map
from bulletin_layout.preflight.separations import Separated, separations, separator
from bulletin_layout.values import NamedTuple

#: Dots an inch of the plates' images.
DPI: Final = 150
_LETTERS: Final = {"Cyan": "C", "Magenta": "M", "Yellow": "Y", "Black": "K"}
#: Ink that a spot may have beyond the limit: what photos' compression and the plates' rounding add.
_INK_SEEN: Final = 0.05


class Proof(NamedTuple):
    """The files of a proof of plates, by name, and its findings."""

    files: tuple[tuple[str, bytes], ...]
    findings: tuple[Finding, ...]


def plates_proof(name: str, pdf: bytes, press: Press, language: Language, tell: Callable[[int, int], None]) -> Proof:
    """The plates of ``pdf``, which is called ``name``. SeparationError: Ghostscript is missing or fails."""
    program, called = separator()
    files: list[tuple[str, bytes]] = []
    findings: list[Finding] = []
    lines = [words.plates_title(name, called, DPI)]
    for page in separations(pdf, program, DPI, CELL):
        found = ink_map(page)
        files += _images(page, found, press)
        lines += _lines(page, found, press)
        findings += _findings(page, found, press, Location(name))
        tell(page.number, 0)
    report = "".join(f"{text(line, language)}\n" for line in lines)
    return Proof((*files, (f"{name.removesuffix('.pdf')}-plates.txt", report.encode())), tuple(findings))


def _images(page: Separated, found: InkMap, press: Press) -> Iterator[tuple[str, bytes]]:
    for at, plate in enumerate(page.plates, start=1):
        safe = re.sub(r"[^\w-]+", "-", plate.name).strip("-").lower()
        yield f"plate-{page.number:02}-{at}-{safe}.png", plate.png
    if found.ink:
        yield f"ink-{page.number:02}.png", png_file(drawn(found, press.tac), DPI)


def _lines(page: Separated, found: InkMap, press: Press) -> Iterator[Phrase]:
    shares = tuple(f"{plate.name} {100 * sum(plate.ink) / (255 * len(plate.ink)):.1f}%" for plate in page.plates)
    most = found.hottest[0].ink if found.hottest else 0.0
    yield words.plates_page(page.number, shares or words.none(), round(100 * most), round(100 * press.tac))
    for place in found.hottest:
        yield words.hot_place(place.x, place.y, _shown(place), round(100 * place.ink))


def _findings(page: Separated, found: InkMap, press: Press, file: Location) -> Iterator[Finding]:
    """The hottest place, where there is more ink than the press takes: what lies over what is known only here."""
    for place in found.hottest[:1]:
        if place.ink > press.tac + _INK_SEEN:
            yield inks.too_much_ink_on_plates(
                file, page=page.number, x=place.x, y=place.y, ink=round(place.ink, 2), limit=press.tac
            )


def _shown(place: HotPlace) -> str:
    return " ".join(f"{_LETTERS.get(name, name + ' ')}{100 * part:.0f}" for name, part in place.parts)
