"""What a program imports before it does anything: only what it needs, since a small build is mostly imports."""

import argparse
import subprocess
import sys
from typing import Any

import pytest

from bulletin_layout.cli.parser import parser

#: What reading and composing need not: products, commands, checks of the finished pages, and what few texts ask for.
LATER = (
    "PIL", "argparse", "bidi", "budoux", "bulletin_layout.archive", "bulletin_layout.cli",
    "bulletin_layout.compose.arranging", "bulletin_layout.findings.catalogue.files",
    "bulletin_layout.findings.catalogue.layouts", "bulletin_layout.findings.catalogue.photos",
    "bulletin_layout.findings.catalogue.stories", "bulletin_layout.imprint.printed", "bulletin_layout.live",
    "bulletin_layout.manuscripts", "bulletin_layout.pipeline.build", "bulletin_layout.preflight.inspect",
    "bulletin_layout.proofing", "bulletin_layout.proofreading.reading", "bulletin_layout.render.canvas", "concurrent",
    "fractions", "lxml", "mdit_py_plugins", "pikepdf", "pypdfium2", "pyphen", "reportlab", "subprocess", "tempfile",
)  # fmt: skip
#: What drawing needs: ReportLab, and what it imports.
DRAWING = ("PIL", "bulletin_layout.render.canvas", "reportlab", "tempfile")


def imported(code: str) -> set[str]:
    """The modules that are there after lines of code, each package of them as well."""
    program = f"{code}\nimport sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_the_face_imports_nothing_else() -> None:
    own = {name for name in imported("import bulletin_layout") if name.startswith("bulletin_layout")}
    assert own == {"bulletin_layout", "bulletin_layout.lazy"}


@pytest.mark.parametrize(
    ("code", "wanted", "unwanted"),
    [
        (
            "from bulletin_layout import compose_issue, read_issue\n"
            "from bulletin_layout.pipeline import Memory\nMemory()",
            ("bulletin_layout.compose", "bulletin_layout.preflight.memory"),
            LATER,
        ),
        ("from bulletin_layout.render.pdf import render_pdf", DRAWING, [name for name in LATER if name not in DRAWING]),
        (
            "from bulletin_layout import build_issue",
            ("bulletin_layout.pipeline.record",),
            (*LATER[:3], "bulletin_layout.compose", "bulletin_layout.reading", "markdown_it", "uharfbuzz", "yaml"),
        ),
        (
            "from bulletin_layout.cli.parser import parser\n"
            "parser('zh').parse_args(['build', '2026-10', '--to', 'print'])",
            ("argparse",),
            ("PIL", "bulletin_layout.findings.catalogue", "bulletin_layout.reading", "yaml"),
        ),
    ],
)
def test_a_program_imports_what_it_needs(code: str, wanted: list[str], unwanted: list[str]) -> None:
    found = imported(code)
    assert set(wanted) <= found
    assert found & set(unwanted) == set()


def test_only_the_command_that_is_given_has_options(monkeypatch: pytest.MonkeyPatch) -> None:
    added: list[str] = []
    add = argparse.ArgumentParser.add_argument

    def counted(self: argparse.ArgumentParser, *names: str, **more: Any) -> argparse.Action:
        added.append(f"{self.prog.split()[-1]} {names[-1]}")
        return add(self, *names, **more)

    monkeypatch.setattr(argparse.ArgumentParser, "add_argument", counted)
    parser("en").parse_args(["explain", "overset"])
    with_options = {name.split()[0] for name in added if not name.endswith("--help")}
    assert with_options == {"bulletin", "explain"}
