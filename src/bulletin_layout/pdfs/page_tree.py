"""The pages of an opened file, met one by one (页树; ISO 32000-1, 7.7.3): a tree may say that it has any number."""

from collections.abc import Iterator
from typing import Final

from bulletin_layout.findings.catalogue import archives as said
from bulletin_layout.pdfs.pikepdf_adapter import Found, OpenedPdf, TooMuchError

_DEEPEST: Final = 50


def pages_of(pdf: OpenedPdf) -> Iterator[tuple[Found, Found | None]]:
    """Each page with the resources that it has or inherits, in order.

    TooMuchError: the tree is deeper than any is, or goes round in a circle.
    """
    root = pdf.catalog.get("Pages")
    if isinstance(root, Found):
        yield from _below(root, None, 0, set())


def page_count(pdf: OpenedPdf, most: int) -> int:
    """How many pages there are, at most ``most`` + 1. TooMuchError as ``pages_of``."""
    count = 0
    for _ in pages_of(pdf):
        count += 1
        if count > most:
            break
    return count


def _below(node: Found, inherited: Found | None, depth: int, seen: set[int]) -> Iterator[tuple[Found, Found | None]]:
    resources = node.get("Resources", inherited)
    resources = resources if isinstance(resources, Found) else None
    kids = node.get("Kids")
    if not isinstance(kids, tuple):
        yield node, resources
        return
    if depth > _DEEPEST or node.number in seen:
        raise TooMuchError(said.endless_pages())
    if node.number:
        seen.add(node.number)
    for kid in kids:
        if isinstance(kid, Found):
            yield from _below(kid, resources, depth + 1, seen)
