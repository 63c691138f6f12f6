"""What people could not agree on, or what is not lawful, goes up with all that was said (E08)."""

from dataclasses import replace
from datetime import date

from governance import days, powers
from governance.deliberations.advance import Given
from governance.deliberations.states import TopicAction, TopicStatus
from governance.deliberations.topic import Topic
from governance.dialogues import Dialogue, DialogueKind
from governance.directory import Role
from governance.notices import Fact
from governance.powers import Verb
from governance.refusals import NotAllowed
from governance.resolutions import forms
from governance.resolutions.referral import Referral
from governance.resolutions.states import Outcome
from services import talks
from services.deliberations import acting
from services.hearing import Heard
from services.ports import Work
from services.resolutions import carrying, telling


def dossier(work: Work, topic: int) -> None:
    """Send the township all that it needs to decide, and the committee what it has to record."""
    found = work.topics.get(topic)
    if found.status is not TopicStatus.REFERRED:
        return
    said: dict[str, Fact] = {"matter": found.id, "number": found.number}
    contacts = [o for o in work.community.holders(Role.TOWNSHIP) if o.seated]
    if not contacts:
        work.alarm("unheld", f"topic:{found.id}")
    telling.officers(work, "dossier", said, Role.TOWNSHIP)
    telling.officers(work, "dossier-record", said, Role.COMMITTEE)


def read(work: Work, topic_id: int) -> None:
    """Show the dossier again to whoever is in office and leads or receives it."""
    if not work.by.offices & (powers.POWERS[Verb.LEAD_TOPIC] | {Role.TOWNSHIP, Role.SUPERVISION}):
        raise NotAllowed("refusal-read")
    topic = work.topics.get(topic_id)
    said: dict[str, Fact] = {"matter": topic.id, "number": topic.number}
    telling.private(work, "dossier", said, work.by.id)


def begin(work: Work, topic_id: int) -> Dialogue:
    """Ask one of the committee what came of a referral."""
    topic = _referred(work, topic_id)
    return talks.open_form(
        work, DialogueKind.REFERRAL_OUTCOME, 0, matter=topic.id, number=topic.number
    )


def _referred(work: Work, topic_id: int) -> Topic:
    powers.require(work.by, Verb.LEAD_TOPIC)
    topic = work.topics.get(topic_id)
    if topic.status is not TopicStatus.REFERRED:
        raise NotAllowed("refusal-not-allowed")
    return topic


def recorded(work: Work, talk: Dialogue) -> Topic:
    """Write the outcome down and publish it; to be talked over anew, the talk goes on at once."""
    topic = _referred(work, talk.whole("matter"))
    outcome, basis = Outcome(talk.text("outcome")), talk.text("basis")
    day = date.fromisoformat(talk.text("day"))
    work.referrals.add(
        Referral(
            topic=topic.id,
            outcome=outcome,
            day=day,
            basis=basis,
            officer=work.by.officer,
            at=work.now,
        )
    )
    said: dict[str, Fact] = {"matter": topic.id, "number": topic.number, "outcome": outcome}
    said |= {"day": day.isoformat(), "note": basis, "by": work.by.officer}
    telling.aloud(work, "referral-recorded", said)
    told = Given(by=work.by, at=work.now, note=basis)
    topic = acting.act(work, topic.id, TopicAction.DIRECT, told)
    if outcome is Outcome.AGAIN:
        topic = acting.act(work, topic.id, TopicAction.RETRY, told)
    return topic


class OutcomeTalk(talks.Filled):
    """The talk that asks for an outcome and its day, one that was."""

    __slots__ = ()

    def hear(self, work: Work, dialogue: Dialogue, heard: Heard) -> object:
        """Take an answer; Refusal where it is no day and one is asked for."""
        question = self.form.next(dialogue)
        if question and question.field == "day":
            day = days.behind(heard.text, carrying.local(work, work.now))
            heard = replace(heard, text=day.isoformat())
        return super().hear(work, dialogue, heard)

    def take(self, work: Work, dialogue: Dialogue, field: str, value: str) -> object:
        """Take a tap; today is written down as the day that it is."""
        if field == "day" and value == forms.TODAY:
            value = carrying.local(work, work.now).isoformat()
        return super().take(work, dialogue, field, value)


OUTCOME = OutcomeTalk(forms.OUTCOME, recorded)
