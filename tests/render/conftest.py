"""Faces that the renderer's tests share: the toy font in each of the three kinds of outline."""

from pathlib import Path

import pytest

from bulletin_layout.fonts import Face, open_face
from tests.support.toy_font import toy_font


@pytest.fixture(scope="session")
def fonts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fonts")


@pytest.fixture(scope="session")
def face(fonts: Path) -> Face:
    return open_face(toy_font(fonts / "toy.ttf"))


@pytest.fixture(scope="session", params=["glyf", "cff", "cid"])
def any_face(request: pytest.FixtureRequest, fonts: Path) -> Face:
    """TrueType, name-keyed CFF, and CFF whose CIDs are not its glyph numbers."""
    return open_face(toy_font(fonts / f"any-{request.param}.otf", outlines=request.param))
