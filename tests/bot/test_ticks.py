import ast
import asyncio
import importlib
from datetime import timedelta

import pytest_asyncio
import structlog

from bot import ticks
from bot.ticks import VERBS, Ticks
from services import attention
from services.deliberations import roundup
from storage import audit, inbox
from storage.cases import CASES
from storage.inbox import DUES
from storage.outbox import OUTBOX
from storage.rows import ms
from tests.bot import doors
from tests.bot.doors import MONDAY
from tests.house.scan import sources

OVERDUE = {"case": 1, "tier": 0, "reopened": 0}


@pytest_asyncio.fixture
async def town(tmp_path):
    async with doors.opened(tmp_path) as town:
        await town.report()
        await town.alter(OUTBOX, status="sent")
        await town.alter(DUES, status="done")
        await town.alter(CASES, finish_by=0)
        yield town


async def due(town, verb, words=OVERDUE, *, after=timedelta()):
    count = len(await town.rows(DUES.c.id))
    at = ms(MONDAY + after)
    await town.unit(lambda c: inbox.ask(c, at, verb, f"test:{count}", words))


async def dues(town):
    return [status for key, status in await town.rows(DUES.c.key, DUES.c.status) if "test" in key]


async def reminders(town):
    menus = {"setMyCommands"}
    return [w for w, status in await town.fates() if status == "waiting" and w not in menus]


ASKING = {"due": 1, "wake": 1, "due_after": 0}  # in which place the verb stands


def test_every_alarm_that_is_asked_for_has_a_verb():
    """Whatever verb stands in a call that asks for an alarm is here, by its word or its name."""
    asked = {
        verb
        for name, tree in sources(("services", "handlers", "bot"))
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and (place := ASKING.get(getattr(node.func, "attr", ""))) is not None
        and len(node.args) > place
        and isinstance(verb := meant(name, node.args[place]), str)
    }

    assert {"overdue", "ballot_turnout", "ballot_close", roundup.VERB, attention.VERB} <= asked
    assert asked - VERBS.keys() == set()


def meant(name, word):
    """Return what stands in a call: a word, or what a name of its module stands for."""
    module = importlib.import_module(name.removesuffix(".py").replace("/", "."))
    try:
        return eval(ast.unparse(word), vars(module))
    except NameError:
        return None  # a variable of the function


async def test_a_due_row_rings_once_though_looked_at_twice_at_once(town, monkeypatch):
    rung = []
    monkeypatch.setitem(VERBS, "counts", lambda work: rung.append(work.unit))
    await due(town, "counts", {})

    await asyncio.gather(*(Ticks(town.house).look() for _ in range(3)))

    [(number, status)] = (await town.rows(DUES.c.id, DUES.c.status))[-1:]
    assert (rung, status) == ([f"d{number}:{ms(MONDAY)}"], "done")


async def test_what_rings_is_one_commit_with_what_it_does(town):
    await due(town, "overdue")

    await Ticks(town.house).look()

    rung = [key for key, status in await town.rows(DUES.c.key, DUES.c.status) if status == "open"]
    assert [key.rpartition(":")[0] for key in rung] == ["overdue:1:0:1"]  # the next tier's
    assert await reminders(town) == ["overdue"]


async def test_a_failing_verb_is_tried_twice_then_dead_and_the_next_go_on(town):
    await due(town, "overdue", {"case": 1})
    await due(town, "no-such-verb")
    await due(town, "overdue")

    with structlog.testing.capture_logs() as logs:
        await Ticks(town.house).look()

    assert await dues(town) == ["dead", "dead", "done"]
    assert [e["event"] for e in logs] == ["due.failed", "due.failed", "due.dead"] * 2
    assert await reminders(town) == ["overdue"]


async def test_a_failing_verb_leaves_nothing_behind(town, monkeypatch):
    def breaks(work, **_):
        work.note("breaks", "case:1", {})
        raise ValueError("13800001111")

    monkeypatch.setitem(VERBS, "breaks", breaks)
    before = await town.rows(audit.AUDIT.c.id)
    await due(town, "breaks")

    with structlog.testing.capture_logs() as logs:
        await Ticks(town.house).look()

    assert await dues(town) == ["dead"]
    assert await town.rows(audit.AUDIT.c.id) == before
    assert "13800001111" not in repr(logs)
    assert [e for e in logs if e.get("exc_info")] == []


async def test_a_refused_alarm_is_done(town):
    await due(town, "overdue", {**OVERDUE, "case": 99})

    with structlog.testing.capture_logs() as logs:
        await Ticks(town.house).look()

    assert (await dues(town), logs) == (["done"], [])
    assert await reminders(town) == []


async def test_what_is_not_due_yet_is_left_alone(town):
    await due(town, "overdue", after=timedelta(milliseconds=1))
    ticks = Ticks(town.house)

    await ticks.look()
    early = await dues(town)
    town.house.clock.at += timedelta(milliseconds=1)
    await ticks.look()

    assert (early, await dues(town)) == (["open"], ["done"])


async def test_more_than_one_look_holds_is_all_done(town):
    def ask(connection):
        for number in range(201):
            inbox.ask(connection, ms(MONDAY), "expire", f"test:{number}", {"dialogue": 99})

    await town.unit(ask)

    await Ticks(town.house).look()

    assert set(await dues(town)) == {"done"}


async def test_seal_seals_a_part_in_a_unit(town, monkeypatch):
    house, parts, seal = town.house, [], audit.seal
    monkeypatch.setattr(ticks, "SEALED", 2)

    def counted(connection, **how):
        parts.append(seal(connection, **how))
        return parts[-1]

    monkeypatch.setattr(ticks.audit, "seal", counted)
    before = await town.unit(lambda c: audit.verify(c, house.community_id))

    await Ticks(house).seal()
    await Ticks(house).seal()

    after = await town.unit(lambda c: audit.verify(c, house.community_id))
    assert (before.sealed, after.sealed, after.tail) == (0, before.tail, 0)
    assert (before.tail > 2, max(parts), sum(parts)) == (True, 2, before.tail)
    assert after.broken is None


async def test_what_fell_due_while_the_bot_was_away_is_done_as_it_comes_up(town, monkeypatch):
    monkeypatch.setattr("bot.ticks.LOOK_SECONDS", 3600)
    await due(town, "overdue")
    ticks = Ticks(town.house)

    ticks.start()
    await town.until(lambda c: inbox.next_due(c) != ms(MONDAY))
    ticks.stop()

    assert await reminders(town) == ["overdue"]


async def test_the_scheduler_looks_by_itself_and_stops(town, monkeypatch):
    monkeypatch.setattr("bot.ticks.LOOK_SECONDS", 0.01)
    await due(town, "overdue")
    ticks = Ticks(town.house)

    ticks.start()
    await town.until(lambda c: inbox.next_due(c) != ms(MONDAY))
    ticks.stop()

    assert await reminders(town) == ["overdue"]


async def test_what_a_commit_leaves_to_do_at_once_waits_for_no_look(town, monkeypatch):
    monkeypatch.setattr("bot.ticks.LOOK_SECONDS", 3600)
    ticks, looked = Ticks(town.house), asyncio.Event()
    town.listeners.append(ticks.wake)
    await due(town, "overdue")
    ticks.start()
    await town.until(lambda c: inbox.next_due(c) != ms(MONDAY))
    ticks.at_once.append(_said(looked))

    await town.unit(lambda c: inbox.ask(c, ms(MONDAY), "expire", "later", {"dialogue": 99}))
    for _ in range(20):
        await asyncio.sleep(0)
    assert not looked.is_set()  # nobody said that it is for now
    await town.unit(lambda c: _work(town, c).due(MONDAY, "expire", "now", dialogue=99))
    await town.until(lambda c: inbox.next_due(c) != ms(MONDAY))
    ticks.stop()

    assert looked.is_set()


def _work(town, connection):
    return town.house.work(connection, "test", 0, town.house.clock.now())


def _said(event):
    async def look():
        event.set()

    return look


async def test_a_look_that_is_cut_off_at_an_orderly_end_alarms_nobody(town, monkeypatch):
    begun = asyncio.Event()
    ticks = Ticks(town.house)

    async def endless():
        begun.set()
        await asyncio.Event().wait()

    monkeypatch.setattr(ticks, "look", endless)
    with structlog.testing.capture_logs() as logs:
        ticks.start()
        await begun.wait()
        ticks.stop()
        for _ in range(20):  # the job hears that it was cut off, and who listens hears of the job
            await asyncio.sleep(0)

    assert [line for line in logs if line["event"] == "ticks.failed"] == []
