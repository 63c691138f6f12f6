"""A question is answered once for all who asked, and the answer stands beneath its line (G11)."""

from governance import attention, privacy
from governance.dialogues import Dialogue, DialogueKind
from governance.directory import Role
from governance.disclosures import readers
from governance.disclosures.asking import ANSWER
from governance.disclosures.edition import Edition
from governance.disclosures.readers import Question
from governance.notices import Address, Delivery, Kind, Policy, Priority
from governance.programme import Kind as ProgrammeKind
from governance.refusals import NotAllowed, Refusal
from services import talks
from services.disclosures import asking, carrying, lines, questioning
from services.ports import Work

BENEATH, SHOW = "edition-answers", "edition_answers"


def press(work: Work, question_id: int) -> Dialogue:
    """Open the talk in which a line is answered; NotAllowed but to committee and drafter."""
    question = work.readings.question(question_id)
    edition = work.disclosures.get(question.edition)
    _check(work, edition, question)
    return talks.open_form(
        work,
        DialogueKind.ANSWER_LINE,
        question=question.id,
        number=f"{edition.serial}-{edition.version}",
        line=question.line,
    )


def answered(work: Work, talk: Dialogue) -> Question:
    """Give one answer to all who asked about a line, and show it beneath it; names stay out."""
    question = work.readings.question(talk.whole("question"))
    edition = work.disclosures.get(question.edition)
    _check(work, edition, question)
    text = talk.text("answer")
    if privacy.is_private(text):
        raise Refusal("refusal-answer-private")
    waiting = [q for q in lines.about(work, edition, question.line) if q.open]
    for each in waiting:
        done = readers.answered(each, text, work.by.officer, work.now)
        work.readings.answer(done)
        questioning.tell(work, "edition-answered", done)
        work.redraw(f"{questioning.CARD}:{each.id}:")
    detail = {"line": question.line, "count": len(waiting)}
    work.note("edition-answer", f"edition:{edition.id}", detail)
    _by_day(work, edition)
    return work.readings.question(question.id)


TALK = talks.Filled(ANSWER, answered)


def _check(work: Work, edition: Edition, question: Question) -> None:
    item = asking.item_of(work, edition)
    # the committee answers for all but party affairs, where the authorised account alone speaks
    committee = Role.COMMITTEE in work.by.offices and item.kind is not ProgrammeKind.PARTY
    if not committee and not asking.may_draft(work.community, item, work.by):
        raise NotAllowed("refusal-not-allowed")
    if not question.open:
        raise Refusal("refusal-line-answered")


def _newest(work: Work, edition: Edition) -> Edition:
    """Return the version that stands shown now: that is where later readers look."""
    found = [
        e
        for e in work.disclosures.of(edition.item)
        if e.serial == edition.serial and e.published_at
    ]
    return max(found, key=lambda e: e.version)


def _by_day(work: Work, edition: Edition) -> None:
    """Show the answers at once; by night a group is left in peace, and reads them by day."""
    zone, required = work.community.calendar.zone, work.community.deliberation
    if not attention.quiet(work.now, zone, required):
        shown(work, edition.id)
        return
    at = attention.list_at(work.now, zone, required)
    work.due(at, SHOW, f"{SHOW}:{edition.id}:{at.date()}", edition=edition.id)


def shown(work: Work, edition: int) -> None:
    """Show the answers beneath the version that stands shown; the clock's errand after a night."""
    show(work, _newest(work, work.disclosures.get(edition)))


def show(work: Work, edition: Edition) -> None:
    """Show the answers beneath an edition, in one card of each group, drawn anew with each."""
    if not any(not q.open for q in lines.asked(work, edition)):
        return
    for chat in carrying.groups(work, edition):
        above = work.placed(carrying.subject(edition, carrying.EVERYBODY, chat))
        work.tell(
            Delivery(
                key=BENEATH,
                kind=Kind.CARD,
                address=above or Address(chat=chat),
                subject=f"{BENEATH}:{edition.id}:{chat}",
                reader=carrying.EVERYBODY,
                priority=Priority.BROADCAST,
                policy=Policy.ALWAYS,
            )
        )
