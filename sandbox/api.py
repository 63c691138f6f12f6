"""The Bot API over HTTP: one table of methods, one road in and out."""

import asyncio
import hmac
import time
from collections.abc import Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from sandbox import asking, commands, media, passing, polls, sending, topics
from sandbox.errors import ApiError
from sandbox.faults import CALLS, POLL
from sandbox.ledger import Call, message_of
from sandbox.limits import LIMITS
from sandbox.params import Params, read_params
from sandbox.stage import Sandbox
from sandbox.trouble import Trouble, stir

Method = Callable[[Sandbox, Params], object]

METHODS: dict[str, Method] = {
    "getMe": asking.get_me,
    "sendMessage": sending.send_message,
    "sendLocation": sending.send_location,
    "sendPhoto": media.send_photo,
    "sendDocument": media.send_document,
    "sendVoice": media.send_voice,
    "sendMediaGroup": media.send_album,
    "sendPoll": polls.send_poll,
    "stopPoll": polls.stop_poll,
    "copyMessage": passing.copy_message,
    "forwardMessage": passing.forward_message,
    "editMessageText": sending.edit_text,
    "editMessageCaption": sending.edit_caption,
    "editMessageReplyMarkup": sending.edit_buttons,
    "deleteMessage": sending.delete_message,
    "pinChatMessage": passing.pin_message,
    "unpinChatMessage": passing.unpin_message,
    "leaveChat": passing.leave_chat,
    "createForumTopic": topics.create,
    "closeForumTopic": topics.close,
    "reopenForumTopic": topics.reopen,
    "deleteForumTopic": topics.delete,
    "answerCallbackQuery": asking.answer_callback,
    "setMyCommands": commands.set_commands,
    "getMyCommands": commands.get_commands,
    "deleteMyCommands": commands.delete_commands,
    "setMyDescription": commands.set_description,
    "getMyDescription": commands.get_description,
    "setMyShortDescription": commands.set_short_description,
    "getMyShortDescription": commands.get_short_description,
    "getFile": asking.get_file,
    "getChat": asking.get_chat,
    "getChatMember": asking.get_member,
    "getChatAdministrators": asking.get_administrators,
    "getChatMemberCount": asking.count_members,
    "setWebhook": asking.set_webhook,
    "deleteWebhook": asking.delete_webhook,
    "getWebhookInfo": asking.webhook_info,
}

_CANONICAL = {name.lower(): name for name in (*METHODS, POLL)}
_CONFLICT = (
    "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running"
)
_HOOKED = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)
_CUT = "Conflict: terminated by setWebhook request"


def routes(sandbox: Sandbox) -> list[BaseRoute]:
    """Return the Bot API's addresses."""

    async def call(request: Request) -> Response:
        return await answer(sandbox, request)

    async def download(request: Request) -> Response:
        return fetch_file(sandbox, request)

    doors = [
        Route("/bot{token}/{method}", call, methods=["GET", "POST"]),
        Route("/file/bot{token}/{path:path}", download),
    ]
    # By this road only the bot of the present run comes in, as a fresh town needs a fresh bot.
    return [*doors, Mount("/run/{run:int}", routes=doors)]


async def answer(sandbox: Sandbox, request: Request) -> Response:
    """Answer one call of the bot, and note it."""
    began = time.monotonic()
    at = sandbox.clock.now()
    asked = request.path_params["method"]
    method = _CANONICAL.get(asked.lower(), asked)
    params, trouble = Params({}), Trouble(None)
    try:
        _check_token(sandbox, request)
        params = await read_params(request)
        trouble = Trouble(sandbox.faults.hit(CALLS, method, params.number("chat_id")))
        trouble.before()
        reply = {"ok": True, "result": await _run(sandbox, method, params, request)}
    except ApiError as error:
        reply = error.reply()
    await trouble.after()
    call = Call(
        id=sandbox.ledger.next_id(),
        at=at,
        method=method,
        params=params.shown(),
        ok=bool(reply["ok"]),
        error=None if reply["ok"] else str(reply["description"]),
        ms=round(1000 * (time.monotonic() - began)),
        message=message_of(params.values, reply.get("result")) if reply["ok"] else None,
        answered=trouble.answers,
        **trouble.noted,
    )
    _note(sandbox, call, reply)
    usual = JSONResponse(reply, status_code=int(str(reply.get("error_code", 200))))
    return trouble.instead_of(usual)


def fetch_file(sandbox: Sandbox, request: Request) -> Response:
    """Give the content of a file that getFile told of."""
    try:
        _check_token(sandbox, request)
    except ApiError as error:
        return JSONResponse(error.reply(), status_code=error.code)
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
    chat = params.number("chat_id")
    if chat in sandbox.world.chats:
        sandbox.pace.count(method, chat, media.messages_of(method, params))
    return METHODS[method](sandbox, params)


async def _poll(sandbox: Sandbox, params: Params, request: Request) -> list[dict[str, Any]]:
    updates = sandbox.updates
    if sandbox.courier.hook is not None:
        raise ApiError(409, _HOOKED)
    turn = updates.begin_poll()
    kinds = params.parsed("allowed_updates")
    if isinstance(kinds, list):
        updates.allow(kinds)
    updates.confirm(params.number("offset") or 0)
    sandbox.settle()
    seconds = min(max(params.number("timeout") or 0, 0), LIMITS["poll_seconds"])
    stayed = await _wait(sandbox, turn, request, seconds)
    if sandbox.courier.hook is not None:
        raise ApiError(409, _CUT)
    if updates is not sandbox.updates or not updates.is_current(turn):
        raise ApiError(409, _CONFLICT)
    if sandbox.faults.hit(("second-poller",), POLL):
        raise ApiError(409, _CONFLICT)
    limit = params.number("limit") or LIMITS["updates"]
    if not stayed:
        return []
    return stir(sandbox, updates.take(min(max(limit, 1), LIMITS["updates"])))


async def _wait(sandbox: Sandbox, turn: int, request: Request, seconds: int) -> bool:
    """Wait for an update; tell whether the poller still listens."""
    gone, updates = asyncio.Event(), sandbox.updates

    async def watch() -> None:
        while (await request.receive())["type"] != "http.disconnect":
            pass
        gone.set()
        sandbox.events.wake()

    def over() -> bool:
        current = updates is sandbox.updates and updates.is_current(turn)
        cut = sandbox.courier.hook is not None or sandbox.faults.waits_for("second-poller")
        return bool(updates.count) or not current or cut or gone.is_set()

    async with asyncio.TaskGroup() as group:
        watcher = group.create_task(watch())
        await sandbox.events.until(over, seconds=seconds)
        watcher.cancel()
    return not gone.is_set()


def _check_token(sandbox: Sandbox, request: Request) -> None:
    given = request.path_params["token"].encode()
    former = request.path_params.get("run", sandbox.run) != sandbox.run
    if former or not hmac.compare_digest(given, sandbox.world.bot.token.encode()):
        raise ApiError(401, "Unauthorized")


def _note(sandbox: Sandbox, call: Call, reply: dict[str, Any]) -> None:
    sandbox.ledger.note_reply(call, reply)
    if call.method != POLL:
        sandbox.events.publish("call", id=call.id, method=call.method, ok=call.ok)
