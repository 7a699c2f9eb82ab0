"""What browsers may ask the live page for (路由): a table of addresses below the token, each with its function."""

import mimetypes
from collections.abc import Callable
from pathlib import Path
from typing import Final, Literal

from bulletin_layout.findings import Location
from bulletin_layout.findings.catalogue import live as said
from bulletin_layout.live import asking, editing, words
from bulletin_layout.live.answers import Answer, Params, Refusal, Reply
from bulletin_layout.live.exporting import export, report
from bulletin_layout.live.importing import import_manuscript
from bulletin_layout.live.session import Session
from bulletin_layout.live.view import page_as_json
from bulletin_layout.pictures import PictureError
from bulletin_layout.values import NamedTuple

#: The files of the page itself.
WEB: Final = Path(__file__).parent / "web"
#: Media types that the system's table may have otherwise, or not at all.
_MEDIA: Final = {".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}


class Route(NamedTuple):
    """``path``: below the token; its parts in braces are parameters, one ``:path`` has slashes. ``writes``: it is
    refused when the session is only for reading. ``file``: what is posted is a file, not JSON."""

    method: Literal["GET", "POST"]
    path: str
    reply: Callable[[Session, Params], Reply]
    writes: bool = False
    file: bool = False


def unknown(what: str, status: int = 404) -> Refusal:
    """That there is no such thing."""
    return Refusal((said.request_unknown(Location(""), what=what),), status)


def _index(_session: Session, _params: Params) -> Reply:
    return _file("index.html")


def _web(_session: Session, params: Params) -> Reply:
    return _file(params["name"])


def _file(name: str) -> Reply:
    """A file of the page by its name; any other name is unknown, so no path leads elsewhere."""
    files = {path.relative_to(WEB).as_posix(): path for path in WEB.rglob("*") if path.is_file()}
    path = files.get(name)
    if path is None:
        return unknown(name)
    media = _MEDIA.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    text = media.startswith("text/")
    return Answer(path.read_bytes(), f"{media}; charset=utf-8" if text else media)


def _words(session: Session, _params: Params) -> Reply:
    return words.as_json(session.language)


def _page(session: Session, params: Params) -> Reply:
    number = str(params["number"])
    page = session.page(int(number)) if number.isascii() and number.isdigit() else None
    return page_as_json(page) if page is not None else unknown(f"pages/{number}")


def _face(session: Session, params: Params) -> Reply:
    digest = params["digest"]
    data = next((chunk.data for chunk in session.drawing.faces() if chunk.digest == digest), None)
    return Answer(data, "font/ttf", lasting=True) if data is not None else unknown(f"faces/{digest}")


def _picture(session: Session, params: Params) -> Reply:
    digest = params["digest"]
    try:
        file = session.drawing.picture(digest)
    except PictureError:
        file = None
    return Answer(file.data, file.media, lasting=True) if file is not None else unknown(f"pictures/{digest}")


ROUTES: Final = (
    Route("GET", "", _index),
    Route("GET", "web/{name:path}", _web),
    Route("GET", "words.json", _words),
    Route("GET", "pages/{number}", _page),
    Route("GET", "pages/{number}/overlays", asking.overlays),
    Route("GET", "place", asking.place),
    Route("GET", "locate", asking.locate),
    Route("GET", "search", asking.search),
    Route("POST", "open", asking.open_source),
    Route("POST", "edit", editing.edit, writes=True),
    Route("POST", "undo", editing.undo, writes=True),
    Route("POST", "redo", editing.redo, writes=True),
    Route("GET", "choices", editing.choices),
    Route("GET", "ranked", editing.ranked),
    Route("POST", "try", editing.attempt, writes=True),
    Route("POST", "keep", editing.keep, writes=True),
    Route("GET", "faces/{digest}", _face),
    Route("GET", "pictures/{digest}", _picture),
    Route("POST", "export", export),
    Route("GET", "report", report),
    Route("POST", "import", import_manuscript, writes=True, file=True),
)
