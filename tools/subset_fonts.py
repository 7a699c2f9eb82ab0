"""Make the files of fonts/ again from the published fonts (see fonts/README.md).

    python tools/subset_fonts.py SERIF_PACKAGE SANS_PACKAGE WENKAI_FOLDER [--out fonts]

SERIF_PACKAGE and SANS_PACKAGE are the unpacked npm packages, WENKAI_FOLDER holds LXGWWenKai-Regular.ttf.
Ends with code 1 if a file differs from its sha256 in fonts/fonts.yaml (another version of a source, or of HarfBuzz).
"""

import argparse
import hashlib
import sys
from importlib.metadata import version
from pathlib import Path

import uharfbuzz as hb
import yaml

_ROOT = Path(__file__).resolve().parent.parent
_TABLE = _ROOT / "src/bulletin_layout/fonts/tongyong-8105.txt"
#: The features that the typesetter or a later one can ask for; the rest (ruby, hist, aalt …) only costs room.
_FEATURES = (
    *("locl", "ccmp", "liga", "kern", "mark", "mkmk"),
    *("vert", "vrt2", "vkrn", "halt", "palt", "vhal", "vpal", "chws", "vchw", "fwid", "hwid", "pwid"),
)
#: Blocks that are kept as far as a font has them, beside Han.
_BLOCKS = (
    *(
        (0x0020, 0x024F),
        (0x02B0, 0x036F),
        (0x0370, 0x045F),
        (0x1E00, 0x1EFF),
    ),  # Latin, pinyin, Greek, Cyrillic
    *((0x2000, 0x206F), (0x2070, 0x20BF), (0x2100, 0x218F), (0x2190, 0x23FF)),  # marks, ¥, ℃, Ⅲ, →, maths
    *((0x2460, 0x24FF), (0x2500, 0x27BF), (0x2E3A, 0x2E3B)),  # ①–⑳, ■□●▲◆★, ⸺⸻
    *((0x3000, 0x312F), (0x3200, 0x33FF), (0xFE00, 0xFE1F), (0xFE30, 0xFE6F), (0xFF00, 0xFFEF)),
)
_CUTS = (
    ("serif", "700Bold/NotoSerifSC_700Bold.ttf", "NotoSerifSC-Bold.ttf"),
    ("serif", "900Black/NotoSerifSC_900Black.ttf", "NotoSerifSC-Black.ttf"),
    ("sans", "400Regular/NotoSansSC_400Regular.ttf", "NotoSansSC-Regular.ttf"),
    ("sans", "700Bold/NotoSansSC_700Bold.ttf", "NotoSansSC-Bold.ttf"),
    ("sans", "900Black/NotoSansSC_900Black.ttf", "NotoSansSC-Black.ttf"),
)
_WHOLE = (
    ("serif", "400Regular/NotoSerifSC_400Regular.ttf", "NotoSerifSC-Regular.ttf"),  # for rare names
    ("wenkai", "LXGWWenKai-Regular.ttf", "LXGWWenKai-Regular.ttf"),  # reserved name
)


def kept_characters() -> set[int]:
    """The code points of the subsets: 通用规范汉字表, GB 2312 and ``_BLOCKS``."""
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    kept = {ord(char) for line in lines if not line.startswith("#") for char in line}
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            kept.update(map(ord, bytes((row, cell)).decode("gb2312", "ignore")))
    for first, last in _BLOCKS:
        kept.update(range(first, last + 1))
    return kept


def cut(source: Path, characters: set[int]) -> bytes:
    """The font with these characters, without hinting, with the features and names that it needs."""
    request = hb.SubsetInput()
    request.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    request.unicode_set.update(characters)
    request.layout_feature_tag_set.clear()
    request.layout_feature_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _FEATURES)
    request.name_id_set.update(range(26))  # copyright and licence stay in the file
    subset = request.subset(hb.Face(hb.Blob.from_file_path(str(source))))
    return bytes(subset.blob.data)


def main() -> int:
    """Write the files, print what came out, compare with fonts.yaml."""
    parser = argparse.ArgumentParser(description="Make the files of fonts/ again.")
    parser.add_argument("serif", type=Path)
    parser.add_argument("sans", type=Path)
    parser.add_argument("wenkai", type=Path)
    parser.add_argument("--out", type=Path, default=_ROOT / "fonts")
    arguments = parser.parse_args()
    families = yaml.safe_load((_ROOT / "fonts/fonts.yaml").read_text(encoding="utf-8"))["families"]
    expected = {w["file"]: w["sha256"] for family in families.values() for w in family["weights"].values()}
    characters = kept_characters()
    print(f"{len(characters)} code points, uharfbuzz {version('uharfbuzz')}, HarfBuzz {hb.version_string()}")
    different = 0
    for folder, source, target in (*_WHOLE, *_CUTS):
        path = getattr(arguments, folder) / source
        data = path.read_bytes() if (folder, source, target) in _WHOLE else cut(path, characters)
        (arguments.out / target).write_bytes(data)
        digest = hashlib.sha256(data).hexdigest()
        same = digest == expected.get(target)
        different += not same
        print(f"{target:26} {len(data):>10,} {digest} {'as entered' if same else 'NOT as in fonts.yaml'}")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
