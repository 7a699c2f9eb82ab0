"""One build as a PDF for no press: pages drawn as they are, no colour converted, no standard met, nothing read again.

    python bench/plain.py ISSUE FILE.pdf

This is what the other two programs of ``run.py`` do, too.
"""

import sys
from pathlib import Path

from bulletin_layout.compose import compose_issue
from bulletin_layout.findings import line
from bulletin_layout.reading import read_issue


def main(issue: Path, file: Path) -> None:
    """Read, compose, draw."""
    reading = read_issue(issue)
    if reading.issue is None or reading.fonts is None:
        sys.exit("\n".join(line(finding, "en") for finding in reading.findings))
    edition = compose_issue(reading.issue, reading.fonts).edition
    from bulletin_layout.render.pdf import render_pdf

    file.write_bytes(render_pdf(edition))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
