"""Pages laid from YAML and Markdown with the project's fonts: read, composed and inspected, nothing written."""

import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from bulletin_layout.compose import Composed, compose_issue
from bulletin_layout.findings import Finding
from bulletin_layout.fonts import FontBook
from bulletin_layout.preflight import inspect_edition
from bulletin_layout.reading import read_issue
from tests.support.paper import start_paper
from tests.support.real_fonts import real_book
from tests.support.said import said


class Laid(NamedTuple):
    """A composed issue and all that was found."""

    composed: Composed
    findings: tuple[Finding, ...]


@cache
def book() -> FontBook:
    """One book for all: fonts are opened once."""
    return real_book()


def write_files(folder: Path, files: Mapping[str, str]) -> None:
    """Write text files by their paths in ``folder``."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def lay(folder: Path, layouts: Mapping[str, str], stories: Mapping[str, str], pages: str) -> Laid:
    """An issue of a publication in ``folder``; ``pages``: the list of issue.yaml."""
    if not (folder / "fonts").exists():
        start_paper(folder / "started")
        (folder / "started/fonts").rename(folder / "fonts")
        shutil.rmtree(folder / "started")
    files = {
        "bulletin.yaml": "schema: bulletin/publication@1\nname: 禾岭院讯\n",
        **{f"layouts/{name}.yaml": text for name, text in layouts.items()},
        "content/1/issue.yaml": f"schema: bulletin/issue@1\nissue: {{id: 1, date: 2026-10-30}}\npages: {pages}\n",
        **{f"content/1/{name}.md": text for name, text in stories.items()},
    }
    write_files(folder, files)
    read = read_issue(folder / "content/1")
    assert read.issue is not None, [said(finding) for finding in read.findings]
    done = compose_issue(read.issue, book())
    return Laid(done, (*read.findings, *done.findings, *inspect_edition(done.edition, done.issue)))
