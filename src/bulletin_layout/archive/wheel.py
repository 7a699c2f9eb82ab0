"""A wheel (安装包) written from files at hand (PyPA binary distribution format): the same files, the same bytes.

Its members are not packed: the stream of the PDF that carries it is, as one, and no version of zlib shows in it.
"""

from base64 import urlsafe_b64encode
from collections.abc import Mapping, Sequence
from hashlib import sha256
from io import BytesIO
from typing import Final
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from bulletin_layout.values import dataclass

#: The first date that a ZIP file can state.
_DATE: Final = (1980, 1, 1, 0, 0, 0)
_READABLE: Final = 0o100644 << 16
_UNIX: Final = 3
_ABOUT_WHEEL: Final = b"Wheel-Version: 1.0\nGenerator: bulletin-layout\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


@dataclass(frozen=True, slots=True)
class Distribution:
    """What pip needs to know: ``package``, the one that its files make; ``requires``, as pip reads it; ``command``, the
    program's name and ``module:function``; ``licences``, the texts by their names."""

    name: str
    version: str
    licence: str
    python: str
    requires: Sequence[str]
    command: tuple[str, str]
    licences: Mapping[str, bytes]

    @property
    def file_name(self) -> str:
        """The wheel's, which says that it runs on every system."""
        return f"{self._stem}-py3-none-any.whl"

    @property
    def _stem(self) -> str:
        return f"{self.name.replace('-', '_')}-{self.version}"

    def wheel(self, files: Mapping[str, bytes]) -> bytes:
        """The wheel of ``files``, by their names below site-packages."""
        about = f"{self._stem}.dist-info"
        members = {
            **dict(sorted(files.items())),
            f"{about}/METADATA": self._metadata(),
            f"{about}/WHEEL": _ABOUT_WHEEL,
            f"{about}/entry_points.txt": "[console_scripts]\n{} = {}\n".format(*self.command).encode(),
            **{f"{about}/licenses/{name}": text for name, text in sorted(self.licences.items())},
        }
        lines = [f"{name},{_digest(data)},{len(data)}\n" for name, data in members.items()]
        members[f"{about}/RECORD"] = f"{''.join(lines)}{about}/RECORD,,\n".encode()
        return _zipped(members)

    def _metadata(self) -> bytes:
        entries = [
            ("Metadata-Version", "2.4"),
            ("Name", self.name),
            ("Version", self.version),
            ("License-Expression", self.licence),
            *(("License-File", name) for name in sorted(self.licences)),
            ("Requires-Python", self.python),
            *(("Requires-Dist", each) for each in self.requires),
        ]
        return "".join(f"{name}: {value}\n" for name, value in entries).encode()


def _digest(data: bytes) -> str:
    return "sha256=" + urlsafe_b64encode(sha256(data).digest()).rstrip(b"=").decode()


def _zipped(members: Mapping[str, bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_STORED) as file:
        for name, data in members.items():
            member = ZipInfo(name, _DATE)
            member.create_system, member.external_attr = _UNIX, _READABLE
            file.writestr(member, data)
    return out.getvalue()
