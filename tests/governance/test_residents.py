from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product
from pathlib import Path

import pytest

from config.community import read
from governance import residents
from governance.dialogues import Dialogue, DialogueKind
from governance.directory import Actor, Role
from governance.refusals import NotAllowed, Refusal
from governance.residents import (
    BINDING,
    HERE,
    OWN,
    Deed,
    Residency,
    Resident,
    ResidentAction,
    ResidentStatus,
)

AT = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)  # a Monday, 09:00 in Shanghai
FILE = Path(__file__).parents[2] / "config" / "community.example.toml"
PLAN = read(FILE)
POSTS = {"wang": 2001, "liu": 2002, "zhou": 2003, "sun": 2004, "chen": 3001, "he": 3002}
COMMUNITY = replace(
    PLAN,
    officers=tuple(replace(o, telegram=POSTS.get(o.key, 0), away=False) for o in PLAN.officers),
)
A, S = ResidentAction, ResidentStatus
ZHAO, LI = 1003, 1001


def home(**more):
    given_ = {
        "id": 1,
        "person": ZHAO,
        "building": "b3",
        "door": "2-301",
        "residency": Residency.SETTLED,
        "status": S.PENDING,
        "asked_at": AT,
    }
    return Resident(**{**given_, **more})


def actor(key):
    return Actor(id=POSTS[key], officer=key, offices=COMMUNITY.officer(key).offices)


def absent(*keys, **more):
    officers = (replace(o, **more) if o.key in keys else o for o in COMMUNITY.officers)
    return replace(COMMUNITY, officers=tuple(officers))


# ── the table ──


def stepped(status, action, role):
    note = "" if action in residents.VERIFYING else "因为"
    deed = Deed(by=Actor(id=9, officer="chen"), at=AT, note=note)
    try:
        return residents.advance(home(status=status), action, frozenset({role}), deed).status
    except NotAllowed:
        return None


def test_a_step_is_taken_only_where_the_table_of_8_1_has_it():
    wanted = {
        (S.NONE, A.ASK, Role.RESIDENT): S.PENDING,
        (S.REFUSED, A.ASK, Role.RESIDENT): S.PENDING,
        (S.MOVED, A.ASK, Role.RESIDENT): S.PENDING,
        (S.PENDING, A.VERIFY, Role.GRID_WORKER): S.VERIFIED,
        (S.PENDING, A.VERIFY, Role.COMMITTEE): S.VERIFIED,
        (S.PENDING, A.MEET, Role.GRID_WORKER): S.VERIFIED,
        (S.PENDING, A.MEET, Role.COMMITTEE): S.VERIFIED,
        (S.VERIFIED, A.CONFIRM_AGE, Role.GRID_WORKER): S.VERIFIED,
        (S.VERIFIED, A.CONFIRM_AGE, Role.COMMITTEE): S.VERIFIED,
        (S.PENDING, A.DOUBT, Role.GRID_WORKER): S.PENDING,
        (S.PENDING, A.REFUSE, Role.COMMITTEE): S.REFUSED,
        (S.PENDING, A.MOVE, Role.RESIDENT): S.MOVED,
        (S.VERIFIED, A.MOVE, Role.RESIDENT): S.MOVED,
        (S.VERIFIED, A.MOVE, Role.COMMITTEE): S.MOVED,
        (S.VERIFIED, A.SUSPEND, Role.COMMITTEE): S.SUSPENDED,
        (S.SUSPENDED, A.RESTORE, Role.COMMITTEE): S.VERIFIED,
        (S.SUSPENDED, A.MOVE, Role.COMMITTEE): S.MOVED,
    }
    taken = {step: stepped(*step) for step in product(S, A, Role)}

    assert {step: target for step, target in taken.items() if target is not None} == wanted


@pytest.mark.parametrize("action", [A.DOUBT, A.REFUSE, A.SUSPEND, A.RESTORE])
def test_nobody_is_turned_away_without_a_reason(action):
    [step] = [s for s in BINDING.steps if s.action is action]
    [status] = step.sources

    with pytest.raises(Refusal, match="refusal-reason"):
        residents.advance(home(status=status), action, step.by, Deed(by=actor("chen"), at=AT))


def test_a_refusal_bears_the_name_of_a_human_and_the_reason():
    deed = Deed(by=actor("chen"), at=AT + timedelta(days=1), note="不住这里")

    after = residents.advance(home(), A.REFUSE, frozenset({Role.COMMITTEE}), deed)

    assert (after.decided_by, after.decided_at, after.note) == ("chen", deed.at, "不住这里")


def test_a_doubt_decides_nothing_and_asking_again_clears_it():
    doubt = Deed(by=actor("wang"), at=AT, note="没见到")
    doubted = residents.advance(home(), A.DOUBT, frozenset({Role.GRID_WORKER}), doubt)
    refused = replace(doubted, status=S.REFUSED)
    later = AT + timedelta(days=3)

    again = residents.advance(
        refused, A.ASK, frozenset({Role.RESIDENT}), Deed(by=Actor(id=ZHAO), at=later)
    )

    assert (doubted.status, doubted.doubted, doubted.decided_by) == (S.PENDING, True, "")
    assert doubted.asked_at == AT
    assert (again.doubted, again.note, again.asked_at, again.decided_at) == (
        False,
        "",
        later,
        None,
    )


def test_every_status_can_be_reached_and_what_is_ones_own_to_do_is_asking_and_moving():
    assert BINDING.reached(S.NONE) == frozenset(S)
    assert {A.ASK, A.MOVE} == OWN
    assert {S.PENDING, S.VERIFIED, S.SUSPENDED} == HERE


# ── who is what to it ──


@pytest.mark.parametrize(
    ("by", "roles"),
    [
        (Actor(id=ZHAO), {Role.RESIDENT}),
        (Actor(id=LI), set()),
        (actor("wang"), {Role.GRID_WORKER}),
        (actor("zhou"), {Role.GRID_WORKER}),
        (actor("liu"), set()),
        (actor("sun"), set()),
        (actor("chen"), {Role.COMMITTEE}),
        (actor("he"), {Role.COMMITTEE}),
    ],
    ids=lambda v: getattr(v, "officer", None),
)
def test_only_the_keepers_of_the_grid_and_the_committee_meet_a_resident(by, roles):
    assert residents.roles_in(home(), COMMUNITY, by) == roles


def test_a_worker_vouches_neither_for_himself_nor_for_his_household():
    wang = actor("wang")

    assert residents.roles_in(home(person=wang.id), COMMUNITY, wang) == {Role.RESIDENT}
    assert residents.roles_in(home(), COMMUNITY, wang, {wang.id}) == frozenset()


def test_an_officer_named_keeper_without_the_office_is_none():
    gone = Actor(id=2001, officer="wang", offices=frozenset({Role.MEDIATOR}))

    assert residents.roles_in(home(), COMMUNITY, gone) == frozenset()
    assert residents.readable(COMMUNITY, gone) == ()


def test_the_worker_is_asked_then_the_substitute_then_the_committee():
    asked = [
        residents.keeper(community, home())
        for community in (
            COMMUNITY,
            absent("wang", away=True),
            absent("wang", "zhou", away=True),
            absent("wang", "zhou", "chen", telegram=0),
            absent("wang", "zhou", "chen", "he", telegram=0),
        )
    ]

    assert asked == ["wang", "zhou", "chen", "he", ""]


def test_a_worker_is_not_asked_about_himself_or_his_household():
    assert residents.keeper(COMMUNITY, home(person=2001)) == "zhou"
    assert residents.keeper(COMMUNITY, home(), [2001]) == "zhou"


def test_a_building_that_the_file_no_longer_names_is_left_to_the_committee():
    gone = home(building="b9")

    assert residents.roles_in(gone, COMMUNITY, actor("wang")) == frozenset()
    assert residents.roles_in(gone, COMMUNITY, actor("chen")) == {Role.COMMITTEE}
    assert residents.keeper(COMMUNITY, gone) == "chen"


@pytest.mark.parametrize(
    ("key", "buildings"),
    [
        ("wang", ("b3", "b4")),
        ("liu", ("b1", "b2", "b5", "b6")),
        ("zhou", ("b1", "b2", "b3", "b4", "b5", "b6")),
        ("sun", ()),
        ("chen", ("b1", "b2", "b3", "b4", "b5", "b6")),
    ],
)
def test_a_door_is_read_by_the_keepers_of_its_grid_and_the_committee(key, buildings):
    assert residents.readable(COMMUNITY, actor(key)) == buildings


def test_the_committee_decides_as_far_as_it_is_seated():
    assert [o.key for o in residents.verifiers(absent("chen", telegram=0))] == ["he"]


# ── one person, several doors ──


def test_the_household_that_counts_is_where_one_lives_else_the_first():
    let = home(id=1, residency=Residency.AWAY, status=S.VERIFIED)
    lived = home(id=2, status=S.VERIFIED)
    asked = home(id=0, status=S.PENDING)

    assert residents.primary([asked, let, lived]) == lived
    assert residents.primary([let, replace(let, id=3)]) == let
    assert residents.primary([asked]) is None


# ── time ──


def test_who_waits_is_late_after_three_working_days():
    calendar = COMMUNITY.calendar

    morning = datetime(2026, 11, 5, 1, 0, tzinfo=UTC)

    assert not residents.is_late(calendar, home(), morning - timedelta(minutes=1))
    assert residents.is_late(calendar, home(), morning)


@pytest.mark.parametrize(
    ("after", "due"),
    [
        (AT, datetime(2026, 11, 9, 1, 0, tzinfo=UTC)),
        (AT + timedelta(days=6), datetime(2026, 11, 9, 1, 0, tzinfo=UTC)),
        (datetime(2026, 11, 8, 15, 59, tzinfo=UTC), datetime(2026, 11, 9, 1, 0, tzinfo=UTC)),
        (datetime(2026, 11, 8, 16, 0, tzinfo=UTC), datetime(2026, 11, 16, 1, 0, tzinfo=UTC)),
        # the Monday of the national holiday: the list waits for the first working day
        (datetime(2026, 9, 30, 1, 0, tzinfo=UTC), datetime(2026, 10, 8, 1, 0, tzinfo=UTC)),
    ],
)
def test_the_list_comes_once_a_week_on_its_first_working_morning(after, due):
    assert residents.next_list(COMMUNITY.calendar, after) == due


# ── the forms ──


def talk(kind, **data):
    return Dialogue(token="t", kind=kind, person=1, chat=1, expires=AT, data=data)


def test_joining_asks_building_door_and_residency_in_this_order():
    known = talk(DialogueKind.JOIN, building="b3")
    whole = talk(DialogueKind.JOIN, building="b3", door="301", residency="away")

    assert residents.JOIN.next(talk(DialogueKind.JOIN)).field == "building"
    assert residents.JOIN.next(known).field == "door"
    assert residents.JOIN.next(whole) is None
    assert residents.JOIN.offers(COMMUNITY, talk(DialogueKind.JOIN), "building", "b6")
    assert residents.JOIN.offers(
        COMMUNITY, replace(known, data={"building": "b3", "door": "1"}), "residency", "floating"
    )


@pytest.mark.parametrize("action", residents.REASONS)
def test_every_reason_of_an_action_can_be_tapped(action):
    asked = talk(DialogueKind.RESIDENT, action=str(action))

    assert residents.REASON.questions[0].choices(COMMUNITY, asked) == residents.REASONS[action]


def test_whatever_needs_a_reason_has_some_to_tap():
    of_whoever_works_away = residents.VERIFYING
    asked = {s.action for s in BINDING.steps if s.reason} | of_whoever_works_away
    assert asked == residents.REASONS.keys()
