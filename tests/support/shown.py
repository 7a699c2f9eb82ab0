"""Drawn pages shown in a real browser (Debian's chromium, driven by Playwright), and what it says about them."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from typing import Any, NamedTuple

from PIL import Image, ImageChops, ImageStat

from bulletin_layout.pictures import Pixels
from bulletin_layout.render.svg_memory import Drawing, SvgMemory
from tests.support.chromium import chromium

#: The address is answered by the test itself.
_HOST = "http://page.invalid/"
#: CSS pixels of a point at 100 %.
PIXEL = 96 / 72
#: Dots that are taken together before pictures are compared.
_REDUCED = 16
_SHELL = """<!doctype html><style>
body { margin: 0 }
svg { display: block; text-rendering: geometricPrecision; font-kerning: none; font-synthesis: none; white-space: pre }
</style><body></body>"""
_SHOW = """async ([svg, faces]) => {
  const chunks = faces.map(([family, digest]) => new FontFace(family, `url(faces/${digest})`).load());
  for (const face of await Promise.all(chunks)) document.fonts.add(face);
  document.body.innerHTML = svg;
  await Promise.all([...document.querySelectorAll("image")].map((image) => image.decode()));
  await document.fonts.ready;
}"""
_CHARACTERS = """() => [...document.querySelectorAll("[data-m]")].map((element) => {
  const text = element.closest("text");
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(element, 0);
  let at = element === text ? 0 : before.toString().length;
  const found = [];
  const turn = element.transform?.baseVal.consolidate()?.matrix ?? text.ownerSVGElement.createSVGMatrix();
  for (const character of element.textContent) {
    const place = text.getStartPositionOfChar(at).matrixTransform(turn);
    found.push([place.x, place.y, text.getSubStringLength(at, character.length)]);
    at += character.length;
  }
  return [element.closest("[data-k]").dataset.k, Number(element.dataset.m), found];
})"""


class Seen(NamedTuple):
    """A glyph as the browser has it: its origin, and its advance before turning and stretching; points."""

    x: float
    y: float
    advance: float


class Browser:
    """A browser with one empty tab. ``said``: what it wrote to its console."""

    def __init__(self, tab: Any) -> None:
        self.tab = tab
        self.said: list[str] = []
        tab.on("console", lambda message: self.said.append(message.text))
        tab.on("pageerror", lambda problem: self.said.append(str(problem)))

    def show(self, drawing: Drawing, memory: SvgMemory) -> None:
        """Show a page, without its bleed, at 100 % in a window of its size."""
        files: dict[str, tuple[str, bytes]] = {"": ("text/html", _SHELL.encode())}
        files |= {f"faces/{chunk.digest}": ("font/sfnt", chunk.data) for chunk in memory.faces()}
        width, height = drawing.width, drawing.height
        self.tab.set_viewport_size({"width": round(width * PIXEL), "height": round(height * PIXEL)})
        self.tab.unroute_all()
        self.tab.route("**/*", lambda route: _answer(route, files, memory))
        self.tab.goto(_HOST)
        inner = "".join(fragment.svg for fragment in drawing.fragments)
        size = f'width="{width * PIXEL}" height="{height * PIXEL}" viewBox="0 0 {width} {height}"'
        faces = [[chunk.family, chunk.digest] for chunk in memory.faces()]
        self.tab.evaluate(_SHOW, [f"<svg {size}>{inner}</svg>", faces])

    def glyphs(self) -> Mapping[tuple[str, int], list[Seen]]:
        """(Key of the fragment, number of the mark in it) → the mark's glyphs."""
        return {(key, mark): [Seen(*each) for each in found] for key, mark, found in self.tab.evaluate(_CHARACTERS)}

    def picture(self) -> bytes:
        """What the tab shows, as a PNG file."""
        shot: bytes = self.tab.screenshot()
        return shot


def _answer(route: Any, files: Mapping[str, tuple[str, bytes]], memory: SvgMemory) -> None:
    name = route.request.url.removeprefix(_HOST)
    file = memory.picture(name.removeprefix("pictures/")) if name.startswith("pictures/") else files.get(name)
    if file is None:
        route.fulfill(status=404)
    else:
        route.fulfill(content_type=file[0], body=file[1])


@contextmanager
def browser(scale: float = 1.0) -> Iterator[Browser]:
    """A running browser; the test is skipped where there is none. ``scale``: dots of a CSS pixel."""
    with chromium() as running:
        yield Browser(running.new_page(device_scale_factor=scale))


def unlike(one: bytes, other: Pixels, side: int = 48) -> tuple[float, float]:
    """How unlike a PNG file and the pixels of the same page are, of 255: in the mean, and in the worst square of
    ``side`` dots. Both are reduced to a sixteenth first, since no two programs smooth the edges of letters alike."""
    shot = Image.open(BytesIO(one)).convert("RGB")
    page = Image.frombytes("RGB", (other.width, other.height), other.data)
    assert abs(shot.width - page.width) <= 2
    assert abs(shot.height - page.height) <= 2
    across, down = shot.width // _REDUCED, shot.height // _REDUCED
    seen = (0, 0, _REDUCED * across, _REDUCED * down)
    pair = [image.crop(seen).resize((across, down), Image.Resampling.BOX) for image in (shot, page)]
    red, green, blue = ImageChops.difference(*pair).split()
    apart = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    tiles = apart.resize((max(1, seen[2] // side), max(1, seen[3] // side)), Image.Resampling.BOX)
    return ImageStat.Stat(apart).mean[0], float(max(tiles.tobytes()))
