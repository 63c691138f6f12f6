from dataclasses import replace
from datetime import UTC, datetime

import pytest

from governance.mediation import (
    Dispute,
    DisputeAction,
    DisputeStatus,
    DisputeType,
    Entry,
    PartyPair,
)
from governance.mediation.screening import Screening
from governance.refusals import Conflict, Unknown
from storage import directory
from storage.mediation import Disputes

AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
PLAIN = Dispute(community="xingfuli", reporter=1001, at=AT)
WHOLE = replace(
    PLAIN,
    status=DisputeStatus.ASSIGNED,
    entered_by=7,
    behalf="老张",
    type=DisputeType.LAND,
    pair=PartyPair.OWNERS,
    building="b3",
    since="weeks",
    tried="talked",
    wishes="安静",
    text="半夜吵",
    voice="v",
    named=True,
    parties=("wang", "the_committee"),
    kin=("ma",),
    persons=(2001, 2006),
    declared=True,
    kin_named=True,
    flagged=True,
    raised=2,
    acknowledged_by="zheng",
    called=("zheng", "he"),
    rounds=3,
    mediator="zheng",
    anyone=True,
    declined=("ma",),
    withdrawal_asked=True,
    office="司法所",
    place="和平路",
    phone="123",
)


@pytest.fixture
def disputes(connection):
    community = directory.community(connection, "xingfuli")
    return Disputes(connection, community, "xingfuli")


@pytest.mark.parametrize("dispute", [PLAIN, WHOLE])
def test_a_dispute_is_kept_whole(disputes, dispute):
    added = disputes.add(dispute)

    assert added == replace(dispute, id=added.id, number=1)
    assert disputes.get(added.id) == disputes.numbered(1) == added


def test_every_change_is_kept(disputes):
    added = disputes.add(PLAIN)
    changed = replace(WHOLE, id=added.id, number=added.number)

    saved = disputes.save(changed)

    assert saved == replace(changed, version=1) == disputes.get(added.id)
    with pytest.raises(Conflict):
        disputes.save(changed)


def test_the_series_is_the_communitys_own(connection, disputes):
    other = Disputes(connection, directory.community(connection, "elsewhere"), "elsewhere")
    assert [disputes.add(PLAIN).number for _ in range(2)] == [1, 2]

    assert other.add(replace(PLAIN, community="elsewhere")).number == 1
    for asked in (other.get, other.numbered):
        with pytest.raises(Unknown):
            asked(2)


def test_the_queue_has_the_flagged_first_and_then_the_oldest(disputes):
    for flagged in (False, True, False, True):
        disputes.add(replace(PLAIN, flagged=flagged))
    disputes.add(replace(PLAIN, flagged=True, status=DisputeStatus.WITHDRAWN))

    assert [d.number for d in disputes.queue()] == [2, 4, 1, 3]


def test_a_person_sees_the_own_ones_open_ones_first(disputes):
    disputes.add(PLAIN)
    disputes.add(replace(PLAIN, status=DisputeStatus.REFERRED))
    disputes.add(replace(PLAIN, reporter=1002))

    assert [d.number for d in disputes.of_reporter(1001)] == [1, 2]


def test_steps_are_kept_in_order(disputes):
    added = disputes.add(PLAIN)
    entries = [
        Entry(action=DisputeAction.RAISE, officer="", at=AT),
        Entry(action=DisputeAction.LOWER, officer="zheng", at=AT, note="没事了"),
    ]
    for each in entries:
        disputes.entered(added.id, each)

    assert disputes.entries(added.id) == entries


def test_a_week_has_one_number_for_each_grid(disputes):
    for grid in ("g1", "g2", "g1"):
        disputes.ask_week(grid, "2026-03-02")

    first, second = disputes.week("2026-03-02")
    disputes.count(second.id, 3)

    assert (first.grid, first.count) == ("g1", None)
    assert disputes.screening(second.id) == Screening(
        id=second.id, grid="g2", week="2026-03-02", count=3
    )
    assert disputes.week("2026-03-09") == []
    with pytest.raises(Unknown):
        disputes.screening(404)
