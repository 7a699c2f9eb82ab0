"""Characters that sound or look alike (同音、形近): the mistakes made in names."""

from functools import cache
from pathlib import Path
from typing import Final

_READINGS: Final = Path(__file__).with_name("readings.txt")
#: Groups of characters that are taken for each other by their look.
_LOOKS: Final = (
    "己已巳 戊戌戍 末未 土士 千干 日曰 天夭 今令 大太 王玉 田由甲申 亨享 佳住 侯候 冶治 哲晢 坚竖 婷停 帅师 延廷 弘宏 "
    "志忐 斌武 昊昱旻 昕听 晖辉 栋拣 梁粱 森淼 沐沫 泠冷 淇琪 灿仙 炎灸 烨桦 焱森 琳淋 祎袆 茜西 菁青 萍苹 蔚尉 薇微 "
    "轩杆 辛幸 郁都 铭名 锋峰 雯雷 霏菲 颖颍 鹏朋 若苦 川州 陆陈 映咏 禾木 霖霜 苏办 宁字 莹萤 珂坷 瑞端 薛薜 芮苪 "
    "祥详 楠南 琦绮 凯剀 嘉喜 睛晴 清请 倩情 钰珏 煜熠 晟盛 祺棋 翊翌 妤好 汶文 坤绅 埔浦 刚钢 杨扬 泽择 浩洁 菡函 "
    "茵因 彬杉"
)


def is_alike(one: str, other: str) -> bool:
    """Whether a character may be written for another: they share a reading, or look alike."""
    return one == other or other in _alike().get(one, "")


def sounds_alike(one: str, other: str) -> bool:
    """Whether two characters share a reading, whatever its tone."""
    return one == other or not _readings(one).isdisjoint(_readings(other))


@cache
def _readings(char: str) -> frozenset[str]:
    return frozenset(reading for reading, chars in _by_reading().items() if char in chars)


@cache
def _by_reading() -> dict[str, str]:
    lines = _READINGS.read_text(encoding="utf-8").splitlines()
    return dict(line.split(" ") for line in lines if not line.startswith("#"))


@cache
def _alike() -> dict[str, str]:
    """For each character, those of its readings and of its groups."""
    found: dict[str, str] = {}
    for chars in (*_by_reading().values(), *_LOOKS.split()):
        for char in chars:
            found[char] = found.get(char, "") + chars
    return found
