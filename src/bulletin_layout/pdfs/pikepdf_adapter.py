"""The adapter for pikepdf: adds to a file that ReportLab drew what it cannot write itself, and reads PDF files.

ReportLab writes pages. What a standard requires of the file around them (output intent, metadata, structure,
attachments, clean stream syntax) is added here in one pass, because ReportLab has no public interface for it.
"""

import re
import signal
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import field
from decimal import Decimal
from io import BytesIO
from typing import Any, Final, assert_never

import pikepdf
from pikepdf import settings

from bulletin_layout.findings.catalogue import archives as said
from bulletin_layout.findings.phrases import Phrase, SaidError, as_written
from bulletin_layout.pdfs.appending import Known, appended
from bulletin_layout.pdfs.values import Name, PageRef, Pointer, Ref, Stream, Value, number
from bulletin_layout.values import NamedTuple, dataclass

#: How qpdf names a file that is in memory: with an address that differs each time, so it must not get into a message.
_IN_MEMORY: Final = re.compile(r"^(stream )?<\S+ object at \w+>[^:]*: ")
#: What qpdf's messages for damaged files mean, by words in them; the first that matches counts.
_IN_CHINESE: Final = (
    ("can't find startxref", "文件末尾没有 startxref，可能没有下载完"),
    ("xref", "交叉引用表损坏"),
    ("cross-reference stream", "交叉引用表损坏"),
    ("trailer", "文件尾损坏"),
    ("/root", "找不到文档目录"),
    ("page tree", "页面目录损坏"),
    ("pages tree", "页面目录损坏"),
    ("unfilterable stream", "数据流解不开"),
    ("stream", "数据流损坏"),
)
#: What qpdf itself may unpack at once, in bytes: lists of objects and places, and pages when their operators are asked
#: for. Those of our own files have less than one million.
_MOST_UNPACKED: Final = 32_000_000
_MOST_MEMBERS: Final = 500_000

settings.set_qpdf_limits(
    flate_max_memory=_MOST_UNPACKED,
    run_length_max_memory=_MOST_UNPACKED,
    png_max_memory=_MOST_UNPACKED,
    tiff_max_memory=_MOST_UNPACKED,
    parser_max_container_size=_MOST_MEMBERS,
    max_stream_filters=4,
)


#: How a stream ends whose last byte is taken for a part of the line's end.
_AMBIGUOUS: Final = b"\r\nendstream"
#: Entries of the catalogue that may be objects of their own as well as not.
_DIRECT: Final = ("/ViewerPreferences", "/PageLabels", "/MarkInfo", "/OutputIntents")


class PdfError(SaidError):
    """A file that cannot be read as a PDF; its message is for the user."""


class TooMuchError(PdfError):
    """A file that takes more memory or work than any of ours: what it holds is not looked at."""


@dataclass(frozen=True, slots=True)
class Finishing:
    """What is added to a file.

    ``catalog``, ``info``, ``pages``: entries for the catalogue, the information dictionary and each page (in page
    order; may be shorter). A mapping is merged into a dictionary that exists; anything else replaces. ``objects``: new
    objects, which a ``Pointer`` refers to by key. ``version``: exact PDF version of the file. ``object_streams``: False
    for PDF 1.4 syntax (PDF/X-1a).
    """

    catalog: Mapping[str, Value] = field(default_factory=dict)
    info: Mapping[str, Value] = field(default_factory=dict)
    pages: Sequence[Mapping[str, Value]] = ()
    objects: Mapping[str, Value] = field(default_factory=dict)
    version: str = "1.7"
    object_streams: bool = True


def qpdf_version() -> str:
    """The version of the qpdf library, which decides the bytes of a file."""
    return str(pikepdf.__libqpdf_version__)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Keep signals that end a run until qpdf has done its work: an exception raised in a call back from qpdf, where no
    exception may pass, would abort the process."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT, signal.SIGTERM, signal.SIGHUP))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def finish(data: bytes, finishing: Finishing) -> bytes:
    """The file ``data`` with everything added. The same input gives the same bytes, including the file identifier."""
    numbers: Mapping[str, int] = {}
    if finishing.objects:
        data, numbers = appended(data, _known(data), finishing.objects)
    with _undisturbed(), pikepdf.open(BytesIO(data)) as pdf:
        writing = _Writing(pdf, numbers)
        _add(pdf.Root, finishing.catalog, writing)
        if finishing.info:
            _add(pdf.docinfo, finishing.info, writing)
        for page, entries in zip(pdf.pages, finishing.pages, strict=False):
            _add(page.obj, entries, writing)
        _drop_empty(pdf)
        _count_outlines(pdf.Root.get("/Outlines"))
        _end_streams(pdf)
        return _saved(pdf, finishing)


def _known(data: bytes) -> Known:
    with _undisturbed(), pikepdf.open(BytesIO(data)) as pdf:
        there = {key: value for key in ("/Root", "/Info", "/ID") if (value := pdf.trailer.get(key)) is not None}
        trailer = " ".join(f"{key} {value.unparse().decode('latin-1')}" for key, value in there.items())
        return Known(int(pdf.trailer.Size), [page.obj.objgen[0] for page in pdf.pages], trailer)


def _saved(pdf: pikepdf.Pdf, finishing: Finishing) -> bytes:
    """The file's bytes. Streams of objects that qpdf packs must not end in a carriage return either (``_end_streams``):
    where one does, objects are counted otherwise, and what is packed is other bytes."""
    mode = pikepdf.ObjectStreamMode.generate if finishing.object_streams else pikepdf.ObjectStreamMode.disable
    tried: list[bytes] = []
    for key in ("", *_DIRECT):
        if key and (key not in pdf.Root or pdf.Root[key].is_indirect):
            continue
        if key:
            pdf.Root[key] = pdf.make_indirect(pdf.Root[key])
        written = BytesIO()
        pdf.save(
            written,
            deterministic_id=True,
            object_stream_mode=mode,
            force_version=finishing.version,
            fix_metadata_version=False,  # pikepdf would rewrite our XMP packet
        )
        tried.append(written.getvalue())
        if _AMBIGUOUS not in tried[-1]:
            return tried[-1]
    return tried[0]


def _end_streams(pdf: pikepdf.Pdf) -> None:
    """Let no packed stream end in a carriage return: with the line feed before ``endstream`` it would be taken for the
    end of a line, and the stream for a byte shorter than it says. Its last byte follows from what is in it, so a line
    feed is put after it, where unpacking has ended."""
    flate = pikepdf.Name.FlateDecode, pikepdf.Array([pikepdf.Name.FlateDecode])  # the latter as ReportLab writes it
    for each in pdf.objects:
        if isinstance(each, pikepdf.Stream) and each.get("/Filter") in flate:
            raw = each.read_raw_bytes()
            if raw.endswith(b"\r"):
                parameters: Any = each.get("/DecodeParms")
                each.write(raw + b"\n", filter=pikepdf.Name.FlateDecode, decode_parms=parameters)


class SheetPlace(NamedTuple):
    """A page (from 0) on a sheet: the part within ``box`` is shown, moved by (x, y).

    ``box``: x1, y1, x2, y2 in the page's coordinates; points, origin bottom left, y up, as in PDF.
    """

    page: int
    x: float
    y: float
    box: tuple[float, float, float, float]


def impose(sheets: bytes, pages: bytes, places: Sequence[Sequence[SheetPlace]]) -> bytes:
    """The file ``sheets`` with pages of the file ``pages`` drawn below each sheet's own content (拼大版).

    The pages are copied as form XObjects, so colours and fonts do not change. ``places``: the pages on each sheet.
    """
    with _undisturbed(), pikepdf.open(BytesIO(sheets)) as target, pikepdf.open(BytesIO(pages)) as source:
        for sheet, placed in zip(target.pages, places, strict=True):
            operators = []
            for place in placed:
                form = target.copy_foreign(source.pages[place.page].as_form_xobject())
                form["/BBox"] = pikepdf.Array([_rounded(edge) for edge in place.box])
                name = pikepdf.Name(f"/Page{place.page + 1}")  # pikepdf would choose a random name
                sheet.add_resource(form, pikepdf.Name.XObject, name)
                operators.append(f"q 1 0 0 1 {_rounded(place.x)} {_rounded(place.y)} cm {name} Do Q\n")
            sheet.contents_add("".join(operators).encode(), prepend=True)
        written = BytesIO()
        target.save(written, deterministic_id=True)
    return written.getvalue()


def _rounded(value: float) -> Decimal:
    return Decimal(number(value))


def _drop_empty(pdf: pikepdf.Pdf) -> None:
    """Remove what ReportLab writes and leaves empty: it says nothing, and some checkers stumble over it."""
    for key in [key for key, value in pdf.docinfo.items() if value == ""]:
        del pdf.docinfo[key]
    for page in pdf.pages:
        if "/Trans" in page.obj and not page.obj["/Trans"].keys():
            del page.obj["/Trans"]


def _count_outlines(entry: Any) -> int:
    """Write how many bookmarks are shown below each that has some (ISO 32000-1, 12.3.3), and return it; all are shown.
    ReportLab counts some twice."""
    if entry is None:
        return 0
    count, below = 0, entry.get("/First")
    while below is not None:
        count += 1 + _count_outlines(below)
        below = below.get("/Next")
    if count:
        entry["/Count"] = count
    return count


def _add(target: Any, entries: Mapping[str, Value], writing: "_Writing") -> None:
    for key, value in entries.items():
        there = target.get(f"/{key}")
        if isinstance(value, Mapping) and isinstance(there, pikepdf.Dictionary):
            _add(there, value, writing)
        else:
            target[f"/{key}"] = writing.object(value)


class _Writing:
    """Converts values to pikepdf's objects; a target that several ``Ref`` share becomes one object. ``numbers``: those
    of the objects that a ``Pointer`` refers to by key."""

    def __init__(self, pdf: pikepdf.Pdf, numbers: Mapping[str, int]) -> None:
        self._pdf = pdf
        self._numbers = numbers
        self._shared: dict[int, Any] = {}

    def object(self, value: Value) -> Any:  # noqa: PLR0911  # one return a kind
        match value:
            case Name():
                return pikepdf.Name(f"/{value}")
            case Pointer(key):
                return self._pdf.get_object(self._numbers[key], 0)
            case PageRef(page):
                return self._pdf.pages[page].obj
            case Ref(target):
                if id(target) not in self._shared:
                    self._shared[id(target)] = self._pdf.make_indirect(self.object(target))
                return self._shared[id(target)]
            case Stream(entries, data):
                stream = pikepdf.Stream(self._pdf, data)
                _add(stream, entries, self)
                return stream
            case Mapping():
                return pikepdf.Dictionary({f"/{key}": self.object(entry) for key, entry in value.items()})
            case str():
                return pikepdf.Object.parse(value.encode())
            case bytes():
                return pikepdf.String(value)
            case int() | float():
                return value
            case Sequence():
                return pikepdf.Array([self.object(entry) for entry in value])
            case _:
                assert_never(value)


class Found(Mapping[str, Any]):
    """A dictionary or stream of an opened file, with keys without slashes.

    Values are ``Name``, str (text string), bytes (other string), int, float, bool, tuple, ``Found`` or None. They are
    converted at each access. PdfError: the object is damaged.
    """

    __slots__ = ("_object",)

    def __init__(self, source: Any) -> None:
        self._object = source

    def __getitem__(self, key: str) -> Any:
        try:
            return _found(self._object[f"/{key}"])
        except pikepdf.PdfError as problem:
            raise PdfError(said.damaged(_reason(problem))) from None

    def __contains__(self, key: object) -> bool:
        return f"/{key}" in self._object

    def __iter__(self) -> Iterator[str]:
        return (key.removeprefix("/") for key in self._object.keys())  # noqa: SIM118  # pikepdf iterates otherwise

    def __len__(self) -> int:
        return len(self._object.keys())

    @property
    def number(self) -> int:
        """The object's number in its file, by which an object that several others refer to is recognised; 0 for a
        direct object."""
        return int(self._object.objgen[0])

    @property
    def syntax(self) -> bytes:
        """The dictionary as PDF syntax: what is equal in one file is the same, and refers to the same objects."""
        return self._object.unparse(resolved=True)  # type: ignore[no-any-return]

    @property
    def is_stream(self) -> bool:
        """Whether it is a stream, and so has ``data``."""
        return isinstance(self._object, pikepdf.Stream)

    @property
    def data(self) -> bytes:
        """The bytes of a stream, decoded as far as qpdf knows the filters. PdfError: they are damaged."""
        try:
            return self._object.read_bytes()  # type: ignore[no-any-return]
        except pikepdf.PdfError as problem:
            raise PdfError(said.damaged_stream(_reason(problem))) from None

    @property
    def raw(self) -> bytes:
        """The bytes of a stream as they are in the file. PdfError: some are missing."""
        try:
            return self._object.read_raw_bytes()  # type: ignore[no-any-return]
        except pikepdf.PdfError as problem:
            raise PdfError(said.damaged_stream(_reason(problem))) from None


class OpenedPdf:
    """A PDF file opened for reading. Use it in a ``with`` statement."""

    __slots__ = ("_pdf", "catalog", "info", "locked", "version")

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        #: whether it is encrypted; an empty password has opened it
        self.locked = pdf.is_encrypted
        self.version = pdf.pdf_version
        self.catalog = Found(pdf.Root)
        self.info = Found(pdf.trailer.get("/Info", pikepdf.Dictionary()))

    @property
    def pages(self) -> tuple[Found, ...]:
        """Every page. Of a file from elsewhere, ``page_tree.pages_of`` gives them one by one."""
        return tuple(Found(page.obj) for page in self._pdf.pages)

    def __enter__(self) -> "OpenedPdf":
        return self

    def __exit__(self, *_: object) -> None:
        self._pdf.close()

    def objects(self) -> Iterator[Found]:
        """All indirect objects that are dictionaries or streams, in the order of the file."""
        for each in self._pdf.objects:
            if isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
                yield Found(each)


def open_pdf(data: bytes) -> OpenedPdf:
    """Open a PDF. PdfError: it is not a PDF, it is damaged or cut short, or it needs a password."""
    try:
        # No recovery: qpdf would silently repair a damaged file, and we would vouch for something the press cannot
        # read.
        return OpenedPdf(pikepdf.open(BytesIO(data), attempt_recovery=False))
    except pikepdf.PasswordError:
        raise PdfError(said.locked()) from None
    except pikepdf.PdfError as problem:
        raise PdfError(said.no_pdf(_reason(problem))) from None


def _reason(problem: Exception) -> Phrase:
    """qpdf's message without the name of the file, in Chinese where its cause is known."""
    words = _IN_MEMORY.sub("", str(problem))
    chinese = next((meaning for sign, meaning in _IN_CHINESE if sign in words.lower()), None)
    return Phrase(chinese, "{words}", (("words", words),)) if chinese is not None else as_written(words)


def _found(value: Any) -> Any:
    """A pikepdf object as a plain value."""
    if not isinstance(value, pikepdf.Object):
        return float(value) if isinstance(value, Decimal) else value
    match value:  # in the order of frequency: each isinstance check of pikepdf is slow
        case pikepdf.String():
            return str(value)
        case pikepdf.Array():
            return tuple([_found(each) for each in value])
        case pikepdf.Name():
            return Name(str(value).removeprefix("/"))
        case pikepdf.Dictionary() | pikepdf.Stream():
            return Found(value)
        case _:
            return value
