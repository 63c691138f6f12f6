"""Signing, publishing and reach of disclosures, as heard on Telegram: parse, ask, show."""

import re
from collections.abc import Mapping
from typing import Any

from telegram import Update

from governance.disclosures.edition import Edition
from governance.disclosures.readers import Understood
from governance.disclosures.states import EditionAction
from governance.refusals import Refusal, Unknown
from handlers.buttons import VerbPress
from handlers.context import Context, Toast
from handlers.messages import argument, asked, message_of
from services.disclosures import answering, publishing, questioning, reaching, reading, signing

SERIAL = re.compile(r"(\d{4})\s*[-－—]\s*(\d{1,6})")
FILES = "files"
PIN = reaching.PIN
ASK, ANSWER = "ask", "answer"
HEARD = {Understood.YES: "toast-understood", Understood.NO: "toast-not-understood"}
TAKEN = frozenset(signing.SIGNED) | {EditionAction.CORRECT}


async def coverage(update: Update, context: Context) -> None:
    """Hear /coverage: how far an edition came, by its serial number."""
    message = message_of(update)
    found = SERIAL.search(argument(message))
    if found is None:
        raise Refusal("refusal-coverage")
    serial = f"{found[1]}-{int(found[2]):03}"
    await context.ask(reaching.coverage, serial=serial, asked=asked(message))


async def press(pressed: VerbPress, chat: int, context: Context) -> Toast | None:
    """Take up a button under an edition."""
    if pressed.verb == FILES:
        await context.ask(publishing.hand_out, edition_id=pressed.id, chat=chat)
        return context.toast("toast-files")
    if pressed.verb not in TAKEN:
        raise Unknown("refusal-no-dialogue")
    action = EditionAction(pressed.verb)
    done = await context.ask(signing.press, edition_id=pressed.id, action=action)
    return context.toast("toast-taken") if isinstance(done, Edition) else None


async def read(pressed: VerbPress, chat: int, context: Context) -> Toast | None:
    """Take up what a reader says of an edition, or asks; and whoever answers a question."""
    if pressed.verb == ASK:
        await context.ask(questioning.begin, edition_id=pressed.id, chat=chat)
        return context.toast("toast-ask-line")
    if pressed.verb == ANSWER:
        await context.ask(answering.press, question_id=pressed.id)
        return None
    if pressed.verb not in HEARD:
        raise Unknown("refusal-no-dialogue")
    said = Understood(pressed.verb)
    await context.ask(reading.say, edition_id=pressed.id, said=said, chat=chat)
    return context.toast(HEARD[said])


async def answered(told: Mapping[str, Any], context: Context) -> None:
    """Hear whether an edition stands at the head of a group."""
    await context.ask(
        reaching.pinned,
        edition=int(told["edition"]),
        chat=int(told["chat"]),
        done=bool(told["pinned"]),
    )
