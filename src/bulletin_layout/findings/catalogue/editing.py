"""Editing on the live page (直接改): what stands at a place, and why an edit was not made."""

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.entries import entry, wording
from bulletin_layout.findings.phrases import Phrase, phrase

#: What the documents call this area.
TITLE = ("直接改", "Editing on the page")


@phrase(zh="{step}，共 {em:.2f} 字", en="{step}, {em:.2f} em in all")
def by(step: Phrase, em: float) -> Phrase: ...


@phrase(zh="放不进、也断不开：{ledger}", en="neither fits nor breaks: {ledger}")
def forced(ledger: Phrase) -> Phrase: ...


@phrase(zh="“{char}”不能在行首，挤进本行", en='"{char}" may not begin a line, so it was squeezed in')
def pulled_in(char: str) -> Phrase: ...


@phrase(
    zh="“{after}”不能在行首，带着“{char}”一起到下一行", en='"{after}" may not begin a line, so "{char}" goes on with it'
)
def carried(char: str, after: str) -> Phrase: ...


@phrase(zh="“{char}”不能在行尾，到下一行", en='"{char}" may not end a line, so it goes on')
def opens_next(char: str) -> Phrase: ...


@phrase(zh="“{word}”不拆，整个到下一行", en='"{word}" is kept whole on the next line')
def whole(word: str) -> Phrase: ...


@phrase(zh="改字：{words}", en="words: {words}")
def words_changed(words: str) -> Phrase: ...


@phrase(zh="版块“{slot}”的边", en='edge of slot "{slot}"')
def edge_moved(slot: str) -> Phrase: ...


@phrase(zh="“{story}”换版块", en='"{story}" to another slot')
def story_moved(story: str) -> Phrase: ...


@phrase(zh="照片取景", en="focus of a photo")
def focus_moved() -> Phrase: ...


@phrase(zh="照提示改：{title}", en="as advised: {title}")
def fix_made(title: Phrase) -> Phrase: ...


@entry(
    "error",
    zh="这里不能直接改：它不是从文件里的文字来的",
    en="this cannot be edited here: it does not come from words in a file",
    meaning=(
        "能直接改的是稿件和版式里写着的文字、版块在网格上的边、版块里的稿件和照片的取景；程序排上去的（页码、日期、"
        "括号、■）不能。",
        "What can be edited on the page: words written in a story or layout, edges of slots on the grid, the stories "
        "in slots, the focus of photos; not what the program adds (numbers, dates, brackets, ■).",
    ),
    mend=("到文件里改。", "Edit the file."),
    example=("点页码", "a click on a page number"),
    fixed=True,
)
def not_editable(place: Location) -> Finding: ...


@wording(
    not_editable,
    zh="这个文件不是这一期的来源文件，不能在这里改",
    en="this file is none of the issue's sources, and cannot be edited here",
)
def not_editable_file(place: Location) -> Finding: ...


@wording(
    not_editable,
    zh="文件不是 UTF-8 编码，直接改只写 UTF-8：先把它另存为 UTF-8；什么也没有改",
    en="the file is not UTF-8, and only UTF-8 is written: save it as UTF-8 first; nothing was changed",
)
def not_editable_encoding(place: Location) -> Finding: ...


@wording(
    not_editable,
    zh="这些字写不进这个值而不动别的：到文件里改；什么也没有改",
    en="this value cannot take these words without anything else changing: edit the file; nothing was changed",
)
def not_editable_value(place: Location) -> Finding: ...


@wording(
    not_editable,
    zh="版块“{slot}”的位置不是按栏和行写的，这里拖不动：到版式里改",
    en='slot "{slot}" is not placed by columns and rows, so its edges cannot be dragged: edit the layout',
)
def slot_off_grid(place: Location, *, slot: str) -> Finding: ...


@wording(
    not_editable,
    zh="版块“{slot}”的边拖不到那里：会没有地方，或出了网格",
    en='the edge of slot "{slot}" cannot go there: a slot would have no room, or leave the grid',
)
def edge_too_far(place: Location, *, slot: str) -> Finding: ...


@wording(
    not_editable,
    zh="没有这个版块：第{page}版“{slot}”",
    en='no such slot: page {page} "{slot}"',
)
def no_slot_here(place: Location, *, page: int, slot: str) -> Finding: ...


@wording(
    not_editable,
    zh="这样换稿要改 issue.yaml 的写法，不只是名字：到文件里改；什么也没有改",
    en="this move would change how issue.yaml is written, not only its names: edit the file; nothing was changed",
)
def not_movable(place: Location) -> Finding: ...


@entry(
    "error",
    zh="文件在这期间被改过，没有写：看看现在的版面，再改一次",
    en="the file was changed meanwhile, so nothing was written: look at the page as it is now, and edit again",
    meaning=(
        "直接改只写还和看到的一样的文件，别人（或者别的编辑器）刚存的不会被盖掉；撤销也是这样。",
        "An edit is written only into a file that is still as it was seen, so nothing that was saved meanwhile, by "
        "somebody else or in another editor, is lost. The same holds for undoing.",
    ),
    mend=("等版面更新，再改。", "Wait for the page to be drawn anew, then edit again."),
    example=("两个人同时改一条标题", "two people edit one headline"),
    fixed=True,
)
def changed_meanwhile(place: Location) -> Finding: ...


@wording(
    changed_meanwhile,
    zh="“{label}”以后文件又被改过，撤销不了：到编辑器里撤销",
    en='the file was changed after "{label}", which therefore cannot be undone here: undo it in the editor',
)
def not_undone(place: Location, *, label: Phrase) -> Finding: ...


@wording(changed_meanwhile, zh="没有可撤销的", en="there is nothing to undo")
def nothing_to_undo(place: Location) -> Finding: ...


@wording(changed_meanwhile, zh="没有可重做的", en="there is nothing to do again")
def nothing_to_redo(place: Location) -> Finding: ...


@entry(
    "error",
    zh="改动没有写进去：{reason}",
    en="the edit was not written: {reason}",
    meaning=("文件写不了。", "The file cannot be written."),
    mend=("看文件夹能不能写、磁盘满没满。", "See whether the folder may be written, and the disk has room."),
    example="chmod -w content/2026-10",
    fixed=True,
)
def edit_not_written(place: Location, *, reason: Phrase) -> Finding: ...


@wording(
    not_editable,
    zh="页上没有这一处：版面已经变了，或还没有排出来",
    en="there is no such place on the pages: they have changed, or are not composed yet",
)
def nothing_there(place: Location) -> Finding: ...


@wording(
    not_editable,
    zh="正在试一种改法：先留下它，或放弃它，再改别的",
    en="a change is being tried: keep it or drop it before you edit anything else",
)
def trial_open(place: Location) -> Finding: ...


@wording(not_editable, zh="没有正在试的改法", en="nothing is being tried")
def nothing_tried(place: Location) -> Finding: ...


@entry(
    "error",
    zh="编辑器打不开（{editor}）：用 --editor 选一个，如 vscode、idea，或一条命令",
    en="the editor cannot be opened ({editor}): choose one with --editor, such as vscode or idea, or a command",
    meaning=(
        "点一下版面，会在编辑器里打开文件的那一行：编辑器用 --editor 说。",
        "A click on the page opens its line in an editor, which --editor names.",
    ),
    mend=(
        '--editor vscode、--editor idea，或 --editor "subl {file}:{line}:{column}"。',
        '--editor vscode, --editor idea, or --editor "subl {file}:{line}:{column}".',
    ),
    example='bulletin preview 2026-10 --editor "emacsclient -n +{line}:{column} {file}"',
    fixed=True,
)
def no_editor(place: Location, *, editor: str) -> Finding: ...


@phrase(zh="下边移 {rows:+d} 行", en="lower edge by {rows:+d}行")
def lower_edge(rows: int) -> Phrase: ...


@phrase(zh="上边移 {rows:+d} 行", en="upper edge by {rows:+d}行")
def upper_edge(rows: int) -> Phrase: ...


@phrase(zh="约多 {given} 行的地方，超 {lines} 行", en="about {given}行 more room; {lines}行 are over")
def more_room(given: int, lines: int) -> Phrase: ...


@phrase(zh="约少 {given} 行的地方，差 {lines} 行", en="about {given}行 less room; {lines}行 are empty")
def less_room(given: int, lines: int) -> Phrase: ...


@phrase(zh="换版块：{moves}", en="rearranged: {moves}")
def rearranged(moves: tuple[Phrase, ...]) -> Phrase: ...


@phrase(zh="{story} 到 {slot}", en="{story} to {slot}")
def goes_to(story: str, slot: str) -> Phrase: ...


@phrase(
    zh="这一版{then}，现在{now}；分 {points}，现在 {before}",
    en="page then {then}, now {now}; {points} points, now {before}",
)
def rated(then: Phrase, now: Phrase, points: int, before: int) -> Phrase: ...


@phrase(zh="超 {over} 字、差 {short} 字", en="{over}字 over and {short}字 short")
def over_and_short(over: int, short: int) -> Phrase: ...


@phrase(zh="超 {chars} 字", en="{chars}字 over")
def over_in_all(chars: int) -> Phrase: ...


@phrase(zh="差 {chars} 字", en="{chars}字 short")
def short_in_all(chars: int) -> Phrase: ...


@phrase(zh="正好", en="fits")
def fits_in_all() -> Phrase: ...


@phrase(
    zh="按 bulletin suggest 的办法排名，这一版的 {ways} 种排法都比过了",
    en="ranked as by bulletin suggest, with all {ways} arrangements of the page’s stories",
)
def searched(ways: int) -> Phrase: ...


@phrase(
    zh="这一版可换的版块太多，稿件的排法没有比；用 bulletin suggest --keep 比",
    en="too many slots to compare arrangements of the stories here: use bulletin suggest --keep",
)
def not_searched() -> Phrase: ...


@phrase(
    zh="这一版没有更好的排法：{ways} 种都比过了",
    en="no arrangement of the page’s stories is better: all {ways} were compared",
)
def none_better(ways: int) -> Phrase: ...


@phrase(
    zh="排法太多，没有比完：用 bulletin suggest 比",
    en="comparing all arrangements takes too long here: use bulletin suggest",
)
def search_too_long() -> Phrase: ...


@phrase(zh="改成“{new}”", en='write "{new}"')
def write_instead(new: str) -> Phrase: ...


@phrase(zh="删去“{old}”", en='leave out "{old}"')
def leave_out(old: str) -> Phrase: ...


@phrase(zh="图片“{name}”高 {rows} 行", en='photo "{name}" {rows}行 high')
def photo_height(name: str, rows: int) -> Phrase: ...
