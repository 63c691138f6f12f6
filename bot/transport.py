"""The one HTTP client: how a request reaches Telegram, and how surely it did."""

import asyncio
import json
from collections.abc import Mapping
from typing import Any

import aiohttp
from aiohttp.client import ClientTimeout
from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import JSONDict, ODVInput
from telegram.error import BadRequest, InvalidToken, RetryAfter
from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import RequestParameter

from bot.connecting import Connector, name_of
from bot.errors import NeverLeft, OutcomeUnknown
from bot.local import from_disk
from bot.reading import read
from config.settings import TELEGRAM

__all__ = ["AiohttpRequest", "NeverLeft", "OutcomeUnknown", "Transport"]

DEFAULT = BaseRequest.DEFAULT_NONE
FLOOD_PAUSE = 5  # seconds, where a 429 does not say
SOCKS = ("socks5://", "socks5h://")
POLL_SLACK = 10.0  # seconds that the network may add to a long poll
OK, REDIRECT, TOO_LARGE, FLOOD, SERVER_ERROR = 200, 300, 413, 429, 500


class AiohttpRequest(BaseRequest):
    """PTB's transport over aiohttp; its errors say whether the request left, and carry no URL."""

    __slots__ = (
        "_connect",
        "_pool",
        "_proxy",
        "_read",
        "_session",
        "_upload",
        "_write",
        "date",  # of the newest answer, as its header says
    )

    def __init__(  # noqa: PLR0913 - settings, each with its default
        self,
        *,
        connect_timeout: float = 5.0,
        read_timeout: float = 15.0,
        write_timeout: float = 10.0,
        upload_timeout: float = 60.0,
        pool: int = 256,
        proxy: str | None = None,
    ) -> None:
        if proxy is not None and not proxy.startswith(("http://", "https://", *SOCKS)):
            raise ValueError("the proxy must be an http, https, socks5 or socks5h address")
        self._connect, self._read, self._write = connect_timeout, read_timeout, write_timeout
        self._upload, self._pool, self._proxy = upload_timeout, pool, proxy
        self.date = ""
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """The patience with an answer, in seconds, where a call names none."""
        return self._read

    async def initialize(self) -> None:
        """Open the pool; it belongs to the running loop."""
        if self._session is not None:
            return
        # An idle connection may be closed by the other side just as it is used again, and a POST
        # lost so is an unknown outcome: keep none for long.
        self._session = aiohttp.ClientSession(
            connector=_connector(self._proxy, limit=self._pool, keepalive_timeout=4.0),
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"User-Agent": self.USER_AGENT},
        )

    async def shutdown(self) -> None:
        """Close the pool."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(  # noqa: PLR0913, PLR0917 - PTB's signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = DEFAULT,
        write_timeout: ODVInput[float] = DEFAULT,
        connect_timeout: ODVInput[float] = DEFAULT,
        pool_timeout: ODVInput[float] = DEFAULT,  # noqa: ARG002 - within the connect timeout here
    ) -> tuple[int, bytes]:
        """Carry one request; raise NeverLeft or OutcomeUnknown where no answer can be read."""
        if self._session is None:
            raise NeverLeft("the transport is not started")
        files = request_data is not None and request_data.contains_files
        patience = _patience(
            _either(connect_timeout, self._connect),
            _either(write_timeout, self._upload if files else self._write),
            _either(read_timeout, self._read),
        )
        try:
            async with self._session.request(
                method,
                url,
                timeout=patience,
                proxy=None if _is_socks(self._proxy) else self._proxy,
                allow_redirects=False,
                **_body(request_data),
            ) as answer:
                code, payload = answer.status, await answer.read()
                pause = answer.headers.get("Retry-After", "")
                self.date = answer.headers.get("Date", "")
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            left, failure = not isinstance(error, aiohttp.InvalidURL), name_of(error)
        else:
            return _judged(code, payload, pause) if code >= REDIRECT else (code, payload)
        # Raised out here, so that no chain leads to an exception that knows the URL.
        raise OutcomeUnknown(failure) if left else NeverLeft(failure)

    @staticmethod
    def parse_json_payload(payload: bytes) -> JSONDict:
        """Parse an answer; what is not Telegram's JSON leaves the outcome unknown."""
        answer = _parsed(payload)
        if answer is None:
            raise OutcomeUnknown("the answer is not JSON")
        return answer


class Transport:
    """The Bot API as raw calls; sender and receiver hold one each, with a pool of its own."""

    __slots__ = ("_base", "_request", "_token")

    def __init__(self, token: str, base_url: str, request: BaseRequest) -> None:
        self._token = token
        self._base = base_url.rstrip("/").removesuffix("/bot")
        self._request = request

    def __repr__(self) -> str:
        return f"Transport({self._base!r})"

    async def start(self) -> None:
        """Open the connections."""
        await self._request.initialize()

    async def shutdown(self) -> None:
        """Close the connections."""
        await self._request.shutdown()

    async def call(
        self,
        method: str,
        params: Mapping[str, object] | None = None,
        *,
        read_timeout: float | None = None,
    ) -> Any:  # noqa: ANN401 - the raw JSON of a result
        """Call a method and return its raw result; InputFile values are uploaded."""
        data = RequestData(
            [RequestParameter.from_input(name, value) for name, value in (params or {}).items()]
        )
        try:
            return await self._request.post(
                f"{self._base}/bot{self._token}/{method}",
                data,
                read_timeout=DEFAULT if read_timeout is None else read_timeout,
            )
        except KeyError:
            pass
        raise OutcomeUnknown("the answer has no result")

    async def poll(self, params: Mapping[str, object], *, seconds: int) -> list[JSONDict]:
        """Long-poll getUpdates, with more patience than Telegram's own."""
        updates: list[JSONDict] = await self.call(
            "getUpdates",
            {**params, "timeout": seconds},
            read_timeout=seconds + POLL_SLACK,
        )
        return updates

    async def download(self, file_path: str) -> bytes:
        """Fetch a file by the path that getFile named.

        A Bot API server of one's own that runs with --local names a file of its disk.
        """
        if file_path.startswith("/") and self._base != TELEGRAM:
            return await asyncio.to_thread(from_disk, file_path)
        try:
            return await self._request.retrieve(f"{self._base}/file/bot{self._token}/{file_path}")
        except InvalidToken:
            # PTB reads every 404 as a bad token; here it is a path that has expired.
            pass
        raise BadRequest("the file is no longer there")


def _is_socks(proxy: str | None) -> bool:
    return proxy is not None and proxy.startswith(SOCKS)


def _connector(proxy: str | None, **settings: Any) -> aiohttp.TCPConnector:  # noqa: ANN401 -- aiohttp's
    if proxy is None or not _is_socks(proxy):
        return Connector(ttl_dns_cache=300, **settings)
    from bot.socks import SocksConnector  # few need it, and its library takes time to load

    return SocksConnector.to(proxy, **settings)


def _either(given: ODVInput[float], default: float) -> float | None:
    return default if isinstance(given, DefaultValue) else given


def _patience(connect: float | None, write: float | None, read: float | None) -> ClientTimeout:
    total = None if None in (connect, write, read) else (connect or 0) + (write or 0) + (read or 0)
    return ClientTimeout(total=total, connect=connect, sock_connect=connect, sock_read=read)


def _body(data: RequestData | None) -> dict[str, Any]:
    if data is None:
        return {}
    if not data.contains_files:
        text = json.dumps(data.parameters, ensure_ascii=False, separators=(",", ":"))
        # A lone surrogate in somebody's text must not stop the message.
        return {
            "data": text.encode("utf-8", "replace"),
            "headers": {"Content-Type": "application/json"},
        }
    # Quoted, 九月.pdf would arrive as %E4%B9%9D...
    form = aiohttp.FormData(quote_fields=False)
    for name, text in data.json_parameters.items():
        form.add_field(name, text)
    for name, (filename, content, kind) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return {"data": form}


def _judged(code: int, payload: bytes, pause: str) -> tuple[int, bytes]:
    """Let PTB name the refusals that are Telegram's own; the rest it would mistake for them."""
    answer = _parsed(payload)
    told = (answer or {}).get("parameters") or {}
    if code == FLOOD and not told.get("retry_after"):
        raise RetryAfter(int(pause) if pause.isdecimal() else FLOOD_PAUSE)
    if code == TOO_LARGE:
        raise BadRequest("Request Entity Too Large")
    if code >= SERVER_ERROR or answer is None:
        raise OutcomeUnknown(f"HTTP {code}")
    return code, payload


def _parsed(payload: bytes) -> JSONDict | None:
    # As PTB does: one bad byte must not make a whole batch of updates unreadable.
    try:
        answer = read(payload)
    except ValueError:
        return None
    return answer if isinstance(answer, dict) else None
