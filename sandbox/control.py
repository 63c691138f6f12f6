"""The control interface: what page, stories and tests ask of the sandbox (see README.md)."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from sandbox import acting, breaking, changing, commands, desk, driving, running, views
from sandbox.bodies import path_number, query_number
from sandbox.errors import MistakeError
from sandbox.stage import Sandbox
from sandbox.world import Chat, Person

Json = dict[str, Any]
PREFIX = "/sandbox/v1"
_KEEP_ALIVE_SECONDS = 15


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
        route("/people/{person}/chats/{chat}/commands", _commands, "GET"),
        route("/spread", _spread, "GET"),
        route("/people", changing.arrive, "POST"),
        route("/people/{person}/{verb}", acting.act, "POST"),
        route("/chats", changing.found, "POST"),
        route("/chats/{chat}/topics/{topic}", changing.change_topic, "POST"),
        route("/chats/{chat}/{deed}", changing.change, "POST"),
        route("/clock", driving.read_clock, "GET"),
        route("/clock/advance", driving.advance_clock, "POST"),
        route("/idle", driving.wait_idle, "GET"),
        route("/bot", driving.take_signal, "POST"),
        route("/stories", running.list_stories, "GET"),
        route("/reset", running.reset, "POST"),
        route("/play", running.play, "POST"),
        route("/play/{deed}", running.direct, "POST"),
        route("/operator", desk.ask, "POST"),
        route("/operator", desk.list_asked, "GET"),
        route("/operator/{errand}", desk.answer, "POST"),
        route("/operator/{errand}", desk.read_answer, "GET"),
        *(route(path, ask, method) for path, ask, method in (*breaking.ROUTES, *_LOOKING)),
        Route(f"{PREFIX}/events", stream),
    ]


async def _world(sandbox: Sandbox, _request: Request) -> Json:
    return views.world(sandbox)


async def _messages(sandbox: Sandbox, request: Request) -> Json:
    person, chat = _where(sandbox, request)
    after = query_number(request, "after") or 0
    seen = [message for message in chat.seen_by(person.id) if message.id > after]
    return {"messages": [views.message(sandbox.world, message, person) for message in seen]}


async def _spread(sandbox: Sandbox, request: Request) -> Json:
    """Tell in which groups the bot's messages hold all these words, and in how many of each."""
    words, bot = request.query_params.getlist("words"), sandbox.world.bot.id
    if not words:
        raise MistakeError("`words` is missing: what is looked for.")
    chats = {}
    for chat in sandbox.world.chats.values():
        texts = [m.content.text for m in chat.messages.values() if m.author == bot]
        count = sum(all(word in text for word in words) for text in texts)
        if count and chat.type != "private":
            chats[chat.id] = count
    return {"chats": chats}


async def _commands(sandbox: Sandbox, request: Request) -> Json:
    person, chat = _where(sandbox, request)
    return {"commands": commands.menu_of(sandbox, person, chat)}


def _where(sandbox: Sandbox, request: Request) -> tuple[Person, Chat]:
    person = sandbox.world.person(path_number(request, "person"))
    private = request.path_params["chat"] == "private"
    return person, sandbox.world.chat(person.id if private else path_number(request, "chat"))


async def _calls(sandbox: Sandbox, request: Request) -> Json:
    found = sandbox.ledger.calls_after(*_page(request))
    return {"calls": found, "forgotten": sandbox.ledger.forgotten}


async def _traffic(sandbox: Sandbox, request: Request) -> Json:
    return sandbox.ledger.traffic_after(*_page(request))


async def _updates(sandbox: Sandbox, request: Request) -> Json:
    record = sandbox.updates.record
    return {"updates": record.after(*_page(request)), "forgotten": record.forgotten}


_LOOKING = [
    ("/calls", _calls, "GET"),
    ("/traffic", _traffic, "GET"),
    ("/updates", _updates, "GET"),
]


def _page(request: Request) -> tuple[int, int | None]:
    """Return after which number to begin, and how many are wanted."""
    limit = query_number(request, "limit")
    return int(query_number(request, "after") or 0), None if limit is None else max(0, int(limit))


async def _events(sandbox: Sandbox) -> AsyncIterator[str]:
    with sandbox.events.listen() as queue:
        yield ": listening\n\n"
        while not sandbox.events.closed:
            line = await driving.next_event(queue, _KEEP_ALIVE_SECONDS)
            if line is None:
                return
            yield f"data: {json.dumps(line, ensure_ascii=False)}\n\n" if line else ":\n\n"
