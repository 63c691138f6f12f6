"""Ways in to a report other than its words: buttons of the menu, somebody else's report."""

from collections.abc import Awaitable, Callable, Mapping

from telegram import Update

from governance.notices import Address
from handlers.buttons import VerbPress
from handlers.context import Context, Toast
from handlers.intents import Intent
from handlers.messages import asked, message_of
from services import directory
from services.cases import collecting, entering, finding, looking, reporting
from services.hearing import Asked

Tap = Callable[[Context, VerbPress, Asked], Awaitable[object]]

TAPS: Mapping[str, Tap] = {
    Intent.REPORT: lambda c, _, here: c.ask(reporting.begin, asked=here),
    Intent.PROGRESS: lambda c, _, here: c.ask(finding.progress, asked=here),
    Intent.MINE: lambda c, _, here: c.ask(looking.mine, asked=here),
    Intent.HELP: lambda c, _, here: c.ask(directory.guide, asked=here),
    "proxy": lambda c, _, here: c.ask(entering.begin, asked=here),
    "status": lambda c, p, here: c.ask(finding.status, case_id=p.id, asked=here),
    "files": lambda c, p, _: c.ask(collecting.show, case_id=p.id),
}


async def press(pressed: VerbPress, chat: int, context: Context) -> Toast | None:
    """Take up a button of the menu, or one that shows what came with a case."""
    if tap := TAPS.get(pressed.verb):
        await tap(context, pressed, Asked(chat=chat, message=0, topic=context.topic))
    return context.toast("toast-files") if pressed.verb == "files" else None


async def entry(update: Update, context: Context) -> None:
    """Hear /for: a report for somebody without a phone (B11)."""
    await context.ask(entering.begin, asked=asked(message_of(update)))


async def hazards(_update: Update, context: Context) -> None:
    """Hear /hazards: the open hazards of one's grids (L05)."""
    await context.ask(finding.hazards)


async def unreadable(update: Update, context: Context) -> None:
    """Hear in private what is neither words nor a file: say what to send instead."""
    message = message_of(update)
    here = Address(chat=message.chat_id)
    await context.ask(directory.refuse, address=here, key="refusal-unreadable")
