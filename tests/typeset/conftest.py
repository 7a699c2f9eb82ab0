"""The fonts that composition is tested with."""

import pytest

from bulletin_layout.fonts import FontBook
from tests.support.real_fonts import real_book
from tests.support.toy_font import toy_book


@pytest.fixture(scope="session")
def toy(tmp_path_factory: pytest.TempPathFactory) -> FontBook:
    """Han and marks 1 em, Latin ½ em."""
    return toy_book(tmp_path_factory.mktemp("fonts"))


@pytest.fixture(scope="session")
def real() -> FontBook:
    """Song, Hei and Kai."""
    return real_book()
