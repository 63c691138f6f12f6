"""Connecting to Telegram: what goes wrong before a byte is written has never left."""

import aiohttp
from aiohttp.client import ClientTimeout
from aiohttp.client_reqrep import ClientRequest
from aiohttp.connector import Connection
from aiohttp.tracing import Trace

from bot.errors import NeverLeft

FAILURES: tuple[type[Exception], ...] = (aiohttp.ClientError, OSError, TimeoutError)


class Connector(aiohttp.TCPConnector):
    """A connector whose failures are NeverLeft."""

    failures = FAILURES

    async def connect(
        self,
        req: ClientRequest,
        traces: list[Trace],
        timeout: ClientTimeout,  # noqa: ASYNC109 -- aiohttp's signature
    ) -> Connection:
        """Return a connection, or raise NeverLeft."""
        try:
            return await super().connect(req, traces, timeout)
        except self.failures as error:
            failure = name_of(error)
        # Raised out here, so that no chain leads to an exception that knows the URL.
        raise NeverLeft(failure)


def name_of(error: Exception) -> str:
    """Name an error without its words: aiohttp's can hold the URL, which holds the token."""
    cause = error.__cause__ if isinstance(error.__cause__, OSError) else error
    words = getattr(cause, "strerror", None)
    return f"{type(error).__name__}: {words}" if words else type(error).__name__
