"""The verbs over PostgreSQL: a whole report, and a person forgotten."""

import pytest

from governance.cases import CaseAction, CaseStatus
from services import forgetting
from storage import audit
from storage.database import writing
from tests.services.town import GROUP, LI, WANG, Town
from tests.services.traced import counted, found, lived


@pytest.fixture
def town(postgres, community):
    engine = writing(postgres.fresh())
    yield Town(engine, community)
    engine.dispose()


def verified(town):
    with town.engine.begin() as connection:
        audit.seal(connection, town.id, 1)
        return audit.verify(connection, town.id)


def test_a_report_goes_its_whole_road(town):
    town.report()
    assert town.told() == [("receipt:1:0", GROUP), ("worksheet:1:wang:1", WANG)]
    assert (town.case().status, town.case().holder) == (CaseStatus.DISPATCHED, "wang")

    town.press(WANG, CaseAction.ACCEPT)
    assert town.case().status is CaseStatus.IN_PROGRESS

    town.act(WANG, CaseAction.FINISH, note="换了零件", proof="photo-1")
    assert town.case().status is CaseStatus.DONE_REPORTED

    town.act(LI, CaseAction.CONFIRM)

    assert town.case().status is CaseStatus.CONFIRMED
    taken = [action for action, _, _ in town.passages()]
    assert CaseAction.ACCEPT in taken
    assert taken[-2:] == [CaseAction.FINISH, CaseAction.CONFIRM]
    found = verified(town)
    assert (found.broken, found.tail) == (None, 0)
    assert found.sealed >= len(taken)


def test_a_person_is_forgotten_and_the_chain_stays_whole(town):
    lived(town)
    assert [rule for rule, count in counted(town).items() if not count] == []
    before = verified(town)

    town.do(LI, forgetting.mine_gone)

    assert found(town) == set()
    after = verified(town)
    assert (after.broken, after.sealed > before.sealed) == (None, True)
