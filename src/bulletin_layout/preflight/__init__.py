"""Preflight (印前检查): finds what a print shop would reject, on the composed pages and in the written file."""

from typing import TYPE_CHECKING

from bulletin_layout.lazy import at_first_access

if TYPE_CHECKING:
    from bulletin_layout.preflight.inspect import inspect_edition
    from bulletin_layout.preflight.memory import Memory

__all__ = ["Memory", "inspect_edition"]

__getattr__ = at_first_access(__name__, {"Memory": "memory", "inspect_edition": "inspect"})
