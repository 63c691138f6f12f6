import pytest

from bot import waiting
from bot.waiting import Waiting
from governance.notices import Address, Delivery, Kind, Priority
from storage import outbox

QUIET = -9


def row(number, chat=1, priority=Priority.ASSIGNMENT):
    return Delivery(
        key="k", kind=Kind.NOTICE, address=Address(chat=chat), priority=priority, id=number
    )


class Table:
    """An outbox that is read as the real one is; counts the rows that each reading brought."""

    def __init__(self, *rows):
        self.rows, self.read = list(rows), []

    async def run(self, look):
        names = look.__code__.co_freevars
        given = dict(zip(names, (c.cell_contents for c in look.__closure__ or ()), strict=True))
        if "newest" in given:
            found = sorted((r for r in self.rows if r.id > given["newest"]), key=lambda r: r.id)
        else:
            (but,) = look.__defaults__
            found = sorted(
                (r for r in self.rows if r.address.chat not in but),
                key=lambda r: (r.priority, r.id),
            )
        self.read.append(len(found[: outbox.PAGE]))
        return found[: outbox.PAGE]


def seen(waits, but=()):
    """Return (chat, number) of what waits, in the order in which it would leave."""
    return [(chat, each.id) for chat in waits.chats(but) for each in waits.of(chat)]


@pytest.fixture
def taken():
    return set()


@pytest.fixture
def waits(taken):
    return Waiting(taken.__contains__)


async def test_the_urgent_goes_first_then_what_came_first(waits):
    table = Table(row(1), row(2, chat=2), row(3, chat=3, priority=Priority.DANGER), row(4))

    await waits.look(table, 0.0)

    assert seen(waits) == [(3, 3), (1, 1), (1, 4), (2, 2)]
    assert seen(waits, but=[3, 1]) == [(2, 2)]


async def test_only_what_is_new_is_read_between_two_readings_of_all(waits):
    table = Table(row(1), row(2))
    await waits.look(table, 0.0)
    table.rows.append(row(3, chat=7))

    await waits.look(table, 0.5)
    await waits.look(table, waiting.WHOLE)

    assert table.read == [2, 1, 3]
    assert seen(waits) == [(1, 1), (1, 2), (7, 3)]


async def test_what_changed_in_place_is_seen_at_the_next_reading_of_all(waits):
    table = Table(row(1), row(2))
    await waits.look(table, 0.0)
    table.rows[0] = row(1, chat=5)

    await waits.look(table, 0.5)
    before = seen(waits)
    waits.stale = True
    await waits.look(table, 0.6)

    assert (before, seen(waits)) == ([(1, 1), (1, 2)], [(5, 1), (1, 2)])


async def test_what_is_asked_to_be_read_whole_while_news_are_read_is_read_whole_next(waits):
    table = Table(row(1), row(2))
    await waits.look(table, 0.0)
    read = table.run

    async def meanwhile(look):
        waits.stale = True
        return await read(look)

    table.run = meanwhile
    await waits.look(table, 0.1)

    assert waits.due(0.1)


async def test_what_is_on_its_way_is_not_seen_again(waits, taken):
    table = Table(row(1), row(2))
    await waits.look(table, 0.0)
    taken.add(1)
    waits.take(row(1))
    waits.stale = True

    await waits.look(table, 0.1)

    assert seen(waits) == [(1, 2)]


async def test_a_quiet_chat_never_stands_behind_the_backlogs_of_busy_ones(waits):
    busy = range(1, 41)
    backlog = [row(n, chat=busy[n % 40]) for n in range(1, 401)]
    table = Table(*backlog)
    await waits.look(table, 0.0)
    for _ in busy:  # each has had its turn
        chat = waits.chats(())[0]
        waits.take(next(waits.of(chat)))
    table.rows.append(row(500, chat=QUIET))

    await waits.look(table, 0.1)

    assert waits.chats(())[0] == QUIET


async def test_chats_that_are_as_urgent_take_turns(waits):
    await waits.look(Table(*(row(n, chat=1) for n in (1, 2, 3)), row(4, chat=2), row(5, 2)), 0.0)

    order = []
    while chats := waits.chats(()):
        delivery = next(waits.of(chats[0]))
        order.append((chats[0], delivery.id))
        waits.take(delivery)

    assert order == [(1, 1), (2, 4), (1, 2), (2, 5), (1, 3)]


async def test_more_than_a_page_of_one_chat_does_not_hide_the_others(waits):
    flood = [row(n, chat=1, priority=Priority.ANSWER) for n in range(1, 2 * outbox.PAGE)]
    table = Table(*flood, row(5_000, chat=QUIET))

    await waits.look(table, 0.0)

    assert waits.chats(()) == [1, QUIET]


async def test_what_a_full_page_leaves_out_is_read_as_the_known_runs_out(waits):
    table = Table(*(row(n) for n in range(1, outbox.PAGE + 3)))
    await waits.look(table, 0.0)
    while len(waits) >= waiting.FEW:
        before = waits.due(0.1)
        gone = next(waits.of(1))
        table.rows.remove(gone)
        waits.take(gone)

    assert (before, waits.due(0.1)) == (False, True)
    await waits.look(table, 0.1)
    assert {number for _, number in seen(waits)} == {each.id for each in table.rows}


async def test_a_flood_of_news_leaves_the_rest_in_the_table(waits):
    most = 2 * waiting.MOST
    table = Table()
    await waits.look(table, 0.0)
    for first in range(1, most + 10 * outbox.PAGE, outbox.PAGE - 1):
        table.rows = [row(n) for n in range(first, first + outbox.PAGE - 1)]
        await waits.look(table, 0.1)

    assert len(waits) == most
