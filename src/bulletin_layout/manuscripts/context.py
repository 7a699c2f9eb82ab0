"""What the readers of a Word file's parts share (读稿时共用的): the package, its styles and lists, what was decided."""

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


class Comment(NamedTuple):
    """A comment (批注) of a reviewer."""

    author: str
    text: str


@dataclass(frozen=True, slots=True)
class Context:
    """``part``: the part that is read, with its ``relations``; ``accept``: tracked changes count as accepted, else as
    rejected; ``keep``: comments become remarks; ``notes``: by kind and id, the label of each note referred to, in
    order; ``fields``: those that are open, which may go over several paragraphs; ``blocks``: reads blocks in a box."""

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
    fields: list[Field] = field(default_factory=list)

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
        elif node.tag == "w:sdt" and (kind := _left_out(node)):
            context.losses.drop(kind, "".join(part.text for part in node.within("w:t")))
        elif node.tag in _WRAPPERS:
            yield from unwrapped(context, node.children)
        else:
            yield node


def _left_out(node: Node) -> str:
    properties = node.first("w:sdtPr")
    if properties is None:
        return ""
    if properties.first("w:showingPlcHdr") is not None:
        return "placeholder"
    gallery = properties.first("w:docPartObj", "w:docPartGallery")
    return "contents" if gallery is not None and gallery.value == "Table of Contents" else ""
