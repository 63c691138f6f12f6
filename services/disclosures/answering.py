"""A question is answered once for all who asked, and the answer stands beneath its line (G11)."""

from collections.abc import Iterable

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
from services.disclosures import asking, carrying, lines, meant, questioning, versions
from services.ports import Shelf, Work

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
    stands = versions.newest(work, edition)
    if not lines.queried(work, stands):  # that was the last one
        carrying.redraw(work, stands)
    _by_day(work, edition)
    return work.readings.question(question.id)


TALK = talks.Filled(ANSWER, answered)


def _check(work: Work, edition: Edition, question: Question) -> None:
    item = asking.item_of(work, edition)
    # the committee answers for all but party affairs, where the authorised account alone speaks
    committee = Role.COMMITTEE in work.by.offices and item.kind is not ProgrammeKind.PARTY
    if not committee and not asking.may_write(work, edition, work.by):
        raise NotAllowed("refusal-not-allowed")
    if not question.open:
        raise Refusal("refusal-line-answered")


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
    show(work, versions.newest(work, work.disclosures.get(edition)))


def show(work: Work, edition: Edition) -> None:
    """Show the answers beneath an edition wherever it stands, in one card drawn anew with each."""
    into(work, edition, carrying.groups(work, edition))
    in_private(work, edition, meant.subscribers(work, edition))
    work.redraw_all(f"{BENEATH}:{edition.id}:")  # whoever asked for it again has it too


def into(work: Work, edition: Edition, chats: Iterable[int]) -> None:
    """Show the answers of an edition, if there are any, beneath its card in these groups."""
    if given(work, edition):
        for chat in chats:
            _card(work, edition, carrying.EVERYBODY, chat)


def in_private(work: Work, edition: Edition, people: Iterable[int]) -> None:
    """Show the answers of an edition, if there are any, to people in private."""
    if given(work, edition):
        for person in people:
            _card(work, edition, person, person)


def again(work: Work, edition: Edition) -> None:
    """Show the answers at the end of the private chat, to whoever asks for the edition again."""
    work.afresh(subject(edition, work.by.id))
    in_private(work, edition, [work.by.id])


def given(shelf: Shelf, edition: Edition) -> bool:
    """Whether anything was answered about an edition."""
    return any(not q.open for q in lines.asked(shelf, edition))


def subject(edition: Edition, chat: int) -> str:
    """Name the card of an edition's answers in one chat."""
    return f"{BENEATH}:{edition.id}:{chat}"


def _card(work: Work, edition: Edition, reader: int, chat: int) -> None:
    above = work.placed(carrying.subject(edition, reader, chat))
    work.tell(
        Delivery(
            key=BENEATH,
            kind=Kind.CARD,
            address=above or Address(chat=chat),
            subject=subject(edition, chat),
            reader=reader,
            priority=Priority.BROADCAST,
            policy=Policy.ALWAYS,
        )
    )
