"""What neighbours say to each other is let go of before it is written down (N09)."""

import json

import pytest
import pytest_asyncio
from sqlalchemy import select

from bot.overhearing import CONTENTS, Ear
from bot.receiving import Receiver
from storage.database import METADATA
from storage.inbox import INBOX
from tests.bot import doors
from tests.bot.doors import BOT, GROUP, LI, NAME, message, person

SECRET = "二栋的老张昨晚又喝多了"
PHOTO = [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]
OURS = message("card", chat=GROUP, number=3) | {"from": person(BOT, is_bot=True)}
THEIRS = message(SECRET, chat=GROUP, number=4)


def ear():
    return Ear(BOT, NAME)


def said(text="", *, kind="message", **more):
    return {"update_id": 1, kind: message(text, chat=more.pop("chat", GROUP), **more)}


@pytest.mark.parametrize(
    "update",
    [
        said("/report 灯坏了"),
        said("/x@otherbot"),
        said("/report 灯坏了", photo=PHOTO),
        said(f"@{NAME.upper()} 灯坏了"),
        said("是的", reply_to_message=OURS),
        said(new_chat_members=[person(LI)]),
        said(migrate_to_chat_id=-1009),
        said(SECRET, chat=LI),
        said("/report 灯坏了", kind="edited_message"),
        {"update_id": 1, "callback_query": {"id": "q", "from": person(LI), "data": SECRET}},
        {"update_id": 1, "my_chat_member": {"chat": {"id": GROUP, "type": "group"}}},
        {"update_id": 1, "message": {"text": SECRET}},
    ],
    ids=[
        *("command", "other-command", "under-a-photo", "mention", "reply", "joined", "moved"),
        *("private", "edited-command", "press", "standing", "malformed"),
    ],
)
def test_what_is_for_the_bot_is_kept_whole(update):
    assert ear().heard(update) == update


@pytest.mark.parametrize(
    "update",
    [
        said(SECRET),
        said(SECRET, photo=PHOTO),
        said(photo=PHOTO),
        said(SECRET, reply_to_message=THEIRS),
        said(SECRET, kind="edited_message"),
        said("看看", reply_to_message=THEIRS),
        said(SECRET, reply_to_message=OURS | {"forum_topic_created": {"name": SECRET}}),
        said(SECRET, reply_to_message={"from": None}),
        said(SECRET, reply_to_message="none"),
        said(voice={"file_id": "v", "file_unique_id": "v", "duration": 1}),
        said(SECRET, chat=GROUP, forward_origin={"type": "user"}),
    ],
)
def test_what_neighbours_say_to_each_other_leaves_no_word(update):
    kept = ear().heard(update)
    text = json.dumps(kept, ensure_ascii=False)

    assert SECRET not in text
    assert "file_id" not in text
    assert f"p{LI}" not in text
    assert kept["update_id"] == 1
    [inner] = [value for key, value in kept.items() if key != "update_id"]
    assert inner["chat"] == {"id": GROUP, "type": "supergroup"}


@pytest.mark.parametrize("content", CONTENTS)
def test_whatever_a_message_holds_it_is_let_go_of(content):
    kept = ear().heard(said(**{content: SECRET}))

    assert SECRET not in json.dumps(kept, ensure_ascii=False)


def test_the_rest_of_an_album_follows_the_one_that_calls_the_bot():
    listening = ear()
    first = said("/report 灯坏了", photo=PHOTO, media_group_id="a")
    rest = said(photo=PHOTO, media_group_id="a")
    other = said(photo=PHOTO, media_group_id="b")

    before = listening.heard(rest)
    listening.heard(first)

    assert "photo" not in before["message"]
    assert listening.heard(rest) == rest
    assert "photo" not in listening.heard(other)["message"]
    assert "photo" not in listening.heard(said(photo=PHOTO))["message"]


@pytest_asyncio.fixture
async def town(tmp_path):
    async with doors.opened(tmp_path) as town:
        yield town


async def everything(town):
    tables = METADATA.sorted_tables
    return [tuple(r) for t in tables for r in await town.house.reader.all(select(t))]


async def test_no_table_ever_holds_a_word_that_was_not_for_the_bot(town, tmp_path):
    """The bot is an administrator here, so that Telegram gives it everything (N09)."""
    arrived = []
    receiver = Receiver(town.house, None, arrived.extend, seen=1, moved=lambda: None)

    await receiver._take([said(SECRET), said(SECRET, kind="edited_message") | {"update_id": 2}])
    before = await everything(town)
    async with doors.working(town) as lanes:
        lanes.arrive(arrived)
    after = await everything(town)

    assert lanes.failed == 0
    assert SECRET not in str(before)
    assert SECRET not in str(after)
    assert {status for (status,) in await town.rows(INBOX.c.status)} == {"done"}
    files = [p.read_bytes() for p in tmp_path.iterdir()]
    assert not any(SECRET.encode() in content for content in files)
