"""The toy fonts, opened once."""

import pytest

from bulletin_layout.fonts import FontBook
from tests.support.toy_font import toy_book


@pytest.fixture(scope="session")
def toy(tmp_path_factory: pytest.TempPathFactory) -> FontBook:
    """Han and marks 1 em, Latin ½ em."""
    return toy_book(tmp_path_factory.mktemp("fonts"))
