"""Conversion of old formats by LibreOffice (旧格式转换), where it is installed and was asked for."""

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path
from typing import Final

#: How long a conversion may take, in seconds.
SECONDS: Final = 60
_PROGRAMS: Final = ("soffice", "libreoffice")


class NotConvertedError(RuntimeError):
    """``missing``: there is no LibreOffice; else it failed or took too long."""

    def __init__(self, *, missing: bool) -> None:
        super().__init__("missing" if missing else "failed")
        self.missing = missing


def as_docx(data: bytes, ending: str, seconds: float = SECONDS) -> bytes:
    """A manuscript of an old format as the bytes of a .docx. ``ending``: that of its kind, such as ``.doc``.

    It runs in a temporary folder with a profile of its own, and is ended with all its processes when it takes longer
    than ``seconds``. NotConvertedError: it is not there, failed, or took too long.
    """
    program = next((found for name in _PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        raise NotConvertedError(missing=True)
    with tempfile.TemporaryDirectory(prefix="bulletin-", ignore_cleanup_errors=True) as folder:
        source, made = Path(folder, f"manuscript{ending}"), Path(folder, "out", "manuscript.docx")
        source.write_bytes(data)
        profile = Path(folder, "profile").as_uri()
        command = [program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", "docx"]
        _run([*command, "--outdir", str(made.parent), str(source)], seconds)
        try:
            return made.read_bytes()
        except OSError:
            raise NotConvertedError(missing=False) from None


def _run(command: list[str], seconds: float) -> None:
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        raise NotConvertedError(missing=False) from None
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        raise NotConvertedError(missing=False) from None
    finally:
        if process.poll() is None:
            _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the program and what it started: soffice is a script that starts another one."""
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
