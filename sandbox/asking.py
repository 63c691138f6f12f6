"""The Bot API's methods that ask, answer a press or set something up."""

import json
from typing import Any

from sandbox import limits, shapes
from sandbox.errors import BadRequestError, ForbiddenError
from sandbox.params import Params
from sandbox.sending import find_chat
from sandbox.stage import Sandbox
from sandbox.world import Chat

Json = dict[str, Any]

_OLD_QUERY = "query is too old and response timeout expired or query ID is invalid"


def get_me(sandbox: Sandbox, _params: Params) -> Json:
    """Tell the bot who it is."""
    return shapes.me(sandbox.world)


def answer_callback(sandbox: Sandbox, params: Params) -> bool:
    """Answer a pressed button; the first answer is what its presser saw."""
    limits.check_callback_answer(params.text("text"))
    press = sandbox.presses.get(params.text("callback_query_id"))
    if press is None:
        raise BadRequestError(_OLD_QUERY)
    if sandbox.clock.now() - press.at > 1000 * limits.LIMITS["callback_age"]:
        raise BadRequestError(_OLD_QUERY)
    if press.answer is not None:
        return True
    press.answer = {
        "text": params.text("text"),
        "alert": params.flag("show_alert"),
        "url": params.text("url"),
    }
    if params.text("text"):
        shown = {"text": params.text("text"), "alert": params.flag("show_alert")}
        sandbox.events.publish("toast", person=press.person, chat=press.chat, **shown)
    sandbox.events.wake()
    return True


def set_commands(sandbox: Sandbox, params: Params) -> bool:
    """Set the list of commands for a scope and language."""
    commands = params.parsed("commands")
    if commands is None:
        raise BadRequestError("can't parse commands JSON object")
    limits.check_commands(commands)
    sandbox.commands[_scope(params)] = [
        {**one, "command": one["command"].removeprefix("/")} for one in commands
    ]
    return True


def get_commands(sandbox: Sandbox, params: Params) -> list[dict[str, str]]:
    """Return the list of commands of a scope and language."""
    return sandbox.commands.get(_scope(params), [])


def get_file(sandbox: Sandbox, params: Params) -> Json:
    """Tell where a file can be fetched."""
    file = sandbox.files.by_id(params.text("file_id"))
    if file is None:
        raise BadRequestError("invalid file_id")
    if len(file.content) > limits.LIMITS["download_bytes"]:
        raise BadRequestError("file is too big")
    return file.reference()


def get_chat(sandbox: Sandbox, params: Params) -> Json:
    """Tell about a chat."""
    return shapes.full_chat(sandbox.world, _known_chat(sandbox, params))


def get_member(sandbox: Sandbox, params: Params) -> Json:
    """Tell somebody's standing in a chat."""
    chat = _known_chat(sandbox, params)
    somebody = params.number("user_id") or 0
    if somebody not in sandbox.world.people and somebody != sandbox.world.bot.id:
        raise BadRequestError("invalid user_id specified" if not somebody else "user not found")
    return shapes.member(sandbox.world, chat, somebody)


def get_administrators(sandbox: Sandbox, params: Params) -> list[Json]:
    """List the administrators of a group."""
    chat = _known_chat(sandbox, params)
    if chat.type == "private":
        raise BadRequestError("there are no administrators in the private chat")
    bot = [sandbox.world.bot.id] if chat.bot == "administrator" else []
    return [shapes.member(sandbox.world, chat, one) for one in (*chat.admins, *bot)]


def count_members(sandbox: Sandbox, params: Params) -> int:
    """Count everybody in a chat, the bot included."""
    return len(_known_chat(sandbox, params).members) + 1


def delete_webhook(sandbox: Sandbox, params: Params) -> bool:
    """Leave no webhook, as there was none; forget what waits if so asked."""
    if params.flag("drop_pending_updates"):
        sandbox.updates.drop()
        sandbox.settle()
    return True


def webhook_info(sandbox: Sandbox, _params: Params) -> Json:
    """Tell that there is no webhook, and how much waits."""
    waiting = sandbox.updates.count
    return {"url": "", "has_custom_certificate": False, "pending_update_count": waiting}


def _known_chat(sandbox: Sandbox, params: Params) -> Chat:
    chat = find_chat(sandbox, params)
    if chat.bot == "kicked":
        raise ForbiddenError(f"bot was kicked from the {chat.type} chat")
    if chat.bot == "left":
        raise ForbiddenError(f"bot is not a member of the {chat.type} chat")
    return chat


def _scope(params: Params) -> str:
    scope = params.parsed("scope") or {"type": "default"}
    return f"{json.dumps(scope, sort_keys=True)} {params.text('language_code')}"
