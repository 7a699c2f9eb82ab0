"""What the readers of a Word file's parts share (读稿时共用的): the package, its styles and lists, what was decided."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import field
from typing import Final

from bulletin_layout.manuscripts.fields import Field
from bulletin_layout.manuscripts.losses import Losses
from bulletin_layout.manuscripts.matter import Matter
from bulletin_layout.manuscripts.numbering import Numbering
from bulletin_layout.manuscripts.package import Package, Relation
from bulletin_layout.manuscripts.styles import Styles
from bulletin_layout.manuscripts.xml import Node
from bulletin_layout.values import NamedTuple, dataclass

#: Namespaces of drawings that are read; an alternative that needs others is passed over for its fallback.
_UNDERSTOOD: Final = frozenset(("wps", "wpg", "wpc", "wp14", "w14", "w15", "w16", "a14", "v", "wpi", "w16se", "w16cid"))
#: Elements without meaning of their own around blocks, runs, rows and cells.
_WRAPPERS: Final = ("w:sdt", "w:sdtContent", "w:customXml", "w:smartTag", "w:dir", "w:bdo", "mc:AlternateContent")
#: How prompts of a form begin, and names of the style that Word gives them.
_ASKING: Final = re.compile(
    r"请?(?:单击|点击|在此|在这里)|\[.*\]$|【.*】$|(?:click|tap|choose|enter|select|type) ", re.IGNORECASE | re.DOTALL
)
_PROMPTS: Final = ("placeholder text", "placeholdertext", "占位符文本")


class Comment(NamedTuple):
    """A comment (批注) of a reviewer."""

    author: str
    text: str


@dataclass(frozen=True, slots=True)
class Context:
    """``part``: the part that is read, with its ``relations``; ``accept``: tracked changes count as accepted, else as
    rejected; ``keep``: comments become remarks; ``notes``: by kind and id, the label of each note referred to, in
    order; ``note_parts``: all notes of a kind by id; ``fields``: those that are open, which may go over several
    paragraphs; ``blocks``: reads blocks in a box."""

    package: Package
    part: str
    relations: dict[str, Relation]
    styles: Styles
    numbering: Numbering
    losses: Losses
    comments: dict[str, Comment]
    blocks: Callable[["Context", Sequence[Node]], tuple[Matter, ...]]
    accept: bool = True
    keep: bool = False
    notes: dict[tuple[str, str], str] = field(default_factory=dict)
    note_parts: dict[str, dict[str, Node]] = field(default_factory=dict)
    fields: list[Field] = field(default_factory=list)

    def note(self, kind: str, id: str) -> Node | None:
        """A note; ``kind``: footnotes or endnotes."""
        if kind not in self.note_parts:
            root = self.package.xml(self.part_of(kind)) if self.part_of(kind) else None
            nodes = root.children if root is not None else ()
            self.note_parts[kind] = {
                node.get("w:id"): node for node in nodes if node.tag in ("w:footnote", "w:endnote")
            }
        return self.note_parts[kind].get(id)

    def part_of(self, kind: str) -> str:
        """The name of the part of a kind that the document refers to; "" for none."""
        return next((one.target for one in self.relations.values() if one.kind == kind and not one.external), "")

    def is_kept(self, node: Node) -> bool:
        """Whether a tracked insertion or deletion leaves its contents in the text; the change is listed."""
        inserted = node.tag in ("w:ins", "w:moveTo", "w:cellIns")
        parts = node.within("w:t", "w:delText")
        text = "".join(part.text for part in parts) or "¶"
        self.losses.change(node.get("w:author"), node.get("w:date"), text, inserted=inserted)
        return inserted == self.accept


def chosen(node: Node) -> tuple[Node, ...]:
    """The contents of an ``mc:AlternateContent``: the first choice that is understood, or the fallback, never both."""
    choices = node.all("mc:Choice")
    fit = next((one for one in choices if _UNDERSTOOD.issuperset(one.get("Requires").split())), None)
    best = fit or node.first("mc:Fallback") or next(iter(choices), None)
    return best.children if best is not None else ()


def unwrapped(context: Context, nodes: Sequence[Node]) -> Iterator[Node]:
    """The nodes without wrappers around them. The text that a form shows while it is empty is left out, as is a table
    of contents."""
    for node in nodes:
        if node.tag == "mc:AlternateContent":
            yield from unwrapped(context, chosen(node))
        elif node.tag == "w:sdt" and (kind := _left_out(context, node)):
            context.losses.drop(kind, "".join(part.text for part in node.within("w:t")))
        elif node.tag in _WRAPPERS:
            yield from unwrapped(context, node.children)
        else:
            yield node


def is_prompt(context: Context, node: Node) -> bool:
    """Whether a control of a form (内容控件) shows what to write there, by its style or its wording. Programs that fill
    a form leave the control as it was, and put their text into it."""
    if node.first("w:sdtPr", "w:showingPlcHdr") is None:
        return False
    runs = [run for run in node.within("w:r") if run.first("w:t") is not None]
    if _ASKING.match("".join(part.text for part in node.within("w:t")).strip()):
        return True
    named = (run.first("w:rPr", "w:rStyle") for run in runs)
    return all(style is not None and context.styles.name(style.value) in _PROMPTS for style in named)


def _left_out(context: Context, node: Node) -> str:
    if is_prompt(context, node):
        return "placeholder"
    gallery = node.first("w:sdtPr", "w:docPartObj", "w:docPartGallery")
    return "contents" if gallery is not None and gallery.value == "Table of Contents" else ""
