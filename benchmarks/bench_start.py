"""From the start of the bot's process to its first getUpdates: the time, and the memory it holds.

The bot starts as `make demo` starts it, on a database that it has used before. Between it and the
sandbox stands a relay that passes bytes on and notes when the first getUpdates comes by. Run it
with `make bench`, or `python benchmarks/bench_start.py [rounds]`; it prints JSON.
"""

import json
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Self

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bot import demo  # noqa: E402 -- a script finds its house first
from sandbox.client import Town  # noqa: E402

ROUNDS = 5
PATIENCE = 30.0
POLL, SIGNAL = b"/getUpdates", b"POST /sandbox/v1/bot "
CHUNK = 65_536


class Relay:
    """Passes bytes between the bot and the sandbox, and notes when a request first came by."""

    def __init__(self, address: str) -> None:
        host, _, port = address.removeprefix("http://").partition(":")
        self._seen = {POLL: threading.Event(), SIGNAL: threading.Event()}
        self._at: dict[bytes, float] = {}
        self._behind = (host, int(port))
        self._door = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._door.getsockname()[1]}"
        threading.Thread(target=self._open, daemon=True).start()

    def forget(self) -> None:
        """Begin anew: what comes by next is the first."""
        for event in self._seen.values():
            event.clear()

    def first(self, request: bytes) -> float:
        """Wait for a request to come by; return when it first did."""
        if not self._seen[request].wait(PATIENCE):
            raise TimeoutError(f"the bot sent no {request!r}")
        return self._at[request]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._door.close()

    def _open(self) -> None:
        while True:
            try:
                caller, _ = self._door.accept()
            except OSError:  # the door was closed
                return
            behind = socket.create_connection(self._behind)
            for ways in ((caller, behind, True), (behind, caller, False)):
                threading.Thread(target=self._pass, args=ways, daemon=True).start()

    def _pass(self, source: socket.socket, target: socket.socket, watched: bool) -> None:  # noqa: FBT001 -- one of two directions
        tail = b""
        try:
            while chunk := source.recv(CHUNK):
                if watched:
                    self._watch(tail + chunk)
                    tail = chunk[-99:]
                target.sendall(chunk)
            target.shutdown(socket.SHUT_WR)
        except OSError:  # either side went away
            return

    def _watch(self, chunk: bytes) -> None:
        for request, event in self._seen.items():
            if not event.is_set() and request in chunk:
                self._at[request] = time.perf_counter()
                event.set()


def start(folder: Path, relay: Relay, town: Town) -> tuple[float, float]:
    """Start the bot once; return the seconds to its first poll, and its memory in MB at rest."""
    relay.forget()
    began = time.perf_counter()
    with demo.bot(folder, relay.address) as process:
        seconds = relay.first(POLL) - began
        relay.first(SIGNAL)  # before it, the sandbox knows only of the run before
        if not town.idle():
            raise TimeoutError("the bot does not come to rest")
        return seconds, resident(process.child.pid)


def resident(process: int) -> float:
    """Return the memory that a process holds, in MB."""
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    return int(found[1]) / 1024 if found else 0.0


def bare() -> float:
    """Return the seconds in which Python alone starts and ends."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", "pass"], check=True)
    return time.perf_counter() - began


def main(rounds: int) -> None:
    """Start once to make the database, then measure."""
    with (
        tempfile.TemporaryDirectory(prefix="linli-") as name,
        demo.sandbox(Path(name)) as address,
        Relay(address) as relay,
    ):
        folder, town = Path(name), Town(address)
        first, _ = start(folder, relay, town)
        warm = [start(folder, relay, town) for _ in range(rounds)]
    python = statistics.median(bare() for _ in range(2 * rounds))
    seconds = statistics.median(each for each, _ in warm)
    told = {
        "bench": "start",
        "rounds": rounds,
        "start_s": round(seconds, 3),
        "start_s_all": [round(each, 3) for each, _ in warm],
        "first_start_s": round(first, 3),
        "rss_mb": round(statistics.median(each for _, each in warm), 1),
        "python_s": round(python, 4),
        "start_to_python": round(seconds / python, 1),
    }
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
