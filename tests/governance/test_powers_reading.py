"""Who reads the whole of a case: of grid workers only those whose matter it is (N21)."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from governance import powers
from governance.cases import Assignment, AssignmentStatus, Case
from governance.directory import Actor
from tests.governance.seats import COMMUNITY

AT = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)
OFFICERS = {o.key: o for o in COMMUNITY.officers}
T = AssignmentStatus


def a_case(grid="g2", *assignments, **more):
    whole = {
        "community": COMMUNITY.key,
        "reporter": 5001,
        "chat": -100,
        "message": 7,
        "text": "三号楼电梯坏了",
        "category": "lift",
        "building": "b3",
        "at": AT,
        "finish_by": AT,
        "desk": "he",
    }
    return Case(**whole | more, grid=grid, assignments=assignments)


def asked(officer, status=T.DECLINED, receiver=""):
    return Assignment(officer=officer, status=status, at=AT, until=AT, receiver=receiver)


def reads(officer, case, community=COMMUNITY):
    post = OFFICERS[officer]
    actor = Actor(id=post.telegram, officer=officer, offices=post.offices)
    return powers.reads(community, case, actor)


@pytest.mark.parametrize("grid", COMMUNITY.grids, ids=lambda g: g.key)
@pytest.mark.parametrize("worker", ["wang", "liu", "zhou"])
def test_a_worker_reads_the_cases_of_the_grids_he_keeps_or_substitutes_in(worker, grid):
    assert reads(worker, a_case(grid.key)) is (worker in {grid.worker, grid.substitute})


@pytest.mark.parametrize("worker", ["wang", "liu", "zhou"])
def test_a_case_of_no_grid_is_read_by_no_worker(worker):
    assert reads(worker, a_case(None)) is False


@pytest.mark.parametrize("status", T)
def test_who_was_ever_asked_reads_it(status):
    assert reads("liu", a_case("g2", asked("liu", status), asked("zhou", T.OFFERED))) is True


def test_who_is_asked_to_take_it_over_reads_it_until_he_says_no():
    case = a_case("g2", asked("wang", T.TRANSFER_PENDING, receiver="liu"))
    kept = a_case("g2", asked("wang", T.ACCEPTED, receiver="liu"))

    assert (reads("liu", case), reads("liu", kept)) == (True, False)


def test_who_records_the_verdict_reads_it():
    assert reads("liu", a_case("g2", recorder="liu")) is True


@pytest.mark.parametrize("away", ["wang", "zhou"])
def test_who_stands_in_for_a_keeper_reads_it(away):
    officers = tuple(
        replace(o, away=True, stand_in="liu") if o.key == away else o for o in COMMUNITY.officers
    )
    community = replace(COMMUNITY, officers=officers)

    assert (reads("liu", a_case(), community), reads("liu", a_case())) == (True, False)


@pytest.mark.parametrize("officer", ["sun", "he", "chen", "wu"])
def test_those_who_see_to_the_whole_read_every_case(officer):
    assert reads(officer, a_case(None)) is True


@pytest.mark.parametrize("officer", ["zheng", "liang"])
def test_mediator_and_township_read_none_but_what_they_were_asked(officer):
    held = a_case("g2", asked(officer))

    assert (reads(officer, a_case()), reads(officer, held)) == (False, True)


def test_a_resident_reads_none_by_office():
    assert powers.reads(COMMUNITY, a_case("g2", asked("")), Actor(id=5002)) is False
