"""What happens to groups and in the town, as the control interface is asked for it."""

from collections.abc import Callable
from typing import Any

from starlette.requests import Request

from sandbox import groups, members, topics, views
from sandbox.bodies import Body, path_number, read_body
from sandbox.errors import MistakeError
from sandbox.stage import Sandbox
from sandbox.world import Chat, ChatType

Json = dict[str, Any]
Deed = Callable[[Sandbox, Chat, Body], Json]


async def arrive(sandbox: Sandbox, request: Request) -> Json:
    """Let a newcomer into the town."""
    body = await read_body(request)
    language = body.maybe_text("language") or "zh-CN"
    newcomer = groups.arrive(sandbox, body.text("name"), language, body.maybe_text("role") or "")
    return views.person(sandbox.world, newcomer)


async def found(sandbox: Sandbox, request: Request) -> Json:
    """Make a group."""
    body = await read_body(request)
    plan = groups.Plan(
        title=body.text("title"),
        by=sandbox.world.person(body.number("by")),
        kind=_kind(body),
        forum=bool(body.field("forum", bool)),
        members=[sandbox.world.person(one).id for one in _members(body)],
        bot=bool(body.field("bot", bool)),
        linked=body.maybe_text("linked"),
    )
    return views.chat(sandbox, groups.found(sandbox, plan))


async def change(sandbox: Sandbox, request: Request) -> Json:
    """Do something to a group."""
    chat = sandbox.world.chat(path_number(request, "chat"))
    deed = request.path_params["deed"]
    if deed not in DEEDS:
        raise MistakeError(f"Nothing here is called {deed!r}: use one of {', '.join(DEEDS)}.")
    return DEEDS[deed](sandbox, chat, await read_body(request))


async def change_topic(sandbox: Sandbox, request: Request) -> Json:
    """Close a topic, open it again, or delete it."""
    chat = topics.forum(sandbox.world.chat(path_number(request, "chat")))
    topic = topics.topic_of(chat, path_number(request, "topic"))
    body = await read_body(request)
    if body.field("deleted", bool):
        topics.delete_topic(sandbox, chat, topic)
        return {}
    closed = body.flag("closed")
    if closed == topic.closed:
        state = "closed" if closed else "open"
        raise MistakeError(f"The topic “{topic.name}” is {state} already.")
    by = body.maybe_number("by") or members.chief(chat, sandbox.world.bot.id)
    topics.shut_topic(sandbox, chat, topic, by=_member(sandbox, chat, by), closed=closed)
    return {}


def _kick(sandbox: Sandbox, chat: Chat, body: Body) -> Json:
    members.kick(sandbox, _somebody(sandbox, body), chat)
    return {}


def _appoint(sandbox: Sandbox, chat: Chat, body: Body) -> Json:
    somebody = _somebody(sandbox, body)
    if not body.flag("admin"):
        members.dismiss(sandbox, chat, somebody)
        return {}
    rights = body.field("rights", dict) or {}
    if not all(isinstance(value, bool) for value in rights.values()):
        raise MistakeError("`rights` must tell of each right true or false.")
    anonymous = bool(body.field("anonymous", bool))
    members.appoint(sandbox, chat, somebody, anonymous=anonymous, rights=rights)
    return {}


def _mute(sandbox: Sandbox, chat: Chat, body: Body) -> Json:
    members.mute(sandbox, chat, can_send=body.flag("can_send"))
    return {}


def _migrate(sandbox: Sandbox, chat: Chat, _body: Body) -> Json:
    return {"chat": groups.migrate(sandbox, chat).id}


def _open_topic(sandbox: Sandbox, chat: Chat, body: Body) -> Json:
    name = topics.check_name(body.text("name"))
    by = _member(sandbox, topics.forum(chat), body.number("by"))
    return {"id": topics.open_topic(sandbox, chat, name, by).id}


def _post(sandbox: Sandbox, chat: Chat, body: Body) -> Json:
    text, photo = body.maybe_text("text") or "", body.maybe_text("photo")
    return {"message": groups.post_in_channel(sandbox, chat, text, photo).id}


DEEDS: dict[str, Deed] = {
    "kick": _kick,
    "admin": _appoint,
    "mute": _mute,
    "migrate": _migrate,
    "topics": _open_topic,
    "channel-post": _post,
}


def _kind(body: Body) -> ChatType:
    kind = body.maybe_text("type") or "group"
    if kind not in ("group", "supergroup"):
        raise MistakeError(f"`type` must be group or supergroup, not {kind!r}.")
    return "supergroup" if kind == "supergroup" else "group"


def _members(body: Body) -> list[int]:
    return body.numbers("members") if body.content.get("members") is not None else []


def _somebody(sandbox: Sandbox, body: Body) -> int:
    """Return the id of a person, or the bot's."""
    somebody = body.number("person")
    if somebody != sandbox.world.bot.id:
        sandbox.world.person(somebody)
    return somebody


def _member(sandbox: Sandbox, chat: Chat, somebody: int) -> int:
    if somebody not in chat.members:
        raise MistakeError(f"{sandbox.world.person(somebody).name} is not in “{chat.title}”.")
    return somebody
