"""What several edits refuse (不能改的), each said in one place."""

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import editing as said


def not_there(place: Location) -> Finding:
    """That nothing can be edited at a place."""
    return said.not_editable(place)


def no_source(place: Location) -> Finding:
    """That a file is none of the issue's."""
    return said.not_editable_file(place)


def unwritable(place: Location) -> Finding:
    """That a value cannot be given in the file's form without changing anything else."""
    return said.not_editable_value(place)


def no_slot(place: Location, page: int, slot: str) -> Finding:
    """That a page has no such slot."""
    return said.no_slot_here(place, page=page, slot=slot)


def stale(place: Location) -> Finding:
    """That a file is not as it was seen."""
    return said.changed_meanwhile(place)


def not_movable(place: Location) -> Finding:
    """That a move would change more than names."""
    return said.not_movable(place)


def nothing_there(place: Location) -> Finding:
    """That the pages shown have no such place."""
    return said.nothing_there(place)
