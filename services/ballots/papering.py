"""Papers in a secret ballot: handed out at a door, counted by two persons as one batch (E10)."""

from dataclasses import replace

from governance.ballots import batches as rules
from governance.ballots.ballot import Ballot
from governance.ballots.batches import Batch, BatchStatus
from governance.ballots.forms import COUNT, HAND, meant
from governance.dialogues import Dialogue, DialogueKind
from governance.directory import Officer
from governance.notices import Address, Fact, Priority
from governance.refusals import Refusal
from services import deliveries, talks
from services.ballots import entering, rolling, waiting
from services.ballots.boxes import PAPER
from services.ports import Shelf, Work
from services.talks import Filled

LONGEST = 7  # figures of a number of papers


def begin(work: Work, ballot_id: int, kind: DialogueKind) -> Dialogue:
    """Open the form that hands out a paper, or the one that counts them; Refusal as the rules."""
    ballot = work.ballots.get(ballot_id)
    rules.check(ballot, work.by)
    return talks.open_form(work, kind, ballot=ballot.id, number=ballot.number)


class HandTalk(Filled):
    """The form that finds the unit to which a paper is handed."""

    __slots__ = ()

    def _go_on(self, work: Work, dialogue: Dialogue, field: str, value: str) -> object:
        if field == "place":
            dialogue = entering.listing(work, dialogue, value)
        return super()._go_on(work, dialogue, field, value)


def handed(work: Work, talk: Dialogue) -> None:
    """Write down that a unit has a paper, and tell it; it votes by phone no more."""
    ballot = work.ballots.get(talk.whole("ballot"))
    unit = work.ballots.unit(ballot.id, meant(talk, "unit", "units"))
    if unit is None:
        raise Refusal("refusal-vote-unlisted")
    rules.check_handed(ballot, work.by, unit)
    before = work.sealed.envelope(ballot.id, unit.key)
    if before is not None:
        raise Refusal("refusal-vote-papered" if before == PAPER else "refusal-batch-voted")
    work.sealed.put(ballot.id, unit.key, PAPER, work.order)
    work.note("hand-paper", f"ballot:{ballot.id}", {})  # to whom, the record does not keep
    waiting.voted(work, ballot)
    said: dict[str, Fact] = {"ballot": ballot.id, "number": ballot.number, "by": work.by.officer}
    for reader in sorted(int(v) for v in unit.voters if rolling.is_account(v)):
        deliveries.notice(work, "paper-handed", Address(chat=reader), reader=reader, facts=said)


def counted(work: Work, talk: Dialogue) -> Batch:
    """Write a count of papers, sealed, and ask for a second person; the talk forgets it."""
    ballot = work.ballots.get(talk.whole("ballot"))
    known = {name: value for name, value in talk.data.items() if name != "counts"}
    work.dialogues.save(replace(talk, data=known))
    counts = _numbers(talk.text("counts"))
    out = sum(e == PAPER for _, e in work.sealed.envelopes(ballot.id))
    batch = rules.entered(ballot, work.by, counts, work.sealed.batches(ballot.id), out)
    public = work.sealed.public(ballot.id)
    made = work.sealed.enter(
        replace(batch, envelope=work.envelopes.seal(public, rules.pack(counts)))
    )
    work.note("count-papers", f"ballot:{ballot.id}", {"papers": made.papers})
    for reader in [work.by.id, *(o.telegram for o in witnesses(work, ballot, made))]:
        _card(work, made, reader)
    return made


def _numbers(words: str) -> tuple[int, ...]:
    """Return the numbers in what somebody wrote, whatever stands between them; none if unclear."""
    parts = words.replace(",", " ").replace("，", " ").replace("、", " ").split()
    if not all(p.isascii() and p.isdecimal() and len(p) < LONGEST for p in parts):
        return ()
    return tuple(map(int, parts))


def witnesses(shelf: Shelf, ballot: Ballot, batch: Batch) -> tuple[Officer, ...]:
    """Return who may confirm a count: neither its enterer nor anybody involved."""
    seated = (o for o in shelf.community.officers if o.seated)
    return tuple(o for o in seated if rules.may_settle(ballot, batch, shelf.actor(o.telegram)))


def _card(work: Work, batch: Batch, reader: int) -> None:
    subject = f"batch:{batch.id}:{reader}:0"
    here = Address(chat=reader)
    deliveries.card(work, subject, here, reader=reader, priority=Priority.ASSIGNMENT)


def settle(work: Work, batch_id: int, status: BatchStatus) -> Batch:
    """Confirm a count, or send it back to be counted anew."""
    batch = work.sealed.batch(batch_id)
    ballot = work.ballots.get(batch.ballot)
    done = rules.settled(ballot, batch, work.by, status)
    work.sealed.settle(done, batch.status)
    work.note(f"papers-{status}", f"ballot:{ballot.id}", {"papers": batch.papers})
    work.redraw(f"batch:{batch.id}:")
    return done


HANDING = HandTalk(HAND, handed)
COUNTING = Filled(COUNT, counted)
