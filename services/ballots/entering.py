"""Entered votes: given by phone, at the door or on paper, by whoever has no phone (E16).

It counts once a second person confirms it, or at once where a photo of the signed paper stands by
it. The household hears of it, and its own press takes its place until the close.
"""

from dataclasses import replace

from governance import powers
from governance.ballots import votes as rules
from governance.ballots.ballot import Ballot
from governance.ballots.base import Marks
from governance.ballots.forms import ENTER, household, lines, meant
from governance.ballots.roll import Roll, VotingUnit
from governance.ballots.states import BallotStatus, Channel, VoteAction, VoteStatus
from governance.ballots.votes import Heard as Paper
from governance.ballots.votes import OnBehalf, Vote
from governance.dialogues import Dialogue, DialogueKind
from governance.directory import Officer
from governance.notices import Address, Priority
from governance.powers import Verb
from governance.procedure import UnitKind
from governance.refusals import Refusal
from services import deliveries, talks
from services.ballots import counting, marking, rolling, striking, telling, waiting
from services.hearing import Heard
from services.ports import Shelf, Work
from services.talks import Filled

S, A = VoteStatus, VoteAction


def begin(work: Work, ballot_id: int) -> Dialogue:
    """Open the form, in private; Refusal for whoever may enter nothing here."""
    powers.require(work.by, Verb.ENTER_VOTE)
    ballot = work.ballots.get(ballot_id)
    if ballot.secret:
        raise Refusal("refusal-vote-secret")
    if powers.conflicted(work.by, ballot.involved):
        raise Refusal("refusal-conflicted")
    if ballot.status is not BallotStatus.OPEN:
        raise Refusal("refusal-vote-late" if ballot.closes <= work.now else "refusal-vote-early")
    return talks.open_form(work, DialogueKind.ENTER_VOTE, ballot=ballot.id, number=ballot.number)


class EnterTalk(Filled):
    """The form that finds the unit, asks how the vote came, and takes a photo of the paper."""

    __slots__ = ()

    def hear(self, work: Work, dialogue: Dialogue, heard: Heard) -> object:
        """Take words, or the photo."""
        question = self.form.next(dialogue)
        if question and question.field == "photo" and heard.photo:
            return self._go_on(work, dialogue, "photo", heard.photo)
        return super().hear(work, dialogue, heard)

    def _go_on(self, work: Work, dialogue: Dialogue, field: str, value: str) -> object:
        if field == "place":
            dialogue = listing(work, dialogue, value)
        return super()._go_on(work, dialogue, field, value)


def listing(work: Work, dialogue: Dialogue, place: str) -> Dialogue:
    """Return a talk with the units of a door in it; where there is one, it is the one meant."""
    found = behind(work, work.ballots.get(dialogue.whole("ballot")), place)
    data = {**dialogue.data, "units": lines(u.key for u in found)}
    return replace(dialogue, data=data | ({"unit": "0"} if len(found) == 1 else {}))


def behind(work: Work, ballot: Ballot, place: str) -> tuple[VotingUnit, ...]:
    """Return the units of a door; Refusal where none of them is on the roll."""
    building, door = household(place, work.community)
    keys = {f"{building}/{door}"}
    owners = _owners(work, building, door)
    if ballot.scope.kind is UnitKind.OWNER:
        keys = {"+".join(owners)}
    elif ballot.scope.kind is UnitKind.PERSON:
        keys |= {str(r.person) for r in work.residents.household(building, door)} | {*owners}
        named = (o for o in ballot.offline if o.startswith(f"{building}/{door}/"))
        keys |= {f"{rolling.OFFLINE}{each}" for each in named}
    found = (work.ballots.unit(ballot.id, key) for key in sorted(keys))
    units = tuple(unit for unit in found if unit)
    if not units:
        raise Refusal("refusal-vote-unlisted")
    return units


def _owners(work: Work, building: str, door: str) -> tuple[str, ...]:
    roster = work.flats.roster()
    every = roster.units if roster else ()
    here = (f for f in every if (f.building, f.door) == (building, door))
    return tuple(sorted(f"{rolling.OWNER}{o.key}" for f in here for o in f.owners))


def found(work: Work, talk: Dialogue) -> Dialogue:
    """Go on to the paper itself, with what the form gathered."""
    ballot = work.ballots.get(talk.whole("ballot"))
    return marking.begin(
        work,
        ballot,
        unit=meant(talk, "unit", "units"),
        channel=talk.text("channel"),
        photo=talk.text("photo"),
    )


def enter(work: Work, ballot: Ballot, talk: Dialogue, marks: Marks) -> Vote:
    """Write a vote that was entered; Refusal where somebody may not, or the voter was faster."""
    unit = work.ballots.unit(ballot.id, talk.text("unit"))
    roll = Roll(kind=ballot.scope.kind, units=(unit,) if unit else ())
    heard = Paper(unit=talk.text("unit"), marks=marks, at=work.heard, order=work.order)
    channel = Channel(talk.text("channel"))
    behalf = OnBehalf(by=work.by, channel=channel, photo=talk.text("photo"))
    before = work.ballots.votes(ballot.id, heard.unit)
    vote = work.ballots.enter(
        ballot.id, rules.enter(ballot, roll, behalf, heard, before), work.now
    )
    detail = {"unit": vote.unit, "channel": vote.channel, "photo": bool(vote.photo)}
    work.note("enter-vote", f"ballot:{ballot.id}", detail)
    if vote.status is S.CAST:
        _counts(work, ballot, vote)
    else:
        _ask(work, ballot, vote)
    return vote


def _counts(work: Work, ballot: Ballot, vote: Vote) -> None:
    """Tell the household; where nobody of it can be told, whoever entered the vote does it."""
    waiting.voted(work, ballot)
    if not telling.voters(work, "vote-entered", ballot, vote):
        counting.enterer(work, "vote-tell", ballot, vote)


def _ask(work: Work, ballot: Ballot, vote: Vote) -> None:
    for officer in witnesses(work, ballot, vote):
        deliveries.card(
            work,
            f"entry:{vote.id}:{officer.telegram}:0",
            Address(chat=officer.telegram),
            reader=officer.telegram,
            priority=Priority.ASSIGNMENT,
        )


def witnesses(shelf: Shelf, ballot: Ballot, vote: Vote) -> tuple[Officer, ...]:
    """Return who may confirm a vote: not its enterer, nobody involved, nobody of the unit."""
    roll = Roll(kind=ballot.scope.kind, units=_unit(shelf, ballot, vote))
    return tuple(
        o
        for o in shelf.community.officers
        if o.seated and _may(rules.roles_in(ballot, roll, vote, shelf.actor(o.telegram)))
    )


def _may(roles: frozenset[object]) -> bool:
    return bool(roles & powers.POWERS[Verb.CONFIRM_VOTE])


def _unit(shelf: Shelf, ballot: Ballot, vote: Vote) -> tuple[VotingUnit, ...]:
    unit = shelf.ballots.unit(ballot.id, vote.unit)
    return (unit,) if unit else ()


def press(work: Work, entry: int, action: VoteAction) -> Vote | Dialogue:
    """Confirm an entered vote, or open the talk that asks why it is refused or taken back."""
    if action is A.CONFIRM:
        return settle(work, entry, action, "")
    ballot_id, vote, _ = work.ballots.entry(entry)
    ballot = work.ballots.get(ballot_id)
    _moved(work, ballot, vote, action, "?")
    return talks.open_form(
        work, DialogueKind.BALLOT_STEP, entry=entry, number=ballot.number, action=action
    )


def settle(work: Work, entry: int, action: VoteAction, note: str) -> Vote:
    """Take a step of an entered vote; Refusal where the ballot closed or the voter was faster."""
    ballot_id, vote, _ = work.ballots.entry(entry)
    ballot = work.ballots.get(ballot_id)
    moved = _moved(work, ballot, vote, action, note)
    work.ballots.settle(moved, vote.status)
    work.note(f"vote-{action}", f"ballot:{ballot.id}", {"entry": vote.id, "note": note})
    work.redraw(f"entry:{vote.id}:")
    if action is A.CONFIRM:
        _counts(work, ballot, moved)
    elif action is A.INVALIDATE:
        striking.struck(work, ballot, moved)
    else:
        counting.enterer(work, "vote-refused", ballot, moved, note)
    return moved


def _moved(work: Work, ballot: Ballot, vote: Vote, action: VoteAction, note: str) -> Vote:
    if ballot.status is not BallotStatus.OPEN or work.heard >= ballot.closes:
        raise Refusal("refusal-vote-late")
    if action in {A.CONFIRM, A.INVALIDATE} and work.ballots.pressed(ballot.id, vote.unit):
        raise Refusal("refusal-vote-own")
    roll = Roll(kind=ballot.scope.kind, units=_unit(work, ballot, vote))
    return rules.advance(vote, action, rules.roles_in(ballot, roll, vote, work.by), work.by, note)


ENTERING = EnterTalk(ENTER, found)
