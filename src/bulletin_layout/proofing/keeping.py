"""Where rounds are kept (校次存放): ``proofs/1.json``, ``2.json`` … in the issue's folder."""

import re
from pathlib import Path
from typing import Final

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import proofs as said
from bulletin_layout.findings.system import reason_of
from bulletin_layout.folders import ROUNDS
from bulletin_layout.proofing.round_files import MOST_BYTES, RoundError, round_of
from bulletin_layout.proofing.rounds import Round

_NAME: Final = re.compile(r"([1-9]\d?)\.json")


def round_numbers(issue: Path) -> tuple[int, ...]:
    """The numbers of the rounds of an issue, in order; nothing is read but the folder."""
    try:
        found = [_NAME.fullmatch(path.name) for path in (issue / ROUNDS).iterdir()]
    except OSError:
        return ()
    return tuple(sorted(int(name[1]) for name in found if name is not None))


def round_path(issue: Path, number: int) -> Path:
    """The file of a round."""
    return issue / ROUNDS / f"{number}.json"


def read_round(issue: Path, number: int, shown: str = "") -> Round | Finding:
    """A round of an issue, or what is wrong with its file. ``shown``: the issue's folder as the user writes it."""
    path = round_path(issue, number)
    line = 1
    try:
        if not path.is_file():
            why = said.no_file()
        elif path.stat().st_size > MOST_BYTES:
            why = said.too_large(MOST_BYTES // 1_000_000)
        else:
            made = round_of(path.read_bytes())
            if made.number == number:
                return made
            why = said.wrong_part("round")
    except RoundError as problem:
        why, line = said.wrong_part(problem.where), problem.line
    except OSError as problem:
        why = reason_of(problem)
    place = (Path(shown) if shown else issue) / ROUNDS / path.name
    return said.bad_round(Location(place.as_posix(), line), why=why)


def current_round(issue: Path, shown: str = "") -> Round | Finding | None:
    """The last round of an issue, as ``read_round`` gives it; None: no proof was made yet."""
    numbers = round_numbers(issue)
    return read_round(issue, numbers[-1], shown) if numbers else None
