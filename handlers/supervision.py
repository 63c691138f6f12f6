"""The desk of supervision, as heard on Telegram: parse, ask, show."""

from collections.abc import Callable, Mapping

from telegram import Update

from governance.refusals import Unknown
from governance.supervision import Matter, MeasureAction
from handlers.buttons import VerbPress
from handlers.context import Context, Toast
from handlers.messages import asked, message_of, numbered
from services import entrusting
from services.supervision import acting, looking
from services.supervision.finding import List

# what a button does to a matter, which it names after the verb
ON_MATTER: Mapping[str, Callable[..., object]] = {
    "look": looking.look,
    "remind": acting.remind,
    "opinion": acting.begin,
}


async def supervise(_update: Update, context: Context) -> None:
    """Hear /supervise: wherever it is said, the desk stands in private."""
    await context.ask(looking.show)


async def powers(update: Update, context: Context) -> None:
    """Hear /powers: the list of small powers, or one of them by its number."""
    message = message_of(update)
    await context.ask(entrusting.show, number=numbered(message), asked=asked(message))


async def press(pressed: VerbPress, _chat: int, context: Context) -> Toast | None:
    """Take up a button: a page of a list, a matter, an opinion."""
    verb, _, word = pressed.verb.partition("=")
    if verb in set(List):
        await context.ask(looking.page, start=pressed.id, shown=List(verb))
    elif verb in set(MeasureAction):
        action = MeasureAction(verb)
        await context.ask(acting.ask, measure_id=pressed.id, action=action)
    elif verb == "power":
        await context.ask(entrusting.page, number=pressed.id)
    elif verb == "measure":
        await context.ask(looking.measure, measure_id=pressed.id)
    elif verb in ON_MATTER and word in set(Matter):
        await context.ask(ON_MATTER[verb], matter=Matter(word), about=pressed.id)
        return context.toast("supervise-toast-remind") if verb == "remind" else None
    else:
        raise Unknown("refusal-no-dialogue")
    return None
