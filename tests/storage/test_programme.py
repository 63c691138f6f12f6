from dataclasses import replace
from datetime import UTC, datetime

import pytest

from governance.directory import Role
from governance.disclosures.changes import Change, adopted
from governance.disclosures.states import ChangeStatus, ProgrammeAction
from governance.refusals import Conflict, Unknown
from storage import directory, editions
from storage.programme import Programme

AT = datetime(2026, 11, 2, 1, tzinfo=UTC)
ASKED = Change(
    item="ledger", action=ProgrammeAction.PAUSE, why="账本在核对", side=Role.COMMITTEE,
    asked_by="chen", asked_at=AT,
)  # fmt: skip


@pytest.fixture
def community(connection):
    return directory.community(connection, "xingfuli")


@pytest.fixture
def programme(connection, community):
    return Programme(connection, community)


def test_changes_are_kept_in_their_order(connection, programme):
    first = programme.add(adopted("ledger", AT))
    asked = programme.add(ASKED)

    assert programme.changes() == [first, asked]
    assert programme.change(asked.id) == asked == replace(ASKED, id=asked.id)
    other = Programme(connection, directory.community(connection, "qingshi"))
    assert other.changes() == []
    with pytest.raises(Unknown):
        other.change(asked.id)


def test_a_change_is_decided_once(programme):
    asked = programme.add(ASKED)
    decided = replace(asked, status=ChangeStatus.CONFIRMED, decided_by="wu", decided_at=AT)
    programme.decide(decided)

    assert programme.change(asked.id) == decided
    with pytest.raises(Conflict):
        programme.decide(replace(decided, status=ChangeStatus.REFUSED))


def test_an_item_is_in_use_until_both_sides_retired_it(connection, community, programme):
    programme.add(adopted("ledger", AT))
    programme.add(adopted("party", AT))
    retired = programme.add(replace(ASKED, item="party", action=ProgrammeAction.RETIRE))
    assert editions.in_use(connection, community).disclosures == {"ledger", "party"}

    programme.decide(replace(retired, status=ChangeStatus.CONFIRMED, decided_at=AT))

    assert editions.in_use(connection, community).disclosures == {"ledger"}


def test_subscribers_are_those_who_chose_it(connection, programme):
    for _ in range(2):
        programme.subscribe(5001, AT)
    programme.subscribe(5002, AT)
    assert programme.subscribers() == [5001, 5002]
    programme.unsubscribe(5001)

    assert programme.subscribers() == [5002]
    other = Programme(connection, directory.community(connection, "qingshi"))
    assert other.subscribers() == []
