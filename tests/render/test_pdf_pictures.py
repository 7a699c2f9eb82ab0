"""Pictures in written PDFs: the bytes that are kept, and what is seen after crop and turn."""

from pathlib import Path

import pytest
from PIL import Image

from bulletin_layout.page import PictureMark
from bulletin_layout.pictures import open_picture
from bulletin_layout.render.pdf import render_pdf
from tests.render.sheets import colour, edition, images, pixels, saved

RED, GREEN, BLUE, YELLOW = (220, 20, 30), (20, 170, 40), (20, 40, 220), (230, 220, 40)
ORIENTATION = 0x0112


def quarters(width: int = 80, height: int = 60) -> Image.Image:
    """Red and green above blue and yellow."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(GREEN, (width // 2, 0, width, height // 2))
    image.paste(BLUE, (0, height // 2, width // 2, height))
    image.paste(YELLOW, (width // 2, height // 2, width, height))
    return image


def shown(path: Path, crop: tuple[float, float, float, float] = (0, 0, 1, 1)) -> Image.Image:
    """The picture printed on 80 × 60 points, as pixels, one a point."""
    picture = open_picture(path, path.name)
    pdf = render_pdf(edition([PictureMark(20, 10, 80, 60, picture, crop)]))
    return pixels(pdf, 1).crop((20, 10, 100, 70))


def looks(image: Image.Image) -> list[str]:
    """The colours of the four quarters, row by row, by their names."""
    names = {"red": RED, "green": GREEN, "blue": BLUE, "yellow": YELLOW, "white": (255, 255, 255), "black": (0, 0, 0)}
    seen = []
    for place in [(20, 15), (60, 15), (20, 45), (60, 45)]:
        pixel = colour(image, *place)
        seen.append(min(names, key=lambda name: sum(abs(a - b) for a, b in zip(names[name], pixel, strict=True))))
    return seen


UPRIGHT = ["red", "green", "blue", "yellow"]


@pytest.mark.parametrize("mode", ["RGB", "CMYK", "L"])
@pytest.mark.parametrize("progressive", [False, True])
def test_a_jpeg_is_in_the_file_byte_for_byte(tmp_path: Path, mode: str, progressive: bool) -> None:
    path = saved(tmp_path, "a.jpg", quarters().convert(mode), progressive=progressive)
    mark = PictureMark(0, 0, 80, 60, open_picture(path, "a.jpg"), (0.1, 0.1, 0.9, 0.9))
    (image,) = images(render_pdf(edition([mark])))
    assert image.read_raw_bytes() == path.read_bytes()
    assert str(image.ColorSpace) == {"RGB": "/DeviceRGB", "CMYK": "/DeviceCMYK", "L": "/DeviceGray"}[mode]


@pytest.mark.parametrize("number", range(1, 9))
@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.tif", "a.webp", "alpha.png", "cmyk.tif", "alpha.webp"])
def test_a_turned_picture_is_seen_upright(tmp_path: Path, name: str, number: int) -> None:
    """The file is stored the way a camera held like this stores it."""
    undo = {
        1: None, 2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM, 5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE, 8: Image.Transpose.ROTATE_270,
    }[number]  # fmt: skip
    exif = Image.Exif()
    exif[ORIENTATION] = number
    stored = quarters() if undo is None else quarters().transpose(undo)
    if name.startswith(("alpha", "cmyk")):
        stored = stored.convert("CMYK" if name.startswith("cmyk") else "RGBA")
    options = {"quality": 95} if name.endswith(("jpg", "webp")) else {}
    assert looks(shown(saved(tmp_path, name, stored, exif=exif, **options))) == UPRIGHT


def test_a_turned_jpeg_is_passed_through_too(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    path = saved(tmp_path, "a.jpg", quarters(), exif=exif)
    mark = PictureMark(0, 0, 60, 80, open_picture(path, "a.jpg"))
    (image,) = images(render_pdf(edition([mark])))
    assert image.read_raw_bytes() == path.read_bytes()


@pytest.mark.parametrize(
    ("crop", "expected"),
    [
        ((0.0, 0.0, 0.5, 0.5), ["red"] * 4),
        ((0.5, 0.5, 1.0, 1.0), ["yellow"] * 4),
        ((0.0, 0.0, 1.0, 0.5), ["red", "green"] * 2),
        ((0.5, 0.0, 1.0, 1.0), ["green", "green", "yellow", "yellow"]),
    ],
)
@pytest.mark.parametrize("number", [1, 6])
def test_a_crop_shows_its_part_and_no_more(
    tmp_path: Path, number: int, crop: tuple[float, float, float, float], expected: list[str]
) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = number
    stored = quarters() if number == 1 else quarters().transpose(Image.Transpose.ROTATE_90)
    path = saved(tmp_path, "a.png", stored, exif=exif)
    assert looks(shown(path, crop)) == expected
    page = pixels(render_pdf(edition([PictureMark(20, 10, 80, 60, open_picture(path, "a.png"), crop)])), 1)
    assert {page.getpixel(place) for place in [(18, 30), (102, 30), (60, 8), (60, 72)]} == {(255, 255, 255)}


@pytest.mark.parametrize("mode", ["RGB", "P", "RGBA", "CMYK", "L", "1", "LA", "I;16"])
@pytest.mark.parametrize("kind", ["png", "tif"])
def test_every_kind_of_pixel_is_printed(tmp_path: Path, mode: str, kind: str) -> None:
    if (mode, kind) == ("CMYK", "png"):
        pytest.skip("PNG has no CMYK")
    if mode == "I;16":
        image = Image.new("I;16", (80, 60), 0)
        image.paste(65535, (40, 0, 80, 60))
        expected = ["black", "white"] * 2
    elif mode == "1":
        image = Image.new("1", (80, 60), 0)
        image.paste(1, (40, 0, 80, 60))
        expected = ["black", "white"] * 2
    elif mode in ("L", "LA"):
        image = Image.new(mode, (80, 60), 0 if mode == "L" else (0, 255))
        image.paste(255 if mode == "L" else (10, 0), (40, 0, 80, 60))
        expected = ["black", "white"] * 2
    else:
        image = quarters().convert(mode)
        expected = UPRIGHT
    assert looks(shown(saved(tmp_path, f"a.{kind}", image))) == expected


def test_cmyk_jpegs_are_not_negatives(tmp_path: Path) -> None:
    assert looks(shown(saved(tmp_path, "a.jpg", quarters().convert("CMYK"), quality=95))) == UPRIGHT


def test_one_picture_on_many_pages_is_stored_once(tmp_path: Path) -> None:
    noise = Image.effect_noise((300, 200), 90)
    mark = PictureMark(0, 0, 80, 60, open_picture(saved(tmp_path, "a.jpg", noise), "a.jpg"))
    other = PictureMark(90, 0, 80, 60, open_picture(saved(tmp_path, "b.jpg", noise), "b.jpg"))
    once, often = render_pdf(edition([mark])), render_pdf(edition([mark, other], [mark], [other]))
    assert len(often) < len(once) + 3000


def test_the_file_does_not_depend_on_the_folder_of_its_pictures(tmp_path: Path) -> None:
    files = set()
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        picture = open_picture(saved(tmp_path / name, "a.jpg", quarters()), "a.jpg")
        files.add(render_pdf(edition([PictureMark(0, 0, 80, 60, picture)])))
    assert len(files) == 1


def test_a_grey_palette_prints_black_only(tmp_path: Path) -> None:
    image = Image.new("P", (8, 8), 1)
    image.putpalette([0, 0, 0, 99, 99, 99])
    mark = PictureMark(0, 0, 80, 60, open_picture(saved(tmp_path, "a.png", image), "a.png"))
    (found,) = images(render_pdf(edition([mark])))
    assert [str(found.ColorSpace[0]), str(found.ColorSpace[1])] == ["/Indexed", "/DeviceGray"]
