"""What independent validators say of the archive file."""

import shutil
import subprocess
from pathlib import Path

import pytest

from bulletin_layout.pipeline import build_issue
from tests.support.archives import attached, carried_names
from tests.support.paper import PROJECT


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("out")
    (file,) = build_issue(PROJECT / "content" / "2026-10", products=("archive",), out=out, fail_on="never").files
    return file


@pytest.mark.parametrize("claim", ["PDF_A_3A", "PDF_UA_1"])
def test_the_sample_is_what_it_claims(sample: Path, claim: str) -> None:
    page = pytest.importorskip("page", reason="page-validation is not installed")
    report = page.validate_pdf_bytes(sample.read_bytes(), profile=getattr(page.ValidationProfile, claim))
    assert [str(failure) for failure in report.failures] == []
    assert report.is_compliant


def test_qpdf_finds_no_finding(sample: Path) -> None:
    if shutil.which("qpdf") is None:
        pytest.skip("qpdf is not installed")
    run = subprocess.run(["qpdf", "--check", sample], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_poppler_lists_and_saves_every_source(sample: Path, tmp_path: Path) -> None:
    if shutil.which("pdfdetach") is None:
        pytest.skip("pdfdetach (poppler-utils) is not installed")
    run = subprocess.run(["pdfdetach", "-list", sample], capture_output=True, text=True, check=True)
    listed = {line.split(": ", 1)[1] for line in run.stdout.splitlines()[1:]}
    assert listed == set(carried_names(sample.read_bytes()))
    subprocess.run(["pdfdetach", "-saveall", "-o", tmp_path, sample], check=True)
    assert {path.name for path in tmp_path.iterdir()} == listed
    for name in ("bulletin.yaml", "content/2026-10/issue.yaml", "content/2026-10/photos/cat.jpg"):
        assert (tmp_path / attached(name)).read_bytes() == (PROJECT / name).read_bytes()
