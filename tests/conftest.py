"""What every test starts from."""

import signal

import pytest
from hypothesis import settings

# A run in the background (nohup, &) ignores some signals, and so would the programs that tests start and stop by them.
for _name, _usual in (("SIGINT", signal.default_int_handler), ("SIGTERM", signal.SIG_DFL), ("SIGHUP", signal.SIG_DFL)):
    if signal.getsignal(getattr(signal, _name, signal.SIGTERM)) is signal.SIG_IGN:
        signal.signal(getattr(signal, _name), _usual)

# A deadline is a timing assertion: it fails on a machine that is busy with something else.
settings.register_profile("untimed", deadline=None)
settings.register_profile("long", deadline=None, max_examples=20_000)  # make fuzz
settings.load_profile("untimed")


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program speaks English, whatever language the tests are run in; tests of languages choose their own."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
