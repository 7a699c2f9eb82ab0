"""The whole process (总流程): read → compose → preflight → render → shelve. An issue's folder in, finished products
out."""

from importlib import import_module
from typing import TYPE_CHECKING

from bulletin_layout.pipeline.build import build_issue, check_issue
from bulletin_layout.pipeline.result import ALL_PAGES, PRODUCTS, FailOn, PageImages, Product, Result, Tell

if TYPE_CHECKING:
    from bulletin_layout.pipeline.memory import Memory

__all__ = [
    "ALL_PAGES",
    "PRODUCTS",
    "FailOn",
    "Memory",
    "PageImages",
    "Product",
    "Result",
    "Tell",
    "build_issue",
    "check_issue",
]


def __getattr__(name: str) -> object:
    """``Memory`` is imported when it is asked for: it needs all that composes pages, and a build that has nothing to do
    does not."""
    if name == "Memory":
        return import_module("bulletin_layout.pipeline.memory").Memory
    raise AttributeError(name)
