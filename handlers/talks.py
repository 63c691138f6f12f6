"""Talks, as heard on Telegram; and the one list of all kinds of talk."""

from collections.abc import Mapping

from telegram import Update

from governance.cases import Case
from governance.dialogues import DialogueKind
from governance.forms import Form
from handlers.buttons import TalkPress
from handlers.context import Context, Toast
from handlers.messages import asked, heard, message_of, words
from services import talks
from services.cases import asking, reporting
from services.talks import Filled, Talk

KINDS: Mapping[DialogueKind, Talk] = {
    DialogueKind.REPORT: reporting.Draft(),
    DialogueKind.STEP: asking.StepTalk(),
}
FORMS: Mapping[DialogueKind, Form] = {
    kind: talk.form for kind, talk in KINDS.items() if isinstance(talk, Filled)
}


async def say(update: Update, context: Context) -> None:
    """Hear plain words or a photo in private: an answer in a talk, or the draft of a report."""
    message = message_of(update)
    said = heard(message, context, words(message), asked=False)
    await context.ask(asking.say, kinds=KINDS, chat=message.chat_id, heard=said)


async def reply(update: Update, context: Context) -> None:
    """Hear a reply to the bot in a group, where a talk with this person may wait."""
    message = message_of(update)
    said = heard(message, context, words(message), asked=False)
    await context.ask(talks.reply, kinds=KINDS, chat=message.chat_id, heard=said)


async def press(pressed: TalkPress, context: Context) -> Toast | None:
    """Take up a button of a talk."""
    done = await context.ask(
        talks.answer,
        kinds=KINDS,
        dialogue_id=pressed.dialogue,
        field=pressed.field,
        value=pressed.value,
    )
    return context.toast("toast-taken", number=done.number) if isinstance(done, Case) else None


async def cancel(update: Update, context: Context) -> None:
    """Hear /cancel."""
    await context.ask(talks.stop, asked=asked(message_of(update)))
