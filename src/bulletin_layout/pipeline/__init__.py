"""The whole process (总流程): read → compose → preflight → render → shelve. An issue's folder in, finished products
out."""

from typing import TYPE_CHECKING

from bulletin_layout.lazy import at_first_access

if TYPE_CHECKING:
    from bulletin_layout.pipeline.build import build_issue, check_issue
    from bulletin_layout.pipeline.memory import Memory
    from bulletin_layout.pipeline.result import ALL_PAGES, PRODUCTS, FailOn, PageImages, Product, Result, Tell

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


#: A build that has nothing to do needs no ``Memory``, which imports all that composes pages; who composes by himself
#: needs no build.
__getattr__ = at_first_access(
    __name__,
    {**dict.fromkeys(__all__, "result"), "Memory": "memory", "build_issue": "build", "check_issue": "build"},
)
