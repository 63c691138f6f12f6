"""What is asked for by a list is few statements, however long it is: each is kept prepared."""

import pytest
from sqlalchemy import event

from storage import inbox, outbox
from storage.database import PREPARED

MOST = 12  # of 700 lengths


@pytest.mark.parametrize(
    "ask",
    [
        lambda c, some: outbox.waiting(c, but=some),
        lambda c, some: inbox.fetch(c, 1, some),
        lambda c, some: inbox.of_shards(c, 1, [1], known=some, each=1, most=1),
    ],
    ids=["outbox.waiting", "inbox.fetch", "inbox.of_shards"],
)
def test_a_list_of_any_length_is_one_of_few_statements(connection, ask):
    seen = set()
    event.listen(
        connection.engine, "before_cursor_execute", lambda *told: seen.add(told[2]), named=False
    )

    for length in range(0, 700, 7):
        ask(connection, list(range(1, length + 1)))

    assert 1 < len(seen) <= MOST < PREPARED
