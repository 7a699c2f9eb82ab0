"""``bulletin new``: creates a publication that can be built at once, and then be changed into one's own."""

import re
import shutil
import sys
from hashlib import sha256
from importlib.resources import as_file, files
from pathlib import Path
from shlex import quote
from typing import Final

from bulletin_layout.cli import words
from bulletin_layout.cli.progress import Progress
from bulletin_layout.cli.schema import FOLDER, write_schemas
from bulletin_layout.findings.phrases import Phrase, text
from bulletin_layout.findings.system import reason_of
from bulletin_layout.fonts import FONTS_FILE, builtin_fonts
from bulletin_layout.languages import LANGUAGES, Language
from bulletin_layout.reading.schema.issue_keys import BUILTIN

#: Files in a folder of fonts that are not copied to the publication.
_NOT_FONTS: Final = ("*.py", "pyproject.toml", "__pycache__", ".*")
#: The digest of the shipped font list, as the starter's fonts.yaml has it.
_PIN: Final = re.compile(r"\b[0-9a-f]{64}\b")


def new_publication(
    folder: Path, fonts: Path | None, language: Language, *, copy_fonts: bool = False, quiet: bool = False
) -> int:
    """Copy the starter to ``folder``, which must be empty or new; returns the exit code.

    The publication refers to the fonts that come with the program. ``copy_fonts``: copy these fonts into it; ``fonts``:
    a folder with other fonts to copy instead.
    """
    source = fonts or builtin_fonts()
    if source is None or not (source / FONTS_FILE).is_file():
        return _refuse(words.no_fonts_there(str(fonts)) if fonts else words.no_fonts_here(), language)
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            return _refuse(words.not_empty(str(folder)), language)
        # Copying the fonts into one of their own subfolders would never end.
        if folder.resolve().is_relative_to(source.resolve()):
            return _refuse(words.within_fonts(str(folder)), language)
        with Progress(str(folder), sys.stderr, language, quiet=quiet) as progress:
            progress.tell("starter", 0, 0)
            with as_file(files("bulletin_layout.cli") / "starter") as starter:
                shutil.copytree(starter, folder, dirs_exist_ok=True)
            for file in folder.rglob("*.yaml"):
                file.write_text(_commented(file.read_text("utf-8"), language), encoding="utf-8", newline="\n")
            write_schemas(folder / FOLDER, language)
            _put_fonts(source, folder / "fonts", progress, own=fonts is not None, copy=copy_fonts)
    except OSError as problem:
        return _refuse(words.failed(str(problem.filename or folder), reason_of(problem)), language)
    if not quiet:
        print(text(words.started(str(folder), quote(str(folder))), language))
    return 0


def _commented(yaml: str, language: Language) -> str:
    """A file of the starter with its comments in one language; the starter has them in both."""
    others = "|".join(other for other in LANGUAGES if other != language)
    return re.sub(rf"^( *# ){language}: ", r"\1", re.sub(rf"^ *# (?:{others}): .*\n", "", yaml, flags=re.M), flags=re.M)


def _put_fonts(source: Path, target: Path, progress: Progress, *, own: bool, copy: bool) -> None:
    """Put the fonts into the new publication.

    ``own``: the folder ``source`` replaces the starter's list. Otherwise the list stays, with the digest of the shipped
    list of now; ``copy``: the shipped fonts are copied as well.
    """
    if own or copy:
        progress.tell("copy-fonts", 0, 0)
        to = target if own else target / BUILTIN
        shutil.copytree(source, to, ignore=shutil.ignore_patterns(*_NOT_FONTS), dirs_exist_ok=True)
    if not own:
        # The same digest for a checkout with Windows line ends (see ``Files.sha256``).
        digest = sha256((source / FONTS_FILE).read_bytes().replace(b"\r\n", b"\n")).hexdigest()
        file = target / FONTS_FILE
        file.write_text(_PIN.sub(digest, file.read_text("utf-8")), encoding="utf-8", newline="\n")


def _refuse(why: Phrase, language: Language) -> int:
    print(text(words.refused(why), language), file=sys.stderr)
    return 2
