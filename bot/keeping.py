"""What a command must not write over: files that are there, and the database and its own."""

from contextlib import suppress
from pathlib import Path

from config.mistakes import MistakesError
from config.settings import read_settings
from storage.backups import touches
from storage.database import WrongAddress, is_sqlite, path_of


def must_stay(file: Path, *, agreed: bool) -> bool:
    """Say whether a file must stay: nobody agreed to replace it, or it is the database's."""
    return (file.exists() and not agreed) or _is_database(file)


def _is_database(file: Path) -> bool:
    with suppress(MistakesError, WrongAddress):  # told by whatever needs the database
        url = read_settings(token=False).database_url
        return is_sqlite(url) and touches(file, path_of(url))
    return False
