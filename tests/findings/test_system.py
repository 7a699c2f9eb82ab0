"""Reasons given by the operating system: Chinese where the cause is known, the system's own words otherwise."""

import os
from errno import EACCES, ECONNRESET, ENOENT, ENOSPC

import pytest

from bulletin_layout.findings.phrases import text
from bulletin_layout.findings.system import reason_of


@pytest.mark.parametrize(
    ("number", "chinese"), [(ENOENT, "没有这个文件或文件夹"), (EACCES, "没有权限"), (ENOSPC, "磁盘满了")]
)
def test_a_known_error_has_a_chinese_sentence_and_the_systems_english_one(number: int, chinese: str) -> None:
    reason = reason_of(OSError(number, os.strerror(number)))
    assert text(reason, "zh") == chinese
    assert text(reason, "en") == os.strerror(number)


def test_any_other_error_keeps_its_words() -> None:
    assert text(reason_of(OSError(ECONNRESET, "Connection reset")), "zh") == "Connection reset"
    assert text(reason_of(OSError("odd {name}")), "zh") == "odd {name}"
