"""Make the colour profiles of newsprint and uncoated paper (纸张特性文件) from characterisation data, with Argyll CMS.

The data lie in ``characterisation/``, where a README says where they are from. Each file is written with the date of
its data, so that the same data and version of Argyll give the same bytes; ``--out DIR`` writes them elsewhere, to be
compared.

What is asked of Argyll (``colprof``): tables of the middle quality both ways, for with those of the low one colours
come out 3 ΔE beside what is meant, with these 1; no copy of the data in the profile (``-nc``); a total of ink and of
black (``-l``, ``-L``); and black that begins in the light tones (``-k p``), as paper that drinks ink and plates that
shift ask for: greys stand on it and on less of the three colours.
"""

import argparse
import shutil
import struct
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final, NamedTuple

_HERE: Final = Path(__file__).parent
_SHIPPED: Final = _HERE.parent / "src/bulletin_layout/pictures/icc"
_COPYRIGHT: Final = "This profile is free of known copyright restrictions; made from data under CC0 of colord"
#: Where the header of a profile has its date: six numbers of two bytes (ISO 15076-1, 7.2.8).
_DATE_AT: Final = 24


class _Condition(NamedTuple):
    """A printing condition: what its profile says of itself, the date of its data, and its limits of ink in percent."""

    data: str
    description: str
    date: tuple[int, int, int]
    total: int
    black: int
    curve: tuple[float, ...]


_CONDITIONS: Final = (
    _Condition("IFRA26S_2004_newsprint", "IFRA26S newsprint, 220% ink", (2004, 6, 30), 220, 95, (0, 0.1, 1, 0.95, 0.6)),
    _Condition("FOGRA47L_uncoated", "FOGRA47L uncoated, 300% ink", (2009, 3, 1), 300, 98, (0, 0.15, 1, 0.98, 0.6)),
)


def _profile(condition: _Condition, folder: Path) -> bytes:
    """The profile's bytes; CalledProcessError: Argyll could not make it."""
    made = folder / f"{condition.data}.icc"
    command = ["colprof", "-qm", "-bm", "-nc", f"-l{condition.total}", f"-L{condition.black}", "-kp"]
    command += [*map(str, condition.curve), "-D", condition.description, "-C", _COPYRIGHT, "-A", "ArgyllCMS"]
    command += ["-O", str(made), str(_HERE / "characterisation" / condition.data)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    data = bytearray(made.read_bytes())
    data[_DATE_AT : _DATE_AT + 12] = struct.pack(">6H", *condition.date, 0, 0, 0)
    return bytes(data)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--out", type=Path, default=_SHIPPED, help="write the profiles here")
    out = parser.parse_args().out
    if shutil.which("colprof") is None:
        print("colprof is not on this machine: apt-get install argyll", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        for condition in _CONDITIONS:
            (out / f"{condition.data}.icc").write_bytes(_profile(condition, Path(folder)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
