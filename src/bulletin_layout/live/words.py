"""What the live page says beside findings (活样用语), in both languages; the browser gets it as JSON.

A key ends in ``.one`` for the English form with a count of 1. ``{fields}`` are filled in by the browser (web/words.js).
"""

from typing import Final

from bulletin_layout.findings.phrases import Phrase
from bulletin_layout.languages import Language

#: The window: its parts and toolbar.
FRAME: Final[dict[str, Phrase]] = {
    "lang": Phrase("zh-CN", "en"),
    "skip": Phrase("直接到版面", "Skip to the pages"),
    "toolbar": Phrase("工具栏", "Toolbar"),
    "desk": Phrase("版面", "Pages"),
    "thumbnails": Phrase("各版一览", "Page thumbnails"),
    "panel": Phrase("右侧面板", "Side panel"),
    "rail": Phrase("各版一览", "Page thumbnails"),
    "page-number": Phrase("到第几版", "Go to page"),
    "previous": Phrase("上一版", "Previous page"),
    "next": Phrase("下一版", "Next page"),
    "first": Phrase("头版", "First page"),
    "last": Phrase("末版", "Last page"),
    "larger": Phrase("放大", "Zoom in"),
    "smaller": Phrase("缩小", "Zoom out"),
    "full": Phrase("实际大小", "Actual size"),
    "zoom": Phrase("显示比例", "Zoom"),
    "zoom-now": Phrase("显示比例：{percent} %", "Zoom: {percent} %"),
    "fit-width": Phrase("适合宽度", "Fit width"),
    "fit-page": Phrase("适合整版", "Fit page"),
    "spreads": Phrase("对开显示", "Show spreads"),
    "theme": Phrase("浅色、深色或随系统", "Light, dark or as the system"),
    "follow": Phrase("存盘后跟到改动处", "Follow what is saved"),
    "help": Phrase("键盘快捷键", "Keyboard shortcuts"),
    "letters": Phrase("启用单字母快捷键", "Use single-letter shortcuts"),
    "close": Phrase("关闭", "Close"),
    "page": Phrase("第 {number} 版", "Page {number}"),
    "page-of-name": Phrase("第 {number} 版　{name}", "Page {number} · {name}"),
    "paper": Phrase("{width} × {height} 毫米", "{width} × {height} mm"),
}

#: The sheet of shortcuts.
KEYS: Final[dict[str, Phrase]] = {
    "keys-moving": Phrase("翻看", "Moving about"),
    "keys-zooming": Phrase("显示", "Zoom and view"),
    "keys-panels": Phrase("面板", "Panels"),
    "keys-layers": Phrase("图层", "Layers"),
    "keys-editing": Phrase("改稿", "Editing"),
    "keys-other": Phrase("其他", "Other"),
    "pan": Phrase("拖动版面", "Pan"),
    "pan-how": Phrase("空格＋拖", "Space + drag"),
    "wheel-zoom": Phrase("缩放", "Zoom"),
    "wheel-zoom-how": Phrase("Ctrl＋滚轮", "Ctrl + wheel"),
    "select-line": Phrase("逐行选（先点到版上）", "Select line by line (page focused)"),
    "select-line-how": Phrase("↑ ↓", "↑ ↓"),
    "double": Phrase("标题、图说就地改；正文在编辑器里打开", "Edit head or caption; open text"),
    "double-how": Phrase("双击", "Double click"),
    "click-open": Phrase("在编辑器里打开", "Open in the editor"),
    "click-open-how": Phrase("Ctrl＋单击", "Ctrl + click"),
}

#: The layers above the pages.
LAYERS: Final[dict[str, Phrase]] = {
    "layers": Phrase("图层", "Layers"),
    "layers-on": Phrase("图层 {count}", "Layers {count}"),
    "no-layers": Phrase("全部隐藏", "Hide all"),
    "layer-slots": Phrase("版块", "Slots"),
    "layer-grid": Phrase("基线网格", "Baseline grid"),
    "layer-columns": Phrase("栏", "Columns"),
    "layer-margins": Phrase("版心", "Type area"),
    "layer-bleed": Phrase("出血", "Bleed"),
    "layer-safe": Phrase("安全区", "Safe area"),
    "layer-heat": Phrase("行账（紧蓝、松红、硬排深）", "Line ledger (tight blue, loose red, forced dark)"),
    "layer-order": Phrase("阅读顺序", "Reading order"),
    "layer-findings": Phrase("问题", "Findings"),
    "layer-give": Phrase("所让", "What gave"),
    "layer-changes": Phrase("上一校以来的改动", "Changes since the last proof"),
}

#: The tabs of the panel, and what is selected.
PANEL: Final[dict[str, Phrase]] = {
    "tab-selected": Phrase("选中", "Selected"),
    "tab-findings": Phrase("问题", "Findings"),
    "tab-slots": Phrase("版块", "Slots"),
    "tab-search": Phrase("查找", "Search"),
    "selected": Phrase("看选中的", "Show the selection"),
    "findings": Phrase("看问题", "Show findings"),
    "slots": Phrase("看版块", "Show slots"),
    "next-finding": Phrase("下一个问题", "Next finding"),
    "previous-finding": Phrase("上一个问题", "Previous finding"),
    "nothing-selected": Phrase("没有选中内容", "Nothing is selected"),
    "select-hint": Phrase(
        "点一行字、一幅照片或一个版块，这里就显示它出自哪个文件、怎样排的、为什么在这里断行。",
        "Click a line, a photo or a slot to see its source, how it is set and why it broke there.",
    ),
    "asking": Phrase("正在查看……", "Looking it up …"),
    "line": Phrase("文字", "Text"),
    "photo": Phrase("照片", "Photo"),
    "open": Phrase("在编辑器里打开", "Open in the editor"),
    "open-at": Phrase("在编辑器里打开 {where}", "Open {where} in the editor"),
    "opened": Phrase("已在编辑器里打开 {where}", "Opened {where}"),
    "write": Phrase("就地改字", "Edit in place"),
    "edit-words": Phrase("就地改字", "Edit in place"),
    "style": Phrase("样式", "Style"),
    "face": Phrase("字体", "Face"),
    "size": Phrase("字号", "Size"),
    "leading": Phrase("行距", "Leading"),
    "measure": Phrase("行长", "Measure"),
    "ledger": Phrase("行账", "Ledger"),
    "why": Phrase("断行", "Break"),
    "points": Phrase("{points} 点", "{points} pt"),
    "chars": Phrase("{chars} 字", "{chars}字"),
    "chars-lines": Phrase("{chars} 字，{lines} 行", "{chars}字, {lines}行"),
    "room-set": Phrase("容 {room} 字，排 {set} 字", "room {room}字, set {set}字"),
    "slot-named": Phrase("版块 {slot}", "Slot {slot}"),
    "slot": Phrase("版块", "Slot"),
    "page-short": Phrase("版", "Page"),
    "story": Phrase("稿件", "Story"),
    "room": Phrase("容", "Room"),
    "set": Phrase("排", "Set"),
    "balance": Phrase("余缺", "Over/short"),
    "gave": Phrase("所让", "Gave"),
    "left": Phrase("未能避免", "Not avoided"),
    "cut": Phrase("裁图", "Cropped"),
    "over": Phrase("超 {chars} 字（{lines} 行）", "over {chars}字 ({lines}行)"),
    "short": Phrase("差 {chars} 字（{lines} 行）", "short {chars}字 ({lines}行)"),
    "fits": Phrase("正好", "fits"),
    "no-slots": Phrase("这一期没有版块。", "This issue has no slots."),
    "deselect": Phrase("取消选中", "Deselect"),
}

#: Findings and search.
FOUND: Final[dict[str, Phrase]] = {
    "severity": Phrase("按轻重筛选", "Filter by severity"),
    "error": Phrase("错误", "Error"),
    "warning": Phrase("警告", "Warning"),
    "hint": Phrase("提示", "Hint"),
    "errors": Phrase("错误 {count}", "{count} errors"),
    "errors.one": Phrase("错误 {count}", "{count} error"),
    "warnings": Phrase("警告 {count}", "{count} warnings"),
    "warnings.one": Phrase("警告 {count}", "{count} warning"),
    "hints": Phrase("提示 {count}", "{count} hints"),
    "hints.one": Phrase("提示 {count}", "{count} hint"),
    "no-findings": Phrase("没有问题。", "Nothing was found."),
    "all-filtered": Phrase("筛选后没有问题。", "The filter hides all findings."),
    "findings-here": Phrase("这里的问题", "Findings here"),
    "find": Phrase("查找", "Search"),
    "search-text": Phrase("在本期稿件里查找", "Search the issue’s text"),
    "hits": Phrase("{count} 处", "{count} places"),
    "hits.one": Phrase("{count} 处", "{count} place"),
}

#: Editing, trying, exporting, importing.
EDITS: Final[dict[str, Phrase]] = {
    "written": Phrase("已写入", "Written"),
    "undo": Phrase("撤销", "Undo"),
    "redo": Phrase("重做", "Redo"),
    "keep": Phrase("写入文件", "Write it"),
    "drop": Phrase("不要了", "Discard"),
    "choices": Phrase("可以试的排法", "What would fit"),
    "trying": Phrase("正在试：{title}。文件还没有改。", "Trying: {title}. No file has been changed."),
    "not-editable": Phrase("现在不能改：只许看，或者文件有错。", "Cannot be edited now: read-only or broken files."),
    "nothing-to-write": Phrase("这里没有可以就地改的字。", "There are no words here to edit in place."),
    "edge-top": Phrase("上边", "Top edge"),
    "edge-top-back": Phrase("上边上移", "Move the top edge up"),
    "edge-top-on": Phrase("上边下移", "Move the top edge down"),
    "edge-bottom": Phrase("下边", "Bottom edge"),
    "edge-bottom-back": Phrase("下边上移", "Move the bottom edge up"),
    "edge-bottom-on": Phrase("下边下移", "Move the bottom edge down"),
    "edge-left": Phrase("左边", "Left edge"),
    "edge-left-back": Phrase("左边左移", "Move the left edge left"),
    "edge-left-on": Phrase("左边右移", "Move the left edge right"),
    "edge-right": Phrase("右边", "Right edge"),
    "edge-right-back": Phrase("右边左移", "Move the right edge left"),
    "edge-right-on": Phrase("右边右移", "Move the right edge right"),
    "by-lines": Phrase("{by} 行", "{by} 行"),
    "by-columns": Phrase("{by} 栏", "{by} columns"),
    "by-mm": Phrase("{by} 毫米", "{by} mm"),
    "by-pt": Phrase("{by} 点", "{by} pt"),
    "box-number": Phrase("第 {number} 框", "Box {number}"),
    "move-story": Phrase("把稿件移到……", "Move the story to …"),
    "move-to": Phrase("第 {page} 版 {slot}（{story}）", "page {page}, {slot} ({story})"),
    "move-here": Phrase("把 {story} 移到这里", "Move {story} here"),
    "focus": Phrase("照片取景", "Photo focus"),
    "focus-left": Phrase("照片左移", "Move the photo left"),
    "focus-right": Phrase("照片右移", "Move the photo right"),
    "focus-up": Phrase("照片上移", "Move the photo up"),
    "focus-down": Phrase("照片下移", "Move the photo down"),
    "export": Phrase("导出", "Export"),
    "export-print": Phrase("印刷件 PDF", "PDF for the press"),
    "export-screen": Phrase("屏幕件 PDF", "PDF for the screen"),
    "export-archive": Phrase("存档件 PDF", "Archive PDF"),
    "export-booklet": Phrase("骑马订大版 PDF", "Booklet PDF"),
    "export-spreads": Phrase("对页 PDF", "PDF of spreads"),
    "export-page": Phrase("第 {number} 版的图片（PNG）", "Image of page {number} (PNG)"),
    "export-report": Phrase("印前检查报告", "Preflight report"),
    "exporting": Phrase("正在导出……", "Exporting …"),
    "exported": Phrase("已导出 {name}", "Exported {name}"),
    "drop-here": Phrase("松手就导入来稿", "Drop manuscripts to import them"),
    "importing": Phrase("正在导入 {count} 个文件……", "Importing {count} files …"),
    "importing.one": Phrase("正在导入 {count} 个文件……", "Importing {count} file …"),
    "imported": Phrase("{count} 个来稿的导入结果", "{count} manuscripts were read"),
    "imported.one": Phrase("来稿的导入结果", "A manuscript was read"),
    "import-written": Phrase(
        "{name} → {story}：在 issue.yaml 里写放到哪个版块", "{name} → {story}: issue.yaml says where it goes"
    ),
    "import-merged": Phrase("{name}：新的改动并入了改过的 {story}", "{name}: merged with {story}, which was edited"),
    "import-kept": Phrase("{name} 没有变，改过的 {story} 不动", "{name} is as it was, and {story} keeps its edits"),
    "import-same": Phrase("{name} 和上次一样，{story} 不动", "{name} and {story} are as they were"),
    "import-refused": Phrase("{name} 没有导入", "{name} was not imported"),
}

#: Connection and state.
STATE: Final[dict[str, Phrase]] = {
    "linked": Phrase("已是最新", "Up to date"),
    "busy": Phrase("正在排版……", "Composing …"),
    "no-pages": Phrase("还没有排成的版面。", "There are no pages yet."),
    "broken-short": Phrase("文件有错", "Files are broken"),
    "broken-first": Phrase("文件有错，改好了才排得出来", "The files have errors; mend them to see the pages"),
    "broken": Phrase("文件有错，下面是上一次排成的版面", "The files have errors; these are the last good pages"),
    "lost": Phrase("连接断了", "Connection lost"),
    "lost-hint": Phrase("正在重新连接，连上后自动更新。", "Connecting again; the pages will catch up by themselves."),
    "gone": Phrase("活样已停止", "The preview has stopped"),
    "saved": Phrase("刚存盘：{file}", "Saved: {file}"),
    "refused": Phrase("没有做成", "Not done"),
}

WORDS: Final[dict[str, Phrase]] = {**FRAME, **KEYS, **LAYERS, **PANEL, **FOUND, **EDITS, **STATE}


def as_json(language: Language) -> dict[str, str]:
    """All words of the page in one language, by their keys."""
    return {key: words.zh if language == "zh" else words.en for key, words in WORDS.items()}
