"""The ``print`` key of bulletin.yaml (印刷要求): the print profile in use and its requirements."""

from collections.abc import Mapping
from typing import Any, Final, cast

from bulletin_layout.findings.catalogue import layouts as said
from bulletin_layout.findings.catalogue import pictures
from bulletin_layout.findings.nearest import nearest
from bulletin_layout.findings.phrases import Phrase
from bulletin_layout.issue import NEWSPAPER, OFFSET_UNCOATED, SHEETFED, Press
from bulletin_layout.measures import Length, Scale, points
from bulletin_layout.pictures import CONDITIONS, Paper, Profile, ProfileError, can_convert, open_profile
from bulletin_layout.reading.schema.binding import field_values, plain
from bulletin_layout.reading.schema.check import Record
from bulletin_layout.reading.schema.kinds import Key
from bulletin_layout.reading.schema.press_keys import PROFILE
from bulletin_layout.reading.sources.files import Files
from bulletin_layout.values import replace

_BUILT_IN: Final = {profile.name: profile for profile in (SHEETFED, OFFSET_UNCOATED, NEWSPAPER)}
#: Lengths in print profiles are in mm and pt, so no grid is needed.
_NO_GRID: Final = Scale(0.0, 0.0)


def read_press(house: Record, files: Files, asked: str | None = None) -> Press:
    """The print profile in use: ``asked`` (from the command line), or else ``print.profile``. Problems are reported."""
    record = house.get("print", Record) or Record(house.location, {})
    written = record.records("profiles")
    found = {name: _resolved(name, written, files, ()) for name in dict.fromkeys((*_BUILT_IN, *written))}
    name = asked or record.text("profile", SHEETFED.name)
    if name in found:
        return found[name]
    place = record.location if asked else record.place("profile")
    files.findings.append(said.unknown_profile(place, name=name, near=nearest(name, found)))
    return SHEETFED


def _resolved(name: str, written: Mapping[str, Record], files: Files, trail: tuple[str, ...]) -> Press:
    """A profile merged over the one that it extends. Only the profile asked for reports its own findings."""
    record = written.get(name)
    if record is None:
        return _BUILT_IN[name]
    base = _BUILT_IN.get(name, SHEETFED)
    above = record.text("extends")
    circle = (*trail, name)
    if above in circle:
        if above == circle[0] == min(circle):  # a circle is found from each of its profiles, but reported once
            names = " → ".join((*circle, above))
            files.findings.append(said.circular_profiles(record.place("extends"), circle=names))
    elif above in written or above in _BUILT_IN:
        base = _resolved(above, written, files, circle)
    elif above and not trail:
        near = nearest(above, {**_BUILT_IN, **written})
        files.findings.append(said.unknown_base_profile(record.place("extends"), profile=name, name=above, near=near))
    return replace(base, name=name, location=record.location, **_own(record, files, reported=bool(trail)))


def _own(record: Record, files: Files, *, reported: bool) -> dict[str, Any]:
    """The fields set by the profile itself."""

    def meant(record: Record, name: str, key: Key) -> object:
        if name == "intent":
            return _intent(record, files, reported=reported)
        length = record.get(name, Length)
        return plain(record, name, key) if length is None else points(length, _NO_GRID)

    own = field_values(record, PROFILE, meant)
    if "marks" in own:
        own["marks"] = tuple(dict.fromkeys(own["marks"]))
    paper = _shipped(record, files)
    if paper is not None:
        own |= {"paper": paper, "intent": None}
        own.setdefault("condition", CONDITIONS[paper].name)
    elif own.get("intent") is not None:
        own.setdefault("condition", "Custom")
    return own


def _shipped(record: Record, files: Files) -> Paper | None:
    """The profile of those that come with the program which ``intent`` names; a file of the publication comes first."""
    name = record.text("intent")
    return cast("Paper", name) if name in CONDITIONS and not (files.root / name).exists() else None


def _intent(record: Record, files: Files, *, reported: bool) -> Profile | None:
    """The press's ICC profile; None for a built-in one, or for an unusable one, which is reported."""
    name, place = record.text("intent"), record.place("intent")
    if _shipped(record, files) is not None:
        return None
    before = len(files.findings)
    path = files.inside(files.root, name, place)
    if path is not None and files.exists(path, place):
        try:
            profile = open_profile(path, files.shown(path))
        except ProfileError as problem:
            files.findings.append(pictures.colour_profile(place, problem=problem.says))
        else:
            wrong = _unusable(profile)
            if wrong is None:
                return profile
            files.findings.append(pictures.colour_profile_unfit(place, path=files.shown(path), problem=wrong))
    if reported:  # the profile that sets it has reported it
        del files.findings[before:]
    return None


def _unusable(profile: Profile) -> Phrase | None:
    """Why the ICC profile cannot be used for a press; None when it can."""
    if profile.space != "cmyk":
        return pictures.profile_not_cmyk(profile.space.upper())
    if not profile.printer:
        return pictures.profile_no_output()
    return None if can_convert(profile) else pictures.profile_not_computed()
