from sqlalchemy import select

from storage import alarms, inbox
from storage.alarms import Alarm
from storage.inbox import DUES


def dues(connection):
    return list(connection.execute(select(DUES.c.at).order_by(DUES.c.id)).scalars())


def test_the_first_alarm_is_told_at_once_and_the_next_within_the_minute(connection):
    alarms.sound(connection, 100_000, "ticks", "a")
    first = alarms.take(connection, 100_001)
    alarms.sound(connection, 100_500, "ticks", "b")
    alarms.sound(connection, 101_000, "ticks", "c")

    assert first == [Alarm("ticks", "a")]
    assert dues(connection) == [100_000, 160_001]
    assert inbox.due(connection, 100_000) != []


def test_alarms_are_told_once(connection):
    alarms.sound(connection, 1, "ticks", "a")

    assert len(alarms.take(connection, 2)) == 1
    assert alarms.take(connection, 3) == []
