"""To the place in the user's own editor (打开编辑器): by a link that the editor has registered, or by a command."""

import shlex
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Final
from urllib.parse import quote

#: Editors by name. In a form, {file}, {line} and {column} are filled in; one without :// is a command.
EDITORS: Final[Mapping[str, str]] = {
    "vscode": "vscode://file{file}:{line}:{column}",
    "vscodium": "vscodium://file{file}:{line}:{column}",
    "cursor": "cursor://file{file}:{line}:{column}",
    "zed": "zed://file{file}:{line}:{column}",
    "idea": "idea://open?file={file}&line={line}&column={column}",
    "pycharm": "pycharm://open?file={file}&line={line}&column={column}",
    "textmate": "txmt://open?url=file://{file}&line={line}&column={column}",
    "none": "",
}
DEFAULT_EDITOR: Final = "vscode"


def form_of(editor: str) -> str:
    """The form of an editor: by its name, or as it is given."""
    return EDITORS.get(editor, editor)


def link_to(form: str, path: Path, line: int, column: int) -> str | None:
    """The link to a place; None for a command. ``path``: absolute."""
    if "://" not in form.split(" ", maxsplit=1)[0]:
        return None
    file = quote(path.as_posix(), safe="/:")
    file = file if file.startswith("/") else f"/{file}"  # C:/…
    return _filled(form, file, line, column)


def run_editor(form: str, path: Path, line: int, column: int) -> bool:
    """Run the command of a form for a place, without waiting for its end; False: there is none, or it cannot be run.
    No shell reads it: a file's name is one word, whatever it contains."""
    words = [_filled(word, str(path), line, column) for word in shlex.split(form)]
    if not words:
        return False
    if "{file}" not in form:
        words.append(str(path))
    try:
        subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except OSError:
        return False
    return True


def _filled(form: str, file: str, line: int, column: int) -> str:
    """A form with its fields filled in; other braces stay."""
    for name, value in (("line", line), ("column", column), ("file", file)):
        form = form.replace(f"{{{name}}}", str(value))
    return form
