"""What lies at the desk, what officers hold, words carried over, absences: as they are kept."""

from dataclasses import replace
from datetime import timedelta

import pytest

from governance.absences import Absence, AbsenceStatus, Held
from governance.cases import AssignmentStatus, CaseStatus
from governance.cases.heaps import LYING
from governance.refusals import Unknown
from governance.relays import Relay, RelayKind
from storage import absences, directory
from storage.absences import Absences
from storage.cases import Cases, Desks
from storage.relays import Relays
from tests.storage.test_cases import AT, a_case, held

T = AssignmentStatus
HOUR = timedelta(hours=1)


@pytest.fixture
def here(connection):
    return directory.community(connection, "xingfuli")


@pytest.fixture
def cases(connection, here):
    return Cases(connection, here, "xingfuli")


@pytest.fixture
def desks(connection, here, cases):
    return Desks(connection, here, cases)


@pytest.fixture
def relays(connection):
    return Relays(connection)


def said(case, **more):
    whole = {"kind": RelayKind.WORD, "sender": 5001, "officer": "", "at": AT, "text": "几点来？"}
    return Relay(case=case.id, **whole | more)


def ids(found):
    return [case.id for case in found]


def test_what_lies_there_is_read_oldest_first(cases, desks):
    second = cases.add(a_case(status=CaseStatus.CONTESTED, at=AT + HOUR))
    first = cases.add(a_case())
    cases.add(a_case(status=CaseStatus.IN_PROGRESS))

    assert ids(desks.lying(LYING)) == [first.id, second.id]


def test_a_wish_to_withdraw_and_an_open_question_lie_there_too(cases, desks, relays):
    leaving = cases.add(a_case(status=CaseStatus.IN_PROGRESS))
    cases.save(replace(leaving, leaving=True))
    asking, told = (cases.add(a_case(status=CaseStatus.DONE_REPORTED)) for _ in range(2))
    closed = cases.add(a_case(status=CaseStatus.CONFIRMED))
    for case in (asking, closed):
        relays.add(said(case))
    relays.add(said(told, officer="wang"))

    assert ids(desks.lying(LYING)) == [leaving.id, asking.id]


def test_the_heaps_of_another_community_are_its_own(connection, cases, desks):
    cases.add(a_case(assignments=(held(),)))
    other = directory.community(connection, "other")

    theirs = Desks(connection, other, Cases(connection, other, "other"))

    assert (theirs.lying(LYING), theirs.held_by("wang")) == ([], [])


@pytest.mark.parametrize(
    ("status", "mine"),
    [(T.OFFERED, True), (T.ACCEPTED, True), (T.TRANSFER_PENDING, True), (T.DONE, False)],
)
def test_an_officer_holds_what_was_offered_or_accepted(cases, desks, status, mine):
    cases.add(a_case(assignments=(held(status=status),)))

    assert bool(desks.held_by("wang")) is mine


def test_only_the_newest_assignment_counts_and_the_first_due_stands_first(cases, desks):
    cases.add(a_case(assignments=(held(), held("zhou"))))
    later = cases.add(a_case(assignments=(held(),), finish_by=AT + 3 * HOUR))
    sooner = cases.add(a_case(assignments=(held(),), finish_by=AT + HOUR))

    assert ids(desks.held_by("wang")) == [sooner.id, later.id]


@pytest.mark.parametrize(("status", "asked"), [(T.TRANSFER_PENDING, True), (T.ACCEPTED, False)])
def test_a_receiver_holds_it_while_he_is_asked(cases, desks, status, asked):
    cases.add(a_case(assignments=(held(status=status, receiver="liu"),)))

    assert bool(desks.held_by("liu")) is asked


def test_what_went_away_since_then_is_known(cases, desks):
    gone = cases.add(a_case(assignments=(held(status=T.TRANSFERRED), held("zhou"))))
    cases.add(a_case(assignments=(held(status=T.VERIFIED),)))

    found = [ids(desks.given_up("wang", since)) for since in (AT, AT + HOUR)]
    assert found == [[gone.id], []]


def test_the_place_at_the_desk_and_the_wish_for_quiet_are_kept_apart(desks):
    before = (desks.shown("he"), desks.quiet("he"))
    desks.turn("he", 7)
    desks.hush("he", quiet=True)
    desks.turn("he", 9)

    assert (before, desks.shown("he"), desks.quiet("he")) == ((0, False), 9, True)
    desks.hush("he", quiet=False)
    assert (desks.shown("he"), desks.quiet("he"), desks.shown("chen")) == (9, False, 0)


def test_words_are_read_as_they_were_said(cases, relays):
    case = cases.add(a_case())
    written = relays.add(said(case, photo="p", voice="v", kind=RelayKind.SUPPLEMENT))

    assert relays.get(written.id) == written
    assert relays.of_case(case.id) == [written]


def test_words_never_said_are_unknown(relays):
    with pytest.raises(Unknown):
        relays.get(404)


def test_words_are_counted_by_person_and_time(cases, relays):
    case = cases.add(a_case())
    for at in (AT, AT + HOUR):
        relays.add(said(case, at=at))
    relays.add(said(case, sender=2001))

    assert [relays.count(5001, since) for since in (AT - HOUR, AT, AT + HOUR)] == [2, 1, 0]


def test_what_was_answered_is_dealt_with_in_one_case_alone(cases, relays):
    one, other = cases.add(a_case()), cases.add(a_case())
    for case in (one, other):
        relays.add(said(case))

    relays.deal(one.id)

    assert [relays.of_case(c.id)[0].dealt for c in (one, other)] == [True, False]


def away(**more):
    whole = {"officer": "wang", "starts": AT, "ends": None, "substitute": "zhou"}
    return Absence(**whole | {"held": Held.KEEP} | more)


def test_an_absence_is_read_as_it_was_written_and_turned(connection, here):
    those = Absences(connection, here)
    written = those.add(away(ends=AT + HOUR, held=Held.HAND_OVER))
    begun = replace(written, status=AbsenceStatus.ON, ends=None)

    first = those.get(written.id)
    those.save(begun)

    assert (first, those.get(written.id)) == (written, begun)
    assert absences.away(connection, here) == {"wang": "zhou"}


def test_only_what_is_on_or_to_come_goes_on_the_earliest_first(connection, here):
    those = Absences(connection, here)
    later = those.add(away(starts=AT + HOUR))
    sooner = those.add(away())
    those.add(away(status=AbsenceStatus.OVER))
    those.add(away(officer="liu"))

    assert those.going_on("wang") == [sooner, later]
    assert absences.away(connection, here) == {}


def test_an_absence_of_another_community_is_unknown(connection, here):
    written = Absences(connection, here).add(away(status=AbsenceStatus.ON))
    other = directory.community(connection, "other")

    with pytest.raises(Unknown):
        Absences(connection, other).get(written.id)
    assert absences.away(connection, other) == {}


def test_whose_cases_were_merged_is_known_through_every_merger(cases):
    first, second, third = (cases.add(a_case(reporter=5000 + n)) for n in range(3))
    cases.save(replace(second, merged_into=first.id))
    cases.save(replace(third, merged_into=second.id))

    assert cases.get(first.id).followers == (5001, 5002)
    assert ids(cases.merged_into(first.id)) == [second.id, third.id]
    assert (cases.get(third.id).followers, cases.merged_into(third.id)) == ((), [])
