"""A reader asks about a line in private; nobody is told who it was (G11)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from governance.dialogues import Dialogue, DialogueKind
from governance.directory import Officer, Role
from governance.disclosures.asking import ASK, TAPPED
from governance.disclosures.edition import Edition
from governance.disclosures.lines import WHOLE
from governance.disclosures.readers import Question
from governance.disclosures.states import EditionStatus
from governance.notices import Address
from governance.programme import Kind as ProgrammeKind
from governance.refusals import Refusal
from services import deliveries, talks
from services.disclosures import (
    asking,
    audience,
    carrying,
    counting,
    duties,
    lines,
    presenting,
    versions,
)
from services.hearing import Heard
from services.ports import Work

CARD, LATE = "edition-question", "edition_question"
NUMBER = re.compile(r"\d{1,6}")


def begin(work: Work, edition_id: int, chat: int = 0) -> Dialogue:
    """Ask a reader in private which line he means; Refusal of what is not shown any more."""
    edition = audience.shown(work, edition_id, chat)
    if edition.status is not EditionStatus.PUBLISHED:
        raise Refusal("refusal-edition-replaced")
    duties.check(work, edition)
    tapped = [*sorted(lines.named(work, edition))[:TAPPED], WHOLE]
    return talks.open_form(
        work,
        DialogueKind.ASK_LINE,
        edition=edition.id,
        number=f"{edition.serial}-{edition.version}",
        lines=",".join(map(str, tapped)),
    )


@dataclass(frozen=True, slots=True)
class Asking(talks.Filled):
    """The talk of whoever asks: a line by its number, tapped or written, then the question."""

    def hear(self, work: Work, dialogue: Dialogue, heard: Heard) -> object:
        """Take the number of a line that there is, or the question."""
        if "line" in dialogue.data:
            return talks.Filled.hear(self, work, dialogue, heard)
        edition = work.disclosures.get(dialogue.whole("edition"))
        found = NUMBER.search(heard.text)
        if found is None or int(found[0]) not in lines.named(work, edition):
            raise Refusal("refusal-no-line")
        return self._go_on(work, dialogue, "line", str(int(found[0])))


def asked(work: Work, talk: Dialogue) -> Question:
    """Write a question down, with its day; those who ask the same line wait for one answer.

    The audit has no line of it: it would say who asked.
    """
    edition = work.disclosures.get(talk.whole("edition"))
    duties.check(work, edition)  # the talk may have been begun in time
    line = talk.whole("line")
    waiting = [q for q in lines.about(work, edition, line) if q.open]
    stands = versions.newest(work, edition)
    queried = lines.queried(work, stands)
    promised = work.now + timedelta(days=work.community.disclosing.answer_days)
    question = work.readings.ask(
        Question(
            edition=edition.id,
            line=line,
            person=work.by.id,
            at=work.now,
            due=waiting[0].due if waiting else promised,
            text=talk.text("text"),
        )
    )
    if waiting:
        work.redraw(f"{CARD}:{waiting[0].id}:")
    else:
        work.due(question.due, LATE, f"{LATE}:{question.id}", question=question.id)
        hand(work, edition, question, answering(work, edition))
    if not queried:  # from the first question on everybody reads that one waits
        carrying.redraw(work, stands)
    counting.wake(work)
    tell(work, "edition-asked", question)
    return question


TALK = Asking(ASK, asked)


def answering(work: Work, edition: Edition) -> tuple[Officer, ...]:
    """Return who answers: whoever writes the item, and is there."""
    found = asking.writers(work, edition)
    return tuple(o for o in found if o.telegram)


def hand(work: Work, edition: Edition, question: Question, readers: Sequence[Officer]) -> None:
    """Show a question to those who answer, and when it is due; never who asked."""
    if not readers:
        work.alarm("unheld", f"edition:{edition.id}")
    deliveries.tasks(work, f"{CARD}:{question.id}", (o.telegram for o in readers))


def tell(work: Work, key: str, question: Question) -> None:
    """Tell whoever asked, in private; of somebody forgotten no account is left."""
    if work.people.get(question.person).name:
        facts = {"question": question.id}
        here = Address(chat=question.person)
        deliveries.notice(work, key, here, reader=question.person, facts=facts)


def late(work: Work, question: int) -> None:
    """Tell committee and supervision that a day has passed without an answer, and who asked.

    Whoever of the committee is there may answer then.
    """
    found = work.readings.question(question)
    if not found.open:
        return
    edition = work.disclosures.get(found.edition)
    for role in (Role.COMMITTEE, Role.SUPERVISION):
        presenting.officers(work, "edition-question-late", edition, role, line=found.line)
    if asking.item_of(work, edition).kind is not ProgrammeKind.PARTY:
        hand(work, edition, found, presenting.seated(work, Role.COMMITTEE))
    waiting = [q for q in lines.about(work, edition, found.line) if q.open]
    for each in waiting:
        tell(work, "edition-ask-late", each)
