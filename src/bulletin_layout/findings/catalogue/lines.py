"""Lines that show how hard they were to set (行文疏密): loose ones, and ones that no rule allows."""

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.entries import entry
from bulletin_layout.findings.phrases import Phrase

#: What the documents call this area.
TITLE = ("行文疏密", "Lines")


@entry(
    "warning",
    zh="{where}「{words}」开头的一行字距拉得太开，每个字间加了 {gap:.2f} em（限 {limit:.2f}）",
    en="{where}the line that begins with 「{words}」 is set loose: {gap:.2f} em in every gap (limit {limit:.2f})",
    meaning=(
        "这一行排不满，又不能把下一个字提上来，只好把字距拉开。栏太窄，行里又有长英文词、网址或长串不能拆的字，就会这样。",
        "The line would not fill, and nothing of the next one could be brought up, so its gaps were opened. It "
        "happens where a column is narrow and the text has long Western words, addresses or names that stay whole.",
    ),
    mend=(
        "改动这一段几个字，把栏放宽，或者让照片旁的文字少绕一栏；偶尔一行可以接受的，放宽样式的 loose_limit。",
        "Change a few characters of the paragraph, or give the column more width; where such a line is acceptable, "
        "raise the style's loose_limit.",
    ),
    example=(
        "6 字宽的栏里有 photosynthesis 这样的词，前一行只剩 4 个字。",
        "A word such as photosynthesis in a column of 6字 leaves four characters to the line before it.",
    ),
)
def loose_line(place: Location, *, where: Phrase, words: str, gap: float, limit: float) -> Finding: ...


@entry(
    "warning",
    zh="{where}「{words}」开头的一行没有合规的断法，是勉强断开的",
    en="{where}the line that begins with 「{words}」 has no lawful break: it was broken by force",
    meaning=(
        "这一行怎么断都会违反避头尾，或者有比一行还宽、拆不开的内容，只好在最不坏的地方断开，可能排不满，也可能超出行宽。",
        "Every break of this line is forbidden (避头尾), or something in it is wider than the line and cannot be "
        "divided. It was broken at the least bad place; it may not fill its measure, or may exceed it.",
    ),
    mend=(
        "改写这一句，或把栏放宽。",
        "Reword the sentence, or give the column more width.",
    ),
    example=(
        "两个字宽的栏里排“一，二”。",
        "“一，二” in a column that is two characters wide.",
    ),
)
def forced_line(place: Location, *, where: Phrase, words: str) -> Finding: ...
