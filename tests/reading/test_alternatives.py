"""Other layouts that a page could have: sound ones, with what the page sets."""

from pathlib import Path

from bulletin_layout.reading import read_issue
from bulletin_layout.reading.alternatives import Alternatives, read_alternatives
from tests.reading.publication import BASE, write_publication

NEWS = BASE["layouts/front.yaml"].replace("rows: 1-28", "rows: 1-20").replace("rows: 30-53", "rows: 22-53")
ISSUE = BASE["content/1/issue.yaml"]


def alternatives(root: Path, *, layouts: bool = True, **files: str) -> Alternatives:
    """What page 1 of the small publication could be, with more layouts and another page 1."""
    changed = {f"layouts/{name}.yaml": text for name, text in files.items() if name != "page"}
    page = files.get("page", "{layout: front, put: {lead: one, left: two}}")
    changed["content/1/issue.yaml"] = ISSUE.replace("{layout: front, put: {lead: one, left: two}}", page)
    reading = read_issue(write_publication(root, changed))
    assert reading.issue is not None
    return read_alternatives(reading.issue, 1, layouts=layouts)


def test_sound_layouts_are_read_and_faulty_ones_left_out(tmp_path: Path) -> None:
    broken = NEWS.replace("box:", "bix:")
    touching = NEWS.replace("rows: 22-53", "rows: 20-53")
    found = alternatives(tmp_path, news=NEWS, broken=broken, touching=touching, part="schema: bulletin/layout@1\n")
    assert (found.layout, list(found.others), dict(found.settings)) == ("front", ["front", "news"], {})
    assert found.others["news"].slots["lead"].boxes[0].rows == (1, 20)


def test_without_layouts_none_is_read(tmp_path: Path) -> None:
    assert alternatives(tmp_path, layouts=False, news=NEWS).others == {}


def test_what_the_page_sets_holds_in_every_layout_and_has_its_place(tmp_path: Path) -> None:
    page = "{layout: front, put: {lead: one, left: two}, set: {left.short: 4}}"
    other = NEWS.replace("  left:", "  side:")
    found = alternatives(tmp_path, page=page, news=NEWS, other=other)
    assert list(found.others) == ["front", "news"]
    assert [layout.slots["left"].short for layout in found.others.values()] == [4, 4]
    assert {key: (place.line, place.column) for key, place in found.settings.items()} == {"left.short": (4, 56)}
