"""One archive file for many tests: building it takes longer than anything that is asked of it."""

from pathlib import Path

import pytest

from tests.support.archives import starter_archive


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The starter's archive file."""
    folder: Path = tmp_path_factory.mktemp("starter")
    return starter_archive(folder)
