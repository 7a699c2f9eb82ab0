"""Manuscripts dropped on the live page (导入来稿): stories of the issue, as ``bulletin import`` makes them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from bulletin_layout.findings import Finding, Location, has_errors
from bulletin_layout.findings.as_json import as_json
from bulletin_layout.live.answers import Params, Refusal, Reply
from bulletin_layout.live.session import Session
from bulletin_layout.manuscripts.importing import Imported, import_manuscripts
from bulletin_layout.manuscripts.opening import Wish


def import_manuscript(session: Session, params: Params) -> Reply:
    """The story of one manuscript. ``name``: of its file; ``file``: its bytes. The story appears on no page by itself:
    issue.yaml says where. ValueError: no name of a file."""
    name, data = str(params["name"]), params["file"]
    if not isinstance(data, bytes) or not name.strip(". ") or set(name) & set("/\\\0"):
        raise ValueError(name)
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        with session.at_work:
            (made,) = import_manuscripts((path,), session.folder, session.root, Wish())
        found = tuple(_named(made, path.as_posix(), name))
    if made.outcome == "refused" or made.story is None:
        return Refusal(found)
    return {
        "done": not has_errors(found),
        "outcome": made.outcome,
        "story": made.story.name,
        "photos": len(made.photos),
        "findings": [as_json(finding, session.language) for finding in found],
    }


def _named(made: Imported, path: str, name: str) -> Iterator[Finding]:
    """The findings, with the manuscript as its writer calls it."""
    for finding in made.findings:
        place = finding.location
        yield replace(finding, location=Location(name, place.line, place.column)) if place.path == path else finding
