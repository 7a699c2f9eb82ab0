"""Products made from the live page (导出): those of ``bulletin build``, and the preflight report, as files to save."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from bulletin_layout.findings import Location
from bulletin_layout.findings.catalogue import live as said
from bulletin_layout.live.answers import Answer, Params, Refusal, Reply
from bulletin_layout.live.session import Session
from bulletin_layout.pipeline import ALL_PAGES, PRODUCTS, PageImages, Product, Result, build_issue

_MEDIA = {
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".txt": "text/plain; charset=utf-8",
    ".json": "application/json; charset=utf-8",
}


def export(session: Session, params: Params) -> Reply:
    """A product of the newest files, to save; several files come as a zip. ``product``: as ``bulletin build`` names
    it; ``pages``, ``dpi``: of ``png``. ValueError: these are not as they should be."""
    product = next((name for name in PRODUCTS if name == params["product"]), None)
    pages, dpi = tuple(params.get("pages") or ()), params.get("dpi") or ALL_PAGES.dpi
    if product is None or not all(isinstance(number, int) and number > 0 for number in (dpi, *pages)):
        raise ValueError(product)
    result = _built(session, product, PageImages(dpi, pages))
    files = _wanted(result.files)
    if not files:
        return _refused(session, result)
    if len(files) == 1:
        return _file(files[0], result)
    return Answer(_zipped(files), "application/zip", _name(Path(f"{result.issue}-{product}.zip"), result))


def report(session: Session, params: Params) -> Reply:
    """The preflight report of the file for the press; ``format``: ``txt``, or ``json``."""
    ending = f"-preflight.{'json' if params.get('format') == 'json' else 'txt'}"
    result = _built(session, "print", ALL_PAGES)
    file = next((path for path in result.files if path.name.endswith(ending)), None)
    return _file(file, result) if file is not None else _refused(session, result)


def _built(session: Session, product: Product, images: PageImages) -> Result:
    with session.at_work:
        return build_issue(
            session.folder,
            products=(product,),
            out=session.shelves,
            memory=session.memory,
            language=session.language,
            images=images,
        )


def _wanted(files: Sequence[Path]) -> Sequence[Path]:
    """What is exported of a product's files: where one is a PDF, that alone."""
    return [path for path in files if path.suffix == ".pdf"] or files


def _refused(session: Session, result: Result) -> Refusal:
    return Refusal((said.not_exported(Location(str(session.folder))), *result.findings))


def _file(path: Path, result: Result) -> Answer:
    return Answer(path.read_bytes(), _MEDIA.get(path.suffix, "application/octet-stream"), _name(path, result))


def _name(path: Path, result: Result) -> str:
    """The name of a file, which says when the product is but a draft."""
    return f"draft-{path.name}" if result.draft else path.name


def _zipped(files: Sequence[Path]) -> bytes:
    """The files in a zip, without their times."""
    data = BytesIO()
    with ZipFile(data, "w") as zipped:
        for path in files:
            zipped.writestr(ZipInfo(path.name), path.read_bytes(), ZIP_DEFLATED)
    return data.getvalue()
