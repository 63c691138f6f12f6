"""Disclosures, as heard on Telegram: parse, ask, show."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from telegram import Message, Update

from governance.disclosures.states import ChangeAction, EditionAction
from governance.refusals import Unknown
from handlers.buttons import VerbPress
from handlers.context import Context, Toast
from handlers.messages import asked, message_of
from services.disclosures import changing, drafting, events, looking, signing, subscribing
from services.disclosures.looking import List

# what a button under an edition does, by its action; each verb is called with the edition's id
ACTIONS: Mapping[str, Callable[..., object]] = {
    "open": looking.show,
    "again": looking.again,
    EditionAction.BEGIN: drafting.begin,
    # what is signed stands on a card of its own, beside the sheets that are signed
    **{a: partial(signing.press, action=a) for a in (EditionAction.SUBMIT, EditionAction.CORRECT)},
}
# what a button does to an item, which it names after the verb
OF_ITEM: Mapping[str, Callable[..., object]] = {
    "change": changing.begin,
    "event": events.begin,
}


async def disclosures(update: Update, context: Context) -> None:
    """Hear /disclosures: what is due, what was shown, what is absent."""
    await context.ask(looking.listing, asked=asked(message_of(update)))


async def subscribe(update: Update, context: Context) -> None:
    """Hear /subscribe."""
    await context.ask(subscribing.ask, asked=asked(message_of(update)))


async def linked(message: Message, word: str, context: Context) -> None:
    """Hear a link by which a group pointed to the private chat: a list, or reading along."""
    if word == subscribing.WORD:
        await context.ask(subscribing.ask, asked=asked(message))
    elif word in set(List):
        await context.ask(looking.page, start=0, shown=List(word))
    else:
        raise Unknown("refusal-no-dialogue")


async def press(pressed: VerbPress, _chat: int, context: Context) -> Toast | None:
    """Take up a button: a page of a list, a step of an edition, a change of an item."""
    verb, _, word = pressed.verb.partition("=")
    if verb in set(List):
        await context.ask(looking.page, start=pressed.id, shown=List(verb))
        return None
    if verb == subscribing.WORD:
        await context.ask(subscribing.choose, wanted=pressed.id)
        return context.toast("toast-taken")
    if verb in set(ChangeAction):
        action = ChangeAction(verb)
        await context.ask(changing.decide, change_id=pressed.id, action=action)
        return context.toast("toast-taken")
    await _other(pressed.id, verb, word, context)
    return None


async def _other(edition: int, verb: str, word: str, context: Context) -> None:
    of_item: Any = OF_ITEM.get(verb)
    action: Any = ACTIONS.get(verb)
    if of_item and word:
        await context.ask(of_item, key=word)
    elif action and not word:
        await context.ask(action, edition_id=edition)
    else:
        raise Unknown("refusal-no-dialogue")
