"""What was put into an archive file to do something when it is opened, and is named before anybody opens it."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pikepdf import Dictionary, Name

from bulletin_layout.archive.added import added
from bulletin_layout.findings.phrases import text
from bulletin_layout.pdfs.pikepdf_adapter import open_pdf

Change = Callable[[pikepdf.Pdf], None]


def things(data: bytes) -> set[str]:
    with open_pdf(data) as pdf:
        return {text(each, "en").rpartition("(")[2].rstrip(")") for each in added(pdf)}


def changed(data: bytes, change: Change, **saved: Any) -> bytes:
    with pikepdf.open(BytesIO(data)) as pdf:
        change(pdf)
        out = BytesIO()
        pdf.save(out, **saved)
    return out.getvalue()


SCRIPT = Dictionary(S=Name.JavaScript, JS="app.alert(1)")


def note(pdf: pikepdf.Pdf, **entries: Any) -> None:
    made = Dictionary(Type=Name.Annot, Rect=[0, 0, 9, 9], **entries)
    pdf.pages[0].Annots = pikepdf.Array([pdf.make_indirect(made)])


def on_opening(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = SCRIPT


def opening_a_page(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Array([pdf.pages[0].obj, Name.Fit])


def by_name(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Names.JavaScript = pdf.make_indirect(Dictionary(Names=["a", SCRIPT]))


def of_the_page(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].AA = Dictionary(O=Dictionary(S=Name.GoTo, D="x"))


def in_a_chain(pdf: pikepdf.Pdf) -> None:
    note(pdf, Subtype=Name.Link, A=Dictionary(S=Name.URI, URI="https://a.example", Next=pikepdf.Array([SCRIPT])))


def launching(pdf: pikepdf.Pdf) -> None:
    note(pdf, Subtype=Name.Link, A=Dictionary(S=Name.Launch, F="calc.exe"))


def sending(pdf: pikepdf.Pdf) -> None:
    note(pdf, Subtype=Name.Widget, A=Dictionary(S=Name.SubmitForm, F="https://a.example"))


def elsewhere(pdf: pikepdf.Pdf) -> None:
    note(pdf, Subtype=Name.Link, A=Dictionary(Type=Name.Action, S=Name.GoToR, F="b.pdf"))


def with_a_form(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AcroForm = pdf.make_indirect(Dictionary(Fields=[], DR=Dictionary(Font=Dictionary())))


def hung_on(pdf: pikepdf.Pdf) -> None:
    note(pdf, Subtype=Name.FileAttachment)


def playing(pdf: pikepdf.Pdf) -> None:
    note(pdf, Subtype=Name.RichMedia)


def collected(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Collection = Dictionary()


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (on_opening, {"OpenAction", "JavaScript"}),
        (opening_a_page, {"OpenAction"}),
        (by_name, {"JavaScript"}),
        (of_the_page, {"AA"}),
        (in_a_chain, {"JavaScript"}),
        (launching, {"Launch"}),
        (sending, {"SubmitForm", "AcroForm"}),
        (elsewhere, {"another action"}),
        (with_a_form, {"AcroForm", "DR"}),
        (hung_on, {"FileAttachment"}),
        (playing, {"a sound, a film or a 3D scene"}),
        (collected, {"Collection"}),
    ],
)
def test_each_is_named(archive: bytes, change: Change, found: set[str]) -> None:
    assert things(changed(archive, change)) == found


def test_an_archive_file_has_none_of_it(archive: bytes) -> None:
    assert things(archive) == set()


def test_a_lock_that_an_empty_password_opens_is_named(archive: bytes) -> None:
    assert things(changed(archive, lambda _: None, encryption=pikepdf.Encryption(owner="a", user=""))) == {"Encrypt"}
