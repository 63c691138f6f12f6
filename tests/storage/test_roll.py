"""The community as it is now: what one thread reads of it, another that still sees less leaves."""

from dataclasses import replace

from storage import absences, directory, editions, roll
from storage.roll import Roll
from storage.rows import ms
from tests.bases import memory
from tests.storage.test_work import AT, COMMUNITY

EDITIONS = {"before": replace(COMMUNITY, name="昨天"), "after": replace(COMMUNITY, name="今天")}


def laid(connection, *texts):
    """Let a town have these editions, and a stamp of its own."""
    number = directory.community(connection, COMMUNITY.key)
    for text in texts:
        editions.put(connection, number, text, at=ms(AT), by="test")
    roll.changed(connection, number)
    return number


def test_a_reader_that_still_sees_the_last_edition_does_not_take_the_new_one_back(monkeypatch):
    with memory() as now, memory() as still, now.begin() as writer, still.begin() as reader:
        read = Roll(COMMUNITY, laid(writer, "before", "after"), EDITIONS.__getitem__)
        laid(reader, "before")
        away = absences.away

        def meanwhile(connection, community):
            if connection is writer:  # another thread looks, in the midst of this
                assert read.read(reader).name == "昨天"
            return away(connection, community)

        monkeypatch.setattr(absences, "away", meanwhile)

        assert read.read(writer).name == "今天"
        assert read.read(writer).name == "今天"
        assert read.newest.name == "今天"
