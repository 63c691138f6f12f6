"""Disputes, as heard on Telegram: parse, ask, show."""

import re

from telegram import Message, Update

from governance.mediation import Dispute, DisputeAction
from governance.mediation.screening import Screening
from governance.refusals import Unknown
from handlers.buttons import VerbPress
from handlers.context import Context, Toast
from handlers.messages import argument, asked, heard, message_of
from services.mediation import acting, looking, reporting, screening

# a letter before the figures: the series of disputes, in whatever language
NUMBERED = re.compile(r"^/\S+\s+[#＃]?\s*[^\W\d_]\s*(\d{1,9})\s*$")
OPEN, COUNT = "open", "count"


async def dispute(update: Update, context: Context) -> None:
    """Hear /dispute: in private the form begins, in a group nothing is heard (C01)."""
    message = message_of(update)
    if message.chat_id < 0:
        await context.ask(reporting.elsewhere, asked=asked(message))
    else:
        await context.ask(reporting.begin, heard=heard(message, context, argument(message)))


async def linked(message: Message, _word: str, context: Context) -> None:
    """Hear the link that leads from a group to the form."""
    await context.ask(reporting.begin, heard=heard(message, context, ""))


async def queue(update: Update, context: Context) -> None:
    """Hear /disputes."""
    await context.ask(looking.queue, asked=asked(message_of(update)))


async def status(update: Update, context: Context) -> None:
    """Hear /status with a number of the disputes' own series."""
    message = message_of(update)
    found = NUMBERED.search(message.text or "")
    number = int(found[1]) if found else 0
    await context.ask(looking.status, number=number, asked=asked(message))


async def press(pressed: VerbPress, _chat: int, context: Context) -> Toast | None:
    """Take up a button under a dispute, or under the weekly question."""
    verb, _, word = pressed.verb.partition("=")
    if verb == OPEN:
        await context.ask(looking.show, dispute_id=pressed.id)
        return None
    if verb == COUNT and word.isdecimal():
        done: object = await context.ask(
            screening.count, screening_id=pressed.id, heard_of=int(word)
        )
    elif verb in set(DisputeAction):
        action = DisputeAction(verb)
        done = await context.ask(acting.press, dispute_id=pressed.id, action=action, to=word)
    else:
        raise Unknown("refusal-no-dialogue")
    return context.toast("toast-taken") if isinstance(done, Dispute | Screening) else None
