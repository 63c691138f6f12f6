"""A run of the sandbox: begun anew, and the stories played in it."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from starlette.requests import Request

from sandbox import story
from sandbox.bodies import Body, read_body
from sandbox.clock import MILLISECONDS, read_moment
from sandbox.errors import MistakeError, TownError
from sandbox.playing import Playing
from sandbox.stage import Sandbox
from sandbox.town import read_town

Json = dict[str, Any]

_SLOWEST, _FASTEST = 0.25, 8.0
_NAME = re.compile(r"[\w-]+")
DEEDS: dict[str, Callable[[Playing], None]] = {
    "next": Playing.next,
    "pause": Playing.pause,
    "resume": Playing.resume,
    "stop": Playing.stop,
}


async def list_stories(sandbox: Sandbox, _request: Request) -> Json:
    """Tell which stories can be played."""
    try:
        found = [story.read(path) for path in sorted(_shelf(sandbox).glob("*.toml"))]
    except story.StoryMistake as mistake:
        raise MistakeError(f"{mistake}.") from None
    told = ("name", "title", "chinese", "town")
    return {"stories": [{name: getattr(each, name) for name in told} for each in found]}


async def reset(sandbox: Sandbox, request: Request) -> Json:
    """Begin anew: a fresh town, at a time of one's choice."""
    body = await read_body(request)
    start = body.maybe_text("start")
    moment = None if start is None else read_moment(start)
    if start is not None and moment is None:
        raise MistakeError("`start` must be a time with its zone: 2026-03-02T09:00:00+08:00.")
    _begin(sandbox, body.maybe_text("town"), moment)
    return {"run": sandbox.run}


async def play(sandbox: Sandbox, request: Request) -> Json:
    """Begin anew in the story's town and at its time, and play the story there."""
    body = await read_body(request)
    speed, held = _speed(body), bool(body.field("step", bool))
    try:
        told = story.find(body.text("story"), _shelf(sandbox))
    except story.StoryMistake as mistake:
        raise MistakeError(f"{mistake}.") from None
    _begin(sandbox, told.town, round(told.start.timestamp() * MILLISECONDS))

    def show(playing: Playing, state: Json) -> None:
        if sandbox.playing is playing:
            _show(sandbox, state)

    sandbox.playing = Playing(told, str(request.base_url), show, speed=speed, held=held)
    sandbox.playing.start()
    return {"run": sandbox.run}


async def direct(sandbox: Sandbox, request: Request) -> Json:
    """Let the story go on by a step, stand still, go on, or end."""
    deed = request.path_params["deed"]
    if deed not in DEEDS:
        raise MistakeError(f"A story knows no {deed!r}: use one of {', '.join(DEEDS)}.")
    if sandbox.playing is None:
        raise MistakeError("No story is being played: begin one with /play.")
    DEEDS[deed](sandbox.playing)
    if deed == "stop":
        sandbox.playing = None
        _show(sandbox, None)
    return {"story": sandbox.story}


def _begin(sandbox: Sandbox, town: str | None, start: int | None) -> None:
    path = sandbox.town if town is None else _town(sandbox, town)
    if path is None:
        raise MistakeError("Name a `town`: a file of sandbox/towns, without its ending.")
    try:
        world = read_town(path)
    except TownError as error:
        raise MistakeError(str(error)) from None
    if sandbox.playing is not None:
        sandbox.playing.stop()
        sandbox.playing = None
    sandbox.story = None
    sandbox.restart(world, start, path)


def _town(sandbox: Sandbox, name: str) -> Path:
    """Return the file of a town; what belongs to a town bears its name and a second dot."""
    folder = sandbox.root / "towns"
    path = folder / f"{name}.toml"
    if _NAME.fullmatch(name) and path.is_file():
        return path
    if sandbox.town is not None and name == sandbox.town.stem:
        return sandbox.town
    names = ", ".join(one.stem for one in sorted(folder.glob("*.toml")) if "." not in one.stem)
    raise MistakeError(f"There is no town {name!r}; there are: {names}.")


def _shelf(sandbox: Sandbox) -> Path:
    return sandbox.root / "stories"


def _speed(body: Body) -> float:
    speed = body.content.get("speed", 1)
    number = isinstance(speed, int | float) and not isinstance(speed, bool)
    if not number or not _SLOWEST <= speed <= _FASTEST:
        raise MistakeError(f"`speed` must be a number from {_SLOWEST} to {_FASTEST:g}.")
    return float(speed)


def _show(sandbox: Sandbox, state: Json | None) -> None:
    sandbox.story = state
    sandbox.events.publish("story", story=state)
