"""The command ``bulletin``: arguments in, findings and an exit code out; no rule of its own."""

from bulletin_layout.cli.command import main

__all__ = ["main"]
