"""What is particular to a PostgreSQL server: how it says no, how one waits, how it sorts."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from storage.database import WrongAddress

OLDEST = 15
_MIGRATING = 0x6C696E6C69  # "linli": the number of the advisory lock
_WAIT = text("SELECT pg_advisory_xact_lock(:which)")
_TABLES = text("SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1")
_REVISION = text("SELECT version_num FROM alembic_version ORDER BY 1")
_ENCODING = text("SELECT current_setting('server_encoding')")
_LOCAL_WORDS = text("""
    SELECT format('%I', table_name), format('%I', column_name) FROM information_schema.columns
    WHERE table_schema = current_schema() AND data_type IN ('text', 'character varying')
    AND collation_name IS DISTINCT FROM 'C' AND table_name != 'alembic_version' ORDER BY 1, 2
""")
# What a server answers, by its code; the rest of the class is in the first two letters.
_FAULTS = {
    "28P01": "password",
    "28000": "password",
    "3D000": "missing",
    "57P03": "silent",
    "53300": "full",
    "42501": "forbidden",
}
_SENTENCES = {
    "silent": "No PostgreSQL answers at {server}: start it, or correct LINLI_DATABASE_URL",
    "password": "PostgreSQL at {server} does not take this user and password: "
    "correct them in LINLI_DATABASE_URL",
    "missing": "PostgreSQL at {server} has no database {database!r}: make it with "
    "createdb --encoding=UTF8 {database}, or correct LINLI_DATABASE_URL",
    "full": "PostgreSQL at {server} takes no more connections: raise its max_connections",
    "forbidden": "PostgreSQL at {server} lets this user make no tables in {database!r}: "
    "make the user its owner",
    "old": f"PostgreSQL at {{server}} is version {{version}}: Linli needs {OLDEST} or newer",
    "encoding": "The database {database!r} at {server} is not in UTF8: make another with "
    "createdb --encoding=UTF8 --template=template0",
    "foreign": "The database {database!r} at {server} holds tables of something else: "
    "give Linli an empty one",
}


class Unreachable(WrongAddress):
    """A server cannot be used; `fault` and `facts` say why, and never a password."""

    def __init__(self, fault: str, url: URL, **facts: str | int) -> None:
        known = {"server": server(url), "database": str(url.database), "version": "", **facts}
        super().__init__(_SENTENCES[fault].format(**known), fault, **known)


def server(url: URL) -> str:
    """Return the host and port of an address, and nothing that is secret in it."""
    return f"{url.host or url.query.get('host', 'localhost')}:{url.port or 5432}"


@contextmanager
def told(url: URL) -> Iterator[None]:
    """Turn what a server or the way to it answers into Unreachable, where the cause is known."""
    try:
        yield
    except OSError as error:
        raise Unreachable("silent", url) from error
    except DBAPIError as error:
        fault = _FAULTS.get(getattr(error.orig, "sqlstate", None) or "")
        if fault is None:
            raise
        raise Unreachable(fault, url) from error


def examine(connection: Connection, url: URL) -> None:
    """Raise Unreachable if Linli cannot live here: too old a server, or letters that it lacks."""
    version = connection.dialect.server_version_info or ()
    if version < (OLDEST,):
        raise Unreachable("old", url, version=".".join(map(str, version)))
    if connection.execute(_ENCODING).scalar_one() != "UTF8":
        raise Unreachable("encoding", url)


def tables(connection: Connection) -> list[str]:
    """Return the names of the tables in the schema of this connection."""
    return list(connection.execute(_TABLES).scalars())


def revision(connection: Connection) -> str | None:
    """Return the revision of this database, None where it has none yet."""
    if "alembic_version" not in tables(connection):
        return None
    return " + ".join(connection.execute(_REVISION).scalars()) or None


def wait(connection: Connection) -> None:
    """Wait until no other copy migrates; the server frees the lock as the transaction ends."""
    connection.execute(_WAIT, {"which": _MIGRATING})


def sort_as_sqlite(connection: Connection) -> None:
    """Let every text sort by its letters' numbers, whatever the language of the database.

    Ranges over keys rely on it, and an index may break when a system's language rules change.
    """
    for table, column in connection.execute(_LOCAL_WORDS).all():
        connection.exec_driver_sql(f'ALTER TABLE {table} ALTER {column} TYPE text COLLATE "C"')
