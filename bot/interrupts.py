"""A word to end, held back while something begins that must be ended, too."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

ENDING = (
    signal.SIGINT,
    signal.SIGTERM,
    *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else []),
)


@contextmanager
def held_back() -> Iterator[None]:
    """Let a signal to end be heard after this and not amidst; it reaches the main thread alone."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []
    before = {each: signal.signal(each, lambda number, _: came.append(number)) for each in ENDING}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler or signal.SIG_DFL)
        if came:
            signal.raise_signal(came[0])
