"""The steps of a build, in order; a table of contents of the whole program."""

from collections.abc import Iterable
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import pictures
from bulletin_layout.findings.catalogue import products as products_said
from bulletin_layout.findings.settled import settled
from bulletin_layout.findings.system import reason_of
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Issue
from bulletin_layout.pictures import PictureError
from bulletin_layout.pipeline.aside import sweep_files
from bulletin_layout.pipeline.kept_checks import keep_checks
from bulletin_layout.pipeline.kept_images import keep_images, kept_images
from bulletin_layout.pipeline.memory import Memory
from bulletin_layout.pipeline.products import Job, image_findings, make, sheet_findings
from bulletin_layout.pipeline.record import Order, beginning, record
from bulletin_layout.pipeline.result import FailOn, Outcome, Product, Result, Tell
from bulletin_layout.pipeline.shelf import MAKING, HalfMovedError, Shelf
from bulletin_layout.pipeline.viewing import in_order, usual_shelves, view_issue
from bulletin_layout.reading import Source

if TYPE_CHECKING:
    from bulletin_layout.archive.heritage import Heritage

_FAILING: Final[dict[FailOn, tuple[str, ...]]] = {
    "error": ("error",),
    "warning": ("error", "warning"),
    "never": (),
}


#: Folder of converted pictures, beside the products; it can be deleted at any time.
KEPT: Final = Path(".cache/pictures")


def run(order: Order, tell: Tell, memory: Memory | None = None, heritage: "Heritage | None" = None) -> Result:
    """Carry out an order. Parameters as for ``build_issue``; ValueError: a code that is to be ignored cannot be."""
    begun = beginning(order)
    memory = memory or Memory()
    viewed = view_issue(order.folder, tell, memory, profile=order.profile, ignore=order.ignore, shelves=order.shelves)
    if viewed.finished is None:
        return Result(viewed.name, "stopped", viewed.findings)
    composed, fonts = viewed.finished
    issue = composed.issue
    sheets = sheet_findings(issue, composed.edition, order.products)
    drawn = image_findings(issue, composed.edition, order.images)
    found = in_order((*viewed.findings, *sheets, *drawn), viewed.choices)
    # A page that does not exist is a slip in the command: stop before anything is written.
    if not order.products or drawn:
        return Result(issue.id, _outcome(found, order.fail_on), found, composed.slots)
    shelves = order.shelves or usual_shelves(issue)
    target = shelves / issue.id
    # Temporary files in the picture cache come from builds that were killed.
    sweep_files(shelves / KEPT, MAKING)
    try:
        job = Job(
            issue,
            composed.edition,
            fonts,
            viewed.sources,
            tell,
            shelves / KEPT,
            found,
            viewed.choices,
            order.language,
            order.images,
            heritage,
            memory,
            kept_images(shelves, issue.id) if "png" in order.products else None,
        )
        files, found = _write(job, order.products, target, order.fail_on)
    except PictureError as problem:
        return Result(issue.id, "stopped", (*found, lost_picture(problem, issue)), composed.slots)
    except OSError as problem:
        unwritable = unwritten(problem, Location(str(target)))
        return Result(issue.id, "stopped", (*found, unwritable), composed.slots)
    if "png" in order.products:
        from bulletin_layout.pipeline.page_images import SHEET, image_keys  # it was loaded to make them

        keep_images(shelves, issue.id, image_keys(memory.drawing), SHEET, memory.drawing, files)
    keep_checks(shelves, issue, memory)
    outcome = _outcome(found, order.fail_on)
    result = Result(issue.id, outcome, found, composed.slots, tuple(files), draft=outcome == "findings")
    if heritage is None and not viewed.font_findings:
        record(order, result, _digests(viewed.sources, fonts), files, begun)
    return result


def _digests(sources: Iterable[Source], fonts: FontBook) -> dict[Path, str]:
    """The sha256 of every file that was read. Fonts have the one that fonts.yaml says, since nothing was found."""
    known = {file.path: file.sha256 for file in fonts.files.values()}
    digests = {}
    for source in sources:
        data = source.data
        digest = source.sha256 or known.get(source.path, "")
        if not digest:
            digest = sha256(source.path.read_bytes() if data is None else data).hexdigest()
        digests[source.path] = digest
    return digests


def lost_picture(problem: PictureError, issue: Issue) -> Finding:
    """That a picture can no longer be read."""
    return pictures.picture_lost(problem.location or issue.location, problem=problem.says)


def unwritten(problem: OSError, place: Location) -> Finding:
    """That the products are not in place; where some are, which."""
    reason = reason_of(problem)
    if isinstance(problem, HalfMovedError):
        return products_said.half_written(place, reason=reason, new=problem.new, old=problem.old)
    return products_said.not_written(place, reason=reason)


def _outcome(findings: Iterable[Finding], fail_on: FailOn) -> Outcome:
    return "findings" if any(finding.severity in _FAILING[fail_on] for finding in findings) else "clean"


def _write(
    job: Job, products: tuple[Product, ...], target: Path, fail_on: FailOn
) -> tuple[dict[Path, str], tuple[Finding, ...]]:
    """Render the products and move them to ``target`` together, or to its ``draft`` folder if findings require it.

    Returns the files with their digests, and all findings, with those made while rendering.
    """
    found = job.findings
    with Shelf(target) as shelf, closing(make(job, products)) as each:
        for made in each:
            found = (*found, *settled(made.findings, job.choices))
            for name, data in made.files:
                shelf.add(name, data)
        files = shelf.keep(draft=_outcome(found, fail_on) == "findings")
        digests = {path: shelf.digests[path.name] for path in files}
        return digests, (*found, *settled(shelf.findings, job.choices))
