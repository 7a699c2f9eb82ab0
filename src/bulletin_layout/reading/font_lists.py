"""fonts.yaml (字体): the publication's own font families, and the built-in list that it may extend."""

from collections.abc import Mapping
from pathlib import Path

from bulletin_layout.findings import Location
from bulletin_layout.findings.catalogue import fonts as said
from bulletin_layout.findings.catalogue import layouts
from bulletin_layout.findings.catalogue.keys import no_family, no_fonts, no_weight, of
from bulletin_layout.findings.nearest import nearest
from bulletin_layout.fonts import FONTS_FILE, FontBook, FontFile, builtin_fonts
from bulletin_layout.reading.layout.styles import Families
from bulletin_layout.reading.schema.binding import field_values
from bulletin_layout.reading.schema.check import Item, Record, Where, read_record
from bulletin_layout.reading.schema.issue_keys import BUILTIN, BUILTIN_FONTS, FONT_FILE, FONTS
from bulletin_layout.reading.sources.files import Files
from bulletin_layout.values import NamedTuple


class _Entry(NamedTuple):
    """The record of a family in a font list, and the folder that the list's file names are relative to."""

    record: Record
    folder: Path


def read_fonts(files: Files, path: Path, named_at: Location) -> tuple[FontBook, Families] | None:
    """Read fonts.yaml: the font book, and the weights by family. None when the file is faulty, which is reported.
    Checks only that the font files exist; none is opened yet.

    A family of the publication replaces the built-in one of the same name.
    """
    node = files.map(path, named_at)
    if node is None:
        return None
    own = read_record(node, FONTS, Where(), files.findings)
    if "families" not in node.entries and "extends" not in node.entries:
        files.findings.append(no_fonts(own.location))
    elif "families" in own.items and not own.records("families"):
        files.findings.append(no_family(own.place("families")))
    shipped = _shipped(own.items["extends"], path.parent, files) if "extends" in own.items else None
    lists = (*(() if shipped is None else (shipped,)), _Entry(own, path.parent))
    entries = {
        family: _Entry(record, folder) for each, folder in lists for family, record in each.records("families").items()
    }
    faces, families = _faces(entries, files)
    fallback = own if shipped is None or "fallback" in own.items else shipped.record
    return FontBook(faces, _fallback(fallback, families, files), _companions(entries, families, files)), families


def _shipped(extends: Item, folder: Path, files: Files) -> _Entry | None:
    """The list of the built-in fonts: the publication's own copy, in the folder ``builtin`` beside fonts.yaml, else
    the installed one, which is read as if it lay there. None when there is neither or it is faulty, which is
    reported."""
    place, beside = extends.location, folder / BUILTIN
    if not (beside / FONTS_FILE).is_file():
        installed = builtin_fonts()
        if installed is None:
            files.findings.append(said.no_builtin_fonts(place))
            return None
        files.lend(installed, beside)
        beside = installed
    path = files.inside(beside, FONTS_FILE, place)
    node = files.map(path, place) if path is not None else None
    if path is None or node is None:
        return None
    _check_pin(extends, files.sha256(path), files.shown(path), files)
    return _Entry(read_record(node, BUILTIN_FONTS, Where(), files.findings), beside)


def _check_pin(extends: Item, found: str, shown: str, files: Files) -> None:
    """Check the digest of the built-in list against the pinned one. The list holds the digests of all its files, so
    this one digest pins every font."""
    pin = extends.value.text("sha256") if isinstance(extends.value, Record) else ""
    if not pin:
        files.findings.append(said.builtin_unpinned(extends.location, name=BUILTIN, sha256=found))
    elif pin != found:
        files.findings.append(said.builtin_changed(extends.value.place("sha256"), path=shown, sha256=found))


def _faces(
    entries: Mapping[str, _Entry], files: Files
) -> tuple[dict[tuple[str, str], FontFile], dict[str, tuple[str, ...]]]:
    """The font files by family and weight, and the names of each family's weights."""
    faces: dict[tuple[str, str], FontFile] = {}
    families: dict[str, tuple[str, ...]] = {}
    for family, (entry, folder) in entries.items():
        licence = _licence(entry, folder, files)
        weights = entry.records("weights")
        families[family] = tuple(weights) or ("regular",)
        if not weights and "weights" in entry.items:
            files.findings.append(no_weight(entry.place("weights"), where=of(layouts.family(family))))
        for weight, file in weights.items():
            face = _face(family, weight, entry, file, licence, folder, files)
            if face is not None:
                faces[family, weight] = face
    return faces, families


def _face(
    family: str, weight: str, entry: Record, record: Record, licence: str, folder: Path, files: Files
) -> FontFile | None:
    place = record.place("file")
    path = files.inside(folder, record.text("file"), place) if "file" in record.items else None
    if path is None or not files.exists(path, place):
        return None
    return FontFile(
        path=path,
        family=family,
        weight=weight,
        location=place,
        licence=licence,
        source=entry.text("source"),
        name=entry.text("name", family),
        **field_values(record, FONT_FILE),
    )


def _licence(entry: Record, folder: Path, files: Files) -> str:
    licence = entry.get("licence", Record)
    if licence is None:
        return entry.text("licence")
    if "file" in licence.items:
        path = files.inside(folder, licence.text("file"), licence.place("file"))
        if path is not None:
            files.exists(path, licence.place("file"))
    return licence.text("name")


def _companions(entries: Mapping[str, _Entry], families: Families, files: Files) -> dict[str, str]:
    found = {}
    for family, (entry, _) in entries.items():
        named = entry.text("latin")
        if named in families:
            found[family] = named
        elif "latin" in entry.items:
            near = nearest(named, families)
            files.findings.append(layouts.unknown_companion(entry.place("latin"), name=named, near=near))
    return found


def _fallback(record: Record, families: Mapping[str, object], files: Files) -> tuple[str, ...]:
    found = []
    for item in record.get("fallback", tuple) or ():
        if item.value in families:
            found.append(item.value)
        else:
            near = nearest(item.value, families)
            files.findings.append(layouts.unknown_fallback(item.location, name=item.value, near=near))
    return tuple(found)
