"""Paper, grid and inks of a layout (纸张、版心、油墨)."""

from collections.abc import Mapping
from typing import Final

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import layouts, values
from bulletin_layout.findings.catalogue import places as said
from bulletin_layout.findings.catalogue.keys import of
from bulletin_layout.inks import BUILT_IN_INKS, Ink
from bulletin_layout.issue import Sheet
from bulletin_layout.measures import POINTS_PER_MM, Length, Scale, points
from bulletin_layout.reading.layout.terms import percents
from bulletin_layout.reading.schema.check import Item, Record
from bulletin_layout.reading.schema.layout_keys import USUAL_GUTTER

#: Largest page side and bleed in mm: an A0 sheet, and the widest bleed that printers ask for. Anything beyond is a
#: wrong unit.
MOST_SIDE: Final = 1200
MOST_BLEED: Final = 30
#: Scale used while the grid itself is read: there is no 字 or 行 yet, so its keys accept only absolute units.
_ABSOLUTE = Scale(0, 0)


def read_sheet(layout: Record, findings: list[Finding]) -> Sheet | None:
    """Paper and grid in points. None when a part is missing or the type area does not fit on the page, which is
    reported."""
    paper, grid = layout.get("paper", Record), layout.get("grid", Record)
    margins = paper.get("margins", Record) if paper else None
    body = grid.get("body", Record) if grid else None
    columns = grid.get("columns", Record) if grid else None
    if paper is None or margins is None or body is None or columns is None:
        return None
    trim = _trim(paper)
    size, line = body.get("size", Length), body.get("line", Length)
    count, measure = columns.get("count", int), columns.get("measure", int)
    sides = [margins.get(side, Length) for side in ("top", "bottom", "inner", "outer")]
    given = [side for side in sides if side is not None]
    if trim is None or size is None or line is None or count is None or measure is None or len(given) < 4:
        return None
    scale = Scale(points(size, _ABSOLUTE), points(line, _ABSOLUTE))
    if scale.em < 1 or scale.line < scale.em:
        findings.append(values.lines_below_letters(body.location))
        return None
    top, bottom, inner, outer = (points(side, scale) for side in given)
    bleed, gutter = paper.get("bleed", Length), columns.get("gutter", Length) or USUAL_GUTTER
    sheet = Sheet(
        width=trim[0],
        height=trim[1],
        bleed=points(bleed, scale) if bleed else 0.0,
        top=top,
        bottom=bottom,
        inner=inner,
        outer=outer,
        scale=scale,
        columns=count,
        measure=measure,
        gutter=points(gutter, scale),
        location=layout.location,
    )
    return sheet if _has_room(sheet, paper, grid or layout, findings) else None


def _trim(paper: Record) -> tuple[float, float] | None:
    """Width and height of the trimmed page (成品尺寸) in points."""
    written = paper.get("trim", tuple) or ()
    sides = [part.value if isinstance(part, Item) else part for part in written]
    lengths = [points(side, _ABSOLUTE) for side in sides if isinstance(side, Length)]
    return (lengths[0], lengths[1]) if len(lengths) == 2 else None


def _has_room(sheet: Sheet, paper: Record, grid: Record, findings: list[Finding]) -> bool:
    wide = sheet.columns * sheet.measure * sheet.scale.em + (sheet.columns - 1) * sheet.gutter
    room = sheet.width - sheet.inner - sheet.outer
    high = sheet.height - sheet.top - sheet.bottom
    if max(sheet.width, sheet.height) > (MOST_SIDE + 1) * POINTS_PER_MM or sheet.bleed > MOST_BLEED * POINTS_PER_MM:
        findings.append(values.paper_too_large(paper.location, side=MOST_SIDE, bleed=MOST_BLEED))
        return False
    if wide > room + 0.01:
        findings.append(
            said.columns_off_page(
                grid.place("columns"),
                columns=sheet.columns,
                measure=sheet.measure,
                wide=round(wide / POINTS_PER_MM, 2),
                room=round(room / POINTS_PER_MM, 2),
            )
        )
        return False
    if high < sheet.scale.em:
        findings.append(said.no_line_on_page(sheet.location))
        return False
    return True


def read_inks(layout: Record, findings: list[Finding], spots: dict[str, tuple[Ink, Location]]) -> Mapping[str, Ink]:
    """The layout's inks by name, including the built-in ones. ``spots``: the plates of all layouts so far; new ones
    are added."""
    inks = dict(BUILT_IN_INKS)
    for name, record in layout.records("inks").items():
        ink = _ink(record)
        if ink is not None:
            inks[name] = ink
            if ink.space == "spot":
                _check_plate(name, ink, record, spots, findings)
            continue
        inks[name] = BUILT_IN_INKS["black"]
        if record.whole:
            findings.append(values.ink_of_no_kind(record.location, where=of(layouts.ink(name))))
    return inks


def _check_plate(
    name: str, ink: Ink, record: Record, spots: dict[str, tuple[Ink, Location]], findings: list[Finding]
) -> None:
    """Check that a spot colour's plate (专色版) has the same spelling and the same alternate colour wherever it is
    defined: a PDF can hold only one for each plate."""
    other, place = spots.setdefault(ink.name.casefold(), (ink, record.location))
    if other.name != ink.name:
        at = str(place)
        findings.append(
            said.spot_clash(record.place("spot"), ink=name, plate=ink.name, other=other.name, place_of_other=at)
        )
    elif other != ink:
        findings.append(said.spot_alternate(record.place("cmyk"), ink=name, plate=ink.name, place_of_other=str(place)))


def _ink(record: Record) -> Ink | None:
    """The ink; None when the record does not define exactly one colour."""
    keys = set(record.items)
    cmyk = percents(record.get("cmyk", tuple) or ())
    if keys == {"cmyk"} and len(cmyk) == 4:
        return Ink("cmyk", cmyk)
    if keys == {"spot", "cmyk"} and len(cmyk) == 4 and record.text("spot").strip():
        return Ink("spot", cmyk, record.text("spot").strip())
    grey = record.get("grey", float)
    if keys == {"grey"} and grey is not None:
        return Ink("grey", (grey / 100,))
    if keys == {"rgb"}:
        digits = record.text("rgb")[1:]
        return Ink("rgb", tuple(int(digits[k : k + 2], 16) / 255 for k in (0, 2, 4)))
    return None
