"""Pictures made fit for one use (转色、缩图): colour space, ink limit, resolution; kept by content between builds."""

import json
import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Final

from bulletin_layout.pictures.open import passed_through, read_again
from bulletin_layout.pictures.picture import EncodedPicture, Picture
from bulletin_layout.pictures.raster import fit_raster, pillow_version, prepare_raster
from bulletin_layout.pictures.use import Use

#: A picture is reduced when it has this many times the pixels an inch that are asked for; below, it would only blur.
_FAR_ABOVE: Final = 1.5
#: How pictures are made here; raised when the same picture would come out otherwise, so that nothing older is taken.
_RECIPE: Final = 3
#: So many are made side by side at most: each is in memory as a whole.
_AT_ONCE: Final = 4
#: What stays as it is: RGB has to be looked at, for it may bring a profile along.
_KEPT: Final = {"cmyk": ("grey", "cmyk"), "rgb": ("grey",)}


class PressPictures:
    """Pictures as one use has them, each made once; between builds they lie in ``folder``, by content.

    What lies there is only a saving of time: its name is the digest of all that it follows from, it holds the digest of
    its own bytes, and it can be deleted at any time.
    """

    __slots__ = ("_folder", "_made", "use")

    def __init__(self, use: Use, folder: Path | None = None) -> None:
        self.use = use
        self._folder = folder
        self._made: dict[str, EncodedPicture] = {}

    def name(self, picture: Picture, dpi: float) -> str:
        """What tells the picture's pixels, shown with so many dots an inch, from all others."""
        return sha256(f"{picture.sha256} {self._scale(dpi):.4f} {self.use.digest}".encode()).hexdigest()

    def pixels(self, picture: Picture, dpi: float) -> EncodedPicture:
        """The picture, which is shown with ``dpi`` of its own pixels an inch. PictureError as ``prepared``."""
        name = self.name(picture, dpi)
        if name not in self._made:
            self._made[name] = self._kept(name) or self._new(name, picture, self._scale(dpi))
        return self._made[name]

    def make(self, wanted: Iterable[tuple[Picture, float]]) -> None:
        """Make several, each with its dots an inch, side by side: the library lets others go on while it works.

        A finding is passed over here: ``pixels`` has it again when it is asked for that picture.
        """
        each = {self.name(picture, dpi): (picture, dpi) for picture, dpi in wanted}
        if len(each) > 1:
            from concurrent.futures import ThreadPoolExecutor

            with ThreadPoolExecutor(min(len(each), os.cpu_count() or 1, _AT_ONCE)) as pool:
                for picture, dpi in each.values():
                    pool.submit(self.pixels, picture, dpi)

    def _scale(self, dpi: float) -> float:
        return self.use.dpi / dpi if dpi > self.use.dpi * _FAR_ABOVE else 1.0

    def _new(self, name: str, picture: Picture, scale: float) -> EncodedPicture:
        data, kind = read_again(picture)
        part = passed_through(data, kind, picture.shown_path)
        if part is not None and scale == 1 and part.space in _KEPT[self.use.space]:
            return part
        made = fit_raster(data, kind, picture.shown_path, self.use, scale)
        if made is None:
            return part or prepare_raster(data, kind, picture.shown_path)
        self._keep(name, made)
        return made

    def _path(self, folder: Path, name: str) -> Path:
        return folder / sha256(f"{name} {pillow_version()} {_RECIPE}".encode()).hexdigest()

    def _kept(self, name: str) -> EncodedPicture | None:
        """What an earlier build has made; None if it has not, or the file is not what was written."""
        if self._folder is None:
            return None
        try:
            head, _, data = self._path(self._folder, name).read_bytes().partition(b"\n")
            facts = json.loads(head)
            if facts.pop("digest") != sha256(data).hexdigest():
                return None
            return EncodedPicture(**facts, data=data, palette=b"")
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return None

    def _keep(self, name: str, made: EncodedPicture) -> None:
        """Put it away, whole or not at all; a folder that cannot be written only costs time."""
        if self._folder is None or made.palette:
            return
        facts = {field: value for field, value in asdict(made).items() if field not in ("data", "palette")}
        head = json.dumps({**facts, "digest": sha256(made.data).hexdigest()}).encode()
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(prefix=".making-", dir=self._folder, delete=False) as file:
                file.write(head + b"\n" + made.data)
            os.replace(file.name, self._path(self._folder, name))
