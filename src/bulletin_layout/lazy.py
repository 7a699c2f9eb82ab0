"""Names of a package, and modules, that are imported at their first access (PEP 562): every command imports the
package, and most need only a part of it."""

from collections.abc import Callable, Mapping
from importlib import import_module


def at_first_access(package: str, homes: Mapping[str, str]) -> Callable[[str], object]:
    """The ``__getattr__`` of a package. ``homes``: the module of each public name, within the package."""

    def found(name: str) -> object:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{homes[name]}"), name)

    return found


class Later:
    """A module that is imported when a name of it is asked for first."""

    def __init__(self, name: str) -> None:
        """``name``: with its packages."""
        self.__name__ = name

    def __getattr__(self, name: str) -> object:
        found = getattr(import_module(self.__name__), name)
        setattr(self, name, found)  # from now on it is found without this function
        return found
