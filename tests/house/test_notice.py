"""NOTICE names the licence of everything that the program needs."""

import re

from tests.support.paper import PROJECT


def test_every_library_of_the_lock_is_in_the_notice() -> None:
    libraries = re.findall(r"^([a-z0-9.-]+)==", (PROJECT / "requirements.lock").read_text("utf-8"), re.MULTILINE)
    notice = (PROJECT / "NOTICE").read_text("utf-8")
    assert len(libraries) > 15
    assert [name for name in libraries if not re.search(rf"(?<![a-z-]){re.escape(name)}(?![a-z-])", notice)] == []
