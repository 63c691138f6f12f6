"""By way of a SOCKS5 proxy, which resolves the names too (RFC 1928, RFC 1929).

Where Telegram cannot be reached its name is often answered falsely as well: so socks5:// and
socks5h:// mean the same here.
"""

from typing import Any, Self
from urllib.parse import urlsplit, urlunsplit

from aiohttp_socks import ProxyConnectionError, ProxyConnector, ProxyError, ProxyTimeoutError

from bot.connecting import FAILURES, Connector


class SocksConnector(Connector, ProxyConnector):
    """Connects through the proxy; where that fails, nothing has left."""

    failures = (*FAILURES, ProxyConnectionError, ProxyError, ProxyTimeoutError)

    @classmethod
    def to(cls, proxy: str, **settings: Any) -> Self:  # noqa: ANN401 -- aiohttp's
        """Make a connector from the address of a proxy, with user and password in it or not."""
        parts = urlsplit(proxy)
        plain = urlunsplit(parts._replace(scheme="socks5"))
        return cls.from_url(plain, rdns=True, **settings)  # type: ignore[return-value]
