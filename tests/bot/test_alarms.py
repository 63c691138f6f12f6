"""What the operator is told: what, how often, and never what people wrote."""

import pytest
import pytest_asyncio
from sqlalchemy import select
from telegram.error import BadRequest, Forbidden

from bot import alarms, app
from bot.errors import OutcomeUnknown
from bot.lanes import Lanes
from bot.ticks import Ticks
from governance.notices import Address, Fate, Kind, Policy, Priority
from services.chats import moving, standing
from storage import inbox, outbox
from storage.alarms import ALARMS, sound
from storage.inbox import DUES
from storage.outbox import OUTBOX
from storage.rows import ms
from tests.bot import doors
from tests.bot.doors import GROUP, LI, MONDAY, SAID, STAFF, notice

OPERATOR = 9001
NOW = ms(MONDAY)


@pytest_asyncio.fixture
async def town(tmp_path):
    async with doors.opened(tmp_path) as town:
        await town.met(LI)
        yield town


async def sounded(town):
    return await town.rows(ALARMS.c.key, ALARMS.c.what)


async def tell(town, unit, operator=OPERATOR):
    def verb(connection):
        work = town.house.work(connection, unit, 0, town.house.clock.now())
        alarms.tell(work, operator)

    await town.unit(verb)


async def told(town):
    waiting = await town.house.reader.run(outbox.waiting)
    return [(d.address.chat, dict(d.facts)) for d in waiting if d.key == "alarm"]


@pytest.mark.parametrize("priority", list(Priority))
@pytest.mark.parametrize("fate", list(Fate))
@pytest.mark.parametrize("key", ["worksheet", "alarm"])
def test_only_what_must_be_known_is_an_alarm(priority, fate, key):
    urgent = priority in {Priority.DANGER, Priority.ASSIGNMENT}
    expected = fate is Fate.UNCERTAIN or (fate is Fate.UNDELIVERABLE and urgent)

    found = alarms.alarming(notice(key, priority=priority), fate)

    assert found is (expected and key != "alarm")


async def test_what_could_not_be_delivered_sounds(town):
    caller = doors.Caller()
    caller.script.append(Forbidden("bot was blocked by the user"))
    await town.put(notice(priority=Priority.ASSIGNMENT))
    async with doors.sending(town, caller):
        await town.settled()

    [(number,)] = await town.rows(OUTBOX.c.id)
    assert await sounded(town) == [("undeliverable", f"delivery:{number}")]


async def test_an_ordinary_notice_that_is_lost_is_left_to_its_row(town):
    caller = doors.Caller()
    caller.script.append(BadRequest("Message is too long"))
    await town.put(notice())
    async with doors.sending(town, caller):
        await town.settled()

    assert await sounded(town) == []


async def test_an_unknown_fate_sounds_at_once_and_after_a_crash(town):
    caller = doors.Caller()
    caller.script.append(OutcomeUnknown("HTTP 502"))
    await town.put(notice(policy=Policy.ONCE))
    async with doors.sending(town, caller):
        await town.settled()
    await town.put(notice(policy=Policy.ONCE))
    await town.alter(OUTBOX, status="claimed")
    async with doors.sending(town, caller):
        await town.settled()

    assert await sounded(town) == [("uncertain", "delivery:1"), ("uncertain", "x2")]


async def test_a_dead_letter_sounds_with_its_number_alone(town):
    broken = doors.arrival(7, {"message": doors.message(SAID) | {"date": "never"}})
    lanes = await doors.walk(town, broken)

    assert isinstance(lanes, Lanes)
    assert await sounded(town) == [("dead-letter", "update:7")]


async def test_a_due_row_that_fails_sounds(town):
    await town.unit(lambda c: inbox.ask(c, NOW, "no-such-verb", "k", {}))

    await Ticks(town.house).look()

    [(key, what)] = await sounded(town)
    assert (key, what.partition(":")[0]) == ("dead-due", "due")


async def test_a_failing_look_sounds_by_the_name_of_its_error(town):
    class Event:
        exception = ZeroDivisionError(SAID)

    Ticks(town.house)._failed(Event)
    await town.until(lambda c: c.execute(select(ALARMS)).all() != [])

    assert await sounded(town) == [("ticks", "ZeroDivisionError")]


async def test_a_move_and_an_expulsion_sound(town):
    def verb(connection):
        work = town.house.work(connection, "x", 0, town.house.clock.now())
        moving.moved(work, GROUP, -5)
        standing.failed(work, -5, inside=False)

    await town.unit(verb)

    assert await sounded(town) == [("moved", "chat:-5"), ("lost", "chat:-5")]


async def test_the_operator_is_told_by_the_door_of_time(town):
    house = town.house
    object.__setattr__(house, "operator", OPERATOR)
    await town.unit(lambda c: sound(c, NOW, "ticks", "a"))

    await Ticks(house).look()

    assert await told(town) == [(OPERATOR, {"alarms": "ticks a", "more": 0})]
    assert [status for (status,) in await town.rows(DUES.c.status)] == ["done"]


async def test_what_came_together_is_told_together_and_counted(town):
    for number in range(12):
        await town.unit(lambda c, n=number: sound(c, NOW, "dead-letter", f"update:{n % 10}"))
    await tell(town, "one")
    await tell(town, "two")

    [(_, facts)] = await told(town)
    assert facts["alarms"].splitlines() == [f"dead-letter update:{n}" for n in range(8)]
    assert facts["more"] == 4


async def test_without_an_operators_chat_nothing_is_told_and_nothing_piles_up(town):
    await town.unit(lambda c: sound(c, NOW, "ticks", "a"))
    await tell(town, "one", None)
    await tell(town, "two")

    assert await told(town) == []


async def test_an_alarm_that_is_lost_sounds_no_other(town):
    caller = doors.Caller()
    caller.script.append(Forbidden("bot was kicked from the group chat"))
    facts = {"alarms": "ticks a", "more": 0}
    await town.put(notice("alarm", kind=Kind.NOTICE, facts=facts, address=Address(chat=-99)))
    async with doors.sending(town, caller):
        await town.settled()

    assert await sounded(town) == []


async def test_a_copy_that_fell_is_told_of(town):
    await town.unit(lambda c: alarms.fell(c, MONDAY))

    assert await sounded(town) == [("restarted", "at:2026-11-02T01:00Z")]


async def test_that_privacy_mode_is_off_is_told_to_the_committee_once(town):
    for _ in range(2):
        await town.unit(lambda c: app._hears_all(town.house, c))

    assert await town.rows(OUTBOX.c.words, OUTBOX.c.chat) == [("privacy-off", STAFF)]
