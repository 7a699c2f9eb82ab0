"""A .docx that is one XML file instead of a zip (Flat OPC): how office systems (办公系统) fill their templates."""

import zipfile
from io import BytesIO

from bulletin_layout.manuscripts.package import MOST_XML
from bulletin_layout.manuscripts.refusals import RefusedError
from bulletin_layout.manuscripts.xml import XmlError, XmlUnsafeError, flat_parts


def as_zip(data: bytes) -> bytes:
    """The usual form of a flat file: its parts in a zip. RefusedError: it is damaged, too large or unsafe."""
    if len(data) > MOST_XML:
        raise RefusedError("large")
    try:
        parts = flat_parts(data)
    except XmlUnsafeError:
        raise RefusedError("unsafe") from None
    except XmlError:
        raise RefusedError("damaged") from None
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part)
    return out.getvalue()
