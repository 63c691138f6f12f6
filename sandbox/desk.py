"""The operator's desk: commands asked for on the page, carried out by whoever runs the bot."""

from dataclasses import dataclass
from typing import Any

from starlette.requests import Request

from sandbox.bodies import path_number, query_number, read_body
from sandbox.errors import MistakeError, UnknownError
from sandbox.stage import Errand, Sandbox
from sandbox.words import KILL

Json = dict[str, Any]

WAIT_SECONDS = 25
_LONGEST = 500
_OUTPUT = 4000


@dataclass(frozen=True)
class _Known:
    """What whoever asks for errands has seen already."""

    after: int
    run: int | None


async def ask(sandbox: Sandbox, request: Request) -> Json:
    """Ask for a command to be run."""
    command = (await read_body(request)).text("command").strip()
    ours = command.startswith("linli ") or command == KILL
    if not ours or len(command) > _LONGEST:
        raise MistakeError(f"`command` must be one of `linli`, such as: linli check; or {KILL}.")
    errand = Errand(id=len(sandbox.errands) + 1, command=command)
    sandbox.errands.append(errand)
    sandbox.events.publish("operator", id=errand.id, command=command, done=False)
    return {"id": errand.id}


async def list_asked(sandbox: Sandbox, request: Request) -> Json:
    """Tell what is asked for, as soon as there is anything new: a command, or another run."""
    run = query_number(request, "run")
    known = _Known(int(query_number(request, "after") or 0), None if run is None else int(run))
    await sandbox.events.until(lambda: _is_news(sandbox, known), seconds=WAIT_SECONDS)
    return {
        "asked": [{"id": one.id, "command": one.command} for one in _open(sandbox, known)],
        "run": sandbox.run,
        "town": None if sandbox.town is None else sandbox.town.stem,
    }


async def answer(sandbox: Sandbox, request: Request) -> Json:
    """Take over what came of a command."""
    errand, body = _errand(sandbox, request), await read_body(request)
    code, output = body.number("code"), body.text("output")
    if errand.code is None:
        errand.code, errand.output = code, output[:_OUTPUT]
        # the command may have left work for the bot: what it said of itself before counts no more
        sandbox.clock.advance(0)
        sandbox.events.publish("clock", **sandbox.clock.reading())
        sandbox.settle()
        sandbox.events.publish("operator", id=errand.id, done=True)
    return {}


async def read_answer(sandbox: Sandbox, request: Request) -> Json:
    """Tell what came of a command, as soon as it is done."""
    errand = _errand(sandbox, request)
    await sandbox.events.until(lambda: errand.code is not None, seconds=WAIT_SECONDS)
    return {
        "command": errand.command,
        "done": errand.code is not None,
        "code": errand.code,
        "output": errand.output,
    }


def _open(sandbox: Sandbox, known: _Known) -> list[Errand]:
    return [one for one in sandbox.errands if one.id > known.after and one.code is None]


def _is_news(sandbox: Sandbox, known: _Known) -> bool:
    return bool(_open(sandbox, known)) or known.run not in (None, sandbox.run)


def _errand(sandbox: Sandbox, request: Request) -> Errand:
    number = path_number(request, "errand")
    if not 1 <= number <= len(sandbox.errands):
        raise UnknownError(f"Nothing was asked as {number}.")
    return sandbox.errands[number - 1]
