"""Drafting a ballot in private, from a topic that was talked over (E05, E18)."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, time, timedelta

from governance.ballots import forms
from governance.ballots.ballot import ADVISORY, Ballot
from governance.ballots.bodies import body
from governance.ballots.roll import VOTING, Participant, Scope
from governance.ballots.states import Instrument
from governance.deliberations.holding import HELD
from governance.deliberations.topic import Topic
from governance.dialogues import Dialogue, DialogueKind
from governance.procedure import Body
from governance.quorum import Demand, Rule
from governance.refusals import NotAllowed, Refusal
from services import pots, talks
from services.ballots import acting, classing, telling
from services.ports import Work
from services.talks import Filled

MORNING = time(8)  # a ballot that opens on a later day opens then


def begin(work: Work, topic_id: int) -> Dialogue:
    """Open the form; NotAllowed where no ballot can be held from where the topic stands."""
    acting.require_holder(work)
    topic = work.topics.get(topic_id)
    offers = HELD.get(topic.status, ())
    if not offers:
        raise NotAllowed("refusal-ballot-untalked")
    known: dict[str, str | int | None] = {
        "matter": topic.id,
        "number": topic.number,
        "offers": ",".join(offers),
        "node": topic.node,
    }
    return talks.open_form(work, DialogueKind.BALLOT, 0, **known)


class DraftTalk(Filled):
    """The form of a ballot; what cannot be read is said at once, not at the end."""

    __slots__ = ()

    def _go_on(self, work: Work, dialogue: Dialogue, field: str, value: str) -> object:
        if value:
            _check(work, dialogue, field, value)
        if field == "body" and (found := body(work.community, value)):
            dialogue = replace(dialogue, data={**dialogue.data, "kind": str(found.kind)})
        return super()._go_on(work, dialogue, field, value)


def _check(work: Work, talk: Dialogue, field: str, value: str) -> None:
    if field == "options":
        (forms.priced if talk.text("method") == "menu" else forms.options)(value)
    elif field == "details":
        forms.details(value, tuple(forms.priced(talk.text("options"))))
    elif field == "budget":
        pots.check(work, forms.fen(value))
    elif field == "offline":
        forms.offline(value, work.community)


def drafted(work: Work, talk: Dialogue) -> Ballot:
    """Write the draft down, and show it to whoever drafted it; nothing is public yet."""
    acting.require_holder(work)
    topic = work.topics.get(talk.whole("matter"))
    found = body(work.community, talk.text("body"))
    if found is None:
        raise Refusal("refusal-ballot-numbers")
    advisory = Instrument(talk.text("instrument")) in ADVISORY
    opens = _opens(work, talk.text("opens"))
    here = forms.buildings(work.community, replace(talk, data={**talk.data, "node": topic.node}))
    ballot = Ballot(
        topic=topic.id,
        question=_question(topic, talk),
        instrument=Instrument(talk.text("instrument")),
        method=talk.text("method"),
        paper=forms.paper(talk),
        body=found.key,
        rule=Rule(whole=Demand()) if advisory else found.rule,
        scope=Scope(
            kind=found.kind,
            buildings=frozenset(here),
            adults=found.adults,
            participants=_voters(found),
        ),
        opens=opens,
        closes=opens + timedelta(days=talk.whole("days")),
        drafted_by=work.by.officer,
        carried_by=_officers(work, topic, talk),
        persons=_persons(work, topic),
        offline=_offline(work, talk, found, here),
    )
    made = work.ballots.add(ballot)
    work.note("write-ballot", f"ballot:{made.id}", {"method": made.method, "body": made.body})
    telling.card(work, made, work.by.id)
    return made


def _voters(found: Body) -> frozenset[Participant]:
    """Return the classes that vote: those that the body names, else all but guests (E23)."""
    return frozenset(map(Participant, found.voters)) or VOTING


def _offline(work: Work, talk: Dialogue, found: Body, here: Collection[str]) -> tuple[str, ...]:
    """Return who votes without an account: whom the drafter names, and the representatives."""
    named = forms.offline(talk.text("offline"), work.community)
    speakers = classing.without_account(work.community, found.kind, here)
    return tuple(dict.fromkeys((*named, *speakers)))


def _officers(work: Work, topic: Topic, talk: Dialogue) -> tuple[str, ...]:
    """Return who carries it out, and who leads the topic where another drafts the ballot."""
    named = (talk.text("officer"), topic.lead if topic.lead != work.by.officer else "")
    return tuple(dict.fromkeys(key for key in named if key))


def _persons(work: Work, topic: Topic) -> tuple[int, ...]:
    """Return the accounts of whoever drafts it, leads the topic or proposed it (A09)."""
    lead = work.community.known(topic.lead)
    accounts = {work.by.id, int(topic.proposer), lead.telegram if lead else 0}
    return tuple(sorted(each for each in accounts if each > 0))


def _question(topic: Topic, talk: Dialogue) -> str:
    said = talk.text("question")
    return (topic.elements.question or topic.text) if said == forms.AS_TOPIC else said


def _opens(work: Work, said: str) -> datetime:
    """Return when it opens: at once, or in the morning so many days from now."""
    if said == forms.NOW:
        return work.now
    local = work.now.astimezone(work.community.calendar.zone) + timedelta(days=int(said))
    return datetime.combine(local.date(), MORNING, local.tzinfo)


DRAFTING = DraftTalk(forms.BALLOT, drafted)
