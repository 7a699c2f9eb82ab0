"""Marks in manuscripts (标点): pairs, forms, marks that stand together. Source: GB/T 15834—2011."""

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.entries import SHOULD_BE_EN, SHOULD_BE_ZH, entry, wording

#: What the documents call this area.
TITLE = ("标点", "Punctuation")


@entry(
    "error",
    zh="引号不成对：{wrong}",
    en="a quotation mark without its partner: {wrong}",
    meaning=(
        "一段里引号有开没关，或有关没开。引文分几段的，每段开头都有前引号，末段才有后引号。",
        (
            "A quotation mark opens and does not close in its paragraph, or closes and none is open. In a quotation of "
            "several paragraphs each begins with an opening mark, and only the last one closes."
        ),
    ),
    mend=(
        "补上另一半，或删去这一半（GB/T 15834 4.8）。",
        "Add the other half, or remove this one (GB/T 15834, 4.8).",
    ),
    example="他说：“明天开镰。",
)
def quote_unpaired(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "warning",
    zh="引号里再用引号，里面的用单引号：{wrong}",
    en="quotation marks within quotation marks are single ones: {wrong}",
    meaning=("双引号里又是双引号。", "Double quotation marks stand within double ones."),
    mend=("里面一层改为‘’（GB/T 15834 4.8）。", "Write ‘’ for the inner ones (GB/T 15834, 4.8)."),
    example="“所里的“青苗计划”已办三年。”",
)
def quote_nest(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "warning",
    zh="直引号 {wrong} 应为“”",
    en="write curly quotation marks for {wrong}",
    meaning=("中文里用了直引号。", "Straight quotation marks stand in Chinese text."),
    mend=("改为“”（GB/T 15834 4.8）。", "Write “” (GB/T 15834, 4.8)."),
    example='组织"青苗"讲座',
)
def quote_ascii(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "hint",
    zh="横排用“”，不用 {wrong}",
    en="horizontal text takes “”, not {wrong}",
    meaning=(
        "直角引号用于直排。每篇稿件只说一次。",
        "Corner brackets are the quotation marks of vertical text. It is said once a story.",
    ),
    mend=("横排稿件改为“”‘’。", "Write “” and ‘’ in horizontal text."),
    example="「青苗」讲座",
)
def quote_corner(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "warning",
    zh="{wrong} 不是引号",
    en="{wrong} is no quotation mark",
    meaning=("角分符、重音符一类被当作引号。", "A prime or an accent stands where a quotation mark is meant."),
    mend=("改为“”或‘’。", "Write “” or ‘’."),
    example="″青苗″讲座",
)
def quote_prime(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "error",
    zh="{wrong} 不成对",
    en="{wrong} has no partner",
    meaning=(
        "括号、书名号有开没关，或有关没开。",
        "A bracket or title mark opens and does not close in its paragraph, or closes and none is open.",
    ),
    mend=("补上另一半，或删去这一半。", "Add the other half, or remove this one."),
    example="（作物所供稿",
)
def bracket_unpaired(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "error",
    zh="括号半角全角混用：{wrong}",
    en="one bracket is half-width, the other full-width: {wrong}",
    meaning=("一对括号，一个半角，一个全角。", "Of a pair of brackets one is half-width and the other full-width."),
    mend=("中文用全角（），西文用半角 ()。", "Write （） in Chinese and () in Latin text."),
    example="（Moore)",
)
def bracket_mixed(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "error",
    zh="标号交叉：{wrong}",
    en="marks cross: {wrong}",
    meaning=("两对标号互相交叉，不是一对套着另一对。", "Two pairs of marks cross, where one should hold the other."),
    mend=("先开的后关。", "Close first what was opened last."),
    example="（见“甲）”",
)
def bracket_cross(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "hint",
    zh="圆括号里又有圆括号：{wrong}",
    en="round brackets within round brackets: {wrong}",
    meaning=("同一种括号一对套着一对。", "Brackets of one kind stand within each other."),
    mend=("一层改用〔〕或［］（GB/T 15834 4.9.3）。", "Write 〔〕 or ［］ for one of them (GB/T 15834, 4.9.3)."),
    example="（见附表（二））",
)
def bracket_nest(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "warning",
    zh="书名号里再用书名号，里面的用〈〉：{wrong}",
    en="title marks within title marks are single ones: {wrong}",
    meaning=("双书名号里又是双书名号。", "Double title marks stand within double ones."),
    mend=("里面一层改为〈〉（GB/T 15834 4.15.3）。", "Write 〈〉 for the inner ones (GB/T 15834, 4.15.3)."),
    example="《关于印发《细则》的通知》",
)
def title_nest(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "warning",
    zh="{wrong} 里没有字",
    en="nothing stands in {wrong}",
    meaning=("括号、引号、书名号里是空的。", "Brackets, quotation marks or title marks hold nothing."),
    mend=("补上内容，或删去。", "Add what belongs there, or remove them."),
    example="（　）",
)
def bracket_empty(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "hint",
    zh="{wrong}：课程、奖项、活动等不用书名号",
    en="{wrong}: courses, prizes and events take no title marks",
    meaning=("书名号用于书、文、报刊和作品。", "Title marks are for books, articles, papers and works."),
    mend=("改用引号（GB/T 15834 A.13）。", "Write quotation marks (GB/T 15834, A.13)."),
    example="《先进集体》奖",
)
def title_misuse(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "error",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=("中文里用了半角标点。", "A half-width mark stands in Chinese text."),
    mend=("改为全角（GB/T 15834 5.1）。", "Write the full-width mark (GB/T 15834, 5.1)."),
    example="他认为,今年能丰收。",
)
def half_mark(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "warning",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=("中文句末用了半角句点。", "A Chinese sentence ends with a half-width full stop."),
    mend=("改为句号。", "Write 。."),
    example="会议在禾岭举行.",
)
def half_stop(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "warning",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=("西文之间、数字之间用了全角标点。", "A full-width mark stands between Latin words or digits."),
    mend=("改为半角，后面空一格。", "Write the half-width mark, and a space behind it."),
    example="Crop，Science",
)
def full_mark_latin(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "warning",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=("破折号不是两个 —，或用了别的横线。", "A dash is not two —, or is another kind of line."),
    mend=("破折号写 ——（GB/T 15834 4.10）。", "Write —— (GB/T 15834, 4.10)."),
    example="秋播--冬管",
)
def dash_form(place: Location, *, wrong: str, right: str) -> Finding: ...


@wording(dash_form, severity="hint", zh="“{wrong}”宜为“{right}”", en='"{wrong}" is better "{right}"')
def dash_form_perhaps(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "warning",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=("省略号不是六个连点。", "An ellipsis is not six dots."),
    mend=("省略号写 ……（GB/T 15834 4.11）。", "Write …… (GB/T 15834, 4.11)."),
    example="谷子、荞麦...",
)
def ellipsis_form(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "warning",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=("间隔号用了别的圆点。", "Another dot stands for the middle dot of a name."),
    mend=("间隔号写 ·（U+00B7）。", "Write · (U+00B7)."),
    example="古丽•托合提",
)
def dot_form(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "hint",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=("浪纹线用了别的字符。", "Another character stands for the wave of a range."),
    mend=("浪纹线写 ~ 或 ～，全刊统一。", "Write ~ or ～, the same in all issues."),
    example="10〜15",
)
def wave_form(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "warning",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=(
        "百分号是全角的，或与数字之间有空格。",
        "A percent sign is full-width, or stands apart from its number.",
    ),
    mend=("写成 96%。", "Write 96%."),
    example="96 ％",
)
def percent_form(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "error",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=("同一个点号写了两次。", "A mark stands twice."),
    mend=("删去一个。", "Remove one."),
    example="结束。。",
)
def mark_doubled(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "error",
    zh="两个点号连在一起：{wrong}",
    en="two marks stand side by side: {wrong}",
    meaning=("两个不同的点号之间没有字。", "Nothing stands between two different marks."),
    mend=("留下一个。", "Keep one of them."),
    example="传达了精神，。",
)
def mark_clash(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "warning",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=(
        "问号、叹号叠用的次序或个数不对。",
        "Question and exclamation marks stand in the wrong order, or are too many.",
    ),
    mend=(
        "先问号后叹号，同一种最多三个（GB/T 15834 4.3.3）。",
        "The question mark comes first, and at most three of a kind stand together (GB/T 15834, 4.3.3).",
    ),
    example="能丰收吗！？",
)
def interrobang(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "warning",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=("省略号与点号连用。", "An ellipsis stands beside another mark."),
    mend=("一般只留省略号。", "As a rule, keep the ellipsis alone."),
    example="渐渐远了……。",
)
def ellipsis_stop(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "warning",
    zh="省略号与“等”只用一个：{wrong}",
    en="an ellipsis stands with a word for “and so on”: {wrong}",
    meaning=("省略号与“等”“等等”同时使用。", "An ellipsis stands with 等, which says the same."),
    mend=("删去一个（GB/T 15834 4.11.3）。", "Remove one (GB/T 15834, 4.11.3)."),
    example="谷子、燕麦……等",
)
def ellipsis_deng(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "warning",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=("“等”前用了顿号。", "The mark 、 stands before 等."),
    mend=("删去顿号。", "Remove it."),
    example="植保所、等单位",
)
def deng_list(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "warning",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=("“和、与、及、或”等连词前用了顿号。", "The mark 、 stands before a conjunction."),
    mend=("删去顿号；“以及”前可用逗号。", "Remove it; before 以及 a ， may stand."),
    example="财务部、和开发部",
)
def comma_before_and(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "warning",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=("并列的书名号之间用了顿号。", "The mark 、 stands between titles in title marks."),
    mend=("通常不用顿号（GB/T 15834 4.5.3.5）。", "Remove it (GB/T 15834, 4.5.3.5)."),
    example="《甲》、《乙》",
)
def list_mark_titles(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "hint",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=("并列的引号之间用了顿号。", "The mark 、 stands between words in quotation marks."),
    mend=("通常不用顿号（GB/T 15834 4.5.3.5）。", "Remove it (GB/T 15834, 4.5.3.5)."),
    example="“甲”、“乙”",
)
def list_mark_quotes(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "warning",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=(
        "书名号、引号后有括注，并列时应加顿号。",
        "A note in brackets follows a title or quotation in a list, and no 、 separates it from the next.",
    ),
    mend=("加顿号（GB/T 15834 4.5.3.5）。", "Add 、 (GB/T 15834, 4.5.3.5)."),
    example="《甲》（试行）《乙》",
)
def list_mark_missing(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "warning",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=(
        "相邻两个数字连用表示概数，中间不用顿号。",
        "Two neighbouring numerals that mean “about” take no 、 between them.",
    ),
    mend=("删去顿号（GB/T 15834 4.5.3.4）。", "Remove it (GB/T 15834, 4.5.3.4)."),
    example="三、四十人",
)
def list_approx(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "hint",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=("缩略的并列数字之间宜用顿号。", "Numerals of a shortened list are best separated by 、."),
    mend=("加顿号（GB/T 15834 4.5.3.4）。", "Add 、 (GB/T 15834, 4.5.3.4)."),
    example="二三产业",
)
def list_abbrev(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "warning",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=("序次语后的标点不对。", "The mark behind an ordinal is not the right one."),
    mend=(
        "“一”后用顿号，“第一”“首先”后用逗号，1 后用下脚点，（一）① 后不用（GB/T 15834 4.5.3.3）。",
        "一 takes 、, 第一 and 首先 take ，, 1 takes a full stop, （一） and ① take none (GB/T 15834, 4.5.3.3).",
    ),
    example="第一、要守时",
)
def list_ordinal_mark(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "warning",
    zh="序号不连续：“{wrong}”前面是“{before}”",
    en="the numbering skips or repeats: {wrong} follows {before}",
    meaning=("一串序号跳了号，或重了号。", "A series of numbers leaves one out or has one twice."),
    mend=("改正序号，或补上漏掉的一项。", "Correct the number, or add the item that is missing."),
    example="一是……三是……",
)
def list_series(place: Location, *, wrong: str, before: str) -> Finding: ...


@entry(
    "hint",
    zh="一句里套用冒号：{wrong}",
    en="a colon within what a colon introduces: {wrong}",
    meaning=("一句里有两个冒号。", "A sentence has two colons."),
    mend=("一个改为逗号或句号（GB/T 15834 4.7.3.3）。", "Write ， or 。 for one (GB/T 15834, 4.7.3.3)."),
    example="要求如下：一是：守时",
)
def colon_nest(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "hint",
    zh="一逗到底：{wrong}……",
    en="a sentence of very many commas: {wrong}…",
    meaning=(
        "一句超过 150 字，有 8 个以上逗号。",
        "A sentence is longer than 150 characters, with 8 commas and more.",
    ),
    mend=("分成几句。", "Make several sentences of it."),
    example="150 字里没有句号",
)
def comma_run(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "error",
    zh="段首不能是 {wrong}",
    en="a paragraph cannot begin with {wrong}",
    meaning=("一段以点号或后引号、后括号开头。", "A paragraph begins with a mark that closes something."),
    mend=(
        "删去，或与上一段接排（GB/T 15834 5.1.1）。",
        "Remove it, or join the paragraph to the one before (GB/T 15834, 5.1.1).",
    ),
    example="，各室依次发言。",
)
def mark_start(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "warning",
    zh="段末没有点号：……{wrong}",
    en="no mark ends the paragraph: …{wrong}",
    meaning=("正文一段的末尾没有句号一类的点号。", "A paragraph of the text ends without a full stop."),
    mend=("补上点号。", "Add the mark."),
    example="会议在禾岭召开，各所参加",
)
def para_end(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "warning",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=("标题末尾用了句号、逗号一类的点号。", "A head ends with a full stop, comma or the like."),
    mend=("删去；问号、叹号可以留。", "Remove it; question and exclamation marks may stay."),
    example="禾岭喜获丰收。",
)
def head_stop(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "warning",
    zh="标题与 {other} 相同",
    en="the headline is the same as that of {other}",
    meaning=("一期里两篇稿件标题相同。", "Two stories of an issue have the same headline."),
    mend=("改一个标题，或删去重复的稿件。", "Change one of them, or take out the story that is there twice."),
    example="两篇“简讯”",
)
def head_dup(place: Location, *, other: str) -> Finding: ...


@entry(
    "hint",
    zh="引文是整句的，句号在引号里：“{wrong}”",
    en="the stop of a whole sentence is inside the quotation: {wrong}",
    meaning=("引的是整句话，句号放在了引号外面。", "A whole sentence is quoted, and its stop is outside the marks."),
    mend=(
        "把句号移到引号里；引的不是整句，留着。",
        "Move the stop inside; leave it where only part of a sentence is quoted.",
    ),
    example="他说：“明天开镰”。",
)
def quote_stop(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "hint",
    zh="“{wrong}”不是标点符号",
    en="{wrong} is no mark of punctuation",
    meaning=(
        "段首用了★、■之类的符号，或者句中用了【】。",
        "A paragraph begins with a sign such as ★, or a sentence has 【】 inside.",
    ),
    mend=("改用序号、小标题，或者删去。", "Write a number or a crosshead, or remove it."),
    example="★会议要求严格落实。",
)
def emph_mark(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "hint",
    zh="同一组里有的用分号，有的用句号：{wrong}",
    en="items of one series end with different marks: {wrong}",
    meaning=(
        "“一是……；二是……。三是”，一组里点号不一致。",
        "Items of a series (一是…；二是…) end partly with semicolons, partly with full stops.",
    ),
    mend=("统一用分号，最后一项用句号。", "Use semicolons, and a full stop after the last item."),
    example="一是守时；二是守约。三是守信。",
)
def semicolon_level(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "hint",
    asked=True,
    zh="“{wrong}”在这篇稿件别处带引号",
    en='"{wrong}" stands in quotation marks elsewhere in this story',
    meaning=(
        "一个提法在稿件里有时带引号，有时不带。有的报刊规定只在第一次出现时带。",
        (
            "A term has quotation marks at one place of the story and none at another. Some papers want them only the "
            "first time."
        ),
    ),
    mend=("照本刊的规矩统一。", "Write it as the house does."),
    example="落实“两个维护” …… 做到两个维护",
)
def quote_terms(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "hint",
    asked=True,
    zh="并列的层次要分清：顿号之间又有“{wrong}”",
    en='a list on two levels: "{wrong}" between two 、',
    meaning=(
        "用顿号并列的几项里，中间一项又用“和”“及”并列两样，读者分不清层次。",
        "One of the items between 、 joins two things by itself, so the levels of the list are not told apart.",
    ),
    mend=("大的并列用逗号，或把“和”改成顿号。", "Write ， between the larger items, or 、 for the conjunction."),
    example="水稻、小麦和玉米、大豆都已播种",
)
def list_levels(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "hint",
    asked=True,
    zh="不是发问，用句号：“{wrong}”应为“{right}”",
    en='nobody is asked here: "{wrong}" should be "{right}"',
    meaning=(
        "疑问词在陈述句里（研究如何增产），句末用了问号。",
        "A question word is part of a statement (研究如何增产), which ends with a question mark.",
    ),
    mend=("问号改为句号（GB/T 15834 4.2）。", "Write 。 (GB/T 15834, 4.2)."),
    example="大家讨论了如何增产？",
)
def question_indirect(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "warning",
    zh="这一段断在词中间：{wrong}",
    en="the paragraph ends within a word or phrase: {wrong}",
    meaning=(
        "一段的末尾和下一段的开头是一个词，或下一段以“的”“了”开头：多半是从版面上拷贝时把一行当成了一段。",
        "The end of a paragraph and the start of the next are one word, or the next begins with a particle: a line was "
        "probably taken for a paragraph when the text was copied.",
    ),
    mend=("把两段接起来。", "Join the two paragraphs."),
    example=("大家来到禾岭试\n验站参观", "大家来到禾岭试\n验站参观"),
)
def han_break(place: Location, *, wrong: str) -> Finding: ...
