"""The page images that lie among an issue's products (现有小样): one of a page that looks the same serves again."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Final

from bulletin_layout.pipeline.record import DAMAGED, keep, kept, program
from bulletin_layout.values import NamedTuple

#: Where it is written which they are, beside the issues' products.
_FOLDER: Final = Path(".cache/images")


class KeptFile(NamedTuple):
    """A file that a build wrote, and its sha256."""

    path: Path
    digest: str

    def data(self) -> bytes | None:
        """Its bytes, as they were written; None: it was changed since, or removed."""
        try:
            data = self.path.read_bytes()
        except OSError:
            return None
        return data if sha256(data).hexdigest() == self.digest else None


def kept_images(shelves: Path, issue: str) -> dict[str, KeptFile]:
    """The images of the last build that made some, by the keys of their pages (``render.page_key``), if this program
    made them."""
    try:
        data = kept(shelves / _FOLDER / f"{issue}.json")
        if data["program"] != program():
            return {}
        return {str(key): KeptFile(Path(path), str(digest)) for key, (path, digest) in data["images"].items()}
    except DAMAGED:
        return {}


def keep_images(shelves: Path, issue: str, names: Mapping[str, str], files: tuple[Path, ...]) -> None:
    """Write down the images of a build. ``names``: their file names, by the keys of their pages; ``files``: everything
    that the build wrote."""
    paths = {path.name: path for path in files}
    images = {key: paths[name] for key, name in names.items() if name in paths}
    digests = {key: (str(path), sha256(path.read_bytes()).hexdigest()) for key, path in images.items()}
    keep(shelves / _FOLDER / f"{issue}.json", {"program": program(), "images": digests})
