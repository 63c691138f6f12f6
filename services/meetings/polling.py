"""A survey as a poll of Telegram: it decides nothing, and is asked in the whole community's group.

What Telegram answers comes in by the inbox: the poll's id once it stands, each count, the last.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from governance.deliberations.states import Consultation
from governance.directory import THE_CLOCK, Chat, ChatKind, Role
from governance.meetings import sounding as soundings
from governance.meetings.sounding import Sounding
from governance.meetings.states import SoundingAction, SoundingStatus
from governance.notices import Address, Delivery, Kind, Policy, Priority
from services import near
from services.meetings import telling
from services.ports import Work

ASK, STOP = "poll", "stop-poll"
PATIENCE = timedelta(hours=1)  # for the last count; then the newest that is known stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Polled:
    """What Telegram told of a poll; without an id nobody knows whether it stands."""

    sounding: int = 0
    poll: str = ""
    chat: int = 0
    message: int = 0
    counts: Sequence[int] = ()
    answered: int = 0


def ask(work: Work, sounding: Sounding) -> None:
    """Let the poll be put into the group, once: two of them would count nobody rightly."""
    group = near.group(work, work.topics.get(sounding.topic)) if sounding.topic else _whole(work)
    if group:
        _enquire(work, ASK, sounding, Address(chat=group.id), Policy.ONCE)


def _whole(work: Work) -> Chat | None:
    return work.community.chat(ChatKind.COMMUNITY)


def stop(work: Work, sounding: Sounding) -> None:
    """Let Telegram end the poll and tell the last count."""
    here = Address(chat=sounding.chat, reply_to=sounding.message)
    _enquire(work, STOP, sounding, here, Policy.RESEND)


def _enquire(work: Work, key: str, sounding: Sounding, here: Address, policy: Policy) -> None:
    work.tell(
        Delivery(
            key=key,
            kind=Kind.ENQUIRY,
            address=here,
            facts={"about": key, "sounding": sounding.id},
            priority=Priority.BROADCAST,
            policy=policy,
        )
    )


def stands(work: Work, polled: Polled) -> None:
    """Remember as which poll a survey stands; tell the committee where it does not."""
    found = work.soundings.get(polled.sounding)
    if not polled.poll:
        facts = telling.of_sounding(found)
        key = "duties-unposted" if found.edition else "survey-unposted"
        telling.office(work, Role.COMMITTEE, key, facts, Priority.ASSIGNMENT)
        return
    found = replace(found, chat=polled.chat, message=polled.message, poll=polled.poll)
    found = work.soundings.save(found)
    if found.status is not SoundingStatus.OPEN:
        stop(work, found)  # withdrawn before it stood


def counted(work: Work, polled: Polled) -> None:
    """Take a count in, of a poll of ours that still runs."""
    found = work.soundings.polled(polled.poll)
    if found and found.status is SoundingStatus.OPEN:
        work.soundings.save(_with(found, polled))


def stopped(work: Work, polled: Polled) -> None:
    """Take the last count in, and end the survey."""
    found = work.soundings.get(polled.sounding)
    if found.status is not SoundingStatus.OPEN:
        return
    if polled.counts:
        work.soundings.save(_with(found, polled))
    end(work, found.id)


def _with(sounding: Sounding, polled: Polled) -> Sounding:
    return replace(sounding, counts=tuple(polled.counts), answered=polled.answered)


def end(work: Work, sounding: int) -> None:
    """End what still runs: it counts for its topic, and the groups read what came of it."""
    found = work.soundings.get(sounding)
    if found.status is not SoundingStatus.OPEN:
        return
    found = soundings.advance(found, SoundingAction.CLOSE, THE_CLOCK, work.now)
    found = work.soundings.save(found)
    if found.edition:
        _beneath(work, found)
    else:
        _record(work, found)
    work.note(SoundingAction.CLOSE, f"sounding:{found.id}", {"answered": found.answered})
    key = "survey-result" if found.kind is Consultation.SURVEY else "notice-result"
    telling.everybody(work, key, telling.of_sounding(found))
    work.redraw(f"sounding:{found.id}:")


def _record(work: Work, found: Sounding) -> None:
    """Let it stand on the record of its topic."""
    topic = work.topics.get(found.topic)
    if (counted := soundings.counted(found, topic)) != topic:
        work.topics.save(counted)
        work.redraw(f"topic:{topic.id}:")


def _beneath(work: Work, found: Sounding) -> None:
    """Let it stand beneath the report that it was about, in every version (F07)."""
    about = work.disclosures.get(found.edition)
    for edition in work.disclosures.of(about.item):
        if edition.serial == about.serial:
            work.redraw_all(f"disclosure:{edition.id}:")
