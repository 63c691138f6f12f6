from datetime import date, timedelta

import pytest
from sqlalchemy import update

from governance.grants import GrantAction, GrantStatus
from governance.refusals import NotAllowed, Refusal
from services.seats import ending
from storage import editions
from tests.services.seats.posts import (
    NEW,
    apply,
    claim,
    facts,
    grant,
    offices,
    replan,
    status,
    strike,
    take_up,
)
from tests.services.town import AT, CHEN, HE, LI, WANG, WU

FIRST = editions.EDITIONS.c.seq == 1
LAST = date(2026, 12, 31)
TERM = [  # days before, when it rings in Shanghai
    (30, "2026-12-01T09:00:00+08:00"),
    (7, "2026-12-24T09:00:00+08:00"),
    (0, "2027-01-01T00:00:00+08:00"),
]


@pytest.fixture
def serving(begun):
    """王师傅 in office until the end of the year, by grant 4."""
    replan(begun, "wang", term_ends=LAST)
    take_up(begun, "wang", WANG, CHEN)
    return begun


@pytest.fixture
def asked(serving):
    """陈主任 has asked to revoke it."""
    serving.do(CHEN, ending.ask_revoke, "wang", "@seat-left")
    return serving


def test_a_term_is_announced_twice_and_ends_by_itself(serving):
    zone = serving.roll.plan.calendar.zone

    alarms = [at.astimezone(zone).isoformat() for verb, at in serving.dues() if verb == "term"]

    assert alarms == [at for _, at in TERM]


@pytest.mark.parametrize(("rings", "days"), [(1, 30), (2, 7)])
def test_officer_and_committee_hear_of_the_end_of_a_term_ahead(serving, rings, days):
    for _ in range(rings):
        serving.ring("term")

    assert serving.told() == [
        ("seat-term-committee", CHEN),
        ("seat-term-committee", HE),
        ("seat-term-receiver", WANG),
    ]
    told = facts(serving, "seat-term-receiver", WANG)
    assert (told["days"], told["last"], told["post"]) == (days, "2026-12-31", "王师傅")
    assert offices(serving, WANG) == {"grid-worker"}


def test_at_the_end_of_the_term_the_office_is_over(serving):
    for _ in TERM:
        serving.ring("term")

    assert (status(serving, 4), offices(serving, WANG)) == (GrantStatus.EXPIRED, set())
    assert serving.audit() == ["seat_expire"]
    fresh = serving.fresh()
    assert ("seat-told-receiver-expire", WANG) in fresh
    assert ("seat-told-committee-expire", CHEN) in fresh
    assert serving.dues()[0] == ("vacate", serving.now)


def test_a_term_that_was_prolonged_does_not_end(serving):
    replan(serving, "wang", term_ends=LAST + timedelta(days=365))

    for _ in TERM:
        serving.ring("term")

    assert status(serving, 4) is GrantStatus.ACTIVE
    assert serving.told() == []


def test_a_term_that_was_struck_out_does_not_end(serving):
    replan(serving, "wang", term_ends=None)

    for _ in TERM:
        serving.ring("term")

    assert status(serving, 4) is GrantStatus.ACTIVE


def test_the_new_term_of_the_file_is_watched_once_it_was_looked_at(serving):
    replan(serving, "wang", term_ends=date(2027, 12, 31))

    serving.do(0, ending.terms)

    assert [verb for verb, _ in serving.dues()].count("term") == 6
    serving.do(0, ending.terms)
    assert [verb for verb, _ in serving.dues()].count("term") == 6


def test_only_what_is_still_ahead_is_announced(begun):
    replan(begun, "wang", term_ends=AT.date() + timedelta(days=10))

    take_up(begun, "wang", WANG, CHEN)

    assert [verb for verb, _ in begun.dues()].count("term") == 2


def test_a_term_that_is_over_already_ends_at_once(serving):
    replan(serving, "wang", term_ends=AT.date() - timedelta(days=1))
    serving.do(0, ending.terms)

    serving.ring("term")

    assert (status(serving, 4), serving.now) == (GrantStatus.EXPIRED, AT)


def test_who_left_the_file_leaves_office_under_the_name_that_the_file_gave_him(serving):
    strike(serving, "wang")

    serving.do(0, ending.terms)

    assert status(serving, 4) is GrantStatus.EXPIRED
    for key, person in (("seat-told-receiver-expire", WANG), ("seat-told-committee-expire", CHEN)):
        told = facts(serving, key, person)
        assert (told["post"], told["name"], told["offices"]) == ("王师傅", "王建国", "grid-worker")


def test_the_last_edition_that_named_a_holder_tells_his_name(serving):
    """Two editions later it is still known, and whoever never stood in a file is a dash."""
    strike(serving, "wang")
    apply(serving, serving.roll.plan.officers)
    with serving.engine.begin() as connection:
        editions.put(connection, serving.id, "without", at=0, by="test")

    serving.do(0, ending.terms)

    assert facts(serving, "seat-told-committee-expire", CHEN)["name"] == "王建国"
    with serving.work(0) as work:
        assert (work.community.called("wang"), work.community.called("nobody")) == ("王师傅", "—")
        assert work.community.known("nobody") is None


def test_an_old_edition_that_can_no_longer_be_read_costs_a_name_and_nothing_else(serving):
    strike(serving, "wang")
    with serving.engine.begin() as connection:
        connection.execute(update(editions.EDITIONS).values(text="old").where(FIRST))

    serving.do(0, ending.terms)

    assert facts(serving, "seat-told-committee-expire", CHEN)["name"] == "—"


def test_whoever_no_edition_names_is_a_dash(serving):
    apply(serving, [o for o in serving.roll.plan.officers if o.key != "wang"])

    serving.do(0, ending.terms)

    told = facts(serving, "seat-told-committee-expire", CHEN)
    assert (told["post"], told["name"], told["offices"]) == ("—", "—", "")


def test_a_look_at_the_terms_leaves_alone_who_is_not_in_office(begun):
    claim(begun, "wang", WANG)

    begun.do(0, ending.terms)

    assert status(begun, 4) is GrantStatus.CLAIMED


def test_an_alarm_finds_a_seat_already_given_up(asked):
    asked.do(WU, ending.decide, 4, GrantAction.REVOKE)

    for _ in TERM:
        asked.ring("term")

    assert (status(asked, 4), asked.told()) == (GrantStatus.REVOKED, [])


def test_a_member_of_the_committee_asks_and_supervision_is_shown_it(asked):
    kept = grant(asked, 4)

    assert (kept.status, kept.asked_by) == (GrantStatus.REVOKE_ASKED, "chen")
    assert (kept.reason, asked.audit()) == ("@seat-left", ["seat_ask-revoke"])
    assert [s for s in asked.fresh() if s[0].startswith("seat:")] == [(f"seat:4:wu:{3}", WU)]
    assert offices(asked, WANG) == {"grid-worker"}


@pytest.mark.parametrize("person", [LI, WANG, WU, NEW])
def test_nobody_else_asks_for_a_revocation(serving, person):
    with pytest.raises(NotAllowed) as refused:
        serving.do(person, ending.ask_revoke, "wang", "离任")

    assert refused.value.key == "refusal-execute"
    assert status(serving, 4) is GrantStatus.ACTIVE


def test_supervision_agrees_and_the_office_is_over(asked):
    asked.do(WU, ending.decide, 4, GrantAction.REVOKE)

    assert (status(asked, 4), offices(asked, WANG)) == (GrantStatus.REVOKED, set())
    assert asked.audit() == ["seat_revoke"]
    fresh = asked.fresh()
    assert ("seat-told-receiver-revoke", WANG) in fresh
    assert ("seat-told-committee-revoke", CHEN) in fresh
    assert facts(asked, "seat-told-receiver-revoke", WANG)["note"] == "@seat-left"
    assert asked.dues()[0] == ("vacate", asked.now)


def test_supervision_keeps_the_officer_and_the_committee_hears(asked):
    asked.do(WU, ending.decide, 4, GrantAction.KEEP)

    assert (status(asked, 4), offices(asked, WANG)) == (GrantStatus.ACTIVE, {"grid-worker"})
    assert ("seat-told-committee-keep", CHEN) in asked.fresh()
    assert WANG not in {chat for _, chat in asked.fresh()}
    assert "vacate" not in [verb for verb, _ in asked.dues()]


@pytest.mark.parametrize("person", [CHEN, HE, WANG, LI])
@pytest.mark.parametrize("action", [GrantAction.REVOKE, GrantAction.KEEP])
def test_nobody_but_supervision_decides(asked, person, action):
    with pytest.raises(NotAllowed) as refused:
        asked.do(person, ending.decide, 4, action)

    assert refused.value.key == "refusal-supervise"
    assert status(asked, 4) is GrantStatus.REVOKE_ASKED


def test_on_the_only_supervisor_the_township_decides(begun):
    take_up(begun, "liang", NEW, CHEN)
    begun.do(CHEN, ending.ask_revoke, "wu", "离任")

    with pytest.raises(NotAllowed) as refused:
        begun.do(WU, ending.decide, 3, GrantAction.KEEP)
    begun.do(NEW, ending.decide, 3, GrantAction.REVOKE)

    assert refused.value.key == "refusal-conflicted"
    assert status(begun, 3) is GrantStatus.REVOKED


def test_where_nobody_could_decide_it_is_not_asked(begun):
    with pytest.raises(Refusal) as refused:
        begun.do(CHEN, ending.ask_revoke, "wu", "离任")

    assert refused.value.key == "refusal-seat-nobody"
    assert status(begun, 3) is GrantStatus.ACTIVE


def test_a_vacant_post_cannot_be_revoked(begun):
    claim(begun, "wang", WANG)

    with pytest.raises(Refusal) as refused:
        begun.do(CHEN, ending.ask_revoke, "wang", "离任")
    assert refused.value.key == "refusal-seat-over"


def test_the_same_account_can_be_invited_again_after_its_office_ended(asked):
    asked.do(WU, ending.decide, 4, GrantAction.REVOKE)

    again = take_up(asked, "wang", WANG, HE)

    assert (again.status, offices(asked, WANG)) == (GrantStatus.ACTIVE, {"grid-worker"})
