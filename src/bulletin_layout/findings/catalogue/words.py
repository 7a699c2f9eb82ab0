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


@entry(
    "hint",
    zh="斜线全刊多数用另一种：“{wrong}”，可写“{right}”",
    en="most slashes are of the other width: write {right} for {wrong}",
    meaning=("斜线有全角，也有半角。", "There are slashes of both widths."),
    mend=("统一成一种（GB/T 15834 5.1.9）。", "Use one (GB/T 15834, 5.1.9)."),
    example="部门／单位，省/市",
)
def slash_form(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "warning",
    zh="同 {other} 是一篇稿吗？文字大半相同",
    en="is it the same story as {other}? Much of the text is",
    meaning=("两篇稿件有四成以上的文字相同。", "Two stories have 40% of their text in common."),
    mend=("删去一篇。", "Remove one."),
    example="两篇讲同一件事的稿件",
)
def dup_story(place: Location, *, other: str) -> Finding: ...


@entry(
    "hint",
    zh="“{wrong}”前面像是漏了逗号",
    en="a comma seems to be missing near {wrong}",
    meaning=(
        "四十五字以上没有标点，中间有“并对、并将、同时”。",
        "More than 45 characters have no mark, and a second clause begins among them.",
    ),
    mend=("读一遍，加上逗号。", "Read it, and add the comma."),
    example="……会议精神并对本次……",
)
def drop_mark(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "hint",
    zh="“{wrong}”是行内的简称，读者懂吗",
    en='"{wrong}" is a coined abbreviation: will readers know it?',
    meaning=("生造的简称，出了本行没有人懂。", "An abbreviation that only insiders know."),
    mend=("写全。", "Write it out."),
    example="宣贯",
)
def abbrev_coined(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "warning",
    zh="署名重复：文末又有 {wrong}",
    en="the byline stands again at the end: {wrong}",
    meaning=(
        "题头写了署名，文末括号里又署了一次。",
        "The front matter has a byline, and the text ends with it in brackets.",
    ),
    mend=("删去文末的。", "Remove it from the text."),
    example="……到场。（院团委）",
)
def byline_twice(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "hint",
    zh="图说里“{wrong}”同人名对不上",
    en='"{wrong}" does not fit the names in the caption',
    meaning=(
        "左三、左四的位置比写出的人多；或者又说左起，又说右几。",
        "A place (左三) is beyond the people that are named; or it counts from both sides.",
    ),
    mend=("对照图片核对。", "Check it with the picture."),
    example="程若川（左五）、沈珂",
)
def caption_side(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "hint",
    zh="这张图没有署摄影者，同篇别的图有",
    en="this photo has no credit; others of the story have",
    meaning=("一篇里有的图署了摄影者，这张没有。", "Some photos of a story have a credit, this one has none."),
    mend=("补上 credit。", "Add its credit."),
    example="photos: {main: photos/a.jpg}",
)
def credit_missing(place: Location) -> Finding: ...


@entry(
    "hint",
    zh="图片没有图说，也没有替代文本",
    en="the photo has neither a caption nor an alternative text",
    meaning=(
        "带标签的 PDF 和网页把替代文本念给看不见的人听；没有写 alt 的，念图说。",
        "A tagged file reads the alternative text to those who cannot see the photo, or else the caption.",
    ),
    mend=("写上 alt：图上是什么。", "Write alt: what the photo shows."),
    example="photos: {main: {file: photos/a.jpg}}",
)
def alt_missing(place: Location) -> Finding: ...


@entry(
    "hint",
    zh="稿件没有标题",
    en="the story has no headline",
    meaning=(
        "稿件排在印标题的稿位里，却没有 headline。简讯、接排的稿件可以没有。",
        "The story stands in a slot that prints a headline, and has none. Briefs, and stories that run on, may do "
        "without.",
    ),
    mend=(
        "写上 headline；不要标题的，稿位里写 title: {place: none}。",
        "Write one, or title: {place: none} in the slot.",
    ),
    example="---\nbyline: 院团委\n---",
)
def head_missing(place: Location) -> Finding: ...


@entry(
    "hint",
    zh="稿件没有署名，本期别的稿件有",
    en="the story has no byline; others of the issue have",
    meaning=(
        "本期多数稿件有署名，这一篇没有。文末有落款（sign）的不算。",
        "Most stories of the issue have a byline, this one has none, nor a signature (sign) at its end.",
    ),
    mend=("补上 byline。", "Add its byline."),
    example="---\nheadline: 开镰\n---",
)
def byline_missing(place: Location) -> Finding: ...
