"""Read → compose → preflight → render → shelve: an issue's folder in, finished products out (总流程)."""

from bulletin_layout.compose import Memory
from bulletin_layout.pipeline.build import build_issue, check_issue
from bulletin_layout.pipeline.result import PRODUCTS, FailOn, Product, Result, Tell

__all__ = ["PRODUCTS", "FailOn", "Memory", "Product", "Result", "Tell", "build_issue", "check_issue"]
