"""What a command writes into a file: nothing that is there is lost by it unasked."""

import os
from contextlib import suppress
from itertools import count
from pathlib import Path

from config.settings import read_settings
from storage.backups import ON_THE_WAY, settle, touches
from storage.database import is_sqlite, path_of


def must_stay(file: Path, *, agreed: bool) -> Path | None:
    """Return what a file would take the place of, and must not: nobody agreed, or the database's.

    MistakesError and WrongAddress where the settings do not tell which database there is.
    """
    url = read_settings(token=False).database_url
    if is_sqlite(url) and touches(file, path_of(url)):
        return file
    used = (file, *(beside(file, ending) for ending in ON_THE_WAY))
    return next((each for each in used if os.path.lexists(each)), None) if not agreed else None


def put(content: bytes, file: Path) -> None:
    """Write a file whole; OSError, and what was there stays, where it cannot be."""
    part = beside(file, ".part")
    try:
        part.write_bytes(content)
        settle(part, file)
    except OSError as error:
        error.filename = str(file)
        raise
    finally:
        with suppress(OSError):  # where none could be made
            part.unlink(missing_ok=True)


def free(file: Path, ending: str) -> Path:
    """Return a name beside a file that nothing has yet: with an ending, numbered if need be."""
    names = (beside(file, f".{n}{ending}" if n > 1 else ending) for n in count(1))
    return next(each for each in names if not os.path.lexists(each))


def beside(file: Path, ending: str) -> Path:
    """Return the file's name with an ending."""
    return file.with_name(f"{file.name}{ending}")
