"""From what somebody says in private to a dispute with a number: safety first (C01, C02, C06)."""

from dataclasses import replace

from governance import mediation
from governance.dialogues import Dialogue, DialogueKind, DialogueStatus
from governance.directory import Role
from governance.mediation import Dispute, DisputeStatus
from governance.mediation.form import FORM, MANY, NO_MORE, SAFETY, YES
from governance.notices import Address
from services import deliveries, talks
from services.hearing import Asked, Heard
from services.mediation import acting, alarm, telling, waiting
from services.ports import Work
from services.talks import Filled


def elsewhere(work: Work, asked: Asked) -> None:
    """Answer in a group with one neutral line; nothing of what was said there is kept (N05)."""
    deliveries.notice(work, "dispute-private", asked.address, reader=work.by.id)


def begin(work: Work, heard: Heard) -> Dialogue:
    """Go on with the form, or begin it; words said with the command are kept for it."""
    work.people.reach(work.by.id, reachable=True)
    talk = work.dialogues.newest(work.by.id, DialogueKind.DISPUTE)
    if talk is None:
        worker = YES if Role.GRID_WORKER in work.by.offices else ""
        talk = talks.open_form(work, DialogueKind.DISPUTE, worker=worker, parties="", relatives="")
    elif not heard.text:
        talks.show(work, talk)
    return _heard(work, talk, heard) if heard.text else talk


class DisputeTalk(Filled):
    """The talk in which a dispute is told; a yes or a word of danger does not wait for its end."""

    def hear(self, work: Work, dialogue: Dialogue, heard: Heard) -> object:
        """Take words where they are wanted; of danger anywhere, and they are kept."""
        danger = heard.reading.danger
        wanted = self.form.next(dialogue)
        if danger and not (wanted and wanted.words):
            return _heard(work, dialogue, heard)
        talk = _endangered(work, dialogue) if danger else dialogue
        if wanted and wanted.field == "text" and heard.voice and not heard.text:
            data = {**talk.data, "voice": heard.voice}
            return self._go_on(work, replace(talk, data=data), "text", "")
        return super().hear(work, talk, heard)

    def back(self, work: Work, dialogue: Dialogue) -> object:
        """Ask the question before this one again; what several taps gathered for it is let go."""
        last = self.form.last(dialogue)
        kept = {f for f in MANY if f in dialogue.data and not (last and last.field == f)}
        open_again = {name: "" for field, name in MANY.items() if field not in kept}
        return super().back(work, replace(dialogue, data={**dialogue.data, **open_again}))

    def _go_on(self, work: Work, dialogue: Dialogue, field: str, value: str) -> object:
        if field in MANY and value != NO_MORE:
            return _one_more(work, dialogue, field, value)
        if field in SAFETY and value == YES:
            dialogue = _endangered(work, dialogue)
        if value in mediation.NOT_MEDIATED and field == "type" and not dialogue.whole("dispute"):
            return _not_here(work, dialogue)
        talk = talks.gather(work, dialogue, **{field: value})
        _keep(work, talk)
        return talk


def _heard(work: Work, talk: Dialogue, heard: Heard) -> Dialogue:
    """Keep words that came before they were asked for."""
    talk = _endangered(work, talk) if heard.reading.danger else talk
    text = "\n".join(t for t in (talk.text("text"), heard.text) if t)
    talk = talks.gather(work, talk, text=text)
    _keep(work, talk)
    return talk


def _endangered(work: Work, talk: Dialogue) -> Dialogue:
    """Put up the flag, on a dispute made for it if there is none; the talk goes on."""
    if known := talk.whole("dispute"):
        dispute = work.disputes.get(known)
        if not dispute.flagged and dispute.status in mediation.OPEN:
            alarm.begin(work, work.disputes.save(mediation.flagged(dispute)))
        return talk
    new = Dispute(community=work.community.key, reporter=work.by.id, at=work.now)
    dispute = work.disputes.add(mediation.flagged(mediation.filled(work.community, new, talk)))
    alarm.begin(work, dispute)
    waiting.begun(work, dispute, talk.expires)
    return replace(talk, data={**talk.data, "dispute": dispute.id, "number": dispute.number})


def _one_more(work: Work, talk: Dialogue, field: str, value: str) -> Dialogue:
    """Take one of several taps."""
    keys = [k for k in (talk.text(MANY[field]), value) if k]
    return talks.gather(work, talk, **{MANY[field]: ",".join(keys)})


def _not_here(work: Work, talk: Dialogue) -> Dialogue:
    """Say where legal elections are seen to; nothing is filed (C05, N01)."""
    here = Address(chat=work.by.id)
    deliveries.notice(work, "dispute-elsewhere", here, reader=work.by.id)
    return acting.let_go(work, talks.end(work, talk, DialogueStatus.DONE))


def _keep(work: Work, talk: Dialogue) -> None:
    """Write what was told so far into a dispute that exists already; call whom it lets call."""
    if not talk.whole("dispute"):
        return
    before = work.disputes.get(talk.whole("dispute"))
    after = mediation.filled(work.community, before, talk)
    if after == before or before.status not in mediation.OPEN:
        return
    after = work.disputes.save(after)
    if after.alarming and after.known and not before.known:
        after = alarm.sound(work, after)
    telling.redraw(work, after)


def finish(work: Work, talk: Dialogue) -> Dispute:
    """File the dispute, or complete the one that a danger opened; its reporter sees it stand."""
    if known := talk.whole("dispute"):
        dispute = work.disputes.get(known)
    else:
        new = Dispute(community=work.community.key, reporter=work.by.id, at=work.now)
        dispute = work.disputes.add(mediation.filled(work.community, new, talk))
    acting.let_go(work, talk)
    left_out = mediation.left_out(work.community, dispute)
    work.note("file", f"dispute:{dispute.id}", {"left_out": dict(left_out)})
    telling.own(work, dispute)
    if dispute.status is DisputeStatus.REPORTED:
        waiting.hand_over(work, dispute)
    return dispute


DISPUTE = DisputeTalk(FORM, finish)
