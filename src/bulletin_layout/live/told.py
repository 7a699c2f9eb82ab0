"""What a view's event tells of findings and slots, as JSON that is kept from view to view (所告)."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any, TypeVar

from bulletin_layout.live.answers import json_bytes

_Value = TypeVar("_Value", bound=Hashable)


class ToldList:
    """A list in JSON: what was in the list before is not made anew."""

    def __init__(self) -> None:
        self._known: Mapping[Any, bytes] = {}

    def of(self, values: Iterable[_Value], plain: Callable[[_Value], Any]) -> bytes:
        """The list of values, each as ``plain`` makes it, which must depend on nothing else."""
        known = {each: self._known.get(each) or json_bytes(plain(each)) for each in values}
        self._known = known
        return b"[" + b",".join(known.values()) + b"]"
