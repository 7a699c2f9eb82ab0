"""``bulletin new``: a publication that builds at once, to be changed into one's own."""

import shutil
import sys
from importlib.resources import as_file, files
from pathlib import Path
from shlex import quote

from bulletin_layout.cli.progress import Progress
from bulletin_layout.cli.schema import FOLDER, write_schemas


def new_publication(folder: Path, fonts: Path | None, *, quiet: bool) -> int:
    """Copy the starter and a folder of fonts to ``folder``, which must be empty or new; the exit code."""
    source = _font_folder(fonts)
    if source is None:
        where = f"{fonts} has no fonts.yaml" if fonts else "no folder of fonts was found here"
        return _refuse(f"{where}: name one that has a fonts.yaml with --fonts DIR")
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            return _refuse(f"{folder} is there already and is not empty")
        if folder.resolve().is_relative_to(source.resolve()):
            return _refuse(f"{folder} lies in the folder of fonts that would be copied into it: name another place")
        with Progress(str(folder), sys.stderr, quiet=quiet) as progress:
            progress.tell("copying the starter", 0, 0)
            with as_file(files("bulletin_layout.cli") / "starter") as starter:
                shutil.copytree(starter, folder, dirs_exist_ok=True)
            write_schemas(folder / FOLDER)
            progress.tell("copying fonts", 0, 0)
            shutil.copytree(source, folder / "fonts", ignore=shutil.ignore_patterns("*.py", "__pycache__", ".*"))
    except OSError as problem:
        return _refuse(f"{problem.filename or folder}: {problem.strerror or problem}")
    if not quiet:
        print(f"{folder}: a new publication. Build its first issue: cd {quote(str(folder))} && bulletin build 001")
    return 0


def _font_folder(named: Path | None) -> Path | None:
    """The folder named, else that of the publication we stand in, else that of this program's checkout."""
    checkout = Path(__file__).resolve().parents[3]
    places = (named,) if named else (Path("fonts"), checkout / "fonts")
    return next((place for place in places if (place / "fonts.yaml").is_file()), None)


def _refuse(why: str) -> int:
    print(f"bulletin new: {why}", file=sys.stderr)
    return 2
