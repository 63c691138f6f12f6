"""Plain words in private that do what the buttons do; the words stand in the languages."""

import re
from enum import StrEnum

from telegram import Update

from handlers import talks
from handlers.context import Context
from handlers.messages import asked, heard, message_of, words
from handlers.talks import KINDS
from handlers.texts import Texts
from services import directory
from services import talks as talking
from services.cases import finding, looking, reporting

BETWEEN = re.compile(r"[|｜]")
NOT_SAID = re.compile(r"[\W_]+")


class Intent(StrEnum):
    """What somebody wants who typed a word of a button; the words are `trigger-INTENT`."""

    CANCEL = "cancel"
    BACK = "back"
    REPORT = "report"
    PROGRESS = "progress"
    MINE = "mine"
    HELP = "help"


def meant(said: str, texts: Texts) -> Intent | None:
    """Return what a whole message means; None where it is more than such a word."""
    word = bare(said)
    return next((i for i in Intent if word and word in _triggers(i, texts)), None)


def _triggers(intent: Intent, texts: Texts) -> set[str]:
    said = texts.in_every_language(f"trigger-{intent}")
    return {bare(each) for words in said for each in BETWEEN.split(words)}


def bare(said: str) -> str:
    """Return what is compared: letters and figures alone."""
    return NOT_SAID.sub("", said).lower()


async def say(update: Update, context: Context) -> None:
    """Hear a message in private: a word of a button, else what it says."""
    message = message_of(update)
    here = asked(message)
    match meant(words(message), context.texts):
        case Intent.CANCEL | Intent.BACK as turn:
            said = heard(message, context, "")
            await context.ask(
                talking.turn, kinds=KINDS, chat=message.chat_id, heard=said, field=turn.value
            )
        case Intent.REPORT:
            await context.ask(reporting.begin, asked=here)
        case Intent.PROGRESS:
            await context.ask(finding.progress, asked=here)
        case Intent.MINE:
            await context.ask(looking.mine, asked=here)
        case Intent.HELP:
            await context.ask(directory.guide, asked=here)
        case None:
            await talks.say(update, context)


async def reply(update: Update, context: Context) -> None:
    """Hear a reply to the bot in a group: under a question the words that leave it too."""
    message = message_of(update)
    turn = meant(words(message), context.texts)
    if turn not in {Intent.CANCEL, Intent.BACK}:
        await talks.reply(update, context)
        return
    said = heard(message, context, "")
    await context.ask(
        talking.turn, kinds=KINDS, chat=message.chat_id, heard=said, field=turn.value
    )
