"""Banners (栏题), furniture (报眉、报头) and the editor's line (本版责编)."""

from typing import cast

from bulletin_layout.findings import Location
from bulletin_layout.findings.catalogue import layouts as things
from bulletin_layout.findings.catalogue.keys import of, picture_without_box
from bulletin_layout.findings.catalogue.values import text_and_lines
from bulletin_layout.findings.phrases import Phrase
from bulletin_layout.issue import Banner, Box, EditorLine, Furniture, FurnitureLine, FurniturePlace, Piece
from bulletin_layout.pictures import Picture
from bulletin_layout.reading.layout.boxes import read_box
from bulletin_layout.reading.layout.terms import Terms
from bulletin_layout.reading.schema.check import Record
from bulletin_layout.reading.schema.layout_keys import BANNER, EDITOR, FURNITURE, FURNITURE_LINE
from bulletin_layout.reading.sources.files import Files
from bulletin_layout.reading.story.inline import read_label, read_words


def read_banner(name: str, record: Record, terms: Terms) -> Banner:
    """A section banner. Problems are reported; faulty fields keep their defaults."""
    thing = things.banner(name)
    box = record.get("box", Record)
    return Banner(
        name=name,
        location=record.location,
        box=_box(box, record.location, terms, thing),
        **{"text": ()} | terms.fields(record, BANNER, thing),
    )


def read_furniture(name: str, record: Record, files: Files, terms: Terms) -> Furniture:
    """One piece of furniture. Problems are reported; faulty fields keep their defaults."""
    thing = things.furniture(name)
    at, box = _place(record, terms, thing)
    if box is None and "picture" in record.items:  # at the head or foot nothing says how high it is
        terms.findings.append(picture_without_box(record.place("at"), where=of(thing)))
    return Furniture(
        name=name,
        location=record.location,
        at=at,
        lines=_lines(record, terms, thing),
        box=box,
        picture=_picture(record, files),
        **terms.fields(record, FURNITURE, thing),
    )


def read_editor(record: Record, terms: Terms) -> EditorLine:
    """The line with the name of the page's editor."""
    at, box = _place(record, terms, things.editor())
    label = record.words("label")
    usual = Piece(str(EDITOR.keys["label"].usual), record.location)
    return EditorLine(
        location=record.location,
        at=at,
        label=read_label(label, terms.findings) if label is not None else (usual,),
        name=read_words(record.words("name"), terms.findings),
        box=box,
        **terms.fields(record, EDITOR, things.editor()),
    )


def _box(record: Record | None, location: Location, terms: Terms, thing: Phrase) -> Box:
    """A box; an empty one in place of a faulty one, so that reading continues."""
    return (read_box(record, terms, thing) if record is not None else None) or Box(location, fixed=(0, 0, 0, 0))


def _place(record: Record, terms: Terms, thing: Phrase) -> tuple[FurniturePlace, Box | None]:
    box = record.get("at", Record)
    if box is not None:
        return "box", _box(box, record.location, terms, thing)
    return cast(FurniturePlace, record.text("at", "top")), None


def _lines(record: Record, terms: Terms, thing: Phrase) -> tuple[FurnitureLine, ...]:
    several = record.get("lines", tuple)
    if several is None:
        records = [record] if "text" in record.items else []
    else:
        records = [item.value for item in several if isinstance(item.value, Record)]
        if "text" in record.items:
            terms.findings.append(text_and_lines(record.place("lines"), where=of(thing)))
    return tuple(FurnitureLine(**{"text": ()} | terms.fields(line, FURNITURE_LINE, thing)) for line in records)


def _picture(record: Record, files: Files) -> Picture | None:
    name = record.text("picture")
    if not name:
        return None
    path = files.inside(files.root, name, record.place("picture"))
    return files.picture(path, record.place("picture")) if path is not None else None
