"""What a command writes into a file: nothing that is there is lost by it unasked."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from config.settings import read_settings
from storage.backups import settle, touches
from storage.database import is_sqlite, path_of


def must_stay(file: Path, *, agreed: bool) -> bool:
    """Say whether a file must stay: nobody agreed to replace it, or it is the database's.

    MistakesError and WrongAddress where the settings do not tell which database there is.
    """
    url = read_settings(token=False).database_url
    if is_sqlite(url) and touches(file, path_of(url)):
        return True
    return os.path.lexists(file) and not agreed


@contextmanager
def aside(file: Path) -> Iterator[Path]:
    """Lend a name in a folder of its own; what is written there takes the file's place, whole."""
    real = Path(os.path.realpath(file)) if file.is_symlink() else file
    own = TemporaryDirectory(prefix=".linli-", dir=real.parent, ignore_cleanup_errors=True)
    with own as folder:
        fresh = Path(folder) / real.name
        yield fresh
        settle(fresh, real)


def put(content: bytes, file: Path) -> None:
    """Write a file whole; OSError, and what was there stays, where it cannot be."""
    if file.exists() and not file.is_file():  # a device, a pipe
        file.write_bytes(content)
        return
    with aside(file) as fresh:
        fresh.write_bytes(content)
        if file.exists():
            fresh.chmod(file.stat().st_mode)


def free(file: Path, ending: str) -> Path:
    """Return a name beside a file that nothing has yet: with an ending, numbered if need be."""
    names = (
        file.with_name(f"{file.name}.{n}{ending}" if n > 1 else f"{file.name}{ending}")
        for n in count(1)
    )
    return next(each for each in names if not os.path.lexists(each))
