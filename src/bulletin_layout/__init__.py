"""Printed Chinese newsletters (院报、简报): YAML page layouts and story files in, print-ready PDF issues out.

The names below are the public interface; everything else may change between versions::

    from pathlib import Path
    from bulletin_layout import build_issue, check_issue

    result = check_issue(Path("content/2026-10"))  # a Result: outcome, findings, slots
    for finding in result.findings:                # each a Finding with its location
        print(finding.location, finding.code)
    build_issue(Path("content/2026-10"), products=("print",), out=Path("out"))

``read_issue`` and ``compose_issue`` are the first two steps of a build, for programs that need the composed pages
themselves; ``BulletinParagraph`` and ``BulletinStory`` are flowables for your own ReportLab documents.
"""

from typing import TYPE_CHECKING

from bulletin_layout.lazy import at_first_access

__version__ = "0.2.0"

if TYPE_CHECKING:
    from bulletin_layout.compose import Composed, compose_issue
    from bulletin_layout.findings import Finding, Location
    from bulletin_layout.pipeline import Result, build_issue, check_issue
    from bulletin_layout.reading import read_issue
    from bulletin_layout.render.flowables import BulletinParagraph, BulletinStory

__all__ = [
    "BulletinParagraph",
    "BulletinStory",
    "Composed",
    "Finding",
    "Location",
    "Result",
    "__version__",
    "build_issue",
    "check_issue",
    "compose_issue",
    "read_issue",
]

__getattr__ = at_first_access(
    __name__,
    {
        "BulletinParagraph": "render.flowables",
        "BulletinStory": "render.flowables",
        "Composed": "compose",
        "Finding": "findings",
        "Location": "findings",
        "Result": "pipeline",
        "build_issue": "pipeline",
        "check_issue": "pipeline",
        "compose_issue": "compose",
        "read_issue": "reading",
    },
)


def __dir__() -> list[str]:
    return sorted(__all__)
