"""Posts, as heard on Telegram: the tap of an invitation, the buttons of those who decide."""

from collections.abc import Callable, Mapping

from telegram import Message, Update

from governance.grants import Grant, GrantAction
from governance.notices import Fact
from governance.refusals import Unknown
from handlers.buttons import VerbPress
from handlers.context import Context, Toast
from handlers.messages import message_of, numbered
from services import trail
from services.ports import Work
from services.seats import confirming, ending, talking, telling

REFUSE, ASK_REVOKE = GrantAction.REFUSE, GrantAction.ASK_REVOKE


def revoke(work: Work, grant_id: int) -> Grant:
    """Let supervision end an office."""
    return ending.decide(work, grant_id, GrantAction.REVOKE)


def keep(work: Work, grant_id: int) -> Grant:
    """Let supervision keep somebody in office."""
    return ending.decide(work, grant_id, GrantAction.KEEP)


VERBS: Mapping[str, Callable[..., object]] = {
    GrantAction.CONFIRM: confirming.confirm,
    GrantAction.REFUSE: talking.refuse,
    GrantAction.ASK_REVOKE: talking.revoke,
    GrantAction.REVOKE: revoke,
    GrantAction.KEEP: keep,
}
TOASTS = (GrantAction.CONFIRM, GrantAction.REVOKE, GrantAction.KEEP)


async def claim(_message: Message, token: str, context: Context) -> None:
    """Hear the first tap of an invitation."""
    await context.ask(confirming.claim, token=token)


async def press(pressed: VerbPress, _chat: int, context: Context) -> Toast | None:
    """Take up a button under a post."""
    verb = VERBS.get(pressed.verb)
    if verb is None:
        raise Unknown("refusal-no-dialogue")
    facts = await context.ask(pressing, chosen=verb, grant_id=pressed.id)
    return context.toast(f"seat-toast-{pressed.verb}", **facts) if facts else None


def pressing(work: Work, chosen: Callable[..., object], grant_id: int) -> Mapping[str, Fact]:
    """Do the verb of a button; return whom its toast names, nothing where it opened a talk."""
    done = chosen(work, grant_id)
    return telling.facts(work, done) if isinstance(done, Grant) else {}


async def posts(_update: Update, context: Context) -> None:
    """Hear /roles."""
    await context.ask(talking.posts)


async def audit(update: Update, context: Context) -> None:
    """Hear /audit N."""
    await context.ask(trail.show, number=numbered(message_of(update)))
