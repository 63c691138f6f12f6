from dataclasses import replace
from datetime import datetime
from itertools import count

import pytest
from sqlalchemy import select

from governance.notices import Address, Delivery, Fate, Kind, Policy, Priority
from storage import cards, ending, inbox, lags, outbox
from storage.outbox import OUTBOX
from tests.bases import memory

AT = 1_790_000_000_000
GROUP = Address(chat=-100, reply_to=7)
KEYS = count()
PRIVATE = Address(chat=5001, instead=GROUP)


def notice(key="receipt", **more):
    return Delivery(**{"key": key, "kind": Kind.NOTICE, "address": PRIVATE, "reader": 5001} | more)


def card(subject="worksheet:1:wang:1", **more):
    key = subject.split(":", maxsplit=1)[0]
    return notice(key, **{"kind": Kind.CARD, "subject": subject} | more)


def put(connection, *deliveries):
    """Put each under a key of its own; return all that waits."""
    for each in deliveries:
        outbox.put(connection, each, dedupe=f"u{next(KEYS)}", at=AT)
    return outbox.waiting(connection)


def fates(connection):
    return list(connection.execute(select(OUTBOX.c.status).order_by(OUTBOX.c.id)).scalars())


def test_a_delivery_is_read_as_it_was_put(connection):
    told = notice(
        facts={"number": 1, "known": True, "grid": None, "note": "门"},
        priority=Priority.REMINDER,
        policy=Policy.ONCE,
    )

    [waiting] = put(connection, told)

    assert waiting == replace(told, id=1, at=waiting.at)
    assert isinstance(waiting.at, datetime)


@pytest.mark.parametrize("address", [GROUP, PRIVATE, Address(chat=5001)])
def test_an_address_comes_back_whole(connection, address):
    [waiting] = put(connection, notice(address=address))

    assert waiting.address == address


def test_the_most_urgent_waits_first_and_then_the_oldest(connection):
    levels = [Priority.BROADCAST, Priority.ANSWER, Priority.DANGER, Priority.ANSWER]

    waiting = put(connection, *(notice(priority=p) for p in levels))

    assert [d.id for d in waiting] == [3, 2, 4, 1]


def test_the_same_key_is_told_once(connection):
    for text in ("first", "second"):
        outbox.put(connection, notice(text), dedupe="same", at=AT)

    assert [d.key for d in outbox.waiting(connection)] == ["first"]


def test_a_waiting_card_is_one_row_and_a_newer_draft(connection):
    [waiting] = put(connection, card(), card(), card())

    assert (waiting.id, waiting.draft, waiting.posted) == (1, 2, False)


def test_a_card_repeated_by_its_unit_is_one_row(connection):
    for _ in range(2):
        outbox.put(connection, card(), dedupe="same", at=AT)

    assert len(outbox.waiting(connection)) == 1


def test_an_older_draft_does_not_end_a_card(connection):
    [older] = put(connection, card())
    [newer] = put(connection, card())

    assert outbox.end(connection, older, Fate.SENT, message=9) is False
    assert fates(connection) == ["waiting"]

    assert outbox.end(connection, newer, Fate.SENT, message=9) is True
    assert (fates(connection), outbox.waiting(connection)) == (["sent"], [])


def test_a_card_that_was_sent_is_drawn_anew_in_a_row_of_its_own(connection):
    [first] = put(connection, card())
    outbox.end(connection, first, Fate.SENT, message=9)
    cards.post(connection, first.subject, 5001, 9, photo=False)

    [again] = put(connection, card())

    assert (again.id, again.draft, again.posted) == (2, 0, True)


def test_a_card_stands_where_it_was_posted(connection):
    put(connection, card())
    subject = card().subject
    cards.post(connection, subject, -100, 9, photo=True)

    stands = cards.card(connection, subject)

    assert (stands.chat, stands.message, stands.photo) == (-100, 9, True)
    assert cards.card(connection, "worksheet:404") is None


def test_cards_are_found_by_how_their_subjects_begin(connection):
    subjects = ["worksheet:1:wang:1", "worksheet:1:liu:2", "worksheet:11:wang:1", "verdict:1:1"]
    put(connection, *(card(s, priority=Priority.ASSIGNMENT) for s in subjects))

    found = cards.cards(connection, "worksheet:1:")

    assert {d.subject for d in found} == set(subjects[:2])
    assert {(d.key, d.kind, d.address, d.reader, d.priority) for d in found} == {
        ("worksheet", Kind.CARD, PRIVATE, 5001, Priority.ASSIGNMENT)
    }


def test_what_must_never_be_sent_twice_is_claimed_once(connection):
    put(connection, notice(policy=Policy.ONCE))

    assert [outbox.claim(connection, 1), outbox.claim(connection, 1)] == [True, False]
    assert (outbox.waiting(connection), outbox.open_count(connection)) == ([], 1)


def test_what_a_dead_process_claimed_is_uncertain(connection):
    put(connection, notice(), notice(), notice())
    outbox.claim(connection, 2)

    assert [ending.orphans(connection), ending.orphans(connection)] == [1, 0]
    assert fates(connection) == ["waiting", "uncertain", "waiting"]
    assert outbox.open_count(connection) == 2


@pytest.mark.parametrize("fate", sorted(set(Fate) - {Fate.WAITING, Fate.CLAIMED}))
def test_a_fate_is_written_once_for_all_to_read(connection, fate):
    [waiting] = put(connection, notice())

    outbox.end(connection, waiting, fate, message=9, error="why")

    row = connection.execute(select(OUTBOX)).one()
    assert (row.status, row.message, row.error, row.tries) == (fate, 9, "why", 1)
    assert outbox.open_count(connection) == 0


def test_a_try_that_ended_without_a_fate_is_counted_and_let_go(connection):
    put(connection, notice())
    outbox.claim(connection, 1)

    outbox.count_try(connection, 1, "refused")

    [waiting] = outbox.waiting(connection)
    assert (waiting.tries, fates(connection)) == (1, ["waiting"])


def test_a_delivery_sent_elsewhere_waits_there(connection):
    [waiting] = put(connection, notice())

    outbox.move(connection, waiting, GROUP, "blocked")

    assert outbox.waiting(connection) == [replace(waiting, address=GROUP)]


def test_a_card_moves_with_its_delivery(connection):
    [waiting] = put(connection, card())
    cards.post(connection, waiting.subject, 5001, 9, photo=True)

    outbox.move(connection, waiting, GROUP, "blocked")

    stands = cards.card(connection, waiting.subject)
    assert (stands.chat, stands.message, stands.photo) == (-100, None, False)


def test_at_most_five_hundred_wait_at_once(connection):
    for n in range(501):
        outbox.put(connection, notice(), dedupe=f"n{n}", at=AT)

    assert (len(outbox.waiting(connection)), outbox.open_count(connection)) == (500, 501)


def steps(engine, asked):
    said = asked.compile(dialect=engine.dialect, compile_kwargs={"render_postcompile": True})
    given = [said.params[name] for name in said.positiontup]
    with engine.connect() as connection:
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {said}", tuple(given))
        return [row.detail for row in rows]


@pytest.mark.parametrize("asked", [outbox._OPEN, outbox._HOW_MANY, lags._OUTBOX, lags._PARKED])
def test_what_waits_is_found_by_its_index_and_all_that_was_ever_sent_is_not_walked(asked):
    with memory() as engine:
        assert steps(engine, asked)[0] == "SCAN outbox USING INDEX ix_outbox_open"


def test_what_waits_is_in_its_order_without_sorting():
    with memory() as engine:
        assert not [step for step in steps(engine, outbox._OPEN) if "TEMP B-TREE" in step]


@pytest.mark.parametrize("asked", [inbox._DUE, inbox._NEXT, inbox._UNHEARD])
def test_what_is_open_or_due_is_found_by_its_index(asked):
    with memory() as engine:
        assert "_open" in steps(engine, asked)[0]
