"""The check of the audit, as heard on Telegram: parse, ask, show."""

from collections.abc import Mapping
from typing import Any

from telegram import Update

from handlers.context import Context
from handlers.messages import argument, asked, message_of
from services import anchoring
from services.hearing import Asked


async def verify(update: Update, context: Context) -> None:
    """Hear /verify: the whole chain is followed, or the letters of one line are looked for."""
    message = message_of(update)
    await context.ask(anchoring.verify, said=argument(message), asked=asked(message))


async def verified(told: Mapping[str, Any], context: Context) -> None:
    """Hear that the chain was followed; what the sender gave up says nothing of it."""
    here = Asked(chat=told["chat"], message=told["message"] or 0, topic=told["topic"])
    await context.ask(anchoring.answer, found=told.get("found", {}), asked=here)
