"""The real issue's paragraphs leave fewer faults than Typst at every measure, and none from 13 字 up."""

import importlib.util
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

BENCH = Path(__file__).resolve().parents[2] / "bench" / "yardstick.py"


@pytest.fixture(scope="module")
def yardstick() -> ModuleType:
    spec = importlib.util.spec_from_file_location("yardstick", BENCH)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["yardstick"] = module
    spec.loader.exec_module(module)
    if not module.ARTICLES.is_dir():
        pytest.skip(f"the real issue is not here: {module.ARTICLES}")
    return module


@pytest.mark.parametrize("measure", [6, 8, 10, 13, 16, 20, 27, 40])
def test_fewer_faults_than_typst(yardstick: ModuleType, measure: int) -> None:
    texts = yardstick.paragraphs(yardstick.ARTICLES)
    settings = yardstick.set_all(texts, measure, yardstick.book())
    faults: Counter[str] = sum(map(yardstick.faults, settings), Counter())
    per_10_000 = faults.total() * 10_000 / sum(map(len, texts))
    assert faults["lonely"] == 0
    if measure >= 13:
        assert faults.total() == 0
    else:
        assert per_10_000 < yardstick.TYPST[measure]
