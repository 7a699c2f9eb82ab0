"""Preflight (印前检查): what a press would send back, found on the finished pages and in the file made of them."""

from bulletin_layout.preflight.inspect import inspect_edition

__all__ = ["inspect_edition"]
