"""What page-validation, an independent checker of PDF/A and PDF/UA, says of a file."""

import pytest


def failures(pdf: bytes, profile: str) -> list[str]:
    """The rules that a file breaks; ``profile``: ``ua1``, ``3a`` … The test is skipped where the wheel is missing."""
    page = pytest.importorskip("page", reason="needs page-validation")
    report = page.validate_pdf_bytes(pdf, profile=profile)
    assert report.is_compliant == (not report.failures)
    return [f"{failure.rule_id}: {failure.message}" for failure in report.failures]
