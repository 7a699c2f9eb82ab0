"""Numbers and their measures (数与量): the gap between them is never stretched, and a word space there is ¼ em.

``460亩``, ``3 小时``, ``50余人``, ``第3期``, ``12日``, ``25 kg``, ``37℃`` are read as one word each (CLREQ 6.2.2.4,
JIS X 4051); the gap between ``11月`` and ``12日`` may be stretched.
"""

from typing import Final

from bulletin_layout.typeset.classes import AFTER_NUMBER, BEFORE_NUMBER

#: The first Han of every measure word or unit: 小 for ``小时``, 平 for ``平方米``. The lists are generous: a false hit
#: (``2026年度``, ``12小学``) only takes one place to stretch from the line.
_TIME: Final = "年月日号时点分秒周天岁代季旬世小星学"
_MEASURE: Final = "米公厘毫微纳千平立里尺寸丈吨斤克两升亩顷度瓦伏安赫帕焦卡兆"
_MONEY: Final = "元角块万亿百十"
_COUNT: Final = (
    "个人名位口户家件项条份篇册本种类台套辆艘架只头匹株棵粒颗根朵片张页卷期届版章节款座栋间所处支枝把组队"
    "场轮批步级层道次遍倍成折字行栏段句首幅盏盆袋箱盒瓶桶杯盘碗串对双副枚面门堂课趟回例起宗笔票席员村县市省国"
)
#: Han that come between a number and its measure: ``50余人``, ``300多公斤``, ``2来岁``.
_ABOUT: Final = "余多几来"
MEASURES: Final = frozenset(_TIME + _MEASURE + _MONEY + _COUNT + _ABOUT)


def belongs(left: str, right: str) -> bool:
    """Whether two neighbouring characters belong to one number with its measure, so that no gap opens between them."""
    if left.isdigit():
        return right in MEASURES or right in AFTER_NUMBER
    return right.isdigit() and (left == "第" or left in BEFORE_NUMBER)
