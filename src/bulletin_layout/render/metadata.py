"""The XMP packet (元数据; ISO 16684-1): metadata of a file, and the standards to which it claims to conform.

The packet is RDF in UTF-8, uncompressed in the file. It agrees with the document information dictionary, as both
PDF/X-4 and PDF/A require.
"""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from html import escape
from typing import Final, Literal, assert_never
from uuid import UUID, uuid5

from bulletin_layout.page import Edition
from bulletin_layout.pdfs import Name, Ref, Stream, Value
from bulletin_layout.values import dataclass

Claim = Literal["PDF/X-4", "PDF/A-3a", "PDF/A-3u", "PDF/UA-1"]

#: The program that made the file, as in the information dictionary.
CREATOR: Final = "bulletin-layout"
PRODUCER: Final = "bulletin-layout, ReportLab"

_NAMESPACES: Final = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}
#: Namespace of document identifiers (UUID version 5): an arbitrary constant that must never change.
_DOCUMENTS: Final = UUID("5f0d3a34-8c1c-5e0b-9b0e-6b1f0c7a3e55")


@dataclass(frozen=True, slots=True)
class Property:
    """A property of a custom schema; several values make an ordered list (Seq). ``about``: its description."""

    name: str
    value: str | tuple[str, ...]
    about: str
    integer: bool = False


@dataclass(frozen=True, slots=True)
class Schema:
    """A custom schema: properties in a namespace of their own. PDF/A requires its description in the packet
    (ISO 19005-3, 6.6.2.3)."""

    prefix: str
    uri: str
    title: str
    properties: tuple[Property, ...]


def xmp(edition: Edition, claims: Sequence[Claim], content: bytes, schemas: Sequence[Schema] = ()) -> bytes:
    """The XMP packet of an edition that claims to conform to ``claims``. The document identifier is derived from the
    file ``content``, so that the same content has the same identifier."""
    day = f"{edition.date.isoformat()}T00:00:00Z"
    archival = any(claim.startswith("PDF/A") for claim in claims)
    described = [*schemas, _UA] if archival and "PDF/UA-1" in claims else list(schemas)
    parts = [
        "<dc:format>application/pdf</dc:format>",
        f"<dc:title>{_default(edition.title)}</dc:title>",
        f"<dc:creator>{_list('Seq', (edition.author,))}</dc:creator>" if edition.author else "",
        f"<dc:description>{_default(edition.subject)}</dc:description>" if edition.subject else "",
        f"<dc:language>{_list('Bag', ('zh-CN',))}</dc:language>",
        f"<xmp:CreatorTool>{CREATOR}</xmp:CreatorTool>",
        *(f"<xmp:{name}>{day}</xmp:{name}>" for name in ("CreateDate", "ModifyDate", "MetadataDate")),
        f"<pdf:Producer>{PRODUCER}</pdf:Producer>",
        f"<xmpMM:DocumentID>uuid:{uuid5(_DOCUMENTS, sha256(content).hexdigest())}</xmpMM:DocumentID>",
        "<xmpMM:VersionID>1</xmpMM:VersionID>",
        "<xmpMM:RenditionClass>default</xmpMM:RenditionClass>",
        *(_claimed(claim) for claim in claims),
        *(_property(schema, each) for schema in schemas for each in schema.properties),
        _descriptions(described) if archival and described else "",
    ]
    names = _NAMESPACES | {schema.prefix: schema.uri for schema in schemas}
    declared = " ".join(f'xmlns:{prefix}="{escape(uri, quote=False)}"' for prefix, uri in names.items())
    body = "\n".join(part for part in parts if part)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        f'<rdf:Description rdf:about="" {declared}>\n{body}\n</rdf:Description>\n'
        '</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end="r"?>'
    ).encode()


def page_labels(edition: Edition) -> Value:
    """The catalogue's PageLabels (ISO 32000-1, 12.4.2): viewers count pages by the numbers that are printed on them."""
    starts: list[Value] = []
    for at, page in enumerate(edition.pages):
        if at == 0 or page.number != edition.pages[at - 1].number + 1:
            starts += [at, {"S": Name("D"), "St": page.number}]
    return {"Nums": starts}


def metadata_stream(packet: bytes) -> Ref:
    """The packet as the value of the catalogue's Metadata (ISO 32000-1, 14.3.2)."""
    return Ref(Stream({"Type": Name("Metadata"), "Subtype": Name("XML")}, packet))


def _claimed(claim: Claim) -> str:
    match claim:
        case "PDF/X-4":
            return "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>\n<pdf:Trapped>False</pdf:Trapped>"
        case "PDF/UA-1":
            return "<pdfuaid:part>1</pdfuaid:part>"
        case "PDF/A-3a" | "PDF/A-3u":
            level = claim[-1].upper()
            return f"<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>{level}</pdfaid:conformance>"
        case _:
            assert_never(claim)


#: PDF/A does not know the PDF/UA identification, so it must be described like a custom schema.
_UA: Final = Schema(
    "pdfuaid",
    _NAMESPACES["pdfuaid"],
    "PDF/UA identification",
    (Property("part", "1", "Part of ISO 14289 that the file conforms to", integer=True),),
)


def _property(schema: Schema, each: Property) -> str:
    value = each.value
    text = _list("Seq", value) if isinstance(value, tuple) else _text(value)
    return f"<{schema.prefix}:{each.name}>{text}</{schema.prefix}:{each.name}>"


def _descriptions(schemas: Iterable[Schema]) -> str:
    """The descriptions of custom schemas (ISO 19005-3, 6.6.2.3)."""
    return f"<pdfaExtension:schemas><rdf:Bag>{''.join(map(_description, schemas))}</rdf:Bag></pdfaExtension:schemas>"


def _description(schema: Schema) -> str:
    return (
        '<rdf:li rdf:parseType="Resource">'
        f"<pdfaSchema:schema>{_text(schema.title)}</pdfaSchema:schema>"
        f"<pdfaSchema:namespaceURI>{_text(schema.uri)}</pdfaSchema:namespaceURI>"
        f"<pdfaSchema:prefix>{schema.prefix}</pdfaSchema:prefix>"
        f"<pdfaSchema:property><rdf:Seq>{''.join(map(_described, schema.properties))}</rdf:Seq></pdfaSchema:property>"
        "</rdf:li>\n"
    )


def _described(each: Property) -> str:
    kind = "Integer" if each.integer else "seq Text" if isinstance(each.value, tuple) else "Text"
    return (
        '<rdf:li rdf:parseType="Resource">'
        f"<pdfaProperty:name>{each.name}</pdfaProperty:name>"
        f"<pdfaProperty:valueType>{kind}</pdfaProperty:valueType>"
        "<pdfaProperty:category>external</pdfaProperty:category>"
        f"<pdfaProperty:description>{_text(each.about)}</pdfaProperty:description>"
        "</rdf:li>"
    )


def _default(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{_text(text)}</rdf:li></rdf:Alt>'


def _list(kind: str, values: Sequence[str]) -> str:
    return f"<rdf:{kind}>{''.join(f'<rdf:li>{_text(value)}</rdf:li>' for value in values)}</rdf:{kind}>"


def _text(text: str) -> str:
    """Escaped text; control characters are dropped, because XML 1.0 cannot represent them."""
    return escape("".join(char for char in text if char >= " " or char in "\t\n"), quote=False)
