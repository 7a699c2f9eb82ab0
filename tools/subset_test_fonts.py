"""Make the fonts of tests/fonts/scripts again: the letters of five scripts that the tests set, cut from Noto.

    python tools/subset_test_fonts.py FOLDER

FOLDER holds the files of Debian's fonts-noto-core (/usr/share/fonts/truetype/noto). Layout rules stay, so that letters
join, stack and take their marks as in the whole fonts.
"""

import sys
from pathlib import Path

from fontTools import subset

_OUT = Path(__file__).resolve().parent.parent / "tests/fonts/scripts"
_ARABIC = "ئابپتجچخدرزژسشغفقكگڭلمنھوۇۆۈۋېىيەحه،؛؟ـ" + "".join(
    map(chr, (*range(0x064B, 0x0653), *range(0x0660, 0x066A)))
)
#: By file: the letters that stay (Mongolian and Tibetan have hundreds of joined forms: a few words are enough).
_LETTERS = {
    "NotoSansArabic-Regular.ttf": _ARABIC,
    "NotoSansHebrew-Regular.ttf": "".join(map(chr, (*range(0x05B0, 0x05BE), 0x05C1, 0x05C2, *range(0x05D0, 0x05EB)))),
    "NotoSerifTibetan-Regular.ttf": "བོད་ཡིག་བཀྲ་ཤིས།ལྷས",
    "NotoSansMongolian-Regular.ttf": "ᠮᠣᠩᠭᠤᠯ\u180b",
    "NotoSansYi-Regular.ttf": "ꆈꌠꁱꂷꋊ",
}


def main() -> None:
    """Cut the files."""
    folder = Path(sys.argv[1])
    _OUT.mkdir(exist_ok=True)
    for name, letters in _LETTERS.items():
        options = subset.Options(layout_features=["*"], hinting=False, recalc_timestamp=False, notdef_outline=True)
        font = subset.load_font(str(folder / name), options)
        cutter = subset.Subsetter(options)
        cutter.populate(text=letters)
        cutter.subset(font)
        subset.save_font(font, str(_OUT / name), options)


if __name__ == "__main__":
    main()
