import json

import pytest
from sqlalchemy import select

from storage import inbox
from storage.inbox import DUES, INBOX, Arrival

BOT, AT = 7, 1_790_000_000_000
FIRST, SECOND = Arrival(1, "chat:1", '{"a":1}'), Arrival(2, "chat:2", '{"a":2}')


@pytest.fixture
def kept(connection):
    inbox.keep(connection, BOT, AT, [SECOND, FIRST])
    return connection


def raw(connection, update_id):
    row = connection.execute(select(INBOX).where(INBOX.c.update_id == update_id)).one()
    return row.status, row.raw, row.error


def test_what_arrived_waits_in_the_order_of_arrival(kept):
    assert inbox.unfinished(kept, BOT) == [FIRST, SECOND]
    assert inbox.unfinished(kept, 8) == []
    assert (inbox.newest(kept, BOT), inbox.newest(kept, 8)) == (2, 0)


def test_what_arrives_again_is_left_as_it_is(kept):
    inbox.done(kept, BOT, 1)

    inbox.keep(kept, BOT, AT + 1, [Arrival(1, "chat:9", "{}"), Arrival(3, "chat:1", "{}")])

    assert [a.update_id for a in inbox.unfinished(kept, BOT)] == [2, 3]
    assert raw(kept, 1) == ("done", None, None)


def test_done_is_done_once_and_lets_go_of_the_text(kept):
    assert [inbox.done(kept, BOT, 1), inbox.done(kept, BOT, 1)] == [AT, None]
    assert raw(kept, 1) == ("done", None, None)
    assert raw(kept, 2) == ("open", '{"a":2}', None)


@pytest.mark.parametrize(("bot", "update_id"), [(8, 1), (BOT, 404)])
def test_what_never_arrived_is_not_done(kept, bot, update_id):
    assert inbox.done(kept, bot, update_id) is None
    assert inbox.counts(kept) == {"open": 2}


def test_a_dead_letter_keeps_its_text_and_is_never_done(kept):
    assert inbox.bury(kept, BOT, 1, "ValueError") is True

    assert [inbox.bury(kept, BOT, 1, "again"), inbox.done(kept, BOT, 1)] == [False, None]
    assert raw(kept, 1) == ("dead", '{"a":1}', "ValueError")
    assert inbox.counts(kept) == {"open": 1, "dead": 1}


def test_a_done_update_is_never_buried(kept):
    inbox.done(kept, BOT, 1)

    assert inbox.bury(kept, BOT, 1, "late") is False
    assert raw(kept, 1) == ("done", None, None)


def ask(connection, at, key, **words):
    inbox.ask(connection, at, "lapse", key, words)


def test_what_is_due_comes_oldest_first_with_its_words(connection):
    ask(connection, AT + 2, "late", case=2)
    ask(connection, AT, "early", case=1, tier="x")
    ask(connection, AT + 9, "later")

    assert inbox.due(connection, AT + 2) == [
        (2, "lapse", {"case": 1, "tier": "x"}),
        (1, "lapse", {"case": 2}),
    ]
    assert (inbox.next_due(connection), inbox.due(connection, AT - 1)) == (AT, [])


def test_at_most_two_hundred_are_due_at_once(connection):
    for n in range(201):
        ask(connection, AT, f"k{n}")

    assert len(inbox.due(connection, AT)) == 200


def test_the_same_key_is_asked_only_once_even_when_it_rang(connection):
    ask(connection, AT, "same")
    ask(connection, AT + 1, "same")
    inbox.rang(connection, 1)
    ask(connection, AT + 2, "same")

    rows = connection.execute(select(DUES.c.at, DUES.c.status)).all()
    assert rows == [(AT, "done")]


@pytest.mark.parametrize("status", [inbox.DONE, inbox.DEAD])
def test_an_alarm_rings_once(connection, status):
    ask(connection, AT, "once")

    assert [inbox.rang(connection, 1, status), inbox.rang(connection, 1)] == [True, False]
    assert (inbox.next_due(connection), inbox.due(connection, AT)) == (None, [])


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("灯\0坏了\0\0", "灯坏了"),
        ("\\\0", "\\"),
        (r"写作 \u0000", r"写作 \u0000"),
        ("\\\\\0u", "\\\\u"),
    ],
)
def test_a_letter_that_no_text_of_a_server_may_hold_is_let_go(connection, said, read):
    text = inbox.clean(json.dumps({"update_id": 1, "text": said}))

    inbox.keep(connection, BOT, AT, [Arrival(1, "chat:1", text)])

    assert json.loads(inbox.unfinished(connection, BOT)[0].raw)["text"] == read
