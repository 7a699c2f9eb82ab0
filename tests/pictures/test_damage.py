"""Files that were damaged on the way: a word for the user, or a picture, and never anything else."""

import contextlib
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bulletin_layout.pictures import PictureError, open_picture, prepared

ORIENTATION = 0x0112


def _files() -> dict[str, bytes]:
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    noise = Image.effect_noise((24, 16), 80)
    kinds = {"JPEG": "RGB", "PNG": "P", "TIFF": "CMYK", "WEBP": "RGBA"}
    files = {}
    for kind, mode in kinds.items():
        out = io.BytesIO()
        (noise if mode in ("CMYK", "P") else noise.convert("RGB")).convert(mode).save(out, kind, exif=exif)
        files[kind] = out.getvalue()
    return files


FILES = _files()


@settings(max_examples=300, deadline=None)
@given(
    kind=st.sampled_from(sorted(FILES)),
    changes=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.binary(min_size=1, max_size=4)), max_size=4),
    left=st.sampled_from([1.0, 1.0, 0.9, 0.5, 0.1]),
)
def test_damage_is_said_in_words_or_does_no_harm(
    tmp_path_factory: pytest.TempPathFactory, kind: str, changes: list[tuple[float, bytes]], left: float
) -> None:
    data = bytearray(FILES[kind])
    for place, new in changes:
        at = int(place * len(data))
        data[at : at + len(new)] = new
    path = Path(tmp_path_factory.getbasetemp()) / "damaged"
    path.write_bytes(data[: int(len(data) * left)])
    with contextlib.suppress(PictureError):
        picture = open_picture(path, "a")
        assert picture.width * picture.height > 0
        assert prepared(picture).data
