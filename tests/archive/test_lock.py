"""The lock: written and read again, and what is none is said to be none."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_layout.archive.lock import Lock, LockedFile, LockError, read_lock, write_lock

LOCK = Lock(
    issue="2026-10",
    folder="content/2026-10",
    pages=4,
    content="sha256:00",
    versions={"zlib": "1", "budoux": "2"},
    options={"photos": "attach"},
    files=(LockedFile("b.md", "text", "ab", 3, True), LockedFile("字体.ttf", "font", "cd", 4, False)),
    used={"fonts": []},
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


def test_a_lock_is_read_as_it_was_written() -> None:
    read = read_lock(write_lock(LOCK))
    assert (read.issue, read.folder, read.pages, read.content) == ("2026-10", "content/2026-10", 4, "sha256:00")
    assert (read.versions, read.options, read.files) == (LOCK.versions, LOCK.options, LOCK.files)


def test_the_order_in_which_things_were_found_does_not_show() -> None:
    turned = Lock(
        issue=LOCK.issue, folder=LOCK.folder, pages=LOCK.pages, content=LOCK.content, files=LOCK.files, used=LOCK.used,
        versions=dict(reversed(list(LOCK.versions.items()))), options=LOCK.options,
    )  # fmt: skip
    assert write_lock(turned) == write_lock(LOCK)


def test_keys_of_a_newer_version_are_passed_over() -> None:
    newer = {**json.loads(write_lock(LOCK)), "signed": {"by": "somebody"}}
    assert read_lock(json.dumps(newer).encode()).files == LOCK.files


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"[]", b'{"schema": "bulletin/lock@2"}', b"[" * 100_000])
def test_what_is_no_lock_is_refused(data: bytes) -> None:
    with pytest.raises(LockError, match=r"bulletin-lock\.json"):
        read_lock(data)


@given(st.sampled_from(("issue", "versions", "options", "files")), JSON)
def test_no_lock_however_damaged_raises_anything_else(key: str, value: object) -> None:
    plain = {**json.loads(write_lock(LOCK)), key: value}
    with suppress(LockError):
        assert all(isinstance(file, LockedFile) for file in read_lock(json.dumps(plain).encode()).files)
