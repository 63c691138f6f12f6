"""Meetings, hearings, notices and surveys, as heard on Telegram: parse, ask, show."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Protocol

from telegram import Message, Update

from governance.deliberations.states import Consultation
from governance.dialogues import Dialogue
from governance.meetings.states import Coming, MeetingAction
from governance.refusals import Refusal, Unknown
from handlers.buttons import VerbPress, linked_to
from handlers.context import Context, Toast
from handlers.messages import asked, message_of
from services.meetings import (
    acting,
    calling,
    coming,
    looking,
    objecting,
    polling,
    sounding,
    spoken,
    tracking,
)
from services.meetings.polling import Polled
from services.ports import Work

OPEN, STATE, CONVENE, STEP, STEPS, WITHDRAW = (
    "open",
    "state",
    "convene",
    "step",
    "steps",
    "withdraw",
)
Taken = Callable[[VerbPress, Context], Awaitable[object]]


class Answered(Protocol):
    """A verb that goes on with what Telegram answered about a poll."""

    def __call__(self, work: Work, polled: Polled) -> object:
        """Go on."""


ANSWERED: Mapping[str, Answered] = {polling.ASK: polling.stands, polling.STOP: polling.stopped}


async def meetings(update: Update, context: Context) -> None:
    """Hear /meetings."""
    await context.ask(looking.listing, asked=asked(message_of(update)))


async def linked(_message: Message, word: str, context: Context) -> None:
    """Hear the link under a notice, which leads to an objection."""
    await context.ask(objecting.begin, sounding_id=linked_to(word))


async def press(pressed: VerbPress, _chat: int, context: Context) -> Toast | None:
    """Take up a button about a meeting, a topic's hearing, or a survey."""
    if pressed.verb in set(Coming):
        return await _come(pressed, context)
    taken = PRESSES.get(pressed.verb)
    if taken is None:
        raise Unknown("refusal-no-dialogue")
    done = await taken(pressed, context)
    return context.toast("toast-taken") if isinstance(done, Dialogue) else None


async def _come(pressed: VerbPress, context: Context) -> Toast:
    answer = Coming(pressed.verb)
    turn = await context.ask(coming.answer, meeting_id=pressed.id, coming=answer)
    return context.toast(f"meeting-toast-{answer}", turn=turn)


def _step(action: MeetingAction) -> Taken:
    return lambda p, context: context.ask(acting.press, meeting_id=p.id, action=action)


def _sound(kind: Consultation) -> Taken:
    return lambda p, context: context.ask(sounding.begin, topic_id=p.id, kind=kind)


PRESSES: Mapping[str, Taken] = {
    OPEN: lambda p, context: context.ask(acting.show, meeting_id=p.id),
    STATE: lambda p, context: context.ask(spoken.begin, meeting_id=p.id),
    CONVENE: lambda p, context: context.ask(calling.begin, topic_id=p.id),
    STEP: lambda p, context: context.ask(tracking.begin, topic_id=p.id),
    STEPS: lambda p, context: context.ask(tracking.show, topic_id=p.id),
    WITHDRAW: lambda p, context: context.ask(sounding.press, sounding_id=p.id),
    **{action: _step(action) for action in MeetingAction},
    **{k: _sound(k) for k in (Consultation.NOTICE, Consultation.SURVEY)},
}


async def answered(told: Mapping[str, Any], context: Context) -> None:
    """Hear what Telegram answered about a poll of ours."""
    polled = Polled(
        sounding=told["sounding"],
        poll=told.get("poll", ""),  # nothing at all where nobody knows
        chat=told["chat"],
        message=told.get("stands", 0),
        counts=tuple(told.get("counts", ())),
        answered=told.get("answered", 0),
    )
    await context.ask(ANSWERED[told["about"]], polled=polled)


async def counted(update: Update, context: Context) -> None:
    """Hear how a poll stands now; of one that is not ours nothing is kept."""
    poll = update.poll
    if poll is None:
        raise Refusal("refusal-no-dialogue")
    counts = tuple(option.voter_count for option in poll.options)
    polled = Polled(poll=poll.id, counts=counts, answered=poll.total_voter_count)
    await context.ask(polling.counted, polled=polled)
