"""Papers in a secret ballot: handed out at a door, counted by two persons as one batch (E10).

To whom a paper was handed stands in one place, the unit's row, and there until the close: neither
the record nor a talk that is over keeps it.
"""

from dataclasses import replace

from governance.ballots import batches as rules
from governance.ballots.ballot import Ballot
from governance.ballots.batches import Batch, BatchStatus, Desk
from governance.ballots.forms import CONFIRM, COUNT, HAND, TAKE, meant
from governance.ballots.roll import VotingUnit
from governance.ballots.secrecy import SMALLEST
from governance.dialogues import Dialogue, DialogueKind
from governance.notices import Address, Fact, Priority
from governance.refusals import Refusal
from services import deliveries, talks
from services.ballots import boxes, entering, prompting, rolling, waiting
from services.ballots.boxes import PAPER
from services.ports import Work
from services.talks import Filled

LONGEST = 7  # figures of a number of papers


def begin(work: Work, ballot_id: int, kind: DialogueKind) -> Dialogue:
    """Open the form that hands out a paper, takes one back, or counts them; Refusal as the rules.

    Whoever fills it in reads how few papers tell whose is whose.
    """
    ballot = work.ballots.get(ballot_id)
    rules.check(ballot, work.by, work.heard)
    known = {"number": ballot.number, "least": SMALLEST, "handed": _desk(work, ballot).handed}
    return talks.open_form(work, kind, ballot=ballot.id, **known)


def _desk(work: Work, ballot: Ballot) -> Desk:
    """Return how it stands with the papers, which nobody else changes until this unit is done."""
    work.sealed.alone(ballot.id)
    handed, batches = work.sealed.handed(ballot.id), work.sealed.batches(ballot.id)
    return Desk(at=work.heard, handed=len(handed), batches=batches)


class DoorTalk(Filled):
    """The form that finds the unit to which a paper is handed, or from which it is taken."""

    __slots__ = ()

    def _go_on(self, work: Work, dialogue: Dialogue, field: str, value: str) -> object:
        if field == "place":
            dialogue = entering.listing(work, dialogue, value)
        return super()._go_on(work, dialogue, field, value)


def handed(work: Work, talk: Dialogue) -> None:
    """Write down that a unit has a paper, and tell it; it votes by phone no more."""
    ballot, unit = _at_door(work, talk)
    before = work.sealed.envelope(ballot.id, unit.key)
    if before is not None:
        raise Refusal("refusal-batch-handed" if before == PAPER else "refusal-batch-voted")
    work.sealed.put(ballot.id, unit.key, PAPER, work.order)
    work.note("hand-paper", f"ballot:{ballot.id}", {})  # to whom, the record does not keep
    prompting.arm(work, ballot)
    _moved(work, ballot, unit, "paper-handed")


def taken(work: Work, talk: Dialogue) -> None:
    """Take a unit's unused paper back, and tell it; it votes by phone again."""
    ballot, unit = _at_door(work, talk)
    if work.sealed.envelope(ballot.id, unit.key) != PAPER:
        raise Refusal("refusal-batch-none")  # whether it voted, this does not tell
    work.sealed.take(ballot.id, unit.key)
    work.note("take-paper", f"ballot:{ballot.id}", {})  # from whom, the record does not keep
    _moved(work, ballot, unit, "paper-taken")


def _at_door(work: Work, talk: Dialogue) -> tuple[Ballot, VotingUnit]:
    """Return what a form of a door found, which it forgets; Refusal where nothing may be done."""
    ballot = work.ballots.get(talk.whole("ballot"))
    unit = work.ballots.unit(ballot.id, meant(talk, "unit", "units"))
    _forget(work, talk, "place", "unit", "units")
    if unit is None:
        raise Refusal("refusal-vote-unlisted")
    rules.check_door(ballot, work.by, unit, _desk(work, ballot))
    return ballot, unit


def _forget(work: Work, talk: Dialogue, *names: str) -> None:
    known = {name: value for name, value in talk.data.items() if name not in names}
    work.dialogues.save(replace(talk, data=known))


def _moved(work: Work, ballot: Ballot, unit: VotingUnit, key: str) -> None:
    waiting.voted(work, ballot)
    said: dict[str, Fact] = {"ballot": ballot.id, "number": ballot.number, "by": work.by.officer}
    for reader in sorted(int(v) for v in unit.voters if rolling.is_account(v)):
        deliveries.notice(work, key, Address(chat=reader), reader=reader, facts=said)


def counted(work: Work, talk: Dialogue) -> Batch:
    """Write a count of papers, sealed, and ask for a second person; the talk forgets it."""
    ballot = work.ballots.get(talk.whole("ballot"))
    _forget(work, talk, "counts")
    counts = _numbers(talk.text("counts"))
    batch = rules.entered(ballot, work.by, counts, _desk(work, ballot))
    public = work.sealed.public(ballot.id)
    made = work.sealed.enter(
        replace(batch, envelope=work.envelopes.seal(public, rules.pack(counts)))
    )
    work.note("count-papers", f"ballot:{ballot.id}", {"papers": made.papers})
    prompting.arm(work, ballot, made.id)
    for reader in [work.by.id, *(o.telegram for o in prompting.witnesses(work, ballot, made))]:
        _card(work, made, reader)
    return made


def _numbers(words: str) -> tuple[int, ...]:
    """Return the numbers in what somebody wrote, whatever stands between them; none if unclear."""
    parts = words.replace(",", " ").replace("，", " ").replace("、", " ").split()
    if not all(p.isascii() and p.isdecimal() and len(p) < LONGEST for p in parts):
        return ()
    return tuple(map(int, parts))


def _card(work: Work, batch: Batch, reader: int) -> None:
    subject = f"batch:{batch.id}:{reader}:0"
    here = Address(chat=reader)
    deliveries.card(work, subject, here, reader=reader, priority=Priority.ASSIGNMENT)


def press(work: Work, batch_id: int, status: BatchStatus) -> Batch | Dialogue:
    """Send a count back, or ask the second person for his own numbers, which nobody showed him."""
    done, ballot = _settled(work, batch_id, status)
    if status is not BatchStatus.COUNTED:
        prompting.arm(work, ballot)
        return _settle(work, done)
    known = {"ballot": ballot.id, "number": ballot.number, "batch": done.id}
    return talks.open_form(work, DialogueKind.CONFIRM_PAPERS, **known)


def confirmed(work: Work, talk: Dialogue) -> Batch:
    """Confirm a count where a second person, who counted too, wrote the same; it is forgotten."""
    done, ballot = _settled(work, talk.whole("batch"), BatchStatus.COUNTED)
    _forget(work, talk, "counts")
    if _numbers(talk.text("counts")) != boxes.count_of(work, ballot, done):
        raise Refusal("refusal-batch-differs")
    return _settle(work, done)


def _settled(work: Work, batch_id: int, status: BatchStatus) -> tuple[Batch, Ballot]:
    work.sealed.alone(work.sealed.batch(batch_id).ballot)
    batch = work.sealed.batch(batch_id)
    ballot = work.ballots.get(batch.ballot)
    return rules.settled(ballot, batch, work.by, status, work.heard), ballot


def _settle(work: Work, done: Batch) -> Batch:
    work.sealed.settle(done, BatchStatus.ENTERED)
    work.note(f"papers-{done.status}", f"ballot:{done.ballot}", {"papers": done.papers})
    work.redraw(f"batch:{done.id}:")
    return done


HANDING = DoorTalk(HAND, handed)
TAKING = DoorTalk(TAKE, taken)
COUNTING = Filled(COUNT, counted)
CONFIRMING = Filled(CONFIRM, confirmed)
