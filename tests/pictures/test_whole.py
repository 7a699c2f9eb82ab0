"""A picture is whole or it is none: as many rows as its header says, no more, and no more memory than these take."""

import io
import struct
import tracemalloc
import zlib
from pathlib import Path

import pytest
from PIL import Image

from bulletin_layout.pictures import PictureError, open_picture


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(rows: bytes, width: int = 90, height: int = 60, *, parts: int = 1, cut: int = 0, interlace: int = 0) -> bytes:
    """A PNG of RGB pixels whose chunks have right checksums, whatever its rows are."""
    packed = zlib.compress(rows)
    packed = packed[: len(packed) - cut]
    step = -(-len(packed) // parts)
    data = b"".join(chunk(b"IDAT", packed[at : at + step]) for at in range(0, len(packed), step))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, interlace)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + data + chunk(b"IEND", b"")


def opened(folder: Path, data: bytes) -> tuple[int, int]:
    path = folder / "a"
    path.write_bytes(data)
    picture = open_picture(path, "a")
    return picture.width, picture.height


ROW = b"\2" + bytes(range(90)) * 3


@pytest.mark.parametrize("parts", [1, 7, 200])
def test_exactly_its_rows(tmp_path: Path, parts: int) -> None:
    assert opened(tmp_path, png(ROW * 60, parts=parts)) == (90, 60)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (png(ROW * 30), "cut short: the PNG's pixels end"),
        (png(ROW * 59 + ROW[:-1]), "cut short"),
        (png(b""), "cut short"),
        (png(ROW * 60, cut=5), "cut short"),
        (png(ROW * 60, cut=40), "cut short"),
        (png(ROW * 60 + b"\0"), "more pixels than its size says"),
        (png(ROW * 120, parts=9), "more pixels than its size says"),
        (png(ROW * 59 + b"\5" + ROW[1:]), "cannot be unpacked"),
        (png(ROW * 60).replace(b"IDAT\x78", b"IDAT\x79", 1), "checksum"),
        (png(zlib.compress(ROW * 60)[5:]), "cannot be unpacked"),
        (png(ROW * 60, interlace=1), "PNG"),
    ],
)
def test_fewer_or_more_rows_are_said(tmp_path: Path, data: bytes, words: str) -> None:
    with pytest.raises(PictureError, match=words):
        opened(tmp_path, data)


@pytest.mark.parametrize("size", [(1, 1), (2, 5), (5, 2), (9, 9), (33, 17)])
@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_that_pillow_writes_is_whole(tmp_path: Path, size: tuple[int, int], mode: str) -> None:
    out = io.BytesIO()
    Image.effect_noise(size, 80).convert(mode).save(out, "PNG")
    assert opened(tmp_path, out.getvalue()) == size


def interlaced(width: int, height: int) -> bytes:
    """The rows of each pass (ISO/IEC 15948, 8.2), one pixel after another."""
    passes = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
    rows = b""
    for x, y, across, down in passes:
        columns = len(range(x, width, across))
        rows += (b"\0" + bytes(3 * columns)) * (len(range(y, height, down)) if columns else 0)
    return rows


@pytest.mark.parametrize("size", [(1, 1), (3, 3), (4, 9), (9, 4), (17, 31)])
def test_interlaced_pictures_have_the_rows_of_their_passes(tmp_path: Path, size: tuple[int, int]) -> None:
    rows = interlaced(*size)
    assert opened(tmp_path, png(rows, *size, interlace=1)) == size
    with pytest.raises(PictureError, match="cut short"):
        opened(tmp_path, png(rows[:-1], *size, interlace=1))


def test_a_bomb_is_not_unpacked_further_than_the_picture_needs(tmp_path: Path) -> None:
    data = png(ROW * 60 + bytes(1 << 27))
    tracemalloc.start()
    with pytest.raises(PictureError, match="more pixels"):
        opened(tmp_path, data)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 8_000_000


def saved(kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    Image.effect_noise((200, 160), 90).convert("RGB").save(out, kind, **options)
    return out.getvalue()


def test_a_tiff_is_decoded_to_its_end(tmp_path: Path) -> None:
    whole = saved("TIFF", compression="tiff_adobe_deflate")
    assert opened(tmp_path, whole) == (200, 160)
    middle = len(whole) // 2
    with pytest.raises(PictureError):
        opened(tmp_path, whole[:middle] + bytes(2000) + whole[middle + 2000 :])


def test_a_webp_is_decoded_to_its_end(tmp_path: Path) -> None:
    whole = saved("WEBP", lossless=True)
    assert opened(tmp_path, whole) == (200, 160)
    half = whole[20 : len(whole) // 2 & ~1]
    cut = whole[12:16] + struct.pack("<I", len(half)) + half
    with pytest.raises(PictureError):
        opened(tmp_path, b"RIFF" + struct.pack("<I", 4 + len(cut)) + b"WEBP" + cut)
