"""The imprint (版本记录): which law a publication is printed under, and what its permit says."""

from datetime import date
from typing import Literal

from bulletin_layout.findings import Location
from bulletin_layout.measures import Length
from bulletin_layout.values import dataclass

#: internal: 内部资料性出版物, with a permit (准印证). newspaper, periodical: registered, with a CN number. none: an
#: office's papers (机关公文性的简报), to which none of these laws applies.
Profile = Literal["internal", "newspaper", "periodical", "none"]


@dataclass(frozen=True, slots=True)
class Permit:
    """What the permit (准印证) says, as far as bulletin.yaml repeats it: empty or None where it does not.

    ``name``, ``trim`` (width and height), ``period`` (月刊 …), ``printer``: as permitted. ``first``, ``last``: the days
    between which it is valid.
    """

    name: str = ""
    trim: tuple[Length, Length] | None = None
    period: str = ""
    printer: str = ""
    first: date | None = None
    last: date | None = None
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Imprint:
    """``profile``: None: bulletin.yaml does not say. ``location``: where it says so, else the name of the paper."""

    profile: Profile | None = None
    permit: Permit = Permit()
    location: Location = Location("bulletin.yaml")
