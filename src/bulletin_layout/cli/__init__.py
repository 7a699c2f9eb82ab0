"""The command ``bulletin``: arguments in, findings and an exit code out; no rule of its own."""

from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit code: 0 clean, 1 findings at or above the limit, 2 nothing could be done.

    What stops a run is heeded before anything else is loaded: a signal in the middle of an import may be lost.
    """
    from bulletin_layout.cli.stopping import Stopped, stoppable

    with stoppable():
        try:
            from bulletin_layout.cli.command import run

            return run(arguments)
        except KeyboardInterrupt as stop:
            from bulletin_layout.cli.command import say_stopped

            say_stopped(arguments)
            return stop.exit_code if isinstance(stop, Stopped) else 130


__all__ = ["main"]
