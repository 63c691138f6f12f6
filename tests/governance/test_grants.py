from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest

from governance import grants
from governance.dialogues import Dialogue, DialogueKind
from governance.directory import THE_CLOCK, THE_OPERATOR, Actor, Role
from governance.grants import IN_OFFICE, OVER, REFUSING, REVOKING, WAITING, Grant, GrantStatus
from governance.grants import GrantAction as A
from governance.grants import GrantStatus as S
from governance.refusals import NotAllowed, Refusal, Unknown
from tests.governance.seats import COMMUNITY, vacant

AT = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)
ACTORS = {
    "clock": THE_CLOCK,
    "operator": THE_OPERATOR,
    "resident": Actor(id=5001),
    "worker": Actor(id=2001, officer="wang", offices=frozenset({Role.GRID_WORKER})),
    "committee": Actor(id=3001, officer="chen", offices=frozenset({Role.COMMITTEE})),
    "supervision": Actor(id=4001, officer="wu", offices=frozenset({Role.SUPERVISION})),
    "township": Actor(id=4101, officer="liang", offices=frozenset({Role.TOWNSHIP})),
}
EVERYBODY = set(ACTORS)
WITNESSES = {"committee", "supervision", "township"}
# from, action, to, by whom: 8.2 as it is meant, beside the table of the code
MEANT = {
    (S.INVITED, A.CLAIM): (S.CLAIMED, EVERYBODY),
    (S.CLAIMED, A.CONFIRM): (S.ACTIVE, WITNESSES | {"operator"}),
    (S.CLAIMED, A.REFUSE): (S.REFUSED, WITNESSES),
    (S.INVITED, A.WITHDRAW): (S.WITHDRAWN, {"operator"}),
    (S.CLAIMED, A.WITHDRAW): (S.WITHDRAWN, {"operator"}),
    (S.INVITED, A.LAPSE): (S.LAPSED, {"clock"}),
    (S.ACTIVE, A.EXPIRE): (S.EXPIRED, {"clock"}),
    (S.REVOKE_ASKED, A.EXPIRE): (S.EXPIRED, {"clock"}),
    (S.ACTIVE, A.ASK_REVOKE): (S.REVOKE_ASKED, {"committee"}),
    (S.REVOKE_ASKED, A.REVOKE): (S.REVOKED, {"supervision", "township"}),
    (S.REVOKE_ASKED, A.KEEP): (S.ACTIVE, {"supervision", "township"}),
}


def grant(status=S.INVITED, officer="wang", **more):
    held = {"person": 2009} if status is not S.INVITED else {}
    return Grant(
        id=1,
        officer=officer,
        status=status,
        token=grants.digest("word"),
        invited_at=AT,
        expires=AT + timedelta(hours=72),
        **{**held, **more},
    )


def stepped(status, action, who):
    """Return what becomes of a grant and when it ended, or how the step is refused."""
    try:
        after = grants.advance(grant(status), action, ACTORS[who], AT, reason="说明")
    except Refusal as refused:
        return type(refused)
    return after.status, after.ended_at


@pytest.mark.parametrize("status", S)
def test_a_post_takes_the_steps_that_are_meant_and_no_other(status):
    refused = Unknown if status in OVER else NotAllowed
    meant = dict.fromkeys(product(A, ACTORS), refused)
    for (before, action), (target, by) in MEANT.items():
        if before is status:
            meant |= {(action, who): (target, AT if target in OVER else None) for who in by}

    assert {(a, who): stepped(status, a, who) for a, who in product(A, ACTORS)} == meant


def test_every_status_is_waiting_in_office_or_over_and_each_can_be_reached():
    assert set(S) == WAITING | IN_OFFICE | OVER
    assert len(WAITING) + len(IN_OFFICE) + len(OVER) == len(S)
    assert grants.LIFECYCLE.reached(S.INVITED) == set(S)


def test_an_action_tells_the_same_people_whoever_takes_it():
    """The notices look a step up by its action and where it began."""
    rows = [(s.action, source) for s in grants.LIFECYCLE.steps for source in s.sources]

    assert len(set(rows)) == len(rows)


def test_a_claim_is_taken_back_by_nobody_but_its_claimant_and_the_operator():
    own, other = Actor(id=2009), Actor(id=5001)

    taken_back = grants.advance(grant(S.CLAIMED), A.WITHDRAW, own, AT)

    assert taken_back.status is S.WITHDRAWN
    with pytest.raises(NotAllowed):
        grants.advance(grant(S.CLAIMED), A.WITHDRAW, other, AT)
    with pytest.raises(NotAllowed):
        grants.advance(grant(S.CLAIMED), A.CONFIRM, own, AT)


@pytest.mark.parametrize(("status", "action"), [(S.CLAIMED, A.REFUSE), (S.ACTIVE, A.ASK_REVOKE)])
def test_whoever_refuses_or_asks_to_revoke_says_why(status, action):
    with pytest.raises(Refusal) as refused:
        grants.advance(grant(status), action, ACTORS["committee"], AT)

    assert refused.value.key == "refusal-reason"


def test_a_claim_names_the_account_and_a_confirmation_the_second_person():
    claimed = grants.advance(grant(), A.CLAIM, ACTORS["resident"], AT)
    active = grants.advance(claimed, A.CONFIRM, ACTORS["committee"], AT)

    assert (claimed.person, claimed.claimed_at) == (5001, AT)
    assert (active.confirmed_by, active.confirmed_at) == ("chen", AT)


def test_the_operators_confirmation_bears_his_name():
    active = grants.advance(grant(S.CLAIMED), A.CONFIRM, THE_OPERATOR, AT)

    assert active.confirmed_by == "operator"


def test_a_request_that_was_turned_down_leaves_no_mark():
    asked = grants.advance(grant(S.ACTIVE), A.ASK_REVOKE, ACTORS["committee"], AT, reason="离任")
    kept = grants.advance(asked, A.KEEP, ACTORS["supervision"], AT)

    assert (asked.asked_by, asked.reason) == ("chen", "离任")
    assert (kept.asked_by, kept.reason, kept.status) == ("", "", S.ACTIVE)


def test_of_a_link_only_a_digest_is_kept():
    assert grants.digest("word") != "word"
    assert grants.digest("word") != grants.digest("Word")
    assert len(grants.digest("")) == 64


def keys(officers):
    return [o.key for o in officers]


def test_the_committee_and_supervision_confirm_but_never_the_claimant():
    assert keys(grants.witnesses(COMMUNITY, grant(S.CLAIMED))) == ["chen", "he", "wu"]
    claimed = grant(S.CLAIMED, officer="chen", person=3001)
    assert keys(grants.witnesses(COMMUNITY, claimed)) == ["he", "wu"]


def test_supervision_decides_on_a_revocation():
    asked = grant(S.REVOKE_ASKED, person=2001, asked_by="chen")

    assert keys(grants.judges(COMMUNITY, asked)) == ["wu"]


def test_on_the_only_supervisor_the_township_decides():
    asked = grant(S.REVOKE_ASKED, officer="wu", person=4001, asked_by="chen")

    assert keys(grants.judges(COMMUNITY, asked)) == ["liang"]


def test_whoever_asked_for_a_revocation_does_not_decide_on_it():
    asked = grant(S.REVOKE_ASKED, person=2001, asked_by="wu")

    assert keys(grants.judges(COMMUNITY, asked)) == ["liang"]


@pytest.mark.parametrize(
    ("status", "expected"),
    [(S.CLAIMED, ["chen", "he", "wu"]), (S.REVOKE_ASKED, ["wu"]), (S.ACTIVE, []), (S.INVITED, [])],
)
def test_a_grant_waits_for_the_word_of_these(status, expected):
    assert keys(grants.deciders(COMMUNITY, grant(status))) == expected


@pytest.mark.parametrize(
    ("free", "ever", "officer", "expected"),
    [
        (("chen", "he", "wu"), (), "chen", True),
        (("chen", "he", "wu"), (), "wu", True),
        (("chen", "he", "wu"), (), "wang", False),
        (("chen", "he"), ("wu",), "he", True),
        (("chen", "he"), ("wu", "wang", "liu"), "he", True),
        (("chen",), ("he", "wu"), "chen", False),
        (("chen", "he"), ("chen", "wu"), "chen", False),
        (("chen", "he"), ("wu", "gone"), "chen", False),
        (("chen", "he", "wu"), ("chen", "he", "wu"), "chen", True),
        (("chen", "he", "wu"), ("chen", "he", "wu"), "wang", False),
        (("chen", "he", "wu"), (), "nobody", False),
    ],
)
def test_the_operator_confirms_the_first_two_seats_or_where_no_witness_is_left(
    free, ever, officer, expected
):
    assert grants.founding(vacant(COMMUNITY, *free), officer, frozenset(ever)) is expected


@pytest.mark.parametrize(
    ("term", "own", "expected"),
    [
        (None, None, None),
        (date(2029, 6, 30), None, date(2029, 6, 30)),
        (None, date(2027, 1, 31), date(2027, 1, 31)),
        (date(2029, 6, 30), date(2027, 1, 31), date(2027, 1, 31)),
        (date(2026, 6, 30), date(2027, 1, 31), date(2026, 6, 30)),
    ],
)
def test_the_earlier_of_both_ends_counts(term, own, expected):
    officers = tuple(replace(o, term_ends=term) for o in COMMUNITY.officers)

    assert grants.last_day(replace(COMMUNITY, officers=officers), grant(ends=own)) == expected


def test_a_term_ends_at_midnight_after_its_last_day_and_is_announced_in_the_morning():
    zone = COMMUNITY.calendar.zone

    assert grants.ends_at(date(2026, 12, 31), zone).isoformat() == "2027-01-01T00:00:00+08:00"
    announced = grants.warned_at(date(2026, 12, 31), 30, zone)
    assert announced.isoformat() == "2026-12-01T09:00:00+08:00"


def talk(kind, **data):
    return Dialogue(token="t", kind=kind, person=3001, chat=3001, expires=AT, data=data)


def test_only_who_is_in_office_can_be_proposed_for_revocation():
    community = vacant(COMMUNITY, "wang")
    asked = REVOKING.next(talk(DialogueKind.ASK_REVOKE))

    assert "wang" not in asked.choices(community, talk(DialogueKind.ASK_REVOKE))
    assert "liu" in asked.choices(community, talk(DialogueKind.ASK_REVOKE))


@pytest.mark.parametrize("form", [REFUSING, REVOKING], ids=lambda f: f.kind)
def test_a_reason_can_be_tapped_or_written(form):
    [reason] = [q for q in form.questions if q.field == "reason"]

    assert (reason.words, reason.optional) == (True, False)
    assert reason.choices(COMMUNITY, talk(form.kind)) == grants.REASONS[form.kind]


def test_a_new_grant_is_an_invitation_to_nobody_yet():
    assert (grant().status, grant().person) == (GrantStatus.INVITED, 0)
