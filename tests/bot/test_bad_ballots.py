"""What goes wrong while people vote: each has a clear sentence, and the tally is exact.

Two households vote, 101 and 102 of building 3; what is in the box at the end is said in each case.
"""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.ticks import Ticks
from governance.ballots.states import BallotStatus
from governance.residents import Residency, Resident, ResidentStatus
from storage.ballots import BALLOTS
from storage.votes import VOTES
from tests.bot import doors
from tests.bot.booth import polled
from tests.bot.doors import GROUP, LI, MONDAY, ZHANG, arrival
from tests.bot.test_ballots import CLOSES, given, pressed
from tests.bot.test_ballots import town as _town

S, R = BallotStatus, ResidentStatus
town = _town
NEW, STRANGE = -1009000000001, -1007777777777
CHANNEL, ANONYMOUS, TELEGRAM = 136817688, 1087968824, 777000
FOR, AGAINST = "b:1:mark=0", "b:1:mark=1"
MOVED = "您现在没有登记在这一户，这次投不了。名册在表决开始时已经定下，如有误请找居委会。"
ELSEWHERE = "这张卡片不在它该在的群里，在这里按不算数。请回社区的群，或在私聊里发 /ballot。"
NAMELESS = "匿名管理员和频道身份不能投票：没有人能为这一票负责。请换成自己的账号再按。"


async def said(town, *arrivals):
    return [toast.text for toast in await given(town, *arrivals)]


async def counted(town):
    """Let the ballot be closed; return what each household voted, as it was counted."""
    ticks = Ticks(town.house)
    town.house.clock.at = CLOSES + timedelta(seconds=1)
    for _ in range(3):
        await ticks.look()
        await polled(town)
    [[status, result]] = await town.rows(BALLOTS.c.status, BALLOTS.c.result)
    assert status == S.TALLIED
    found = {unit: dict(marks) for unit, marks in await town.rows(VOTES.c.unit, VOTES.c.marks)}
    figures = {n[0]: int(v) for n, v in result["whole"]["tallies"]["heads"]["figures"]}
    for option in ("for", "against"):
        assert figures.get(option, 0) == sum(option in marks for marks in found.values())
    assert result["whole"]["roll"]["heads"] == 2
    return found


async def lives(town, person, door, *, leaves=""):
    """Let somebody be registered behind a door, and no more behind another."""

    def unit(connection):
        work = town.house.work(connection, f"moves{person}{door}", 0, MONDAY)
        for each in work.residents.of(person):
            if leaves and each.door == leaves:
                work.residents.save(replace(each, status=R.MOVED))
        if door:
            home = {"person": person, "building": "b3", "door": door, "asked_at": MONDAY}
            new = Resident(**home, residency=Residency.SETTLED, status=R.VERIFIED, adult=True)
            work.residents.save(new)

    await town.unit(unit)


async def test_two_households_that_become_one_keep_the_votes_they_gave_and_give_no_more(town):
    await given(town, pressed(1, FOR))
    await lives(town, LI, "102", leaves="101")

    again, other = await said(town, pressed(2, AGAINST), pressed(3, AGAINST, person=ZHANG))

    assert again == MOVED  # neither for the household that is gone, nor for the other one
    assert "已记下：反对" in other
    assert await counted(town) == {"b3/101": {"for": 1}, "b3/102": {"against": 1}}


async def test_a_household_that_became_part_of_another_before_it_voted_votes_no_more(town):
    await lives(town, LI, "102", leaves="101")

    [told] = await said(town, pressed(1, FOR))

    assert told == MOVED
    assert await counted(town) == {}


async def test_one_person_of_a_household_moved_away_and_the_other_votes_on(town):
    await lives(town, 5003, "101")
    await given(town, pressed(1, FOR))
    await lives(town, LI, "", leaves="101")

    [told] = await said(town, pressed(2, AGAINST))

    assert told == MOVED
    # who came meanwhile stands on no roll, though he lives there
    [other] = await said(town, pressed(3, AGAINST, person=5003))
    assert "不在这次表决的名册里" in other
    assert await counted(town) == {"b3/101": {"for": 1}}


async def test_of_two_roles_in_one_body_the_second_gives_no_second_vote(town):
    await lives(town, LI, "102")  # registered in both households by now

    first, second = await said(town, pressed(1, FOR), pressed(2, AGAINST))

    assert ("已记下：赞成" in first, "已改为：反对" in second) == (True, True)
    assert await counted(town) == {"b3/101": {"against": 1}}


async def test_a_group_that_became_a_supergroup_takes_presses_under_its_new_number(town):
    await given(town, pressed(1, FOR))
    told = doors.message(chat=GROUP, sender=LI) | {"migrate_to_chat_id": NEW}
    await doors.walk(town, arrival(2, {"message": told}))

    before, after = await said(
        town,
        pressed(3, AGAINST, person=ZHANG, chat=GROUP),
        pressed(4, AGAINST, person=ZHANG, chat=NEW),
    )

    assert before == ELSEWHERE
    assert "已记下：反对" in after
    assert await counted(town) == {"b3/101": {"for": 1}, "b3/102": {"against": 1}}


@pytest.mark.parametrize(
    ("person", "chat", "sentence"),
    [
        (LI, STRANGE, ELSEWHERE),
        (LI, ZHANG, ELSEWHERE),
        (CHANNEL, GROUP, NAMELESS),
        (ANONYMOUS, GROUP, NAMELESS),
        (TELEGRAM, GROUP, NAMELESS),
        (ANONYMOUS, STRANGE, NAMELESS),
    ],
    ids=["forwarded", "in-anothers-private", "channel", "anonymous", "telegram", "both"],
)
async def test_a_button_in_the_wrong_place_or_under_no_name_says_so(town, person, chat, sentence):
    [told] = await said(town, pressed(1, FOR, person=person, chat=chat))

    assert told == sentence
    assert await counted(town) == {}


async def test_a_clock_that_jumps_over_the_close_takes_no_press_and_loses_none(town):
    [before] = await said(town, pressed(1, FOR))
    town.house.clock.at = CLOSES + timedelta(days=40)
    [late] = await said(town, pressed(2, AGAINST, person=ZHANG))
    town.house.clock.at = MONDAY + timedelta(hours=1)  # and set back
    [again] = await said(town, pressed(3, AGAINST, person=ZHANG))

    assert ("已记下：赞成" in before, "已记下：反对" in again) == (True, True)
    assert late == "表决已经截止，这一票没有计入。"
    assert await counted(town) == {"b3/101": {"for": 1}, "b3/102": {"against": 1}}
