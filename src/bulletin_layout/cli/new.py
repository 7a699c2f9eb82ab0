"""``bulletin new``: a publication that builds at once, to be changed into one's own."""

import re
import shutil
import sys
from importlib.resources import as_file, files
from pathlib import Path
from shlex import quote

from bulletin_layout.cli import words
from bulletin_layout.cli.progress import Progress
from bulletin_layout.cli.schema import FOLDER, write_schemas
from bulletin_layout.findings.phrases import Phrase, text
from bulletin_layout.languages import LANGUAGES, Language


def new_publication(folder: Path, fonts: Path | None, language: Language, *, quiet: bool) -> int:
    """Copy the starter and a folder of fonts to ``folder``, which must be empty or new; the exit code."""
    source = _font_folder(fonts)
    if source is None:
        return _refuse(words.no_fonts_there(str(fonts)) if fonts else words.no_fonts_here(), language)
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            return _refuse(words.not_empty(str(folder)), language)
        if folder.resolve().is_relative_to(source.resolve()):
            return _refuse(words.within_fonts(str(folder)), language)
        with Progress(str(folder), sys.stderr, language, quiet=quiet) as progress:
            progress.tell("starter", 0, 0)
            with as_file(files("bulletin_layout.cli") / "starter") as starter:
                shutil.copytree(starter, folder, dirs_exist_ok=True)
            for file in folder.rglob("*.yaml"):
                file.write_text(_commented(file.read_text("utf-8"), language), encoding="utf-8", newline="\n")
            write_schemas(folder / FOLDER, language)
            progress.tell("copy-fonts", 0, 0)
            shutil.copytree(source, folder / "fonts", ignore=shutil.ignore_patterns("*.py", "__pycache__", ".*"))
    except OSError as problem:
        reason = problem.strerror or str(problem)
        return _refuse(words.failed(str(problem.filename or folder), reason), language)
    if not quiet:
        print(text(words.started(str(folder), quote(str(folder))), language))
    return 0


def _commented(yaml: str, language: Language) -> str:
    """A file of the starter, whose comments stand in it in each language, with those of one language."""
    others = "|".join(other for other in LANGUAGES if other != language)
    return re.sub(rf"^( *# ){language}: ", r"\1", re.sub(rf"^ *# (?:{others}): .*\n", "", yaml, flags=re.M), flags=re.M)


def _font_folder(named: Path | None) -> Path | None:
    """The folder named, else that of the publication we stand in, else that of this program's checkout."""
    checkout = Path(__file__).resolve().parents[3]
    places = (named,) if named else (Path("fonts"), checkout / "fonts")
    return next((place for place in places if (place / "fonts.yaml").is_file()), None)


def _refuse(why: Phrase, language: Language) -> int:
    print(text(words.refused(why), language), file=sys.stderr)
    return 2
