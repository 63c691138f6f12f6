"""A secret ballot from its first tap to the box: sealed, replaced, opened once, and nobody's."""

from collections import Counter
from dataclasses import replace

import pytest
from sqlalchemy import select

from bot.envelopes import Envelopes
from governance.ballots.base import Paper
from governance.ballots.bodies import BODIES
from governance.ballots.motion import MOTION
from governance.ballots.roll import Participant, Scope
from governance.ballots.states import BallotAction, BallotStatus
from governance.procedure import UnitKind
from governance.refusals import Conflict, NotAllowed, Refusal, Unknown
from governance.residents import ResidentStatus
from services.ballots import acting, boxes, looking, marking, sealing, veiling, voting
from storage.alarms import ALARMS
from storage.audit import AUDIT, DETAILS
from storage.outbox import OUTBOX
from tests.services.ballots.booth import (
    ballot,
    closed,
    draft,
    flats,
    live,
    move,
    opened,
    result,
    votes,
)
from tests.services.town import CHEN, GROUP, HE, LI, WU, ZHANG

A, S = BallotAction, BallotStatus
EIGHT = tuple(range(6001, 6009))
CHOICE = Paper(options=("长椅", "路灯", "花坛"), most=2)


@pytest.fixture
def town(town, tmp_path):
    """A town with a folder of keys, where eight households of building 3 are registered."""
    town.envelopes = Envelopes(tmp_path / "keys")
    town.keys = tmp_path / "keys"
    for number, person in enumerate(EIGHT):
        live(town, person, f"10{number}")
    return town


def codes(town, person, number=1):
    with town.work(person) as work:
        return sealing.codes(work, work.ballots.get(number), person)


def tap(town, person, option=0, *, chat=0, number=1):
    code = codes(town, person, number)[option]
    return town.do(person, sealing.press, number, code, chat or person)


def refused(town, person=EIGHT[0], code="", **more):
    def deed():
        if code:
            return town.do(person, sealing.press, 1, code, person)
        return tap(town, person, **more)

    with pytest.raises(Refusal) as found:
        deed()
    return found.value.key


def rows(town, *columns):
    with town.engine.begin() as connection:
        return connection.execute(select(*columns)).all()


def box(town, number=1):
    with town.work(0) as work:
        return list(work.sealed.marks(number)), list(work.sealed.slips(number))


def voted(town, number=1):
    with town.work(0) as work:
        return work.sealed.units(number)


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
    with pytest.raises(Conflict):
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


def test_the_close_spills_the_box_lets_the_rows_go_and_counts(town):
    opened(town, secret=True)
    slips = [s for n, p in enumerate(EIGHT) for s in tap(town, p, n % 2).slips]
    closed(town)

    marks, shown = box(town)
    assert Counter(map(str, marks)) == {"{'for': 1}": 4, "{'against': 1}": 4}
    assert shown == sorted(slips)
    assert not voted(town)
    found = result(town)
    assert found.whole.taking_part["heads"] == 8
    assert found.whole.tallies["heads"].of("for") == 4
    assert ballot(town).status is S.TALLIED
    with town.work(0) as work:
        assert work.sealed.owed()


def test_the_digest_in_the_audit_is_that_of_the_box_and_knows_no_order(town):
    opened(town, secret=True)
    for person in EIGHT:
        tap(town, person)
    closed(town)

    marks, slips = box(town)
    said = boxes.digest(marks, slips)
    assert said == boxes.digest(reversed(marks), reversed(slips))
    assert any(d.detail.get("digest") == said for d in rows(town, DETAILS.c.detail))
    assert boxes.digest(marks[1:], slips) != said


def test_classes_are_shown_only_where_they_tell_on_nobody(town, monkeypatch):
    made = draft(town, secret=True)
    town.do(CHEN, acting.press, made.id, A.SCHEDULE)
    frozen = acting.rolling.frozen

    def in_classes(work, of):
        roll = frozen(work, of)
        party = Participant.PARTY
        units = (replace(u, participant=party) if n < 5 else u for n, u in enumerate(roll.units))
        return replace(roll, units=tuple(units))

    for person in (LI, ZHANG):
        live(town, person, f"20{person}")
    monkeypatch.setattr(acting.rolling, "frozen", in_classes)
    town.ring("ballot_open")
    for n, person in enumerate((*EIGHT, LI, ZHANG)):
        tap(town, person, n % 2)
    made = ballot(town)
    with town.work(0) as work:
        shown = boxes._counted(work, made, boxes._opened(work, made), {})
    assert set(shown.classes) == {Participant.PARTY, Participant.RESIDENT}

    tap(town, EIGHT[6], 1)  # now all residents but one say the same
    tap(town, LI, 1)
    closed(town)
    assert result(town).classes == {}


@pytest.mark.parametrize(
    ("changed", "households", "why"),
    [
        ({"body": "owners-ordinary"}, 8, "area"),
        ({}, 3, "small-roll"),
    ],
)
def test_secrecy_is_refused_as_it_opens_and_the_drafter_hears_why(town, changed, households, why):
    flats(town, ("900", 100, "1", False))
    for person in EIGHT[households:]:
        with town.work(0) as work:
            [home] = work.residents.of(person)
        move(town, home, ResidentStatus.MOVED)
    scope = Scope(kind=UnitKind.HOUSEHOLD, buildings=frozenset({"b3"}))
    opened(town, secret=True, **changed, **({} if changed else {"scope": scope}))

    assert ballot(town).status is S.SCHEDULED
    [told] = [d for d in town.deliveries() if d.key == "ballot-unopened"]
    assert (told.facts["reason"], told.facts["why"]) == ("refusal-ballot-secret", why)


def test_a_draft_is_made_secret_and_open_again_before_it_is_scheduled(town):
    made = draft(town)

    assert town.do(CHEN, veiling.turn, made.id).secret
    assert town.audit() == ["turn-ballot"]
    assert not town.do(CHEN, veiling.turn, made.id).secret
    with pytest.raises(NotAllowed):
        town.do(LI, veiling.turn, made.id)
    town.do(CHEN, acting.press, made.id, A.SCHEDULE)
    with pytest.raises(NotAllowed):
        town.do(CHEN, veiling.turn, made.id)


def test_a_draft_that_cannot_be_secret_says_why_at_once(town):
    flats(town, ("900", 100, "1", False))
    made = draft(town, body="owners-ordinary")

    with pytest.raises(Refusal) as found:
        town.do(CHEN, veiling.turn, made.id)
    assert found.value.facts == {"why": "area", "who": "", "units": 0, "least": 5}


def test_without_the_key_nothing_closes_and_the_operator_is_told(town):
    opened(town, secret=True)
    tap(town, EIGHT[0])
    [key] = town.keys.iterdir()
    away = key.rename(town.keys / "elsewhere")

    assert town.do(EIGHT[1], sealing.press, 1, "x", EIGHT[1]) is None
    assert rows(town, ALARMS.c.key) == [("ballot-key",)]
    for _ in range(4):
        town.ring("ballot_close")
    assert ballot(town).status is S.OPEN
    assert voted(town) == {"b3/100"}
    assert ("ballot-key", "ballot:1") in rows(town, ALARMS.c.key, ALARMS.c.what)

    away.rename(key)
    closed(town)
    assert result(town).whole.taking_part["heads"] == 1


def test_a_ballot_that_is_voided_lets_its_envelopes_go_unopened(town):
    opened(town, secret=True)
    tap(town, EIGHT[0])
    town.do(CHEN, acting.act, 1, A.ASK_VOID, "名册有误")
    town.do(WU, acting.act, 1, A.VOID, "名册有误")

    assert ballot(town).status is S.VOIDED
    assert not voted(town)
    assert box(town) == ([], [])
    with town.work(0) as work:
        assert [b for b, _ in work.sealed.owed()] == [1]


def test_an_open_ballot_that_is_voided_has_no_key_to_destroy(town):
    opened(town)
    town.do(CHEN, acting.act, 1, A.ASK_VOID, "名册有误")
    town.do(WU, acting.act, 1, A.VOID, "名册有误")

    with town.work(0) as work:
        assert work.sealed.owed() == []


def test_slips_are_shown_once_the_result_is_published(town):
    opened(town, secret=True)
    tap(town, EIGHT[0])
    with pytest.raises(NotAllowed):
        town.do(HE, looking.slips, 1, 0)
    closed(town)
    town.do(WU, acting.press, 1, A.CERTIFY)

    town.do(EIGHT[0], looking.slips, 1, 0)

    [told] = [d for d in town.deliveries() if d.key == "ballot-slips"]
    assert told.address.chat == EIGHT[0]
    assert box(town)[1][0] not in str(told.facts)
