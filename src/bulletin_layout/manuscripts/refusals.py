"""Why a manuscript is not read (读不了的来稿), and the finding that says so."""

from typing import Final, Literal, assert_never

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import manuscripts as said
from bulletin_layout.findings.phrases import Phrase
from bulletin_layout.manuscripts.kinds import Kind
from bulletin_layout.manuscripts.package import MOST_BYTES
from bulletin_layout.manuscripts.soffice import SECONDS

Reason = Literal[
    "locked", "damaged", "large", "unsafe", "encoding", "missing", "no-soffice", "not-converted", "old-word",
    "word-xml", "ole", "pdf", "ofd", "rtf", "html", "mht", "xml", "picture", "empty", "bare", "zip", "archive",
    "odt", "pages", "text",
]  # fmt: skip


class RefusedError(Exception):
    """A manuscript that cannot be read."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason


def refusal(reason: Reason, place: Location) -> Finding:  # noqa: PLR0911  # one a reason
    """The finding for a manuscript that is not read."""
    match reason:
        case "locked":
            return said.manuscript_locked(place)
        case "damaged":
            return said.manuscript_damaged(place)
        case "large":
            return said.manuscript_too_large(place, most=MOST_BYTES // 1_000_000)
        case "unsafe":
            return said.manuscript_unsafe(place)
        case "encoding":
            return said.no_encoding(place)
        case "missing":
            return said.missing_manuscript(place, path=place.path)
        case "no-soffice":
            return said.not_converted(place)
        case "not-converted":
            return said.not_converted_in_time(place, seconds=SECONDS)
        case "bare":
            return said.no_text(place)
        case (
            "zip" | "archive" | "odt" | "pages" | "old-word" | "word-xml" | "ole" | "pdf" | "ofd" | "rtf" | "html"
            | "mht" | "xml" | "picture" | "empty" | "text"
        ):  # fmt: skip
            what, way = _KINDS[reason]
            return said.manuscript_format(place, kind=what, way=way)
        case _:
            assert_never(reason)


#: What a file is that is not read, and what to do.
_KINDS: Final[dict[Kind, tuple[Phrase, Phrase]]] = {
    "old-word": (said.old_word(), said.save_as_docx()),
    "rtf": (said.rich_text(), said.save_as_docx()),
    "html": (said.web_page(), said.save_as_docx()),
    "odt": (said.open_document(), said.save_as_docx()),
    "word-xml": (said.word_xml(), said.save_as_docx()),
    "mht": (said.web_archive(), said.save_in_word()),
    "pages": (said.pages_file(), said.export_from_pages()),
    "pdf": (said.a_pdf(), said.ask_author()),
    "ofd": (said.an_ofd(), said.ask_author()),
    "ole": (said.other_file(), said.save_text()),
    "zip": (said.other_zip(), said.save_text()),
    "archive": (said.an_archive(), said.unpack()),
    "xml": (said.xml_file(), said.save_text()),
    "picture": (said.a_picture(), said.to_photos()),
    "empty": (said.empty(), said.send_again()),
}
