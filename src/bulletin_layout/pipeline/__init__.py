"""The whole process (总流程): read → compose → preflight → render → shelve. An issue's folder in, finished products
out."""

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
