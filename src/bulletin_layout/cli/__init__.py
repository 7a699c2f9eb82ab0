"""The command ``bulletin``: command-line arguments in, findings and an exit code out; contains no rule of
composition."""

from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Exit code: 0 clean, 1 findings at or above ``--fail-on``, 2 nothing could be done.

    Signal handling is set up before anything else is imported, since a signal during an import may be lost.
    """
    from bulletin_layout.cli.stopping import Stopped, stoppable

    with stoppable():
        try:
            from bulletin_layout.cli.collecting import uncollected

            with uncollected():
                from bulletin_layout.cli.command import run

                return run(arguments)
        except KeyboardInterrupt as stop:
            from bulletin_layout.cli.command import say_stopped

            say_stopped(arguments)
            return stop.exit_code if isinstance(stop, Stopped) else 130


__all__ = ["main"]
