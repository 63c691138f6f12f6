"""What people do, as the control interface is asked for it."""

from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import Request

from sandbox import members, people, polls
from sandbox.bodies import Body, path_number, read_body
from sandbox.errors import MistakeError
from sandbox.stage import Sandbox
from sandbox.world import Chat, Person

Json = dict[str, Any]
Verb = Callable[[Sandbox, Person, Body], Awaitable[Json]]


async def act(sandbox: Sandbox, request: Request) -> Json:
    """Let a person do something; the bot too may come and go."""
    somebody, verb = path_number(request, "person"), request.path_params["verb"]
    body = await read_body(request)
    if verb in MOVES:
        if somebody != sandbox.world.bot.id:
            sandbox.world.person(somebody)
        MOVES[verb](sandbox, somebody, body)
        return {}
    if verb not in VERBS:
        raise MistakeError(f"Nobody can {verb!r}: use one of {', '.join((*VERBS, *MOVES))}.")
    return await VERBS[verb](sandbox, sandbox.world.person(somebody), body)


def _join(sandbox: Sandbox, somebody: int, body: Body) -> None:
    chat = sandbox.world.chat(body.number("chat"))
    members.join(sandbox, somebody, chat, body.maybe_number("by"))


def _leave(sandbox: Sandbox, somebody: int, body: Body) -> None:
    members.leave(sandbox, somebody, sandbox.world.chat(body.number("chat")))


async def say(sandbox: Sandbox, person: Person, body: Body) -> Json:
    """Write into a chat."""
    voice = body.field("voice", dict)
    speech = people.Speech(
        text=body.maybe_text("text") or "",
        reply_to=body.maybe_number("reply_to"),
        photo=body.maybe_text("photo"),
        location=_location(body.field("location", dict)),
        voice=None if voice is None else Body(voice).number("duration"),
        document=body.field("document", dict),
        album=body.maybe_text("album"),
        topic=body.maybe_number("topic"),
        anonymous=bool(body.field("anonymous", bool)),
    )
    message = people.say(sandbox, person, _chat(sandbox, person, body), speech)
    return {"message": message.id}


async def edit(sandbox: Sandbox, person: Person, body: Body) -> Json:
    """Change a message."""
    message = _chat(sandbox, person, body).find(body.number("message"))
    return {"message": people.edit(sandbox, person, message, body.text("text")).id}


async def delete(sandbox: Sandbox, person: Person, body: Body) -> Json:
    """Take a message away."""
    message = _chat(sandbox, person, body).find(body.number("message"))
    people.delete(sandbox, person, message)
    return {}


async def press(sandbox: Sandbox, person: Person, body: Body) -> Json:
    """Press a button."""
    message = _chat(sandbox, person, body).find(body.number("message"))
    seconds = people.PRESS_SECONDS if body.field("wait", bool) in (None, True) else 0
    return await people.press(sandbox, person, message, body.text("button"), seconds=seconds)


async def start(sandbox: Sandbox, person: Person, body: Body) -> Json:
    """Press Start."""
    payload = body.maybe_text("payload") or ""
    return {"message": people.start(sandbox, person, payload).id}


async def vote(sandbox: Sandbox, person: Person, body: Body) -> Json:
    """Vote in a poll."""
    message = _chat(sandbox, person, body).find(body.number("message"))
    polls.vote(sandbox, person, message, tuple(sorted(set(body.numbers("options")))))
    return {}


async def look(sandbox: Sandbox, person: Person, body: Body) -> Json:
    """Look at a chat."""
    people.look(sandbox, person, _chat(sandbox, person, body), body.number("upto"))
    return {}


async def block(sandbox: Sandbox, person: Person, _body: Body) -> Json:
    """Block the bot."""
    members.block(sandbox, person)
    return {}


async def unblock(sandbox: Sandbox, person: Person, _body: Body) -> Json:
    """Unblock the bot."""
    members.unblock(sandbox, person)
    return {}


VERBS: dict[str, Verb] = {
    "say": say,
    "edit": edit,
    "delete": delete,
    "press": press,
    "start": start,
    "vote": vote,
    "look": look,
    "block": block,
    "unblock": unblock,
}
MOVES: dict[str, Callable[[Sandbox, int, Body], None]] = {"join": _join, "leave": _leave}


def _chat(sandbox: Sandbox, person: Person, body: Body) -> Chat:
    if body.content.get("chat") == "private":
        return sandbox.world.chat(person.id)
    return sandbox.world.chat(body.number("chat"))


def _location(given: Json | None) -> dict[str, float] | None:
    if given is None:
        return None
    latitude, longitude = given.get("latitude"), given.get("longitude")
    if not isinstance(latitude, int | float) or not isinstance(longitude, int | float):
        raise MistakeError("`location` needs `latitude` and `longitude` as numbers.")
    return {"latitude": latitude, "longitude": longitude}
