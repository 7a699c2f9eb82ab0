"""Colour profiles: what is one, and what is said of a file that is none."""

import struct
from io import BytesIO
from itertools import product
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from bulletin_layout.pictures import (
    CONDITIONS,
    FOGRA39,
    FOGRA47,
    IFRA26,
    SRGB,
    Paper,
    ProfileError,
    built_in,
    can_convert,
    converted_colours,
    open_profile,
)

GOOD = built_in(FOGRA39).data
PROJECT = Path(__file__).resolve().parents[2]


def test_the_profiles_that_come_along_are_what_they_are_called() -> None:
    press, screen = built_in(FOGRA39), built_in(SRGB)
    assert (press.space, press.printer) == ("cmyk", True)
    assert (screen.space, screen.printer) == ("rgb", False)
    assert can_convert(press)


@pytest.mark.parametrize("paper", CONDITIONS)
def test_a_profile_that_comes_along_is_the_one_that_the_readme_names(paper: Paper) -> None:
    profile = built_in(paper)
    readme = (PROJECT / "src/bulletin_layout/pictures/icc/README.md").read_text(encoding="utf-8")
    assert f"{profile.sha256}  {paper}" in readme
    assert (profile.space, profile.printer, can_convert(profile)) == ("cmyk", True, True)


@pytest.mark.parametrize(("paper", "total", "black"), [(IFRA26, 2.2, 0.95), (FOGRA47, 3.0, 0.98)])
def test_a_paper_has_colours_within_its_ink(paper: Paper, total: float, black: float) -> None:
    steps = [step / 5 for step in range(6)]
    made = converted_colours([*product(steps, repeat=3)], built_in(SRGB), built_in(paper))
    rounding = 0.02
    assert max(map(sum, made)) <= total + rounding
    assert max(ink[3] for ink in made) <= black + rounding
    darkest = made[0]
    assert sum(darkest) > 0.85 * total  # and uses it


@pytest.mark.parametrize(("paper", "lightest", "darkest"), [(FOGRA39, 95, 16), (FOGRA47, 95, 31), (IFRA26, 85, 37)])
def test_a_paper_is_as_light_and_its_black_as_dark_as_was_measured(paper: Paper, lightest: int, darkest: int) -> None:
    """L* of the paper and of its K100 as the data have them."""
    seen = lab_of([(0, 0, 0, 0), (0, 0, 0, 255)], paper)
    assert [round(each[0]) for each in seen] == pytest.approx([lightest, darkest], abs=1)


def lab_of(inks: list[tuple[int, ...]], paper: Paper) -> list[tuple[float, float, float]]:
    """What is seen of inks on a paper, its own white counted."""
    press = ImageCms.getOpenProfile(BytesIO(built_in(paper).data))
    seen = ImageCms.buildTransform(
        press, ImageCms.createProfile("LAB"), "CMYK", "LAB", ImageCms.Intent.ABSOLUTE_COLORIMETRIC
    )
    row = Image.frombytes("CMYK", (len(inks), 1), bytes(part for ink in inks for part in ink))
    shown = ImageCms.applyTransform(row, seen)
    assert shown is not None
    data = shown.tobytes()
    return [(data[at] / 2.55, data[at + 1] - 128, data[at + 2] - 128) for at in range(0, len(data), 3)]


def test_a_profile_file_is_opened_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "own.icc").write_bytes(GOOD)
    assert open_profile(tmp_path / "own.icc", "own.icc").data == GOOD


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is not an ICC colour profile"),
        (b"a text" * 40, "is not an ICC colour profile"),
        (GOOD[:5000], "is cut short"),
        (GOOD[:128] + struct.pack(">I", 20_000_000) + GOOD[132:], "is damaged: its tag table is cut short"),
        (GOOD[:136] + struct.pack(">I", 10**9) + GOOD[140:], "is damaged: a tag lies beyond its end"),
        (GOOD[:16] + b"Lab " + GOOD[20:], "is a profile for Lab, not for CMYK or RGB"),
    ],
)
def test_what_is_no_profile_is_said(tmp_path: Path, data: bytes, said: str) -> None:
    (tmp_path / "own.icc").write_bytes(data)
    with pytest.raises(ProfileError, match=rf"^own\.icc {said}"):
        open_profile(tmp_path / "own.icc", "own.icc")


def test_a_profile_that_is_missing_or_a_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match="does not exist"):
        open_profile(tmp_path / "own.icc", "own.icc")
    with pytest.raises(ProfileError, match="is not a file"):
        open_profile(tmp_path, "own.icc")


def test_a_profile_whose_tables_are_broken_cannot_be_computed_with(tmp_path: Path) -> None:
    broken = bytearray(GOOD)
    count = int.from_bytes(GOOD[128:132], "big")
    for at in range(132, 132 + 12 * count, 12):
        if GOOD[at : at + 3] in (b"A2B", b"B2A"):
            offset = int.from_bytes(GOOD[at + 4 : at + 8], "big")
            broken[offset : offset + 4] = b"none"
    (tmp_path / "own.icc").write_bytes(bytes(broken))
    assert not can_convert(open_profile(tmp_path / "own.icc", "own.icc"))


def test_colours_are_converted_between_press_and_screen_and_back() -> None:
    press, screen = built_in(FOGRA39), built_in(SRGB)
    colours = ((0.8, 0.2, 0.2), (1.0, 1.0, 1.0))
    inks = converted_colours(colours, screen, press)
    assert inks[1] == (0, 0, 0, 0)
    back = converted_colours(inks, press, screen)
    assert [part for colour in back for part in colour] == pytest.approx(
        [part for colour in colours for part in colour], abs=0.04
    )
