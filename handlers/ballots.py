"""Ballots, as heard on Telegram: parse, ask, show."""

import re
from collections.abc import Awaitable, Callable, Mapping

from telegram import Message, Update

from governance.ballots.ballot import Ballot
from governance.ballots.batches import Batch, BatchStatus
from governance.ballots.states import BallotAction, VoteAction
from governance.ballots.votes import Vote
from governance.dialogues import DialogueKind
from governance.refusals import Refusal, Unknown
from handlers import papers
from handlers.buttons import VerbPress, linked_to
from handlers.context import Context, Toast
from handlers.messages import argument, asked, message_of
from services.ballots import (
    acting,
    drafting,
    entering,
    looking,
    marking,
    owning,
    papering,
    reminding,
    sealing,
    striking,
    veiling,
    voting,
)

OPEN, NEW, PAPER, ENTER, MARK = "open", "new", "paper", "enter", "mark"
REMIND, ENTRIES = "remind", "entries"
SEALED, VEIL, SLIPS = "tap", "veil", "slips"
HAND, TAKE, COUNT = "hand", "take", "count"
# a number of the ballots' own series, with or without its letter, in whatever language
NUMBERED = re.compile(r"^[#＃]?\s*(?:[^\W\d_]{1,3})?\s*(\d{1,9})$")


async def ballot(update: Update, context: Context) -> None:
    """Hear /ballot: a list, or one by its number."""
    message = message_of(update)
    if found := NUMBERED.search(argument(message).strip()):
        await context.ask(looking.status, number=int(found[1]), asked=asked(message))
    else:
        await context.ask(looking.listing, asked=asked(message))


async def owner(update: Update, context: Context) -> None:
    """Hear /owner: which account is which owner's."""
    await context.ask(owning.begin, asked=asked(message_of(update)))


async def linked(_message: Message, word: str, context: Context) -> None:
    """Hear the link that leads from a group to one's own paper."""
    await context.ask(marking.arrive, ballot_id=linked_to(word))


async def press(pressed: VerbPress, chat: int, context: Context) -> Toast | None:
    """Take up a button under a ballot."""
    verb, _, word = pressed.verb.partition("=")
    if verb == MARK and word.isdecimal():
        cast = await context.ask(voting.press, ballot_id=pressed.id, option=int(word), chat=chat)
        return papers.voted(cast, context)
    if verb == SEALED:
        sealed = await context.ask(sealing.press, ballot_id=pressed.id, code=word, chat=chat)
        if sealed is None:
            raise Refusal("refusal-ballot-key")
        return papers.sealed(sealed, context)
    if verb == SLIPS and word.isdecimal():
        await context.ask(looking.slips, ballot_id=pressed.id, page=int(word))
        return None
    if verb == ENTRIES and word.isdecimal():
        await context.ask(striking.listing, ballot_id=pressed.id, page=int(word))
        return None
    if verb in ASKED:
        await ASKED[verb](pressed.id, chat, context)
        return None
    if verb in set(VoteAction) and word.isdecimal():
        done: object = await context.ask(entering.press, entry=int(word), action=VoteAction(verb))
    elif verb in set(BatchStatus) and word.isdecimal():
        status = BatchStatus(verb)
        done = await context.ask(papering.press, batch_id=int(word), status=status)
    elif verb in set(BallotAction):
        done = await context.ask(acting.press, ballot_id=pressed.id, action=BallotAction(verb))
    else:
        raise Unknown("refusal-no-dialogue")
    return context.toast("toast-taken") if isinstance(done, Ballot | Vote | Batch) else None


async def _open(ballot_id: int, _chat: int, context: Context) -> None:
    await context.ask(looking.show, ballot_id=ballot_id)


async def _new(topic_id: int, _chat: int, context: Context) -> None:
    await context.ask(drafting.begin, topic_id=topic_id)


async def _paper(ballot_id: int, chat: int, context: Context) -> None:
    await context.ask(marking.open_paper, ballot_id=ballot_id, chat=chat)


async def _enter(ballot_id: int, _chat: int, context: Context) -> None:
    await context.ask(entering.begin, ballot_id=ballot_id)


async def _veil(ballot_id: int, _chat: int, context: Context) -> None:
    await context.ask(veiling.turn, ballot_id=ballot_id)


def _papers(kind: DialogueKind) -> Callable[[int, int, Context], Awaitable[None]]:
    async def begin(ballot_id: int, _chat: int, context: Context) -> None:
        await context.ask(papering.begin, ballot_id=ballot_id, kind=kind)

    return begin


async def _remind(ballot_id: int, _chat: int, context: Context) -> None:
    await context.ask(reminding.turn, ballot_id=ballot_id)


ASKED: Mapping[str, Callable[[int, int, Context], Awaitable[None]]] = {
    OPEN: _open,
    NEW: _new,
    PAPER: _paper,
    ENTER: _enter,
    VEIL: _veil,
    HAND: _papers(DialogueKind.HAND_PAPER),
    TAKE: _papers(DialogueKind.TAKE_PAPER),
    COUNT: _papers(DialogueKind.COUNT_PAPERS),
    REMIND: _remind,
}
