"""Threads of topics: asked of Telegram once, answered by the inbox, let go of where deleted."""

import time
from dataclasses import replace

import pytest
import pytest_asyncio
from telegram.error import BadRequest

from bot import enquiring, polling
from bot.errors import OutcomeUnknown
from governance.chats import Membership, Standing
from governance.deliberations.states import TopicStatus
from governance.notices import Address, Fate, Kind, Policy
from services.deliberations import threads
from storage import directory, outbox
from storage.inbox import INBOX
from storage.outbox import OUTBOX
from storage.topics import Topics
from tests.bot import doors
from tests.bot.doors import GROUP, arrival, notice, walk
from tests.bot.test_polling import Telegram, carried
from tests.governance.deliberations.matters import AT, TOPIC
from tests.handlers.test_chats import HIGH as RIGHTS
from tests.handlers.test_chats import ask, changed, member

THREAD = 42
MADE = {"message_thread_id": THREAD, "name": "x"}
GONE = BadRequest("Message thread not found")


def written(connection, **changed):
    here = directory.community(connection, "xingfuli")
    whole = {
        "status": TopicStatus.NOTICED,
        "discussed_from": AT,
        "at": AT,
        "text": "装刷卡 & 换灯",
    }
    return Topics(connection, here).add(replace(TOPIC, **{**whole, **changed}))


@pytest_asyncio.fixture
async def town(tmp_path):
    async with doors.opened(tmp_path) as town:
        await town.unit(written)
        yield town


def enquiry(key=threads.OPEN):
    policy, thread = (Policy.ONCE, None) if key == threads.OPEN else (Policy.RESEND, THREAD)
    facts = {"about": key, "matter": 1}
    address = Address(chat=GROUP, topic=thread)
    return notice(key, kind=Kind.ENQUIRY, address=address, reader=0, policy=policy, facts=facts)


async def found(town):
    return await town.house.reader.run(lambda c: town.house.shelf(c).topics.get(1))


async def test_a_thread_is_opened_under_the_topic_s_name_and_its_number_comes_in(town):
    telegram = Telegram(createForumTopic=MADE)
    [answer] = await carried(town, telegram, enquiry())
    assert telegram.calls == [
        ("createForumTopic", {"chat_id": GROUP, "name": "议题1 · 装刷卡 & 换灯"})
    ]

    [(number,)] = await town.rows(INBOX.c.update_id)
    await walk(town, arrival(number, {"answer": answer}))

    assert (await found(town)).thread == THREAD
    assert ("topic:1:0:0", THREAD) in await town.rows(OUTBOX.c.subject, OUTBOX.c.topic)


@pytest.mark.parametrize(
    "error",
    [
        BadRequest("the chat is not a forum"),
        BadRequest("not enough rights to create a topic"),
        OutcomeUnknown("x"),
    ],
)
async def test_where_telegram_makes_none_or_nobody_knows_it_is_never_asked_twice(town, error):
    telegram = Telegram(createForumTopic=error)
    [answer] = await carried(town, telegram, enquiry())
    assert [method for method, _ in telegram.calls].count("createForumTopic") == 1

    [(number,)] = await town.rows(INBOX.c.update_id)
    await walk(town, arrival(number, {"answer": answer}))

    assert (await found(town)).thread == 0
    assert ("topic:1:0:0", None) in await town.rows(OUTBOX.c.subject, OUTBOX.c.topic)


async def test_the_card_is_shown_where_the_bot_died_while_it_asked(town):
    await town.put(enquiry())
    await town.unit(lambda c: outbox.claim(c, 1))
    telegram, heard = Telegram(), []
    async with doors.sending(town, telegram) as sender:
        sender.hear = heard.extend
        await town.settled()
    again = await carried(town, telegram, doors.notice())

    assert [method for method, _ in telegram.calls] == ["sendMessage"]
    assert (await town.rows(OUTBOX.c.status))[0] == (Fate.UNCERTAIN,)
    await walk(town, *heard)
    assert again == []
    assert ("topic:1:0:0", None) in await town.rows(OUTBOX.c.subject, OUTBOX.c.topic)


async def test_what_telegram_counts_as_a_message_is_counted_when_it_really_leaves(town):
    counted = []
    async with doors.sending(town, Telegram(createForumTopic=MADE)) as sender:
        left = sender._pacer.left
        sender._pacer.left = lambda chat, *a, **k: counted.append(chat) or left(chat, *a, **k)
        await town.put(enquiry())
        await town.settled()
        await town.put(enquiry(threads.CLOSE))
        await town.settled()

    assert counted == [GROUP]
    assert sender._pacer._left[-1].arrived <= time.monotonic()


@pytest.mark.parametrize(
    "told", [True, GONE, BadRequest("TOPIC_NOT_MODIFIED"), BadRequest("not enough rights")]
)
async def test_a_thread_is_closed_and_a_no_is_taken_as_it_is(town, told):
    telegram = Telegram(closeForumTopic=told)
    [answer] = await carried(town, telegram, enquiry(threads.CLOSE))
    assert telegram.calls == [("closeForumTopic", {"chat_id": GROUP, "message_thread_id": THREAD})]

    [(number,)] = await town.rows(INBOX.c.update_id)
    await walk(town, arrival(number, {"answer": answer}))

    assert await town.rows(INBOX.c.status) == [("done",)]


async def test_of_a_group_that_became_another_no_thread_is_closed(town):
    telegram = Telegram()
    moved = replace(enquiry(threads.CLOSE), address=Address(chat=GROUP))

    assert await polling.enquire(town.house, telegram, moved) == polling.NOTHING
    assert telegram.calls == []


class Deleted(Telegram):
    """Finds no thread, and takes whatever names none."""

    async def call(self, method, params):
        self.calls.append((method, dict(params)))
        if params.get("message_thread_id"):
            raise GONE
        return {"message_id": 100 + len(self.calls)}


async def test_where_the_thread_was_deleted_the_topic_goes_on_in_the_group(town):
    await town.unit(lambda c: _threaded(town, c))
    telegram = Deleted()
    said = notice("topic-told-resident-discuss", address=Address(chat=GROUP, topic=THREAD))
    await town.put(replace(said, facts={"topic": 1, "number": 1, "note": "", "by": ""}))

    async with doors.sending(town, telegram):
        await town.settled()

    assert (await found(town)).thread == 0
    sent = [p for m, p in telegram.calls if "message_thread_id" not in p]
    assert len(sent) == 2  # the words, and the card under which all that follows is said
    assert await town.rows(OUTBOX.c.status) == [(Fate.SENT,), (Fate.SENT,)]


def _threaded(town, connection):
    topics = town.house.shelf(connection).topics
    topics.save(replace(topics.get(1), thread=THREAD))


FORUM = {"is_forum": True}
HIGH = {"status": "administrator", "can_manage_topics": True}


@pytest.mark.parametrize(
    ("member", "chat", "topics"),
    [
        (HIGH, FORUM, True),
        (HIGH, {}, False),
        ({"status": "administrator"}, FORUM, False),
        ({"status": "member"}, FORUM, False),
    ],
)
def test_threads_are_opened_where_the_bot_may_manage_them_in_a_forum(member, chat, topics):
    assert enquiring.standing(member, chat).get("topics", False) is topics


@pytest.mark.parametrize("forum", [True, False])
async def test_that_the_bot_may_open_threads_is_heard_where_the_group_is_a_forum(forum):
    update = changed(member("administrator", can_manage_topics=True, **RIGHTS))
    update["my_chat_member"]["chat"] |= {"is_forum": forum}

    _, words, _ = await ask(update)

    assert words["standing"] == Standing(membership=Membership.ADMINISTRATOR, topics=forum)
