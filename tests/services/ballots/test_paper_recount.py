"""A second count asks the audit how many papers were out, and how many two persons counted."""

import pytest
from sqlalchemy import delete, select

from bot import unsealed
from governance.ballots.batches import BatchStatus
from services.ballots import papering
from storage.audit import DETAILS
from storage.ballots import BALLOTS
from storage.loose import loose
from tests.services.ballots.booth import closed
from tests.services.ballots.cabin import EIGHT, tap, town
from tests.services.ballots.counter import FIVE, confirm, count, hand, polled, take
from tests.services.town import LIU

__all__ = ["town"]


@pytest.fixture
def papered(town):
    """Four papers went out and one came back, two were counted by two, and the box was closed."""
    polled(town)
    hand(town, *FIVE[:4])
    take(town, FIVE[3])
    sent_back = count(town, "2 0 0")
    town.do(LIU, papering.press, sent_back.id, BatchStatus.REFUSED)
    confirm(town, count(town, "1 1 0"), "1 1 0")
    for person in EIGHT[3:]:
        tap(town, person)
    closed(town)
    return town


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({}, []),
        ({"handed": 4}, ["papers: handed"]),
        ({"handed": 0}, ["papers: handed"]),
        ({"entered": 3}, ["slips: count", "papers: counted"]),
    ],
)
def test_papers_handed_out_and_counted_agree_with_the_audit(papered, changed, told):
    with papered.work(0) as work:
        [published] = work.connection.execute(select(BALLOTS.c.result)).scalars()
        found = loose(work.connection, papered.id, 1)

    assert (found.handed, found.counted) == (3, 2)
    assert unsealed.differences(found, published | changed, None) == told


def test_what_an_older_result_or_the_audit_no_longer_knows_is_not_compared(papered):
    with papered.work(0) as work:
        [published] = work.connection.execute(select(BALLOTS.c.result)).scalars()
        work.connection.execute(delete(DETAILS))
        found = loose(work.connection, papered.id, 1)

    assert found.counted is None
    older = {k: v for k, v in published.items() if k != "handed"}
    assert unsealed.differences(found, older, None) == []
