"""What is read and not done on the page yet: each is answered with a warning where it is written."""

from typing import Final

from bulletin_layout.diagnostics import Diagnostic, Location, warning

#: Whoever makes a page do one of these takes its name out; reading then hands it on as it is written, instead of what
#: ``settable.py`` makes of it.
NOT_APPLIED: Final[tuple[str, ...]] = (
    "note",
)  # fmt: skip


def answer(name: str, message: str, place: Location, faults: list[Diagnostic]) -> None:
    """Warn if this is not applied yet; ``message`` names the thing, e.g. ``slot "lead": "give"``."""
    if name in NOT_APPLIED:
        faults.append(warning("not-applied", f"{message} is not applied yet", place))


def is_applied(name: str) -> bool:
    """Whether a page does this."""
    return name not in NOT_APPLIED
