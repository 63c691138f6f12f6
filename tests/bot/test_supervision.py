"""From a reminder to an opinion to a reply that comes late: the whole road through the doors."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from bot import app
from bot.ticks import Ticks
from governance.supervision import MeasureStatus
from storage.disclosures import DISCLOSURES
from storage.supervision import MEASURES
from tests.bot import doors
from tests.bot.doors import GROUP, LI, arrival, message, press, sending, walk

CHEN, HE, WU = 3001, 3002, 4001
LATE = datetime(2026, 12, 12, 1, tzinfo=UTC)  # the ledger of November was due on the 10th
SAID, REPLY = "上个月的账还没有公开，请说明原因", "凭证还差两张，这周内公开"


class Post:
    """People who write and press, one update after another; what the bot said to each."""

    def __init__(self, town, caller):
        self.town, self.caller, self.number = town, caller, 0

    async def do(self, update):
        self.number += 1
        self.caller.calls.clear()
        made = await walk(self.town, arrival(self.number, update))
        await self.town.settled()
        return [toast.text for _, toast in made.answers if toast]

    async def say(self, person, text, chat=0):
        await self.do({"message": message(text, chat=chat or person, sender=person)})

    async def tap(self, person, data):
        return await self.do(press(data, chat=person, sender=person))

    async def wait(self, at):
        self.caller.calls.clear()
        self.town.house.clock.at = at
        await Ticks(self.town.house).look()
        await self.town.settled()

    def heard(self, chat):
        return "\n".join(
            p.get("text", "") for _, p in self.caller.calls if p.get("chat_id") == chat
        )


async def talk(town, person):
    """Return the id of the talk that is open with somebody."""
    wanted = select(doors.dialogues.DIALOGUES.c.id).where(
        doors.dialogues.DIALOGUES.c.person == person,
        doors.dialogues.DIALOGUES.c.status == "open",
    )
    [(found,)] = await town.house.reader.all(wanted)
    return found


async def ledger(town):
    """Return the edition of the ledger of November."""
    wanted = select(DISCLOSURES.c.id).where(
        DISCLOSURES.c.item == "ledger", DISCLOSURES.c.starts == "2026-11-01"
    )
    [(found,)] = await town.house.reader.all(wanted)
    return found


async def reminded(post, about):
    """Let supervision see what is late, and remind whoever drafts it."""
    await post.say(WU, "/supervise")
    assert "监督委员会案头" in post.heard(WU)
    await post.tap(WU, "u:0:overdue")
    assert "居务收支总账（2026 年 11 月），应在 2026-12-10 前" in post.heard(WU)
    assert await post.tap(WU, f"u:{about}:remind=disclosure") == ["已提醒"]
    assert "监督委员会提醒" in post.heard(HE)


async def given(town, post, about):
    """Let supervision give an opinion; the committee reads it, and that three days are left."""
    await post.tap(WU, f"u:{about}:opinion=disclosure")
    number = await talk(town, WU)
    await post.say(WU, SAID)
    await post.tap(WU, f"d:{number}:days:3")
    await post.tap(WU, f"d:{number}:submit:")
    assert SAID in post.heard(CHEN)
    assert "请在 2026-12-15 前书面答复" in post.heard(CHEN)


async def answered(town, post):
    """Let the committee reply to the opinion, which is the second of the series."""
    await post.tap(CHEN, "u:2:answer")
    number = await talk(town, CHEN)
    await post.say(CHEN, REPLY)
    await post.tap(CHEN, f"d:{number}:submit:")


async def test_a_reminder_an_opinion_and_a_reply_that_comes_late(tmp_path):
    caller = doors.Caller()
    async with doors.opened(tmp_path) as town, sending(town, caller):
        post = Post(town, caller)
        await town.unit(lambda c: app._awake(town.house, c))
        await post.wait(doors.MONDAY)
        await post.wait(LATE)
        about = await ledger(town)
        await reminded(post, about)
        await given(town, post, about)

        await post.wait(LATE + timedelta(days=3))
        assert "今天是答复的最后一天" in post.heard(CHEN)
        assert "没有答复" not in post.heard(GROUP)
        await post.wait(LATE + timedelta(days=4))
        assert "监督意见没有答复" in post.heard(GROUP)
        assert "监督意见没有答复" in post.heard(WU)

        await post.wait(LATE + timedelta(days=5))
        await answered(town, post)
        assert "迟了 2 天才答复" in post.heard(WU)
        await post.say(LI, "/history 监督2", GROUP)
        assert REPLY in post.heard(GROUP)
        assert "迟了 2 天才答复（应在 2026-12-15 前）" in post.heard(GROUP)
        rows = await town.rows(MEASURES.c.number, MEASURES.c.status, MEASURES.c.missed)
        assert rows == [(1, MeasureStatus.TOLD, 0), (2, MeasureStatus.ANSWERED, 1)]
