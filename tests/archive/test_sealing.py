"""What goes into the archive file is what the pages were made of, or nothing."""

from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from bulletin_layout.archive.sealing import sealed
from bulletin_layout.page import Edition
from bulletin_layout.pictures import PictureError
from bulletin_layout.reading import Source, read_issue
from tests.support.archives import carried_file
from tests.support.paper import start_paper


def test_a_picture_that_is_not_the_one_that_was_read_is_refused(archive: bytes, tmp_path: Path) -> None:
    reading = read_issue(start_paper(tmp_path / "paper"))
    assert reading.issue is not None
    assert reading.fonts is not None
    edition = Edition("", "", "", date(2026, 1, 1))
    photo = tmp_path / "a.jpg"
    photo.write_bytes(b"now")
    read = Source("a.jpg", photo, "picture", None, sha256(b"now").hexdigest())
    assert carried_file(sealed(archive, reading.issue, edition, reading.fonts, [read]), "a.jpg") == b"now"
    changed = Source("a.jpg", photo, "picture", None, sha256(b"then").hexdigest())
    with pytest.raises(PictureError, match=r"a\.jpg was changed while the issue was being built"):
        sealed(archive, reading.issue, edition, reading.fonts, [changed])
