"""The page images that lie among an issue's products (现有小样): one of a page that looks the same serves again."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Final

from bulletin_layout.pictures import PictureError, Pixels, parts_of
from bulletin_layout.pipeline.record import DAMAGED, is_still, keep, kept
from bulletin_layout.pipeline.shelf import KeptFile
from bulletin_layout.render.drawn import DrawingMemory, SheetPlaces
from bulletin_layout.states import state

#: Where it is written which they are, beside the issues' products.
_FOLDER: Final = Path(".cache/images")


class KeptImages:
    """The images of the last build that made some. ``files``: by the keys of their pages (``render.page_key``)."""

    def __init__(
        self,
        files: Mapping[str, KeptFile] | None = None,
        sheet: KeptFile | None = None,
        places: SheetPlaces | None = None,
    ) -> None:
        self.files: Final = files or {}
        self._sheet: Final = sheet
        self._places: Final = places or SheetPlaces(0, {})

    def reduced(self, key: str, columns: int) -> Pixels | None:
        """A page as small as on the contact sheet, out of the last one, if that had as many columns."""
        return self._reduced.get(key) if columns == self._places.columns else None

    @cached_property
    def _reduced(self) -> Mapping[str, Pixels]:
        try:
            parts = parts_of(self._sheet.path.read_bytes(), [*self._places.boxes.values()]) if self._sheet else ()
        except (OSError, ValueError, PictureError):  # not a file of ours, whatever the record says
            return {}
        return dict(zip(self._places.boxes, parts, strict=False))


def kept_images(shelves: Path, issue: str) -> KeptImages:
    """The images of the last build that made some, if this program made them: those that are as they were."""
    try:
        data = kept(shelves / _FOLDER / f"{issue}.json")
        folder = shelves / issue
        files = {str(key): file for key, said in data["images"].items() if (file := _file(folder, *said))}
        sheet = _file(folder, *data["sheet"]) if data["sheet"] else None
        boxes = {str(key): (int(x), int(y), int(end), int(foot)) for key, (x, y, end, foot) in data["boxes"].items()}
        return KeptImages(files, sheet, SheetPlaces(int(data["columns"]), boxes))
    except DAMAGED:
        return KeptImages()


def _file(folder: Path, name: str, digest: str, known: list[int] | None) -> KeptFile | None:
    """An image among the products in ``folder``, if it is as it was; never what a link leads to."""
    path = Path(name)
    ours = folder in path.parents and path.suffix == ".png" and not path.is_symlink()
    return KeptFile(path, digest) if ours and is_still(path, digest, known) else None


def keep_images(
    shelves: Path, issue: str, names: Mapping[str, str], sheet: str, memory: DrawingMemory, written: Mapping[Path, str]
) -> None:
    """Write down the images of a build. ``names``: their file names, by the keys of their pages; ``sheet``: that of the
    contact sheet; ``written``: digests of everything that the build wrote."""
    files = {path.name: (str(path), digest, state(path)) for path, digest in written.items()}
    data = {
        "images": {key: files[name] for key, name in names.items() if name in files},
        "sheet": files.get(sheet),
        "columns": memory.places.columns,
        "boxes": memory.places.boxes,
    }
    keep(shelves / _FOLDER / f"{issue}.json", data)
