"""Makes a PageLayout (版式) from a layout's merged nodes."""

from collections.abc import Iterable
from dataclasses import field

from bulletin_layout.grid import page_grid
from bulletin_layout.issue import PageLayout
from bulletin_layout.reading.layout.effects import check_effects
from bulletin_layout.reading.layout.furniture import read_banner, read_editor, read_furniture
from bulletin_layout.reading.layout.gives import with_gives
from bulletin_layout.reading.layout.sheet import read_inks, read_sheet
from bulletin_layout.reading.layout.slots import read_slot
from bulletin_layout.reading.layout.style_effects import check_styles
from bulletin_layout.reading.layout.styles import Families, KnownStyles, StyleReader
from bulletin_layout.reading.layout.terms import Terms
from bulletin_layout.reading.schema.check import Record, Things, Where, read_record
from bulletin_layout.reading.schema.layout_keys import LAYOUT
from bulletin_layout.reading.sources.files import Files
from bulletin_layout.reading.sources.nodes import MapNode
from bulletin_layout.values import dataclass


@dataclass(frozen=True, slots=True)
class Shared:
    """What the layouts of an issue share, each thing read once: named things that they take over from the layouts that
    they extend, and styles, by scale and inks."""

    things: Things = field(default_factory=dict)
    styles: dict[tuple[object, ...], KnownStyles] = field(default_factory=dict)


def read_layout(
    node: MapNode,
    name: str,
    files: Files,
    families: Families | None,
    texts: Iterable[str] | None,
    shared: Shared,
    *,
    flows: bool = False,
) -> PageLayout | None:
    """Read a layout whose parents have been merged in. None when nothing of it is usable; otherwise problems are
    reported and faulty fields keep their defaults, so that the page's stories can still be checked against the layout.

    ``families``: weights by family; ``texts``: the publication's keys. None for either: not checked. ``shared``: see
    there; what this layout has is added. ``flows``: a text flows through it though it does not repeat: it is the first
    of pages that do.
    """
    record = read_record(node, LAYOUT, Where(), files.findings, shared.things)
    sheet = read_sheet(record, files.findings)
    inks = read_inks(record, files.findings, files.spots)
    if sheet is None:
        return None
    known = shared.styles.setdefault((sheet.scale, *inks.items()), {})
    styling = StyleReader(record.records("styles"), sheet.scale, inks, families, known)
    terms = Terms(sheet, page_grid(sheet, 1), inks, styling.read(), texts, files.findings)
    files.findings.extend(styling.findings)
    banners = {key: read_banner(key, banner, terms) for key, banner in record.records("banners").items()}
    editor = record.get("editor", Record)
    slots = {key: read_slot(key, slot, banners, terms) for key, slot in record.records("slots").items()}
    layout = PageLayout(
        name=record.text("name", name),
        location=record.location,
        sheet=sheet,
        slots=with_gives(slots, record.records("slots"), terms, flows=flows or "repeat" in record.items),
        banners=banners,
        furniture=tuple(
            read_furniture(key, furniture, files, terms) for key, furniture in record.records("furniture").items()
        ),
        editor=None if editor is None else read_editor(editor, terms),
        styles={role: terms.styles[role] for role in ("body", "strong", "emphasis")},
        repeat="repeat" in record.items,
        keep=record.texts("keep"),
    )
    check_effects(record, layout, terms.grid, files.findings)
    check_styles(record, layout, files.findings)
    return layout
