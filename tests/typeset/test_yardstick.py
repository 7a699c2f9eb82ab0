"""The real issue's paragraphs leave fewer findings than Typst at every measure, and none from 13 字 up."""

from collections import Counter

import pytest
import yardstick

pytestmark = pytest.mark.skipif(
    not yardstick.ARTICLES.is_dir(), reason=f"the real issue is not here: {yardstick.ARTICLES}"
)


@pytest.mark.parametrize("measure", [6, 8, 10, 13, 16, 20, 27, 40])
def test_fewer_findings_than_typst(measure: int) -> None:
    texts = yardstick.paragraphs(yardstick.ARTICLES)
    settings = yardstick.set_all(texts, measure, yardstick.book())
    findings: Counter[str] = sum(map(yardstick.faults, settings), Counter())
    per_10_000 = findings.total() * 10_000 / sum(map(len, texts))
    assert findings["lonely"] == 0
    if measure >= 13:
        assert findings.total() == 0
    else:
        assert per_10_000 < yardstick.TYPST[measure]
