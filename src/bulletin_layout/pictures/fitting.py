"""Converts pictures for one use (转色、缩图): colour space, ink limit, resolution. Results are cached by content
between builds."""

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Final

from bulletin_layout.pictures.open import passed_through, read_again
from bulletin_layout.pictures.picture import EncodedPicture, Picture
from bulletin_layout.pictures.raster import Transforms, fit_raster, pillow_version, prepare_raster
from bulletin_layout.pictures.use import Use

#: A picture is downsampled from this multiple of the requested resolution on; below that it would only become softer.
_FAR_ABOVE: Final = 1.5
#: Version of the conversion: raise it when the same picture would come out differently, which invalidates the cache.
_RECIPE: Final = 3
#: Most pictures converted in parallel, since each is held in memory completely.
_AT_ONCE: Final = 4
#: Colour spaces left unchanged, by target. RGB is always examined, since it may contain a profile.
_KEPT: Final = {"cmyk": ("grey", "cmyk"), "rgb": ("grey",)}


class PressPictures:
    """The pictures for one use, each converted once; between builds they are cached in ``folder``.

    The cache only saves time and may be deleted at any time: a file's name is the digest of all its inputs, and it
    contains the digest of its own bytes. ``transforms``: those used before; ``threads``: most at a time.
    """

    __slots__ = ("_folder", "_made", "_threads", "_transforms", "use")

    def __init__(
        self, use: Use, folder: Path | None = None, transforms: Transforms | None = None, threads: int = _AT_ONCE
    ) -> None:
        self.use = use
        self._folder = folder
        self._transforms = transforms or Transforms()
        self._threads = min(threads, _AT_ONCE)
        self._made: dict[str, EncodedPicture] = {}

    def name(self, picture: Picture, dpi: float) -> str:
        """A name that identifies the converted pixels of a picture at a resolution in dots per inch."""
        return sha256(f"{picture.sha256} {self._scale(dpi):.4f} {self.use.digest}".encode()).hexdigest()

    def pixels(self, picture: Picture, dpi: float) -> EncodedPicture:
        """The converted picture, which is printed with ``dpi`` of its own pixels per inch. Raises PictureError like
        ``prepared``."""
        name = self.name(picture, dpi)
        if name not in self._made:
            self._made[name] = self._kept(name) or self._new(name, picture, self._scale(dpi))
        return self._made[name]

    def make(self, wanted: Iterable[tuple[Picture, float]]) -> None:
        """Convert several pictures in parallel, each with its dots per inch; Pillow releases the GIL while it works.

        Errors are ignored here, since ``pixels`` raises them again for the picture in question.
        """
        each = {self.name(picture, dpi): (picture, dpi) for picture, dpi in wanted}
        if len(each) > 1 and self._threads > 1:
            from concurrent.futures import ThreadPoolExecutor

            with ThreadPoolExecutor(min(len(each), os.cpu_count() or 1, self._threads)) as pool:
                for picture, dpi in each.values():
                    pool.submit(self.pixels, picture, dpi)

    def _scale(self, dpi: float) -> float:
        return self.use.dpi / dpi if dpi > self.use.dpi * _FAR_ABOVE else 1.0

    def _new(self, name: str, picture: Picture, scale: float) -> EncodedPicture:
        data, kind = read_again(picture)
        part = passed_through(data, kind, picture.shown_path)
        if part is not None and scale == 1 and part.space in _KEPT[self.use.space]:
            return part
        made = fit_raster(data, kind, picture.shown_path, self.use, scale, self._transforms)
        if made is None:
            return part or prepare_raster(data, kind, picture.shown_path)
        self._keep(name, made)
        return made

    def _path(self, folder: Path, name: str) -> Path:
        return folder / sha256(f"{name} {pillow_version()} {_RECIPE}".encode()).hexdigest()

    def _kept(self, name: str) -> EncodedPicture | None:
        """The cached result; None when there is none or the file is damaged."""
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
        """Cache a result atomically. If the folder cannot be written, this only costs time later."""
        if self._folder is None or made.palette:
            return
        facts = {field: value for field, value in asdict(made).items() if field not in ("data", "palette")}
        head = json.dumps({**facts, "digest": sha256(made.data).hexdigest()}).encode()
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            making = self._folder / f".making-{os.urandom(4).hex()}"
            making.write_bytes(head + b"\n" + made.data)
            os.replace(making, self._path(self._folder, name))
