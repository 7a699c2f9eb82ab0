"""Preflight (印前检查): finds what a print shop would reject, on the composed pages and in the written file."""

from bulletin_layout.preflight.inspect import inspect_edition
from bulletin_layout.preflight.memory import Memory

__all__ = ["Memory", "inspect_edition"]
