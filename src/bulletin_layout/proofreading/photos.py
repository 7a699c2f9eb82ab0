"""Checks of photos (图片): what belongs to each of them."""

from collections.abc import Iterator

from bulletin_layout.findings import Finding
from bulletin_layout.issue import Story, photos_of


def photo_findings(story: Story) -> Iterator[Finding]:
    """Photos without what is printed below them."""
    photos = list(photos_of(story))
    for photo in photos:
        if photo.caption and not photo.credit and any(each.credit for each in photos):
            from bulletin_layout.findings.catalogue.words import credit_missing

            yield credit_missing(photo.location)
        if not photo.caption:
            from bulletin_layout.findings.catalogue.words import caption_missing

            yield caption_missing(photo.location)
