"""The Bot API's methods that ask, or answer a press."""

from typing import Any

from sandbox import limits, shapes, standings
from sandbox.courier import CONNECTIONS
from sandbox.errors import BadRequestError
from sandbox.params import Params
from sandbox.reach import known_chat
from sandbox.stage import Sandbox
from sandbox.world import Chat

Json = dict[str, Any]

_REACTIONS = 11
_ACCENT = 5
_NO_GIFTS = {
    "unlimited_gifts": False,
    "limited_gifts": False,
    "unique_gifts": False,
    "premium_subscription": False,
    "gifts_from_channels": False,
}
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
    press.answered.set()
    press.answer = {
        "text": params.text("text"),
        "alert": params.flag("show_alert"),
        "url": params.text("url"),
    }
    if params.text("text"):
        shown = {"text": params.text("text"), "alert": params.flag("show_alert")}
        sandbox.events.publish("toast", person=press.person, chat=press.chat, **shown)
    return True


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
    world, place = sandbox.world, known_chat(sandbox, params)
    shape = {
        **shapes.chat(world, place),
        "accent_color_id": _ACCENT,
        "max_reaction_count": _REACTIONS,
        "accepted_gift_types": _NO_GIFTS,
    }
    if place.type != "private":
        shape["permissions"] = standings.permissions(place)
    if place.linked is not None:
        shape["linked_chat_id"] = place.linked.id
    if place.pinned:
        shape["pinned_message"] = shapes.message(world, place.find(place.pinned[-1]), nested=True)
    return shape


def get_member(sandbox: Sandbox, params: Params) -> Json:
    """Tell somebody's standing in a chat."""
    chat = known_chat(sandbox, params)
    somebody = params.number("user_id") or 0
    if somebody not in sandbox.world.people and somebody != sandbox.world.bot.id:
        raise BadRequestError("invalid user_id specified" if not somebody else "user not found")
    if chat.type != "private":
        _check_met(sandbox, chat, somebody)
    return standings.member(sandbox.world, chat, somebody)


def get_administrators(sandbox: Sandbox, params: Params) -> list[Json]:
    """List the administrators of a group."""
    chat = known_chat(sandbox, params)
    if chat.type == "private":
        raise BadRequestError("there are no administrators in the private chat")
    bot = [sandbox.world.bot.id] if chat.bot == "administrator" else []
    return [standings.member(sandbox.world, chat, one) for one in (*chat.admins, *bot)]


def count_members(sandbox: Sandbox, params: Params) -> int:
    """Count everybody in a chat, the bot included."""
    return len(known_chat(sandbox, params).members) + 1


def set_webhook(sandbox: Sandbox, params: Params) -> bool:
    """Carry updates to an address from now on; an empty one takes the webhook away."""
    _drop(sandbox, params)
    kinds = params.parsed("allowed_updates")
    if isinstance(kinds, list):
        sandbox.updates.allow(kinds)
    url = params.text("url").strip()
    if url:
        connections = params.number("max_connections") or CONNECTIONS
        sandbox.courier.set(url, params.text("secret_token"), connections)
    else:
        sandbox.courier.remove()
    sandbox.settle()
    return True


def delete_webhook(sandbox: Sandbox, params: Params) -> bool:
    """Take the webhook away; forget what waits if so asked."""
    _drop(sandbox, params)
    sandbox.courier.remove()
    sandbox.settle()
    return True


def webhook_info(sandbox: Sandbox, _params: Params) -> Json:
    """Tell where the webhook is, how much waits, and what was last amiss."""
    return sandbox.courier.info()


def _drop(sandbox: Sandbox, params: Params) -> None:
    if params.flag("drop_pending_updates"):
        sandbox.updates.drop()


def _check_met(sandbox: Sandbox, chat: Chat, somebody: int) -> None:
    """Refuse what Telegram guarantees to administrators only.

    Another bot is told of administrators, of itself, and of present people whom it has met.
    """
    if chat.bot == "administrator" or somebody in (sandbox.world.bot.id, *chat.admins):
        return
    if somebody not in sandbox.world.met:
        raise BadRequestError("user not found")
    if somebody not in chat.members:
        raise BadRequestError("PARTICIPANT_ID_INVALID")
