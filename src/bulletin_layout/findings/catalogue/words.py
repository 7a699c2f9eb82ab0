"""Words in manuscripts (用词): mistaken, doubled, left out."""

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.entries import SHOULD_BE_EN, SHOULD_BE_ZH, entry, wording

#: What the documents call this area.
TITLE = ("用词", "Words")


@entry(
    "warning",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=(
        "易混的词，或常见的错别字。",
        "A word is taken for another, or has a wrong character that is often seen.",
    ),
    mend=("照说的改；本来就是这个意思的，留着。", "Write what it says; where the other word is meant, leave it."),
    example="做为纽带",
)
def confusable(place: Location, *, wrong: str, right: str) -> Finding: ...


@wording(confusable, severity="hint", zh="“{wrong}”宜为“{right}”", en='"{wrong}" is better "{right}"')
def confusable_perhaps(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "warning",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=(
        "异形词：《第一批异形词整理表》等推荐另一种写法。",
        "A word has two forms, and the standard recommends the other.",
    ),
    mend=("全刊用推荐的写法。", "Write the recommended form in all issues."),
    example="成份",
)
def variant(place: Location, *, wrong: str, right: str) -> Finding: ...


@wording(variant, severity="hint", zh="“{wrong}”宜为“{right}”", en='"{wrong}" is better "{right}"')
def variant_perhaps(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "warning",
    zh="“{wrong}”语义重复，可写“{right}”",
    en="{wrong} says the same twice; write {right}",
    meaning=("一个意思说了两遍。", "Something is said twice."),
    mend=("删去多余的。", "Remove what is too much."),
    example="凯旋归来",
)
def pleonasm(place: Location, *, wrong: str, right: str) -> Finding: ...


@wording(
    pleonasm,
    severity="hint",
    zh="“{wrong}”语义重复，宜写“{right}”",
    en="{wrong} says the same twice; better write {right}",
)
def pleonasm_perhaps(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "warning",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=("一个字写了两遍。", "A character stands twice."),
    mend=("删去一个。", "Remove one."),
    example="选种的的关键",
)
def dup_char(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "warning",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=("一个词写了两遍。", "A word stands twice."),
    mend=("删去一个；动词重叠的，留着。", "Remove one; where a verb is doubled on purpose, leave it."),
    example="认真认真总结",
)
def dup_word(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "hint",
    zh="这句话在 {other} 已有：{wrong}……",
    en="this sentence stands at {other} too: {wrong}…",
    meaning=("一句话在一期里出现两次。", "A sentence stands twice in an issue."),
    mend=("是重复的，删去一处。", "Where it is a slip, remove one."),
    example="两篇稿件末句相同",
)
def dup_sentence(place: Location, *, other: str, wrong: str) -> Finding: ...


@entry(
    "warning",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=("可能漏了一个字。", "A character seems to be missing."),
    mend=("补上。", "Add it."),
    example="通推动良种走向市场",
)
def drop_char(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "warning",
    zh="否定不当：{wrong}",
    en="a negation too many or too few: {wrong}",
    meaning=(
        "“无时无刻”后要有“不”；“切忌、防止”后不再用否定。",
        "A negation must follow 无时无刻, and none may follow 切忌 or 防止.",
    ),
    mend=("改成想说的意思。", "Write what is meant."),
    example="切忌不要",
)
def neg_double(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "warning",
    zh="同一个西文名称有两种写法：{wrong}，{other}",
    en="a name is written in two ways: {wrong}, {other}",
    meaning=("西文名称大小写、连字符不统一。", "A name in Latin letters differs in case or hyphens."),
    mend=("统一写法。", "Write it in one way."),
    example="StarSeq、Starseq",
)
def latin_variant(place: Location, *, wrong: str, other: str) -> Finding: ...


@entry(
    "hint",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=("副词后面、动词前面用“地”。", "The particle between an adverb and a verb is 地."),
    mend=("照说的改；后面是名词的，留着。", "Write 地; where a noun follows, leave it."),
    example="认真的学习",
)
def de_di_de(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "hint",
    zh="图片没有图说",
    en="the photo has no caption",
    meaning=("稿件的图片没有 caption。", "A photo of a story has no caption."),
    mend=("写上图说；只作装饰的，把这个问题关掉。", "Write one; where photos are decoration, turn this finding off."),
    example="photos: {main: {file: photos/a.jpg}}",
)
def caption_missing(place: Location) -> Finding: ...


@entry(
    "hint",
    zh="这里没有 {code_left}“{words}”，“校：留”可以删去",
    en='there is no {code_left} "{words}" here: the remark that leaves it can go',
    meaning=(
        "“校：留”说的那种差错，稿件里没有了，或者文字对不上。",
        "A remark leaves a finding as it is, and the story has none of that code with these words.",
    ),
    mend=(
        "删去这条批注；或者照差错的文字改写：<!-- 校：留 代码 文字 -->，全篇都留的加“全文”。",
        "Remove the remark, or write the words of the finding: <!-- 校：留 code words -->, with 全文 behind them for "
        "all such places.",
    ),
    example="<!-- 校：留 confusable 做为 -->",
)
def left_unneeded(place: Location, *, code_left: str, words: str) -> Finding: ...
