"""The metadata packet: well-formed whatever a title holds, in agreement with Info, and with the claims it was given."""

from collections.abc import Sequence
from typing import Any
from xml.etree import ElementTree

import pytest

from bulletin_layout.fonts import Face
from bulletin_layout.page import Edition
from bulletin_layout.pdfs.pikepdf_adapter import Finishing, finish
from bulletin_layout.render.metadata import Claim, Property, Schema, metadata_stream, xmp
from bulletin_layout.render.pdf import render_pdf
from tests.render.sheets import edition, lines, opened, run

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
OWN = Schema(
    "bulletin",
    "https://example.org/bulletin/1#",
    "A bulletin",
    (Property("number", "10", "Number of the issue"), Property("stories", ("甲<乙", "丙&丁"), "Heads of the stories")),
)


def packet(
    claims: Sequence[Claim], title: str = "院报", content: bytes = b"x", schemas: Any = ()
) -> dict[str, list[str]]:
    """Every text of the packet by the local name of the property that it belongs to."""
    root = ElementTree.fromstring(xmp(edition(title=title), claims, content, schemas))
    (about,) = root.iter(f"{RDF}Description")
    return {
        each.tag.partition("}")[2]: [text for text in (part.strip() for part in each.itertext()) if text]
        for each in about
    }


def test_signs_of_xml_and_controls_in_a_title_do_no_harm() -> None:
    assert packet([], title="A<B> & \x07“C”]]>")["title"] == ["A<B> & “C”]]>"]


def test_it_says_what_the_information_dictionary_says(face: Face) -> None:
    sheet = edition(lines(run(face, "春")), title="院报 第10期")
    drawn = render_pdf(sheet)
    with opened(finish(drawn, Finishing(catalog={"Metadata": metadata_stream(xmp(sheet, [], drawn))}))) as file:
        said = file.open_metadata()
        info = {str(key): str(value) for key, value in file.docinfo.items()}
    assert said["dc:title"] == info["/Title"] == "院报 第10期"
    assert said["dc:creator"] == [info["/Author"]]
    assert said["dc:description"] == info["/Subject"]
    assert (said["xmp:CreatorTool"], said["pdf:Producer"]) == (info["/Creator"], info["/Producer"])
    assert said["xmp:CreateDate"] == said["xmp:ModifyDate"] == "2026-10-30T00:00:00Z"
    assert info["/CreationDate"] == info["/ModDate"] == "D:20261030000000Z"


@pytest.mark.parametrize(
    ("claims", "said"),
    [
        (["PDF/X-4"], {"GTS_PDFXVersion": ["PDF/X-4"], "Trapped": ["False"]}),
        (["PDF/A-3a"], {"part": ["3"], "conformance": ["A"]}),
        (["PDF/A-3u"], {"part": ["3"], "conformance": ["U"]}),
        (["PDF/UA-1"], {"part": ["1"]}),
    ],
)
def test_a_claim_is_made_when_it_is_asked_for_only(claims: Sequence[Claim], said: dict[str, list[str]]) -> None:
    made = packet(claims)
    named = ("GTS_PDFXVersion", "Trapped", "part", "conformance", "schemas")
    assert {key: made[key] for key in named if key in made} == said


def test_an_archival_file_describes_the_schemas_that_its_standard_does_not_know() -> None:
    made = packet(["PDF/A-3a", "PDF/UA-1"], schemas=[OWN])
    assert made["stories"] == ["甲<乙", "丙&丁"]
    described = made["schemas"]
    assert {OWN.uri, "number", "stories", "seq Text", "http://www.aiim.org/pdfua/ns/id/", "Integer"} <= set(described)
    assert "schemas" not in packet(["PDF/UA-1"], schemas=[OWN])


def test_the_identifier_follows_the_content() -> None:
    first, again, other = (packet([], content=content)["DocumentID"] for content in (b"x", b"x", b"y"))
    assert first == again != other


def test_an_edition_without_author_and_subject_has_no_empty_properties() -> None:
    bare = Edition("院报", "", "", edition().date)
    assert b"dc:creator" not in xmp(bare, [], b"")
    assert b"dc:description" not in xmp(bare, [], b"")
