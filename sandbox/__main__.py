"""`python -m sandbox`: a small Telegram on this machine."""

import argparse
import sys
from pathlib import Path

from sandbox.clock import Clock, read_moment
from sandbox.errors import TownError
from sandbox.server import Server, open_socket
from sandbox.stage import Sandbox
from sandbox.town import read_town

MISUSE = 2


def main(arguments: list[str] | None = None) -> int:
    """Read the town, take the port, serve until told to stop."""
    options = _parser().parse_args(arguments)
    try:
        world = read_town(options.town)
        listening = open_socket(options.host, options.port)
    except TownError as error:
        return _refuse(str(error))
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return _refuse(f"cannot listen on {options.host}:{options.port}: {reason}")
    with listening:
        sandbox = Sandbox(world, Clock(options.start), town=options.town)
        sandbox.pace.on = options.limits
        Server(sandbox).run(sockets=[listening])
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m sandbox", description=__doc__)
    parser.add_argument("--town", type=Path, required=True, help="the town's file")
    parser.add_argument("--port", type=int, default=8080, help="0 takes a free one")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--start", type=_moment, help="when civil time begins, ISO 8601")
    parser.add_argument("--limits", action="store_true", help="with Telegram's limits of sending")
    return parser


def _moment(text: str) -> int:
    moment = read_moment(text)
    if moment is None:
        example = "2026-03-02T09:00:00+08:00"
        raise argparse.ArgumentTypeError(f"{text!r} is no time with a zone, such as {example}")
    return moment


def _refuse(sentence: str) -> int:
    sys.stderr.write(f"sandbox: {sentence}\n")
    return MISUSE


if __name__ == "__main__":
    sys.exit(main())
