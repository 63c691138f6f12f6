from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from governance import grants as rules
from governance.cases import Assignment, AssignmentStatus, Case, CaseStatus
from governance.grants import IN_OFFICE, WAITING, Grant, GrantStatus
from governance.refusals import Conflict, Unknown
from storage import directory, grants
from storage.cases import Cases
from storage.grants import Grants

AT = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)


@pytest.fixture
def here(connection):
    return directory.community(connection, "xingfuli")


@pytest.fixture
def posts(connection, here):
    return Grants(connection, here)


def grant(officer="wang", status=GrantStatus.INVITED, person=0, word="word", **more):
    return Grant(
        officer=officer,
        status=status,
        person=person,
        token=rules.digest(word),
        invited_at=AT,
        expires=AT + timedelta(hours=72),
        **more,
    )


def test_a_grant_comes_back_as_it_was_written(posts):
    whole = {
        "claimed_at": AT,
        "confirmed_by": "chen",
        "confirmed_at": AT,
        "ends": date(2027, 1, 31),
        "ended_at": AT,
        "asked_by": "he",
        "reason": "离任",
    }
    plain, full = posts.add(grant()), posts.add(grant("liu", person=7, word="other", **whole))

    assert (posts.get(plain.id), posts.get(full.id)) == (plain, full)


def test_a_grant_is_found_by_the_digest_of_its_link_alone(posts):
    kept = posts.add(grant())

    assert posts.by_token(rules.digest("word")) == kept
    with pytest.raises(Unknown):
        posts.by_token("word")


def test_a_grant_that_is_not_there_is_unknown(posts):
    with pytest.raises(Unknown):
        posts.get(9)


def test_two_grants_never_share_a_link(posts):
    posts.add(grant())

    with pytest.raises(IntegrityError):
        posts.add(grant("liu"))


def test_a_change_is_written_once(posts):
    kept = posts.add(grant())

    moved = posts.save(replace(kept, status=GrantStatus.CLAIMED, person=7))
    assert (posts.get(kept.id), moved.version) == (moved, 1)
    with pytest.raises(Conflict):
        posts.save(replace(kept, person=8))


@pytest.mark.parametrize("status", sorted(IN_OFFICE))
def test_one_post_is_held_once(posts, status):
    posts.add(grant(status=status, person=7))

    with pytest.raises(IntegrityError):
        posts.add(grant(status=GrantStatus.ACTIVE, person=8, word="other"))


@pytest.mark.parametrize("status", sorted(IN_OFFICE))
def test_one_account_holds_one_post(posts, status):
    posts.add(grant(status=status, person=7))

    with pytest.raises(IntegrityError):
        posts.add(grant("liu", status=GrantStatus.ACTIVE, person=7, word="other"))


def test_whoever_left_may_hold_a_post_again(posts):
    posts.add(grant(status=GrantStatus.EXPIRED, person=7))

    assert posts.add(grant(status=GrantStatus.ACTIVE, person=7, word="other")).id == 2


@pytest.mark.parametrize("status", GrantStatus)
def test_a_post_is_seated_while_it_is_in_office(connection, here, posts, status):
    posts.add(grant(status=status, person=7))

    assert grants.seated(connection, here) == ({"wang": 7} if status in IN_OFFICE else {})
    assert len(posts.going_on()) == (status in IN_OFFICE | WAITING)


def test_the_grants_of_a_post_are_listed_newest_first(posts):
    for word in ("one", "two"):
        posts.add(grant(word=word))
    posts.add(grant("liu", word="three"))

    assert [g.id for g in posts.of("wang")] == [2, 1]


def test_another_communitys_posts_are_not_seen(connection, posts):
    other = Grants(connection, directory.community(connection, "elsewhere"))
    other.add(grant(status=GrantStatus.ACTIVE, person=7))

    assert (posts.going_on(), posts.of("wang")) == ([], [])
    with pytest.raises(Unknown):
        posts.by_token(rules.digest("word"))


HELD = {
    "offered": (AssignmentStatus.OFFERED, "wang", ""),
    "accepted": (AssignmentStatus.ACCEPTED, "wang", ""),
    "asked to take over": (AssignmentStatus.TRANSFER_PENDING, "liu", "wang"),
}


def case(connection, here, *assignments, **more):
    whole = {"status": CaseStatus.IN_PROGRESS, "desk": "he", **more}
    filed = Case(
        community="xingfuli",
        reporter=5001,
        chat=5001,
        message=0,
        text="灯坏了",
        category="lift",
        building=None,
        grid=None,
        at=AT,
        finish_by=AT,
        assignments=assignments,
        **whole,
    )
    return Cases(connection, here, "xingfuli").add(filed).id


def assigned(status, officer, receiver=""):
    return Assignment(officer=officer, status=status, at=AT, until=AT, receiver=receiver)


@pytest.mark.parametrize("held", HELD.values(), ids=HELD)
def test_an_officer_has_to_do_with_what_he_was_given(connection, here, posts, held):
    number = case(connection, here, assigned(*held))

    assert posts.duties("wang") == [number]


def test_an_officer_has_to_do_with_what_lies_at_his_desk(connection, here, posts):
    number = case(connection, here, status=CaseStatus.SUBMITTED)

    assert (posts.duties("he"), posts.duties("wang")) == ([number], [])


def test_only_the_newest_assignment_of_an_open_case_counts(connection, here, posts):
    left = assigned(AssignmentStatus.TIMED_OUT, "wang")
    taken = assigned(AssignmentStatus.ACCEPTED, "liu")
    number = case(connection, here, left, taken)
    case(connection, here, assigned(*HELD["accepted"]), status=CaseStatus.WITHDRAWN)

    assert (posts.duties("wang"), posts.duties("liu")) == ([], [number])


def test_a_post_that_was_ever_confirmed_is_known_whatever_became_of_it(posts):
    posts.add(grant())
    posts.add(grant("chen", GrantStatus.EXPIRED, 7, "w2", confirmed_at=AT))
    posts.add(grant("chen", GrantStatus.ACTIVE, 8, "w3", confirmed_at=AT))
    posts.add(grant("he", GrantStatus.REFUSED, 9, "w4", claimed_at=AT))

    assert posts.ever() == {"chen"}
