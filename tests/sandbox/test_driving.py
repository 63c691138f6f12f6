import asyncio

from tests.sandbox.playing import LI

HOUR = 3600


async def signal(play, **told):
    usual = {"session": "a", "idle": True, "offset": 0, "next": None}
    return await play.post("/bot", **{**usual, "clock": play.sandbox.clock.version, **told})


async def is_idle(play):
    return (await play.get("/idle", timeout=0))["idle"]


async def test_bot_that_has_heard_nothing_yet_is_idle_with_offset_0(play):
    assert await is_idle(play) is False

    await signal(play)

    assert await is_idle(play) is True


async def test_bot_is_busy_while_an_update_waits_and_until_its_offset_is_beyond(play):
    await signal(play)
    await play.does(LI, "say", chat="private", text="x")
    assert await is_idle(play) is False

    (update,) = await play.updates()
    await play.updates(offset=update["update_id"] + 1)
    assert await is_idle(play) is False

    await signal(play, offset=update["update_id"] + 1)
    assert await is_idle(play) is True


async def test_bot_is_busy_until_it_has_taken_the_clock_over(play):
    await signal(play)
    play.sandbox.clock.advance(1)

    assert await is_idle(play) is False
    await signal(play)
    assert await is_idle(play) is True


async def test_late_signal_of_a_former_run_is_not_heeded(play):
    await signal(play, session="old")
    await signal(play, session="new", idle=False)
    await signal(play, session="old")

    assert await is_idle(play) is False


async def test_every_start_of_the_bot_in_this_town_is_counted_once(play):
    for session in ("a", "a", "b", "a"):
        await signal(play, session=session)
    assert (await play.get("/world"))["starts"] == 2

    await play.post("/reset")

    assert (await play.get("/world"))["starts"] == 0


async def test_waiting_for_idle_ends_with_the_signal(play):
    async with asyncio.TaskGroup() as group:
        waiting = group.create_task(play.get("/idle", timeout=10))
        await play.get("/world")
        await signal(play)

    assert waiting.result() == {"idle": True}


async def test_advance_moves_the_clock_between_two_rests(play):
    before = await signal(play, idle=False)
    async with asyncio.TaskGroup() as group:
        moving = group.create_task(play.post("/clock/advance", seconds=HOUR))
        await play.get("/world")
        assert play.sandbox.clock.version == before["version"]
        await signal(play)
        news = await play.get("/clock", after=before["version"])
        assert not moving.done()
        await signal(play, clock=news["version"])

    assert news["shift"] - before["shift"] == 1000 * HOUR
    assert moving.result()["idle"] is True
    assert moving.result()["now"] >= before["now"] + 1000 * HOUR


async def test_advance_to_the_next_due_thing(play):
    due = play.sandbox.clock.now() + 5_000_000
    await signal(play, next=due)

    async with asyncio.TaskGroup() as group:
        moving = group.create_task(play.post("/clock/advance", to="next"))
        news = await play.get("/clock", after=play.sandbox.clock.version)
        await signal(play, clock=news["version"])

    assert 0 <= moving.result()["now"] - due < 5000


async def test_advance_without_a_bot_does_not_wait(play):
    moved = await play.post("/clock/advance", seconds=60)

    assert moved["idle"] is False
    assert (await play.get("/clock"))["shift"] == 60_000


async def test_advance_that_cannot_be_is_a_mistake(play):
    for body in ({}, {"seconds": -1}, {"seconds": "1h"}, {"to": "next"}):
        answer = await play.http.post("/sandbox/v1/clock/advance", json=body)
        assert (answer.status_code, "error" in answer.json()) == (400, True)


async def test_signal_with_a_wrong_field_is_a_mistake(play):
    answer = await play.http.post("/sandbox/v1/bot", json={"session": "a", "idle": 1})

    assert answer.json() == {"error": "`idle` must be true or false, not 1."}


async def test_messages_bear_civil_time(play):
    await play.post("/clock/advance", seconds=7 * 24 * HOUR)
    now = play.sandbox.clock.now()
    sent = await play.bot("sendMessage", chat_id=LI, text="x")

    assert abs(sent["date"] - now // 1000) <= 5
    assert abs((await play.seen(LI))[0]["at"] - now) < 5000
