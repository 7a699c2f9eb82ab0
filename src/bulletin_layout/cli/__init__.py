"""The command ``bulletin``: reads arguments, prints findings, gives the exit code; holds no rule of its own."""

from bulletin_layout.cli.main import main

__all__ = ["main"]
