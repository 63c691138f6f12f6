"""What the operator asks for on the page of the demo: a fixed list of commands, run as our own."""

import os
import shlex
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path, PurePath

from bot.speech import bilingual

ROOT = Path(__file__).parent.parent
ALLOWED = (
    ("invite",),
    ("door",),
    ("check",),
    ("community", "apply"),
    ("community", "export"),
    ("community", "check"),
    ("roster", "import"),
    ("forget",),
    ("audit", "verify"),
    ("ballots", "recount"),
)
SECONDS = 60
LOOK_SECONDS = 0.5
LONGEST = 4000
MISTAKE, TOO_LONG = 2, 124


def run(
    command: str, folder: Path, env: Mapping[str, str], stopped: Callable[[], bool]
) -> tuple[int, str]:
    """Run a command of `linli` in a folder; return its exit code and what it printed.

    Nothing but the commands in ALLOWED is run, without a shell, and no file outside the folder
    may be named. It is ended after SECONDS, or as soon as `stopped` says so.
    """
    try:
        words = shlex.split(command)
    except ValueError as mistake:
        return MISTAKE, bilingual("errand-words", found=command, reason=str(mistake))
    if words[:1] != ["linli"] or not any(_begins(words[1:], known) for known in ALLOWED):
        known = ", ".join(" ".join(("linli", *each)) for each in ALLOWED)
        return MISTAKE, bilingual("errand-unknown", found=command, known=known)
    if outside := [word for word in words if _leads_out(word)]:
        return MISTAKE, bilingual("errand-outside", found=outside[0])
    ours = {**os.environ, **env, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "NO_COLOR": "1"}
    with (
        subprocess.Popen(  # noqa: S603 -- our own module, checked words, no shell
            [sys.executable, "-m", "bot", *words[1:]],
            cwd=folder,
            env=ours,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        ) as child
    ):
        return _wait(child, stopped)


def _wait(child: subprocess.Popen[bytes], stopped: Callable[[], bool]) -> tuple[int, str]:
    until = time.monotonic() + SECONDS
    while True:
        try:
            printed, _ = child.communicate(timeout=LOOK_SECONDS)
        except subprocess.TimeoutExpired:
            if not stopped() and time.monotonic() < until:
                continue
            child.kill()
            printed, _ = child.communicate()
            late = f"\n{bilingual('errand-late', seconds=SECONDS)}".encode()
            return TOO_LONG, (printed + late).decode(errors="replace")[-LONGEST:]
        return child.returncode, printed.decode(errors="replace")[:LONGEST]


def _begins(words: list[str], known: tuple[str, ...]) -> bool:
    return tuple(words[: len(known)]) == known


def _leads_out(word: str) -> bool:
    path = PurePath(word.rpartition("=")[2])
    return path.is_absolute() or ".." in path.parts or word.startswith("~")
