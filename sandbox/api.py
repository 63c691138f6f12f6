"""The Bot API over HTTP: one table of methods, one road in and out."""

import asyncio
import hmac
import time
from collections.abc import Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from sandbox import asking, sending
from sandbox.errors import ApiError
from sandbox.ledger import Call
from sandbox.limits import LIMITS
from sandbox.params import Params, read_params
from sandbox.stage import Sandbox

Method = Callable[[Sandbox, Params], object]

METHODS: dict[str, Method] = {
    "getMe": asking.get_me,
    "sendMessage": sending.send_message,
    "sendPhoto": sending.send_photo,
    "sendLocation": sending.send_location,
    "editMessageText": sending.edit_text,
    "editMessageCaption": sending.edit_caption,
    "editMessageReplyMarkup": sending.edit_buttons,
    "deleteMessage": sending.delete_message,
    "answerCallbackQuery": asking.answer_callback,
    "setMyCommands": asking.set_commands,
    "getMyCommands": asking.get_commands,
    "getFile": asking.get_file,
    "getChat": asking.get_chat,
    "getChatMember": asking.get_member,
    "getChatAdministrators": asking.get_administrators,
    "getChatMemberCount": asking.count_members,
    "deleteWebhook": asking.delete_webhook,
    "getWebhookInfo": asking.webhook_info,
}
POLL = "getUpdates"

_CANONICAL = {name.lower(): name for name in (*METHODS, POLL)}
_CONFLICT = (
    "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running"
)


def routes(sandbox: Sandbox) -> list[Route]:
    """Return the Bot API's addresses."""

    async def call(request: Request) -> Response:
        return await answer(sandbox, request)

    async def download(request: Request) -> Response:
        return fetch_file(sandbox, request)

    return [
        Route("/bot{token}/{method}", call, methods=["GET", "POST"]),
        Route("/file/bot{token}/{path:path}", download),
    ]


async def answer(sandbox: Sandbox, request: Request) -> Response:
    """Answer one call of the bot, and note it."""
    began = time.monotonic()
    at = sandbox.clock.now()
    asked = request.path_params["method"]
    method = _CANONICAL.get(asked.lower(), asked)
    params = Params({})
    try:
        _check_token(sandbox, request)
        params = await read_params(request)
        reply = {"ok": True, "result": await _run(sandbox, method, params, request)}
    except ApiError as error:
        reply = {"ok": False, "error_code": error.code, "description": error.description}
    call = Call(
        id=sandbox.ledger.next_id(),
        at=at,
        method=method,
        params=params.shown(),
        ok=bool(reply["ok"]),
        error=None if reply["ok"] else str(reply["description"]),
        ms=round(1000 * (time.monotonic() - began)),
    )
    _note(sandbox, call, reply)
    return JSONResponse(reply, status_code=int(str(reply.get("error_code", 200))))


def fetch_file(sandbox: Sandbox, request: Request) -> Response:
    """Give the content of a file that getFile told of."""
    try:
        _check_token(sandbox, request)
    except ApiError as error:
        reply = {"ok": False, "error_code": error.code, "description": error.description}
        return JSONResponse(reply, status_code=error.code)
    file = sandbox.files.by_name(request.path_params["path"])
    if file is None:
        reply = {"ok": False, "error_code": 404, "description": "Not Found"}
        return JSONResponse(reply, status_code=404)
    return Response(file.content, media_type="application/octet-stream")


async def _run(sandbox: Sandbox, method: str, params: Params, request: Request) -> object:
    if method == POLL:
        return await _poll(sandbox, params, request)
    if method not in METHODS:
        raise ApiError(404, "Not Found: method not found")
    return METHODS[method](sandbox, params)


async def _poll(sandbox: Sandbox, params: Params, request: Request) -> list[dict[str, Any]]:
    updates = sandbox.updates
    turn = updates.begin_poll()
    kinds = params.parsed("allowed_updates")
    if isinstance(kinds, list):
        updates.allow(kinds)
    updates.confirm(params.number("offset") or 0)
    sandbox.settle()
    seconds = min(max(params.number("timeout") or 0, 0), LIMITS["poll_seconds"])
    stayed = await _wait(sandbox, turn, request, seconds)
    if not updates.is_current(turn):
        raise ApiError(409, _CONFLICT)
    limit = params.number("limit") or LIMITS["updates"]
    return updates.take(min(max(limit, 1), LIMITS["updates"])) if stayed else []


async def _wait(sandbox: Sandbox, turn: int, request: Request, seconds: int) -> bool:
    """Wait for an update; tell whether the poller still listens."""
    gone = asyncio.Event()

    async def watch() -> None:
        while (await request.receive())["type"] != "http.disconnect":
            pass
        gone.set()
        sandbox.events.wake()

    def over() -> bool:
        here = sandbox.updates.is_current(turn) and not gone.is_set()
        return bool(sandbox.updates.count) or not here

    async with asyncio.TaskGroup() as group:
        watcher = group.create_task(watch())
        await sandbox.events.until(over, seconds=seconds)
        watcher.cancel()
    return not gone.is_set()


def _check_token(sandbox: Sandbox, request: Request) -> None:
    given = request.path_params["token"].encode()
    if not hmac.compare_digest(given, sandbox.world.bot.token.encode()):
        raise ApiError(401, "Unauthorized")


def _note(sandbox: Sandbox, call: Call, reply: dict[str, Any]) -> None:
    sandbox.ledger.note_reply(call, reply)
    if call.method != POLL:
        sandbox.events.publish("call", id=call.id, method=call.method, ok=call.ok)
