from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from governance.cases import (
    CLOSED,
    Assignment,
    AssignmentStatus,
    Case,
    CaseAction,
    CaseKind,
    CaseStatus,
    Passage,
    Urgency,
)
from governance.refusals import Conflict, Unknown
from storage import directory
from storage.cases import Cases
from storage.cases.shelf import _TWIN
from tests.bases import memory

AT = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)
TIMES = st.datetimes(timezones=st.just(UTC)).map(lambda t: t.replace(microsecond=0))
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)


@pytest.fixture
def shelf(connection):
    return Cases(connection, directory.community(connection, "xingfuli"), "xingfuli")


def a_case(**more):
    whole = {
        "community": "xingfuli",
        "reporter": 5001,
        "chat": -100,
        "message": 7,
        "text": "三号楼电梯坏了",
        "category": "lift",
        "building": "b3",
        "grid": "g2",
        "at": AT,
        "finish_by": AT + timedelta(days=2),
        "desk": "he",
    }
    return Case(**whole | more)


def held(officer="wang", status=AssignmentStatus.OFFERED, **more):
    return Assignment(officer=officer, status=status, at=AT, until=AT, **more)


def test_a_case_is_read_as_it_was_written(shelf):
    written = a_case(
        building=None,
        grid=None,
        photo="photo-1",
        calendar_known=False,
        reopened=1,
        bounces=2,
        first_responsible="wang",
        status=CaseStatus.IN_PROGRESS,
        assignments=(held(status=AssignmentStatus.DECLINED, note="忙"), held("liu")),
    )

    added = shelf.add(written)

    assert added == replace(written, id=1, number=1)
    assert shelf.get(1) == added
    assert shelf.numbered(1) == added


def test_numbers_count_in_each_community(connection, shelf):
    other = Cases(connection, directory.community(connection, "other"), "other")

    numbers = [shelf.add(a_case()).number, other.add(a_case()).number, shelf.add(a_case()).number]

    assert numbers == [1, 1, 2]


def test_a_case_of_another_community_is_unknown(connection, shelf):
    other = Cases(connection, directory.community(connection, "other"), "other")
    case = shelf.add(a_case())

    for look in (other.get, other.numbered):
        with pytest.raises(Unknown) as refused:
            look(case.id)
        assert refused.value.key == "refusal-no-case"
    assert other.from_message(-100, 7) is None


def test_a_saved_case_is_read_as_it_was_saved(shelf):
    case = shelf.add(a_case(assignments=(held(),)))
    moved = replace(
        case,
        status=CaseStatus.IN_PROGRESS,
        desk="chen",
        first_responsible="wang",
        reopened=1,
        bounces=1,
        assignments=(
            held(status=AssignmentStatus.TRANSFERRED, receiver="liu", note="忙", proof="photo-1"),
            held("liu", AssignmentStatus.ACCEPTED),
        ),
    )

    saved = shelf.save(moved)

    assert saved == replace(moved, version=1)
    assert shelf.get(case.id) == saved


def test_two_saves_of_one_reading_have_one_winner(shelf):
    read = shelf.add(a_case())
    first = shelf.save(replace(read, status=CaseStatus.ACCEPTED))

    with pytest.raises(Conflict):
        shelf.save(replace(read, status=CaseStatus.WITHDRAWN, assignments=(held(),)))

    assert shelf.get(read.id) == first


def test_a_case_never_written_cannot_be_saved(shelf):
    with pytest.raises(Conflict):
        shelf.save(a_case(id=404))


# one shelf for all examples: each adds a case of its own
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(at=TIMES, until=TIMES, text=TEXTS, note=TEXTS)
def test_times_and_texts_come_back_exactly(shelf, at, until, text, note):
    answering = replace(held(note=note), at=at, until=until)

    case = shelf.add(a_case(at=at, finish_by=until, text=text, assignments=(answering,)))
    shelf.passed(case.id, Passage(action=CaseAction.ACCEPT, officer="wang", at=at, note=note))

    assert shelf.get(case.id) == case
    assert [p.at for p in shelf.passages(case.id)] == [at]


def test_a_persons_cases_are_the_newest_ten_and_open_ones_first(shelf):
    for n in range(12):
        status = CaseStatus.CONFIRMED if n in {3, 11} else CaseStatus.ACCEPTED
        shelf.add(a_case(status=status))
    shelf.add(a_case(reporter=5002))

    assert [c.id for c in shelf.of_reporter(5001)] == [11, 10, 9, 8, 7, 6, 5, 3, 2, 1]


@pytest.mark.parametrize("status", CaseStatus)
def test_open_means_the_same_to_the_list_and_to_the_rules(shelf, status):
    shelf.add(a_case(status=CaseStatus.ACCEPTED))
    shelf.add(a_case(status=status))

    assert [c.id for c in shelf.of_reporter(5001)] == ([1, 2] if status in CLOSED else [2, 1])


def test_a_case_is_found_by_the_message_that_opened_it(shelf):
    case = shelf.add(a_case())

    assert shelf.from_message(-100, 7) == case
    assert [shelf.from_message(-100, 8), shelf.from_message(-200, 7)] == [None, None]


def test_steps_and_revisions_are_kept_in_order(shelf):
    case = shelf.add(a_case())
    steps = [
        Passage(action=action, officer="wang", at=AT, note="忙", to="liu")
        for action in (CaseAction.TRANSFER, CaseAction.ACCEPT)
    ]

    for step in steps:
        shelf.passed(case.id, step)
    for text in ("一", "二"):
        shelf.revise(case.id, AT, text)

    assert shelf.passages(case.id) == steps
    assert list(shelf.revisions(case.id)) == ["一", "二"]
    assert (shelf.passages(404), list(shelf.revisions(404))) == ([], [])


def test_a_linked_case_names_one_that_is_there(shelf):
    case = shelf.add(a_case())

    assert shelf.get(shelf.add(a_case(parent=case.id)).id).parent == case.id
    with pytest.raises(IntegrityError):
        shelf.add(a_case(parent=404))


def test_the_first_case_in_the_same_words_is_found_again(shelf):
    first = shelf.add(a_case())
    shelf.add(a_case(at=AT + timedelta(minutes=1)))

    assert shelf.same(5001, -100, "三号楼电梯坏了", AT) == first
    others = [(5002, -100, "三号楼电梯坏了"), (5001, -101, "三号楼电梯坏了"), (5001, -100, "电梯")]
    assert [shelf.same(*other, AT) for other in others] == [None] * 3
    assert shelf.same(5001, -100, "三号楼电梯坏了", AT + timedelta(minutes=2)) is None


def test_what_somebody_reported_long_ago_is_not_walked_for_what_he_says_now():
    with memory() as engine, engine.connect() as connection:  # a server has its statistics
        asked = _TWIN.compile(dialect=engine.dialect)
        rows = connection.exec_driver_sql(
            f"EXPLAIN QUERY PLAN {asked}", (1, 5001, 1, "电梯", 0, 1, 0)
        )
        steps = [row.detail for row in rows]

    assert "(community_id=? AND reporter=? AND at>?)" in steps[0]


def test_open_cases_of_a_kind_are_found_oldest_first(shelf):
    hazard, done = {"kind": CaseKind.HAZARD}, {"status": CaseStatus.CONFIRMED}
    added = [shelf.add(a_case(**more)) for more in (hazard, {}, hazard | done, hazard)]

    assert shelf.open_of_kind(CaseKind.HAZARD) == [added[0], added[3]]


def test_what_the_desk_puts_right_is_kept(shelf):
    changed = replace(
        shelf.add(a_case()),
        category="pets",
        building="b5",
        grid="g3",
        finish_by=AT + timedelta(days=9),
        kind=CaseKind.HAZARD,
        urgency=Urgency.WISH,
        summary="一句话",
        recorder="zhou",
    )

    assert shelf.get(1) != changed
    assert shelf.save(changed) == shelf.get(1) == replace(changed, version=1)


def test_what_was_reported_alike_is_found_with_its_reporters_oldest_first(shelf):
    here = {"category": "lift", "building": "b3"}
    found = [shelf.add(a_case(**here, reporter=person)) for person in (5001, 5002, 5001)]
    for other in (
        {"category": "noise", "building": "b3"},
        {"category": "lift", "building": "b4"},
        {**here, "behalf": "王奶奶"},
        {**here, "status": CaseStatus.WITHDRAWN},
        {**here, "at": AT - timedelta(days=40)},
    ):
        shelf.add(a_case(**other))

    alike = shelf.alike("lift", "b3", AT - timedelta(days=30))

    assert alike == [(found[0].id, 5001), (found[1].id, 5002), (found[2].id, 5001)]
