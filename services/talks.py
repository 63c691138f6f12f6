"""Talks: what a verb still needs is asked for, and nothing is done before the person's tap."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from governance.dialogues import Dialogue, DialogueKind, DialogueStatus
from governance.forms import Form
from governance.notices import Address, Priority
from governance.refusals import Refusal, Unknown
from services import attention, deliveries
from services.hearing import Asked, Heard
from services.ports import Work

CANCEL, BACK, SUBMIT = "cancel", "back", "submit"


class Talk(Protocol):
    """One kind of talk: what its buttons may say, and what follows an answer."""

    def offers(self, work: Work, dialogue: Dialogue, field: str, value: str) -> bool:
        """Whether a button of ours could say this: a client may send anything under our cards."""

    def hear(self, work: Work, dialogue: Dialogue, heard: Heard) -> object:
        """Take a message as the answer."""

    def take(self, work: Work, dialogue: Dialogue, field: str, value: str) -> object:
        """Take a button as the answer."""

    def back(self, work: Work, dialogue: Dialogue) -> object:
        """Ask the question before this one again."""


Kinds = Mapping[DialogueKind, Talk]
WAITS = "waits"  # when a group hears the end of a talk, in ms; 0 is at once


def _nowhere(_work: Work, _dialogue: Dialogue) -> int:
    return 0


@dataclass(frozen=True, slots=True)
class Filled:
    """A talk that is a form: `finish` is done once, with every answer there.

    `group` is the chat that hears its end: before the last tap it is said when.
    """

    form: Form
    finish: Callable[[Work, Dialogue], object]
    group: Callable[[Work, Dialogue], int] = _nowhere

    def offers(self, work: Work, dialogue: Dialogue, field: str, value: str) -> bool:
        """Whether the present question, or the last tap, could say this."""
        if field == SUBMIT:
            return self.form.confirm and self.form.next(dialogue) is None
        return self.form.offers(work.community, dialogue, field, value)

    def hear(self, work: Work, dialogue: Dialogue, heard: Heard) -> object:
        """Take words where the present question wants them; Refusal where not."""
        question = self.form.next(dialogue)
        if question and question.words and heard.text:
            return self._go_on(work, dialogue, question.field, heard.text)
        raise Refusal("refusal-tap")

    def take(self, work: Work, dialogue: Dialogue, field: str, value: str) -> object:
        """Take a tap."""
        if field == SUBMIT:
            return self._finish(work, dialogue)
        return self._go_on(work, dialogue, field, value)

    def back(self, work: Work, dialogue: Dialogue) -> object:
        """Ask the question before this one again; with none before it, leave."""
        last = self.form.last(dialogue)
        if last is None:
            return end(work, dialogue, DialogueStatus.CANCELLED)
        data = {k: v for k, v in dialogue.data.items() if k != last.field}
        dialogue = work.dialogues.save(replace(dialogue, data=data))
        show(work, dialogue)
        return dialogue

    def _go_on(self, work: Work, dialogue: Dialogue, field: str, value: str) -> object:
        data = {**dialogue.data, field: value}
        if not self.form.confirm and self.form.next(replace(dialogue, data=data)) is None:
            return self._finish(work, replace(dialogue, data=data))
        chat = self.group(work, replace(dialogue, data=data))
        return gather(work, timed(work, dialogue, chat), **{field: value})

    def _finish(self, work: Work, dialogue: Dialogue) -> object:
        return self.finish(work, end(work, dialogue, DialogueStatus.DONE))


def open_form(work: Work, kind: DialogueKind, chat: int = 0, **data: str | int | None) -> Dialogue:
    """Begin a form with the actor, in private unless a chat is named; `data` is known already."""
    dialogue = Dialogue(
        token=work.token(),
        kind=kind,
        person=work.by.id,
        chat=chat or work.by.id,
        expires=work.now + work.community.limits.draft_lives,
        data=data,
    )
    return begin(work, dialogue)


def begin(work: Work, dialogue: Dialogue) -> Dialogue:
    """Open a talk, show it, and let it expire by itself."""
    dialogue = work.dialogues.open(dialogue)
    key = f"expire:{dialogue.id}"
    work.due(dialogue.expires, "expire", key, dialogue=dialogue.id)
    show(work, dialogue)
    return dialogue


def show(work: Work, dialogue: Dialogue) -> None:
    """Draw the talk as it stands, where it is held."""
    under, topic = dialogue.whole("under") or None, dialogue.whole("topic") or None
    deliveries.card(
        work,
        f"dialogue:{dialogue.id}",
        Address(chat=dialogue.chat, reply_to=under, topic=topic),
        reader=dialogue.person,
        priority=Priority.ANSWER,
    )


def gather(work: Work, dialogue: Dialogue, **words: str) -> Dialogue:
    """Put down what the person added, and show the talk anew."""
    dialogue = work.dialogues.save(replace(dialogue, data={**dialogue.data, **words}))
    show(work, dialogue)
    return dialogue


def timed(work: Work, dialogue: Dialogue, chat: int) -> Dialogue:
    """Return a talk with the time at which a group would hear of it; 0 is no group."""
    if not chat:
        return replace(dialogue, data={k: v for k, v in dialogue.data.items() if k != WAITS})
    at = attention.until(work, chat)
    waits = int(at.timestamp() * 1000) if at else 0
    return replace(dialogue, data={**dialogue.data, WAITS: waits})


def end(work: Work, dialogue: Dialogue, status: DialogueStatus) -> Dialogue:
    """End a talk, and show that it is over."""
    dialogue = work.dialogues.save(replace(dialogue, status=status))
    show(work, dialogue)
    work.redraw(f"pointer:{dialogue.id}:")
    return dialogue


def mine(work: Work, dialogue: Dialogue) -> Dialogue:
    """Return a talk; Refusal if it is somebody else's, Unknown if it is over.

    Whoever has it done already is not sent to begin anew: the same would be told twice.
    """
    if dialogue.person != work.by.id:
        raise Refusal("refusal-not-author")
    if dialogue.status is DialogueStatus.DONE:
        raise Unknown("refusal-dialogue-done")
    if dialogue.status is not DialogueStatus.OPEN:
        raise Unknown("refusal-no-dialogue")
    return dialogue


def answer(work: Work, kinds: Kinds, dialogue_id: int, field: str, value: str) -> object:
    """Take a button of a talk; Refusal if it is somebody else's, over, or not yet complete."""
    dialogue = mine(work, work.dialogues.get(dialogue_id))
    if field == CANCEL:
        return end(work, dialogue, DialogueStatus.CANCELLED)
    if field == BACK:
        return kinds[dialogue.kind].back(work, dialogue)
    if not kinds[dialogue.kind].offers(work, dialogue, field, value):
        raise Unknown("refusal-no-dialogue")
    return kinds[dialogue.kind].take(work, dialogue, field, value)


def going_on(work: Work, chat: int, heard: Heard) -> Dialogue | None:
    """Return the talk that a message answers: the one replied to, else the newest here."""
    return meant(work, chat, heard) or work.dialogues.waiting(work.by.id, chat)


def meant(work: Work, chat: int, heard: Heard) -> Dialogue | None:
    """Return the talk whose card was replied to; Refusal if it is somebody else's or over."""
    subject = work.card_at(chat, heard.replied) if heard.replied else ""
    kind, _, number = subject.partition(":")
    return mine(work, work.dialogues.get(int(number))) if kind == "dialogue" else None


def resume(work: Work, token: str) -> Dialogue:
    """Go on with the talk that a link names; Refusal if it is somebody else's or over."""
    work.people.reach(work.by.id, reachable=True)
    dialogue = mine(work, work.dialogues.by_token(token))
    show(work, dialogue)
    return dialogue


def turn(work: Work, kinds: Kinds, chat: int, heard: Heard, field: str) -> object:
    """Cancel or go back, said in words: in private the talk going on, in a group the one meant."""
    found = meant(work, chat, heard) if heard.in_group else going_on(work, chat, heard)
    done = answer(work, kinds, found.id, field, "") if found else None
    if not heard.in_group and (field == CANCEL or not found):
        key = "stopped" if found else "nothing-to-stop"
        deliveries.notice(work, key, Address(chat=chat), reader=work.by.id)
    return done


def stop(work: Work, asked: Asked) -> None:
    """End the talk going on here, and say so; nothing is done."""
    dialogue = work.dialogues.waiting(work.by.id, asked.chat)
    if dialogue:
        end(work, dialogue, DialogueStatus.CANCELLED)
    key = "stopped" if dialogue else "nothing-to-stop"
    deliveries.notice(work, key, asked.address, reader=work.by.id)


def expire(work: Work, dialogue: int) -> None:
    """End a talk that nobody went on with; nothing is done (8.3: DRAFT expires)."""
    found = work.dialogues.get(dialogue)
    if found.status is DialogueStatus.OPEN:
        end(work, found, DialogueStatus.EXPIRED)
