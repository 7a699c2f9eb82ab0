"""Real files of every kind, written by Pillow, opened, cut, bent, and prepared for the page."""

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageCms, TiffImagePlugin

from bulletin_layout.pictures import EncodedPicture, PictureError, open_picture, prepared

ORIENTATION = 0x0112


def photo(mode: str = "RGB", size: tuple[int, int] = (40, 30)) -> Image.Image:
    """A picture with a different colour in every quarter."""
    image = Image.new("RGB", size, (200, 30, 40))
    image.paste((20, 160, 60), (size[0] // 2, 0, *size))
    image.paste((30, 40, 220), (0, size[1] // 2, size[0] // 2, size[1]))
    return image.convert(mode)


def saved(folder: Path, name: str, image: Image.Image, **options: object) -> Path:
    path = folder / name
    image.save(path, **options)  # type: ignore[arg-type]  # each format has its own
    return path


def turned(number: int) -> Image.Exif:
    exif = Image.Exif()
    exif[ORIENTATION] = number
    return exif


def unfiltered(part: EncodedPicture) -> bytes:
    """Flate data as plain samples, through Pillow's own PNG reader."""
    data = zlib.decompress(part.data)
    if not part.filtered:
        return data
    colour = 3 if part.palette else {"grey": 0, "rgb": 2}[part.space]
    header = struct.pack(">IIBBBBB", part.width, part.height, part.bits, colour, 0, 0, 0)
    chunks = [(b"IHDR", header), *([(b"PLTE", part.palette)] if part.palette else []), (b"IDAT", part.data)]
    file = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in [*chunks, (b"IEND", b"")]
    )
    return Image.open(io.BytesIO(file)).convert("L" if part.space == "grey" else "RGB").tobytes()


@pytest.mark.parametrize(
    ("mode", "space", "inverted"), [("RGB", "rgb", False), ("L", "grey", False), ("CMYK", "cmyk", True)]
)
@pytest.mark.parametrize("progressive", [False, True])
def test_a_jpeg_passes_through_byte_for_byte(
    tmp_path: Path, mode: str, space: str, inverted: bool, progressive: bool
) -> None:
    path = saved(tmp_path, "a.jpg", photo(mode), progressive=progressive)
    picture = open_picture(path, "photos/a.jpg")
    assert (picture.width, picture.height) == (40, 30)
    part = prepared(picture)
    assert (part.encoding, part.space, part.inverted, part.bits) == ("jpeg", space, inverted, 8)
    assert part.data == path.read_bytes()


@pytest.mark.parametrize("number", range(1, 9))
@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.tif", "a.webp"])
def test_width_and_height_are_as_a_person_sees_them(tmp_path: Path, name: str, number: int) -> None:
    path = saved(tmp_path, name, photo(), exif=turned(number))
    picture = open_picture(path, name)
    assert (picture.width, picture.height) == ((30, 40) if number >= 5 else (40, 30))
    part = prepared(picture)
    stored = (part.height, part.width) if part.turn >= 5 else (part.width, part.height)
    assert stored == (picture.width, picture.height)


@pytest.mark.parametrize(
    ("mode", "space", "bits"), [("RGB", "rgb", 8), ("L", "grey", 8), ("1", "grey", 1), ("P", "rgb", 8)]
)
def test_png_rows_pass_through(tmp_path: Path, mode: str, space: str, bits: int) -> None:
    image = photo(mode)
    part = prepared(open_picture(saved(tmp_path, "a.png", image, bits=8), "a.png"))
    assert (part.encoding, part.space, part.bits, part.filtered) == ("flate", space, bits, True)
    assert bool(part.palette) == (mode == "P")
    assert unfiltered(part) == image.convert("L" if space == "grey" else "RGB").tobytes()


def test_a_grey_palette_stays_grey(tmp_path: Path) -> None:
    image = Image.new("P", (4, 4), 1)
    image.putpalette([0, 0, 0, 90, 90, 90])
    part = prepared(open_picture(saved(tmp_path, "a.png", image), "a.png"))
    assert (part.space, part.palette[:2]) == ("grey", b"\x00\x5a")


def test_sixteen_bits_are_scaled_to_eight(tmp_path: Path) -> None:
    image = Image.new("I;16", (8, 8), 0x8123)
    part = prepared(open_picture(saved(tmp_path, "a.png", image), "a.png"))
    assert (part.space, part.bits) == ("grey", 8)
    assert set(unfiltered(part)) == {0x81}


@pytest.mark.parametrize(
    ("mode", "colours", "expected"),
    [
        ("RGBA", ((9, 9, 9, 0), (10, 200, 30, 255)), b"\xff\xff\xff\x0a\xc8\x1e"),
        ("LA", ((9, 0), (77, 255)), b"\xff\x4d"),
    ],
)
@pytest.mark.parametrize("name", ["a.png", "a.tif"])
def test_what_is_clear_becomes_white_paper(
    tmp_path: Path, name: str, mode: str, colours: tuple[tuple[int, ...], ...], expected: bytes
) -> None:
    clear, solid = colours
    image = Image.new(mode, (2, 1), clear)
    image.putpixel((1, 0), solid)
    part = prepared(open_picture(saved(tmp_path, name, image), name))
    assert part.space == ("grey" if mode == "LA" else "rgb")
    assert unfiltered(part) == expected


def test_a_palette_with_a_clear_entry_is_flattened(tmp_path: Path) -> None:
    image = Image.new("P", (2, 1), 0)
    image.putpalette([5, 6, 7, 100, 110, 120])
    image.putpixel((1, 0), 1)
    part = prepared(open_picture(saved(tmp_path, "a.png", image, transparency=0), "a.png"))
    assert unfiltered(part) == b"\xff\xff\xff\x64\x6e\x78"


def test_a_cmyk_tiff_keeps_its_four_plates(tmp_path: Path) -> None:
    image = Image.new("CMYK", (3, 2), (10, 20, 30, 40))
    part = prepared(open_picture(saved(tmp_path, "a.tif", image), "a.tif"))
    assert (part.space, part.inverted, unfiltered(part)) == ("cmyk", False, bytes((10, 20, 30, 40)) * 6)


def test_cmyk_without_adobes_marker_is_not_inverted(tmp_path: Path) -> None:
    path = saved(tmp_path, "a.jpg", photo("CMYK"))
    data = path.read_bytes()
    at = data.index(b"\xff\xee")
    path.write_bytes(data[:at] + data[at + 2 + int.from_bytes(data[at + 2 : at + 4], "big") :])
    assert not prepared(open_picture(path, "a.jpg")).inverted


def test_an_unmarked_rgb_jpeg_is_decoded_since_viewers_would_misread_it(tmp_path: Path) -> None:
    path = saved(tmp_path, "a.jpg", photo(), keep_rgb=True)
    data = path.read_bytes()
    for marker in (b"\xff\xe0", b"\xff\xee"):
        at = data.find(marker)
        if at > 0:
            data = data[:at] + data[at + 2 + int.from_bytes(data[at + 2 : at + 4], "big") :]
    path.write_bytes(data)
    part = prepared(open_picture(path, "a.jpg"))
    assert part.encoding == "flate"
    assert unfiltered(part) == Image.open(path).convert("RGB").tobytes()


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.tif", "a.webp"])
@pytest.mark.parametrize("left", [0.03, 0.3, 0.6, 0.99])
def test_a_file_cut_short_is_found(tmp_path: Path, name: str, left: float) -> None:
    noise = Image.effect_noise((300, 200), 90).convert("RGB")
    path = saved(tmp_path, name, noise, **({"progressive": True} if name == "a.jpg" else {}))
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * left)])
    with pytest.raises(PictureError, match=f"^{name} "):
        open_picture(path, name)


def test_a_cut_jpeg_is_found_though_its_preview_is_whole(tmp_path: Path) -> None:
    small = io.BytesIO()
    photo().save(small, "JPEG")
    path = saved(tmp_path, "a.jpg", photo(size=(400, 300)))
    data = path.read_bytes()
    segment = b"Exif\0\0" + small.getvalue()
    data = data[:2] + b"\xff\xe1" + struct.pack(">H", len(segment) + 2) + segment + data[2:-40]
    path.write_bytes(data)
    with pytest.raises(PictureError, match="cut short"):
        open_picture(path, "a.jpg")


def test_a_damaged_png_is_found(tmp_path: Path) -> None:
    path = saved(tmp_path, "a.png", photo(size=(300, 200)))
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0x10
    path.write_bytes(data)
    with pytest.raises(PictureError, match=r"a\.png is damaged"):
        open_picture(path, "a.png")


def test_a_bomb_is_refused_before_its_pixels_are_unpacked(tmp_path: Path) -> None:
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    path = tmp_path / "a.png"
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + b"".join(
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
            for kind, body in [(b"IHDR", header), (b"IDAT", zlib.compress(b"")), (b"IEND", b"")]
        )
    )
    with pytest.raises(PictureError, match="60000 × 60000"):
        open_picture(path, "a.png")


def test_a_huge_tiff_is_refused(tmp_path: Path) -> None:
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    path = saved(tmp_path, "a.tif", Image.new("1", (4, 4)), tiffinfo=tags)
    data = bytearray(path.read_bytes())
    for tag in (256, 257):  # width, height
        at = data.index(struct.pack("<HH", tag, 4))
        data[at + 8 : at + 12] = struct.pack("<I", 50_000)
    path.write_bytes(data)
    with pytest.raises(PictureError, match="pixels"):
        open_picture(path, "a.tif")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"GIF89a" + bytes(40), "is a GIF file: save it as JPEG"),
        (b"\0\0\0\x18ftypheic" + bytes(40), "is a HEIC file: save it as JPEG"),
        (b"news", "is not a JPEG"),
        (b"\xff\xd8\xff\xd9", "damaged"),
    ],
)
def test_what_is_no_picture_is_refused_in_words(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "x"
    path.write_bytes(content)
    with pytest.raises(PictureError, match=words):
        open_picture(path, "x")


def test_missing_files_and_folders_are_named(tmp_path: Path) -> None:
    with pytest.raises(PictureError, match=r"photos/no\.jpg does not exist"):
        open_picture(tmp_path / "no.jpg", "photos/no.jpg")
    with pytest.raises(PictureError, match="photos is not a file"):
        open_picture(tmp_path, "photos")
    with pytest.raises(PictureError, match="cannot be read"):
        open_picture(tmp_path / ("x" * 5000), "long")


def test_float_and_lab_pixels_are_refused(tmp_path: Path) -> None:
    with pytest.raises(PictureError, match="F pixels"):
        open_picture(saved(tmp_path, "f.tif", Image.new("F", (4, 4))), "f.tif")
    lab = ImageCms.applyTransform(
        photo(),
        ImageCms.buildTransform(ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB"),
    )
    assert lab is not None
    with pytest.raises(PictureError, match="LAB pixels"):
        open_picture(saved(tmp_path, "lab.tif", lab), "lab.tif")


def test_a_file_that_changes_under_the_build_is_noticed(tmp_path: Path) -> None:
    path = saved(tmp_path, "a.jpg", photo())
    picture = open_picture(path, "a.jpg")
    saved(tmp_path, "a.jpg", photo(size=(41, 30)))
    with pytest.raises(PictureError, match="was changed"):
        prepared(picture)
