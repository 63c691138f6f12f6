"""The menus are set anew when they change, and only then."""

import json

import pytest_asyncio

from bot.menus import DELETE, SET, Menus, renew
from governance.notices import Kind
from storage import outbox, roll
from storage.directory import People
from storage.grants import GRANTS
from storage.outbox import OUTBOX
from tests.bot import doors

CHEN = 3001


@pytest_asyncio.fixture
async def town(tmp_path):
    async with doors.opened(tmp_path) as town:
        await town.met(CHEN)
        yield town


async def asked(town):
    """Return the menus that wait to be set, and forget them."""
    found = [d for d in await town.house.reader.run(outbox.waiting) if d.kind is Kind.COMMANDS]
    await town.alter(OUTBOX, status="sent")
    return [(d.key, dict(d.facts)) for d in found]


async def renewed(town):
    await town.unit(lambda c: renew(town.house, c))
    return await asked(town)


async def reach(town, *, reachable=True):
    await town.unit(lambda c: People(c).reach(CHEN, reachable=reachable))


async def test_each_menu_is_asked_for_once(town):
    first, second = await renewed(town), await renewed(town)

    scopes = [(facts["scope"]["type"], facts.get("language_code")) for _, facts in first]
    assert {key for key, _ in first} == {SET}
    assert len(scopes) == len(set(scopes)) == 8
    assert second == []


async def test_an_officer_who_comes_gets_his_menu_and_one_who_goes_loses_it(town):
    await renewed(town)
    await reach(town)
    came = await renewed(town)
    await town.alter(GRANTS, status="expired")
    await town.unit(lambda c: roll.changed(c, town.house.community_id))
    went = await renewed(town)

    scope = {"type": "chat", "chat_id": CHEN}
    assert [(key, facts["scope"]) for key, facts in came] == [(SET, scope)]
    assert went == [(DELETE, {"scope": scope})]


async def test_a_menu_that_comes_back_is_asked_for_again(town):
    await renewed(town)
    await reach(town)
    first = await renewed(town)
    await reach(town, reachable=False)
    gone = await renewed(town)
    await reach(town)

    assert gone != []
    assert await renewed(town) == first


async def test_a_look_costs_nothing_while_the_community_is_the_same(town):
    menus = Menus(town.house)
    await menus.look()
    first = await asked(town)
    await reach(town)
    await menus.look()
    silent = await asked(town)
    await menus.again()

    assert len(first) == 8
    assert silent == []
    assert len(await asked(town)) == 1


async def test_a_menu_reaches_telegram_as_it_was_asked_for(town):
    caller = doors.Caller()
    await town.unit(lambda c: renew(town.house, c))
    async with doors.sending(town, caller):
        await town.settled()

    assert {method for method, _ in caller.calls} == {SET}
    [first, *_] = [params for _, params in caller.calls]
    assert json.dumps(first["scope"]) == '{"type": "default"}'
    assert first["commands"][0]["command"] == "report"
