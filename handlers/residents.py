"""Residents and what is stored of people, as heard on Telegram: parse, ask, show."""

from collections.abc import Awaitable, Callable, Mapping

from telegram import Message, Update

from governance.dialogues import Dialogue
from governance.refusals import Unknown
from governance.residents import ResidentAction
from handlers.buttons import VerbPress
from handlers.context import Context, Toast
from handlers.messages import argument, asked, message_of
from services import consent, directory, forgetting, residents


async def join(update: Update, context: Context) -> None:
    """Hear /join."""
    await context.ask(residents.arrive, asked=asked(message_of(update)))


async def moved(update: Update, context: Context) -> None:
    """Hear /moved."""
    await context.ask(residents.moving, asked=asked(message_of(update)))


async def listing(update: Update, context: Context) -> None:
    """Hear /residents, with a building or without."""
    message = message_of(update)
    await context.ask(residents.listing, asked=asked(message), building=argument(message))


async def privacy(update: Update, context: Context) -> None:
    """Hear /privacy."""
    await context.ask(consent.read, asked=asked(message_of(update)))


async def my_data(update: Update, context: Context) -> None:
    """Hear /mydata."""
    await context.ask(forgetting.mine, asked=asked(message_of(update)))


async def forget_me(update: Update, context: Context) -> None:
    """Hear /forgetme."""
    await context.ask(forgetting.explain, asked=asked(message_of(update)))


async def scanned(message: Message, building: str, context: Context) -> None:
    """Hear the QR of a door: it names a place only."""
    goal = f"{consent.BUILDING}{building}"
    await context.ask(residents.arrive, asked=asked(message), goal=goal)


async def opened(message: Message, word: str, context: Context) -> None:
    """Hear a link by which a group pointed to the private chat."""
    here = asked(message)
    match word:
        case residents.MOVED:
            await context.ask(residents.moving, asked=here)
        case residents.LIST:
            await context.ask(residents.listing, asked=here, building="")
        case consent.START:
            await context.ask(directory.start, asked=here)
        case consent.PRIVACY:
            await context.ask(consent.read, asked=here)
        case forgetting.MY_DATA:
            await context.ask(forgetting.mine, asked=here)
        case forgetting.FORGET_ME:
            await context.ask(forgetting.explain, asked=here)
        case _:
            await context.ask(residents.arrive, asked=here)


Taken = Callable[[VerbPress, str, Context], Awaitable[Toast | None]]


async def press(pressed: VerbPress, _chat: int, context: Context) -> Toast | None:
    """Take up a button of this subject: a step of 8.1, or a word and what it is about."""
    if pressed.verb in set(ResidentAction):
        return await _step(pressed, context)
    verb, _, about = pressed.verb.partition(".")
    if taken := PRESSES.get(verb):
        return await taken(pressed, about, context)
    raise Unknown("refusal-no-dialogue")


async def _step(pressed: VerbPress, context: Context) -> Toast | None:
    action = ResidentAction(pressed.verb)
    done = await context.ask(residents.press, resident=pressed.id, action=action)
    if isinstance(done, Dialogue) or done is None:
        return None
    return context.toast(f"resident-toast-{done.status}")


async def _agree(pressed: VerbPress, goal: str, context: Context) -> Toast | None:
    await context.ask(residents.agree, version=pressed.id, goal=goal)
    return context.toast("toast-taken")


async def _look(_pressed: VerbPress, _goal: str, context: Context) -> None:
    await context.ask(residents.look)


async def _take_back(_pressed: VerbPress, _about: str, context: Context) -> None:
    await context.ask(consent.take_back)


async def _show(pressed: VerbPress, _about: str, context: Context) -> None:
    await context.ask(residents.show, resident=pressed.id)


async def _page(pressed: VerbPress, _about: str, context: Context) -> None:
    await context.ask(forgetting.page, number=pressed.id)


async def _forget(_pressed: VerbPress, about: str, context: Context) -> Toast:
    await context.ask(forgetting.withdraw if about else forgetting.mine_gone)
    # a toast, not a message: a message would have to remember to whom it goes
    return Toast(context.texts.plain("forgotten"), alert=True)


PRESSES: Mapping[str, Taken] = {
    "agree": _agree,
    "look": _look,
    "take-back": _take_back,
    "show": _show,
    "mydata": _page,
    "forget": _forget,
}
