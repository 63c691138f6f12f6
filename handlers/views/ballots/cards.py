"""The card of a ballot: in a group as everybody reads it, in private with what one may do."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from governance.ballots import ballot as road
from governance.ballots.ballot import Ballot, Given
from governance.ballots.batches import on_paper
from governance.ballots.result import Bloc, blocs, needed_of
from governance.ballots.roll import VotingUnit
from governance.ballots.states import BallotAction, BallotStatus
from governance.ballots.votes import standing
from governance.directory import Actor
from governance.powers import Verb, conflicted, may
from handlers.views.ballots import results, said, sealed
from handlers.views.ballots.parts import (
    button,
    drafted,
    heading,
    link,
    marked,
    of,
    option,
    scope,
    unit_name,
)
from handlers.views.shown import Button, Page, Shown, cut, pairs
from services.ballots import looking, striking, voting

A, S = BallotAction, BallotStatus
BY_HAND = (A.SCHEDULE, A.CANCEL, A.CERTIFY, A.CONTEST, A.UPHOLD, A.ASK_VOID, A.VOID, A.KEEP)
UNOPENED = frozenset({S.DRAFT, S.SCHEDULED, S.CANCELLED})
COUNTED = frozenset({S.TALLIED, S.CERTIFIED, S.PUBLISHED, S.CONTESTED, S.VOIDED})
PUBLISHED = frozenset({S.PUBLISHED, S.CONTESTED, S.VOIDED})
LONGEST_TAP = 30


def card(page: Page) -> Shown:
    """Show a ballot as it stands to whoever reads this card."""
    ballot = of(page)
    return _private(page, ballot) if page.delivery.reader else public(page, ballot)


def public(page: Page, ballot: Ballot) -> Shown:
    """Show a ballot to everybody: while it is open the turnout and nothing of the votes (N21)."""
    if ballot.status in UNOPENED:
        return Shown(text=page.texts("ballot-unopened-yet", number=ballot.number))
    lines = [*heading(page, ballot), scope(page, ballot), *_standing(page, ballot)]
    if ballot.status in PUBLISHED and (found := page.shelf.ballots.result(ballot.id)):
        lines += results.result(page, ballot, found)
    rows: list[list[Button]] = []
    if ballot.status is S.OPEN:
        lines += [*_beside(page, ballot), page.texts("ballot-hint")]
        rows = taps(page, ballot) if voting.one_tap(ballot) and not ballot.secret else []
        rows.append([link(page, ballot, "ballot-go")])
    elif ballot.status in PUBLISHED:
        rows = [[link(page, ballot, "ballot-look")]]
    return Shown(text="\n".join(lines), buttons=rows)


def _beside(page: Page, ballot: Ballot) -> list[str]:
    """Say beside a ballot what was said of the matter, and what is objected (E06)."""
    topic = page.shelf.topics.get(ballot.topic)
    return [*said.talked(page, ballot), *said.objections(page, topic)]


def taps(page: Page, ballot: Ballot) -> list[list[Button]]:
    """Return a button an option: one tap is a whole vote."""
    every = [
        Button(
            cut(option(page, ballot, o), LONGEST_TAP),
            button(page, ballot, "ballot-go", f"mark={n}").data,
        )
        for n, o in enumerate(ballot.paper.options)
    ]
    return [every] if ballot.method == "motion" else [[each] for each in every]


def _standing(page: Page, ballot: Ballot) -> list[str]:
    """Say where it stands: until when, how many voted, how many people are still needed."""
    lines = []
    if ballot.status in {S.DRAFT, S.SCHEDULED}:
        lines.append(page.texts("ballot-opens", at=page.when(ballot.opens)))
    if ballot.status in {S.DRAFT, S.SCHEDULED, S.OPEN}:
        lines.append(page.texts("ballot-closes", at=page.when(ballot.closes)))
    if ballot.status is S.OPEN:
        lines += _turnout(page, ballot)
    elif ballot.status is S.PUBLISHED and ballot.contest_until:
        lines.append(page.texts("ballot-contestable", at=page.when(ballot.contest_until)))
    if ballot.status is not S.OPEN:
        lines.insert(0, page.texts(f"ballot-status-{ballot.status}"))
    return lines


def _turnout(page: Page, ballot: Ballot) -> list[str]:
    roll = _blocs(page, ballot)
    size, there = sum(b.count for b in roll), sum(b.count for b in roll if b.voted)
    kind = ballot.scope.kind
    lines = [page.texts("ballot-turnout", roll=size, there=there, kind=kind)]
    lines += said.classes(page, ballot, roll)
    if ballot.secret and (out := len(page.shelf.sealed.handed(ballot.id))):
        lines.append(page.texts("ballot-papers-out", count=out))
    if ballot.instrument not in road.ADVISORY:
        needed = needed_of(ballot.rule, roll)
        key = "ballot-needed" if needed else "ballot-enough"
        lines.append(page.texts(key, count=needed, kind=kind))
    return lines


def _blocs(page: Page, ballot: Ballot) -> Sequence[Bloc]:
    if ballot.secret:
        roll = page.shelf.ballots.roll(ballot.id)
        return blocs(roll, page.shelf.sealed.units(ballot.id))
    return page.shelf.ballots.turnout(ballot.id)


def _private(page: Page, ballot: Ballot) -> Shown:
    viewer = page.shelf.actor(page.delivery.reader)
    units = page.shelf.ballots.units_of(ballot.id, viewer.id)
    given = Given(by=viewer, at=_at(ballot), on_roll=bool(units))
    open_to = [a for a in road.choices(page.community, ballot, given) if a in BY_HAND]
    if ballot.status in UNOPENED and not open_to and not _officer(page):
        return Shown(text=page.texts("ballot-unopened-yet", number=ballot.number))
    rows = _voters(page, ballot, units) if ballot.status is S.OPEN else []
    rows += _officers(page, ballot, viewer)
    rows += pairs([button(page, ballot, f"ballot-action-{a}", str(a)) for a in open_to])
    if ballot.status is S.DRAFT and A.SCHEDULE in open_to:
        words = "ballot-unveil" if ballot.secret else "ballot-veil"
        rows.append([button(page, ballot, words, "veil")])
    judging = A.CERTIFY in open_to or ballot.status in PUBLISHED
    return Shown(text="\n".join(_read(page, ballot, units, judging=judging)), buttons=rows)


def _read(
    page: Page, ballot: Ballot, units: Sequence[VotingUnit], *, judging: bool
) -> Iterator[str]:
    yield from (*heading(page, ballot), scope(page, ballot), *_standing(page, ballot))
    if ballot.status in UNOPENED:
        yield from drafted(page, ballot)
    if judging and ballot.status in COUNTED and (found := page.shelf.ballots.result(ballot.id)):
        yield from results.result(page, ballot, found)
    if ballot.status is S.OPEN:
        yield from _beside(page, ballot)
    for unit in units:
        yield from _own(page, ballot, unit)
    if ballot.status is S.OPEN and not units:
        why = looking.without_vote(page.shelf, ballot, page.delivery.reader)
        yield page.texts(why or "ballot-not-on-roll")


def _voters(page: Page, ballot: Ballot, units: Sequence[VotingUnit]) -> list[list[Button]]:
    """Return what somebody on the roll may tap: his vote, and to be reminded."""
    if not units:
        return []
    asked = page.delivery.reader in page.shelf.reminders.of(ballot.id)
    words = "ballot-remind-no" if asked else "ballot-remind"
    return [*_voting(page, ballot), [button(page, ballot, words, "remind")]]


def _officers(page: Page, ballot: Ballot, viewer: Actor) -> list[list[Button]]:
    """Return what is for whoever enters votes, and for everybody once a secret box is counted."""
    rows = []
    free = may(viewer, Verb.ENTER_VOTE) and not conflicted(viewer, ballot.involved)
    if ballot.status is S.OPEN and free and not ballot.secret:
        rows.append([button(page, ballot, "ballot-enter", "enter")])
    if striking.judging(ballot, viewer):
        rows.append([button(page, ballot, "ballot-entries-look", "entries=0")])
    if ballot.status is S.OPEN and free and on_paper(ballot):
        rows += sealed.papers(page, ballot)
    if ballot.secret and ballot.status in PUBLISHED:
        rows.append([sealed.look(page, ballot)])
    return rows


def _at(ballot: Ballot) -> datetime:
    """Return a time in the window to contest: when it is over, the press says so."""
    return ballot.contest_until or ballot.closes


def _officer(page: Page) -> bool:
    return bool(page.shelf.actor(page.delivery.reader).offices)


def _own(page: Page, ballot: Ballot, unit: VotingUnit) -> list[str]:
    name = unit_name(page, unit.key)
    lines = [page.texts(f"ballot-unit-{ballot.scope.kind}", name=name)]
    if ballot.status is S.OPEN:
        lines += said.own(page, ballot, unit, _blocs(page, ballot))
    if ballot.secret:
        return lines if ballot.status is not S.OPEN else [*lines, page.texts("ballot-sealed-hint")]
    found = standing(page.shelf.ballots.votes(ballot.id, unit.key)).get(unit.key)
    if found is None:
        return [*lines, page.texts("ballot-unvoted")]
    by = "own" if found.own else "entered"
    return [*lines, page.texts("ballot-voted", marks=marked(page, ballot, found.marks), by=by)]


def _voting(page: Page, ballot: Ballot) -> list[list[Button]]:
    if ballot.secret:
        return sealed.taps(page, ballot)
    if voting.one_tap(ballot):
        return taps(page, ballot)
    return [[button(page, ballot, "ballot-go", "paper")]]
