"""Where a publication and its issues lie (刊物和各期的文件夹)."""

from pathlib import Path
from typing import Final

#: The file that makes a folder a publication.
PUBLICATION_FILE: Final = "bulletin.yaml"
#: The file that makes a folder an issue.
ISSUE_FILE: Final = "issue.yaml"
#: The publication's folder of all issues' products.
SHELVES: Final = "out"
#: The folder of an issue's rounds of proofs, in its own.
ROUNDS: Final = "proofs"


def issue_folder(named: Path) -> Path | None:
    """The issue's folder: the folder itself, that of an issue.yaml, or an issue's name within the current
    publication. None: there is no such folder."""
    if named.is_dir():
        return named.resolve()
    if named.is_file() and named.name == ISSUE_FILE:
        return named.resolve().parent
    root = publication_above(Path.cwd())
    if root is not None and not named.is_absolute() and (root / "content" / named).is_dir():
        return (root / "content" / named).resolve()
    return None


def publication_above(folder: Path) -> Path | None:
    """The nearest publication at or above a folder; None outside of any."""
    folder = folder.resolve()
    return next((above for above in (folder, *folder.parents) if (above / PUBLICATION_FILE).is_file()), None)
