"""Who hears of a ballot: everybody by one card in the group, those who act by one in private."""

from collections.abc import Iterable

from governance.ballots.ballot import Ballot, Given, judges
from governance.ballots.states import BallotAction
from governance.ballots.votes import Vote
from governance.directory import ChatKind, Officer, Role
from governance.notices import Address, Fact, Priority
from services import deliveries, near
from services.ballots import rolling
from services.ports import Shelf, Work

A = BallotAction
EVERYBODY = 0  # the reader of the card that stands in a group
ALOUD = frozenset({A.UPHOLD, A.VOID})  # of what residents hear, all else stands on the card
ACTING = frozenset({A.TALLY, A.CONTEST, A.ASK_VOID})  # after these somebody must judge


def group(shelf: Shelf, ballot: Ballot) -> Address | None:
    """Return the group of those whom a ballot is for: their building's own, else everybody's.

    What a few neighbours decide is asked among them, and in no wider group (A11).
    """
    topic = shelf.topics.get(ballot.topic)
    if topic.node:
        here = near.group(shelf, topic)
        return Address(chat=here.id) if here else None
    own = {c.scope: c for c in shelf.community.chats if c.kind is ChatKind.BUILDING}
    if len(ballot.scope.buildings) == 1:
        [building] = ballot.scope.buildings
        if building in own:
            return Address(chat=own[building].id)
    chat = shelf.community.chat(ChatKind.COMMUNITY)
    return Address(chat=chat.id) if chat else None


def public(work: Work, ballot: Ballot) -> None:
    """Show a ballot at the end of its group; it is edited there from then on."""
    here = group(work, ballot)
    if here is None:
        return
    subject = f"ballot:{ballot.id}:{EVERYBODY}:0"
    priority = Priority.BROADCAST
    deliveries.card(work, subject, here, reader=EVERYBODY, priority=priority, afresh=True)


def from_afar(work: Work, ballot: Ballot) -> None:
    """Show a ballot in private to whoever votes and has no group to see it in (A14)."""
    for reader in near.readers(work, work.topics.get(ballot.topic)):
        if work.ballots.units_of(ballot.id, reader):
            card(work, ballot, reader, Priority.BROADCAST)


def card(work: Work, ballot: Ballot, reader: int, priority: Priority = Priority.ANSWER) -> None:
    """Show a ballot to somebody at the end of his private chat, where it is seen."""
    subject = f"ballot:{ballot.id}:{reader}:0"
    work.afresh(subject)
    deliveries.card(work, subject, Address(chat=reader), reader=reader, priority=priority)


def redraw(work: Work, ballot: Ballot) -> None:
    """Draw every card of a ballot anew."""
    work.redraw(f"ballot:{ballot.id}:")


def own(work: Work, ballot: Ballot) -> None:
    """Draw anew the card in the private chat of whoever acts."""
    work.redraw(f"ballot:{ballot.id}:{work.by.id}:")


def facts(ballot: Ballot, given: Given) -> dict[str, Fact]:
    """Return what every sentence about a ballot may use."""
    by = given.by.officer
    said: dict[str, Fact] = {"ballot": ballot.id, "number": ballot.number}
    return {**said, "note": given.note, "by": by, "question": ballot.question}


def step(
    work: Work, ballot: Ballot, action: BallotAction, given: Given, tells: tuple[Role, ...]
) -> None:
    """Tell those whom the table names of a step, and show those who must judge what to judge."""
    said = facts(ballot, given)
    for role in tells:
        key = f"ballot-told-{role}-{action}"
        if role is not Role.RESIDENT:
            seated = (o for o in work.community.holders(role) if o.seated)
            officers(work, key, (o for o in seated if o.telegram != given.by.id), said)
        elif action in ALOUD and (here := group(work, ballot)):
            place = work.placed(f"ballot:{ballot.id}:{EVERYBODY}:0") or here
            deliveries.notice(
                work, key, place, reader=EVERYBODY, priority=Priority.BROADCAST, facts=said
            )
    if action in ACTING:
        for key in sorted(judges(work.community, ballot)):
            reader = work.community.officer(key).telegram
            card(work, ballot, reader, Priority.ASSIGNMENT)


def officers(work: Work, key: str, those: Iterable[Officer], said: dict[str, Fact]) -> None:
    """Tell officers, each in private."""
    deliveries.each(work, key, (officer.telegram for officer in those), said)


def drafter(work: Work, key: str, ballot: Ballot, **more: Fact) -> None:
    """Tell whoever drafted a ballot something about it."""
    found = work.community.known(ballot.drafted_by)
    if found and found.seated:
        said: dict[str, Fact] = {"ballot": ballot.id, "number": ballot.number, **more}
        officers(work, key, [found], said)


def voters(work: Work, key: str, ballot: Ballot, vote: Vote, **more: Fact) -> int:
    """Tell a unit's voters who have an account, each in private; return how many they are."""
    unit = work.ballots.unit(ballot.id, vote.unit)
    reached = sorted(int(v) for v in unit.voters if rolling.is_account(v)) if unit else []
    said: dict[str, Fact] = {"ballot": ballot.id, "number": ballot.number, "vote": vote.id, **more}
    for reader in reached:
        deliveries.notice(work, key, Address(chat=reader), reader=reader, facts=said)
    return len(reached)
