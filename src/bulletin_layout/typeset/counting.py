"""A number and what belongs to it (数与量): no line stretches between them, and a word space there is ¼ em.

``460亩``, ``3 小时``, ``50余人``, ``第3期``, ``12日``, ``25 kg``, ``37℃`` are read as one word each (CLREQ 6.2.2.4,
JIS X 4051); between ``11月`` and ``12日`` a line may stretch.
"""

from typing import Final

from bulletin_layout.typeset.classes import AFTER_NUMBER, BEFORE_NUMBER

#: The first Han after a number where it counts or measures: of ``小时`` 小, of ``平方米`` 平. The lists are generous: a
#: character too many costs one place where a line may stretch, and ``2026年度`` or ``12小学`` look no worse for it.
_TIME: Final = "年月日号时点分秒周天岁代季旬世小星学"
_MEASURE: Final = "米公厘毫微纳千平立里尺寸丈吨斤克两升亩顷度瓦伏安赫帕焦卡兆"
_MONEY: Final = "元角块万亿百十"
_COUNT: Final = (
    "个人名位口户家件项条份篇册本种类台套辆艘架只头匹株棵粒颗根朵片张页卷期届版章节款座栋间所处支枝把组队"
    "场轮批步级层道次遍倍成折字行栏段句首幅盏盆袋箱盒瓶桶杯盘碗串对双副枚面门堂课趟回例起宗笔票席员村县市省国"
)
#: Between a number and its measure: ``50余人``, ``300多公斤``, ``2来岁``.
_ABOUT: Final = "余多几来"
_UNITS: Final = frozenset(_TIME + _MEASURE + _MONEY + _COUNT + _ABOUT)


def belongs(left: str, right: str) -> bool:
    """Whether two characters side by side are of one number and its measure."""
    if left.isdigit():
        return right in _UNITS or right in AFTER_NUMBER
    return right.isdigit() and (left == "第" or left in BEFORE_NUMBER)
