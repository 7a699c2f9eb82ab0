"""The language of the program's words (界面语言): asked for, or the publication's, or the system's; else Chinese."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from bulletin_layout.languages import LANGUAGES, Language

#: What names a file without a language, by POSIX.
_NO_LANGUAGE: Final = frozenset(("C", "POSIX"))
_PUBLICATION_FILE: Final = "bulletin.yaml"
#: What looks like the key; only then is the file read as YAML, which takes its time.
_LANGUAGE_KEY: Final = re.compile(rb"\blanguage[\"']?\s*:")


def chosen(asked: Language | None, folder: Path, environment: Mapping[str, str]) -> Language:
    """The language to speak in: what ``--lang`` asks for, else the ``language`` of the publication around ``folder``,
    else that of the environment."""
    return asked or publication_language(folder) or environment_language(environment)


def asked_for(arguments: Sequence[str]) -> Language | None:
    """The language that a command line asks for, before it is read: what is wrong with it must be said in one, too."""
    asked: str | None = None
    for before, argument in zip(("", *arguments), arguments, strict=False):
        if argument == "--":
            break
        if before == "--lang" or argument.startswith("--lang="):
            asked = argument.removeprefix("--lang=")
    return asked if asked in LANGUAGES else None


def environment_language(environment: Mapping[str, str]) -> Language:
    """The language by LC_ALL, LC_MESSAGES, LANG and LANGUAGE, as gettext weighs them; Chinese where they name neither
    Chinese nor English."""
    locale = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environment.get(name))), "")
    if _base(locale) in _NO_LANGUAGE:
        return "zh"
    wanted = (*environment.get("LANGUAGE", "").split(":"), locale)
    return next((name for name in map(_base, wanted) if name in LANGUAGES), "zh")


def _base(locale: str) -> str:
    """``zh`` of ``zh_CN.UTF-8``."""
    return (
        locale.split(".", maxsplit=1)[0].split("@", maxsplit=1)[0].split("_", maxsplit=1)[0].split("-", maxsplit=1)[0]
    )


def publication_language(folder: Path) -> Language | None:
    """What the bulletin.yaml around a folder says, if it does; what is wrong with it is said when it is read."""
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
