"""A poll goes out once, as an enquiry; what Telegram tells of it comes in by the inbox."""

import asyncio
import json
from dataclasses import replace

import pytest
import pytest_asyncio
from telegram.error import BadRequest, ChatMigrated

from bot import polling
from bot.errors import OutcomeUnknown
from governance.deliberations.states import TopicStatus
from governance.meetings.sounding import Sounding
from governance.meetings.states import SoundingStatus
from governance.notices import Address, Fate, Kind, Policy
from handlers import chats, meetings
from storage import directory
from storage.inbox import INBOX
from storage.meetings import Soundings
from storage.outbox import OUTBOX
from storage.topics import Topics
from tests.bot import doors
from tests.bot.doors import GROUP, arrival, notice, walk
from tests.governance.deliberations.matters import TOPIC
from tests.governance.meetings.gatherings import AT, SURVEY

COUNTED = {
    "id": "500",
    "options": [
        {"text": "装", "voter_count": 5, "persistent_id": "a"},
        {"text": "不装", "voter_count": 2, "persistent_id": "b"},
    ],
    "total_voter_count": 7,
}
WHOLE = COUNTED | {
    "question": "?",
    "is_closed": False,
    "is_anonymous": True,
    "type": "regular",
    "allows_multiple_answers": False,
    "allows_revoting": True,
    "members_only": False,
}


def survey(connection):
    here = directory.community(connection, "xingfuli")
    topic = Topics(connection, here).add(
        replace(TOPIC, status=TopicStatus.DISCUSSION, discussed_from=AT, at=AT)
    )
    asked = replace(SURVEY, topic=topic.id, text="装不装 <b>？", options=("装&装", "不装"))
    return Soundings(connection, here).add(asked)


@pytest_asyncio.fixture
async def town(tmp_path):
    async with doors.opened(tmp_path) as town:
        await town.unit(survey)
        yield town


class Telegram:
    """Answers each method by what is set for it; what is an error is raised."""

    def __init__(self, **answers):
        self.calls, self.open = [], asyncio.Event()
        self.answers = {
            "sendPoll": {"message_id": 77, "poll": COUNTED},
            "stopPoll": COUNTED,
        } | answers

    async def call(self, method, params):
        self.calls.append((method, dict(params)))
        told = self.answers.get(method, {"message_id": 100})
        if isinstance(told, Exception):
            raise told
        return told


def enquiry(key="poll", **more):
    policy = Policy.ONCE if key == "poll" else Policy.RESEND
    address = Address(chat=GROUP, reply_to=None if key == "poll" else 77)
    given = {"address": address, "policy": policy, "facts": {"about": key, "sounding": 1}}
    return notice(key, kind=Kind.ENQUIRY, reader=0, **(given | more))


async def asked(town, key="poll", telegram=None, **more):
    return await polling.enquire(town.house, telegram or Telegram(), enquiry(key, **more))


async def test_a_poll_says_that_it_decides_nothing_and_shows_no_count_before_its_end(town):
    telegram = Telegram()
    told = await asked(town, telegram=telegram)

    [(method, params)] = telegram.calls
    assert told == {"poll": "500", "stands": 77, "counts": [], "answered": 0}
    assert method == "sendPoll"
    assert params.pop("question") == "征求意见，不是决议 · 征询1：装不装 <b>？"
    assert params.pop("options") == [{"text": "装&装"}, {"text": "不装"}]
    assert params == {
        "chat_id": GROUP,
        "is_anonymous": True,
        "allows_revoting": True,
        "hide_results_until_closes": True,
    }


async def test_a_stopped_poll_tells_its_last_count(town):
    telegram = Telegram()
    told = await asked(town, "stop-poll", telegram)

    assert told == {"poll": "500", "stands": 0, "counts": [5, 2], "answered": 7}
    assert telegram.calls == [("stopPoll", {"chat_id": GROUP, "message_id": 77})]


@pytest.mark.parametrize(
    "error",
    [
        BadRequest("poll has already been closed"),
        BadRequest("message with poll to stop not found"),
        BadRequest("not enough rights to send polls to the chat"),
    ],
)
@pytest.mark.parametrize("key", ["poll", "stop-poll"])
async def test_a_plain_no_is_an_answer_without_a_count(town, key, error):
    told = await asked(town, key, Telegram(sendPoll=error, stopPoll=error))

    assert told == polling.NOTHING


async def test_what_may_be_answered_later_is_asked_again(town):
    for error in (OutcomeUnknown("x"), ChatMigrated(-9)):
        with pytest.raises(type(error)):
            await asked(town, "stop-poll", Telegram(stopPoll=error))


async def test_a_poll_whose_group_became_another_is_not_looked_for_there(town):
    telegram = Telegram()

    told = await asked(town, "stop-poll", telegram, address=Address(chat=GROUP))

    assert (told, telegram.calls) == (polling.NOTHING, [])


async def carried(town, telegram, delivery):
    await town.put(delivery)
    heard = []
    async with doors.sending(town, telegram) as sender:
        sender.hear = heard.extend
        await town.settled()
    return [json.loads(arrival.raw)["answer"] for arrival in heard]


async def test_a_poll_of_which_nobody_knows_is_never_sent_again_and_is_told_as_none(town):
    telegram = Telegram(sendPoll=OutcomeUnknown("x"))
    [answer] = await carried(town, telegram, enquiry())

    assert len(telegram.calls) == 1
    assert (answer["about"], answer["sounding"], answer.get("poll")) == ("poll", 1, None)
    assert await town.rows(OUTBOX.c.status) == [(Fate.UNCERTAIN,)]
    assert town.house.counts.fates == {(Kind.ENQUIRY, Fate.UNCERTAIN): 1}


async def sounded(town):
    def look(connection):
        return town.house.shelf(connection).soundings.get(1)

    found = await town.house.reader.run(look)
    assert isinstance(found, Sounding)
    return found


async def test_what_telegram_tells_of_a_poll_is_taken_in_by_the_lanes(town):
    [answer] = await carried(town, Telegram(), enquiry())
    assert await town.rows(OUTBOX.c.status) == [(Fate.SENT,)]
    [(number,)] = await town.rows(INBOX.c.update_id)
    await walk(town, arrival(number, {"answer": answer}))
    found = await sounded(town)
    assert (found.poll, found.chat, found.message) == ("500", GROUP, 77)

    await walk(town, arrival(5, {"poll": WHOLE}, lane="poll:500"))

    assert (await sounded(town)).counts == (5, 2)
    assert (await sounded(town)).status is SoundingStatus.OPEN


async def test_a_poll_of_somebody_else_is_done_and_changes_nothing(town):
    await walk(town, arrival(5, {"poll": WHOLE | {"id": "9"}}, lane="poll:9"))

    assert await town.rows(INBOX.c.status) == [("done",)]
    assert (await sounded(town)).counts is None


def test_every_answer_of_telegram_goes_to_the_verb_that_asked():
    assert meetings.ANSWERED.keys() & chats.ANSWERED.keys() == set()
    assert set(meetings.ANSWERED) == {polling.ASK, polling.STOP}
