import asyncio

import pytest

from bot.receiving import CONFLICTS, WINDOW
from sandbox.faults import CALLS, KINDS, LASTING, Fault, Faults
from sandbox.storms import MOST, STORMY, draw
from tests.sandbox.playing import LI, until
from tests.sandbox.receiver import receiving
from tests.sandbox.test_faults import none_left
from tests.sandbox.test_webhooks import hook


def told(drawn):
    return [
        (at, one.kind, one.method, one.delay, one.jump, one.seed, one.until) for at, one in drawn
    ]


def test_a_seed_brings_the_same_storm_and_another_seed_another():
    one = draw(7, list(STORMY), 60, 5)

    assert told(one) == told(draw(7, list(STORMY), 60, 5))
    assert told(one) != told(draw(8, list(STORMY), 60, 5))


def test_a_long_storm_brings_every_kind_about_as_often_as_said():
    drawn = draw(1, list(STORMY), 600, 2)

    assert {one.kind for _, one in drawn} == set(KINDS) - {"error"}
    assert 1000 < len(drawn) < 1400
    assert all(0 < at < 600 for at, _ in drawn)
    assert len(draw(1, list(CALLS[:5]), 86_400, 50)) == MOST


@pytest.mark.parametrize("seconds", [8, 30])
@pytest.mark.parametrize("seed", range(5))
def test_storms_one_after_another_bring_too_few_second_pollers_to_end_a_bot(seconds, seed):
    storms = [draw(7 * seed + n, ["second-poller"], seconds, 2) for n in range(9)]
    times = [n * (seconds + 1) + at for n, drawn in enumerate(storms) for at, _ in drawn[::-1]]

    assert len(times) >= len(storms)
    spans = [last - first for first, last in zip(times, times[CONFLICTS - 1 :], strict=False)]
    assert min(spans) > WINDOW


async def all_undone(play):
    active = (await play.get("/faults"))["faults"]
    return not any(one["kind"] in LASTING for one in active)


async def test_a_storm_passes_and_leaves_nothing_behind(living):
    play = living
    kinds = ["kick", "block", "mute", "429", "hostile", "clock-jump"]
    await play.post("/storm", seed=3, kinds=kinds, seconds=1, rate=30)
    during = await play.get("/faults")
    assert (during["storms"][0]["seed"], during["storms"][0]["kinds"]) == (3, kinds)

    async with asyncio.timeout(15):
        while (await play.get("/faults"))["storms"]:
            await play.bot_raw("sendMessage", chat_id=LI, text="x")
            await asyncio.sleep(0.02)
    await until(lambda: all_undone(play))

    met = (await play.get("/faults"))["met"]
    assert met["hostile"] > 0
    assert met["clock-jump"] > 0
    world = await play.get("/world")
    assert all(chat["bot"]["can_send"] for chat in world["chats"])
    assert not any(person["blocked"] for person in world["people"])


@pytest.mark.parametrize("hooked", [False, True])
async def test_a_storm_breaks_the_way_by_which_updates_are_given(living, hooked):
    async with receiving() as receiver:
        if hooked:
            await hook(living, receiver)
        await living.post("/storm", seed=5, kinds=["drop-before-apply"], seconds=0.2, rate=50)
        await until(lambda: none_left(living, "storms"))

    told = (await living.get("/faults"))["faults"]
    assert {one["method"] for one in told} == {None, "webhook" if hooked else "getUpdates"}


async def test_a_storm_is_ended_by_clearing(living):
    await living.post("/storm", seed=3, kinds=["hostile"], seconds=600, rate=20)
    await living.http.delete("/sandbox/v1/faults")
    assert (await living.get("/faults"))["storms"] == []
    before = (await living.get("/faults"))["met"]

    await asyncio.sleep(0.3)

    assert (await living.get("/faults"))["met"] == before


async def test_what_a_storm_cannot_find_is_left_out(living):
    await living.post("/storm", seed=1, kinds=["deleted-topic"], seconds=0.2, rate=50)

    await until(lambda: none_left(living, "storms"))
    assert (await living.get("/faults"))["met"] == {}


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"kinds": ["rain"]}, "No storm brings 'rain'"),
        ({"kinds": ["error"]}, "No storm brings 'error'"),
        ({"rate": 0}, "`rate` must be a number from 0.01 to 50."),
        ({"seconds": 1e9}, "`seconds` must be a number from 0.1 to 86400."),
    ],
)
async def test_a_storm_that_cannot_be_is_a_mistake(play, body, words):
    status, said = await play.mistaken("/storm", **body)

    assert (status, said.startswith(words)) == (400, True)


def test_a_fault_of_a_storm_on_a_call_waits_for_one_but_not_for_ever():
    drawn = [one for _, one in draw(5, list(CALLS[:5]), 60, 5)]

    assert all(one.until for one in drawn)
    assert {one.method for one in drawn} == {None, "getUpdates"}


def test_what_befell_is_counted_to_the_storm_that_brought_it():
    faults = Faults(lambda: None)
    for storm in (7, 8, 8, None):
        faults.add(Fault(kind="mute", storm=storm))

    shown = faults.shown()
    assert (shown["storm_hits"], shown["hits"]) == ({7: 1, 8: 2}, {4: 1})
