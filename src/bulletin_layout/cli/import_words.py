"""What ``bulletin import`` says beside findings (导入用语), in both languages."""

from bulletin_layout.findings.phrases import Phrase, phrase


@phrase(zh="{manuscript} → {story}（{contents}）", en="{manuscript} → {story} ({contents})")
def became(manuscript: str, story: str, contents: tuple[Phrase, ...]) -> Phrase: ...


@phrase(zh="{manuscript}：没有写", en="{manuscript}: nothing written")
def refused(manuscript: str) -> Phrase: ...


@phrase(zh="{manuscript}：{story} 没有动", en="{manuscript}: {story} left alone")
def kept(manuscript: str, story: str) -> Phrase: ...


@phrase(zh="{manuscript}：{story} 已经是这样", en="{manuscript}: {story} is so already")
def same(manuscript: str, story: str) -> Phrase: ...


@phrase(zh="主题“{words}”", en='headline "{words}"')
def headline(words: str) -> Phrase: ...


@phrase(zh="没有标题", en="no headline")
def no_headline() -> Phrase: ...


@phrase(zh="{count} 幅图片", en="{count} photos", one="{count} photo")
def photos(count: int) -> Phrase: ...


@phrase(zh="已合并", en="merged")
def merged() -> Phrase: ...


@phrase(zh="{written} 篇写好，{refused} 篇没有写", en="{written} imported, {refused} not")
def summed(written: int, refused: int) -> Phrase: ...
