"""A secret ballot in a whole house: by its buttons, through a kill, and counted again."""

import asyncio
import json
import subprocess
import sys
from collections import Counter
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import update

from bot import recounting
from governance.ballots.envelope import halves
from governance.ballots.states import BallotAction
from services.ballots import acting, boxes, looking
from storage.audit import AUDIT
from storage.boxes import box
from storage.sealed import MARKS
from tests.bot import doors
from tests.bot.booth import (
    VOTERS,
    begin,
    choices,
    open_house,
)
from tests.bot.doors import Caller, sending
from tests.bot.seized import slip_of

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("where", ["before", "after", "between"])
async def test_killed_in_the_middle_of_the_close_nothing_is_lost_and_nothing_doubled(
    tmp_path, where
):
    truth = choices()
    async with open_house(tmp_path) as booth:
        await begin(booth)
        slips = [slip_of(t) for t in (await booth.vote(truth)).values()]

    child = [sys.executable, "-m", "tests.bot.booth", str(tmp_path), where]
    died = await asyncio.to_thread(
        subprocess.run, child, cwd=ROOT, check=False, capture_output=True, timeout=60
    )
    assert died.returncode == 9, died.stderr.decode()

    async with open_house(tmp_path, again=True) as booth:
        rows = await booth.sealed(lambda s: (len(s.envelopes(1)), len(s.marks(1))))
        assert rows == ((40, 0) if where == "before" else (0, 40))
        assert len(list((tmp_path / "keys").iterdir())) == (where != "between")
        await booth.close()
        await booth.shred()
        await booth.shred()

        marks, found = await booth.sealed(lambda s: (s.marks(1), s.slips(1)))
        assert Counter(map(str, marks)) == {"{'for': 1}": 20, "{'against': 1}": 20}
        assert found == sorted(slips)
        assert (await booth.ballot()).status == "tallied"
        assert await booth.sealed(lambda s: s.owed()) == []
        assert list((tmp_path / "keys").iterdir()) == []
        noted = [v for (v,) in await booth.town.rows(AUDIT.c.verb)]
        for once in ("ballot-close", "lock-votes", "tally-votes", "shred-key"):
            assert noted.count(once) == 1


async def test_a_second_count_finds_the_same_in_the_box_and_sees_what_was_altered(tmp_path):
    async with open_house(tmp_path) as booth:
        await begin(booth)
        await booth.vote(choices())
        await booth.close()
        lying = partial(box, community=booth.house.community_id, number=1)

        found = await booth.house.reader.run(lying)
        assert found.secret
        assert len(found.marks) == 40
        assert recounting.differences(found) == []

        one = MARKS.c.id == 1
        turned = {"against": 1} if found.marks["b3/100"] == {"for": 1} else {"for": 1}
        await booth.town.unit(lambda c: c.execute(update(MARKS).where(one).values(marks=turned)))
        altered = await booth.house.reader.run(lying)
        # the verdict may turn with it
        assert "whole: heads: figures" in recounting.differences(altered)


async def test_a_vote_by_the_buttons_as_they_are_shown(tmp_path):
    voter, caller = VOTERS[3], Caller()
    async with open_house(tmp_path) as booth, sending(booth.town, caller):
        await begin(booth)
        await booth.town.settled()
        [group] = [p for m, p in caller.calls if m == "sendMessage" and p["chat_id"] < 0]
        [[link]] = _taps(group)
        assert link["url"].endswith("?start=vo1")
        assert "<b>不记名</b>" in group["text"]

        start = doors.message("/start vo1", chat=voter, sender=voter)
        await doors.walk(booth.town, doors.arrival(50, {"message": start}, f"{voter}"))
        await booth.town.settled()
        card = caller.calls[-1][1]
        assert card["chat_id"] == voter
        row, [remind] = _taps(card)
        assert [tap["text"] for tap in row] == ["赞成", "反对", "弃权"]
        assert remind["callback_data"] == "b:1:remind"

        pressed = doors.press(row[1]["callback_data"], chat=voter, sender=voter)
        made = await doors.walk(booth.town, doors.arrival(51, pressed, f"{voter}"))
        [(_, toast)] = made.answers
        slip = slip_of(toast)
        assert "反对" in toast.text
        assert len(toast.text) <= 200
        before = len(caller.calls)
        assert not [p for _, p in caller.calls if slip in str(p) or halves(slip) in str(p)]

        await booth.close()
        await booth.unit(4001, acting.press, 1, BallotAction.CERTIFY)
        await booth.unit(voter, looking.slips, 1, 0)
        await booth.town.settled()
        later = [p for _, p in caller.calls[before:]]
        [listed] = [p for p in later if halves(slip) in str(p)]
        assert listed["chat_id"] == voter
        assert "不证明里面投了什么" in listed["text"]
        public = [p.get("text", "") for p in later if p.get("chat_id", 0) < 0]
        marks, slips = await booth.sealed(lambda s: (s.marks(1), s.slips(1)))
        said = boxes.digest(marks, slips), "只证明这只信封在票箱里", "要信得过管这台机器的人"
        assert [text for text in public if all(words in text for words in said)]


def _taps(params):
    markup = params["reply_markup"]
    return (json.loads(markup) if isinstance(markup, str) else markup)["inline_keyboard"]


async def test_a_key_that_is_lost_shows_no_buttons_and_breaks_nothing(tmp_path):
    voter, caller = VOTERS[3], Caller()
    async with open_house(tmp_path) as booth, sending(booth.town, caller):
        await begin(booth)
        pressed = await booth.arrival(60, voter, 0)
        [key] = (tmp_path / "keys").iterdir()
        key.rename(tmp_path / "away")
        start = doors.message("/start vo1", chat=voter, sender=voter)
        await doors.walk(booth.town, doors.arrival(50, {"message": start}, f"{voter}"))
        await booth.town.settled()
        card = caller.calls[-1][1]

        assert card["chat_id"] == voter
        assert [tap["callback_data"] for row in _taps(card) for tap in row] == ["b:1:remind"]
        made = await doors.walk(booth.town, pressed)
        [(_, toast)] = made.answers
        assert (toast.text[:12], toast.alert) == ("这次表决的密钥找不到了，", True)
