"""Groups as rows: kept, versioned, listed; an id that changes changes everywhere."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import insert, select

from governance.chats import ChatStatus, Membership, Registration, Standing
from governance.directory import ChatKind
from governance.notices import Address, Delivery, Kind
from governance.refusals import Conflict, Unknown
from storage import cards, chats, directory, moving, outbox
from storage.cards import CARDS
from storage.chats import Chats
from storage.database import METADATA
from storage.inbox import DUES
from storage.outbox import OUTBOX
from storage.rows import ms

AT = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)
OLD, NEW = -5, -1002000000001
SILENCED = Standing(membership=Membership.RESTRICTED, can_send=False, inside=True)


@pytest.fixture
def register(connection):
    return Chats(connection, directory.community(connection, "k"))


def group(chat=OLD, **more):
    given = {"kind": ChatKind.COMMUNITY, "name": "群", "status": ChatStatus.BOUND, "at": AT}
    return Registration(id=chat, **given | more)


def test_a_registration_comes_back_as_it_was_written(register):
    written = group(scope="b1", organiser=7, standing=SILENCED, kind=ChatKind.BUILDING)

    register.add(written)

    assert register.get(OLD) == written
    assert register.get(NEW) is None
    assert register.all() == [written]


def test_a_registration_is_changed_by_the_first_alone(register):
    found = register.add(group())
    changed = register.save(replace(found, standing=SILENCED, status=ChatStatus.OUT))

    assert register.get(OLD) == changed
    with pytest.raises(Conflict):
        register.save(replace(found, name="别名"))


def test_a_group_of_another_community_is_not_ours(connection, register):
    register.add(group())

    with pytest.raises(Unknown):
        Chats(connection, directory.community(connection, "other")).get(OLD)


@pytest.mark.parametrize(
    ("status", "listed"),
    [
        (ChatStatus.PROPOSED, False),
        (ChatStatus.BOUND, True),
        (ChatStatus.OUT, False),
        (ChatStatus.UNBOUND, False),
    ],
)
def test_only_what_is_bound_is_listed(connection, register, status, listed):
    register.add(group(status=status))

    found = chats.bound(connection, directory.community(connection, "k"))

    assert [c.id for c in found] == ([OLD] if listed else [])


def put(connection, key="help", chat=OLD, **more):
    given = {"key": key, "kind": Kind.NOTICE, "address": Address(chat=chat)} | more
    delivery = Delivery(**given)
    outbox.put(connection, delivery, dedupe=f"{key}:{chat}:{more}", at=0)


@pytest.mark.parametrize(
    ("status", "writes", "kind", "waits"),
    [
        (ChatStatus.BOUND, True, Kind.NOTICE, False),
        (ChatStatus.BOUND, False, Kind.NOTICE, True),
        (ChatStatus.OUT, False, Kind.NOTICE, True),
        (ChatStatus.UNBOUND, False, Kind.NOTICE, False),
        (ChatStatus.PROPOSED, False, Kind.NOTICE, False),
        (ChatStatus.BOUND, False, Kind.ENQUIRY, False),
    ],
)
def test_what_is_for_a_closed_group_of_ours_waits_unseen(  # noqa: PLR0913, PLR0917 -- a row
    connection, register, status, writes, kind, waits
):
    register.add(group(status=status, standing=replace(SILENCED, can_send=writes)))
    put(connection, kind=kind)

    assert [d.key for d in outbox.waiting(connection)] == ([] if waits else ["help"])
    assert outbox.open_count(connection) == (0 if waits else 1)


def test_an_address_keeps_its_topic_and_that_of_the_other_place(connection):
    address = Address(chat=OLD, topic=4, instead=Address(chat=NEW, reply_to=3, topic=9))
    put(connection, address=address)
    put(connection, "desk", kind=Kind.CARD, subject="desk:he", address=address)

    assert [d.address for d in outbox.waiting(connection)] == [address, address]
    assert [d.address for d in cards.cards(connection, "desk:")] == [address]


def test_a_delivery_that_moves_takes_the_topic_of_its_new_place(connection):
    put(connection, address=Address(chat=OLD, topic=4))
    [delivery] = outbox.waiting(connection)

    outbox.move(connection, delivery, Address(chat=NEW), "topic deleted")

    assert [d.address for d in outbox.waiting(connection)] == [Address(chat=NEW)]


def rows(connection):
    """Return every row of every table, but the inbox and what is never changed."""
    tables = [t for t in METADATA.sorted_tables if t.name not in moving.NEVER]
    return {t.name: [tuple(r) for r in connection.execute(select(t)).all()] for t in tables}


def test_no_table_that_names_a_chat_is_forgotten():
    """A column called `chat` is found by its name; any other that holds one stands here."""
    known = {("inbox", "lane"), ("chats", "id")}
    named = {
        (t.name, c.name) for t in METADATA.sorted_tables for c in t.c if "chat" in c.name.lower()
    }

    assert {column for _, column in named} == {"chat"}
    assert {t for t, _ in named} <= {t.name for t in moving.tables()}
    assert known <= {(t.name, c.name) for t in METADATA.sorted_tables for c in t.c}


def test_the_new_id_stands_wherever_the_old_one_stood(connection, register):
    register.add(group())
    put(connection, address=Address(chat=OLD, reply_to=3, topic=4))
    put(connection, "my", address=Address(chat=7, instead=Address(chat=OLD, reply_to=3)))
    put(connection, "done", address=Address(chat=OLD))
    connection.execute(OUTBOX.update().where(OUTBOX.c.words == "done").values(status="sent"))
    put(connection, "card", kind=Kind.CARD, subject="desk:he", address=Address(chat=OLD))
    cards.post(connection, "desk:he", OLD, 77, photo=False)
    due = {"at": 0, "verb": "x", "key": "x", "words": {"chat": OLD, "n": [1]}, "status": "open"}
    connection.execute(insert(DUES), due)

    changed, stranded = moving.move(connection, OLD, NEW)

    bare = Address(chat=NEW)
    assert changed
    assert [(d.subject, d.address) for d in stranded] == [("desk:he", bare)]
    addresses = {d.key: d.address for d in outbox.waiting(connection)}
    assert addresses == {"help": bare, "my": Address(chat=7, instead=bare), "card": bare}
    assert register.get(NEW).name == "群"
    assert connection.execute(select(CARDS.c.chat, CARDS.c.message)).all() == [(NEW, None)]
    assert connection.execute(select(DUES.c.words)).scalar_one() == {"chat": NEW, "n": [1]}
    sent = select(OUTBOX.c.chat).where(OUTBOX.c.words == "done")
    assert connection.execute(sent).scalar_one() == OLD


def test_moving_twice_is_moving_once(connection, register):
    register.add(group())
    put(connection, "my", address=Address(chat=7, instead=Address(chat=OLD, reply_to=3)))
    moving.move(connection, OLD, NEW)
    before = rows(connection)

    assert moving.move(connection, OLD, NEW) == (False, [])
    assert rows(connection) == before


def test_a_number_that_only_contains_the_old_id_is_left_alone(connection):
    due = {
        "at": ms(AT),
        "verb": "x",
        "key": "x",
        "words": {"chat": OLD * 10 - 5},
        "status": "open",
    }
    connection.execute(insert(DUES), due)

    assert moving.move(connection, OLD, NEW) == (False, [])
    assert connection.execute(select(DUES.c.words)).scalar_one() == {"chat": OLD * 10 - 5}
