"""What the law prints on a paper, or keeps from it (版本记录): 内部资料性出版物管理办法, 报纸、期刊出版管理规定."""

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.entries import entry, wording
from bulletin_layout.findings.phrases import Phrase, phrase

#: What the documents call this area.
TITLE = ("版本记录", "Imprint")


@phrase(zh="刊名", en="the name")
def the_name() -> Phrase: ...


@phrase(zh="开本", en="the size")
def the_size() -> Phrase: ...


@phrase(zh="刊期", en="the period")
def the_period() -> Phrase: ...


@phrase(zh="印刷单位", en="the printer")
def the_printer() -> Phrase: ...


@entry(
    "hint",
    zh="报上有“{words}”，bulletin.yaml 没有写 imprint：要检查版本记录，写 imprint: {profile}；不要，写 imprint: none",
    en='the paper says "{words}", and bulletin.yaml has no imprint: say "imprint: {profile}" to have its imprint '
    'checked, or "imprint: none"',
    meaning=(
        "刊物印着准印证或 CN 号的字样，却没有说按哪种规矩检查版本记录，所以什么也没有检查。",
        "The paper prints words of a permit or a CN number, and does not say by which law its imprint is to be "
        "checked: nothing was checked.",
    ),
    mend=(
        "在 bulletin.yaml 里写 imprint: internal（内部资料）、newspaper（报纸）、periodical（期刊）或 none（不检查）。",
        "Say imprint: internal, newspaper, periodical or none in bulletin.yaml.",
    ),
    example="imprint: internal",
)
def imp_unset(place: Location, *, words: str, profile: str) -> Finding: ...


@entry(
    "error",
    zh="第1版没有印准印证编号",
    en="page 1 prints no number of a permit",
    meaning=(
        "内部资料要在封面完整印上准印证编号（《内部资料性出版物管理办法》第十四条）。",
        "Internal material prints its permit's number, complete, on the cover (内部资料性出版物管理办法, art. 14).",
    ),
    mend=(
        "编号写在 bulletin.yaml 的 permit.number 里，报头或报眼用 {publication.permit.number} 印出来。",
        "Write the number as permit.number in bulletin.yaml, and print {publication.permit.number} in the nameplate or "
        "the ear of page 1.",
    ),
    example="permit: {number: （禾）内资准字第0138号}",
)
def imp_permit(place: Location) -> Finding: ...


@wording(
    imp_permit,
    zh="第1版没有印准印证编号“{number}”",
    en='page 1 does not print the permit number "{number}"',
)
def permit_not_printed(place: Location, *, number: str) -> Finding: ...


@wording(
    imp_permit,
    zh="准印证编号“{number}”不完整：要有哪个省、哪一种、哪一号",
    en='the permit number "{number}" is not complete: it names the province, the kind and the number',
)
def permit_not_complete(place: Location, *, number: str) -> Finding: ...


@entry(
    "error",
    zh="第1版没有印“{words}”",
    en='page 1 does not print "{words}"',
    meaning=(
        "内部资料要在封面印上“内部资料，免费交流”的字样（《内部资料性出版物管理办法》第十四条）。",
        "Internal material prints the words “内部资料，免费交流” on the cover (内部资料性出版物管理办法, art. 14).",
    ),
    mend=("在报头或报眼里印上这几个字。", "Print these words in the nameplate or the ear."),
    example="- {text: 内部资料，免费交流, style: ear}",
)
def imp_free(place: Location, *, words: str) -> Finding: ...


@wording(
    imp_free,
    severity="warning",
    zh="印的是“{printed}”，规定的字样是“{words}”",
    en='it prints "{printed}"; the law says "{words}"',
)
def free_otherwise(place: Location, *, printed: str, words: str) -> Finding: ...


@entry(
    "error",
    zh="没有印{missing}：要印在第1版、末版或版本记录里，后面写明内容",
    en="{missing} not printed: each stands with its value on page 1, the last page, or in the imprint",
    meaning=(
        "内部资料要注明编印单位、发送对象、印刷单位、印刷日期、印数（《内部资料性出版物管理办法》第十四条）。",
        "Internal material names who edits it (编印单位), whom it is sent to (发送对象), who prints it (印刷单位), the "
        "day of printing (印刷日期) and the number of copies (印数) (内部资料性出版物管理办法, art. 14).",
    ),
    mend=(
        "在末版的版脚加一行版本记录；名叫 imprint 的固定元素，在哪一版都算。",
        "Add a line to the foot of the last page; furniture named imprint counts on any page.",
    ),
    example='imprint: {at: bottom, text: "编印单位：… 发送对象：… 印刷单位：… 印刷日期：… 印数：…册"}',
)
def imp_who(place: Location, *, missing: tuple[Phrase, ...]) -> Finding: ...


@entry(
    "error",
    zh="没有印期号“{number}”",
    en='the number of the issue, "{number}", is not printed',
    meaning=(
        "连续性内部资料要印期号（《内部资料性出版物管理办法》第十四条）。",
        "Internal material that appears regularly prints the number of the issue (内部资料性出版物管理办法, art. 14).",
    ),
    mend=(
        "在 issue.yaml 里写 number，报头或报眼印上“第{issue.number}期”。",
        "Say number in issue.yaml, and print 第{issue.number}期 in the nameplate or the ear.",
    ),
    example="issue: {id: 2026-10, date: 2026-10-30, number: 10}",
)
def imp_number(place: Location, *, number: str) -> Finding: ...


@wording(
    imp_number,
    zh="issue.yaml 没有写期号（number、total）",
    en="issue.yaml has no number of the issue (number, total)",
)
def no_number(place: Location) -> Finding: ...


@entry(
    "error",
    zh="内部资料不能叫“{name}”：刊名不得用{words}",
    en='internal material may not be called "{name}": its name has no {words}',
    meaning=(
        "内部资料的名称里不得用“××报”“××刊”“××杂志”（《内部资料性出版物管理办法》第十四条）；院报、校报、学报也一样。"
        "机关公文性的简报不算内部资料，写 imprint: none。",
        "Internal material is not called ××报, ××刊 or ××杂志 (内部资料性出版物管理办法, art. 14), nor 院报, 校报. "
        "A 简报 that is an office's paper is no such material: imprint: none.",
    ),
    mend=("改名，例如院讯、通讯、简讯。", "Give it another name, such as 院讯 or 通讯."),
    example="name: 禾岭院报 → name: 禾岭院讯",
)
def imp_name(place: Location, *, name: str, words: tuple[str, ...]) -> Finding: ...


@entry(
    "error",
    zh="内部资料不能用“{words}”",
    en='internal material may not say "{words}"',
    meaning=(
        "内部资料不得用“记者××”“期刊社”“杂志社”“刊号”等字样（《内部资料性出版物管理办法》第十四条）。",
        "Internal material does not use words such as 记者××, 期刊社, 杂志社 or 刊号 "
        "(内部资料性出版物管理办法, art. 14).",
    ),
    mend=(
        "记者改为通讯员或作者，编辑部写单位的名字。",
        "Write 通讯员 or the author's name; name the office that edits it.",
    ),
    example="byline: 记者 王小禾 → byline: 王小禾",
)
def imp_words(place: Location, *, words: str) -> Finding: ...


@wording(
    imp_words,
    severity="hint",
    zh="内部资料不能用“{words}”称自己的人和部门：请看一看说的是不是别家的",
    en='internal material may not say "{words}" of its own people and offices: see whether others are meant',
)
def perhaps_of_others(place: Location, *, words: str) -> Finding: ...


@entry(
    "error",
    zh="内部资料不能自称“{words}”",
    en='internal material may not call itself "{words}"',
    meaning=(
        "内部资料不是报刊，文中不能自称“本报”“本刊”。",
        "Internal material is no newspaper and no periodical: its text does not call it 本报 or 本刊.",
    ),
    mend=("改用刊物的名字，或“本院讯”之类。", "Use its own name, or the institution's: 本院讯."),
    example="本报讯　试验站完成秋播。 → 本院讯　试验站完成秋播。",
)
def self_name(place: Location, *, words: str) -> Finding: ...


@wording(
    self_name,
    severity="hint",
    zh="引文里有“{words}”：内部资料不能这样自称，请看一看说的是不是别家",
    en='a quotation says "{words}": internal material may not call itself so; see whether another paper is meant',
)
def self_name_quoted(place: Location, *, words: str) -> Finding: ...


@entry(
    "error",
    zh="内部资料不能印“{words}”：不得定价、销售、征订、登广告、与人协办",
    en='internal material may not print "{words}": no price, sale, subscription, advertisement or co-publisher',
    meaning=(
        "内部资料只能免费交流：不得收费、销售、征订，不得登广告，不得与别的单位协办（《内部资料性出版物管理办法》第十五条）。",
        "Internal material is exchanged free of charge: no sale or subscription, no advertisements, no co-publishers "
        "(内部资料性出版物管理办法, art. 15).",
    ),
    mend=("删去这一项。", "Take it out."),
    example="定价：2.00元　协办：某某公司",
)
def imp_sale(place: Location, *, words: str) -> Finding: ...


@wording(
    imp_sale,
    severity="hint",
    zh="稿件里有“{words}”：内部资料不得定价、征订、登广告，请看一看",
    en='a story says "{words}": internal material has no price, subscription or advertisements; see what is meant',
)
def sale_in_story(place: Location, *, words: str) -> Finding: ...


@entry(
    "error",
    zh="{what}是“{here}”，准印证上是“{permitted}”",
    en='{what} is "{here}"; the permit says "{permitted}"',
    meaning=(
        "刊名、开本、刊期、印刷单位要同准印证上的一样（《内部资料性出版物管理办法》第十五条）。",
        "Name, size, period and printer are those of the permit (内部资料性出版物管理办法, art. 15).",
    ),
    mend=("照准印证改；准印证变更了的，改 permit。", "Change it to what the permit says; or correct permit."),
    example="name: 禾岭院讯 … permit: {number: …, name: 禾岭通讯}",
)
def imp_one(place: Location, *, what: Phrase, here: str, permitted: str) -> Finding: ...


@entry(
    "hint",
    zh="permit 没有写印刷单位（printer）：内部资料要在本省有出版物印刷资格的企业印",
    en="permit has no printer: internal material is printed by a printer of publications in the same province",
    meaning=(
        "内部资料要委托本省、有出版物印刷资格的企业印（《内部资料性出版物管理办法》第十六条）。程序查不出资格，只提醒一次。",
        "Internal material is printed by a licensed printer of publications in the same province "
        "(内部资料性出版物管理办法, art. 16). The program cannot know the licence; it reminds once.",
    ),
    mend=(
        "查清楚以后写上 permit.printer，以后也查印出来的是不是这一家。",
        "Once you have made sure, say permit.printer: then the program checks that this printer is named in print.",
    ),
    example="permit: {number: （禾）内资准字第0138号, printer: 澜川禾新印务有限公司}",
)
def imp_printer(place: Location) -> Finding: ...


@entry(
    "error",
    zh="{issued} 不在准印证的有效期里（{first}—{last}）",
    en="{issued} is not within the term of the permit ({first} – {last})",
    meaning=("准印证过了有效期，或还没有生效。", "The permit has run out, or is not yet valid."),
    mend=("换发准印证，改 permit 的 from、until。", "Have it renewed, and correct from and until of permit."),
    example="permit: {number: …, from: 2026-01-01, until: 2026-12-31}",
)
def imp_valid(place: Location, *, issued: str, first: str, last: str) -> Finding: ...


@entry(
    "error",
    zh="第{page}版印的日期是“{printed}”，这一期是 {issued}",
    en='page {page} prints the date "{printed}"; the issue is of {issued}',
    meaning=("报头、报眉印的日期同 issue.yaml 的不一样。", "A date in the furniture is not that of issue.yaml."),
    mend=("用 {issue.date:Y年M月D日}，不要手写日期。", "Use {issue.date:Y年M月D日} in place of a typed date."),
    example="text: 2026年9月30日   # issue: {date: 2026-10-30}",
)
def imp_date(place: Location, *, page: int, printed: str, issued: str) -> Finding: ...


@entry(
    "error",
    zh="第1版没有印报名“{name}”",
    en='page 1 does not print the name "{name}"',
    meaning=(
        "报名要印在第1版，字比这一版别的字都大（《报纸出版形式差错数计算方法》）；期刊的刊名印在封面。",
        "A newspaper's name stands on page 1, larger than all else there (报纸出版形式差错数计算方法); a periodical's "
        "on its cover.",
    ),
    mend=(
        "在报头印 {publication.name}，字号大过头条标题。",
        "Print {publication.name} larger than the lead's headline.",
    ),
    example='nameplate: {at: {…}, text: "{publication.name}", style: nameplate}',
)
def imp_masthead(place: Location, *, name: str) -> Finding: ...


@wording(
    imp_masthead,
    zh="报名 {size:g} 磅，第1版的“{words}”{other:g} 磅：报名要最大",
    en='the name is {size:g} pt, "{words}" on page 1 {other:g} pt: the name is to be the largest',
)
def masthead_smaller(place: Location, *, size: float, words: str, other: float) -> Finding: ...


@entry(
    "error",
    zh="没有印{missing}",
    en="{missing} not printed",
    meaning=(
        "报纸要印主管、主办、出版单位，CN 号，出版日期，总期号，版数，地址和联系方式，印刷单位和它的地址，发行，定价"
        "（号外印“免费赠阅”）（《报纸出版管理规定》）；期刊要印刊名，主管、主办、出版、印刷、发行单位，出版日期，主编，"
        "发行范围，定价，CN 号（《期刊出版管理规定》）。",
        "A newspaper prints its authority (主管), sponsor (主办), publisher (出版), CN number, date, total number, "
        "number of pages, address and contact, printer and address, distribution, price (报纸出版管理规定); a "
        "periodical the first four, printer, distributor, date, chief editor, range of distribution, price "
        "(期刊出版管理规定).",
    ),
    mend=("在报眼或末版的版脚补上。", "Add it to the ear, or to the foot of the last page."),
    example="国内统一连续出版物号　CN 99-0138　主管单位：…　主办单位：…",
)
def imp_registered(place: Location, *, missing: tuple[Phrase, ...]) -> Finding: ...


@entry(
    "error",
    zh="“{number}”不是{kind}的 CN 号：地区 10—65，序号 {first}—{last}",
    en='"{number}" is no CN number of a {kind}: region 10–65, serial {first}–{last}',
    meaning=(
        "CN 号前两位是地区（10—65）；后四位 0001—0999 是报纸，1000—5999 是期刊。",
        "A CN number has two digits of the region (10–65) and four of a serial: 0001–0999 newspapers, 1000–5999 "
        "periodicals.",
    ),
    mend=("照出版许可证改。", "Copy it from the licence."),
    example="CN 11-5001   # imprint: newspaper",
)
def imp_cn(place: Location, *, number: str, kind: Phrase, first: str, last: str) -> Finding: ...


@phrase(zh="报纸", en="newspaper")
def newspaper() -> Phrase: ...


@phrase(zh="期刊", en="periodical")
def periodical() -> Phrase: ...


@wording(
    imp_cn,
    zh="印了两个 CN 号，“{first}”和“{number}”：一份报刊只有一个",
    en='two CN numbers, "{first}" and "{number}": a publication has one',
)
def second_cn(place: Location, *, first: str, number: str) -> Finding: ...


@entry(
    "error",
    zh="第{page}版的报眉、版脚没有印版次",
    en="page {page} prints no page number at its head or foot",
    meaning=(
        "报纸每一版的报眉要在固定位置印版次（《报纸出版形式差错数计算方法》）。",
        "Each page of a newspaper has its number in the running head, at a fixed place (报纸出版形式差错数计算方法).",
    ),
    mend=("报眉里印“第{page.number}版”。", "Print 第{page.number}版 in the folio."),
    example='folio: {at: top-outer, text: "第{page.number}版"}',
)
def imp_folio(place: Location, *, page: int) -> Finding: ...


@entry(
    "warning",
    zh="{other} 也是{number}",
    en="{other} is {number}, too",
    meaning=(
        "同一系列的两期用了同一个总期号，或同一年里的同一个期号。多半是复制上一期的文件夹，忘了改 number、total。"
        "第一版印有“增期”“号外”“特刊”的除外。",
        "Two issues of a series have the same number since the first, or the same number in a year: a folder was "
        "copied, and number or total not changed. Extra issues, which say so on page 1 (增期, 号外, 特刊), are left "
        "out.",
    ),
    mend=("改 issue.yaml 的 number、total。", "Change number or total in issue.yaml."),
    example="issue: {id: 2026-11, date: 2026-11-30, number: 10, total: 138}",
)
def number_twice(place: Location, *, number: str, other: str) -> Finding: ...


@wording(
    number_twice,
    severity="hint",
    zh="{other} 也是今年的{number}",
    en="{other} is {number} of this year, too",
)
def number_twice_in_year(place: Location, *, number: str, other: str) -> Finding: ...


@wording(
    number_twice,
    zh="{number}比上一期 {other} 的{last}还小",
    en="{number} is less than {last} of the issue before, {other}",
)
def number_back(place: Location, *, number: str, other: str, last: str) -> Finding: ...


@wording(
    number_twice,
    severity="warning",
    zh="{number}接不上：上一期是 {other}，这一期应是{following}",
    en="{number} does not follow {other}, the issue before: this one is {following}",
)
def number_apart(place: Location, *, number: str, other: str, following: str) -> Finding: ...


@wording(
    number_twice,
    severity="hint",
    zh="{number}接不上：这里的上一期是 {other}，如果中间没有别的期，这一期应是{following}",
    en="{number} does not follow {other}, the issue before that is here: with none between, this one is {following}",
)
def number_apart_perhaps(place: Location, *, number: str, other: str, following: str) -> Finding: ...


@entry(
    "warning",
    zh="{other} 也在这一天出版，报头上都没有标明“增期”",
    en="{other} is of the same day, and neither says that it is an extra issue",
    meaning=(
        "报纸、期刊同一天出了两期。增期、号外要在报头标明（报纸出版管理规定）。",
        "Two issues of a newspaper or periodical have one day. Extra issues say so in the masthead (报纸出版管理规定).",
    ),
    mend=(
        "在第一版报头写上“增期”或“号外”；日期写错的，改日期。",
        "Write 增期 or 号外 in the masthead, or mend the date.",
    ),
    example="issue: {id: 2026-10-extra, date: 2026-10-30, number: 11}",
)
def imp_extra(place: Location, *, other: str) -> Finding: ...
