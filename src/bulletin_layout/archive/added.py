"""What a viewer would do with a file beyond showing it (动作): scripts, actions, forms, locks. None of ours has any."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from bulletin_layout.findings.catalogue import archives as said
from bulletin_layout.findings.phrases import Phrase
from bulletin_layout.pdfs.pikepdf_adapter import Found, OpenedPdf

#: What a link may do (ISO 32000-1, 12.6.4): lead to an address or to a place in the file. Every other action is named.
_LINKS: Final = ("URI", "GoTo", "Named")
_ACTIONS: Final[Mapping[str, Phrase]] = {
    "JavaScript": said.a_script(),
    "Launch": said.a_launch(),
    "SubmitForm": said.a_form_sent(),
    "ImportData": said.a_form_sent(),
}
#: Kinds of notes on a page that play, run or carry something (12.5.6).
_NOTES: Final[Mapping[str, Phrase]] = {
    "FileAttachment": said.a_hidden_file(),
    "Movie": said.a_medium(),
    "Sound": said.a_medium(),
    "Screen": said.a_medium(),
    "RichMedia": said.a_medium(),
    "3D": said.a_medium(),
    "Widget": said.a_form(),
}
_DEEPEST: Final = 60


def added(pdf: OpenedPdf) -> tuple[Phrase, ...]:
    """What is in the file that no archive file has, each kind once; the files that it carries are not told here."""
    found: dict[Phrase, None] = {}
    if pdf.locked:
        found[said.a_lock()] = None
    if "OpenAction" in pdf.catalog:
        found[said.an_opening_action()] = None
    if "AcroForm" in pdf.catalog:
        found[said.a_form()] = None
    form = pdf.catalog.get("AcroForm")
    if isinstance(form, Found) and "DR" in form:
        found[said.form_fonts()] = None
    if "Collection" in pdf.catalog:
        found[said.a_collection()] = None
    for each in pdf.objects():
        found.update(dict.fromkeys(_in(each, 0)))
    return tuple(found)


def _in(value: Any, depth: int) -> Iterator[Phrase]:
    """What stands in an object itself; other objects have their own turn."""
    if isinstance(value, tuple):
        for each in value:
            if isinstance(each, tuple | Found) and depth < _DEEPEST and not _apart(each):
                yield from _in(each, depth + 1)
    if not isinstance(value, Found):
        return
    if "AA" in value:
        yield said.an_automatic_action()
    if "JS" in value or "JavaScript" in value:
        yield said.a_script()
    action = value.get("S")
    kind = action if isinstance(action, str) else ""
    if (value.get("Type") == "Action" or kind in _ACTIONS) and kind not in _LINKS:
        yield _ACTIONS.get(kind, said.another_action())
    if value.get("Type") == "Annot" or "Rect" in value:
        subtype = value.get("Subtype")
        if isinstance(subtype, str) and subtype in _NOTES:
            yield _NOTES[subtype]
    for key in value:
        each = value[key]
        if isinstance(each, tuple | Found) and depth < _DEEPEST and not _apart(each):
            yield from _in(each, depth + 1)


def _apart(value: Any) -> bool:
    """Whether it is an object of its own."""
    return isinstance(value, Found) and value.number != 0
