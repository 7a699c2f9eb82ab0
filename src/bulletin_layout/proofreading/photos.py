"""Checks of photos (图片): what belongs to each of them."""

from collections.abc import Iterator

from bulletin_layout.findings import Finding
from bulletin_layout.issue import Story, photos_of


def photo_findings(story: Story) -> Iterator[Finding]:
    """Photos without what is printed below them."""
    for photo in photos_of(story):
        if not photo.caption:
            from bulletin_layout.findings.catalogue.words import caption_missing

            yield caption_missing(photo.location)
