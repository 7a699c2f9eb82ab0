"""How an issue's photos (图片) are used: each is shown once, and none in the folder is left unused."""

import os
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Final

from bulletin_layout.findings import Location, has_errors
from bulletin_layout.findings.catalogue import photos
from bulletin_layout.issue import Photo, Story, photos_of
from bulletin_layout.reading.sources.files import Files

_ENDINGS: Final = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp")


def check_photo_use(stories: Iterable[Story], folder: Path, files: Files) -> None:
    """Report pictures shown twice, at the second place that names them, and pictures in the issue's folder that
    nothing names. The latter is skipped when a story could not be read, since it may name them."""
    shown: dict[Path, Location] = {}
    for story in stories:
        for photo in files.derived(("photos", story.slug), story, partial(_photos, story)):
            path = photo.picture.path
            if path in shown:
                before = str(shown[path])
                files.findings.append(photos.photo_twice(photo.location, path=files.shown(path), before=before))
            shown.setdefault(path, photo.location)
    if has_errors(files.findings):
        return
    names = ((inner, name) for inner, _, names in os.walk(folder) for name in names)
    pictures = (Path(inner, name) for inner, name in names if name[0] != "." and name.lower().endswith(_ENDINGS))
    for path in sorted(path for path in pictures if not files.has_opened(path)):
        files.findings.append(photos.unused_photo(Location(files.shown(path))))


def _photos(story: Story) -> tuple[Photo, ...]:
    return tuple(photos_of(story))
