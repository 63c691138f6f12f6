"""Meeting people, as heard on Telegram: parse, ask, show."""

from collections.abc import Awaitable, Callable, Mapping

from telegram import ChatMember, Message, Update

from handlers import (
    ballots,
    deliberations,
    disclosures,
    mediation,
    meetings,
    opinions,
    residents,
    resolutions,
    seats,
)
from handlers.buttons import VerbPress
from handlers.context import Context
from handlers.messages import asked
from services import directory, talks
from services.cases import looking
from services.hearing import Asked

Payload = Callable[[Message, str, Context], Awaitable[None]]

# what the word of a link is about, by its first two characters; the rest is given to the handler
PAYLOADS: Mapping[str, Payload] = {
    "di": mediation.linked,  # the word is "dispute"; tokens are figures and a to f
    "b_": residents.scanned,
    "q_": meetings.linked,
    "r_": residents.opened,
    "p_": seats.claim,
    "t_": deliberations.linked,
    "ri": deliberations.entitled,
    "v_": resolutions.linked,
    "vo": ballots.linked,
    "o_": opinions.linked,
    "w_": disclosures.linked,
}


async def start(update: Update, context: Context) -> None:
    """Hear /start, with the word of a link or without."""
    message = update.effective_message
    if message is None:
        return
    word = context.args[0] if context.args and message.chat_id > 0 else ""
    if payload := PAYLOADS.get(word[:2]):
        await payload(message, word[2:], context)
    elif context.args == [looking.MINE] and message.chat_id > 0:
        await context.ask(looking.mine, asked=asked(message))
    elif context.args and message.chat_id > 0:
        await context.ask(talks.resume, token=context.args[0])
    else:
        await context.ask(directory.start, asked=asked(message))


async def guide(update: Update, context: Context) -> None:
    """Hear /help."""
    if message := update.effective_message:
        await context.ask(directory.guide, asked=asked(message))


async def language(update: Update, context: Context) -> None:
    """Hear /lang: buttons to choose, or the language named."""
    if message := update.effective_message:
        wanted = context.args[0] if context.args else ""
        languages = context.texts.languages
        await context.ask(
            directory.language, wanted=wanted, languages=languages, asked=asked(message)
        )


async def press(pressed: VerbPress, chat: int, context: Context) -> None:
    """Take up a language that was tapped."""
    await context.ask(
        directory.language,
        wanted=pressed.verb,
        languages=context.texts.languages,
        asked=Asked(chat=chat, message=0, topic=context.topic),
    )


async def anonymous(update: Update, context: Context) -> None:
    """Hear a command said in the name of a group or channel: nobody answers for it."""
    if message := update.effective_message:
        address = asked(message).address
        await context.ask(directory.refuse, address=address, key="refusal-anonymous")


async def door(update: Update, context: Context) -> None:
    """Hear that a person opened or blocked the private chat."""
    change = update.my_chat_member
    if change is None or change.chat.id < 0:
        return
    reachable = change.new_chat_member.status == ChatMember.MEMBER
    await context.ask(directory.reach, reachable=reachable)
