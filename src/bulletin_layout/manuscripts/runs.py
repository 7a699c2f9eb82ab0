"""The contents of a Word paragraph (段内): runs with their marks, and the pictures and boxes that hang on it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bulletin_layout.findings.catalogue import word_files as said
from bulletin_layout.manuscripts.context import Context, chosen, is_prompt
from bulletin_layout.manuscripts.drawings import drawn, old_equation
from bulletin_layout.manuscripts.equations import equation_runs, equation_text
from bulletin_layout.manuscripts.fields import Field, written_by
from bulletin_layout.manuscripts.losses import quoted
from bulletin_layout.manuscripts.matter import Look, Matter, Run
from bulletin_layout.manuscripts.symbols import is_private, is_symbol_font, symbol
from bulletin_layout.manuscripts.xml import Node

_CHANGES: Final = ("w:ins", "w:del", "w:moveTo", "w:moveFrom")
#: What a note has, if it says anything.
_WORDS: Final = ("w:t", "m:t", "w:sym")
_LINKS: Final = ("http://", "https://", "mailto:", "tel:")
#: Stands for what cannot be written, a sign or an equation: the reader of stories reports it where it stands.
_UNKNOWN: Final = "\ufffd"
_SPELLED: Final = {"w:tab": "\t", "w:ptab": "\t", "w:cr": "\n", "w:noBreakHyphen": "-"}


class ParagraphReader:
    """Reads the children of a paragraph. ``runs``: what was read; ``beside``: pictures and boxes, in order.

    ``properties``: the paragraph's; ``in_table``: white text may stand on a dark ground there.
    """

    def __init__(self, context: Context, properties: Node | None, *, in_table: bool) -> None:
        self.runs: list[Run] = []
        self.beside: list[Matter] = []
        self._context = context
        self._properties = properties
        shade = properties.first("w:shd") if properties is not None else None
        self._white_shows = in_table or shade is not None
        self._pending: dict[str, str] = {}  # text of a kind that goes on from run to run: hidden, struck, marked

    def take(self, nodes: Sequence[Node], link: str = "") -> None:
        """Read nodes of the paragraph. ``link``: the address that they lead to."""
        for node in nodes:
            match node.tag:
                case "w:r":
                    self._run(node, link)
                case "w:hyperlink":
                    self.take(node.children, self._address(node) or link)
                case "w:fldSimple":
                    self._simple_field(node, link)
                case "m:oMath" | "m:oMathPara":
                    self._equation(node)
                case "mc:AlternateContent":
                    self.take(chosen(node), link)
                case "w:pPr" | "w:sdtPr" | "w:smartTagPr" | "w:customXmlPr":
                    continue
                case "w:sdt" if is_prompt(self._context, node):
                    self._context.losses.drop("placeholder", "".join(part.text for part in node.within("w:t")))
                case _ if node.tag in _CHANGES:
                    if self._context.is_kept(node):
                        self.take(node.children, link)
                case _:
                    self.take(node.children, link)

    def finish(self) -> None:
        """Report what is still pending at the end of the paragraph."""
        for kind in tuple(self._pending):
            self._flush(kind)

    def _address(self, node: Node) -> str:
        relation = self._context.relations.get(node.get("r:id"))
        if relation is None or not relation.external:
            self._context.losses.drop("bookmark")
            return ""
        return self._followed(relation.target)

    def _followed(self, address: str) -> str:
        if address.lower().startswith(_LINKS):
            return address
        self._context.losses.drop("link", address)
        return ""

    def _simple_field(self, node: Node, link: str) -> None:
        field = Field()
        field.instruction = node.get("w:instr")
        if field.dropped:
            self._context.losses.drop(field.dropped)
        else:
            self.take(node.children, link)

    def _equation(self, node: Node) -> None:
        look = self._context.styles.look(self._properties, None)
        for each in [node] if node.tag == "m:oMath" else node.all("m:oMath"):
            runs = equation_runs(each, look)
            if runs is None:
                self._lost_equation(equation_text(each), look)
            else:
                self._context.losses.drop("equation-form")
                self.runs += (replace(run, text=self._context.losses.clean(run.text)) for run in runs)

    def _run(self, node: Node, link: str) -> None:
        properties = node.first("w:rPr")
        if properties is not None and properties.first("w:rPrChange") is not None:
            self._context.losses.drop("format-change")
        look = self._context.styles.look(self._properties, properties)
        if look.white and not look.highlight and not self._white_shows:
            look = replace(look, hidden=True)
        for child in node.children:
            self._in_run(child, look, link)

    def _in_run(self, node: Node, look: Look, link: str) -> None:  # noqa: PLR0912  # one branch a kind
        losses = self._context.losses
        match node.tag:
            case "w:t" | "w:delText":
                self._text(self._spelled(losses.clean(node.text), look), look, link)
            case "w:tab" | "w:ptab" if self.runs:
                losses.drop("tab")
                self._text("\t", look, link)
            case "w:tab" | "w:ptab" | "w:cr" | "w:noBreakHyphen":
                self._text(_SPELLED[node.tag], look, link)
            case "w:br":
                if node.get("w:type", "textWrapping") == "textWrapping":
                    self._text("\n", look, link)
                else:
                    losses.drop("break")
            case "w:softHyphen":
                losses.drop("soft-hyphen")
            case "w:sym":
                self._text(self._sign(int(node.get("w:char") or "0", 16), node.get("w:font")), look, link)
            case "w:ruby":
                self._ruby(node, link)
            case "w:footnoteReference" | "w:endnoteReference":
                self._note(node, look)
            case "w:commentReference":
                self._comment(node)
            case "w:object" if program := old_equation(node):
                self._lost_equation(f"{self._around()}〔{program}〕", look)
            case "w:drawing" | "w:pict" | "w:object":
                if not look.hidden and not self._is_dropped():
                    self.beside += drawn(self._context, node)
            case "mc:AlternateContent":
                for child in chosen(node):
                    self._in_run(child, look, link)
            case "w:fldChar":
                self._field(node.get("w:fldCharType"), look)
            case "w:instrText" | "w:delInstrText":
                if self._context.fields:
                    self._context.fields[-1].instruction += node.text

    def _spelled(self, text: str, look: Look) -> str:
        """A text with the signs of symbol fonts as ordinary characters."""
        if is_symbol_font(look.latin) and text.strip():
            return "".join(
                self._sign(ord(char), look.latin) if is_private(char) else symbol(ord(char), look.latin) or char
                for char in text
            )
        for char in filter(is_private, text):
            self._say_unknown(char, look.face or look.latin, text)
        return text

    def _sign(self, code: int, font: str) -> str:
        found = symbol(code, font)
        if not found and is_symbol_font(font):
            self._say_unknown(chr(code), font, self._around())
        if found or is_symbol_font(font):
            return found or _UNKNOWN
        char = chr(code) if code < 0x110000 else _UNKNOWN  # a sign of an ordinary font has the code of its character
        if is_private(char):
            self._say_unknown(char, font, self._around())
        return char

    def _say_unknown(self, char: str, font: str, around: str) -> None:
        code, quote = f"U+{ord(char):04X}", quoted(around, 20)
        self._context.losses.say(lambda place: said.unknown_symbol(place, char=code, font=font or "?", around=quote))

    def _around(self) -> str:
        """The last characters that were read, to say where something stands."""
        return "".join(run.text for run in self.runs)[-12:]

    def _lost_equation(self, text: str, look: Look) -> None:
        """Report an equation that is left out, and mark its place."""
        self._context.losses.equation(text)
        self._text(_UNKNOWN, look, "")

    def _is_dropped(self) -> bool:
        """Whether what stands here belongs to a field, but is not a result that is kept."""
        return any(field.phase == "instruction" or field.dropped for field in self._context.fields)

    def _text(self, text: str, look: Look, link: str, ruby: str = "") -> None:
        if self._is_dropped():
            return
        for kind, is_so in (("hidden", look.hidden), ("struck", look.struck), ("marked", look.highlight)):
            if is_so:
                self._pending[kind] = self._pending.get(kind, "") + text
            elif kind in self._pending and text.strip():
                self._flush(kind)
        if look.hidden:
            return
        if look.underline and len(text) > 1 and text.isspace():
            self._context.losses.drop("blank-rule")
        address = next((field.address for field in reversed(self._context.fields) if field.address), "")
        self.runs.append(Run(text, look, link or (self._followed(address) if address else ""), ruby))

    def _flush(self, kind: str) -> None:
        text = quoted(self._pending.pop(kind, ""))
        make = {"hidden": said.hidden_text, "struck": said.struck_text, "marked": said.marked_text}[kind]
        if text:
            self._context.losses.say(lambda place: make(place, text=text))

    def _ruby(self, node: Node, link: str) -> None:
        """拼音指南: the base with its reading."""
        above, base = node.first("w:rt"), node.first("w:rubyBase")
        reading = "".join(part.text for part in above.within("w:t")) if above is not None else ""
        start = len(self.runs)
        self.take(base.children if base is not None else (), link)
        ruby = self._context.losses.clean(reading).strip().replace('"', "”")
        self.runs[start:] = [replace(run, ruby=ruby) for run in self.runs[start:]]

    def _note(self, node: Node, look: Look) -> None:
        kind = "footnotes" if node.tag == "w:footnoteReference" else "endnotes"
        if look.hidden or self._is_dropped():
            return
        if node.get("w:customMarkFollows").lower() in ("1", "true", "on"):
            self._context.losses.drop("note-mark")
        note = self._context.note(kind, node.get("w:id"))
        if note is not None and not any(part.text.strip() or part.tag == "w:sym" for part in note.within(*_WORDS)):
            shown = next(note.within("w:drawing", "w:pict", "w:object"), None)
            self._context.losses.drop("empty-note" if shown is None else "note-picture")
            return
        notes = self._context.notes
        label = notes.setdefault((kind, node.get("w:id")), str(len(notes) + 1))
        self.runs.append(Run("", look, note=label))

    def _comment(self, node: Node) -> None:
        comment = self._context.comments.get(node.get("w:id"))
        if comment is None:
            return
        author, text = comment
        if self._context.keep:
            self.runs.append(Run("", remark=f"{author}：{' '.join(text.split())}"))
        else:
            quote = quoted(text, 80)
            self._context.losses.say(lambda place: said.word_comment(place, author=author, text=quote))

    def _field(self, kind: str, look: Look) -> None:
        fields = self._context.fields
        if kind == "begin":
            fields.append(Field())
        elif fields and kind == "separate":
            fields[-1].phase = "result"
        elif fields and kind == "end":
            field = fields.pop()
            if field.dropped:
                self._context.losses.drop(field.dropped)
            elif field.phase == "instruction" and field.name == "EQ":
                self._by_instruction(field, look)

    def _by_instruction(self, field: Field, look: Look) -> None:
        found, losses = written_by(field.instruction), self._context.losses
        if found is None:
            self._lost_equation(field.instruction, look)
        else:
            self._text(losses.clean(found.text), look, "", found.ruby)
