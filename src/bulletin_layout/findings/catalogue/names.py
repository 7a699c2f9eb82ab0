"""Names in manuscripts (人名、机构、用语): of people, bodies, terms, against the house's own lists."""

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.entries import SHOULD_BE_EN, SHOULD_BE_ZH, entry

#: What the documents call this area.
TITLE = ("人名、机构、用语", "Names")


@entry(
    "error",
    zh="“{wrong}”像是“{right}”写错了",
    en='"{wrong}" looks like a mistake for "{right}"',
    meaning=(
        "同名录里的人名同音或形近，名录里又没有这个人。",
        "It sounds or looks like a name of people.yaml, and is nobody's there.",
    ),
    mend=(
        "改过来；真有这个人的，写进 people.yaml，或写在那人的 also 里。",
        "Write the name; if there is such a person, add them to people.yaml, or to `also` of the other.",
    ),
    example="会议由贺佩霖主持。",
)
def name_near(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "error",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=("人名中间的间隔号不对，或者漏了。", "The dot inside a name is another mark, or is missing."),
    mend=("写间隔号·（U+00B7）。", "Write the dot · (U+00B7)."),
    example="阿依古丽托合提",
)
def name_dot(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "error",
    zh="“{wrong}”职务不符，名录里是：{right}",
    en='the post of "{wrong}" is not in people.yaml, which has: {right}',
    meaning=(
        "人员名录里，这个人到出版那天没有这个职务。",
        "By people.yaml the person does not hold this post on the day of the issue.",
    ),
    mend=(
        "核实职务；是名录旧了的，改 people.yaml。",
        "Find out the post; if the list is out of date, change people.yaml.",
    ),
    example="副院长程若川",
)
def name_post(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "error",
    zh="排序：{wrong}，应为 {right}",
    en="the order of names is {wrong}; it should be {right}",
    meaning=("并列的人名没有按名录里的次序。", "Names of a list are not in the order of people.yaml."),
    mend=(
        "按名录排；按姓氏笔画排的，在文中注明“以姓氏笔画为序”。",
        "Put them in the order of people.yaml; where it is by strokes, say 以姓氏笔画为序.",
    ),
    example="苏映禾、程若川",
)
def name_order(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "hint",
    zh="第一次写到 {wrong}，没有职务",
    en="{wrong} is named here first, without a post",
    meaning=(
        "一篇里第一次写到一个人，通常写出职务。",
        "The first mention of a person in a story usually has the post.",
    ),
    mend=("需要的，补上职务。", "Add the post where it is needed."),
    example="程若川主持会议。",
)
def name_first_post(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "hint",
    zh="{wrong} 的称呼，一篇里两种次序（职务在前、在后）",
    en="{wrong} is called by post and name, and by name and post, in one story",
    meaning=(
        "同一个人，前面写“副院长某某”，后面写“某某副院长”。",
        "One person is called 副院长X in one place and X副院长 in another.",
    ),
    mend=("统一成一种。", "Use one way."),
    example="副院长苏映禾到场。苏映禾副院长讲话。",
)
def name_honor(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "warning",
    zh="“{wrong}”和前面的“{other}”像是一个人",
    en='"{wrong}" and "{other}" before seem to be one person',
    meaning=(
        "全刊里两个人名读音相同，或者只差一个字而职务相同。",
        "Two names of the issue sound the same, or differ in one character and have the same post.",
    ),
    mend=("核实；是两个人的，写进 people.yaml。", "Find out; if they are two people, add them to people.yaml."),
    example="主任王震出席。主任王振讲话。",
)
def name_issue(place: Location, *, wrong: str, other: str) -> Finding: ...


@entry(
    "hint",
    zh="{wrong}，前面是 {other}",
    en="{wrong} here, {other} before",
    meaning=("同一个人，一处写正职，一处写副职。", "One person has a post in one place, and its deputy in another."),
    mend=("核实哪个对。", "Find out which is right."),
    example="所长李平出席。副所长李平讲话。",
)
def name_post_split(place: Location, *, wrong: str, other: str) -> Finding: ...


@entry(
    "hint",
    zh="图说里有 {wrong}，文中没有",
    en="the caption names {wrong}, the text does not",
    meaning=("图说里的人，正文没有提到。", "A caption names a person whom the text of its story does not."),
    mend=("核实是不是这个人。", "Make sure that it is this person."),
    example="图为程若川在田间。",
)
def caption_people(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "error",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=(
        "机构的名称写错了：是名录里列出的错称，或者同全称只差一个字。",
        "A body has a wrong name: one that orgs.yaml lists, or one character away from the full name.",
    ),
    mend=(
        "写全称；真有这个机构的，写进 orgs.yaml。",
        "Write the full name; if there is such a body, add it to orgs.yaml.",
    ),
    example="禾岭实验站",
)
def org_form(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "hint",
    zh="先写了简称“{wrong}”，后面才有全称“{right}”",
    en='the short name "{wrong}" stands before the full one, "{right}"',
    meaning=("一篇里先用简称，全称后出现。", "A story uses the short name of a body before its full one."),
    mend=("第一次写全称。", "Write the full name first."),
    example="试验站开镰。禾岭试验站……",
)
def org_first(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "hint",
    zh="说了以下简称“{wrong}”，后面没有用",
    en='"{wrong}" is declared as a short name, and is not used',
    meaning=(
        "写了“以下简称”，这一篇后面没有再用，或者用了别的简称。",
        "A short name is declared (以下简称) and never used in the story.",
    ),
    mend=("删去，或者统一用它。", "Remove the declaration, or use the name."),
    example="青岭种业公司（以下简称“青岭种业”）",
)
def org_declared(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "error",
    zh="不用“{wrong}”{instead}",
    en='"{wrong}" is not used{instead}',
    meaning=("用语名录里不用的词。", "A word that terms.yaml denies."),
    mend=(
        "照名录写；专名里的，写进 except。",
        "Write what terms.yaml says; where it is part of a name, add that to `except`.",
    ),
    example="残废人",
)
def term_deny(place: Location, *, wrong: str, instead: str) -> Finding: ...


@entry(
    "warning",
    zh="“{wrong}”已改为“{right}”",
    en='"{wrong}" is "{right}" now',
    meaning=("机构或事物改名了，还用旧名。", "A name has changed, and the old one is used."),
    mend=(
        "写新名；说的是改名以前的，前面加“原”。",
        "Write the new name; for the time before, put 原 before the old one.",
    ),
    example="市农委",
)
def term_outdated(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "warning",
    zh="“{wrong}”同固定提法“{right}”有出入",
    en='"{wrong}" differs from the fixed phrase "{right}"',
    meaning=("固定提法少了字、多了字或换了字。", "A fixed phrase has characters left out, added or changed."),
    mend=("照固定提法写。", "Write the phrase as it is fixed."),
    example="产学研深度结合",
)
def term_fixed(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "error",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=(
        "从 terms.yaml 里的年份算，不是这个周年。",
        "Counted from the year in terms.yaml, it is another anniversary.",
    ),
    mend=(
        "改周年数；说的是别的年份的，在前面写出那一年。",
        "Write the right number; where another year is meant, name it before.",
    ),
    example="建院67周年",
)
def anniv_year(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "hint",
    zh="缩写 {wrong} 第一次出现，没有注释",
    en="the abbreviation {wrong} has no note at its first place",
    meaning=(
        "words.yaml 的 known 里没有这个缩写，文中第一次出现也没有括注。",
        "An abbreviation that is not in `known` of words.yaml stands without a note in brackets.",
    ),
    mend=(
        "第一次写中文名，括注缩写；人人知道的，写进 known。",
        "Write its Chinese name with the abbreviation in brackets; or add it to `known`.",
    ),
    example="用 NGS 检测。",
)
def abbrev_first(place: Location, *, wrong: str) -> Finding: ...
