"""Which failures of a server, or of the way to it, pass by themselves or by a human hand."""

import sys

from sqlalchemy.exc import DBAPIError, InterfaceError

# Each of these is taken back by the server alone: the units are run again.
AGAIN = {"40001", "40P01", "55P03"}
# No connection, no resources, shutting down: waited out.
CLASSES = {"08", "53", "57", "58"}
PASSING = AGAIN | {"25P03"}


def passes(error: BaseException) -> bool:
    """Say whether a failure passes."""
    found = state(error)
    return gone(error) or found in PASSING or found[:2] in CLASSES


def gone(error: BaseException) -> bool:
    """Say whether there is no connection."""
    if isinstance(error, OSError | InterfaceError) or _of_the_driver(error):
        return True
    lost = isinstance(error, DBAPIError) and error.connection_invalidated
    return lost or state(error)[:2] == "08"


def state(error: BaseException) -> str:
    """Return the SQLSTATE of an error, empty where it has none."""
    own = getattr(error, "orig", None) or error
    return str(getattr(own, "sqlstate", None) or "")


def _of_the_driver(error: BaseException) -> bool:
    """Say whether the driver itself has no connection; it is loaded only where a server is."""
    asyncpg = sys.modules.get("asyncpg")
    return asyncpg is not None and isinstance(error, asyncpg.InterfaceError)
