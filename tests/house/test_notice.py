"""NOTICE names the licence of everything that the program needs, the live page too."""

import re

from tests.support.paper import PROJECT


def test_every_library_of_the_lock_is_in_the_notice() -> None:
    locks = [(PROJECT / name).read_text("utf-8") for name in ("requirements.lock", "requirements-preview.lock")]
    libraries = [name for lock in locks for name in re.findall(r"^([a-z0-9.-]+)==", lock, re.MULTILINE)]
    notice = (PROJECT / "NOTICE").read_text("utf-8")
    assert len(libraries) > 20
    assert [name for name in libraries if not re.search(rf"(?<![a-z-]){re.escape(name)}(?![a-z-])", notice)] == []
