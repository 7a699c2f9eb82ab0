"""Numbers in manuscripts (数字、日期、单位). Sources: GB/T 15835—2011, GB 3100—93."""

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.entries import SHOULD_BE_EN, SHOULD_BE_ZH, entry, wording

#: What the documents call this area.
TITLE = ("数字、日期、单位", "Numbers, dates, units")


@entry(
    "warning",
    zh="日期里汉字数字与阿拉伯数字混用：{wrong}",
    en="a date mixes Chinese and Arabic numerals: {wrong}",
    meaning=("一个日期里两种数字。", "A date has numerals of both kinds."),
    mend=(
        "公历日期都用阿拉伯数字（GB/T 15835 4.3）。",
        "Write Arabic numerals in dates of the common calendar (GB/T 15835, 4.3).",
    ),
    example="2026年十月",
)
def num_date_mixed(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "warning",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=("概数用了阿拉伯数字。", "An approximate number is in Arabic numerals."),
    mend=("用汉字数字（GB/T 15835 4.2）。", "Write Chinese numerals (GB/T 15835, 4.2)."),
    example="3、4个人",
)
def num_approx_arabic(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "warning",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=("定型的词里用了阿拉伯数字。", "A set phrase has Arabic numerals."),
    mend=("用汉字数字（GB/T 15835 4.2）。", "Write Chinese numerals (GB/T 15835, 4.2)."),
    example="星期3",
)
def num_set_phrase(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "warning",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=("重要会议的届次用了阿拉伯数字。", "The ordinal of a congress is in Arabic numerals."),
    mend=("用汉字数字（GB/T 15835 4.3）。", "Write Chinese numerals (GB/T 15835, 4.3)."),
    example="14届全国人大",
)
def num_session(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "warning",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=("年份只写了两位。", "A year has two digits."),
    mend=("写四位。", "Write four."),
    example="自98年以来",
)
def num_year_short(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "warning",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=("年代前没有世纪，或写法不合规范。", "A decade does not say its century, or is written in another form."),
    mend=("写成 20世纪80年代。", "Write 20世纪80年代."),
    example="80年代",
)
def num_decade(place: Location, *, wrong: str, right: str) -> Finding: ...


@wording(num_decade, severity="hint", zh="“{wrong}”宜为“{right}”", en='"{wrong}" is better "{right}"')
def num_decade_perhaps(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "warning",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=("范围的前一个数漏了“%、万、亿”。", "The first number of a range lacks its %, 万 or 亿."),
    mend=("两个数都写（GB/T 15835 5.1.4）。", "Write it at both (GB/T 15835, 5.1.4)."),
    example="10-15%",
)
def num_range_unit(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "warning",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=("数值范围用了短横线或一字线。", "The range of a quantity has a hyphen or dash."),
    mend=("用浪纹线 ~（GB/T 15834 4.13.3.2）。", "Write ~ (GB/T 15834, 4.13.3.2)."),
    example="20-30人",
)
def num_range_mark(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "warning",
    zh="数字与“千、百”混写：{wrong}",
    en="digits are mixed with Chinese numerals: {wrong}",
    meaning=("阿拉伯数字后面只能跟“万、亿”。", "Only 万 and 亿 may follow Arabic digits."),
    mend=("写成 3500 或三千五百。", "Write 3500, or 三千五百."),
    example="3千5百元",
)
def num_unit_mix(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "warning",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=("千分位用了全角逗号。", "Thousands are separated by a full-width comma."),
    mend=("写成 1034 或 1,034。", "Write 1034, or 1,034."),
    example="1，034",
)
def num_grouping(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "warning",
    zh="分项相加是 {sum}，总数写的是 {total}",
    en="the parts add up to {sum}, and the total says {total}",
    meaning=(
        "男女、线上线下、各等奖的数目加起来不等于总数。",
        "The numbers of men and women, of online and on site, or of the prizes, do not add up to the total.",
    ),
    mend=("核对各个数目。", "Check all numbers."),
    example="共30人，其中男18人、女11人",
)
def num_sum(place: Location, *, sum: int, total: int) -> Finding: ...


@entry(
    "warning",
    zh="说是“{wrong}”，列出了 {found} 项",
    en="{wrong} are announced, and {found} follow",
    meaning=(
        "“几点、几项”与后面列出的项数不符。",
        "The number of points announced is not that of the points that follow.",
    ),
    mend=("改数目，或补上漏掉的一项。", "Change the number, or add what is missing."),
    example="三点要求：一是……二是……",
)
def num_count_list(place: Location, *, wrong: str, found: int) -> Finding: ...


@entry(
    "hint",
    zh="标题说 {wrong}，正文里是 {right}",
    en="the head says {wrong}, and the text says {right}",
    meaning=(
        "标题里的数目正文里没有，正文里同一量词的是别的数。",
        "A number of the head is not in the text, which has another one with the same measure word.",
    ),
    mend=("核对两处。", "Check both."),
    example="题 68户，文 86户",
)
def num_headline(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "warning",
    zh="减少不能说“倍”：{wrong}",
    en="a decrease is not counted in multiples: {wrong}",
    meaning=("降低、减少、缩短用了倍数。", "A decrease is given in multiples."),
    mend=("用分数或百分数：降到三分之一，减少三分之二。", "Give a fraction or per cent."),
    example="降低了2倍",
)
def times_decrease(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "warning",
    zh="“{wrong}”：翻番用“番”，不用“倍”",
    en="doubling is not counted in multiples: {wrong}",
    meaning=("“翻”后面用了“倍”。", "The word 倍 follows 翻."),
    mend=("翻一番，或增长一倍。", "Write 翻一番, or 增长一倍."),
    example="翻了两倍",
)
def times_double(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "warning",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=("“百分之”后面用了阿拉伯数字。", "Arabic digits follow 百分之."),
    mend=("写成 95%，或百分之九十五。", "Write 95%, or 百分之九十五."),
    example="百分之95",
)
def percent_word(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "hint",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=("两个百分数相减，应说“百分点”。", "The difference of two percentages is in percentage points."),
    mend=("加“个百分点”。", "Write 个百分点."),
    example="由85%提高到90%，提高5%",
)
def percent_point(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "warning",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=("表示约数的词用了两个。", "Two words say that a number is approximate."),
    mend=("留一个。", "Keep one."),
    example="大约有50人左右",
)
def about_double(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "warning",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=("量词前用了“二”。", "The numeral 二 stands before a measure word."),
    mend=("用“两”。", "Write 两."),
    example="二个",
)
def word_er(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "error",
    zh="没有 {wrong} 这一天",
    en="there is no day {wrong}",
    meaning=("月份大于 12，或那个月没有这一天。", "The month is above 12, or has no such day."),
    mend=("核对日期。", "Check the date."),
    example="11月31日",
)
def date_impossible(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "error",
    zh="{wrong}：那天是{right}",
    en="{wrong}: that day is a {right}",
    meaning=(
        "日期与星期不符。没有年份的，按出版日期最近的那一天算。",
        (
            "Date and day of the week do not go together. A date without a year is taken as the one nearest to the "
            "issue's."
        ),
    ),
    mend=("核对日期和星期。", "Check both."),
    example="10月30日（星期四）",
)
def date_weekday(place: Location, *, wrong: str, right: str) -> Finding: ...


@wording(
    date_weekday,
    severity="hint",
    zh="{wrong}：今年那天是{right}，写的是哪一年？",
    en="{wrong}: that day is a {right} this year; which year is meant?",
)
def date_weekday_perhaps(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "warning",
    zh="“{wrong}”：写明日期",
    en="give the date for {wrong}",
    meaning=(
        "消息开头用“近日、昨日、上周”一类的词，没有日期；读者看到时已不知是哪一天。",
        (
            "A report begins with a word such as “recently” or “yesterday” and gives no date, and nobody can tell the "
            "day when it is read."
        ),
    ),
    mend=("写几月几日。", "Write month and day."),
    example="近日，我院……",
)
def date_relative(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "warning",
    zh="起止颠倒：{wrong}",
    en="the end comes before the start: {wrong}",
    meaning=("起止日期、年份前大后小。", "Of two days or years the first is the later one."),
    mend=("核对；跨月的，后一个写明月份。", "Check them; where the end is in another month, name it."),
    example="29日至12日",
)
def date_order(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "warning",
    zh="农历日期用汉字：{wrong}",
    en="a date of the lunar calendar is in Chinese numerals: {wrong}",
    meaning=("农历月日用了阿拉伯数字。", "A date of the lunar calendar has Arabic numerals."),
    mend=("用汉字数字（GB/T 15835 4.2）。", "Write Chinese numerals (GB/T 15835, 4.2)."),
    example="农历8月15",
)
def date_lunar(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "hint",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=("“诞辰”即生日，不说“诞辰几周年”。", "The word 诞辰 is a birthday, and has no anniversaries behind it."),
    mend=("写“几周年诞辰”或“诞生几周年”。", "Write 周年诞辰, or 诞生 and the years."),
    example="诞辰100周年",
)
def anniv_chen(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "hint",
    zh="“{wrong}”：别处是“{other}”",
    en="{wrong} here, and {other} elsewhere",
    meaning=("同一个会议，一期里有两种届次。", "A meeting has two ordinals in one issue."),
    mend=("核对届次，写法也统一。", "Check them, and write them in one form."),
    example="第12届、第十三届谷子大会",
)
def session_number(place: Location, *, wrong: str, other: str) -> Finding: ...


@entry(
    "warning",
    zh="时刻写法不对：{wrong}",
    en="a time is written in a wrong form: {wrong}",
    meaning=(
        "下午与二十四小时制并用，或没有这个时刻，或用了全角冒号。",
        (
            "The word for the afternoon stands with a 24-hour time, or there is no such time, or its colon is "
            "full-width."
        ),
    ),
    mend=("写 15:30，或下午3:30。", "Write 15:30, or 下午3:30."),
    example="下午15:30",
)
def time_form(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "warning",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=("单位符号的大小写不对。", "A unit's symbol is in the wrong case."),
    mend=("按 GB 3100 书写。", "Write it as GB 3100 has it."),
    example="3KM",
)
def unit_case(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "warning",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=(
        "单位的上标、度的符号写法不对。",
        "A unit's exponent or the sign of degrees is written in a wrong form.",
    ),
    mend=("写 m²、℃。", "Write m², ℃."),
    example="600m2",
)
def unit_symbol(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "warning",
    zh="中文名称与单位符号混成一个单位：{wrong}",
    en="a unit mixes a symbol with a Chinese name: {wrong}",
    meaning=("组合单位一半是符号，一半是中文。", "Half of a compound unit is a symbol, and half is Chinese."),
    mend=("写 km/h 或 千米/时。", "Write km/h, or 千米/时."),
    example="60km/时",
)
def unit_mixed_sign(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "hint",
    zh="“{wrong}”不是法定计量单位，用“{right}”",
    en="{wrong} is not a legal unit; write {right}",
    meaning=("用了不再使用的单位。", "A unit is no longer in use."),
    mend=("换算成法定计量单位；引文照旧。", "Convert it; quotations stay as they are."),
    example="120公分",
)
def unit_obsolete(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "warning",
    zh=SHOULD_BE_ZH,
    en=SHOULD_BE_EN,
    meaning=("货币符号与“元”重复。", "A currency sign stands with 元."),
    mend=("留一个。", "Keep one."),
    example="￥500元",
)
def money_form(place: Location, *, wrong: str, right: str) -> Finding: ...


@entry(
    "hint",
    zh="同一句里，同样的数有的用汉字，有的用阿拉伯数字：{wrong}",
    en="one sentence has numbers of one kind in two styles: {wrong}",
    meaning=(
        "同一句里同一个量词，前面的数用阿拉伯数字，另一个用汉字。",
        "In one sentence the same measure word has an Arabic and a Chinese number.",
    ),
    mend=("统一成一种（GB/T 15835 4.3）。", "Use one style (GB/T 15835, 4.3)."),
    example="17名队员、八十余名观众到场。",
)
def num_style_mix(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "hint",
    zh="“增长到N倍”和“增长N倍”都有，核对：{wrong}",
    en='both "to N times" and "by N times" stand here: {wrong}',
    meaning=("一篇里两种说法都用了；增长到3倍，是增长了2倍。", "A story has both; to three times is by two times."),
    mend=("核对数字。", "Check the figures."),
    example="增长到3倍，后来又增长了3倍。",
)
def times_increase(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "warning",
    zh="{wrong} 还没有到，却说成已经发生",
    en="{wrong} is after the issue, and is told as past",
    meaning=(
        "日期在出版之后，句子却说已经做了。",
        "The date is after that of the issue, and the sentence says that it has happened.",
    ),
    mend=("核对日期；还没有开的，写“将”。", "Check the date; for what is to come, write 将."),
    example="11月12日，大会召开了。",
)
def date_future(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "hint",
    zh="{wrong} 离出版已有 {days} 天",
    en="{wrong} is {days} days before the issue",
    meaning=(
        "消息开头的日期，离出版超过 60 天。",
        "The date at the start of a story is more than 60 days before the issue.",
    ),
    mend=("看看还是不是新闻，年份对不对。", "See whether it is still news, and whether the year is right."),
    example="3月2日，课题组下田。",
)
def date_stale(place: Location, *, wrong: str, days: int) -> Finding: ...


@entry(
    "hint",
    zh="{wrong} 还没有过完，却说成已经完成",
    en="{wrong} is not over, and is told as past",
    meaning=(
        "季度、半年还没有到头，句子却说已经完成。",
        "A quarter or half of the year has not ended by the date of the issue, and the sentence tells it as past.",
    ),
    mend=("核对是哪一季度。", "Check which quarter is meant."),
    example="第四季度完成了全部任务。",
)
def season_quarter(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "hint",
    zh="一篇里“{wrong}”和“{other}”都用",
    en='"{wrong}" and "{other}" in one story',
    meaning=("同一个单位，一篇里用了两种名称。", "A story has two names of one unit."),
    mend=("统一成一种。", "Use one."),
    example="施肥5公斤，又施肥3千克。",
)
def unit_mixed(place: Location, *, wrong: str, other: str) -> Finding: ...


@entry(
    "hint",
    zh="{wrong}：不可能这么大",
    en="{wrong} cannot be so large",
    meaning=("pH 大于 14，湿度超过 100%，温度上千度。", "A pH above 14, a humidity above 100%, thousands of degrees."),
    mend=("核对数字和小数点。", "Check the figure and its point."),
    example="土壤pH为75。",
)
def unit_range(place: Location, *, wrong: str) -> Finding: ...


@entry(
    "hint",
    zh="数和单位之间，全刊多数{right}，这里是 {wrong}",
    en="most numbers stand as in {right} before their unit; here it is {wrong}",
    meaning=("数和单位之间，有的空，有的不空。", "Some numbers have a space before their unit, and some have none."),
    mend=(
        "统一；中西文之间的空由排版加，不用打空格。",
        "Use one way; the page adds the space between scripts by itself.",
    ),
    example="5kg 和 3 kg",
)
def unit_space(place: Location, *, wrong: str, right: str) -> Finding: ...
