"""One whole road through every door: a line is questioned, answered, and read by everybody."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest_asyncio

from bot.printing import Printing
from bot.ticks import Ticks
from handlers.buttons import VerbPress
from storage.dialogues import DIALOGUES
from storage.readings import QUESTIONS
from tests.bot import doors
from tests.bot.doors import GROUP, LI, WANG, ZHANG, arrival, message, press
from tests.bot.test_disclosures import approve, begin, do, submit
from tests.services.disclosures.accounts import ITEM
from tests.services.town import CHEN

ASKED, ANSWER = "这一笔是给谁家换的", "三号楼二单元的公用灯"
NAMELESS = (ASKED, str(LI))  # neither the question nor its asker; the name has the number too


@pytest_asyncio.fixture
async def town(tmp_path, monkeypatch):
    monkeypatch.setattr(doors, "COMMUNITY", replace(doors.COMMUNITY, disclosures=(ITEM,)))
    async with doors.opened(tmp_path) as town:
        yield town


class Road:
    """Everybody's taps and words in turn, and all that Telegram was given."""

    def __init__(self, town):
        self.town, self.caller, self.count = town, doors.Caller(), 0

    async def hear(self, update):
        self.count += 1
        await doors.walk(self.town, arrival(self.count, update))

    async def tap(self, person, data, chat=None):
        await self.hear(press(data, chat=chat or person, sender=person))

    async def write(self, person, text):
        said = message(text, chat=person, sender=person, number=900 + self.count)
        await self.hear({"message": said})

    async def told(self, chat):
        """Carry all that waits, and return all that a chat was given since the last time."""
        before = len(self.caller.calls)
        async with doors.sending(self.town, self.caller):
            await self.town.settled()
        return "\n".join(
            json.dumps(params, ensure_ascii=False, default=str)
            for _, params in self.caller.calls[before:]
            if params.get("chat_id") == chat
        )


async def shown(town):
    """Let an edition be written, signed and shown."""
    printing = Printing(town.house)
    await do(town, WANG, begin)
    await do(town, WANG, submit)
    await printing.look()
    printing.close()
    await Ticks(town.house).look()
    await do(town, CHEN, approve)
    town.house.clock.at += timedelta(days=1)
    await Ticks(town.house).look()


async def test_a_line_is_questioned_answered_once_and_read_by_everybody(town):
    await shown(town)
    road = Road(town)
    await road.told(GROUP)

    await road.tap(LI, VerbPress("y", 1, "ask").data, chat=GROUP)
    await road.write(LI, "7")
    await road.write(LI, ASKED)
    heard = await road.told(GROUP)
    assert [word for word in NAMELESS if word in heard] == []

    await road.tap(WANG, VerbPress("y", 1, "answer").data)
    await road.write(WANG, ANSWER)
    [number] = [n for n, p in await town.rows(DIALOGUES.c.id, DIALOGUES.c.person) if p == WANG]
    await road.tap(WANG, f"d:{number}:submit:")
    group = await road.told(GROUP)
    assert ANSWER in group
    assert "第7条" in group
    assert [word for word in NAMELESS if word in group] == []

    await road.tap(ZHANG, VerbPress("y", 1, "ask").data, chat=GROUP)
    await road.write(ZHANG, "第7条")
    assert ANSWER in await road.told(ZHANG)
    rows = await town.rows(QUESTIONS.c.line, QUESTIONS.c.person, QUESTIONS.c.answer)
    assert rows == [(7, LI, ANSWER)]
