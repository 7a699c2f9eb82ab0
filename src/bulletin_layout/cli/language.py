"""Chooses the language of messages (界面语言): ``--lang``, else the publication's, else the system's, else Chinese."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from bulletin_layout.languages import LANGUAGES, Language

#: Locales of POSIX that have no language.
_NO_LANGUAGE: Final = frozenset(("C", "POSIX"))
_PUBLICATION_FILE: Final = "bulletin.yaml"
#: Looks like the key ``language``; only then is the file read as YAML, which is slow.
_LANGUAGE_KEY: Final = re.compile(rb"\blanguage[\"']?\s*:")


def chosen(asked: Language | None, folder: Path, environment: Mapping[str, str]) -> Language:
    """The language of messages: that of ``--lang``, else of the publication around ``folder``, else of the
    environment."""
    return asked or publication_language(folder) or environment_language(environment)


def asked_for(arguments: Sequence[str]) -> Language | None:
    """The value of ``--lang`` in a command line that is not parsed yet: errors of parsing need a language, too."""
    asked: str | None = None
    for before, argument in zip(("", *arguments), arguments, strict=False):
        if argument == "--":
            break
        if before == "--lang" or argument.startswith("--lang="):
            asked = argument.removeprefix("--lang=")
    return asked if asked in LANGUAGES else None


def environment_language(environment: Mapping[str, str]) -> Language:
    """The language by LC_ALL, LC_MESSAGES, LANG and LANGUAGE, with the priorities of gettext; Chinese if they name
    neither Chinese nor English."""
    locale = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environment.get(name))), "")
    if _base(locale) in _NO_LANGUAGE:
        return "zh"
    wanted = (*environment.get("LANGUAGE", "").split(":"), locale)
    return next((name for name in map(_base, wanted) if name in LANGUAGES), "zh")


def _base(locale: str) -> str:
    """The language of a locale: ``zh`` for ``zh_CN.UTF-8``."""
    return (
        locale.split(".", maxsplit=1)[0].split("@", maxsplit=1)[0].split("_", maxsplit=1)[0].split("-", maxsplit=1)[0]
    )


def publication_language(folder: Path) -> Language | None:
    """The ``language`` of the bulletin.yaml around a folder, if it has one. Errors in that file are reported later,
    when it is really read."""
    try:
        place = folder.resolve()
        file = next((path for above in (place, *place.parents) if (path := above / _PUBLICATION_FILE).is_file()), None)
        if file is None or not _LANGUAGE_KEY.search(file.read_bytes()):
            return None
    except OSError:
        return None
    from bulletin_layout.reading.publications import written_language  # takes its time, and is seldom needed

    found = written_language(file)
    return found if found in LANGUAGES else None
