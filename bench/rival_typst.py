"""The same pages through Typst: facts (JSON) → a Typst source, and one compile of it.

    python bench/rival_typst.py SOURCE.typ OUT.pdf [EDITED.typ]

With a third argument the first compile is not timed: the source is replaced by EDITED and compiled again in the
same process, and the seconds that took are printed, on the clock and of the processor.
"""

import json
import shutil
import sys
import time
from pathlib import Path

import typst
from ground import FONTS


def families() -> dict[str, tuple[str, int]]:
    """Typst's name and weight of each font file."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
    return {Path(info.path).name: (info.family, info.weight) for info in fonts.fonts() if info.path}


def source(facts: Path, body_file: str, title_file: str) -> str:
    """A Typst file that sets the facts in the faces of two font files."""
    names = families()
    (body, _), (title, weight) = names[body_file], names[title_file]
    out = [
        f'#set text(font: "{body}", lang: "zh", region: "cn", top-edge: 0.88em, bottom-edge: -0.12em)',
        "#set par(justify: true, first-line-indent: (amount: 2em, all: true))",
    ]
    for page in json.loads(facts.read_text(encoding="utf-8")):
        out.append(f"#page(width: {page['width']}pt, height: {page['height']}pt, margin: 0pt)[")
        for box in page["texts"]:
            lead = box["line"] - box["size"]
            out.append(
                f"#place(top + left, dx: {box['x']}pt, dy: {box['y']}pt, "
                f"block(width: {box['width']}pt, height: {box['height']}pt)["
            )
            if box["title"]:
                out.append(
                    f'#align(center, text(font: "{title}", weight: {weight}, size: {box["title_size"]}pt)'
                    f"[{plain(box['title'])}])"
                )
            out.append(f"#set text(size: {box['size']}pt)\n#set par(leading: {lead}pt, spacing: {lead}pt)")
            out.append(f"#columns({box['columns']}, gutter: {box['gutter']}pt)[")
            out.append("\n\n".join(plain(text) for text in box["paragraphs"]))
            out.append("]])")
        for picture in page["pictures"]:
            out.append(
                f"#place(top + left, dx: {picture['x']}pt, dy: {picture['y']}pt, "
                f'image("{picture["path"]}", width: {picture["width"]}pt, height: {picture["height"]}pt, fit: "cover"))'
            )
        out.append("]")
    return "\n".join(out) + "\n"


def plain(text: str) -> str:
    """Text that Typst takes as text: every mark that means something to it is escaped."""
    return "".join("\\" + char if char in "\\#*_`$<>@=-+/[]~'\"" else char for char in text)


def main(path: Path, out: Path, edited: Path | None) -> None:
    """Compile once, or twice and time the second."""
    compiler = typst.Compiler(path, root="/", font_paths=[FONTS], ignore_system_fonts=True)
    compiler.compile(output=out, format="pdf")
    if edited:
        shutil.copyfile(edited, path)
        start, used = time.perf_counter(), time.process_time()
        compiler.compile(output=out, format="pdf")
        print(time.perf_counter() - start, time.process_time() - used)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]) if len(sys.argv) > 3 else None)
