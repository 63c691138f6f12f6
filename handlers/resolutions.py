"""Resolutions, as heard on Telegram: parse, ask, show."""

import re
from collections.abc import Awaitable, Callable, Mapping

from telegram import Message, Update

from governance.refusals import Refusal, Unknown
from governance.resolutions.resolution import Resolution
from governance.resolutions.states import Question, Reply, ResolutionAction, Stage
from handlers.buttons import VerbPress, linked_to
from handlers.context import Context, Toast
from handlers.messages import argument, asked, message_of
from services.disclosures import projects
from services.resolutions import (
    acting,
    asking,
    checking,
    dossiers,
    drafting,
    looking,
    watching,
)
from services.supervision import ahead

# a number of the resolutions' own series, with or without its letters, in whatever language
NUMBERED = re.compile(r"^[#＃]?\s*(?:[^\W\d_]{1,3})?\s*(\d{1,9})$")
STAGED = re.compile(r"^(\d{1,18})-([0-2])$")
REPORTED = re.compile(r"^(\d{1,18})-(\d{1,7})$")
# what a button does besides the steps of the table; the second ones are under a topic
PLAIN: Mapping[str, Callable[..., object]] = {
    "open": looking.show,
    "clause": drafting.promise,
    ResolutionAction.EDIT: drafting.rewrite,
}
OF_TOPIC: Mapping[str, Callable[..., object]] = {
    "draft": drafting.begin,
    "outcome": dossiers.begin,
    "dossier": dossiers.read,
}


async def resolutions(update: Update, context: Context) -> None:
    """Hear /resolutions: with a number how one stands, else which there are."""
    message = message_of(update)
    said = argument(message).strip()
    if found := NUMBERED.search(said):
        await context.ask(looking.status, number=int(found[1]), asked=asked(message))
    elif said:
        raise Refusal("refusal-resolution-number")
    else:
        await context.ask(looking.listing, asked=asked(message))


async def linked(_message: Message, word: str, context: Context) -> None:
    """Hear the link under a resolution's card in the group: its reader goes on in private."""
    await context.ask(looking.show, resolution_id=linked_to(word))


async def press(pressed: VerbPress, _chat: int, context: Context) -> Toast | None:
    """Take up a button under a resolution, or under a topic that waits for one."""
    verb, _, word = pressed.verb.partition("=")
    if verb == "seen" and word in set(Reply):
        seen = await context.ask(watching.watch, resolution_id=pressed.id, reply=Reply(word))
        return context.toast(f"resolution-toast-{seen}")
    if verb == "reply":
        return await _reply(pressed.id, word, context)
    if verb == "report" and (found := REPORTED.search(word)):
        clause, day = int(found[1]), int(found[2])
        await context.ask(checking.begin, resolution_id=pressed.id, clause_id=clause, day=day)
        return None
    if verb in STAGES and (found := STAGED.search(word)):
        clause, stage = int(found[1]), tuple(Stage)[int(found[2])]
        return await STAGES[verb](pressed.id, clause, stage, context)
    return await _other(pressed.id, verb, word, context)


async def _stage(
    resolution_id: int, clause_id: int, stage: Stage, context: Context
) -> Toast | None:
    """Lead to the edition of a stage; say which one must be shown first, where one must."""
    missing = await context.ask(
        projects.open_, resolution_id=resolution_id, clause_id=clause_id, stage=stage
    )
    return context.toast("refusal-resolution-stage", stage=missing) if missing else None


async def _ahead(resolution_id: int, clause_id: int, stage: Stage, context: Context) -> None:
    """Ask supervision why a stage may go on before what is missing."""
    of = {"resolution_id": resolution_id, "clause_id": clause_id}
    await context.ask(ahead.ask, stage=stage, **of)


# what a button does to a stage of a project
STAGES: Mapping[str, Callable[[int, int, Stage, Context], Awaitable[Toast | None]]] = {
    "stage": _stage,
    "ahead": _ahead,
}


async def _reply(resolution_id: int, word: str, context: Context) -> Toast:
    question, _, reply = word.partition("-")
    if question not in set(Question) or reply not in set(Reply):
        raise Unknown("refusal-no-dialogue")
    await context.ask(
        asking.answer,
        resolution_id=resolution_id,
        question=Question(question),
        reply=Reply(reply),
    )
    return context.toast("toast-taken")


async def _other(number: int, verb: str, word: str, context: Context) -> Toast | None:
    if plain := PLAIN.get(verb):
        done = await context.ask(plain, resolution_id=number)
    elif of_topic := OF_TOPIC.get(verb):
        done = await context.ask(of_topic, topic_id=number)
    elif verb == "drop" and word.isdecimal():
        done = await context.ask(drafting.drop, resolution_id=number, clause_id=int(word))
    elif verb in set(ResolutionAction):
        action = ResolutionAction(verb)
        done = await context.ask(acting.press, resolution_id=number, action=action)
    else:
        raise Unknown("refusal-no-dialogue")
    return context.toast("toast-taken") if isinstance(done, Resolution) else None
