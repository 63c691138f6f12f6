from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from config.community import read
from governance.directory import THE_CLOCK, Actor, Role
from governance.notices import Address, Delivery, Kind, Priority
from storage import cards, directory, inbox, outbox, roll
from storage.audit import AUDIT, DETAILS
from storage.roll import Roll
from storage.rows import ms
from storage.work import Shelf, Work

AT = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)
COMMUNITY = read(Path(__file__).parents[2] / "config" / "community.example.toml")


@pytest.fixture
def shelf(connection):
    number = directory.community(connection, COMMUNITY.key)
    roll.seed(connection, number, COMMUNITY, ms(AT))
    return connection, Roll(COMMUNITY, number)


def work(shelf, person=5001, unit="u1"):
    return Work(*shelf, unit=unit, person=person, now=AT)


def notice(key="help"):
    return Delivery(key=key, kind=Kind.NOTICE, address=Address(chat=1))


def card(subject, reader=1):
    return Delivery(
        key=subject.split(":", maxsplit=1)[0],
        kind=Kind.CARD,
        address=Address(chat=reader),
        subject=subject,
        reader=reader,
        priority=Priority.ASSIGNMENT,
    )


@pytest.mark.parametrize(
    ("person", "actor"),
    [
        (0, THE_CLOCK),
        (5001, Actor(id=5001)),
        (2001, Actor(id=2001, officer="wang", offices=frozenset({Role.GRID_WORKER}))),
        (4001, Actor(id=4001, officer="wu", offices=frozenset({Role.SUPERVISION}))),
    ],
)
def test_a_person_is_recognised_by_the_communitys_file(shelf, person, actor):
    assert (Shelf(*shelf).actor(person), work(shelf, person).by) == (actor, actor)


def test_a_word_for_a_link_is_fresh_and_fits_into_one(shelf):
    words = {work(shelf).token() for _ in range(50)}

    assert (len(words), {len(w) <= 64 and w.isascii() for w in words}) == (50, {True})


def test_what_one_unit_tells_is_told_once_however_often_it_runs(shelf):
    for _ in range(2):
        unit = work(shelf)
        unit.tell(notice("help"))
        unit.tell(notice("receipt"))

    assert [d.key for d in outbox.waiting(shelf[0])] == ["help", "receipt"]


def test_another_unit_tells_anew(shelf):
    for unit in ("u1", "u2"):
        work(shelf, unit=unit).tell(notice())

    assert len(outbox.waiting(shelf[0])) == 2


def test_cards_are_drawn_anew_each_readers_newest(shelf):
    for subject, reader in [
        ("worksheet:1:a:2", 1),
        ("worksheet:1:a:10", 1),
        ("worksheet:1:b:1", 2),
    ]:
        work(shelf, unit=subject).tell(card(subject, reader))
    work(shelf, unit="other").tell(card("worksheet:11:a:1"))
    for each in outbox.waiting(shelf[0]):
        outbox.end(shelf[0], each, "sent", message=each.id)

    work(shelf).redraw("worksheet:1:")

    drawn = {d.subject for d in outbox.waiting(shelf[0])}
    assert drawn == {"worksheet:1:a:10", "worksheet:1:b:1"}


def test_a_card_is_answered_where_it_stands_and_nowhere_before(shelf):
    acting = work(shelf)
    acting.tell(card("topic:1:0:0", reader=-7))
    assert acting.placed("topic:1:0:0") is None
    assert acting.placed("topic:2:0:0") is None

    cards.post(shelf[0], "topic:1:0:0", -7, 31, photo=False)

    assert acting.placed("topic:1:0:0") == Address(chat=-7, reply_to=31)


def test_nothing_shown_is_nothing_to_draw(shelf):
    work(shelf).redraw("worksheet:1:")

    assert outbox.waiting(shelf[0]) == []


def test_an_alarm_is_set_once_for_a_key(shelf):
    for hours in (1, 2):
        work(shelf).due(AT + timedelta(hours=hours), "lapse", "lapse:1:1", case=1, seq=1)

    due = inbox.due(shelf[0], ms(AT + timedelta(days=1)))
    assert due == [(1, "lapse", {"case": 1, "seq": 1})]
    assert inbox.next_due(shelf[0]) == ms(AT + timedelta(hours=1))


@pytest.mark.parametrize("person", [0, 5001])
def test_an_entry_names_nobody(shelf, person):
    unit = work(shelf, person)

    unit.note("accept", "case:1", {"note": "忙"})

    [entry] = shelf[0].execute(select(AUDIT)).all()
    actor = unit.people.pseudonym(person) if person else "clock"
    assert (entry.actor, entry.verb, entry.object, entry.unit) == (actor, "accept", "case:1", "u1")
    assert (entry.community, entry.at) == (shelf[1].id, ms(AT))
    assert shelf[0].execute(select(DETAILS.c.detail)).scalar() == {"note": "忙"}
