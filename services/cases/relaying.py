"""Words between a reporter and whoever handles the case, without anybody's number (D03, N21)."""

from dataclasses import replace

from governance.cases import OPEN, Case, CaseAction
from governance.dialogues import Dialogue, DialogueKind
from governance.notices import Address
from governance.powers import Verb, may
from governance.refusals import NotAllowed, Refusal
from governance.relays import MOST, WITHIN, Relay, RelayKind
from services import deliveries, talks
from services.cases import acting, looking
from services.hearing import Heard
from services.ports import Work
from services.talks import Filled


class Saying(Filled):
    """A form whose answer is one message: words, a photo, a voice, or all of them."""

    def hear(self, work: Work, dialogue: Dialogue, heard: Heard) -> object:
        """Take a message whole."""
        question = self.form.next(dialogue)
        if question is None or not question.words:
            raise Refusal("refusal-tap")
        if not (heard.text or heard.photo or heard.voice):
            raise Refusal("refusal-unreadable")
        files = {"photo": heard.photo, "voice": heard.voice}
        dialogue = replace(dialogue, data={**dialogue.data, **files})
        return self._go_on(work, dialogue, question.field, heard.text)


def write(work: Work, case_id: int) -> Dialogue:
    """Open the form in which one side writes to the other."""
    case = _between(work, case_id)
    return talks.open_form(work, DialogueKind.RELAY, case=case.id)


def _between(work: Work, case_id: int) -> Case:
    """Return an open case to one of the two sides; NotAllowed to all others."""
    case = work.cases.get(case_id)
    desk = may(work.by, Verb.ANSWER_RELAY) and work.by.officer in {case.desk, case.holder}
    if work.by.id != case.reporter and not desk:
        raise NotAllowed("refusal-not-yours")
    if case.status not in OPEN:
        raise NotAllowed("refusal-closed")
    return case


def send(work: Work, dialogue: Dialogue) -> Relay:
    """Carry a message over; Refusal where somebody writes too often."""
    case = _between(work, dialogue.whole("case"))
    relay = keep(work, case, dialogue, RelayKind.WORD)
    if relay.officer:
        work.relays.deal(case.id)
        work.redraw("desk:")
        _to_reporter(work, case, relay)
    else:
        work.redraw("desk:")
        _to_handler(work, case, relay)
    return relay


def keep(work: Work, case: Case, dialogue: Dialogue, kind: RelayKind) -> Relay:
    """Keep what was said about a case; Refusal where somebody writes too often."""
    if work.relays.count(work.by.id, work.now - WITHIN) >= MOST:
        raise Refusal("refusal-often", count=MOST)
    by_reporter = work.by.id == case.reporter
    relay = Relay(
        case=case.id,
        kind=kind,
        sender=work.by.id,
        officer="" if by_reporter else work.by.officer,
        at=work.now,
        text=dialogue.text("message"),
        photo=dialogue.text("photo"),
        voice=dialogue.text("voice"),
        dealt=not by_reporter or kind is not RelayKind.WORD,
    )
    work.note("say", f"case:{case.id}", {"kind": kind, "text": relay.text})
    return work.relays.add(relay)


def _to_handler(work: Work, case: Case, relay: Relay) -> None:
    """Carry the reporter's words to the one who handles it, and to nobody beside him (N21)."""
    person = work.community.officer(case.holder).telegram
    _carry(work, relay, Address(chat=person), person)


def _to_reporter(work: Work, case: Case, relay: Relay) -> None:
    """Carry words to the reporter in private; under his report he is only called there."""
    if work.people.get(case.reporter).reachable is False:
        here = deliveries.to_reporter(work, case)
        deliveries.come_private(work, here, reader=case.reporter, token=looking.MINE)
        return
    _carry(work, relay, Address(chat=case.reporter), case.reporter)


def _carry(work: Work, relay: Relay, address: Address, reader: int) -> None:
    facts = {"case": relay.case, "relay": relay.id}
    deliveries.notice(work, f"relay-{relay.kind}", address, reader=reader, facts=facts)


def add(work: Work, case_id: int) -> Dialogue:
    """Open the form in which a reporter adds to his report."""
    case = own(work, case_id)
    if case.status not in OPEN:
        raise NotAllowed("refusal-closed")
    return talks.open_form(work, DialogueKind.SUPPLEMENT, case=case.id)


def own(work: Work, case_id: int) -> Case:
    """Return a case to its reporter; NotAllowed to all others."""
    case = work.cases.get(case_id)
    if work.by.id != case.reporter:
        raise NotAllowed("refusal-not-yours")
    return case


def supplement(work: Work, dialogue: Dialogue) -> Case:
    """Keep what the reporter adds beside the report, and show it to whoever handles it."""
    case = own(work, dialogue.whole("case"))
    relay = keep(work, case, dialogue, RelayKind.SUPPLEMENT)
    work.redraw(f"worksheet:{case.id}:")
    _to_handler(work, case, relay)
    return case


def inform(work: Work, dialogue: Dialogue) -> Case:
    """Take the answer to what the desk asked back: the case lies there again (8.3)."""
    case = own(work, dialogue.whole("case"))
    relay = keep(work, case, dialogue, RelayKind.INFORM)
    case = acting.act(work, case.id, CaseAction.INFORM)
    _to_handler(work, case, relay)
    return case


def done(work: Work, case_id: int) -> Case:
    """Count what the reporter said as dealt with, by whoever answered elsewhere."""
    case = _between(work, case_id)
    if work.by.id == case.reporter:
        raise NotAllowed("refusal-not-yours")
    work.relays.deal(case.id)
    work.note("deal", f"case:{case.id}", {})
    work.redraw("desk:")
    return case
