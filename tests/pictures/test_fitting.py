"""Pictures made fit for a press: colour, ink, resolution; and the folder that spares doing it twice."""

import io
import zlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms

from bulletin_layout.pictures import (
    FOGRA39,
    SRGB,
    EncodedPicture,
    Picture,
    PictureError,
    PressPictures,
    Transforms,
    Use,
    built_in,
    most_ink,
    open_picture,
    prepared,
)
from bulletin_layout.pictures.raster import fit_raster

SCREEN = built_in(SRGB)
PRESS = Use("cmyk", built_in(FOGRA39), SCREEN, 300)


def picture(folder: Path, name: str, image: Image.Image, **options: Any) -> Picture:
    image.save(folder / name, **options)
    return open_picture(folder / name, name)


def fitted(each: Picture, dpi: float = 300, use: Use = PRESS) -> EncodedPicture:
    return PressPictures(use).pixels(each, dpi)


def pixel(part: EncodedPicture, x: int = 5, y: int = 5) -> tuple[float, ...]:
    """A pixel's parts, 1 is full ink (or light)."""
    if part.encoding == "jpeg":
        shown = Image.open(io.BytesIO(part.data)).getpixel((x, y))
        parts = shown if isinstance(shown, tuple) else (shown,)
        return tuple(float(value or 0) / 255 for value in parts)
    assert not part.filtered
    data, at = zlib.decompress(part.data), 4 * (y * part.width + x)
    return tuple(value / 255 for value in data[at : at + 4])


def rainbow() -> Image.Image:
    """More colours than a drawing has."""
    return Image.merge(
        "RGB", [Image.linear_gradient("L"), Image.radial_gradient("L"), Image.linear_gradient("L").rotate(90)]
    )


def test_a_photo_becomes_cmyk_as_jpeg_and_a_drawing_without_loss(tmp_path: Path) -> None:
    photo = fitted(picture(tmp_path, "a.png", rainbow()))
    drawing = fitted(picture(tmp_path, "b.png", Image.new("RGB", (20, 20), (255, 0, 0))))
    assert (photo.space, photo.encoding, photo.inverted) == ("cmyk", "jpeg", True)
    assert (drawing.space, drawing.encoding) == ("cmyk", "flate")
    cyan, magenta, yellow, black = pixel(drawing)
    assert max(cyan, black) < 0.1
    assert min(magenta, yellow) > 0.9


def test_black_keeps_its_depth_and_white_is_paper(tmp_path: Path) -> None:
    """With the black point compensated, black is the press's deepest; white has no ink at all."""
    black = fitted(picture(tmp_path, "k.png", Image.new("RGB", (20, 20), (0, 0, 0))))
    white = fitted(picture(tmp_path, "w.png", Image.new("RGB", (20, 20), (255, 255, 255))))
    assert sum(pixel(black)) > 3
    assert pixel(black)[3] > 0.95
    assert pixel(white) == (0, 0, 0, 0)


@pytest.mark.parametrize("limit", [2.4, 2.8])
def test_no_converted_pixel_has_more_ink_than_the_press_takes(tmp_path: Path, limit: float) -> None:
    dark = rainbow().point(lambda value: value // 6)
    use = Use("cmyk", built_in(FOGRA39), SCREEN, 300, limit)
    full, cut = fitted(picture(tmp_path, "d.png", dark)), fitted(picture(tmp_path, "d.png", dark), use=use)
    tops = []
    for part in (full, cut):
        image = Image.open(io.BytesIO(part.data))
        tops.append(max(sum(each) for each in zip(*(band.tobytes() for band in image.split()), strict=True)) / 255)
    assert tops[0] > 3
    assert limit - 0.1 < tops[1] < limit + 0.06  # JPEG's rounding
    assert pixel(full)[3] == pytest.approx(pixel(cut)[3], abs=0.03)  # black stays


@pytest.mark.parametrize("kind", ["jpg", "png"])
def test_grey_stays_grey_and_is_passed_through(tmp_path: Path, kind: str) -> None:
    grey = picture(tmp_path, f"g.{kind}", Image.linear_gradient("L"))
    assert fitted(grey) == prepared(grey)
    assert fitted(grey).space == "grey"


def test_cmyk_keeps_its_numbers_whatever_its_profile(tmp_path: Path) -> None:
    mine = picture(
        tmp_path, "c.jpg", Image.new("CMYK", (40, 40), (10, 20, 30, 255)), icc_profile=built_in(FOGRA39).data
    )
    assert fitted(mine).data == (tmp_path / "c.jpg").read_bytes()


def test_line_art_of_one_bit_is_never_reduced(tmp_path: Path) -> None:
    art = picture(tmp_path, "l.png", Image.new("1", (2400, 2400), 1))
    assert (fitted(art, 2400).width, fitted(art, 2400).bits) == (2400, 1)


@pytest.mark.parametrize(("dpi", "width"), [(300, 900), (440, 900), (600, 450), (1200, 225)])
def test_only_what_is_far_above_is_reduced_to_the_resolution_asked_for(tmp_path: Path, dpi: float, width: int) -> None:
    assert fitted(picture(tmp_path, "a.jpg", Image.new("RGB", (900, 600))), dpi).width == width


def test_the_turn_is_left_to_the_page_when_pixels_are_made_anew(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    turned = picture(tmp_path, "t.jpg", Image.new("RGB", (900, 600)), exif=exif)
    assert (turned.width, turned.height) == (600, 900)
    part = fitted(turned, 600)
    assert (part.turn, part.width, part.height) == (6, 450, 300)


def swapped() -> bytes:
    """The screen's profile with red and green exchanged."""
    return SCREEN.data.replace(b"rXYZ", b"xxxx").replace(b"gXYZ", b"rXYZ").replace(b"xxxx", b"gXYZ")


def test_a_profile_in_the_file_says_what_its_colours_are(tmp_path: Path) -> None:
    red, green = Image.new("RGB", (20, 20), (200, 30, 40)), Image.new("RGB", (20, 20), (30, 200, 40))
    said = fitted(picture(tmp_path, "r.png", red, icc_profile=swapped()))
    assert pixel(said) == pixel(fitted(picture(tmp_path, "g.png", green)))
    assert pixel(said) != pixel(fitted(picture(tmp_path, "plain.png", red)))


def test_a_damaged_profile_in_the_file_is_passed_over(tmp_path: Path) -> None:
    red = Image.new("RGB", (20, 20), (200, 30, 40))
    broken = fitted(picture(tmp_path, "r.png", red, icc_profile=b"no profile"))
    assert pixel(broken) == pixel(fitted(picture(tmp_path, "p.png", red)))


def test_for_the_screen_cmyk_becomes_rgb(tmp_path: Path) -> None:
    use = Use("rgb", built_in(FOGRA39), SCREEN, 150, quality=80)
    part = fitted(picture(tmp_path, "c.jpg", Image.new("CMYK", (40, 40), (0, 255, 255, 0))), 150, use)
    red, green, blue = pixel(part)
    assert part.space == "rgb"
    assert red > 0.7
    assert max(green, blue) < 0.3


def test_what_was_made_is_kept_by_content_and_never_trusted_when_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def counted(
        data: bytes, kind: str, shown: str, use: Use, scale: float, transforms: Transforms
    ) -> EncodedPicture | None:
        made.append(shown)
        return fit_raster(data, kind, shown, use, scale, transforms)

    monkeypatch.setattr("bulletin_layout.pictures.fitting.fit_raster", counted)
    each, kept = picture(tmp_path, "a.jpg", rainbow()), tmp_path / "kept"
    first = PressPictures(PRESS, kept).pixels(each, 300)
    assert PressPictures(PRESS, kept).pixels(each, 300) == first
    assert made == ["a.jpg"]
    (file,) = kept.iterdir()
    whole = file.read_bytes()
    for damaged in (whole[:-1], whole[: len(whole) // 2] + b"x" + whole[len(whole) // 2 + 1 :], b"", b"{}\n", b"[]\nx"):
        file.write_bytes(damaged)
        assert PressPictures(PRESS, kept).pixels(each, 300) == first
    assert len(made) == 6
    PressPictures(PRESS, kept).pixels(each, 900)
    PressPictures(Use("cmyk", built_in(FOGRA39), SCREEN, 300, 2.0), kept).pixels(each, 300)
    assert len(made) == 8


def test_a_folder_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    each = picture(tmp_path, "a.jpg", rainbow())
    assert PressPictures(PRESS, tmp_path / "file" / "kept").pixels(each, 300) == fitted(each)


def inks(part: EncodedPicture) -> Image.Image:
    """The pixels of a JPEG that was made here."""
    return Image.open(io.BytesIO(part.data))


def noise(size: int = 96) -> Image.Image:
    """A dark photo with grain."""
    grain = Image.effect_noise((size, size), 60).point(lambda value: value // 4)
    return Image.merge("RGB", (grain, grain.rotate(90), grain.rotate(180)))


def test_rounding_lifts_no_pixel_of_a_photo_over_the_ink_limit(tmp_path: Path) -> None:
    limit = 2.4
    part = fitted(picture(tmp_path, "dark.png", noise()), use=replace(PRESS, limit=limit))
    assert part.encoding == "jpeg"
    most = max(sum(ink) for _, ink in inks(part).getcolors(10**6) or ())  # type: ignore[arg-type]
    assert limit * 255 - 60 < most <= limit * 255


def test_a_cmyk_jpeg_of_any_program_keeps_its_colours_when_it_is_reduced(tmp_path: Path) -> None:
    """Adobe's programs store CMYK inverted and say so; one without their marker is not inverted."""
    inverted = Image.new("CMYK", (64, 64), (255 - 204, 255 - 51, 255, 255))
    inverted.save(tmp_path / "adobe.jpg", quality=95)
    data = (tmp_path / "adobe.jpg").read_bytes()
    at = data.index(b"\xff\xee")
    (tmp_path / "plain.jpg").write_bytes(data[:at] + data[at + 2 + int.from_bytes(data[at + 2 : at + 4], "big") :])
    plain = open_picture(tmp_path / "plain.jpg", "plain.jpg")
    whole, reduced = fitted(plain), fitted(plain, dpi=600)
    assert (whole.width, whole.inverted, reduced.width, reduced.inverted) == (64, False, 32, True)
    assert pixel(reduced) == pytest.approx((0.8, 0.2, 0.0, 0.0), abs=0.02)
    assert most_ink(plain) == pytest.approx(1.0, abs=0.02)


@pytest.mark.parametrize(("name", "options"), [("a.tif", {}), ("a.jpg", {"quality": 95})])
def test_the_most_ink_of_a_cmyk_picture_is_that_of_a_spot_and_not_of_a_dot(
    tmp_path: Path, name: str, options: dict[str, Any]
) -> None:
    image = Image.new("CMYK", (4000, 2000), (51, 51, 51, 51))
    image.paste((255, 255, 255, 255), (10, 10, 12, 12))
    assert most_ink(picture(tmp_path, name, image, **options)) < 1.6
    image.paste((255, 255, 255, 255), (1000, 500, 1100, 600))
    assert most_ink(picture(tmp_path, name, image, **options)) == pytest.approx(4.0, abs=0.05)


def test_inks_of_other_pictures_are_not_known_before_they_are_converted(tmp_path: Path) -> None:
    assert most_ink(picture(tmp_path, "k.png", Image.new("RGB", (20, 20)))) == 0.0


def test_several_made_side_by_side_are_those_made_one_by_one(tmp_path: Path) -> None:
    pictures = [picture(tmp_path, f"{turn}.png", rainbow().rotate(90 * turn)) for turn in range(3)]
    together = PressPictures(PRESS, tmp_path / "kept")
    together.make((each, 300.0) for each in pictures)
    assert len(list((tmp_path / "kept").iterdir())) == 3
    for each in pictures:
        (tmp_path / each.path.name).unlink()  # made already: the file is not needed any more
        assert together.pixels(each, 300.0).data
    assert len({together.pixels(each, 300.0).data for each in pictures}) == 3


def test_a_picture_that_is_gone_is_named_when_it_is_asked_for(tmp_path: Path) -> None:
    pictures = [picture(tmp_path, f"{turn}.png", rainbow().rotate(90 * turn)) for turn in range(2)]
    (tmp_path / "1.png").unlink()
    together = PressPictures(PRESS)
    together.make((each, 300.0) for each in pictures)
    assert together.pixels(pictures[0], 300.0) == fitted(pictures[0])
    with pytest.raises(PictureError, match=r"1\.png"):
        together.pixels(pictures[1], 300.0)


def test_a_transform_is_made_once_for_all_pictures_of_all_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built: list[str] = []
    build = ImageCms.buildTransform

    def counted(*given: Any) -> Any:
        built.append(f"{given[2]} to {given[3]}")
        return build(*given)

    monkeypatch.setattr(ImageCms, "buildTransform", counted)
    photos = [picture(tmp_path, f"{number}.png", rainbow()) for number in range(5)]
    transforms = Transforms()
    for _ in range(2):
        together = PressPictures(PRESS, transforms=transforms)
        together.make((photo, 300.0) for photo in photos)
        made = [together.pixels(photo, 300.0) for photo in photos]
    assert built == ["RGB to CMYK"]
    assert made[0] == fitted(photos[0])
