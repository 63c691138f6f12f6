"""A press on an open ballot: who may, for which unit, and that the last in time stands."""

from dataclasses import dataclass

from governance.ballots import votes as rules
from governance.ballots.ballot import Ballot
from governance.ballots.base import Marks
from governance.ballots.roll import Roll, VotingUnit
from governance.ballots.votes import Heard
from governance.procedure import UnitKind
from governance.refusals import Refusal, Unknown
from governance.residents import ResidentStatus
from services.ballots import looking, telling, waiting
from services.ports import Work

# Telegram's own accounts: an administrator who hides his name, a channel, Telegram itself
NAMELESS = frozenset({1087968824, 136817688, 777000})
ONE_TAP = frozenset({"motion"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """What a press came to: marks, in how many units it stands, whether they voted before."""

    ballot: Ballot
    marks: Marks
    units: int
    replaced: bool


def one_tap(ballot: Ballot) -> bool:
    """Whether one tap is a whole vote: a motion, or a choice of one."""
    return ballot.method in ONE_TAP or (ballot.method == "choice" and ballot.paper.most == 1)


def press(work: Work, ballot_id: int, option: int, chat: int) -> Cast:
    """Take the one tap that is a vote; Refusal where it does not count."""
    ballot = work.ballots.get(ballot_id)
    here(work, chat)
    if not one_tap(ballot) or option >= len(ballot.paper.options):
        raise Unknown("refusal-no-dialogue")
    done = cast(work, ballot, {ballot.paper.options[option]: 1})
    if chat == work.by.id:
        telling.own(work, ballot)
    return done


def here(work: Work, chat: int) -> None:
    """Raise Refusal where a card was carried off, or where nobody answers for the press."""
    if work.by.id in NAMELESS:
        raise Refusal("refusal-vote-nameless")
    if chat != work.by.id and work.community.chat_kind(chat) is None:
        raise Refusal("refusal-vote-elsewhere")


def cast(work: Work, ballot: Ballot, marks: Marks) -> Cast:
    """Write the vote of whoever presses, for each unit that is his; Refusal where it is too late.

    By when it was written down in the inbox it counts, not by when its turn came: whoever pressed
    before a choice that stands for every unit of his hears that it stands.
    """
    if ballot.secret:
        raise Refusal("refusal-vote-private")
    units = tuple(work.ballots.units_of(ballot.id, work.by.id)) or (NOBODYS,)
    check_eligible(work, ballot, units)
    standing = []
    for unit in units:
        heard = Heard(unit=unit.key, marks=marks, at=work.heard, order=work.order)
        roll = Roll(kind=ballot.scope.kind, units=(unit,) if unit is not NOBODYS else ())
        vote = rules.press(ballot, roll, work.by.id, heard)
        check_lives(work, ballot, unit)
        before = work.ballots.pressed(ballot.id, unit.key)
        if before is None or before.order <= vote.order:
            work.ballots.cast(ballot.id, vote, work.heard)
            standing.append(before)
    if not standing:
        raise Refusal("refusal-vote-overtaken")
    waiting.voted(work, ballot)
    return Cast(ballot=ballot, marks=marks, units=len(standing), replaced=any(standing))


NOBODYS = VotingUnit(key="", voters=frozenset())


def check_eligible(work: Work, ballot: Ballot, units: tuple[VotingUnit, ...]) -> None:
    """Refuse with the reason whoever lives here and has no vote: his class, or his age (E09)."""
    if units != (NOBODYS,):
        return
    if why := looking.without_vote(work, ballot, work.by.id):
        raise Refusal(why)


def check_lives(work: Work, ballot: Ballot, unit: VotingUnit) -> None:
    """Refuse whoever moved out meanwhile: the roll stays frozen, and he is not of it any more."""
    if ballot.scope.kind is UnitKind.OWNER:
        return
    homes = {
        f"{r.building}/{r.door}": r.building
        for r in work.residents.of(work.by.id)
        if r.status is ResidentStatus.VERIFIED
    }
    household = ballot.scope.kind is UnitKind.HOUSEHOLD
    lives = unit.key in homes if household else bool(ballot.scope.buildings & {*homes.values()})
    if not lives:
        raise Refusal("refusal-vote-moved")
