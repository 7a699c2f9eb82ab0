"""Finds names of persons (人名) in captions, credits and bylines: names beside 摄, 文, 图 …, foreign names with
dots."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

#: Characters used to transcribe foreign names (音译用字).
SOUNDS: Final = (
    "卜阿埃艾爱安奥巴白拜班邦包保鲍贝本比彼毕别宾波伯博布茨达大戴丹道德登邓迪蒂丁东杜多厄恩尔凡范菲费芬丰冯佛弗夫福甫盖冈高戈格根贡古瓜"
    "哈海汉豪赫黑亨洪侯胡华怀惠霍基吉加贾简杰金津久卡凯坎康考柯科克肯孔库夸奎昆拉莱兰朗劳勒雷蕾黎李里理丽利莉廉良列林琳伶留隆卢鲁露伦"
    "罗洛马玛迈麦曼芒茅梅门蒙米密敏明摩莫默姆穆纳娜奈南内尼妮宁牛纽农努诺欧帕派潘庞佩彭皮珀蒲普齐恰钱乔切钦琴琼丘让热日荣茹儒瑞若撒萨塞"
    "赛桑瑟森沙莎绍舍申圣施石史士舒顺斯司丝松苏索塔泰坦汤唐陶特藤滕提廷图托瓦万旺威韦维魏温文翁沃乌吴武西希锡夏肖谢辛欣兴雄休许雅亚扬杨耶"
    "叶伊依因英尤约扎詹珍芝朱卓佐买江吐逊合木曼孜肉"
)
#: One character of a name: Han, kana, or a letter of a script after Cyrillic. Compiling a set of all Han takes 1 ms.
_PART: Final = r"[^\W\d\x00-\u04ff]"
#: A foreign name with dots. A string, because compiling it is slow and few texts have a dot.
_DOTS: Final = "·•・‧"
#: Further characters of names with dots (阿不都拉·买买提), too frequent elsewhere to tell a name without one.
_BEFORE_DOT: Final = "不都孜汗娃祖如则再姑玉吾外力衣次仁央旦措顿珠苏其"
#: A text is searched with one of these for all of them, which makes the pattern cheap to compile.
_SOUND: Final = SOUNDS[0]
_AS_SOUND: Final = str.maketrans(dict.fromkeys(SOUNDS + _BEFORE_DOT, _SOUND))
_FOREIGN: Final = (
    rf"(?:{_SOUND}{{1,7}}|{_PART}|(?<![A-Za-z.])[A-Za-z.]++)"
    rf"(?:[{_DOTS}](?:{_SOUND}{{2,7}}|{_PART}{{1,4}}(?!{_PART})|{_PART}{{1,3}}|[A-Za-z.]+))+"
)
#: Names in Latin letters: capitalized words and initials, with the small words that link them (van der, de la). A
#: string, like the one above. A set of two ranges compiles fastest, so signs between Z and a count as letters here, and
#: every letter after U+00BF as a capital.
_LETTER: Final = "A-z\u00c0-\u024f"
_CAPITALIZED: Final = rf"[A-Z\u00c0-\u024f](?:\.(?:-?[A-Z]\.)*|[{_LETTER}]*(?:['’-][{_LETTER}]+)*)"
_LINKS: Final = "van|von|der|den|de|del|della|di|da|dos|du|la|le|ten|ter|bin|ibn|al|el|af|av|zu|y|e"
_LATIN: Final = (
    rf"(?<![{_LETTER}])(?<!\d){_CAPITALIZED}(?: ?(?<=[. ])(?:(?:{_LINKS}) ){{0,3}}{_CAPITALIZED})+(?![{_LETTER}])(?!\d)"
)
#: A clause between brackets or stops; a word of a clause; and words that say what somebody contributed.
_CLAUSE: Final = re.compile("[^（()）。；;]+")
_TOKEN: Final = re.compile(rf"{_PART}(?:[ \u3000]{_PART}(?!{_PART}))|{_PART}+")
_DONE: Final = "摄 摄影 供图 图文 文图 文 图 绘 绘图 制图 整理 供稿 撰文 通讯员 记者 本报记者 作者 特约记者"
_DID: Final = frozenset(_DONE.split())
_DID_AFTER_NAME: Final = ("", "摄", "摄影", "供图", "供稿", "绘图")
#: What may be a name where nothing else stands with it between two marks: two to four Han, or a foreign one with dots.
_ALONE: Final = re.compile(rf"{_PART}{{2,4}}|(?:{_PART}|[A-Za-z.])+(?:[{_DOTS}](?:{_PART}|[A-Za-z.])+)+")
_BETWEEN: Final = re.compile(rf"[^\w{_DOTS}.]+")
#: A signature in brackets where a paragraph ends (文末署名): （柳湾村　苏春和）
_SIGNED: Final = rf"[（(]((?:{_PART}|[·•、 \u3000]){{2,24}})[）)]■?$"
#: A longer foreign name may be divided after a dot.
_LONGEST_WHOLE: Final = 8
_LONGEST_SIGNED: Final = 4


def credited(text: str, known: Iterable[str] = ()) -> tuple[tuple[int, int], ...]:
    """(Start, end) of the names in a caption, a credit or a byline.

    These are names in a clause with 摄, 文, 图 and the like, foreign names with dots, names in Latin letters, and all
    occurrences of ``known``.
    """
    found = [name for clause in _CLAUSE.finditer(text) for name in _credited_in(text, *clause.span())]
    found += [*dotted_names(text), *latin_names(text), *occurrences(text, known)]
    return tuple(part for start, end in found for part in _parts(text, start, end))


def names_alone(text: str) -> Iterator[str]:
    """What may be names in a byline or a credit: those in Latin letters, and what stands alone between two marks."""
    yield from (text[start:end] for start, end in latin_names(text))
    yield from (part for part in _BETWEEN.split(text) if _ALONE.fullmatch(part))


def signed(text: str) -> tuple[tuple[int, int], ...]:
    """(Start, end) of the names in a signature in brackets that ends a paragraph, and of the places before them."""
    found = re.search(_SIGNED, text) if text.endswith(("）", ")", "■")) else None
    if found is None:
        return ()
    return tuple(token.span() for token in _TOKEN.finditer(text, *found.span(1)) if len(token[0]) <= _LONGEST_SIGNED)


def mentioned(text: str, known: Iterable[str]) -> tuple[tuple[int, int], ...]:
    """(Start, end) of the names in running text: those that are ``known``, and foreign ones with dots."""
    return (*dotted_names(text), *occurrences(text, known))


def _credited_in(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """(Start, end) of the names in a clause that says what somebody contributed; a name of two characters may contain
    a space (王 明)."""
    tokens = [token for token in _TOKEN.finditer(text, start, end) if token[0] not in _DID]
    said = len(tokens) < sum(1 for _ in _TOKEN.finditer(text, start, end))
    for token in tokens:
        word, at = token[0], token.start()
        is_spaced = word[1:2] in (" ", "\u3000")
        length = len(word) if is_spaced else _name_length(word)
        if length and (said or length < len(word)):
            yield at, at + length


def _name_length(word: str) -> int:
    """How many characters of a word are a name, two to four, alone or before what its bearer did; 0: none."""
    lengths = range(2, min(len(word), 4) + 1)
    return next((length for length in lengths if word[length:] in _DID_AFTER_NAME), 0)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A name, or the parts of a long one between which a line may break."""
    long = range(start + 1, end) if end - start > _LONGEST_WHOLE else ()
    yield from pairwise((start, *(at for at in long if text[at - 1] in _DOTS), end))


def latin_names(text: str) -> list[tuple[int, int]]:
    """Where names in Latin letters stand in a text (Ada Rowe, J. van der Molen), from their starts to their ends."""
    if text == text.lower() or not (" " in text or "." in text):
        return []
    return [found.span() for found in re.finditer(_LATIN, text)]


def dotted_names(text: str) -> list[tuple[int, int]]:
    """(Start, end) of each foreign name with dots in a text (音译名)."""
    if not any(dot in text for dot in _DOTS):
        return []
    return [found.span() for found in re.finditer(_FOREIGN, text.translate(_AS_SOUND))]


def occurrences(text: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """(Start, end) of each occurrence of any of these words in a text."""
    found = []
    for word in words:
        at = text.find(word) if word else -1
        while at >= 0:
            found.append((at, at + len(word)))
            at = text.find(word, at + 1)
    return found
