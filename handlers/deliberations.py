"""Topics, as heard on Telegram: parse, ask, show."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from telegram import Message, Update

from governance.deliberations.states import TopicAction
from governance.deliberations.topic import Topic
from governance.refusals import Refusal, Unknown
from handlers.buttons import LONGEST_ID, VerbPress, is_id, linked_to
from handlers.context import Context, Toast
from handlers.messages import answered, argument, asked, heard, message_of
from services.deliberations import (
    looking,
    naming,
    objecting,
    proposing,
    reviewing,
    speaking,
    threads,
)
from services.deliberations import rights as four

# a number of the topics' own series, with or without its letter, in whatever language
NUMBERED = re.compile(r"^[#＃]?\s*(?:[^\W\d_]{1,3})?\s*(\d{1,9})$")
BETWEEN = re.compile(r"[|｜]")
SECOND, BALLOT = "second", "ballot"
# what a button does besides the steps of the table; of some the object is named behind "="
PLAIN: Mapping[str, Callable[..., object]] = {
    "open": looking.show,
    "said": speaking.read,
    "reply": speaking.read,  # on a button that named a row: the list is shown anew
    "history": looking.history,
    "speak": speaking.begin,
    "enter": speaking.enter,
    "check": reviewing.check,
    "elements": reviewing.specify,
    "study": reviewing.study,
    "concern": naming.begin,
    "withdraw": objecting.withdraw,
}


async def propose(update: Update, context: Context) -> None:
    """Hear /propose: the words are gone through in private before anybody reads them."""
    message = message_of(update)
    await context.ask(proposing.begin, heard=heard(message, context, argument(message)))


async def local(update: Update, context: Context) -> None:
    """Hear /local: what the neighbours of one building or grid are to talk over."""
    message = message_of(update)
    await context.ask(proposing.nearby, heard=heard(message, context, argument(message)))


async def idea(update: Update, context: Context) -> None:
    """Hear /idea: a bright idea for the neighbours, whose name the group need not know."""
    message = message_of(update)
    await context.ask(proposing.suggest, heard=heard(message, context, argument(message)))


async def rights(update: Update, context: Context) -> None:
    """Hear /myrights: with a number or under a topic what they come to there."""
    message = message_of(update)
    said, before = argument(message).strip(), answered(message)
    found = NUMBERED.search(said)
    if said and not found:
        raise Refusal("refusal-topic-number")
    await context.ask(
        four.ask,
        number=int(found[1]) if found else 0,
        under=before.message_id if before else 0,
        asked=asked(message),
    )


async def entitled(_message: Message, word: str, context: Context) -> None:
    """Hear the link that leads from a group to one's own rights in a topic, or to the four."""
    known = word.isdecimal() and word.isascii() and len(word) <= LONGEST_ID
    await context.ask(four.show, topic_id=int(word) if known else 0)


async def topics(update: Update, context: Context) -> None:
    """Hear /topics."""
    await context.ask(looking.listing, asked=asked(message_of(update)))


async def topic(update: Update, context: Context) -> None:
    """Hear /topic: with a number how it stands, with the word for new a form, else the list."""
    message = message_of(update)
    said = argument(message).strip()
    word, _, rest = said.partition(" ")
    if found := NUMBERED.search(said):
        await context.ask(looking.status, number=int(found[1]), asked=asked(message))
    elif word.lower() in _new(context):
        await context.ask(proposing.lay, heard=heard(message, context, rest.strip()))
    elif said:
        raise Refusal("refusal-topic-number")
    else:
        await context.ask(looking.listing, asked=asked(message))


def _new(context: Context) -> set[str]:
    said = context.texts.in_every_language("topic-words-new")
    return {word.strip() for words in said for word in BETWEEN.split(words)}


async def linked(_message: Message, word: str, context: Context) -> None:
    """Hear the link under a topic's card in the group: its reader wants to speak."""
    await context.ask(speaking.begin, topic_id=linked_to(word))


async def threaded(told: Mapping[str, Any], context: Context) -> None:
    """Hear whether Telegram made a thread for a topic."""
    await context.ask(threads.opened, topic_id=told["matter"], thread=told.get("thread", 0))


async def unthreaded(_told: Mapping[str, Any], _context: Context) -> None:
    """Hear that a thread was closed, or could not be: nothing follows from either."""


ANSWERED = {threads.OPEN: threaded, threads.CLOSE: unthreaded}


async def press(pressed: VerbPress, _chat: int, context: Context) -> Toast | None:
    """Take up a button under a topic."""
    verb, _, word = pressed.verb.partition("=")
    if verb == SECOND:
        first = await context.ask(proposing.second, topic_id=pressed.id)
        return context.toast("topic-toast-second" if first else "topic-toast-again")
    if verb == BALLOT:
        voting = await context.ask(looking.ballot, topic_id=pressed.id)
        return context.toast("toast-taken" if voting else "topic-toast-lacking")
    if verb == "meet" and word.isdecimal():
        await context.ask(objecting.meet, topic_id=pressed.id, objection=int(word))
        return None
    if verb == "answer" and is_id(word):
        await context.ask(speaking.reply, topic_id=pressed.id, number=int(word))
        return None
    if verb == "said" and is_id(word):
        await context.ask(speaking.read, topic_id=pressed.id, until=int(word))
        return None
    return await _other(pressed.id, verb, context)


async def _other(topic_id: int, verb: str, context: Context) -> Toast | None:
    if plain := PLAIN.get(verb):
        done = await context.ask(plain, topic_id=topic_id)
    elif verb in set(TopicAction):
        done = await context.ask(reviewing.press, topic_id=topic_id, action=TopicAction(verb))
    else:
        raise Unknown("refusal-no-dialogue")
    return context.toast("toast-taken") if isinstance(done, Topic) else None
