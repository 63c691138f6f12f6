"""The opinion map, as heard on Telegram: parse, ask, show."""

import re
from collections.abc import Mapping
from typing import Any

from telegram import Message, Update

from governance.deliberations.opinions import Answer
from governance.refusals import Refusal, Unknown
from handlers.buttons import VerbPress, is_id, linked_to
from handlers.context import Context, Toast
from handlers.messages import argument, asked, message_of
from services.hearing import Asked
from services.opinions import asking, mapping

# 3, #3, T3, and the word before it in Chinese
NUMBERED = re.compile(r"[#＃]?\s*[^\W\d_]{0,2}\s*(\d{1,9})")
BEGIN = "begin"


async def chart(update: Update, context: Context) -> None:
    """Hear /map, with the number of a topic or without."""
    message = message_of(update)
    found = NUMBERED.fullmatch(argument(message).strip())
    number = int(found[1]) if found else 0
    await context.ask(mapping.ask, number=number, asked=asked(message))


async def linked(_message: Message, word: str, context: Context) -> None:
    """Hear the link that leads from a group to the statements of a topic."""
    await context.ask(asking.begin, topic_id=linked_to(word))


async def press(pressed: VerbPress, _chat: int, context: Context) -> Toast | None:
    """Take up a button under a statement, or the one that asks for the first of them."""
    if pressed.verb == BEGIN:
        await context.ask(asking.begin, topic_id=pressed.id)
        return None
    verb, _, number = pressed.verb.partition("=")
    if verb not in set(Answer):
        raise Unknown("refusal-no-dialogue")
    if not is_id(number):  # a button that named a row, of before
        raise Refusal("refusal-opinion-button")
    said = Answer(verb)
    done: object = await context.ask(
        asking.answer, topic_id=pressed.id, number=int(number), said=said
    )
    return context.toast(f"opinion-toast-{said}") if isinstance(done, Answer) else None


async def reckoned(told: Mapping[str, Any], context: Context) -> None:
    """Hear that the groups of like views were reckoned, or could not be."""
    here = Asked(chat=told["chat"], message=told["message"] or 0, topic=told["topic"])
    # what the sender writes where it gives an enquiry up says nothing of a map
    await context.ask(
        mapping.show, topic_id=told["matter"], reckoned=told.get("map", ""), asked=here
    )
