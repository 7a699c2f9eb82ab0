"""Imports files into an issue's folder, for tests."""

from pathlib import Path

from bulletin_layout.findings import Finding
from bulletin_layout.manuscripts.importing import Imported, import_manuscripts
from bulletin_layout.manuscripts.opening import Wish

ACCEPTED = Wish(changes="accept")


def imported(folder: Path, data: bytes, name: str = "秋播.docx", wish: Wish = ACCEPTED) -> Imported:
    """Import one file into ``folder``/content/1."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "bulletin.yaml").touch()
    issue = folder / "content/1"
    issue.mkdir(parents=True, exist_ok=True)
    source = folder / "in" / name
    source.parent.mkdir(exist_ok=True)
    source.write_bytes(data)
    (one,) = import_manuscripts([source], issue, folder, wish)
    return one


def story(one: Imported) -> str:
    """The text of the story file."""
    assert one.story is not None
    return one.story.read_text("utf-8")


def codes(one: Imported) -> set[str]:
    """The codes of its findings, without those of every Word file."""
    return {finding.code for finding in one.findings} - {"not-kept", "import-guess"}


def of_code(one: Imported, code: str) -> list[Finding]:
    """Its findings of one code."""
    return [finding for finding in one.findings if finding.code == code]
