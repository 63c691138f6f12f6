"""Meeting people, as heard on Telegram: parse, ask, show."""

from telegram import ChatMember, Update

from governance.notices import Address
from handlers.context import Context
from handlers.messages import asked
from services import directory, talks
from services.cases import looking


async def start(update: Update, context: Context) -> None:
    """Hear /start, with the word of a link or without."""
    message = update.effective_message
    if message is None:
        return
    if context.args == [looking.MINE] and message.chat_id > 0:
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
    """Hear /lang: the other language, or the one named."""
    if message := update.effective_message:
        wanted = context.args[0] if context.args else ""
        languages = context.texts.languages
        await context.ask(
            directory.language, wanted=wanted, languages=languages, asked=asked(message)
        )


async def anonymous(update: Update, context: Context) -> None:
    """Hear a command said in the name of a group or channel: nobody answers for it."""
    if message := update.effective_message:
        address = Address(chat=message.chat_id, reply_to=message.message_id)
        await context.ask(directory.refuse, address=address, key="refusal-anonymous")


async def door(update: Update, context: Context) -> None:
    """Hear that a person opened or blocked the private chat."""
    change = update.my_chat_member
    if change is None or change.chat.id < 0:
        return
    reachable = change.new_chat_member.status == ChatMember.MEMBER
    await context.ask(directory.reach, reachable=reachable)
