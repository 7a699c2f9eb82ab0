"""Word files written by hand, part by part: what a test is about stands in the test."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Final

SPACES: Final = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "kso": "http://www.wps.cn/officeDocument/2013/wpsCustomData",
}
_STRICT: Final = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
        "http://purl.oclc.org/ooxml/officeDocument/relationships"
    ),
    "http://schemas.openxmlformats.org/drawingml/2006/main": "http://purl.oclc.org/ooxml/drawingml/main",
}
_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_KINDS: Final = ("styles", "numbering", "comments", "footnotes", "endnotes")


def element(name: str, inner: str) -> str:
    """A part's root element with all namespaces."""
    spaces = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in SPACES.items())
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {spaces}>{inner}</w:{name}>'


def docx(
    body: str,
    *,
    parts: Mapping[str, str] | None = None,
    media: Mapping[str, bytes] | None = None,
    links: Mapping[str, tuple[str, str]] | None = None,
    more: Mapping[str, bytes] | None = None,
    strict: bool = False,
    kind: str = f"{_WORD}.document.main+xml",
) -> bytes:
    """A .docx. ``parts``: the inner XML of styles, numbering, comments, footnotes, endnotes, header1; ``media``:
    pictures by relation id; ``links``: external relations, kind and target by id; ``more``: other members."""
    parts = parts or {}
    relations = [
        f'<Relationship Id="rel-{name}" Type="{SPACES["r"]}/{name.rstrip("1")}" Target="{name}.xml"/>' for name in parts
    ]
    relations += (f'<Relationship Id="{id}" Type="{SPACES["r"]}/image" Target="media/{id}"/>' for id in media or {})
    relations += (
        f'<Relationship Id="{id}" Type="{SPACES["r"]}/{kind_}" Target="{target}" TargetMode="External"/>'
        for id, (kind_, target) in (links or {}).items()
    )
    roots = {"numbering": "numbering", "header1": "hdr"}
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            f'<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="a" Type="{SPACES["r"]}/officeDocument" '
            'Target="word/document.xml"/></Relationships>'
        ),
        "word/document.xml": element("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{"".join(relations)}</Relationships>',
        **{f"word/{name}.xml": element(roots.get(name, name), inner) for name, inner in parts.items()},
        **{f"word/media/{id}": data for id, data in (media or {}).items()},
        **(more or {}),
    }
    if strict:
        files = {name: _strict(text) if isinstance(text, str) else text for name, text in files.items()}
    return zipped(files)


def _strict(text: str) -> str:
    for usual, strict in _STRICT.items():
        text = text.replace(usual, strict)
    return text


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """A zip file with these members."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def p(inner: str, properties: str = "") -> str:
    """A paragraph; text without elements becomes a run."""
    runs = inner if inner.startswith("<") or not inner else r(inner)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of text."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def picture(id: str, *, attribute: str = "r:embed", crop: str = "", alt: str = "") -> str:
    """A run with an inline picture."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="a" descr="{alt}"/><a:graphic><a:graphicData>'
        f'<pic:pic><pic:blipFill><a:blip {attribute}="{id}"/>{crop}</pic:blipFill><pic:spPr/></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def box(blocks: str) -> str:
    """A run with a text box, in both forms, as Word writes it."""
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp>'
        f"<wps:txbx><w:txbxContent>{blocks}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic>"
        "</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>"
        f"{blocks}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


#: A paragraph of text, for stories that are about something else.
TEXT: Final = "霜降前后，青禾站的人都在地里。晚玉米收完，腾茬、整地、播麦一天不停，站长说赶在下雨之前把三百亩种完。"
