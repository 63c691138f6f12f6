"""The control interface: what page, stories and tests ask of the sandbox (see README.md)."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from sandbox import driving, members, people, views
from sandbox.bodies import Body, path_number, query_number, read_body
from sandbox.errors import MistakeError
from sandbox.stage import Sandbox
from sandbox.world import Chat, Person

Json = dict[str, Any]
Verb = Callable[[Sandbox, Person, Body], Awaitable[Json]]

PREFIX = "/sandbox/v1"
_KEEP_ALIVE_SECONDS = 15


async def say(sandbox: Sandbox, person: Person, body: Body) -> Json:
    """Write into a chat."""
    voice = body.field("voice", dict)
    speech = people.Speech(
        text=body.maybe_text("text") or "",
        reply_to=body.maybe_number("reply_to"),
        photo=body.maybe_text("photo"),
        location=_location(body.field("location", dict)),
        voice=None if voice is None else Body(voice).number("duration"),
        album=body.maybe_text("album"),
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
    return await people.press(sandbox, person, message, body.text("button"))


async def start(sandbox: Sandbox, person: Person, body: Body) -> Json:
    """Press Start."""
    payload = body.maybe_text("payload") or ""
    return {"message": people.start(sandbox, person, payload).id}


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
    "block": block,
    "unblock": unblock,
}
# The bot too may come and go.
MOVES: dict[str, Callable[[Sandbox, int, Chat], None]] = {
    "join": members.join,
    "leave": members.leave,
}


def routes(sandbox: Sandbox) -> list[Route]:
    """Return the control interface's addresses."""

    def route(path: str, ask: Callable[[Sandbox, Request], Awaitable[Json]], method: str) -> Route:
        async def endpoint(request: Request) -> Response:
            try:
                return JSONResponse(await ask(sandbox, request))
            except MistakeError as mistake:
                return JSONResponse({"error": str(mistake)}, status_code=mistake.status)

        return Route(PREFIX + path, endpoint, methods=[method])

    async def stream(_request: Request) -> Response:
        return StreamingResponse(_events(sandbox), media_type="text/event-stream")

    return [
        route("/world", _world, "GET"),
        route("/people/{person}/chats/{chat}/messages", _messages, "GET"),
        route("/people/{person}/{verb}", _act, "POST"),
        route("/chats/{chat}/kick", _kick, "POST"),
        route("/clock", driving.read_clock, "GET"),
        route("/clock/advance", driving.advance_clock, "POST"),
        route("/idle", driving.wait_idle, "GET"),
        route("/bot", driving.take_signal, "POST"),
        route("/calls", _calls, "GET"),
        route("/traffic", _traffic, "GET"),
        Route(f"{PREFIX}/events", stream),
    ]


async def _act(sandbox: Sandbox, request: Request) -> Json:
    somebody, verb = path_number(request, "person"), request.path_params["verb"]
    body = await read_body(request)
    if verb in MOVES:
        if somebody != sandbox.world.bot.id:
            sandbox.world.person(somebody)
        MOVES[verb](sandbox, somebody, sandbox.world.chat(body.number("chat")))
        return {}
    if verb not in VERBS:
        raise MistakeError(f"Nobody can {verb!r}: use one of {', '.join((*VERBS, *MOVES))}.")
    return await VERBS[verb](sandbox, sandbox.world.person(somebody), body)


async def _kick(sandbox: Sandbox, request: Request) -> Json:
    chat = sandbox.world.chat(path_number(request, "chat"))
    somebody = (await read_body(request)).number("person")
    if somebody != sandbox.world.bot.id:
        sandbox.world.person(somebody)
    members.kick(sandbox, somebody, chat)
    return {}


async def _world(sandbox: Sandbox, _request: Request) -> Json:
    return views.world(sandbox)


async def _messages(sandbox: Sandbox, request: Request) -> Json:
    person = sandbox.world.person(path_number(request, "person"))
    private = request.path_params["chat"] == "private"
    chat = sandbox.world.chat(person.id if private else path_number(request, "chat"))
    after = query_number(request, "after") or 0
    seen = [message for message in chat.seen_by(person.id) if message.id > after]
    return {"messages": [views.message(sandbox.world, message, person) for message in seen]}


async def _calls(sandbox: Sandbox, request: Request) -> Json:
    return {"calls": sandbox.ledger.calls_after(int(query_number(request, "after") or 0))}


async def _traffic(sandbox: Sandbox, request: Request) -> Json:
    return sandbox.ledger.traffic_after(int(query_number(request, "after") or 0))


async def _events(sandbox: Sandbox) -> AsyncIterator[str]:
    with sandbox.events.listen() as queue:
        yield ": listening\n\n"
        while not sandbox.events.closed:
            line = await driving.next_event(queue, _KEEP_ALIVE_SECONDS)
            if line is None:
                return
            yield f"data: {json.dumps(line, ensure_ascii=False)}\n\n" if line else ":\n\n"


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
