"""A tap in a secret ballot: sealed as it comes, replaced by the next, refused where it must."""

from dataclasses import replace
from datetime import timedelta

import pytest

from governance.ballots.base import Paper
from governance.ballots.bodies import BODIES
from governance.ballots.motion import MOTION
from governance.ballots.roll import Scope
from governance.ballots.states import BallotAction, BallotStatus
from governance.procedure import UnitKind
from governance.refusals import Refusal, Unknown
from governance.residents import ResidentStatus
from services.ballots import marking, reminding, sealing, voting
from storage.audit import AUDIT, DETAILS
from storage.outbox import OUTBOX
from tests.services.ballots.booth import (
    closed,
    flats,
    live,
    move,
    opened,
    votes,
)
from tests.services.ballots.cabin import EIGHT, box, codes, refused, rows, tap, town, voted
from tests.services.town import CHEN, GROUP, LI

__all__ = ["town"]
A, S = BallotAction, BallotStatus
CHOICE = Paper(options=("长椅", "路灯", "花坛"), most=2)


def test_a_tap_is_a_vote_and_its_slip_is_told_once(town):
    opened(town, secret=True)

    cast = tap(town, EIGHT[0])

    assert cast.marks == {"for": 1}
    [slip] = cast.slips
    assert len(slip) == 8
    assert slip.isalnum()
    assert voted(town) == {"b3/100"}
    assert votes(town) == {}
    for table in (OUTBOX, AUDIT, DETAILS):
        assert rows(town, *table.c)
        assert slip not in str(rows(town, *table.c))


def test_that_somebody_voted_in_secret_is_shown_soon_as_a_number(town):
    opened(town, secret=True)
    for person in EIGHT[:2]:
        tap(town, person)

    assert [verb for verb, _ in town.dues() if verb == "ballot_turnout"] == ["ballot_turnout"]
    town.ring("ballot_turnout")
    assert ("ballot:1:0:0", GROUP) in town.told()


def test_what_stands_in_the_rows_is_of_one_length_whatever_it_says(town):
    opened(town, secret=True, method="choice", paper=CHOICE)
    tap(town, EIGHT[0])
    tap(town, EIGHT[1], 2)
    tap(town, EIGHT[1], 1)

    with town.work(0) as work:
        envelopes = [e for _, e in work.sealed.envelopes(1)]

    assert len(envelopes) == 2
    assert len({len(e) for e in envelopes}) == 1


def test_a_new_tap_writes_the_row_over_and_gives_a_new_slip(town):
    opened(town, secret=True)
    first, second = tap(town, EIGHT[0]), tap(town, EIGHT[0], 1)
    closed(town)

    assert first.slips != second.slips
    assert box(town) == ([{"against": 1}], list(second.slips))


@pytest.mark.parametrize(
    ("method", "paper", "taps", "expected"),
    [
        ("motion", MOTION, [0, 2], {"abstain": 1}),
        ("motion", MOTION, [1, 1], {"against": 1}),
        ("choice", replace(CHOICE, most=1), [0, 1], {"路灯": 1}),
        ("choice", replace(CHOICE, most=1), [1, 1], {"路灯": 1}),
        ("choice", CHOICE, [0, 1], {"长椅": 1, "路灯": 1}),
        ("choice", CHOICE, [0, 1, 0], {"路灯": 1}),
        ("choice", CHOICE, [0, 0], {}),
        ("score", replace(CHOICE, best=3), [0, 0, 1], {"长椅": 2, "路灯": 1}),
        ("score", replace(CHOICE, best=3), [0] * 4, {}),
        ("borda", CHOICE, [2, 0], {"花坛": 1, "长椅": 2}),
        ("schulze", CHOICE, [2, 0, 2], {"长椅": 1}),
    ],
)
def test_each_tap_marks_on_from_what_the_same_person_marked(town, method, paper, taps, expected):
    opened(town, secret=True, method=method, paper=paper)

    for option in taps:
        cast = tap(town, EIGHT[0], option)

    assert cast.marks == expected
    closed(town)
    assert box(town)[0] == [expected]


def test_no_more_is_marked_than_the_paper_allows(town):
    opened(town, secret=True, method="choice", paper=CHOICE)
    tap(town, EIGHT[0])
    tap(town, EIGHT[0], 1)

    assert refused(town, option=2) == "refusal-vote-most"


def test_what_another_of_the_household_marked_is_not_shown_and_not_marked_on(town):
    live(town, LI, "100")
    opened(town, secret=True, method="choice", paper=CHOICE)
    tap(town, LI, 0)

    assert tap(town, EIGHT[0], 1).marks == {"路灯": 1}
    closed(town)
    assert box(town)[0] == [{"路灯": 1}]


def test_a_later_press_that_was_done_first_stands(town):
    live(town, LI, "100")
    opened(town, secret=True)
    code, later = codes(town, EIGHT[0])[0], codes(town, LI)[1]

    def press(work, person_code, order):
        work.order = order
        return sealing.press(work, 1, person_code, work.by.id)

    town.do(LI, press, later, 9)
    with pytest.raises(Refusal, match="refusal-vote-overtaken"):
        town.do(EIGHT[0], press, code, 8)
    closed(town)
    assert box(town)[0] == [{"against": 1}]


def test_it_is_voted_in_only_in_private_and_by_the_button_of_ones_own(town):
    opened(town, secret=True)

    assert refused(town, chat=GROUP) == "refusal-vote-private"
    assert refused(town, code=codes(town, EIGHT[1])[0]) == "refusal-no-dialogue"
    assert refused(town, code="for") == "refusal-no-dialogue"
    assert refused(town, LI) == "refusal-vote-roll"
    with pytest.raises(Refusal, match="refusal-vote-private"):
        town.do(EIGHT[0], voting.press, 1, 0, EIGHT[0])
    with pytest.raises(Unknown):
        town.do(EIGHT[0], marking.open_paper, 1, EIGHT[0])
    assert not voted(town)


def test_an_open_ballot_has_no_such_buttons(town):
    opened(town)

    assert refused(town, code="for") == "refusal-no-dialogue"


def test_it_is_too_late_for_whoever_presses_after_the_close(town):
    opened(town, secret=True)
    tap(town, EIGHT[1])
    code = codes(town, EIGHT[0])[0]
    closed(town)

    assert refused(town, code=code) == "refusal-vote-late"


def test_a_tap_counts_by_when_it_was_written_down_and_not_by_when_its_turn_comes(town):
    made = opened(town, secret=True)
    first, second = codes(town, EIGHT[0])[0], codes(town, EIGHT[1])[1]

    def press(work, code, heard):
        work.heard = heard
        return sealing.press(work, 1, code, work.by.id)

    town.now = made.closes + timedelta(minutes=1)
    town.do(EIGHT[0], press, first, made.closes - timedelta(milliseconds=1))
    with pytest.raises(Refusal, match="refusal-vote-late"):
        town.do(EIGHT[1], press, second, made.closes)
    closed(town)
    assert box(town)[0] == [{"for": 1}]


def test_whoever_moved_out_votes_no_more(town):
    with town.work(0) as work:
        [home] = work.residents.of(EIGHT[0])
    opened(town, secret=True)
    move(town, home, ResidentStatus.MOVED)

    assert refused(town) == "refusal-vote-moved"


def test_an_owner_of_several_heads_has_a_slip_for_each(town):
    flats(
        town,
        *((f"10{n}", 100, str(n + 1), False) for n in range(5)),
        ("105", 100, "1 2", False),
    )
    with town.work(CHEN) as work:
        work.flats.link("1", EIGHT[0], "chen", work.now)
    by_heads = BODIES["residents-households"].rule
    scope = Scope(kind=UnitKind.OWNER, buildings=frozenset({"b3"}))
    opened(town, secret=True, scope=scope, rule=by_heads)

    cast = tap(town, EIGHT[0])

    assert len(set(cast.slips)) == 2
    closed(town)
    assert box(town) == ([{"for": 1}] * 2, sorted(cast.slips))


def test_of_a_secret_ballot_only_who_asked_and_has_no_envelope_in_it_is_reminded(town):
    opened(town, secret=True)
    for person in EIGHT[:2]:
        town.do(person, reminding.turn, 1)
    tap(town, EIGHT[0])

    town.ring("ballot_remind")

    assert [c for k, c in town.told() if k == "ballot-reminder-own"] == [EIGHT[1]]
