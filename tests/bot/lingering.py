"""What never comes to an end in a process beside: a file, answers, a drawing."""

import os
import sys
import threading
from types import SimpleNamespace

from bot import clustering, fetching
from bot.printing import Printing


def say(number):
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


def linger(*_):
    """Say who we are, and stay until we are ended."""
    say(os.getpid())
    threading.Event().wait()


class File(bytes):
    """A file that is never read to its end."""

    startswith = linger


class Answers:
    """Answers that are never reckoned to their end."""

    __iter__ = linger


def reads():
    fetching.apart(File(b"PK"))


def reckons():
    clustering.apart(Answers(), 5)


def draws():
    made = Printing(SimpleNamespace())
    made._process().submit(linger).result()


def waits():
    """Have drawn, and stay with a process that has nothing to draw."""
    made = Printing(SimpleNamespace())
    say(made._process().submit(os.getpid).result())
    threading.Event().wait()


def closes():
    """Have drawn, and end as the bot does when it is told to."""
    made = Printing(SimpleNamespace())
    say(made._process().submit(os.getpid).result())
    made.close()
