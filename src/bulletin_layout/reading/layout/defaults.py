"""The built-in styles (默认样式) that every layout starts from: sober defaults for all that a layout file leaves
out."""

from collections.abc import Mapping
from typing import Final

from bulletin_layout.measures import Length

_CENTRED_HEAD: Final[Mapping[str, object]] = {"align": "center", "indent": Length(0, "em"), "hang": Length(0, "em")}

#: Fields by role (角色), in the form of a checked style record.
BUILT_IN: Final[Mapping[str, Mapping[str, object]]] = {
    "body": {"font": "song", "indent": Length(2, "em"), "align": "justify"},
    "headline": {"font": "hei", "weight": "bold", "size": Length(22, "pt"), "lines": 3, **_CENTRED_HEAD},
    "kicker": {"font": "kai", "size": Length(12, "pt"), **_CENTRED_HEAD},
    "deck": {"font": "kai", "size": Length(12, "pt"), "lines": 2, **_CENTRED_HEAD},
    "byline": {"font": "kai", "pattern": "（{byline}）■", "align": "end", "join_last_line": True},
    "caption": {"font": "kai", "size": Length(8, "pt"), "align": "start"},
    "crosshead": {"font": "hei", "weight": "bold", "align": "start", "indent": Length(2, "em")},
    "initial": {"weight": "bold"},
    "quote": {"font": "kai", "indent": Length(2, "em")},
    "item": {"indent": Length(2, "em")},
    "section": {
        "font": "hei",
        "weight": "bold",
        "size": Length(12, "pt"),
        "lines": 2,
        "pattern": "【{section}】",
        **_CENTRED_HEAD,
    },
    "sign": {"align": "end", "indent": Length(2, "em")},
    "verse": {"font": "kai", "align": "start", "indent": Length(2, "em"), "hang": Length(3, "em")},
    "pull": {"font": "kai", "size": Length(14, "pt"), "leading": Length(21, "pt"), "align": "start"},
    "aside": {"font": "kai", "indent": Length(2, "em")},
    "roster": {"align": "start"},
    "note": {"size": Length(7.5, "pt"), "leading": Length(11, "pt"), "hang": Length(1, "em")},
    "jump": {"font": "kai", "align": "end"},
    "table": {"size": Length(8, "pt"), "align": "start"},
    "strong": {"weight": "bold"},
    "emphasis": {"font": "kai"},
    "folio": {"size": Length(8, "pt"), "align": "center"},
    "editor": {"font": "kai", "size": Length(8.5, "pt"), "align": "start"},
    "nameplate": {"weight": "black", "size": Length(56, "pt"), "align": "center"},
    "banner": {"font": "hei", "weight": "bold", "size": Length(14, "pt"), "align": "spread"},
}
