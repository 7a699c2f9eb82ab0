"""A finding's own fix made (照改法改): what the checks propose to write instead."""

from hashlib import sha256

from bulletin_layout.findings import Finding, Fix
from bulletin_layout.findings.catalogue import editing as said
from bulletin_layout.findings.phrases import Phrase
from bulletin_layout.live.edits import refusals
from bulletin_layout.live.edits.edit import Edit, edit_of, source_of
from bulletin_layout.live.edits.source_text import Replacement
from bulletin_layout.live.texts import Texts


def title_of(fix: Fix) -> Phrase:
    """What a fix does, in words."""
    return said.write_instead(fix.new) if fix.new else said.leave_out(fix.old)


def id_of(fix: Fix) -> str:
    """A name for a fix that stays the same from view to view, as long as it is the same fix."""
    return sha256(repr((fix.location, fix.old, fix.new)).encode()).hexdigest()[:16]


def edit_fix(texts: Texts, fix: Fix) -> Edit | Finding:
    """The edit that makes a fix."""
    place = fix.location
    source = source_of(texts, place.path, place)
    if isinstance(source, Finding):
        return source
    if place.line > len(source.lines) or texts.at(place, len(fix.old)) != fix.old:
        return refusals.stale(place)
    start = source.index(place.line, place.column)
    return edit_of(said.fix_made(title_of(fix)), place, [(source, [Replacement(start, start + len(fix.old), fix.new)])])
